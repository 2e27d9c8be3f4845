/**
 * Measures: each {@link dateline.eval.Task} finds the files of its own formats below a folder, scores what Dateline says
 * against gold, and gives its figures with the published peers beside them. Reads files, never writes any except the
 * predictions it is asked for. Decides nothing about the news.
 */
package dateline.eval;
