package dateline.eval;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.ingest.Intake;
import dateline.ingest.Settings;
import dateline.ingest.Taken;
import dateline.pipeline.BundledLexicon;
import dateline.pipeline.Pipeline;
import dateline.reader.EmbeddedRunner;
import dateline.reader.Reader;
import dateline.reconcile.Reconciled;
import dateline.reconcile.event.Kinship;
import dateline.reconcile.finding.Comparison;
import dateline.reconcile.finding.Figure;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Two differing values of one story: contradiction, compatible, update or unrelated. The pairs are this project's own
 * ({@code eval/gold/pairs.jsonl}: offsets into the development data); both whole texts are read and reconciled as one story, and
 * the comparison that makes an account's disagreements judges the two values, in both directions.
 */
final class PairsTask implements Task {
    private static final Path GOLD = Path.of("eval", "gold", "pairs.jsonl");
    private static final LocalDate TODAY = LocalDate.of(2100, 1, 1);
    static final List<String> VERDICTS = List.of("contradiction", "compatible", "update", "unrelated");

    @Override
    public String name() {
        return "pairs";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        if (!Files.exists(GOLD)) {
            throw new IOException("pairs: there is no " + GOLD + "; run from the folder of the project");
        }
        Map<String, Tally> parts = new LinkedHashMap<>();
        Tally report = new Tally();
        Tally tune = new Tally();
        parts.put("report", report);
        parts.put("tune", tune);
        List<String> lines = new ArrayList<>();
        int lopsided = 0;
        List<JsonNode> pairs = DataFiles.jsonLines(GOLD);
        try (EmbeddedRunner runner = new EmbeddedRunner(Reader.open(), Pipeline.bundled())) {
            Texts texts = new Texts(data, runner);
            Lexicon lexicon = BundledLexicon.of("en");
            Judge judge = new Judge(lexicon);
            for (JsonNode pair : pairs) {
                String wanted = pair.get("verdict").asString();
                String there = judge.verdict(texts, pair.get("a"), pair.get("b"));
                String back = judge.verdict(texts, pair.get("b"), pair.get("a"));
                lopsided += there.equals(back) ? 0 : 1;
                (pair.get("part").asString().equals("tune") ? tune : report).add(wanted, there);
                lines.add("{\"pair\": " + lines.size() + ", \"wanted\": \"" + wanted + "\", \"found\": \"" + there
                        + "\"}");
                if (lines.size() % 50 == 0) {
                    progress.println("pairs: " + lines.size() + " of " + pairs.size());
                }
            }
        }
        if (predictions.isPresent()) {
            Files.createDirectories(predictions.get());
            Files.write(predictions.get().resolve("pairs.jsonl"), lines, StandardCharsets.UTF_8);
        }
        Scores.Builder scores = Scores.of("pairs").figure("macro_f1", report.macro());
        parts.forEach((part, tally) -> {
            scores.figure(part, "macro_f1", tally.macro());
            VERDICTS.forEach(verdict -> scores.figure(part, verdict + "_f1", tally.f1(verdict)));
        });
        return scores.remark("macro_f1 is of the part that was not tuned on; " + pairs.size()
                        + " pairs, annotated by one reader; " + lopsided + " judged otherwise the other way round.")
                .done();
    }

    /** How often each verdict was wanted, found, and both. */
    static final class Tally {
        private final Map<String, int[]> counts = new LinkedHashMap<>();

        void add(String wanted, String found) {
            of(wanted)[0]++;
            of(found)[1]++;
            if (wanted.equals(found)) {
                of(wanted)[2]++;
            }
        }

        private int[] of(String verdict) {
            return counts.computeIfAbsent(verdict, k -> new int[3]);
        }

        double f1(String verdict) {
            int[] count = of(verdict);
            return count[0] + count[1] == 0 ? 0 : 2.0 * count[2] / (count[0] + count[1]);
        }

        double macro() {
            return VERDICTS.stream().mapToDouble(this::f1).average().orElse(0);
        }
    }

    /** Asks the product what two values of two texts are to each other. */
    private static final class Judge {
        private final Comparison comparison;
        private final Pipeline pipeline = Pipeline.bundled();

