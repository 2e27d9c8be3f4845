package dateline.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The texts that a set of offsets points to: a file, a document or an article of a JSON Lines file, or one side of a pair. A
 * text counts only when it has the very hash the set was written from.
 */
final class GoldTexts {
    private static final Path OWN_GOLD = Path.of("eval", "gold");

    private final Path data;
    private final Map<String, List<JsonNode>> lines = new HashMap<>();
    private final Map<String, Map<String, JsonNode>> byId = new HashMap<>();
    private final Map<String, Optional<Path>> places = new HashMap<>();

    GoldTexts(Path data) {
        this.data = data;
    }

    /** The sets of this name below the data, else the project's own. */
    static List<JsonNode> set(Path data, String name) throws IOException {
        List<Path> files = new ArrayList<>(DataFiles.below(data, name::equals));
        if (files.isEmpty() && Files.exists(OWN_GOLD.resolve(name))) {
            files.add(OWN_GOLD.resolve(name));
        }
        if (files.isEmpty()) {
            throw new IOException("no " + name + " below " + data + ", and none in " + OWN_GOLD);
        }
        List<JsonNode> entries = new ArrayList<>();
        for (Path file : files) {
            entries.addAll(DataFiles.jsonLines(file));
        }
        return entries;
    }

    /** @param key the same for all references into one text; {@code file} where it lies; {@code isFile} when it is a file of its own */
    record Found(String key, Path file, boolean isFile, String text) {
        /** Index in UTF-16 units of a place counted in code points. */
        int at(int codePoints) {
            return text.offsetByCodePoints(0, codePoints);
        }
    }

    /** The text that a reference means; empty when the data does not have it, or has another text there. */
    Optional<Found> of(JsonNode reference) throws IOException {
        String name = reference.get("file").asString();
        Optional<Path> file = place(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        boolean isFile = !name.endsWith(".jsonl");
        Optional<String> text = isFile
                ? Optional.of(Files.readString(file.get(), StandardCharsets.UTF_8))
                : inLines(name, file.get(), reference);
        return text.filter(each -> sha256(each).equals(reference.get("sha256").asString()))
                .map(each -> new Found(reference.get("sha256").asString(), file.get(), isFile, each));
    }

    private Optional<Path> place(String name) throws IOException {
        Optional<Path> known = places.get(name);
        if (known == null) {
            String last = String.valueOf(Path.of(name).getFileName());
            known = DataFiles.below(data, last::equals).stream()
                    .min(java.util.Comparator.comparing(
                            (Path path) -> path.toAbsolutePath().endsWith(name) ? 0 : 1));
            places.put(name, known);
        }
        return known;
    }

    private Optional<String> inLines(String name, Path file, JsonNode reference) throws IOException {
        if (!lines.containsKey(name)) {
            lines.put(name, DataFiles.jsonLines(file));
            Map<String, JsonNode> ids = new LinkedHashMap<>();
            for (JsonNode each : lines.getOrDefault(name, List.of())) {
                if (each.has("id")) {
                    ids.put(each.get("id").asString(), each);
                }
            }
            byId.put(name, ids);
        }
        if (reference.has("line")) {
            List<JsonNode> all = lines.getOrDefault(name, List.of());
            int line = reference.get("line").asInt();
            return line > all.size()
                    ? Optional.empty()
                    : Optional.of(all.get(line - 1)
                            .get(reference.get("side").asString())
                            .asString());
        }
        JsonNode document =
                byId.getOrDefault(name, Map.of()).get(reference.get("id").asString());
        if (document == null) {
            return Optional.empty();
        }
        if (!reference.has("article")) {
            return Optional.of(document.get("text").asString());
        }
        JsonNode article = document.get("articles").get(reference.get("article").asInt());
        return Optional.of(
                article.isString() ? article.asString() : article.get("text").asString());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
