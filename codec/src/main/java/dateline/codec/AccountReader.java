package dateline.codec;

import dateline.account.Account;
import dateline.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code dateline/account/1}. Says where a text is not one; fields it does not know it passes over. */
final class AccountReader {
    private AccountReader() {}

    static Account read(String json, List<Report> reports) {
        Node root = new Node(parse(json), "account");
        if (!root.text("schema").equals(AccountJson.SCHEMA)) {
            throw new IllegalArgumentException(
                    "codec: schema is '" + root.text("schema") + "', expected '" + AccountJson.SCHEMA + "'");
        }
        List<Account.ReportEntry> entries = root.list("reports", AccountReader::report);
        AccountJson.Texts texts = AccountJson.Texts.of(entries, reports);
        return new Account(
                story(root.at("story")),
                root.list("brief", node -> new Account.BriefSentence(node.text("text"), node.texts("cites"))),
                root.list("events", AccountReader::event),
                root.list("claims", AccountReader::claim),
                root.list(
                        "agreements",
                        node -> new Account.Agreement(
                                node.text("id"),
                                node.text("question"),
                                node.texts("about"),
                                node.text("verdict"),
                                node.list("positions", AccountReader::position))),
                root.list(
                        "openQuestions",
                        node -> new Account.OpenQuestion(
                                node.text("about"), node.text("slot"), node.text("question"), node.texts("grounds"))),
                root.list(
                        "disagreements",
                        node -> new Account.Disagreement(
                                node.text("id"),
                                node.text("kind"),
                                node.text("question"),
                                node.texts("about"),
                                node.truth("update"),
                                node.maybe("mayBothHold"),
                                node.list("positions", AccountReader::position))),
                root.list("series", AccountReader::series),
                root.list("entities", AccountReader::entity),
                root.list("mentions", node -> mention(node, texts)),
                entries,
                root.list(
                        "posts",
                        node -> new Account.PostEntry(
                                node.text("id"),
                                node.text("report"),
                                node.text("author"),
                                node.text("handle"),
                                node.maybe("date"),
                                node.text("mention"),
                                node.texts("media"))),
                root.list(
                        "sources",
                        node -> new Account.Source(
                                node.text("id"), node.text("kind"), node.text("name"), node.texts("reports"))),
                root.list("leftOut", node -> leftOut(node, texts)),
                root.list(
                        "decisions",
                        node -> new Account.AppliedDecision(
                                node.text("kind"),
                                node.text("what"),
                                node.text("author"),
                                node.text("reason"),
                                node.maybe("machine"),
                                node.truth("applied"))));
    }

