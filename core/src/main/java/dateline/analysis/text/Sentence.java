package dateline.analysis.text;

import dateline.report.Span;
import java.util.List;
import java.util.OptionalInt;

/**
 * One sentence of a report, cut into words in Universal Dependencies fashion ({@code don't} = {@code do} + {@code n't}).
 *
 * @param index position in the report's list of sentences, from 0
 * @param passage number of the paragraph it stands in, from 1
 * @param post index of the embedded post it belongs to, when it does
 * @param words one span per word, in order, never empty, not overlapping
 */
public record Sentence(int index, int passage, OptionalInt post, Span span, List<Span> words) {
    public Sentence {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("sentence " + index + ": has no words");
        }
    }
}
