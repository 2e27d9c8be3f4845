package dateline.analysis.timex;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What words about time mean, no finer than the words allow. */
public sealed interface TimeValue {
    /** A day; {@code part} is MO, AF, EV, NI ({@code Tuesday evening}) or a clock time HH:MM, when said. */
    record Day(LocalDate day, Optional<String> part) implements TimeValue {}

    record Month(YearMonth month) implements TimeValue {}

    record Year(int year) implements TimeValue {}

    /** From one day to another, both included; {@code approximate} when the words are loose about the ends. */
    record Interval(LocalDate from, LocalDate to, boolean approximate) implements TimeValue {
        public Interval {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("timex: interval ends " + to + " before it begins " + from);
            }
        }
    }

    /** A length of time in ISO 8601 form, {@code P3M}; says how long, not when. */
    record Duration(String iso, Optional<String> modifier) implements TimeValue {}

    /** A repeated time in TIMEX3 form, {@code XXXX-WXX-2}. */
    record Recurring(String iso) implements TimeValue {}

    /** Other TIMEX3 values that name no days: PRESENT_REF, PAST_REF, FUTURE_REF. */
    record Reference(String iso) implements TimeValue {}

    /** Words about time that this report alone cannot date, and why. */
    record Unresolved(String why) implements TimeValue {}

    /** First day it can mean, when it names days. */
    default Optional<LocalDate> first() {
        return switch (this) {
            case Day day -> Optional.of(day.day());
            case Month month -> Optional.of(month.month().atDay(1));
            case Year year -> Optional.of(LocalDate.of(year.year(), 1, 1));
            case Interval interval -> Optional.of(interval.from());
            case Duration ignored -> Optional.empty();
            case Recurring ignored -> Optional.empty();
            case Reference ignored -> Optional.empty();
            case Unresolved ignored -> Optional.empty();
        };
    }

    /** Last day it can mean, when it names days. */
    default Optional<LocalDate> last() {
        return switch (this) {
            case Day day -> Optional.of(day.day());
            case Month month -> Optional.of(month.month().atEndOfMonth());
            case Year year -> Optional.of(LocalDate.of(year.year(), 12, 31));
            case Interval interval -> Optional.of(interval.to());
            case Duration ignored -> Optional.empty();
            case Recurring ignored -> Optional.empty();
            case Reference ignored -> Optional.empty();
            case Unresolved ignored -> Optional.empty();
        };
    }
}
