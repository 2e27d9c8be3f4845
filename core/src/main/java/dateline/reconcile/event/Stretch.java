package dateline.reconcile.event;

import dateline.analysis.Analysis;
import dateline.analysis.timex.Timex;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that two time expressions name together: "from 16 October to 14 November", "October 1-2", "between 3 and 5 September". Time
 * expressions are kept apart as TimeML has them; a happening lasts from the first to the second.
 */
final class Stretch {
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:to|until|till|through|[-–—])\\s*");
    private static final Pattern AND = Pattern.compile("\\s*and\\s*");
    private static final Pattern FIRST_DAY =
            Pattern.compile("(?:(between|from)\\s+)?\\b(\\d{1,2})(?:st|nd|rd|th)?\\s*([-–—]|to|and)\\s*(?:the\\s+)?$");
    private static final int LOOK_BACK = 30;
    private static final int DAYS_MAX = 400;

    private Stretch() {}

    /** The days of a time expression, with those it is tied to; empty when it names none. */
    static Optional<Days> of(Analysis analysis, Timex timex) {
        Optional<Days> own = Days.of(timex.value());
        if (own.isEmpty()) {
            return own;
        }
        String text = analysis.segmented().report().text();
        for (Timex other : analysis.timexes()) {
            Optional<Days> end = Days.of(other.value());
            if (other.sentence() != timex.sentence()
                    || other.span().begin() < timex.span().end()
                    || end.isEmpty()) {
                continue;
            }
            String gap = text.substring(timex.span().end(), other.span().begin());
            boolean tied = BETWEEN.matcher(gap).matches()
                    || AND.matcher(gap).matches() && before(text, timex).endsWith("between");
            if (tied && isStretch(own.get().from(), end.get().to())) {
                return Optional.of(new Days(own.get().from(), end.get().to()));
            }
        }
        return Optional.of(own.get().length() == 1 ? withFirstDay(text, timex, own.get()) : own.get());
    }

    private static Days withFirstDay(String text, Timex timex, Days last) {
        Matcher first = FIRST_DAY.matcher(before(text, timex));
        boolean startsWithDay = Character.isDigit(text.charAt(timex.span().begin()));
        if (!startsWithDay || !first.find()) {
            return last;
        }
        boolean and = first.group(3).equals("and");
        int day = Integer.parseInt(first.group(2));
        if (and && !"between".equals(first.group(1))
                || day < 1
                || day >= last.from().getDayOfMonth()) {
            return last;
        }
        return new Days(last.from().withDayOfMonth(day), last.to());
    }

    private static String before(String text, Timex timex) {
        return text.substring(
                        Math.max(0, timex.span().begin() - LOOK_BACK),
                        timex.span().begin())
                .toLowerCase(Locale.ROOT)
                .stripTrailing();
    }

    private static boolean isStretch(LocalDate from, LocalDate to) {
        return to.isAfter(from) && to.isBefore(from.plusDays(DAYS_MAX));
    }
}
