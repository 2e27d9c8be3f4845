package dateline.ingest.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The article as the page's JSON-LD describes it (schema.org/Article and its kinds). */
final class LinkedData {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final int LENGTH_MAX = 3_000_000;
    private static final int SCRIPTS_MAX = 200;
    private static final int DEPTH_MAX = 6;

    /** Shops and galleries list thousands of objects; the article is among the first. */
    private static final int OBJECTS_MAX = 2_000;

    /** Broken JSON-LD is still asked for its dates: a stray quotation mark in a headline does not make them wrong. */
    private static final Pattern BROKEN_DATE =
            Pattern.compile("\"(datePublished|dateModified|dateCreated)\"\\s*:\\s*\"([^\"]{8,40})\"");

    private final List<JsonNode> articles = new ArrayList<>();
    private final Map<String, JsonNode> byId = new LinkedHashMap<>();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private int objects;

    LinkedData(Document document) {
        List<JsonNode> pages = new ArrayList<>();
        int scripts = 0;
        for (Element script : document.select("script[type*=ld+json]")) {
            String json = bare(script.data());
            if (json.length() > LENGTH_MAX || ++scripts > SCRIPTS_MAX) {
                continue;
            }
            try {
                collect(MAPPER.readTree(json), pages, 0);
            } catch (JacksonException damaged) {
                // Many pages carry broken JSON-LD; the rest of the page still tells.
                Matcher date = BROKEN_DATE.matcher(json);
                while (date.find()) {
                    broken.putIfAbsent(date.group(1), date.group(2));
                }
            }
        }
        prefer(document);
        articles.addAll(pages);
    }

    /** Without the comment and CDATA marks that old publishing systems wrap around scripts. */
    private static String bare(String script) {
        String json = script.strip();
        for (String mark : List.of("<!--", "//", "<![CDATA[", "/*", "*/")) {
            json = json.startsWith(mark) ? json.substring(mark.length()).strip() : json;
        }
        for (String mark : List.of("-->", "/*", "*/", "]]>", "//", ";")) {
            json = json.endsWith(mark)
                    ? json.substring(0, json.length() - mark.length()).strip()
                    : json;
        }
        return json;
    }

    private void collect(JsonNode node, List<JsonNode> pages, int depth) {
        if (depth > DEPTH_MAX || ++objects > OBJECTS_MAX) {
            return;
        }
        if (node.isArray()) {
            node.forEach(each -> collect(each, pages, depth + 1));
        } else if (node.isObject()) {
            if (node.path("@id").isString()) {
                byId.putIfAbsent(node.path("@id").stringValue(), node);
            }
            if (isType(node, "Article", "Posting", "Report", "Review", "Blog")) {
                articles.add(node);
            } else if (isType(node, "WebPage", "VideoObject", "CreativeWork", "Recipe", "Event")) {
                pages.add(node);
            }
            for (String inner : List.of("@graph", "mainEntity", "hasPart", "mainEntityOfPage", "liveBlogUpdate")) {
                if (node.has(inner)) {
                    // Updates of a live report are articles of their own: only what stands above them is the page's.
                    if (!inner.equals("liveBlogUpdate")) {
                        collect(node.get(inner), pages, depth + 1);
                    }
                }
            }
        }
    }

    /** The article that names this page's address or title comes first: pages also describe the articles they link to. */
    private void prefer(Document document) {
        if (articles.size() < 2) {
            return;
        }
        Element link = document.selectFirst("link[rel=canonical]");
        String address = link == null ? "" : link.attr("href").strip();
        Element meta = document.selectFirst("meta[property=og:title]");
        String title = Words.squeezed(meta == null ? document.title() : meta.attr("content"));
        List<JsonNode> own = articles.stream()
                .filter(each -> {
                    String headline = Words.squeezed(text(each.path("headline")).orElse(""));
                    boolean here = !address.isEmpty()
                            && (text(each.path("url")).filter(address::equals).isPresent()
                                    || text(each.path("mainEntityOfPage"))
                                            .filter(address::equals)
                                            .isPresent());
                    return here || headline.length() > 10 && title.contains(headline);
                })
                .toList();
        articles.removeAll(own);
        articles.addAll(0, own);
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

    /** The first value of the key, of the article itself before what surrounds it. */
    Optional<String> text(String key) {
        for (JsonNode article : articles) {
            Optional<String> value = text(article.path(key));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.ofNullable(broken.get(key));
    }

    /** All names under the key of the first article that has any. */
    List<String> names(String key) {
        for (JsonNode article : articles) {
            List<String> names = new ArrayList<>();
            JsonNode node = article.path(key);
            if (node.isArray()) {
                node.forEach(each -> text(each).ifPresent(names::add));
            } else {
                text(node).ifPresent(names::add);
            }
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private Optional<String> text(JsonNode node) {
        if (node.isString() && !node.stringValue().isBlank()) {
            return Optional.of(node.stringValue().strip());
        }
        if (node.isArray() && !node.isEmpty()) {
            return text(node.get(0));
        }
        if (!node.isObject()) {
            return Optional.empty();
        }
        JsonNode meant =
                node.has("name") ? node : byId.getOrDefault(node.path("@id").asString(""), node);
        JsonNode name = meant.path("name").isArray() ? meant.path("name").path(0) : meant.path("name");
        return Optional.of(name)
                .filter(each -> each.isString() && !each.stringValue().isBlank())
                .or(() -> Optional.of(node.path("@id")).filter(each -> each.isString()))
                .map(each -> each.stringValue().strip());
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
