/**
 * The events of an account as comma-separated values in ACLED's columns, for coders and spreadsheets. What the columns cannot
 * hold (intervals, ranges, dissent, several places) stands in the notes. Fills a column only where the account says it; no cell can be a formula.
 */
package dateline.present.csv;
