package dateline.present.html;

import dateline.account.Account;
import dateline.present.Dates;
import dateline.present.Paths;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A small chart of how one number changed: a mark for each number a speaker gave on a day, its shape telling the speaker, a line as
 * long as the words leave the number open. What was said on one day stands side by side in that day's band. The table beside it has
 * every telling, so the chart itself is one picture with a name.
 */
final class SeriesChart {
    private static final int WIDTH = 400;
    private static final int LEFT = 44;
    private static final int TOP = 16;
    private static final int BOTTOM = 196;
    private static final int HEIGHT = 222;
    static final int SHAPES = 5;
    /** Beyond so many days a band would be narrower than a mark: then days lie where the calendar has them. */
    private static final int BANDS_MOST = 12;
    /** Beyond so many marks the figures would lie on each other; the table has them all. */
    private static final int FIGURES_MOST = 10;

    /** One number of one speaker on one day, however often told. */
    private record Telling(
            LocalDate day, String source, OptionalDouble min, OptionalDouble max, double low, double high) {}

    private final Account.Series series;
    private final List<LocalDate> days;
    private final List<String> speakers;
    private final double low;
    private final double high;

    SeriesChart(Account.Series series) {
        this.series = series;
        Set<LocalDate> published = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        for (Account.Point point : series.points()) {
            point.published().flatMap(Dates::range).ifPresent(range -> published.add(range.first()));
            sources.add(point.source());
            smallest = Math.min(smallest, low(point));
            largest = Math.max(largest, high(point));
        }
        days = published.stream().sorted().toList();
        speakers = List.copyOf(sources);
        // Counts are drawn from nought, so that twice as many looks twice as many; a magnitude has no nought to compare
        // with.
        low = series.what().equals("magnitude") ? StrictMath.floor(smallest * 2 - 0.5) / 2 : 0;
        high = largest > low ? largest : low + 1;
    }

    private static double low(Account.Point point) {
        return point.min().orElse(point.max().orElse(0));
    }

    private static double high(Account.Point point) {
        return point.max().orElse(point.min().orElse(0));
    }

    /** Whether there is something to draw: two tellings with numbers. */
    boolean isUseful() {
        return series.points().stream()
                                .filter(point ->
                                        point.min().isPresent() || point.max().isPresent())
                                .count()
                        > 1
                && !days.isEmpty();
    }

    int shapeOf(String speaker) {
        return speakers.indexOf(speaker) % SHAPES;
    }

    void draw(Html html, String title) {
        html.open(
                "svg", "class", "chart", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", title);
        html.empty("path", "class", "frame", "d", "M" + LEFT + " " + TOP + "V" + BOTTOM + "H" + (WIDTH - 8));
        for (double value : List.of(low, high)) {
            html.element(
                    "text",
                    Paths.number(value),
                    "class",
                    "tick",
                    "x",
                    Integer.toString(LEFT - 8),
                    "y",
                    tenth(y(value) + 4),
                    "text-anchor",
                    "end");
        }
        html.empty("path", "class", "grid", "d", "M" + LEFT + " " + tenth(y(high)) + "H" + (WIDTH - 8));
        List<LocalDate> labelled =
                days.size() <= 4 ? days : List.of(days.get(0), days.get(days.size() / 2), days.get(days.size() - 1));
        for (LocalDate day : labelled) {
            html.element(
                    "text",
                    dayAndMonth(day),
                    "class",
                    "tick",
                    "x",
                    tenth(x(day)),
                    "y",
                    Integer.toString(HEIGHT - 8),
                    "text-anchor",
                    "middle");
        }
        for (int day = 1; day < days.size() && inBands(); day++) {
            html.empty("path", "class", "grid", "d", "M" + tenth(LEFT + day * band()) + " " + TOP + "V" + BOTTOM);
        }
        List<Telling> tellings = tellings();
        for (Telling telling : tellings) {
            double x = x(telling, tellings);
            double top = y(telling.high);
            double bottom = y(telling.low);
            if (bottom - top > 1) {
                html.empty("path", "class", "reach", "d", "M" + tenth(x) + " " + tenth(bottom) + "V" + tenth(top));
            }
            if (telling.max.isEmpty()) {
                html.empty(
                        "path",
                        "class",
                        "reach open",
                        "d",
                        "M" + tenth(x) + " " + tenth(bottom) + "v-15m-3.5 4l3.5 -4l3.5 4");
            }
            if (telling.min.isEmpty()) {
                html.empty(
                        "path",
                        "class",
                        "reach open",
                        "d",
                        "M" + tenth(x) + " " + tenth(top) + "v15m-3.5 -4l3.5 4l3.5 -4");
            }
            int shape = shapeOf(telling.source);
            html.empty("path", "class", "dot k" + shape, "d", shape(shape, x, (top + bottom) / 2));
            if (tellings.size() <= FIGURES_MOST) {
                html.element(
                        "text",
                        Paths.number(telling.low),
                        "class",
                        "figure",
                        "x",
                        tenth(x),
                        "y",
                        tenth(bottom + 18),
                        "text-anchor",
                        "middle");
            }
        }
        html.close();
    }

    private List<Telling> tellings() {
        Set<Telling> found = new LinkedHashSet<>();
        for (Account.Point point : series.points()) {
            if (point.min().isPresent() || point.max().isPresent()) {
                point.published()
                        .flatMap(Dates::range)
                        .ifPresent(range -> found.add(new Telling(
                                range.first(), point.source(), point.min(), point.max(), low(point), high(point))));
            }
        }
        return List.copyOf(found);
    }

    private boolean inBands() {
        return days.size() <= BANDS_MOST;
    }

    private double band() {
        return (WIDTH - 8.0 - LEFT) / days.size();
    }

    /** Tellings of one day share its band evenly. */
    private double x(Telling telling, List<Telling> all) {
        List<Telling> sameDay =
                all.stream().filter(other -> other.day.equals(telling.day)).toList();
        return inBands()
                ? LEFT
                        + days.indexOf(telling.day) * band()
                        + band() * (sameDay.indexOf(telling) + 1) / (sameDay.size() + 1)
                : x(telling.day);
    }

    /** The mark of a speaker, also drawn beside its name. */
    static void key(Html html, int shape) {
        html.open("svg", "class", "key", "viewBox", "0 0 14 14", "aria-hidden", "true");
        html.empty("path", "class", "dot k" + shape, "d", shape(shape, 7, 7));
        html.close();
    }

    private static String shape(int kind, double x, double y) {
        String at = "M" + tenth(x) + " " + tenth(y);
        return switch (kind) {
            case 0 -> at + "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
            case 1 -> at + "m-4.5 -4.5h9v9h-9z";
            case 2 -> at + "m0 -5.5l5.5 9.5h-11z";
            case 3 -> at + "m0 -6l6 6l-6 6l-6 -6z";
            default -> at + "m-5 -5l10 10m0 -10l-10 10";
        };
    }

    /** The middle of a day. */
    private double x(LocalDate day) {
        if (inBands()) {
            return LEFT + (days.indexOf(day) + 0.5) * band();
        }
        double span = days.get(days.size() - 1).toEpochDay() - days.get(0).toEpochDay();
        return LEFT + 24 + (WIDTH - LEFT - 56) * (day.toEpochDay() - days.get(0).toEpochDay()) / span;
    }

    private double y(double value) {
        return BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP - 18);
    }

    private static String dayAndMonth(LocalDate day) {
        String words = Dates.words(day.toString());
        String[] parts = words.split(" ");
        return parts[1] + " " + parts[2].substring(0, 3);
    }

    private static String tenth(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
