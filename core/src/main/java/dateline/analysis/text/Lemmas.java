package dateline.analysis.text;

import java.util.Locale;

/** Gives dictionary forms. */
public interface Lemmas {
    /** The dictionary form of a word of the given UPOS class, in lower case. */
    String lemma(String form, String wordClass);

    /** Lower-cases and does nothing else: for tests that do not care. */
    static Lemmas lowerCase() {
        return (form, wordClass) -> form.toLowerCase(Locale.ROOT);
    }
}
