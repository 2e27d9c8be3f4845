/**
 * The account as Markdown with footnotes, for pasting into a document. Report text is escaped, so that nothing in it becomes a
 * link, a picture or a heading.
 */
package dateline.present.markdown;
