/**
 * Pages saved from a browser: takes out the article's text with its paragraphs, and what the page says about title,
 * outlet, day and address. Hands {@link dateline.ingest.page.Page} to {@code ingest}; no type of the HTML library leaves
 * this folder. Fetches nothing and runs no script.
 */
package dateline.ingest.page;
