package dateline.analysis.text;

import dateline.analysis.Lexicon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms of English verbs made from their dictionary form: the other way round from {@link EnglishLemmas}, from the same list. */
public final class Inflections {
    private final Map<String, String> pasts = new LinkedHashMap<>();

    public Inflections(Lexicon lexicon) {
        for (List<String> row : lexicon.rows("text/irregular-verbs.txt")) {
            String past = row.get(0);
            for (String form : row.get(1).split(" ")) {
                if (!form.endsWith("s") && !form.endsWith("ing") && Character.isLetter(form.charAt(0))) {
                    past = form;
                    break;
                }
            }
            pasts.putIfAbsent(row.get(0), past);
        }
    }

    /**
     * The simple past.
     *
     * @param lemma dictionary form
     * @param form a form of the verb as it stands in the text, lower case: "stopping" tells that the last letter is doubled
     */
    public String past(String lemma, String form) {
        String irregular = pasts.get(lemma);
        if (irregular != null) {
            return irregular;
        }
        if (lemma.endsWith("e")) {
            return lemma + "d";
        }
        int length = lemma.length();
        if (lemma.endsWith("y") && length > 1 && "aeiou".indexOf(lemma.charAt(length - 2)) < 0) {
            return lemma.substring(0, length - 1) + "ied";
        }
        boolean doubled =
                form.endsWith("ing") && form.length() == length + 4 && form.charAt(length) == form.charAt(length - 1);
        return lemma + (doubled || isShort(lemma) ? lemma.substring(length - 1) : "") + "ed";
    }

    /** The third person of the present. */
    public String third(String lemma) {
        if (lemma.equals("have")) {
            return "has";
        }
        if (lemma.equals("be")) {
            return "is";
        }
        int length = lemma.length();
        if (lemma.endsWith("y") && length > 1 && "aeiou".indexOf(lemma.charAt(length - 2)) < 0) {
            return lemma.substring(0, length - 1) + "ies";
        }
        return lemma.matches(".*(s|x|z|sh|ch|o)") ? lemma + "es" : lemma + "s";
    }

    /** "stop", "grab": one vowel between consonants, nothing else. */
    private static boolean isShort(String lemma) {
        return lemma.matches("[^aeiou]*[aeiou][bdgklmnprt]") && lemma.length() > 2;
    }
}
