package dateline.ingest.feed;

import java.util.Optional;

/** What an entry is filed under. */
public record Category(String term, Optional<String> scheme, Optional<String> label) {}
