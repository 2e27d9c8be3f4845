package dateline.eval;

import dateline.analysis.Analysis;
import dateline.analysis.quantity.Quantity;
import dateline.report.Report;
import dateline.report.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Numbers in news against {@code quantities.jsonl}: of each marked number, whether the program says the same kind and the same
 * interval. A number that it does not find at all is wrong.
 */
public final class QuantitiesTask implements Task {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Kinds that the program tells apart and the gold does not. */
    private static final Set<String> OTHER = Set.of("percent", "distance", "displaced");
    /** Relative difference under which two bounds are the same: what binary fractions may differ by. */
    private static final double SAME = 1e-6;

    private final Supplier<Analyst> analysts;

    public QuantitiesTask() {
        this(Analyst::open);
    }

    QuantitiesTask(Supplier<Analyst> analysts) {
        this.analysts = analysts;
    }

    @Override
    public String name() {
        return "quantities";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        List<JsonNode> set = GoldTexts.set(data, "quantities.jsonl");
        GoldTexts texts = new GoldTexts(data);
        Map<String, Analysis> analyses = new HashMap<>();
        Tally all = new Tally();
        Map<String, Tally> parts = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        int absent = 0;
        try (Analyst analyst = analysts.get()) {
            for (JsonNode gold : set) {
                Optional<GoldTexts.Found> text = texts.of(gold);
                if (text.isEmpty()) {
                    absent++;
                    continue;
                }
                GoldTexts.Found found = text.get();
                Analysis analysis = analyses.get(found.key());
                if (analysis == null) {
                    analysis = analyst.analyse(report(found));
                    analyses.put(found.key(), analysis);
                }
                Span number = new Span(
                        found.at(gold.get("start").asInt()),
                        found.at(gold.get("end").asInt()));
                Optional<Quantity> ours = at(analysis, number);
                boolean what = ours.isPresent()
                        && kind(ours.get()).equals(gold.get("what").asString());
                boolean interval = ours.isPresent()
                        && same(ours.get().min(), gold.get("min"))
                        && same(ours.get().max(), gold.get("max"));
                all.add(ours.isPresent(), what, interval);
                parts.computeIfAbsent(gold.get("part").asString(), part -> new Tally())
                        .add(ours.isPresent(), what, interval);
                lines.add(line(gold, ours, what && interval));
            }
        }
        if (lines.isEmpty()) {
            throw new IOException("quantities: none of the texts of quantities.jsonl lies below " + data);
        }
        if (predictions.isPresent()) {
            Files.write(predictions.get(), lines, StandardCharsets.UTF_8);
        }
        Scores.Builder scores = Scores.of(name());
        all.figures().forEach(scores::figure);
        parts.forEach((part, tally) -> tally.figures().forEach((key, value) -> scores.figure(part, key, value)));
        if (absent > 0) {
            scores.remark(absent + " marked numbers were left out: their texts are not below the data folder");
        }
        return scores.remark(
                        "accuracy: kind and both ends of the interval right; part 'tune' was looked at, 'report' was"
                                + " not")
                .done();
    }

    private static Report report(GoldTexts.Found text) throws IOException {
        if (text.isFile()) {
            List<Report> taken = Analyst.taken(List.of(text.file()));
            if (taken.size() == 1 && taken.get(0).text().equals(text.text())) {
                return taken.get(0);
            }
        }
        return Analyst.report(text.key(), text.text(), new Span(0, text.text().length()));
    }

    /** What the program says of this number: the narrowest of its quantities that hold it. */
    private static Optional<Quantity> at(Analysis analysis, Span number) {
        return analysis.quantities().stream()
                .filter(quantity -> quantity.span().overlaps(number))
                .min(Comparator.comparingInt(quantity -> quantity.span().length()));
    }

    private static String kind(Quantity quantity) {
        return OTHER.contains(quantity.what()) ? "other" : quantity.what();
    }

    private static boolean same(OptionalDouble ours, JsonNode gold) {
        if (gold.isNull() || ours.isEmpty()) {
            return gold.isNull() && ours.isEmpty();
        }
        double wanted = gold.asDouble();
        return Math.abs(ours.getAsDouble() - wanted) <= SAME * Math.max(1, Math.abs(wanted));
    }

    private static String line(JsonNode gold, Optional<Quantity> ours, boolean right) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("gold", gold);
        line.put("right", right);
        ours.ifPresent(quantity -> {
            line.put("said", quantity.said());
            line.put("what", kind(quantity));
            quantity.min().ifPresent(min -> line.put("min", min));
            quantity.max().ifPresent(max -> line.put("max", max));
        });
        return JSON.writeValueAsString(line);
    }

    /** Counts of one part. */
    private static final class Tally {
        private int gold;
        private int found;
        private int kinds;
        private int intervals;
        private int right;

        void add(boolean isFound, boolean kind, boolean interval) {
            gold++;
            found += isFound ? 1 : 0;
            kinds += kind ? 1 : 0;
            intervals += interval ? 1 : 0;
            right += kind && interval ? 1 : 0;
        }

        Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("accuracy", right / (double) gold);
            figures.put("found", found / (double) gold);
            figures.put("kind", kinds / (double) gold);
            figures.put("interval", intervals / (double) gold);
            figures.put("gold", (double) gold);
            return figures;
        }
    }
}
