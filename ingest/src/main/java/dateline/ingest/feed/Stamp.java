package dateline.ingest.feed;

import dateline.ingest.text.Moment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time in a feed, no finer than it was written.
 *
 * @param words as written
 * @param day empty when no day could be made out
 * @param zone empty when none was given; then there is no instant
 */
public record Stamp(String words, Optional<LocalDate> day, Optional<LocalTime> time, Optional<ZoneOffset> zone) {
    /** The day and, with time and zone, the instant. */
    public Optional<Moment> moment() {
        return day.map(each -> new Moment(
                each, time.flatMap(at -> zone.map(where -> each.atTime(at).toInstant(where)))));
    }
}
