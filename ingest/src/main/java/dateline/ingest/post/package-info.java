/**
 * Posts of social networks as JSON: Mastodon's statuses, ActivityStreams notes (single, listed or in an outbox) and a plain
 * form. Hands {@link dateline.ingest.text.Told} on; who posted is the source of a post.
 */
package dateline.ingest.post;
