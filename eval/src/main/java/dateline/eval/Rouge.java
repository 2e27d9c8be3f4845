package dateline.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ROUGE-N F1 (Lin 2004) over lower-cased words and numbers; no stemming, no words left out. */
final class Rouge {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Rouge() {}

    static double f1(String summary, String reference, int length) {
        Map<List<String>, Integer> ours = runs(summary, length);
        Map<List<String>, Integer> gold = runs(reference, length);
        int shared = 0;
        for (Map.Entry<List<String>, Integer> run : ours.entrySet()) {
            shared += Math.min(run.getValue(), gold.getOrDefault(run.getKey(), 0));
        }
        int all = ours.values().stream().mapToInt(Integer::intValue).sum()
                + gold.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static Map<List<String>, Integer> runs(String text, int length) {
        List<String> words = words(text);
        Map<List<String>, Integer> runs = new HashMap<>();
        for (int i = 0; i + length <= words.size(); i++) {
            runs.merge(List.copyOf(words.subList(i, i + length)), 1, Integer::sum);
        }
        return runs;
    }
}
