package dateline.analysis.place;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Place names and what they may mean: countries with the words for their people, regions, districts, towns of about a
 * thousand people and more, seas, rivers and well-known parts of the world. Names are found by binary search in one
 * buffer; places become objects only when asked for. Made by {@code core/src/gazetteer/make.py}.
 */
public final class Gazetteer {
    private static final int MARK = 0x504C4143;
    private static final double STEPS_PER_DEGREE = 500;

    private final byte[] data;
    private final int count;
    private final String[] codes;
    private final int kinds;
    private final int countries;
    private final int regions;
    private final int lats;
    private final int lons;
    private final int populations;
    private final int[] names;
    private final int numbers;
    private final int[] words;
    private final Names keys;
    private final int[] first;
    private final int meanings;
    private final int meaningCount;
    private final Names people;
    private final int peoplePlaces;
    private final int peopleCount;
    private final boolean[] capital;

    /** Sorted UTF-8 lines in the buffer: where each begins, and one more for the end. */
    private record Names(int[] starts) {}

    private Gazetteer(byte[] data) {
        this.data = data;
        ByteBuffer in = ByteBuffer.wrap(data);
        if (in.getInt() != MARK) {
            throw new IllegalArgumentException("gazetteer: this is not a gazetteer");
        }
        count = in.getInt();
        codes = new String[in.getInt()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new String(data, in.position(), 2, StandardCharsets.US_ASCII).strip();
            in.position(in.position() + 2);
        }
        kinds = skip(in, count);
        countries = skip(in, count);
        regions = skip(in, 2 * count);
        lats = skip(in, 3 * count);
        lons = skip(in, 3 * count);
        populations = skip(in, 3 * count);
        names = lines(in, count);
        numbers = skip(in, 4 * count);
        words = lines(in, count);
        int keyCount = in.getInt();
        keys = new Names(lines(in, keyCount));
        int sizes = skip(in, keyCount);
        first = new int[keyCount + 1];
        for (int i = 0; i < keyCount; i++) {
            first[i + 1] = first[i] + (data[sizes + i] & 255);
        }
        meaningCount = in.getInt();
        meanings = skip(in, 3 * meaningCount);
        peopleCount = in.getInt();
        people = new Names(lines(in, peopleCount));
        peoplePlaces = skip(in, 3 * peopleCount);
        int capitals = in.getInt();
        int at = skip(in, 3 * capitals);
        capital = new boolean[count];
        for (int i = 0; i < capitals; i++) {
            capital[plane(at, capitals, i, 3)] = true;
        }
    }

    /** The gazetteer shipped with the program; read at the first call. */
    public static Gazetteer bundled() {
        return Bundled.GAZETTEER;
    }

    private static final class Bundled {
        static final Gazetteer GAZETTEER = open();

        private static Gazetteer open() {
            try (InputStream stream = Gazetteer.class.getResourceAsStream("/gazetteer/places.bin.gz")) {
                if (stream == null) {
                    throw new IllegalStateException("gazetteer: /gazetteer/places.bin.gz is not in the program");
                }
                return read(stream);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Reads the packed form. */
    public static Gazetteer read(InputStream packed) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(packed, 1 << 16))) {
            return new Gazetteer(in.readAllBytes());
        }
    }

    /** Every place that bears the name, in any of its spellings, likeliest first when nothing else is known. */
    public List<Place> named(String name) {
        int at = find(keys, key(name));
        if (at < 0) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        for (int i = first[at]; i < first[at + 1]; i++) {
            places.add(place(plane(meanings, meaningCount, i, 3)));
        }
        return List.copyOf(places);
    }

    public boolean knows(String name) {
        return find(keys, key(name)) >= 0;
    }

    /** The country whose people, language or things are called so: "Norwegian", "Swedes"; the first of two for "Congolese". */
    public Optional<Place> ofPeople(String word) {
        int at = find(people, key(word));
        return at < 0 ? Optional.empty() : Optional.of(place(plane(peoplePlaces, peopleCount, at, 3)));
    }

