package dateline.present.html;

import dateline.account.Account;
import dateline.present.Dates;
import dateline.present.Paths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A small chart of how one number changed: a mark per telling, its shape telling the speaker, a line as long as the words leave
 * the number open. The same is said in a table below it, so the chart itself is one picture with a name.
 */
final class SeriesChart {
    private static final int WIDTH = 480;
    private static final int LEFT = 52;
    private static final int TOP = 16;
    private static final int BOTTOM = 178;
    private static final int HEIGHT = 206;
    static final int SHAPES = 5;

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
        List<double[]> drawn = new ArrayList<>();
        for (Account.Point point : series.points()) {
            Optional<LocalDate> day = point.published().flatMap(Dates::range).map(Dates.Range::first);
            if (day.isEmpty() || point.min().isEmpty() && point.max().isEmpty()) {
                continue;
            }
            double x = besideOthers(x(day.get()), drawn);
            double top = y(high(point));
            double bottom = y(low(point));
            drawn.add(new double[] {x, top});
            if (bottom - top > 1) {
                html.empty("path", "class", "reach", "d", "M" + tenth(x) + " " + tenth(bottom) + "V" + tenth(top));
            }
            if (point.max().isEmpty()) {
                html.empty(
                        "path",
                        "class",
                        "reach open",
                        "d",
                        "M" + tenth(x) + " " + tenth(bottom) + "v-15m-3.5 4l3.5 -4l3.5 4");
            }
            if (point.min().isEmpty()) {
                html.empty(
                        "path",
                        "class",
                        "reach open",
                        "d",
                        "M" + tenth(x) + " " + tenth(top) + "v15m-3.5 -4l3.5 4l3.5 -4");
            }
            html.empty(
                    "path",
                    "class",
                    "dot k" + shapeOf(point.source()),
                    "d",
                    shape(shapeOf(point.source()), x, (top + bottom) / 2));
            // Beyond a dozen the figures would lie on each other; the table has them all.
            if (series.points().size() <= 12) {
                html.element(
                        "text",
                        Paths.number(low(point)),
                        "class",
                        "figure",
                        "x",
                        tenth(x + 9),
                        "y",
                        tenth((top + bottom) / 2 + 4));
            }
        }
        html.close();
    }

    /** Two tellings of one day stand side by side. */
    private static double besideOthers(double x, List<double[]> drawn) {
        double at = x;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (double[] other : drawn) {
                if (Math.abs(other[0] - at) < 29) {
                    at = other[0] + 30;
                    moved = true;
                }
            }
        }
        return Math.min(at, WIDTH - 34);
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

    private double x(LocalDate day) {
        long span = days.get(days.size() - 1).toEpochDay() - days.get(0).toEpochDay();
        double room = WIDTH - LEFT - 90.0;
        return LEFT
                + 36
                + (span == 0 ? 0 : room * (day.toEpochDay() - days.get(0).toEpochDay()) / span);
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
