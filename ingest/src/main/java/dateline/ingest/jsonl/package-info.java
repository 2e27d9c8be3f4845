/**
 * JSON Lines: one report a line, in the fields that common dumps use (news-please, newspaper, Common Crawl extracts and plain
 * ones). Hands {@link dateline.ingest.text.Told} on; a broken line is left out with its number.
 */
package dateline.ingest.jsonl;
