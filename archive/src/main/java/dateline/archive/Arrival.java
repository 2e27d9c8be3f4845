package dateline.archive;

import dateline.report.Report;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One report at the archive's door.
 *
 * @param bytes as they were given; their SHA-256 is the report's id
 * @param report what was taken out of them
 * @param extractor name and version of what took it out, e.g. {@code page/2}
 * @param address where it was seen: a web address, or a file's. Revisions are told by it
 * @param headers what came with the bytes (of HTTP, of a feed's entry), by lower-case name
 * @param arrived when it came to us
 * @param captured when it was seen at its address, where the source says so (WARC-Date); orders the revisions of an address
 */
public record Arrival(
        byte[] bytes,
        Report report,
        String extractor,
        String address,
        Map<String, String> headers,
        Instant arrived,
        Optional<Instant> captured) {
    public Arrival {
        if (address.isBlank()) {
            throw new IllegalArgumentException("archive: a report without an address or a file name");
        }
        String sha256 = Sha256.of(bytes);
        if (!report.id().sha256().equals(sha256)) {
            throw new IllegalArgumentException(
                    "archive: report " + report.id().sha256() + " does not have the hash of its bytes, " + sha256);
        }
        headers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }
}
