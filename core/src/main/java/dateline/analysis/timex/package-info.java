/**
 * Time expressions: finds the words in one report that say when, and works out the dates they mean, reckoning from the day
 * of the report, of the post they stand in, or of what was told before. Hands {@code Timex} values to {@code claim}, with
 * the other readings the words allow. Never looks at other reports or at today's date; words it cannot date are returned
 * unresolved, with the reason.
 */
package dateline.analysis.timex;
