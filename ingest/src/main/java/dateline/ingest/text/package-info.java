/**
 * Plain text: bytes to characters, and what stands before the body (a date line, front matter, a sidecar file). Hands
 * {@link dateline.ingest.text.Plain} to {@code ingest}; keeps every character as given.
 */
package dateline.ingest.text;
