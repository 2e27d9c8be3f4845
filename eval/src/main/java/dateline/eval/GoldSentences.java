package dateline.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/**
 * Sentences with gold words, from the files they come in: JSON Lines of {@code data/reader}, CoNLL-U trees, and name files
 * with a word and a BIO tag on each line. Sets that the model learns from ({@code *_train*}) are passed over.
 */
final class GoldSentences {
    private GoldSentences() {}

    /**
     * One sentence; a layer that its corpus does not have is empty.
     *
     * @param heads counted from 1, 0 for the root
     * @param names BIO tags; a tag of another kind means that nobody knows
     * @param misc whether the corpus marks MISC at all
     */
    record Gold(
            String id,
            List<String> words,
            List<String> classes,
            List<Integer> heads,
            List<String> relations,
            List<String> names,
            boolean misc) {
        boolean hasTree() {
            return heads.size() == words.size() && !words.isEmpty();
        }

        boolean hasNames() {
            return names.size() == words.size() && !words.isEmpty();
        }
    }

    /** Set name to sentences, for every file below {@code data} that can be read, in the order of their paths. */
    static Map<String, List<Gold>> below(Path data) throws IOException {
        Map<String, List<Gold>> sets = new LinkedHashMap<>();
        List<Path> files = DataFiles.below(
                data, name -> !name.contains("train") && name.matches(".*\\.(jsonl|conllu|iob2|bio|conll)(\\.gz)?"));
        for (Path file : files) {
            String name = file.getFileName().toString();
            String set = name.replaceAll("\\.(jsonl|conllu|iob2|bio|conll)(\\.gz)?$", "");
            List<Gold> sentences = name.contains(".jsonl") ? json(file) : columns(file, name);
            if (!sentences.isEmpty()) {
                sets.merge(set, sentences, (one, other) -> {
                    List<Gold> both = new ArrayList<>(one);
                    both.addAll(other);
                    return both;
                });
            }
        }
        return sets;
    }

    private static List<Gold> json(Path file) throws IOException {
        List<Gold> sentences = new ArrayList<>();
        for (JsonNode object : DataFiles.jsonLines(file)) {
            List<String> words = DataFiles.strings(object, "w");
            if (words.isEmpty()) {
                return List.of();
            }
            List<Integer> heads = new ArrayList<>();
            JsonNode array = object.get("head");
            if (array != null) {
                array.forEach(each -> heads.add(each.asInt()));
            }
            JsonNode id = object.get("id");
            JsonNode misc = object.get("misc");
            sentences.add(new Gold(
                    id == null ? "" : id.asString(),
                    words,
                    DataFiles.strings(object, "pos"),
                    heads,
                    DataFiles.strings(object, "rel"),
                    DataFiles.strings(object, "ner"),
                    misc != null && misc.asBoolean()));
        }
        return sentences;
    }

    private static List<Gold> columns(Path file, String name) throws IOException {
        boolean trees = name.contains(".conllu");
        List<Gold> sentences = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                name.endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank()) {
                    flush(rows, trees, sentences);
                } else if (!line.startsWith("# ") && !line.startsWith("-DOCSTART-")) {
                    rows.add(line.split(trees ? "\t" : "[\t ]+"));
                }
            }
        }
        flush(rows, trees, sentences);
        return misc(sentences);
    }

    private static void flush(List<String[]> rows, boolean trees, List<Gold> to) {
        List<String> words = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        List<Integer> heads = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String[] row : rows) {
            if (trees) {
                // "3-4" is a written word of several, "3.1" a word nobody wrote.
                if (row.length > 7 && row[0].matches("\\d+")) {
                    words.add(row[1]);
                    classes.add(row[3]);
                    heads.add(Integer.parseInt(row[6]));
                    relations.add(row[7].replaceAll(":.*", ""));
                }
            } else if (row.length > 1) {
                boolean numbered = row.length > 2 && row[0].matches("\\d+") && row[2].matches("[A-Z](-.*)?");
                words.add(numbered ? row[1] : row[0]);
                names.add(numbered ? row[2] : row[row.length - 1]);
            }
        }
        rows.clear();
        if (!words.isEmpty()) {
            to.add(new Gold("", words, classes, heads, relations, names, false));
        }
    }

    /** A corpus marks MISC when some sentence of it does. */
    private static List<Gold> misc(List<Gold> sentences) {
        boolean marks = sentences.stream().anyMatch(each -> each.names().contains("B-MISC"));
        return sentences.stream()
                .map(each -> new Gold(
                        each.id(), each.words(), each.classes(), each.heads(), each.relations(), each.names(), marks))
                .toList();
    }
}
