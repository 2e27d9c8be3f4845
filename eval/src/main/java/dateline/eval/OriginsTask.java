package dateline.eval;

import dateline.analysis.Analysis;
import dateline.analysis.layout.Layout;
import dateline.analysis.text.Segmented;
import dateline.pipeline.Pipeline;
import dateline.reconcile.StoryReports;
import dateline.reconcile.origin.Copies;
import dateline.report.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Do two texts go back to one origin? Pairs of {@code origins.jsonl}: exact, near, edited, partial and quoted-post are yes,
 * none is no. The program says yes when it finds a copy, a partial reuse, or a post of one author in both.
 */
public final class OriginsTask implements Task {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pipeline pipeline = Pipeline.bundled();

    @Override
    public String name() {
        return "origins";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        List<JsonNode> set = GoldTexts.set(data, "origins.jsonl");
        GoldTexts texts = new GoldTexts(data);
        Tally all = new Tally();
        Map<String, Tally> sets = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        for (JsonNode pair : set) {
            Optional<Segmented> one = stretch(texts, pair.get("a"), "a");
            Optional<Segmented> other = stretch(texts, pair.get("b"), "b");
            if (one.isEmpty() || other.isEmpty()) {
                continue;
            }
            String origin = pair.get("origin").asString();
            boolean gold = !origin.equals("none");
            String why = same(one.get(), other.get());
            boolean ours = !why.isEmpty();
            all.add(gold, ours);
            sets.computeIfAbsent(pair.get("part").asString(), part -> new Tally())
                    .add(gold, ours);
            sets.computeIfAbsent("kind " + origin, part -> new Tally()).add(gold, ours);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("gold", pair);
            line.put("same", ours);
            line.put("why", why);
            lines.add(JSON.writeValueAsString(line));
        }
        if (lines.isEmpty()) {
            throw new IOException("origins: none of the texts of origins.jsonl lies below " + data);
        }
        if (predictions.isPresent()) {
            Files.write(predictions.get(), lines, StandardCharsets.UTF_8);
        }
        Scores.Builder scores = Scores.of(name());
        all.figures().forEach(scores::figure);
        sets.forEach((part, tally) -> tally.figures().forEach((key, value) -> scores.figure(part, key, value)));
        return scores.remark("part 'tune' was looked at when the thresholds were set, 'report' was not")
                .done();
    }

    private Optional<Segmented> stretch(GoldTexts texts, JsonNode reference, String name) throws IOException {
        return texts.of(reference)
                .map(text -> pipeline.segment(Analyst.report(
                        name,
                        text.text(),
                        new Span(
                                text.at(reference.get("start").asInt()),
                                text.at(reference.get("end").asInt())))));
    }

    /** Why both go back to one origin, or nothing. */
    private static String same(Segmented one, Segmented other) {
        Copies.Origins origins =
                Copies.find(new StoryReports(List.of(unread(one), unread(other))), Copies.Policy.DEFAULT);
        for (List<Copies.Copy> found : List.of(origins.copies(), origins.partial())) {
            if (!found.isEmpty()) {
                return found.get(0).why();
            }
        }
        for (Layout.Post mine : one.layout().posts()) {
            for (Layout.Post theirs : other.layout().posts()) {
                if (mine.handle()
                        .toLowerCase(Locale.ROOT)
                        .equals(theirs.handle().toLowerCase(Locale.ROOT))) {
                    return "the same post of " + mine.handle();
                }
            }
        }
        return "";
    }

    /** Whether two texts are one copy is asked of their words alone, before anything is read in them. */
    private static Analysis unread(Segmented segmented) {
        return new Analysis(
                segmented, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    private static final class Tally {
        private int gold;
        private int found;
        private int right;
        private int pairs;

        void add(boolean isSame, boolean saidSame) {
            pairs++;
            gold += isSame ? 1 : 0;
            found += saidSame ? 1 : 0;
            right += isSame && saidSame ? 1 : 0;
        }

        Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("precision", found == 0 ? 1 : right / (double) found);
            if (gold > 0) {
                figures.put("recall", right / (double) gold);
            }
            figures.put("pairs", (double) pairs);
            return figures;
        }
    }
}
