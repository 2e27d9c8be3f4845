/**
 * Places: a gazetteer made from open lists, and the decision which of its places a name in one report means. Handed the
 * mentions and trees of a report, gives each place named either one place on the globe or none, with the precision that
 * the words support. Never guesses a pin: a name that nothing in the report settles stays unlocated.
 */
package dateline.analysis.place;
