package dateline.archive;

import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invented reports for the archive's tests. */
final class Fiction {
    static final Instant NOON = Instant.parse("2031-03-05T12:00:00Z");

    private Fiction() {}

    static Report report(byte[] bytes, String text, Optional<LocalDate> published) {
        return new Report(
                new ReportId(Sha256.of(bytes)),
                "report.txt",
                text,
                new Span(0, text.length()),
                published,
                Optional.empty(),
                Optional.of("Norhaven Courier"),
                Optional.empty(),
                Optional.empty(),
                List.of("read as UTF-8"));
    }

    static Arrival arrival(String address, String text, int day) {
        return arrival(address, text, day, Optional.empty());
    }

    static Arrival arrival(String address, String text, int day, Optional<Instant> captured) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Arrival(
                bytes,
                report(bytes, text, day == 0 ? Optional.empty() : Optional.of(LocalDate.of(2031, 3, day))),
                "text/1",
                address,
                Map.of("etag", "\"a\""),
                NOON,
                captured);
    }

    /** The n-th of any number of reports; every seventh revises an address of before, every eleventh comes again. */
    static Arrival numbered(int n) {
        int text = n % 11 == 10 ? n - 3 : n;
        int address = text % 7 == 6 ? text - 5 : text;
        return arrival(
                "https://courier.example/" + address,
                "Dispatch " + text + ". "
                        + "The pilots of Norhaven kept the harbour shut, the office said. ".repeat(text % 40 + 1),
                text % 28 + 1);
    }
}
