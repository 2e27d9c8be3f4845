package dateline.present.html;

import dateline.account.Account;
import dateline.present.Dates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws when something happened as a stretch on the story's own scale: a part of a day, a day, or an interval as wide as the
 * words leave it. An end that the words leave open or loose is drawn without its edge.
 */
final class TimeStrip {
    private static final double WIDE = 1000;
    private static final double TICKS_MOST = 40;

    private final LocalDate first;
    private final double days;
    private final boolean useful;

    TimeStrip(List<Account.Event> events) {
        LocalDate from = LocalDate.MAX;
        LocalDate to = LocalDate.MIN;
        for (Account.Event event : events) {
            Optional<Dates.Range> range = event.when().edtf().flatMap(Dates::range);
            if (range.isPresent() && !event.background()) {
                from = range.get().first().isBefore(from) ? range.get().first() : from;
                to = range.get().last().isAfter(to) ? range.get().last() : to;
            }
        }
        useful = from.isBefore(to);
        first = from;
        days = useful ? ChronoUnit.DAYS.between(from, to) + 1.0 : 1;
    }

    /** Whether there is more than one day to tell apart. */
    boolean isUseful() {
        return useful;
    }

    String firstDay() {
        return Dates.shortWords(first);
    }

    String lastDay() {
        return Dates.shortWords(first.plusDays((long) days - 1));
    }

    /** Decoration beside a date that is also said in words, so it is hidden from screen readers. */
    void draw(Html html, Account.When when) {
        Optional<Dates.Range> range = when.edtf().flatMap(Dates::range);
        openStrip(html);
        html.empty("path", "class", "axis", "d", "M0 6H1000" + ticks());
        if (range.isPresent()) {
            double begin = ChronoUnit.DAYS.between(first, range.get().first());
            double end = ChronoUnit.DAYS.between(first, range.get().last()) + 1.0;
            if (end - begin == 1) {
                double[] part = when.part().map(TimeStrip::part).orElse(new double[] {0, 1});
                end = begin + part[1];
                begin += part[0];
                bar(html, "day", begin, end);
            } else {
                bar(html, "span", begin, end);
                edge(html, begin, range.get().looseFirst());
                edge(html, end, range.get().looseLast());
            }
        }
        html.close();
    }

    /** Decoration only: all of it is also said in words. */
    private static void openStrip(Html html) {
        html.open(
                "svg",
                "class",
                "strip",
                "viewBox",
                "0 0 1000 12",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
    }

    /** A stroke where each day begins, while they can be told apart. */
    private String ticks() {
        StringBuilder path = new StringBuilder();
        for (int day = 0; day <= days && days <= TICKS_MOST; day++) {
            path.append('M').append(tenth(day / days * WIDE)).append(" 3V9");
        }
        return path.toString();
    }

    /** A bar for the legend: a stretch closed on the left, open on the right. */
    void sample(Html html) {
        openStrip(html);
        html.empty("path", "class", "axis", "d", "M0 6H1000");
        html.empty("rect", "class", "span", "x", "200", "y", "3", "width", "500", "height", "6");
        html.empty("path", "class", "edge", "d", "M200 0V12");
        html.close();
    }

    private void bar(Html html, String kind, double begin, double end) {
        double from = Math.max(0, begin / days * WIDE);
        double to = Math.min(WIDE, end / days * WIDE);
        // At least six thousandths wide, or a moment in a long story could not be seen.
        double width = Math.max(6, to - from);
        html.empty(
                "rect",
                "class",
                kind,
                "x",
                tenth(Math.min(from, WIDE - width)),
                "y",
                kind.equals("day") ? "1" : "3",
                "width",
                tenth(width),
                "height",
                kind.equals("day") ? "10" : "6");
    }

    private void edge(Html html, double at, boolean loose) {
        double x = at / days * WIDE;
        if (!loose && x >= 0 && x <= WIDE) {
            html.empty("path", "class", "edge", "d", "M" + tenth(Math.min(WIDE - 1, Math.max(1, x))) + " 0V12");
        }
    }

    private static double[] part(String part) {
        return switch (part) {
            case "MO" -> new double[] {0.25, 0.5};
            case "AF" -> new double[] {0.5, 0.75};
            case "EV" -> new double[] {0.75, 0.95};
            case "NI" -> new double[] {0.85, 1};
            default -> {
                if (part.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
                    double hours = Integer.parseInt(part.substring(0, 2)) + Integer.parseInt(part.substring(3)) / 60.0;
                    yield new double[] {hours / 24, hours / 24};
                }
                yield new double[] {0, 1};
            }
        };
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
