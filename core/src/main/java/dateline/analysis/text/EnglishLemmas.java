package dateline.analysis.text;

import dateline.analysis.Lexicon;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Dictionary forms of English words: lists of the irregular ones, then rules of the endings. The hard part is whether a verb
 * loses an {@code e} before {@code -ed} and {@code -ing} ({@code restored} but {@code monitored}); {@link #restored} goes by
 * the letters before the ending and two lists of verbs that do otherwise. A verb in neither that breaks the rule of its
 * ending comes out wrong, always in the same way.
 */
public final class EnglishLemmas implements Lemmas {
    private static final String VOWELS = "aeiou";

    private final Map<String, String> verbs = new LinkedHashMap<>();
    private final Map<String, String> nouns = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final Set<String> withE;
    private final Set<String> withoutE;
    private final Set<String> verbBases;

    public EnglishLemmas(Lexicon lexicon) {
        read(lexicon, "text/irregular-verbs.txt", verbs);
        read(lexicon, "text/irregular-nouns.txt", nouns);
        for (List<String> row : lexicon.rows("text/irregular-words.txt")) {
            for (String form : row.get(2).split(" ")) {
                others.putIfAbsent(row.get(1) + " " + form, row.get(0));
            }
        }
        withE = lexicon.words("text/verbs-with-e.txt");
        withoutE = lexicon.words("text/verbs-without-e.txt");
        verbBases = new LinkedHashSet<>(lexicon.words("text/verb-bases.txt"));
    }

    private static void read(Lexicon lexicon, String list, Map<String, String> lemmas) {
        List<List<String>> rows = lexicon.rows(list);
        for (List<String> row : rows) {
            for (String form : row.get(1).split(" ")) {
                lemmas.putIfAbsent(form, row.get(0));
            }
        }
        // "bus" is no plural of "bu"; but "saw" stays with "see".
        rows.forEach(row -> lemmas.putIfAbsent(row.get(0), row.get(0)));
    }

    @Override
    public String lemma(String form, String wordClass) {
        String lower = form.toLowerCase(Locale.ROOT);
        return switch (wordClass) {
            case "VERB", "AUX" -> verb(lower);
            case "NOUN" -> noun(lower);
            case "ADJ", "ADV", "PRON", "DET", "PART" -> others.getOrDefault(wordClass + " " + lower, lower);
            default -> lower;
        };
    }

    private String verb(String form) {
        String irregular = verbs.get(form);
        if (irregular != null) {
            return irregular;
        }
        if (verbBases.contains(form) || form.length() < 4) {
            return form;
        }
        if (form.endsWith("ied")) {
            return cut(form, 3) + "y";
        }
        if (form.endsWith("ed")) {
            String base = cut(form, 2);
            if (base.endsWith("e")) {
                return base + "e";
            }
            return hasVowel(base) ? restored(base) : form;
        }
        if (form.endsWith("ing")) {
            String base = cut(form, 3);
            return hasVowel(base) ? restored(base) : form;
        }
        if (form.endsWith("ies")) {
            return cut(form, 3) + "y";
        }
        return withoutS(form);
    }

    private String noun(String form) {
        String irregular = nouns.get(form);
        if (irregular != null) {
            return irregular;
        }
        if (form.length() < 3 || Character.isDigit(form.charAt(0))) {
            return form;
        }
        if (form.endsWith("ies") && form.length() > 4) {
            return cut(form, 3) + "y";
        }
        if (form.endsWith("men")
                        && form.length() > 4
                        && !form.endsWith("omen")
                        && !form.endsWith("imen")
                        && !form.endsWith("umen")
                        && !form.endsWith("emen")
                || form.endsWith("women")
                || form.endsWith("servicemen")
                || form.endsWith("policemen")
                || form.endsWith("firemen")
                || form.endsWith("spokesmen")) {
            return cut(form, 2) + "an";
        }
        if (form.endsWith("children")) {
            return cut(form, 3);
        }
        if (form.endsWith("wives") || form.endsWith("knives") || form.endsWith("lives") && form.length() > 6) {
            return cut(form, 3) + "fe";
        }
        return withoutS(form);
    }

    /** Without the ending of a plural or of the third person. */
    private static String withoutS(String form) {
        if (!form.endsWith("s") || form.endsWith("ss") || form.endsWith("us") || form.endsWith("is")) {
            return form;
        }
        for (String ending : List.of("sses", "shes", "ches", "xes", "zzes", "oes")) {
            if (form.endsWith(ending)) {
                return cut(form, 2);
            }
        }
        return cut(form, 1);
    }

    /** The verb whose form before {@code -ed} or {@code -ing} is {@code base}. */
    private String restored(String base) {
        if (withE.contains(base + "e")) {
            return base + "e";
        }
        if (withoutE.contains(base) || verbBases.contains(base)) {
            return base;
        }
        int length = base.length();
        char last = base.charAt(length - 1);
        char before = length > 1 ? base.charAt(length - 2) : ' ';
        if (last == before && isConsonant(last)) {
            boolean kept = last == 's' || last == 'z' || last == 'f' || last == 'l' && vowelGroups(base) < 2;
            return kept ? base : cut(base, 1);
        }
        return endsWithE(base, last, before) ? base + "e" : base;
    }

    private static boolean endsWithE(String base, char last, char before) {
        boolean single =
                isVowel(before) && (base.length() < 3 || !isVowel(base.charAt(base.length() - 3)) || isQu(base));
        boolean shortWord = vowelGroups(base) < 2;
        if (before == 'y' && "plmsztnr".indexOf(last) >= 0 && base.length() > 2) {
            return !isVowel(base.charAt(base.length() - 3)); // "type", "style"
        }
        if (base.endsWith("iat")
                || base.endsWith("uat")
                || base.endsWith("uad")
                || base.endsWith("eat") && !shortWord) {
            return true; // "retaliate", "evacuate", "persuade", "permeate"
        }
        return switch (last) {
            case 'v', 'u' -> true;
            case 'c' -> true;
            case 'z' -> before != 't';
            case 's' -> isVowel(before) || "nrplw".indexOf(before) >= 0;
            case 'g' -> isVowel(before) || "rdl".indexOf(before) >= 0 || base.endsWith("ang") || base.endsWith("eng");
            case 'l' ->
                "bcdfgkptsz".indexOf(before) >= 0
                        || single && "aiou".indexOf(before) >= 0 && !base.endsWith("il")
                        || base.endsWith("il") && single && shortWord;
            case 'r' -> single && (before == 'a' || before == 'i' || before == 'u' || shortWord);
            case 't' -> single && (before == 'a' || before == 'o' || before == 'u' || shortWord && before != 'e');
            case 'd' -> single && before != 'e' || base.endsWith("ced") || base.endsWith("ped");
            case 'k' -> single && before != 'e';
            case 'm' -> single && "aiuo".indexOf(before) >= 0 && !(before == 'o' && !shortWord);
            case 'n' ->
                single && (before == 'i' || before == 'u' || before == 'a' && shortWord || before == 'o' && shortWord);
            case 'p', 'b' ->
                single
                        && (before == 'a'
                                || before == 'i'
                                || before == 'o' && shortWord
                                || before == 'u'
                                || before == 'y');
            case 'f' -> single && before != 'e';
            default -> false;
        };
    }

    private static boolean isQu(String base) {
        return base.length() > 3 && base.charAt(base.length() - 3) == 'u' && base.charAt(base.length() - 4) == 'q';
    }

    private static int vowelGroups(String word) {
        int groups = 0;
        boolean in = false;
        for (int i = 0; i < word.length(); i++) {
            boolean vowel = isVowel(word.charAt(i)) || word.charAt(i) == 'y' && i > 0 && !in;
            groups += vowel && !in ? 1 : 0;
            in = vowel;
        }
        return groups;
    }

    private static boolean hasVowel(String word) {
        return vowelGroups(word) > 0;
    }

    private static boolean isVowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }

    private static boolean isConsonant(char c) {
        return c >= 'a' && c <= 'z' && !isVowel(c);
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
