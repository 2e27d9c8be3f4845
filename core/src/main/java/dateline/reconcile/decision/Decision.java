package dateline.reconcile.decision;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One decision of a person.
 *
 * @param of what it is about: names of entities, or words that stand in a telling of the event or in its label
 * @param value what is put in its place (a name, an EDTF date, a place, a number), where the kind needs one
 */
public record Decision(Kind kind, List<String> of, Optional<String> value, String author, String reason) {
    public Decision {
        of = List.copyOf(of);
        if (of.isEmpty() || of.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("decision " + kind.word() + ": says not what it is about");
        }
        if (kind.needsValue && value.isEmpty()) {
            throw new IllegalArgumentException("decision " + kind.word() + ": needs a value");
        }
        if (kind == Kind.MERGE_ENTITIES && of.size() < 2 || kind == Kind.MERGE_EVENTS && of.size() < 2) {
            throw new IllegalArgumentException("decision " + kind.word() + ": needs at least two to merge");
        }
        if (author.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("decision " + kind.word() + ": needs an author and a reason");
        }
    }

    /** What is decided; {@link #word} is how it is written. */
    public enum Kind {
        MERGE_ENTITIES(false),
        SPLIT_ENTITY(true),
        RENAME_ENTITY(true),
        MERGE_EVENTS(false),
        SPLIT_EVENT(false),
        RENAME_EVENT(true),
        CONFIRM(false),
        REJECT(false),
        DATE(true),
        PLACE(true),
        NUMBER(true);

        private final boolean needsValue;

        Kind(boolean needsValue) {
            this.needsValue = needsValue;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** A decision and what became of it: the machine's own value, and whether anything was found to apply it to. */
    public record Applied(Decision decision, Optional<String> machine, boolean applied) {}

    static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
