package dateline.analysis.attribution;

import dateline.report.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * That somebody is said to have said something.
 *
 * @param id position in the report's list, from 0
 * @param sentence index of the sentence of the cue (or of the content when there is no cue)
 * @param source the speaker's words as they stand ("Coast guard officials"), when there are any
 * @param speaker id of the referent that speaks, when known
 * @param speakerAs the speaker's name or description by the claim, at most 8 words; a post's author for a post
 * @param cue the words that carry the saying ("according to", "vowed")
 * @param content what was said; pieces in order
 * @param quoted true when the content, or its core, is in quotation marks or is a post
 * @param hedge {@code unverified alleged purported reportedly}, when the saying is doubted
 * @param via those through whom it came, outermost first, each with its hedge
 * @param post index of the embedded post that it is, when it is one
 */
public record Attribution(
        int id,
        int sentence,
        Optional<Span> source,
        OptionalInt speaker,
        String speakerAs,
        Optional<Span> cue,
        List<Span> content,
        boolean quoted,
        Stance stance,
        Optional<String> hedge,
        List<Via> via,
        OptionalInt post) {
    public Attribution {
        content = List.copyOf(content);
        via = List.copyOf(via);
    }

    /** What the saying does. HOLDS: a thought, wish or plan that the words attribute, which nobody need have said; no claim. */
    public enum Stance {
        ASSERTS,
        DENIES,
        ACCUSES,
        VOWS,
        QUESTIONS,
        HOLDS
    }

    /** One hop of the chain: through whom, and with what doubt. */
    public record Via(String name, Optional<String> hedge) {}
}
