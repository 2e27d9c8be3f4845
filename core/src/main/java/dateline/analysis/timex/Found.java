package dateline.analysis.timex;

import dateline.report.Span;
import java.util.Map;
import java.util.Optional;

/**
 * Words about time as a rule found them, not yet reckoned.
 *
 * @param slots what the rule kept of the words, under canonical names: weekday, month, day, unit, amount, edge ...
 */
record Found(Rules.Rule rule, Span span, int sentence, String text, Map<String, String> slots) {
    Optional<String> slot(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    boolean has(String name) {
        return slots.containsKey(name);
    }

    int number(String name, int otherwise) {
        return slot(name).map(Integer::parseInt).orElse(otherwise);
    }

    boolean says(String words) {
        return text.toLowerCase(java.util.Locale.ROOT).contains(words);
    }
}
