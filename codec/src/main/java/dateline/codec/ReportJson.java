package dateline.codec;

import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report as it was taken out of its bytes, as one line of JSON: {@code dateline/report/1}. */
public final class ReportJson {
    public static final String SCHEMA = "dateline/report/1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportJson() {}

    /** One line, the same for the same report. */
    public static String write(Report report) {
        CodePoints points = new CodePoints(report.text());
        return new JsonText()
                .text("schema", SCHEMA)
                .text("sha256", report.id().sha256())
                .text("file", report.file())
                .textIfAny("published", report.published().map(LocalDate::toString))
                .textIfAny("publishedAt", report.publishedAt().map(Instant::toString))
                .textIfAny("outlet", report.outlet())
                .textIfAny("title", report.title())
                .textIfAny("address", report.address())
                .texts("notes", report.notes())
                .number("bodyBegin", points.fromUnits(report.body().begin()))
                .number("bodyEnd", points.fromUnits(report.body().end()))
                .text("text", report.text())
                .onOneLine();
    }

    /** @throws IllegalArgumentException when the text is no report of this version */
    public static Report read(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("codec: not a report: the JSON is broken", broken);
        }
        String schema = text(node, "schema").orElse("");
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("codec: schema is '" + schema + "', expected '" + SCHEMA + "'");
        }
        String words = required(node, "text");
        CodePoints points = new CodePoints(words);
        List<String> notes = new ArrayList<>();
        node.path("notes").forEach(note -> notes.add(note.asString()));
        return new Report(
                new ReportId(required(node, "sha256")),
                required(node, "file"),
                words,
                new Span(points.toUnits(number(node, "bodyBegin")), points.toUnits(number(node, "bodyEnd"))),
                text(node, "published").map(LocalDate::parse),
                text(node, "publishedAt").map(Instant::parse),
                text(node, "outlet"),
                text(node, "title"),
                text(node, "address"),
                notes);
    }

    private static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || !value.isString() ? Optional.empty() : Optional.of(value.asString());
    }

    private static String required(JsonNode node, String name) {
        return text(node, name).orElseThrow(() -> new IllegalArgumentException("codec: a report without " + name));
    }

    private static int number(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isInt()) {
            throw new IllegalArgumentException("codec: a report without " + name);
        }
        return value.asInt();
    }
}
