package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed, versions 1 and 1.1 (jsonfeed.org). */
final class JsonFeed {
    private JsonFeed() {}

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .build();

    static Feed.Result read(String text, Feed.Envelope envelope) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException broken) {
            return new Feed.Result.Refused("line " + broken.getLocation().getLineNr(), "not whole JSON");
        }
        String version = text(root, "version").orElse("");
        JsonNode items = root.get("items");
        if (!version.contains("jsonfeed.org") && (items == null || !items.isArray() || root.get("title") == null)) {
            return new Feed.Result.Refused("", "JSON, but no JSON Feed (it has no version and no items)");
        }
        String base = text(root, "feed_url").or(envelope::address).orElse("");
        Optional<String> language = text(root, "language").or(envelope::language);
        List<Entry> entries = new ArrayList<>();
        if (items != null) {
            for (JsonNode item : items) {
                if (item.isObject()) {
                    entries.add(entry(item, base, language));
                }
            }
        }
        About about = about(root, text(root, "home_page_url"), text(root, "description"), base, language);
        return new Feed.Result.Read(new Feed("json feed", about, Optional.empty(), entries, List.of()));
    }

    private static Entry entry(JsonNode item, String base, Optional<String> feedLanguage) {
        Optional<String> language = text(item, "language").or(() -> feedLanguage);
        List<Wording> contents = new ArrayList<>();
        text(item, "content_html")
                .ifPresent(html -> contents.add(new Wording(Markup.clean(html, base), true, language)));
        text(item, "content_text").ifPresent(words -> contents.add(new Wording(words.strip(), false, language)));
        Optional<String> link = text(item, "url").or(() -> text(item, "external_url"));
        About about = about(item, link, text(item, "summary"), base, text(item, "language"));
        List<Enclosure> enclosures = new ArrayList<>();
        JsonNode attachments = item.get("attachments");
        if (attachments != null && attachments.isArray()) {
            for (JsonNode each : attachments) {
                text(each, "url").flatMap(url -> Markup.absolute(base, url)).ifPresent(url -> {
                    JsonNode size = each.get("size_in_bytes");
                    enclosures.add(new Enclosure(
                            url,
                            text(each, "mime_type"),
                            size != null && size.isIntegralNumber() ? Optional.of(size.asLong()) : Optional.empty()));
                });
            }
        }
        return new Entry(about, contents, Optional.empty(), enclosures, item.toString());
    }

    private static About about(
            JsonNode node, Optional<String> link, Optional<String> summary, String base, Optional<String> language) {
        List<Person> authors = new ArrayList<>();
        JsonNode several = node.get("authors");
        if (several != null && several.isArray()) {
            for (JsonNode each : several) {
                person(each).ifPresent(authors::add);
            }
        }
        if (authors.isEmpty() && node.get("author") != null) {
            person(node.get("author")).ifPresent(authors::add);
        }
        List<Category> tags = new ArrayList<>();
        JsonNode named = node.get("tags");
        if (named != null && named.isArray()) {
            for (JsonNode each : named) {
                tags.add(new Category(each.asString(), Optional.empty(), Optional.empty()));
            }
        }
        Optional<String> address = link.flatMap(each -> Markup.absolute(base, each));
        return new About(
                text(node, "title").map(each -> new Wording(each.strip(), false, language)),
                Optional.ofNullable(node.get("id"))
                        .filter(each -> each.isString() || each.isNumber())
                        .map(JsonNode::asString),
                address,
                address
                        .map(each -> new Link(each, "alternate", Optional.empty(), Optional.empty(), Optional.empty()))
                        .stream()
                        .toList(),
                authors,
                List.of(),
                Optional.empty(),
                text(node, "date_published").map(Stamps::of),
                text(node, "date_modified").map(Stamps::of),
                Optional.empty(),
                summary.map(each -> new Wording(each.strip(), false, language)),
                Optional.empty(),
                language,
                tags,
                text(node, "icon").or(() -> text(node, "image")),
                Optional.empty());
    }

    private static Optional<Person> person(JsonNode node) {
        Optional<String> name = text(node, "name");
        Optional<String> url = text(node, "url");
        return name.isEmpty() && url.isEmpty() ? Optional.empty() : Optional.of(Person.of(name, Optional.empty(), url));
    }

    private static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value != null && value.isString() && !value.stringValue().isBlank()
                ? Optional.of(value.stringValue())
                : Optional.empty();
    }
}
