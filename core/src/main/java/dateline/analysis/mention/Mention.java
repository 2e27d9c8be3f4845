package dateline.analysis.mention;

import dateline.report.Span;

/**
 * A name or description of somebody, some body or some place, as it stands in one report.
 *
 * @param id position in the report's list of mentions, from 0
 * @param span the whole name or noun phrase, determiner left out
 * @param sentence index of its sentence
 * @param first first word in that sentence; {@code last} its last word; {@code head} the word others hang on
 */
public record Mention(int id, Kind kind, Type type, Span span, int sentence, int first, int last, int head) {
    /** How it is worded. */
    public enum Kind {
        NAME,
        DESCRIPTION,
        PRONOUN
    }

    /** What it stands for; GROUP is people described, not named. */
    public enum Type {
        PERSON,
        ORGANIZATION,
        PLACE,
        GROUP,
        OTHER
    }
}
