package dateline.reconcile.event;

import dateline.analysis.timex.TimeValue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A stretch of days, both ends included: what dates are compared as. */
public record Days(LocalDate from, LocalDate to) implements Comparable<Days> {
    public Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("days: from " + from + " to " + to);
        }
    }

    public static Optional<Days> of(TimeValue value) {
        return value.first().flatMap(first -> value.last().map(last -> new Days(first, last)));
    }

    public boolean overlaps(Days other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }

    public boolean contains(Days other) {
        return !from.isAfter(other.from) && !to.isBefore(other.to);
    }

    /** Number of days, at least 1. */
    public long length() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public Days shifted(int days) {
        return new Days(from.plusDays(days), to.plusDays(days));
    }

    /** EDTF level 0: a day, a month, a year or an interval. */
    public String edtf() {
        if (from.equals(to)) {
            return from.toString();
        }
        if (from.getDayOfMonth() == 1 && to.equals(from.withDayOfMonth(from.lengthOfMonth()))) {
            return from.toString().substring(0, 7);
        }
        if (from.getDayOfYear() == 1 && to.getDayOfYear() == to.lengthOfYear() && from.getYear() == to.getYear()) {
            return String.format(java.util.Locale.ROOT, "%04d", from.getYear());
        }
        return from + "/" + to;
    }

    @Override
    public int compareTo(Days other) {
        int first = from.compareTo(other.from);
        return first != 0 ? first : to.compareTo(other.to);
    }
}
