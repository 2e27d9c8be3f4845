/**
 * Keeps for good: every report byte for byte, where and when it was seen, what was made of it, what was refused, and the
 * documents that rest on them. Rows are only added, and each is an entry in a log whose entries are chained by their
 * hashes, so that {@link dateline.archive.Verification} can name the first that no longer holds. One SQL text serves
 * SQLite (a folder) and PostgreSQL (an address). Handed arrivals, with the time; hands out reports in canonical order.
 * Reads no news, has no clock of its own and never changes what it keeps.
 */
package dateline.archive;
