package dateline.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * One feed as it was at one moment.
 *
 * @param kind e.g. {@code rss 2.0}, {@code atom 1.0}, {@code rdf}, {@code cdf}, {@code json feed}
 * @param information Atom 0.3's note to a person who opens the feed in a browser
 * @param entries in the order of the feed
 * @param notes what was odd about it
 */
public record Feed(String kind, About about, Optional<Wording> information, List<Entry> entries, List<String> notes) {
    public Feed {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** What came of reading one. */
    public sealed interface Result {
        record Read(Feed feed) implements Result {}

        /**
         * It is no feed, or one that must not be read.
         *
         * @param where the place in it, e.g. {@code character 40}
         * @param why in words an editor understands, without a full stop
         */
        record Refused(String where, String why) implements Result {}
    }

    /**
     * What came with the bytes.
     *
     * @param address where they were fetched from; relative links are reckoned from there
     * @param charset the charset the server named
     * @param language the language the server named
     */
    public record Envelope(Optional<String> address, Optional<String> charset, Optional<String> language) {
        public static Envelope none() {
            return new Envelope(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
