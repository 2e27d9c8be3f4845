package dateline.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One published text as it was given.
 *
 * @param id the SHA-256 of the bytes as given
 * @param file where it came from: a file name, an address or {@code -}; never used for a decision
 * @param text the whole decoded text, header included; for a page, the text taken out of it. Never changes; all spans point here
 * @param body where the body begins in {@code text} (after a header such as {@code  date 2031-03-05 }) and where it ends
 * @param published the day printed on the report, if any
 * @param publishedAt the instant of publication where a zone was given
 * @param outlet who published it, where metadata says so
 * @param title the headline, where metadata says so
 * @param address the canonical address, where known
 * @param notes what the reader should know about how this was taken in, e.g. "read as Windows-1252"
 */
public record Report(
        ReportId id,
        String file,
        String text,
        Span body,
        Optional<LocalDate> published,
        Optional<Instant> publishedAt,
        Optional<String> outlet,
        Optional<String> title,
        Optional<String> address,
        List<String> notes) {
    public Report {
        if (body.end() > text.length()) {
            throw new IllegalArgumentException(
                    "report " + file + ": body ends at " + body.end() + " in a text of " + text.length());
        }
        notes = List.copyOf(notes);
    }

    public String quote(Span span) {
        return span.in(text);
    }
}
