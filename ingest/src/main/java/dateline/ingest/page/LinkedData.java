package dateline.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The article as the page's JSON-LD describes it. */
final class LinkedData {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final int DEPTH_MAX = 6;

    private final List<JsonNode> articles = new ArrayList<>();

    LinkedData(Document document) {
        List<JsonNode> pages = new ArrayList<>();
        for (Element script : document.select("script[type*=ld+json]")) {
            String json = script.data()
                    .strip()
                    .replaceFirst("^<!\\[CDATA\\[", "")
                    .replaceFirst("\\]\\]>$", "")
                    .replaceFirst(";$", "");
            try {
                collect(MAPPER.readTree(json), pages, 0);
            } catch (JacksonException damaged) {
                // Many pages carry broken JSON-LD; the rest of the page still tells.
                continue;
            }
        }
        articles.addAll(pages);
    }

    private void collect(JsonNode node, List<JsonNode> pages, int depth) {
        if (depth > DEPTH_MAX) {
            return;
        }
        if (node.isArray()) {
            node.forEach(each -> collect(each, pages, depth + 1));
        } else if (node.isObject()) {
            if (isType(node, "Article", "Posting", "Report", "Review", "NewsArticle")) {
                articles.add(node);
            } else if (isType(node, "WebPage", "VideoObject")) {
                pages.add(node);
            }
            for (String inner : List.of("@graph", "mainEntity", "hasPart", "mainEntityOfPage")) {
                if (node.has(inner)) {
                    collect(node.get(inner), pages, depth + 1);
                }
            }
        }
    }

    private static boolean isType(JsonNode node, String... endings) {
        JsonNode type = node.path("@type");
        List<String> types = new ArrayList<>();
        if (type.isString()) {
            types.add(type.stringValue());
        }
        type.forEach(each -> {
            if (each.isString()) {
                types.add(each.stringValue());
            }
        });
        for (String each : types) {
            for (String ending : endings) {
                if (each.endsWith(ending)) {
                    return true;
                }
            }
        }
        return false;
    }

    Optional<String> text(String key) {
        for (JsonNode article : articles) {
            Optional<String> value = text(article.path(key));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        if (node.isString() && !node.stringValue().isBlank()) {
            return Optional.of(node.stringValue().strip());
        }
        if (node.isArray() && !node.isEmpty()) {
            return text(node.get(0));
        }
        return node.isObject() ? text(node.path("name")).or(() -> text(node.path("@id"))) : Optional.empty();
    }

    /** The address of the page itself. */
    Optional<String> address() {
        return text("url").or(() -> text("mainEntityOfPage")).filter(words -> words.startsWith("http"));
    }

    /** The longest article text given. */
    Optional<String> body() {
        String longest = "";
        for (JsonNode article : articles) {
            String body = text(article.path("articleBody")).orElse("");
            longest = body.length() > longest.length() ? body : longest;
        }
        return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
    }
}
