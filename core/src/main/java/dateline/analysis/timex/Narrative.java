package dateline.analysis.timex;

import java.time.LocalDate;
import java.util.Optional;

/** Where the telling is in time: the day it is told on, and what day, month, year or quarter was named last. */
final class Narrative {
    private final Optional<LocalDate> told;
    private Optional<LocalDate> day = Optional.empty();
    private Optional<TimeValue> last = Optional.empty();
    private Optional<Quarter> quarter = Optional.empty();
    private int quarterSentence;

    /** A quarter of a year, 1 to 4. */
    record Quarter(int year, int number) {
        String iso() {
            return String.format(java.util.Locale.ROOT, "%04d-Q%d", year, number);
        }

        TimeValue value() {
            LocalDate from = LocalDate.of(year, number * 3 - 2, 1);
            // Companies' quarters need not be those of the calendar.
            return new TimeValue.Interval(from, from.plusMonths(3).minusDays(1), true);
        }
    }

    Narrative(Optional<LocalDate> told) {
        this.told = told;
    }

    /** The day of the report or post. */
    Optional<LocalDate> told() {
        return told;
    }

    /** The day named last, or else the day of the report. */
    Optional<LocalDate> day() {
        return day.or(() -> told);
    }

    boolean namedDay() {
        return day.isPresent();
    }

    /** What was named last of days, months, years and stretches. */
    Optional<TimeValue> last() {
        return last;
    }

    /** The quarter spoken of not more than {@code sentences} back. */
    Optional<Quarter> quarter(int sentence, int sentences) {
        return quarter.filter(any -> sentence - quarterSentence <= sentences);
    }

    /** From here on figures are no longer those of a quarter ("in the first nine months"). */
    void leaveQuarter() {
        quarter = Optional.empty();
    }

    void named(TimeValue value) {
        if (value instanceof TimeValue.Day named) {
            day = Optional.of(named.day());
        }
        if (value.first().isPresent()) {
            last = Optional.of(value);
        }
    }

    void named(Quarter quarter, int sentence) {
        this.quarter = Optional.of(quarter);
        quarterSentence = sentence;
    }
}
