package dateline.ingest.text;

/**
 * One report out of a container - a feed, a list of posts, a line of JSON - before it is checked.
 *
 * @param given the report exactly as it stands in the container
 * @param text its words
 * @param about what the container says about it
 * @param html whether {@code text} is a page of HTML whose article is still to be found
 */
public record Told(String given, String text, Plain about, boolean html) {}
