package dateline.present;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EDTF dates said in words, and the days they can mean. Never more precise than the EDTF is; what cannot be read is shown as it is. */
public final class Dates {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final Pattern POINT = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?(?:T[^~?%]*)?([~?%]?)");

    private Dates() {}

    /** The days an EDTF value can mean, both included; {@code loose} ends are approximate or open. */
    public record Range(LocalDate first, LocalDate last, boolean looseFirst, boolean looseLast) {}

    /** The days, when the value names any. An open end ({@code ..}) is taken as loose at the end that is known. */
    public static Optional<Range> range(String edtf) {
        String[] ends = edtf.split("/", -1);
        if (ends.length > 2) {
            return Optional.empty();
        }
        Optional<Point> from = point(ends[0]);
        Optional<Point> to = point(ends[ends.length - 1]);
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        Point first = from.or(() -> to).orElseThrow();
        Point last = to.or(() -> from).orElseThrow();
        return last.last().isBefore(first.first())
                ? Optional.empty()
                : Optional.of(new Range(
                        first.first(), last.last(), first.loose() || from.isEmpty(), last.loose() || to.isEmpty()));
    }

    /** {@code 2031-02-25 to about 2031-03-04}. */
    public static String iso(String edtf) {
        return said(edtf, Point::iso);
    }

    /** {@code Tuesday 4 March 2031}; {@code 25 February to about 4 March 2031}. */
    public static String words(String edtf) {
        String[] ends = edtf.split("/", -1);
        if (ends.length == 2) {
            Optional<Point> from = point(ends[0]);
            Optional<Point> to = point(ends[1]);
            if (from.isPresent() && to.isPresent()) {
                return span(from.get(), to.get());
            }
        }
        return said(edtf, Point::words);
    }

    /** {@code 4 Mar 2031}. */
    public static String shortWords(LocalDate day) {
        return day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1).substring(0, 3) + " " + day.getYear();
    }

    /** A part of the day in words: {@code evening}; a clock time as it is. */
    public static String part(String part) {
        return switch (part) {
            case "MO" -> "morning";
            case "AF" -> "afternoon";
            case "EV" -> "evening";
            case "NI" -> "night";
            case "MI" -> "midday";
            default -> Harmless.line(part);
        };
    }

    /** An ISO instant as {@code 6 March 2031, 18:00 UTC}; anything else as it is. */
    public static String instant(String iso) {
        Matcher matcher = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?Z")
                .matcher(iso);
        return matcher.matches()
                ? point(matcher.group(1)).map(Point::plainWords).orElse(matcher.group(1)) + ", " + matcher.group(2)
                        + " UTC"
                : Harmless.line(iso);
    }

    private static String span(Point from, Point to) {
        boolean sameYear = from.year == to.year;
        boolean sameMonth = sameYear && from.month > 0 && from.month == to.month && from.day > 0 && to.day > 0;
        String begin;
        if (sameMonth) {
            begin = (from.loose ? "about " : "") + from.day;
        } else if (sameYear && from.month > 0 && to.month > 0) {
            begin = (from.loose ? "about " : "") + (from.day > 0 ? from.day + " " : "") + MONTHS.get(from.month - 1);
        } else {
            begin = from.plainWords();
        }
        return begin + " to " + to.plainWords();
    }

    private interface Say {
        String of(Point point);
    }

    private static String said(String edtf, Say say) {
        String[] ends = edtf.split("/", -1);
        if (ends.length == 1) {
            return point(edtf).map(say::of).orElseGet(() -> Harmless.line(edtf));
        }
        Optional<Point> from = point(ends[0]);
        Optional<Point> to = point(ends[1]);
        if (ends.length > 2 || from.isEmpty() && to.isEmpty()) {
            return Harmless.line(edtf);
        }
        if (from.isEmpty()) {
            return "until " + say.of(to.orElseThrow());
        }
        return to.isEmpty() ? "since " + say.of(from.get()) : say.of(from.get()) + " to " + say.of(to.get());
    }

    private static Optional<Point> point(String edtf) {
        Matcher matcher = POINT.matcher(edtf);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Point point = new Point(
                Integer.parseInt(matcher.group(1)),
                number(matcher, 2),
                number(matcher, 3),
                !matcher.group(4).isEmpty());
        try {
            point.first();
            return Optional.of(point);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return matcher.start(group) < 0 ? 0 : Integer.parseInt(matcher.group(group));
    }

    /** A year, a month or a day; 0 stands for "not said". */
    private record Point(int year, int month, int day, boolean loose) {
        LocalDate first() {
            return LocalDate.of(year, Math.max(1, month), Math.max(1, day));
        }

        LocalDate last() {
            if (day > 0) {
                return first();
            }
            return month > 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, 12, 31);
        }

        String iso() {
            String plain = day > 0
                    ? first().toString()
                    : month > 0 ? YearMonth.of(year, month).toString() : four(year);
            return (loose ? "about " : "") + plain;
        }

        String plainWords() {
            String plain = day > 0
                    ? day + " " + MONTHS.get(month - 1) + " " + year
                    : month > 0 ? MONTHS.get(month - 1) + " " + year : Integer.toString(year);
            return (loose ? "about " : "") + plain;
        }

        String words() {
            return day > 0 && !loose
                    ? DAYS.get(first().getDayOfWeek().getValue() - 1) + " " + plainWords()
                    : plainWords();
        }

        private static String four(int year) {
            String digits = Integer.toString(year);
            return "0".repeat(4 - digits.length()) + digits;
        }
    }
}
