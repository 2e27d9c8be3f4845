package dateline.ingest.feed;

import java.util.Optional;

/**
 * A link of a feed or entry.
 *
 * @param address absolute where it could be made so
 * @param relation {@code alternate}, {@code self}, {@code enclosure}, {@code via} ...
 * @param type the media type, as said
 */
public record Link(
        String address, String relation, Optional<String> type, Optional<String> title, Optional<String> language) {}
