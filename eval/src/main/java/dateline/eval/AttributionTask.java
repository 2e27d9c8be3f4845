package dateline.eval;

import dateline.analysis.Analysis;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.text.Tree;
import dateline.pipeline.Pipeline;
import dateline.reader.EmbeddedRunner;
import dateline.reader.Reader;
import dateline.report.Report;
import dateline.report.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Who says what, from raw text: share of words whose role (source, cue, content) is what the annotators of PolNeAR gave, as
 * F1 per role, of what Dateline finally says. Articles: {@code polnear_dev.jsonl}, never tuned on.
 */
final class AttributionTask implements Task {
    private static final List<String> ROLES = List.of("source", "cue", "content");

    @Override
    public String name() {
        return "attribution";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        List<Path> files = DataFiles.below(data, name -> name.matches("polnear.*dev.*\\.jsonl(\\.gz)?"));
        if (files.isEmpty()) {
            throw new IOException("attribution: no polnear_dev.jsonl below " + data);
        }
        int[][] counts = new int[ROLES.size()][3];
        List<String> lines = new ArrayList<>();
        try (EmbeddedRunner runner = new EmbeddedRunner(Reader.open(), Pipeline.bundled())) {
            for (Path file : files) {
                List<JsonNode> articles = DataFiles.jsonLines(file);
                for (int i = 0; i < articles.size(); i++) {
                    if (i % 20 == 0) {
                        progress.println("attribution: article " + (i + 1) + " of " + articles.size());
                    }
                    JsonNode article = articles.get(i);
                    score(
                            runner.analyse(TextReader.report(
                                    article.path("id").asString(),
                                    article.path("text").asString())),
                            article,
                            counts,
                            lines);
                }
            }
        }
        if (predictions.isPresent()) {
            Files.write(predictions.get(), lines, StandardCharsets.UTF_8);
        }
        Scores.Builder scores = Scores.of(name());
        for (int role = 0; role < ROLES.size(); role++) {
            int[] count = counts[role];
            scores.figure(
                    ROLES.get(role) + "_f1", count[1] + count[2] == 0 ? 0 : 2.0 * count[0] / (count[1] + count[2]));
        }
        return scores.peer("annotators of PolNeAR", "agreement", 0.92, "its repository")
                .peer("a probe on frozen word states", "source", 0.61, "reader.md")
                .peer("a probe on frozen word states", "cue", 0.58, "reader.md")
                .peer("a probe on frozen word states", "content", 0.80, "reader.md")
                .done();
    }

    private static void score(Analysis analysis, JsonNode article, int[][] counts, List<String> lines) {
        List<List<Span>> gold = List.of(spans(article, "source"), spans(article, "cue"), spans(article, "content"));
        List<List<Span>> said = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Attribution attribution : analysis.attributions()) {
            attribution.source().ifPresent(said.get(0)::add);
            attribution.cue().ifPresent(said.get(1)::add);
            said.get(2).addAll(attribution.content());
        }
        for (Tree tree : analysis.trees()) {
            for (int word = 0; word < tree.size(); word++) {
                Span span = tree.span(word);
                for (int role = 0; role < ROLES.size(); role++) {
                    boolean wanted = gold.get(role).stream().anyMatch(span::overlaps);
                    boolean got = said.get(role).stream().anyMatch(span::overlaps);
                    counts[role][0] += wanted && got ? 1 : 0;
                    counts[role][1] += wanted ? 1 : 0;
                    counts[role][2] += got ? 1 : 0;
                }
            }
        }
        Report report = analysis.segmented().report();
        for (int role = 0; role < ROLES.size(); role++) {
            for (Span span : said.get(role)) {
                lines.add("{\"id\": \"" + report.file() + "\", \"role\": \"" + ROLES.get(role) + "\", \"start\": "
                        + report.text().codePointCount(0, span.begin()) + ", \"end\": "
                        + report.text().codePointCount(0, span.end()) + "}");
            }
        }
    }

    /** Gold spans of a role; offsets count code points. */
    private static List<Span> spans(JsonNode article, String role) {
        String text = article.path("text").asString();
        List<Span> spans = new ArrayList<>();
        for (JsonNode attribution : article.path("attributions")) {
            for (JsonNode part : attribution.path(role)) {
                for (JsonNode span : part.path("spans")) {
                    spans.add(new Span(
                            text.offsetByCodePoints(0, span.get(0).asInt()),
                            text.offsetByCodePoints(0, span.get(1).asInt())));
                }
            }
        }
        return spans;
    }
}