        Judge(Lexicon lexicon) {
            comparison = new Comparison(lexicon, new Kinship(lexicon), Comparison.Policy.DEFAULT);
        }

        String verdict(Texts texts, JsonNode a, JsonNode b) throws IOException {
            Analysis one = texts.analysis(a);
            Analysis other = texts.analysis(b);
            Reconciled story = pipeline.reconcile(one.equals(other) ? List.of(one) : List.of(one, other), List.of());
            Optional<Figure> first = figure(story, one, a);
            Optional<Figure> second = figure(story, other, b);
            if (first.isEmpty() || second.isEmpty()) {
                return "unrelated";
            }
            return switch (comparison.compare(story.story(), first.get(), second.get())) {
                case CONTRADICTION -> "contradiction";
                case UPDATE -> "update";
                case SAME, COMPATIBLE -> "compatible";
                case UNRELATED -> "unrelated";
            };
        }

        /** The figure that covers most of the marked value. */
        private static Optional<Figure> figure(Reconciled story, Analysis analysis, JsonNode at) {
            Report report = analysis.segmented().report();
            int begin = report.text().offsetByCodePoints(0, at.get("valueStart").asInt());
            int end = report.text().offsetByCodePoints(0, at.get("valueEnd").asInt());
            Figure best = null;
            int most = 0;
            for (Figure figure : story.figures()) {
                if (story.story().report(figure.report()).id().equals(report.id())) {
                    Span span = figure.quantity().span();
                    int common = Math.min(end, span.end()) - Math.max(begin, span.begin());
                    if (common > most) {
                        most = common;
                        best = figure;
                    }
                }
            }
            return Optional.ofNullable(best);
        }
    }

    /** The texts that pairs point into, each read once. */
    private static final class Texts {
        private final Path data;
        private final EmbeddedRunner runner;
        private final Map<String, Map<String, JsonNode>> documents = new LinkedHashMap<>();
        private final Map<String, Analysis> read = new LinkedHashMap<>();

        Texts(Path data, EmbeddedRunner runner) {
            this.data = data;
            this.runner = runner;
        }

        Analysis analysis(JsonNode at) throws IOException {
            String file = at.get("file").asString();
            String key = file + "#" + (at.has("id") ? at.get("id").asString() : "") + "#"
                    + (at.has("article") ? at.get("article").asInt() : -1);
            Analysis known = read.get(key);
            if (known == null) {
                known = runner.analyse(file.endsWith(".jsonl") ? document(file, at, key) : cluster(file));
                read.put(key, known);
            }
            return known;
        }

        private Report cluster(String file) throws IOException {
            for (Taken taken :
                    new Intake(BundledLexicon.of("en")).read(List.of(data.resolve(file)), Settings.of(TODAY))) {
                if (taken instanceof Taken.Accepted accepted) {
                    return accepted.report();
                }
            }
            throw new IOException("pairs: " + data.resolve(file) + " is no report");
        }

        private Report document(String file, JsonNode at, String key) throws IOException {
            Map<String, JsonNode> byId = documents.get(file);
            if (byId == null) {
                byId = new LinkedHashMap<>();
                for (JsonNode document : DataFiles.jsonLines(data.resolve(file))) {
                    byId.put(document.get("id").asString(), document);
                }
                documents.put(file, byId);
            }
            JsonNode document = byId.get(at.get("id").asString());
            if (document == null) {
                throw new IOException(
                        "pairs: " + file + " has no " + at.get("id").asString());
            }
            JsonNode text = document.get("text");
            if (at.has("article")) {
                JsonNode article =
                        document.get("articles").get(at.get("article").asInt());
                text = article.isString() ? article : article.get("text");
            }
            Optional<LocalDate> day = Optional.ofNullable(document.get("date"))
                    .filter(date -> !date.isNull())
                    .map(date -> LocalDate.parse(date.asString().substring(0, 10)));
            return new Report(
                    new ReportId(String.format(Locale.ROOT, "%064x", read.size() + 1)),
                    key,
                    text.asString(),
                    new Span(0, text.asString().length()),
                    day,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
    }
}
