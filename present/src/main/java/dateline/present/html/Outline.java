package dateline.present.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The world's coasts, land borders and country names; how the file is packed is told in {@code src/map/outline.mjs}. */
record Outline(List<double[]> land, List<double[]> borders, List<Country> countries) {
    private static final double STEP = 50;

    /** A country's name and where it is put; countries come by size, largest first. */
    record Country(double lon, double lat, String name) {}

    static Outline read() {
        List<double[]> land = new ArrayList<>();
        List<double[]> borders = new ArrayList<>();
        List<Country> countries = new ArrayList<>();
        for (String line : text().split("\n")) {
            switch (line.charAt(0)) {
                case 'L', 'H' -> land.add(unpack(line));
                case 'B' -> borders.add(unpack(line));
                case 'C' -> {
                    String[] parts = line.substring(1).split(" ", 4);
                    countries.add(new Country(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), parts[3]));
                }
                default -> {}
            }
        }
        return new Outline(List.copyOf(land), List.copyOf(borders), List.copyOf(countries));
    }

    /** Longitudes and latitudes in turn. */
    private static double[] unpack(String line) {
        double[] values = new double[line.length()];
        int count = 0;
        int[] last = {0, 0};
        int at = 1;
        while (at < line.length()) {
            int value = 0;
            int shift = 0;
            int piece;
            do {
                piece = line.charAt(at++) - 63;
                value |= (piece & 0x1F) << shift;
                shift += 5;
            } while (piece >= 0x20);
            int axis = count % 2;
            last[axis] += (value & 1) != 0 ? ~(value >> 1) : value >> 1;
            values[count++] = last[axis] / STEP;
        }
        return java.util.Arrays.copyOf(values, count);
    }

    private static String text() {
        try (InputStream stream = Outline.class.getResourceAsStream("/dateline/present/html/world.txt")) {
            if (stream == null) {
                throw new IllegalStateException("html: the program was built without its world outline");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
