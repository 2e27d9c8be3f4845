package dateline.ingest.feed;

import java.util.Optional;

/**
 * A picture, sound or film that comes with an entry.
 *
 * @param length in bytes, as said
 */
public record Enclosure(String address, Optional<String> type, Optional<Long> length) {}
