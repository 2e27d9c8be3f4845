/**
 * One report, read alone: its layout, sentences, names, dates, numbers, speakers and claims, each as spans of the report.
 * Handed the report, what the model read in it, and a lexicon. Never looks at other reports.
 */
package dateline.analysis;
