package dateline.analysis.text;

import java.util.List;

/**
 * What the model saw in one report, sentence by sentence, in the order of the segmented sentences. Computed once per
 * report and model, one report at a time, rounded, stored.
 *
 * @param model digest or name of the model that read
 */
public record Reading(String model, List<SentenceReading> sentences) {
    public Reading {
        sentences = List.copyOf(sentences);
    }

    /** One sentence as read: one {@link WordReading} per word, and the sentence's vector (unit length, rounded to 1/1024). */
    public record SentenceReading(List<WordReading> words, Vector vector) {
        public SentenceReading {
            words = List.copyOf(words);
        }
    }

    /**
     * One word as read.
     *
     * @param name BIO tag after constrained decoding: {@code O}, {@code B-PER}, {@code I-ORG} ...
     * @param wordClass UPOS, e.g. {@code VERB}
     * @param head index of the governing word in the sentence, -1 for the root; the arcs form a tree
     * @param relation UD v2 label without subtype, e.g. {@code nsubj}
     * @param attribution BIO tag of the attribution head: {@code O}, {@code B-SOURCE}, {@code I-CUE}, {@code B-CONTENT} ...
     * @param factuality how certain the predicate is told to have happened, -3 (did not) to 3 (did); 0 when unknown; rounded to 1/16
     */
    public record WordReading(
            String name, String wordClass, int head, String relation, String attribution, double factuality) {}
}
