package dateline.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Finds and reads the files of a measure. */
public final class DataFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DataFiles() {}

    /** Files anywhere below {@code data} whose name fits, sorted by path; {@code data} may be such a file itself. */
    public static List<Path> below(Path data, Predicate<String> name) throws IOException {
        if (!Files.exists(data)) {
            throw new IOException("eval: there is nothing at " + data);
        }
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> name.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** The one object on each line of a JSON Lines file, gzipped or not. */
    public static List<JsonNode> jsonLines(Path file) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    objects.add(JSON.readTree(line));
                }
            }
        }
        return objects;
    }

    /** The first object of a JSON Lines file; empty when the file has none, or its first line is no JSON. */
    public static Optional<JsonNode> firstLine(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            return line == null || line.isBlank() ? Optional.empty() : Optional.of(JSON.readTree(line));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /** The strings of an array, or an empty list when the object has no such array. */
    public static List<String> strings(JsonNode object, String key) {
        List<String> strings = new ArrayList<>();
        JsonNode array = object.get(key);
        if (array != null) {
            for (JsonNode each : array) {
                strings.add(each.asString());
            }
        }
        return strings;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        return file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }
}
