package dateline.app;

import dateline.reconcile.decision.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads decisions from a JSON file: a list of objects, or an object with that list as {@code decisions}. Each has
 * {@code kind}, {@code of} (one name or a list), {@code value} where the kind needs one, {@code author} and {@code reason}.
 */
final class DecisionFile {
    private DecisionFile() {}

    /** The file is not right; the message says where and what was expected. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    static List<Decision> read(Path file) throws Wrong {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new Wrong("the decisions file " + file + " cannot be read");
        } catch (JacksonException failure) {
            throw new Wrong("the decisions file " + file + " is not JSON (line "
                    + Math.max(
                            1,
                            failure.getLocation() == null
                                    ? 1
                                    : failure.getLocation().getLineNr()) + ")");
        }
        JsonNode list = json.isObject() ? json.path("decisions") : json;
        if (!list.isArray()) {
            throw new Wrong("the decisions file " + file + " holds no list of decisions");
        }
        List<Decision> decisions = new ArrayList<>();
        for (JsonNode each : list) {
            try {
                decisions.add(decision(each));
            } catch (IllegalArgumentException wrong) {
                throw new Wrong(file + ", decision " + (decisions.size() + 1) + ": " + wrong.getMessage());
            }
        }
        return decisions;
    }

    private static Decision decision(JsonNode json) {
        String word = json.path("kind").asString("");
        Decision.Kind kind = Decision.Kind.of(word)
                .orElseThrow(() -> new IllegalArgumentException("'" + word
                        + "' is no kind of decision; there are "
                        + String.join(
                                ", ",
                                java.util.Arrays.stream(Decision.Kind.values())
                                        .map(Decision.Kind::word)
                                        .toList())));
        List<String> of = new ArrayList<>();
        JsonNode about = json.path("of");
        if (about.isString()) {
            of.add(about.stringValue());
        }
        about.forEach(each -> of.add(each.asString("")));
        Optional<String> value = json.path("value").isMissingNode()
                ? Optional.empty()
                : Optional.of(json.path("value").asString(""));
        return new Decision(
                kind,
                of,
                value.filter(words -> !words.isBlank()),
                json.path("author").asString(""),
                json.path("reason").asString(""));
    }
}
