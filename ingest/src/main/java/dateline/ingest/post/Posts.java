package dateline.ingest.post;

import dateline.ingest.feed.Markup;
import dateline.ingest.text.Moment;
import dateline.ingest.text.Plain;
import dateline.ingest.text.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads posts from one JSON document. */
public final class Posts {
    private Posts() {}

    private static final int DEPTH_MAX = 100;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .build();

    /** What came of one post; of the whole document, when it is broken. */
    public sealed interface Post {
        record Report(Told told) implements Post {}

        record Bad(String where, String why) implements Post {}
    }

    public static List<Post> read(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException broken) {
            return List.of(
                    new Post.Bad("line " + Math.max(1, broken.getLocation().getLineNr()), "not whole JSON"));
        }
        List<Post> posts = new ArrayList<>();
        List<JsonNode> nodes = listed(root);
        for (int i = 0; i < nodes.size(); i++) {
            posts.add(post(nodes.get(i), "post " + (i + 1)));
        }
        return posts.isEmpty() ? List.of(new Post.Bad("", "no posts in it")) : posts;
    }

    private static List<JsonNode> listed(JsonNode root) {
        if (root.isArray()) {
            List<JsonNode> all = new ArrayList<>();
            root.forEach(all::add);
            return all;
        }
        for (String key : List.of("orderedItems", "items", "statuses", "posts", "data", "descendants")) {
            JsonNode list = root.get(key);
            if (list != null && list.isArray()) {
                return listed(list);
            }
        }
        return List.of(root);
    }

    private static Post post(JsonNode given, String where) {
        if (!given.isObject()) {
            return new Post.Bad(where, "no JSON object");
        }
        JsonNode node = given;
        Optional<String> passedOn = Optional.empty();
        JsonNode object = node.get("object");
        JsonNode shared = node.get("reblog");
        if (object != null && object.isObject()) {
            node = object;
        } else if (object != null && object.isString() && text(node, "type").equals(Optional.of("Announce"))) {
            return new Post.Bad(where, "passes on another post without its words");
        } else if (shared != null && shared.isObject()) {
            passedOn = author(node);
            node = shared;
        }
        Optional<String> html = text(node, "content");
        String words = html.map(Markup::text)
                .or(() -> text(node(given), "full_text"))
                .orElse(text(node, "text").or(() -> text(given, "text")).orElse(""));
        if (words.isBlank()) {
            return new Post.Bad(where, "there is not a word in it");
        }
        List<String> notes = new ArrayList<>();
        passedOn.ifPresent(by -> notes.add("passed on by " + by));
        Optional<String> warning = text(node, "spoiler_text").or(() -> text(given, "summary"));
        warning.ifPresent(each -> notes.add("its author put a warning before it: " + Markup.text(each)));
        text(node, "edited_at")
                .or(() -> text(given, "updated"))
                .ifPresent(each -> notes.add("changed by its author at " + each));
        Optional<String> author = author(node).or(() -> author(given));
        return new Post.Report(new Told(
                given.toString(),
                words,
                new Plain(0, published(node, given, notes), author, Optional.empty(), address(node), notes),
                false));
    }

    private static JsonNode node(JsonNode given) {
        JsonNode note = given.get("note_tweet");
        return note != null && note.isObject() ? note : given;
    }

    private static Optional<Moment> published(JsonNode node, JsonNode given, List<String> notes) {
        for (JsonNode each : List.of(node, given)) {
            for (String key : List.of("created_at", "published", "createdAt", "date", "timestamp")) {
                Optional<String> words = text(each, key);
                if (words.isPresent()) {
                    Optional<Moment> moment =
                            dateline.ingest.feed.Stamps.of(words.get()).moment();
                    if (moment.isEmpty()) {
                        notes.add("its date '" + words.get() + "' cannot be read; taken as undated");
                    }
                    return moment;
                }
            }
        }
        return Optional.empty();
    }

    /** Name and handle of who posted, as far as they are there. */
    private static Optional<String> author(JsonNode node) {
        for (String key : List.of("account", "attributedTo", "author", "user", "actor")) {
            JsonNode who = node.get(key);
            if (who != null && who.isString() && !who.stringValue().isBlank()) {
                return Optional.of(
                        who.stringValue().replaceFirst("^https?://([^/]+)/(?:users/|@)([^/]+)/?$", "@$2@$1"));
            }
            if (who != null && who.isObject()) {
                Optional<String> handle = text(who, "acct")
                        .or(() -> text(who, "screen_name"))
                        .or(() -> text(who, "preferredUsername"))
                        .or(() -> text(who, "handle"))
                        .or(() -> text(who, "username"))
                        .map(each -> "@" + each.replaceFirst("^@", ""));
                Optional<String> name = text(who, "display_name")
                        .or(() -> text(who, "displayName"))
                        .or(() -> text(who, "name"));
                return name.map(each -> handle.map(at -> each + " (" + at + ")").orElse(each))
                        .or(() -> handle)
                        .or(() -> text(who, "id"));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> address(JsonNode node) {
        return text(node, "url")
                .or(() -> text(node, "uri"))
                .or(() -> text(node, "id").filter(each -> each.startsWith("http")));
    }

    private static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value != null && value.isString() && !value.stringValue().isBlank()
                ? Optional.of(value.stringValue().strip())
                : Optional.empty();
    }
}
