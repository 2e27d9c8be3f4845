/**
 * How a report is laid out: its paragraphs, the posts embedded in it from their true beginning to their signature, the
 * agencies it credits, the dateline at its head, and the page furniture that a scraper brought along. Handed the report and
 * a lexicon; hands {@link dateline.analysis.layout.Layout} to the cutting into sentences. Reads no meaning: what could be
 * reporting stays reporting.
 */
package dateline.analysis.layout;
