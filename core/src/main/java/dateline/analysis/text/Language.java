package dateline.analysis.text;

import dateline.analysis.Lexicon;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a text is in English, the one language that is read here, and names the other when it is not: by script
 * first, then by the small words that no sentence does without. A text too short to show any is taken to be English.
 */
public final class Language {
    /** Letters looked at; more tell nothing new, and a long text must not cost long. */
    private static final int LETTERS_MAX = 20_000;

    /** A share of small words below which no language of the list is recognised; running text has 0.25 to 0.5. */
    private static final double SMALL_WORDS_RATIO_MIN = 0.12;

    /** How much more another language's small words must weigh than the English ones, since "in", "a", "die" are words of several. */
    private static final double MARGIN_RATIO_MIN = 1.5;

    /** Fewer words prove nothing: a headline or a post of names has no small words. */
    private static final int WORDS_MIN = 8;

    /** A longer text with hardly an English small word is not English even when its language is not on the list. */
    private static final int WORDS_UNKNOWN_MIN = 60;

    private static final double ENGLISH_RATIO_MIN = 0.06;

    private record Profile(String name, UnicodeScript script, Set<String> words) {}

    private final List<Profile> profiles = new ArrayList<>();

    public Language(Lexicon lexicon) {
        for (List<String> row : lexicon.rows("text/languages.txt")) {
            Set<String> words = row.get(2).equals("-")
                    ? Set.of()
                    : Set.copyOf(
                            List.of(row.get(2).split(" +")).stream().distinct().toList());
            profiles.add(new Profile(row.get(0), UnicodeScript.forName(row.get(1)), words));
        }
    }

    /** The language of the text when it is not English, by its English name ("German"); empty for English. */
    public Optional<String> other(String text) {
        String sample = text.length() > LETTERS_MAX ? text.substring(0, LETTERS_MAX) : text;
        Map<UnicodeScript, Integer> scripts = scripts(sample);
        int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
        int latin = scripts.getOrDefault(UnicodeScript.LATIN, 0);
        if (letters == 0) {
            return Optional.empty();
        }
        List<String> words = words(sample);
        if (latin * 2 < letters) {
            return Optional.of(byScript(scripts, words));
        }
        return latinOther(words);
    }

    private static Map<UnicodeScript, Integer> scripts(String text) {
        Map<UnicodeScript, Integer> scripts = new LinkedHashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> scripts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        return scripts;
    }

    private String byScript(Map<UnicodeScript, Integer> scripts, List<String> words) {
        // Japanese is mostly Han characters by count, told from Chinese by its kana.
        int kana = scripts.getOrDefault(UnicodeScript.HIRAGANA, 0) + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
        if (kana * 10 > scripts.getOrDefault(UnicodeScript.HAN, 0) && kana > 0) {
            return "Japanese";
        }
        UnicodeScript most = UnicodeScript.COMMON;
        int count = 0;
        for (Map.Entry<UnicodeScript, Integer> each : scripts.entrySet()) {
            if (each.getKey() != UnicodeScript.LATIN && each.getValue() > count) {
                most = each.getKey();
                count = each.getValue();
            }
        }
        String best = "a language in " + most.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " script";
        int hitsMost = -1;
        for (Profile profile : profiles) {
            int hits = hits(profile, words);
            if (profile.script() == most && hits > hitsMost) {
                best = profile.name();
                hitsMost = hits;
            }
        }
        return best;
    }

    private Optional<String> latinOther(List<String> words) {
        if (words.size() < WORDS_MIN) {
            return Optional.empty();
        }
        double english = 0;
        double best = 0;
        String name = "";
        for (Profile profile : profiles) {
            if (profile.script() != UnicodeScript.LATIN) {
                continue;
            }
            double ratio = hits(profile, words) / (double) words.size();
            if (profile.name().equals("English")) {
                english = ratio;
            } else if (ratio > best) {
                best = ratio;
                name = profile.name();
            }
        }
        if (best >= SMALL_WORDS_RATIO_MIN && best > english * MARGIN_RATIO_MIN) {
            return Optional.of(name);
        }
        return words.size() >= WORDS_UNKNOWN_MIN && english < ENGLISH_RATIO_MIN
                ? Optional.of("a language other than English")
                : Optional.empty();
    }

    private static int hits(Profile profile, List<String> words) {
        int hits = 0;
        for (String word : words) {
            if (profile.words().contains(word)) {
                hits++;
            }
        }
        return hits;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean inside = Character.isLetter(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK
                    || (c == '\'' || c == '’') && !word.isEmpty();
            if (inside) {
                word.append(c == '’' ? '\'' : Character.toLowerCase(c));
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