    /** The country by its two-letter code. */
    public Optional<Place> country(String code) {
        for (int i = 0; i < count && (data[kinds + i] == 0); i++) {
            if (codes[data[countries + i] & 255].equals(code)) {
                return Optional.of(place(i));
            }
        }
        return Optional.empty();
    }

    /**
     * A name as it is looked up: lower case, without marks over letters, apostrophes, points and a leading "the"; other
     * signs are blanks; "St" is "saint".
     */
    public static String key(String name) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            plain.append(
                    switch (name.charAt(i)) {
                        case 'ø', 'Ø' -> "o";
                        case 'ł', 'Ł' -> "l";
                        case 'đ', 'Đ' -> "d";
                        case 'ı' -> "i";
                        case 'ß' -> "ss";
                        case 'æ', 'Æ' -> "ae";
                        case 'œ' -> "oe";
                        case 'þ' -> "th";
                        case 'ð' -> "d";
                        case 'ə', 'Ə' -> "a";
                        default -> String.valueOf(name.charAt(i));
                    });
        }
        String apart = Normalizer.normalize(plain, Normalizer.Form.NFD).toLowerCase(java.util.Locale.ROOT);
        StringBuilder out = new StringBuilder();
        apart.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.NON_SPACING_MARK || "'’‘`ʼʻ.".indexOf(c) >= 0) {
                return;
            }
            if (Character.isLetterOrDigit(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(' ');
            }
        });
        String[] parts = out.toString().strip().split(" +");
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (i == 0 && parts.length > 1 && parts[i].equals("the")) {
                continue;
            }
            if (!key.isEmpty()) {
                key.append(' ');
            }
            key.append(parts.length > 1 && parts[i].equals("st") ? "saint" : parts[i]);
        }
        return key.toString();
    }

    private Place place(int number) {
        int region = plane(regions, count, number, 2) - 1;
        return new Place(
                ident(number),
                line(names, number),
                codes[data[countries + number] & 255],
                Place.Kind.values()[data[kinds + number]],
                region < 0 ? Optional.empty() : Optional.of(ident(region)),
                plane(lats, count, number, 3) / STEPS_PER_DEGREE - 90,
                plane(lons, count, number, 3) / STEPS_PER_DEGREE - 180,
                100L * plane(populations, count, number, 3),
                capital[number]);
    }

    private String ident(int number) {
        int numeric = plane(numbers, count, number, 4);
        String written = line(words, number);
        if (numeric != 0) {
            return Integer.toString(numeric);
        }
        return written.isEmpty() ? "t" + number : written;
    }

    /** A number whose bytes stand in as many columns, lowest first. */
    private int plane(int begin, int rows, int row, int width) {
        int value = 0;
        for (int b = 0; b < width; b++) {
            value |= (data[begin + b * rows + row] & 255) << (8 * b);
        }
        return value;
    }

    private String line(int[] starts, int row) {
        return new String(data, starts[row], starts[row + 1] - starts[row] - 1, StandardCharsets.UTF_8);
    }

    private int find(Names sorted, String wanted) {
        byte[] bytes = wanted.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = sorted.starts().length - 2;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int begin = sorted.starts()[middle];
            int order = java.util.Arrays.compareUnsigned(
                    data, begin, sorted.starts()[middle + 1] - 1, bytes, 0, bytes.length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static int skip(ByteBuffer in, int size) {
        int begin = in.position();
        in.position(begin + size);
        return begin;
    }

    private int[] lines(ByteBuffer in, int lines) {
        int size = in.getInt();
        int begin = skip(in, size);
        int[] starts = new int[lines + 1];
        starts[0] = begin;
        int line = 0;
        for (int i = begin; i < begin + size; i++) {
            if (data[i] == '\n') {
                line++;
                starts[line] = i + 1;
            }
        }
        if (line != lines) {
            throw new IllegalArgumentException("gazetteer: " + line + " lines where " + lines + " were promised");
        }
        return starts;
    }
}
