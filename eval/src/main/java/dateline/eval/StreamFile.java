package dateline.eval;

import dateline.analysis.Analysis;
import dateline.pipeline.BundledLexicon;
import dateline.pipeline.Pipeline;
import dateline.reader.EmbeddedRunner;
import dateline.reader.Reader;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import dateline.story.Profile;
import dateline.story.Profiler;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A stream of reports with the story of each, as JSON Lines: {@code id, date, source, url, title, text, story}. */
record StreamFile(String name, List<Told> told) {
    /** One report of the stream, what placement compares of it, and its story by the gold. */
    record Told(String id, String story, Profile profile) {}

    StreamFile {
        told = List.copyOf(told);
    }

    /** Files below {@code data} whose lines name a story. */
    static List<Path> below(Path data) throws IOException {
        List<Path> streams = new ArrayList<>();
        for (Path file : DataFiles.below(data, name -> name.endsWith(".jsonl") || name.endsWith(".jsonl.gz"))) {
            Optional<JsonNode> first = DataFiles.firstLine(file);
            if (first.isPresent()
                    && first.get().has("story")
                    && first.get().has("text")
                    && first.get().has("id")) {
                streams.add(file);
            }
        }
        return streams;
    }

    /** Reads every report of a stream with the model, as the product does. */
    static StreamFile read(Path file, PrintStream progress) throws IOException {
        String name = file.getFileName().toString().replaceAll("\\.jsonl(\\.gz)?$", "");
        Profiler profiler = new Profiler(BundledLexicon.of("en"), Profiler.Policy.DEFAULT);
        List<JsonNode> lines = new ArrayList<>();
        List<Report> reports = new ArrayList<>();
        Set<ReportId> known = new TreeSet<>();
        for (JsonNode line : DataFiles.jsonLines(file)) {
            Report report = report(line);
            if (known.add(report.id())) {
                lines.add(line);
                reports.add(report);
            }
        }
        List<Told> told = new ArrayList<>();
        try (EmbeddedRunner runner = new EmbeddedRunner(Reader.open(), Pipeline.bundled())) {
            // In parts, so that a long stream does not hold the analyses of all its reports at once.
            for (int from = 0; from < reports.size(); from += 100) {
                int to = Math.min(from + 100, reports.size());
                List<Analysis> analyses = runner.analyse(
                        reports.subList(from, to), Runtime.getRuntime().availableProcessors(), done -> {});
                for (int i = from; i < to; i++) {
                    told.add(new Told(
                            string(lines.get(i), "id").orElseThrow(),
                            string(lines.get(i), "story").orElseThrow(),
                            profiler.profile(analyses.get(i - from))));
                }
                progress.println("placement: " + name + ": read " + to + " of " + reports.size());
            }
        }
        return new StreamFile(name, told);
    }

    private static Report report(JsonNode line) throws IOException {
        String text = string(line, "text").orElse("");
        Optional<String> title = string(line, "title");
        Optional<LocalDate> day = string(line, "date")
                .filter(date -> date.matches("\\d{4}-\\d\\d-\\d\\d.*"))
                .map(date -> LocalDate.parse(date.substring(0, 10)));
        String whole = string(line, "id").orElse("") + "\n" + title.orElse("") + "\n" + text;
        return new Report(
                new ReportId(sha256(whole)),
                string(line, "id").orElse("-"),
                text,
                new Span(0, text.length()),
                day,
                Optional.empty(),
                string(line, "source"),
                title,
                string(line, "url"),
                List.of());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Optional<String> string(JsonNode line, String key) {
        return Optional.ofNullable(line.get(key))
                .filter(value -> !value.isNull())
                .map(JsonNode::asString);
    }
}
