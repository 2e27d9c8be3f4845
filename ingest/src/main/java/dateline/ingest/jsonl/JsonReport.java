package dateline.ingest.jsonl;

import dateline.ingest.text.Plain;
import dateline.ingest.text.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one report from one JSON object. The fields are listed in docs/sources.md. */
public final class JsonReport {
    private JsonReport() {}

    /** Longest string of a report's text or page, in characters. */
    private static final int STRING_LENGTH_MAX = 24 << 20;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(STRING_LENGTH_MAX)
                            .build())
                    .build())
            .build();

    private static final List<String> TEXTS = List.of(
            "maintext", "text", "body", "content", "article", "articlebody", "article_text", "full_text", "story");
    private static final List<String> DATES = List.of(
            "published",
            "date_publish",
            "date_published",
            "publish_date",
            "published_at",
            "publication_date",
            "published_date",
            "pub_date",
            "pubdate",
            "published_time",
            "datepublished",
            "publishedat",
            "date",
            "timestamp",
            "created_at");
    private static final List<String> OUTLETS = List.of(
            "outlet",
            "publisher",
            "source",
            "source_name",
            "site_name",
            "site",
            "newspaper",
            "publication",
            "source_domain",
            "sourcedomain",
            "domain");
    private static final List<String> TITLES = List.of("title", "headline", "title_page");
    private static final List<String> ADDRESSES =
            List.of("address", "url", "link", "canonical", "canonical_url", "uri");

    /** A report, or the reason why the line gives none. */
    public sealed interface Line {
        record Report(Told told) implements Line {}

        record Bad(String where, String why) implements Line {}
    }

    public static Line read(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException broken) {
            return new Line.Bad("column " + Math.max(1, broken.getLocation().getColumnNr()), "not whole JSON");
        }
        if (!node.isObject()) {
            return new Line.Bad("", "no JSON object");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> text(each.getValue())
                        .ifPresent(text -> fields.putIfAbsent(each.getKey().toLowerCase(Locale.ROOT), text)));
        Optional<String> text = first(fields, TEXTS);
        Optional<String> html = first(fields, List.of("html", "raw_html", "content_html"));
        if (text.isEmpty() && html.isEmpty()) {
            return new Line.Bad("", "no text in it (fields: " + String.join(", ", shown(fields)) + ")");
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        first(fields, DATES).ifPresent(each -> pairs.put("published", each));
        first(fields, OUTLETS).ifPresent(each -> pairs.put("outlet", each));
        first(fields, TITLES).ifPresent(each -> pairs.put("title", each));
        first(fields, ADDRESSES).ifPresent(each -> pairs.put("address", each));
        return new Line.Report(new Told(line, text.orElse(html.orElse("")), Plain.of(pairs, 0), text.isEmpty()));
    }

    /** A string, or the name of an object such as {@code {"name": "Coast Post"}}. */
    private static Optional<String> text(JsonNode value) {
        if (value.isString()) {
            return Optional.of(value.stringValue()).filter(each -> !each.isBlank());
        }
        if (value.isObject() && value.get("name") != null && value.get("name").isString()) {
            return Optional.of(value.get("name").stringValue()).filter(each -> !each.isBlank());
        }
        return Optional.empty();
    }

    private static List<String> shown(Map<String, String> fields) {
        return fields.isEmpty()
                ? List.of("none")
                : fields.keySet().stream().limit(8).toList();
    }

    private static Optional<String> first(Map<String, String> fields, List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(fields.get(name)).stream())
                .findFirst();
    }
}