    private static JsonNode parse(String json) {
        try {
            return JsonMapper.builder().build().readTree(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("codec: this is not JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    private static Account.Story story(Node node) {
        return new Account.Story(
                node.text("id"),
                node.text("headline"),
                node.maybe("from"),
                node.maybe("to"),
                node.maybe("asOf"),
                node.whole("reports"),
                node.whole("posts"),
                node.whole("independentSources"));
    }

    private static Account.Event event(Node node) {
        Node when = node.at("when");
        return new Account.Event(
                node.text("id"),
                node.whole("rank"),
                node.text("label"),
                node.text("type"),
                node.maybe("mode"),
                new Account.When(
                        when.maybe("edtf"),
                        when.maybe("part"),
                        when.texts("said"),
                        when.oneOf("basis", Account.Basis.class),
                        when.text("why")),
                node.list(
                        "where",
                        each -> new Account.Where(
                                each.text("name"),
                                each.maybe("country"),
                                each.maybeNumber("lat"),
                                each.maybeNumber("lon"),
                                each.text("precision"),
                                each.maybe("within"),
                                each.text("mention"))),
                node.truth("background"),
                node.maybe("stageOf"),
                node.list("participants", each -> new Account.Participant(each.text("role"), each.text("entity"))),
                node.list(
                        "quantities",
                        each -> new Account.Quantity(
                                each.text("what"),
                                each.maybe("of"),
                                each.maybe("subset"),
                                each.text("said"),
                                each.maybeNumber("min"),
                                each.maybeNumber("max"),
                                each.maybe("unit"),
                                each.maybe("speaker"),
                                each.text("mention"))),
                node.oneOf("standing", Account.Standing.class),
                node.text("standingWhy"),
                node.whole("independentSources"),
                node.texts("sources"),
                node.texts("mentions"),
                node.list(
                        "follows",
                        each -> new Account.Follows(each.text("event"), each.text("relation"), each.text("mention"))),
                node.truth("byDecision"));
    }

    private static Account.ClaimEntry claim(Node node) {
        return new Account.ClaimEntry(
                node.text("id"),
                node.maybe("speaker"),
                node.maybe("speakerAs"),
                node.list("via", each -> new Account.Via(each.text("name"), each.maybe("hedge"))),
                node.maybe("cue"),
                node.text("text"),
                node.truth("quoted"),
                node.text("stance"),
                node.maybe("hedge"),
                node.texts("about"),
                node.text("mention"),
                node.maybeAt("original")
                        .map(each ->
                                new Account.Original(each.text("mention"), each.text("verdict"), each.text("why"))),
                node.maybe("source"));
    }

    private static Account.Position position(Node node) {
        return new Account.Position(node.text("value"), node.texts("sources"), node.texts("mentions"));
    }

    private static Account.Series series(Node node) {
        return new Account.Series(
                node.text("id"),
                node.text("event"),
                node.text("what"),
                node.maybe("of"),
                node.list(
                        "points",
                        each -> new Account.Point(
                                each.maybe("published"),
                                each.text("source"),
                                each.text("said"),
                                each.maybeNumber("min"),
                                each.maybeNumber("max"),
                                each.text("mention"))));
    }

    private static Account.Entity entity(Node node) {
        return new Account.Entity(
                node.text("id"),
                node.text("type"),
                node.text("name"),
                node.texts("names"),
                node.list("notSameAs", each -> new Account.NotSameAs(each.text("entity"), each.text("mention"))),
                node.texts("grounds"),
                node.texts("mentions"));
    }

    private static Account.Provenance mention(Node node, AccountJson.Texts texts) {
        CodePoints points = texts.of(node.text("report")).points();
        return new Account.Provenance(
                node.text("id"),
                node.text("report"),
                node.whole("passage"),
                points.toUnits(node.whole("start")),
                points.toUnits(node.whole("end")),
                node.text("quote"));
    }

    private static Account.LeftOut leftOut(Node node, AccountJson.Texts texts) {
        CodePoints points = texts.of(node.text("report")).points();
        return new Account.LeftOut(
                node.text("report"),
                points.toUnits(node.whole("start")),
                points.toUnits(node.whole("end")),
                node.text("why"),
                node.text("quote"));
    }

    private static Account.ReportEntry report(Node node) {
        return new Account.ReportEntry(
                node.text("id"),
                node.whole("number"),
                node.text("file"),
                node.text("sha256"),
                node.maybe("published"),
                node.maybe("outlet"),
                node.maybe("title"),
                node.maybe("address"),
                node.texts("credits"),
                node.maybe("copyOf"),
                node.maybe("copyWhy"),
                node.list("cautions", each -> new Account.Caution(each.text("kind"), each.text("text"))),
                node.text("source"));
    }

    /** A JSON value that knows where it stands, so that a message can say so. */
    private record Node(JsonNode json, String path) {
        Node at(String name) {
            return maybeAt(name).orElseThrow(() -> wrong(name, "is missing"));
        }

        Optional<Node> maybeAt(String name) {
            JsonNode found = json.get(name);
            return found == null || found.isNull() ? Optional.empty() : Optional.of(new Node(found, path + "." + name));
        }

        String text(String name) {
            return maybe(name).orElseThrow(() -> wrong(name, "is missing"));
        }

        Optional<String> maybe(String name) {
            return maybeAt(name).map(Node::asText);
        }

        List<String> texts(String name) {
            return list(name, Node::asText);
        }

        int whole(String name) {
            JsonNode value = at(name).json;
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw wrong(name, "is no whole number");
            }
            return value.intValue();
        }

        OptionalDouble maybeNumber(String name) {
            Optional<Node> found = maybeAt(name);
            if (found.isEmpty()) {
                return OptionalDouble.empty();
            }
            if (!found.get().json.isNumber()) {
                throw wrong(name, "is no number");
            }
            return OptionalDouble.of(found.get().json.doubleValue());
        }

        boolean truth(String name) {
            JsonNode value = at(name).json;
            if (!value.isBoolean()) {
                throw wrong(name, "is neither true nor false");
            }
            return value.booleanValue();
        }

        <E extends Enum<E>> E oneOf(String name, Class<E> values) {
            String value = text(name);
            for (E each : values.getEnumConstants()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return each;
                }
            }
            throw wrong(name, "is '" + value + "'");
        }

        <T> List<T> list(String name, Function<Node, T> read) {
            JsonNode value = at(name).json;
            if (!value.isArray()) {
                throw wrong(name, "is no list");
            }
            List<T> values = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                values.add(read.apply(new Node(value.get(i), path + "." + name + "[" + i + "]")));
            }
            return values;
        }

        private String asText() {
            if (!json.isString()) {
                throw new IllegalArgumentException("codec: " + path + " is no text");
            }
            return json.stringValue();
        }

        private IllegalArgumentException wrong(String name, String what) {
            return new IllegalArgumentException("codec: " + path + "." + name + " " + what);
        }
    }
}
