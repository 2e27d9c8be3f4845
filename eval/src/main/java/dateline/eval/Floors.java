package dateline.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The least that each measure must reach, kept in a file of lines {@code task, key, least}; comment lines stay as they are. */
public final class Floors {
    /** How far under the reached value a lifted floor lies, so that noise between processors does not break a build. */
    private static final double SLACK = 0.01;

    private final Path file;
    private final List<String> lines;

    private Floors(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    public static Floors in(Path file) throws IOException {
        return new Floors(file, new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8)));
    }

    public OptionalDouble floor(String task, String key) {
        for (String line : lines) {
            String[] parts = line.split("\t");
            if (parts.length == 3 && parts[0].equals(task) && parts[1].equals(key)) {
                return OptionalDouble.of(Double.parseDouble(parts[2]));
            }
        }
        return OptionalDouble.empty();
    }

    /** What fell below its floor, in words; empty when all hold. */
    public List<String> broken(Scores scores) {
        List<String> broken = new ArrayList<>();
        keyed(scores).forEach((key, value) -> {
            OptionalDouble floor = floor(scores.task(), key);
            if (floor.isPresent() && value < floor.getAsDouble() - 1e-9) {
                broken.add(String.format(
                        Locale.ROOT, "%s %s is %.4f, its floor %.4f", scores.task(), key, value, floor.getAsDouble()));
            }
        });
        return broken;
    }

    /** Every figure under its key; that of one set under {@code set.key}, e.g. {@code ewt_dev.las}. */
    private static Map<String, Double> keyed(Scores scores) {
        Map<String, Double> keyed = new LinkedHashMap<>(scores.figures());
        scores.sets().forEach((set, figures) -> figures.forEach((key, value) -> keyed.put(set + "." + key, value)));
        return keyed;
    }

    /** Lifts floors that were passed by more than the slack; never lowers one. */
    public void raise(Scores scores) {
        Map<String, Double> keyed = keyed(scores);
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("\t");
            if (parts.length == 3 && parts[0].equals(scores.task()) && keyed.containsKey(parts[1])) {
                double reached = Math.floor((keyed.get(parts[1]) - SLACK) * 1000) / 1000;
                if (reached > Double.parseDouble(parts[2])) {
                    lines.set(i, parts[0] + "\t" + parts[1] + "\t" + reached);
                }
            }
        }
    }

    public void write() throws IOException {
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
