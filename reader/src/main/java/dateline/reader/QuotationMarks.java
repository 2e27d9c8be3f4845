package dateline.reader;

import dateline.analysis.text.Sentence;
import java.util.List;
import java.util.OptionalInt;

/** Follows the quotation marks of one paragraph or post, to tell whether a sentence begins inside a quotation. */
final class QuotationMarks {
    private int passage = -1;
    private OptionalInt post = OptionalInt.empty();
    private boolean open;

    /** Whether the sentence begins inside a quotation; takes note of its own marks for the next one. */
    boolean insideBefore(Sentence sentence, List<String> words) {
        if (sentence.passage() != passage || !sentence.post().equals(post)) {
            passage = sentence.passage();
            post = sentence.post();
            open = false;
        }
        boolean inside = open;
        for (String word : words) {
            switch (word) {
                case "“" -> open = true;
                case "”" -> open = false;
                case "\"" -> open = !open;
                default -> {}
            }
        }
        return inside;
    }
}
