package dateline.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a watched source is.
 *
 * @param address where it is fetched from
 * @param tag its last ETag; {@code modified} its last Last-Modified
 * @param state what the last try found
 * @param why what was wrong, when something was
 * @param failures tries in a row that failed
 * @param lastNew when it last said something new
 * @param due when it is to be tried again
 */
public record Health(
        String address,
        Optional<String> tag,
        Optional<String> modified,
        State state,
        Optional<String> why,
        int failures,
        Optional<Instant> lastTried,
        Optional<Instant> lastNew,
        Instant due) {
    /** What a try found. An empty feed, a broken one and an unchanged one are three different things. */
    public enum State {
        UNTRIED,
        NEW,
        UNCHANGED,
        EMPTY,
        BROKEN,
        REFUSED
    }

    /** News feeds change every few minutes and are asked four times an hour. */
    static final Duration PAUSE = Duration.ofMinutes(15);

    /** The longest wait after failures. */
    static final Duration PAUSE_MAX = Duration.ofHours(6);

    public static Health untried(String address, Instant now) {
        return new Health(
                address,
                Optional.empty(),
                Optional.empty(),
                State.UNTRIED,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                now);
    }

    /** One line for a person. */
    public String sentence() {
        String last = lastNew.map(at -> "; last said something new at " + at).orElse("; has said nothing new yet");
        return address + ": "
                + switch (state) {
                    case UNTRIED -> "not tried yet";
                    case NEW -> "new reports";
                    case UNCHANGED -> "unchanged";
                    case EMPTY -> "a whole feed without entries";
                    case BROKEN ->
                        "broken (" + why.orElse("") + "), failed " + failures
                                + (failures == 1 ? " time" : " times in a row");
                    case REFUSED -> "refused (" + why.orElse("") + ")";
                }
                + last + ".";
    }

    Health read(State found, String from, Optional<String> newTag, Optional<String> newModified, Instant now) {
        return new Health(
                from,
                newTag,
                newModified,
                found,
                Optional.empty(),
                0,
                Optional.of(now),
                found == State.NEW ? Optional.of(now) : lastNew,
                now.plus(PAUSE));
    }

    Health failed(String reason, boolean lasting, Optional<Duration> asked, Instant now) {
        int times = failures + 1;
        Duration wait = PAUSE.multipliedBy(1L << Math.min(times - 1, 10));
        Duration backOff = wait.compareTo(PAUSE_MAX) > 0 || lasting ? PAUSE_MAX : wait;
        Duration pause = asked.filter(each -> each.compareTo(backOff) > 0).orElse(backOff);
        return new Health(
                address,
                tag,
                modified,
                lasting ? State.REFUSED : State.BROKEN,
                Optional.of(reason),
                times,
                Optional.of(now),
                lastNew,
                now.plus(pause));
    }
}
