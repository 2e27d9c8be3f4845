package dateline.present.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small map of a story's places: land, borders and names in a window around them. Plate carrée, true to scale in the middle of the window. */
final class StoryMap {
    private static final int WIDTH = 660;
    private static final int HEIGHT = 430;
    /** Pixels beyond the frame where shapes are cut, so that the cut's own edge is never seen. */
    private static final int MARGIN = 12;
    /** The window is never lower than this many degrees: a lone pin without a coast or a border in sight says nothing. */
    private static final double LATITUDES_MIN = 5;

    private final List<Pin> pins;
    private final double middleLon;
    private final double middleLat;
    private final double perLat;
    private final double perLon;
    private final List<double[]> taken = new ArrayList<>();

    /** A place on the map. {@code exact} is false for a region or country: it gets no dot. */
    record Pin(int number, String name, double lat, double lon, boolean exact) {}

    StoryMap(List<Pin> pins) {
        this.pins = List.copyOf(pins);
        double south = 90;
        double north = -90;
        for (Pin pin : pins) {
            south = Math.min(south, pin.lat);
            north = Math.max(north, pin.lat);
        }
        middleLat = Math.max(-75, Math.min(75, (south + north) / 2));
        double[] lons = shortestSpan();
        middleLon = (lons[0] + lons[1]) / 2;
        double squeeze = StrictMath.cos(StrictMath.toRadians(middleLat));
        double latitudes = Math.max(LATITUDES_MIN, (north - south) * 1.5);
        double longitudes = (lons[1] - lons[0]) * 1.5;
        perLat = Math.min(HEIGHT / latitudes, longitudes > 0 ? WIDTH / (longitudes * squeeze) : Double.MAX_VALUE);
        perLon = perLat * squeeze;
    }

    /** West and east of the shortest stretch that holds all pins; may go beyond 180 degrees. */
    private double[] shortestSpan() {
        List<Double> lons = pins.stream().map(Pin::lon).sorted().toList();
        double best = 360;
        double[] span = {lons.get(0), lons.get(lons.size() - 1)};
        for (int i = 0; i < lons.size(); i++) {
            double west = lons.get(i);
            double east = i == 0 ? lons.get(lons.size() - 1) : lons.get(i - 1) + 360;
            if (east - west < best) {
                best = east - west;
                span = new double[] {west, east};
            }
        }
        return span;
    }

    void draw(Html html) {
        Outline outline = Outline.read();
        html.open(
                "svg",
                "class",
                "map",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-labelledby",
                "map-title");
        html.element(
                "title",
                "Map of "
                        + String.join(
                                ", ",
                                pins.stream()
                                        .map(Pin::name)
                                        .distinct()
                                        .limit(12)
                                        .toList()),
                "id",
                "map-title");
        html.empty("rect", "class", "sea", "width", "" + WIDTH, "height", "" + HEIGHT);
        shapes(html, outline.land(), "land", true);
        shapes(html, outline.borders(), "border", false);
        for (Pin pin : pins) {
            double[] box = {x(nearest(pin.lon)) - 11, y(pin.lat) - 11, x(nearest(pin.lon)) + 11, y(pin.lat) + 11};
            taken.add(box);
        }
        List<Html> names = new ArrayList<>();
        for (Pin pin : pins) {
            name(names, pin);
        }
        countries(html, outline);
        for (Pin pin : pins) {
            pin(html, pin);
        }
        names.forEach(html::add);
        scale(html);
        html.close();
    }

    private void shapes(Html html, List<double[]> lines, String kind, boolean closed) {
        StringBuilder path = new StringBuilder();
        for (double[] line : lines) {
            for (int turn = -360; turn <= 360; turn += 360) {
                double[] placed = placed(line, turn);
                if (placed.length == 0) {
                    continue;
                }
                if (closed) {
                    append(path, clipped(placed), true);
                } else {
                    appendPieces(path, placed);
                }
            }
        }
        if (!path.isEmpty()) {
            html.empty("path", "class", kind, "d", path.toString());
        }
    }

