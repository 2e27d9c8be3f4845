package dateline.eval;

import dateline.analysis.text.Segmented;
import dateline.analysis.text.Segmenter;
import dateline.analysis.text.Sentence;
import dateline.analysis.text.Vector;
import dateline.pipeline.BundledLexicon;
import dateline.reader.Reader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The sentence vector: rank correlation (Spearman) between its cosine and what people say of two sentences' likeness. */
public final class VectorTask implements Task {
    private final Supplier<Reader> open;
    private final Segmenter segmenter;

    public VectorTask() {
        this(Reader::open);
    }

    VectorTask(Supplier<Reader> open) {
        this.open = open;
        segmenter = new Segmenter(BundledLexicon.of("en"));
    }

    @Override
    public String name() {
        return "vectors";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Scores.Builder scores = Scores.of(name());
        List<String> lines = new ArrayList<>();
        double sum = 0;
        int sets = 0;
        try (Reader reader = open.get()) {
            for (Path file : DataFiles.below(data, name -> name.matches(".*sts.*\\.jsonl(\\.gz)?"))) {
                List<Double> people = new ArrayList<>();
                List<Double> ours = new ArrayList<>();
                for (JsonNode pair : DataFiles.jsonLines(file)) {
                    if (pair.get("a") == null || pair.get("b") == null || pair.get("score") == null) {
                        break;
                    }
                    people.add(pair.get("score").asDouble());
                    ours.add(vector(reader, pair.get("a").asString())
                            .cosine(vector(reader, pair.get("b").asString())));
                    lines.add("{\"cosine\": " + ours.get(ours.size() - 1) + "}");
                }
                if (people.size() > 2) {
                    double spearman = spearman(people, ours);
                    scores.figure(file.getFileName().toString().replaceAll("\\.jsonl.*", ""), "spearman", spearman);
                    sum += spearman;
                    sets++;
                }
            }
        }
        if (sets == 0) {
            throw new IOException("vectors: no scored pairs (*sts*.jsonl) below " + data);
        }
        NamesTask.write(predictions, lines);
        return scores.figure("spearman", sum / sets)
                .peer("all-MiniLM-L6-v2, stock", "spearman, sts_news", 0.769, "measured in the trial, reader.md")
                .done();
    }

    private Vector vector(Reader reader, String text) {
        Segmented segmented = RawText.segmented(text, segmenter);
        List<String> words = new ArrayList<>();
        for (Sentence sentence : segmented.sentences()) {
            sentence.words().forEach(word -> words.add(segmented.report().quote(word)));
        }
        return reader.read(words).vector();
    }

    /** Correlation of ranks, ties sharing their mean rank. */
    static double spearman(List<Double> one, List<Double> other) {
        double[] a = ranks(one);
        double[] b = ranks(other);
        double mean = (a.length - 1) / 2.0;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
            bb += (b[i] - mean) * (b[i] - mean);
        }
        return aa == 0 || bb == 0 ? 0 : ab / StrictMath.sqrt(aa * bb);
    }

    private static double[] ranks(List<Double> values) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, values.size()).boxed().toList());
        order.sort(Comparator.comparing(values::get));
        double[] ranks = new double[values.size()];
        int from = 0;
        while (from < order.size()) {
            int to = from;
            while (to + 1 < order.size() && values.get(order.get(to + 1)).equals(values.get(order.get(from)))) {
                to++;
            }
            for (int i = from; i <= to; i++) {
                ranks[order.get(i)] = (from + to) / 2.0;
            }
            from = to + 1;
        }
        return ranks;
    }
}
