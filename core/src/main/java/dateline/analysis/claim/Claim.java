package dateline.analysis.claim;

import dateline.report.Span;
import java.util.List;
import java.util.OptionalInt;

/**
 * That something is said to have happened: one predicate of one report with what hangs on it.
 *
 * @param id position in the report's list of claims, from 0
 * @param sentence index of its sentence; {@code word} the predicate's head word there
 * @param span the clause, as a reader would be shown it
 * @param lemma dictionary form of the predicate, particle included ("break into", "strike")
 * @param family kind of happening it belongs to (a row of {@code claim/families.txt}), or {@code ~} and the lemma when no row has it
 * @param partOf id of the claim in the same sentence that it is a part or result of ("struck ..., killing ten"), when it is
 * @param nominal true when the predicate is a noun ("a rocket attack")
 * @param type PLOVER or own type ({@code ASSAULT PROTEST DISASTER ... OTHER}); {@code mode} its mode or empty
 * @param participants who takes part, in which role
 * @param timexes indexes into the analysis' timexes that date it, nearest first
 * @param quantities indexes into the analysis' quantities that belong to it
 * @param attributions indexes into the analysis' attributions whose content holds it, outermost first
 * @param background true when it is told as what went before the news of this report
 * @param weight how much of the report's own news it is, 0 to 1
 */
public record Claim(
        int id,
        int sentence,
        int word,
        Span span,
        String lemma,
        String family,
        OptionalInt partOf,
        boolean nominal,
        String type,
        String mode,
        List<Participant> participants,
        List<Integer> timexes,
        List<Integer> quantities,
        Polarity polarity,
        Modality modality,
        List<Integer> attributions,
        boolean background,
        double weight) {
    public Claim {
        participants = List.copyOf(participants);
        timexes = List.copyOf(timexes);
        quantities = List.copyOf(quantities);
        attributions = List.copyOf(attributions);
    }

    /** True when a list knows this kind of happening. */
    public boolean isKnown() {
        return !family.startsWith("~");
    }

    /** Whether it is said to have been so. */
    public enum Polarity {
        AFFIRMED,
        NEGATED
    }

    /** How it is told: as having happened, as going to, as wished, feared or supposed. */
    public enum Modality {
        ACTUAL,
        FUTURE,
        POSSIBLE,
        INTENDED
    }

    /** What part somebody or something plays. */
    public enum Role {
        AGENT,
        TARGET,
        PLACE,
        INSTRUMENT,
        OTHER
    }

    /**
     * One participant.
     *
     * @param span its words
     * @param head its head word in the claim's sentence
     * @param referent id of the referent in the analysis, when resolved
     * @param preposition the marker it comes with ("in", "at"), or empty
     */
    public record Participant(Role role, Span span, int head, OptionalInt referent, String preposition) {}
}