    /** In pixels; empty when the whole shape lies outside. */
    private double[] placed(double[] line, int turn) {
        double[] out = new double[line.length];
        double west = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < line.length; i += 2) {
            out[i] = x(line[i] + turn);
            out[i + 1] = y(line[i + 1]);
            west = Math.min(west, out[i]);
            east = Math.max(east, out[i]);
            top = Math.min(top, out[i + 1]);
            bottom = Math.max(bottom, out[i + 1]);
        }
        boolean outside = east < -MARGIN || west > WIDTH + MARGIN || bottom < -MARGIN || top > HEIGHT + MARGIN;
        return outside ? new double[0] : out;
    }

    /** Sutherland and Hodgman: cut a ring at the four edges in turn. */
    private static double[] clipped(double[] ring) {
        double[] now = ring;
        for (int edge = 0; edge < 4; edge++) {
            List<Double> next = new ArrayList<>();
            for (int i = 0; i < now.length; i += 2) {
                int before = (i + now.length - 2) % now.length;
                double fromIn = inside(edge, now[before], now[before + 1]);
                double toIn = inside(edge, now[i], now[i + 1]);
                if (fromIn >= 0 != toIn >= 0) {
                    double part = fromIn / (fromIn - toIn);
                    next.add(now[before] + part * (now[i] - now[before]));
                    next.add(now[before + 1] + part * (now[i + 1] - now[before + 1]));
                }
                if (toIn >= 0) {
                    next.add(now[i]);
                    next.add(now[i + 1]);
                }
            }
            now = next.stream().mapToDouble(Double::doubleValue).toArray();
        }
        return now;
    }

    /** How far inside an edge a point lies; negative outside. */
    private static double inside(int edge, double x, double y) {
        return switch (edge) {
            case 0 -> x + MARGIN;
            case 1 -> WIDTH + MARGIN - x;
            case 2 -> y + MARGIN;
            default -> HEIGHT + MARGIN - y;
        };
    }

    private static void appendPieces(StringBuilder path, double[] line) {
        List<Double> piece = new ArrayList<>();
        for (int i = 0; i < line.length; i += 2) {
            boolean in = line[i] > -200 && line[i] < WIDTH + 200 && line[i + 1] > -200 && line[i + 1] < HEIGHT + 200;
            if (in) {
                piece.add(line[i]);
                piece.add(line[i + 1]);
            }
            if (!in || i == line.length - 2) {
                append(path, piece.stream().mapToDouble(Double::doubleValue).toArray(), false);
                piece.clear();
            }
        }
    }

    /** Points closer than half a pixel to the one before are left out: nobody can see them. */
    private static void append(StringBuilder path, double[] points, boolean closed) {
        if (points.length < 4) {
            return;
        }
        double lastX = points[0];
        double lastY = points[1];
        path.append('M').append(tenth(lastX)).append(' ').append(tenth(lastY));
        for (int i = 2; i < points.length; i += 2) {
            if (Math.abs(points[i] - lastX) + Math.abs(points[i + 1] - lastY) >= 0.8 || i == points.length - 2) {
                lastX = points[i];
                lastY = points[i + 1];
                path.append('L').append(tenth(lastX)).append(' ').append(tenth(lastY));
            }
        }
        if (closed) {
            path.append('Z');
        }
    }

    private void countries(Html html, Outline outline) {
        int shown = 0;
        for (Outline.Country country : outline.countries()) {
            double x = x(nearest(country.lon()));
            double y = y(country.lat());
            double half = country.name().length() * 3.9 + 6;
            double[] box = {x - half, y - 9, x + half, y + 6};
            if (shown < 14 && x > half && x < WIDTH - half && y > 14 && y < HEIGHT - 26 && isFree(box)) {
                taken.add(box);
                html.element(
                        "text",
                        country.name(),
                        "class",
                        "country",
                        "x",
                        tenth(x),
                        "y",
                        tenth(y),
                        "text-anchor",
                        "middle");
                shown++;
            }
        }
    }

    private double nearest(double lon) {
        double best = lon;
        for (int turn = -360; turn <= 360; turn += 360) {
            if (Math.abs(lon + turn - middleLon) < Math.abs(best - middleLon)) {
                best = lon + turn;
            }
        }
        return best;
    }

    private void pin(Html html, Pin pin) {
        String x = tenth(x(nearest(pin.lon)));
        String y = tenth(y(pin.lat));
        if (pin.exact) {
            html.empty("circle", "class", "pin", "cx", x, "cy", y, "r", "9");
        } else {
            html.empty("circle", "class", "area", "cx", x, "cy", y, "r", "34");
            html.empty("circle", "class", "plate", "cx", x, "cy", y, "r", "9");
        }
        html.element(
                "text",
                Integer.toString(pin.number),
                "class",
                pin.exact ? "pin-number" : "area-number",
                "x",
                x,
                "y",
                tenth(y(pin.lat) + 3.8),
                "text-anchor",
                "middle");
    }

    /** A name to the right, the left, below or above its pin, where there is room; the list beside the map has it in any case. */
    private void name(List<Html> names, Pin pin) {
        String shown = pin.name.codePointCount(0, pin.name.length()) > 28
                ? pin.name.substring(0, pin.name.offsetByCodePoints(0, 27)) + "…"
                : pin.name;
        double wide = shown.length() * 8.4;
        double x = x(nearest(pin.lon));
        double y = y(pin.lat);
        String[] anchors = {"start", "end", "middle", "middle"};
        double[][] spots = {{x + 14, y + 4.5}, {x - 14, y + 4.5}, {x, y + 26}, {x, y - 15}};
        double[] lefts = {x + 14, x - 14 - wide, x - wide / 2, x - wide / 2};
        for (int i = 0; i < spots.length; i++) {
            double[] box = {lefts[i], spots[i][1] - 12, lefts[i] + wide, spots[i][1] + 4};
            if (box[0] > 2 && box[2] < WIDTH - 2 && box[1] > 2 && box[3] < HEIGHT - 24 && isFree(box)) {
                taken.add(box);
                names.add(new Html()
                        .element(
                                "text",
                                shown,
                                "class",
                                "place",
                                "x",
                                tenth(spots[i][0]),
                                "y",
                                tenth(spots[i][1]),
                                "text-anchor",
                                anchors[i]));
                return;
            }
        }
    }

    private boolean isFree(double[] box) {
        for (double[] other : taken) {
            if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) {
                return false;
            }
        }
        return true;
    }

    /** A bar of a round number of kilometres; one degree of latitude is 111.2 km. */
    private void scale(Html html) {
        double perKilometre = perLat / 111.2;
        int kilometres = 1;
        for (int each : new int[] {5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000}) {
            if (each * perKilometre <= 150) {
                kilometres = each;
            }
        }
        double length = kilometres * perKilometre;
        int y = HEIGHT - 12;
        html.empty(
                "path", "class", "scale", "d", "M12 " + (y - 5) + "V" + y + "H" + tenth(12 + length) + "V" + (y - 5));
        html.element(
                "text", kilometres + " km", "class", "scale-text", "x", tenth(20 + length), "y", Integer.toString(y));
    }

    private double x(double lon) {
        return WIDTH / 2.0 + (lon - middleLon) * perLon;
    }

    private double y(double lat) {
        return HEIGHT / 2.0 - (lat - middleLat) * perLat;
    }

    private static String tenth(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
