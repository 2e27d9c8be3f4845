package dateline.codec;

import dateline.reconcile.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads a person's decisions from their file: a JSON list, as {@code docs/decisions-file.md} shows. */
public final class DecisionsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DecisionsJson() {}

    /**
     * @param file what the file is called, for messages
     * @throws IllegalArgumentException naming the file, the entry and what is wrong with it
     */
    public static List<Decision> read(String json, String file) {
        JsonNode list;
        try {
            list = JSON.readTree(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    file + ": not JSON (line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ")",
                    broken);
        }
        if (!list.isArray()) {
            throw new IllegalArgumentException(file + ": a list of decisions is expected, [ … ]");
        }
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            try {
                decisions.add(decision(list.get(i)));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(file + ": decision " + (i + 1) + ": " + wrong.getMessage(), wrong);
            }
        }
        return List.copyOf(decisions);
    }

    private static Decision decision(JsonNode node) {
        String kind = string(node, "kind").orElse("");
        Decision.Kind known = Decision.Kind.of(kind)
                .orElseThrow(() -> new IllegalArgumentException("kind '" + kind + "' is none of "
                        + Stream.of(Decision.Kind.values())
                                .map(Decision.Kind::word)
                                .collect(Collectors.joining(", "))));
        List<String> of = new ArrayList<>();
        JsonNode about = node.get("of");
        if (about != null && about.isString()) {
            of.add(about.asString());
        } else if (about != null && about.isArray()) {
            about.forEach(each -> of.add(each.asString()));
        }
        Optional<String> value = string(node, "value");
        if (known == Decision.Kind.DATE) {
            value.ifPresent(dateline.reconcile.decision.EventDecisions::days);
        }
        if (known == Decision.Kind.NUMBER && value.isPresent() && !value.get().matches("\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("value '" + value.get() + "' is not a number");
        }
        return new Decision(
                known,
                of,
                value,
                string(node, "author").orElse(""),
                string(node, "reason").orElse(""));
    }

    private static Optional<String> string(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }
}
