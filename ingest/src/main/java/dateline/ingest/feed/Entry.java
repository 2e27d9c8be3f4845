package dateline.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * One entry of a feed.
 *
 * @param contents the full text, when the feed carries it
 * @param source the publication it was taken from, when the feed names one: the true publisher of what an aggregator passes on
 * @param given the entry exactly as it stands in the feed
 */
public record Entry(
        About about, List<Wording> contents, Optional<About> source, List<Enclosure> enclosures, String given) {
    public Entry {
        contents = List.copyOf(contents);
        enclosures = List.copyOf(enclosures);
    }
}
