package dateline.reader;

import dateline.analysis.text.Sentence;
import java.util.List;

/** Follows the quotation marks of one paragraph, to tell whether a sentence begins inside a quotation. */
final class QuotationMarks {
    private int passage = -1;
    private boolean open;

    /** Whether the sentence begins inside a quotation; takes note of its own marks for the next one. */
    boolean insideBefore(Sentence sentence, List<String> words) {
        if (sentence.passage() != passage) {
            passage = sentence.passage();
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
