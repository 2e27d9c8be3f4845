/**
 * Stories: which reports belong together. Handed analyses, it takes from each what can be compared ({@code Profile}), looks up
 * those that share its most telling keys, and says by a small model over names, places, days, words and vectors which story
 * it joins, with the grounds. The result is a function of the set of reports, never of the order in which they came. Compares
 * reports as wholes; never looks at single claims.
 */
package dateline.story;
