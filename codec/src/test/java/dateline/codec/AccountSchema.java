package dateline.codec;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what is wrong with a JSON text that should be {@code dateline/account/1}: by the schema, and by what a schema cannot
 * say (ids given once, ids that point at nothing, a stretch as long as its quotation). For the tests of every module; from another module
 * depend on {@code dateline-codec}, type {@code test-jar}, and on {@code com.networknt:json-schema-validator}, both in scope test.
 */
public final class AccountSchema {
    private AccountSchema() {}

    /** Problems in words; empty when the text keeps the format. */
    public static List<String> problems(String json) {
        Set<String> problems = new TreeSet<>();
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(), InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .forEach(error -> problems.add(error.getInstanceLocation() + ": " + error.getMessage()));
        if (problems.isEmpty()) {
            references(JsonMapper.builder().build().readTree(json), problems);
        }
        return List.copyOf(problems);
    }

    private static void references(JsonNode account, Set<String> problems) {
        Set<String> ids = new LinkedHashSet<>();
        for (String list : List.of(
                "events",
                "claims",
                "agreements",
                "disagreements",
                "series",
                "entities",
                "mentions",
                "reports",
                "posts",
                "sources")) {
            for (JsonNode each : account.path(list)) {
                if (!ids.add(each.path("id").stringValue())) {
                    problems.add(list + ": " + each.path("id") + " is given twice");
                }
            }
        }
        for (JsonNode mention : account.path("mentions")) {
            String quote = mention.path("quote").stringValue();
            if (mention.path("end").intValue() - mention.path("start").intValue()
                    != quote.codePointCount(0, quote.length())) {
                problems.add(mention.path("id") + ": is not as long as its quotation");
            }
        }
        pointers(account, "", "", ids, problems);
    }

    /** Fields whose text is an id or a list of ids. */
    private static final List<String> POINTERS = List.of(
            "cites",
            "stageOf",
            "entity",
            "speaker",
            "mention",
            "mentions",
            "sources",
            "source",
            "event",
            "about",
            "report",
            "copyOf",
            "grounds");

    private static void pointers(JsonNode node, String name, String path, Set<String> ids, Set<String> problems) {
        if (path.matches("/(mentions|reports)/\\d+/(quote|text)") || path.matches("/entities/\\d+/grounds.*")) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(field ->
                            pointers(field.getValue(), field.getKey(), path + "/" + field.getKey(), ids, problems));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                pointers(node.get(i), name, path + "/" + i, ids, problems);
            }
        } else if (node.isString() && POINTERS.contains(name) && !ids.contains(node.stringValue())) {
            problems.add(path + ": there is no " + node.stringValue());
        }
    }

    private static String schema() {
        try (InputStream stream = AccountJson.class.getResourceAsStream("account-1.schema.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
