package dateline.archive;

import dateline.report.Report;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One report as it was seen at one address.
 *
 * @param number place in the log
 */
public record Kept(
        long number,
        Report report,
        String extractor,
        String address,
        Map<String, String> headers,
        Instant arrived,
        Optional<Instant> captured) {}
