package dateline.story;

import dateline.analysis.Lexicon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How telling a word is: the fixed table shipped with the product. Fixed, so that a report's place never depends on what else
 * happens to be in the archive. Source: {@code training/placement/word_weights.py}.
 */
public final class WordWeights {
    /** A word outside the table is taken to stand in half a text of those counted. */
    private static final double UNSEEN = 0.5;

    private final Map<String, Integer> texts = new HashMap<>();
    private final int all;

    public WordWeights(Lexicon lexicon) {
        int counted = 0;
        for (List<String> row : lexicon.rows("story/word-weights.txt")) {
            if (row.get(0).equals("texts")) {
                counted = Integer.parseInt(row.get(1));
            } else {
                texts.put(row.get(0), Integer.parseInt(row.get(1)));
            }
        }
        if (counted == 0) {
            throw new IllegalArgumentException(
                    "story/word-weights.txt: has no line that says how many texts were counted");
        }
        all = counted;
    }

    /** Natural logarithm of how many texts there are to each that has the word; {@code stem} as {@link Terms#stem} gives it. */
    public double of(String stem) {
        return StrictMath.log((all + 1) / (texts.getOrDefault(stem, 0) + UNSEEN));
    }
}
