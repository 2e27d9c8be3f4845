/**
 * Pages as they were received: bytes become characters and a bounded tree; what the page says about itself is asked from the
 * strongest evidence to the weakest (JSON-LD, marked elements, metadata, time elements, address, visible words), each answer
 * with how it is known; the article's paragraphs are taken out by marks, density of prose and what is known of furniture (data
 * files beside this package). Hands {@link dateline.ingest.page.Page} or {@link dateline.ingest.page.PageRefused} to
 * {@code ingest}; no type of the HTML library leaves this folder. Fetches nothing and runs no script.
 */
package dateline.ingest.page;
