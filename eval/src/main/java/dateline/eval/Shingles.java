package dateline.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a wanted text was given, counted in runs of four words with multiplicity, as the article extraction benchmark
 * of Scrapinghub counts: precision and recall are averaged over pages, F1 is made of the averages.
 */
final class Shingles {
    private static final int WORDS = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+");

    private final List<Double> precisions = new ArrayList<>();
    private final List<Double> recalls = new ArrayList<>();

    /** Adds one page and returns its own F1. */
    double add(String wanted, String given) {
        Map<String, Integer> wantedRuns = runs(wanted);
        Map<String, Integer> givenRuns = runs(given);
        double both = 0;
        for (Map.Entry<String, Integer> run : givenRuns.entrySet()) {
            both += Math.min(run.getValue(), wantedRuns.getOrDefault(run.getKey(), 0));
        }
        double givenSum = sum(givenRuns);
        double wantedSum = sum(wantedRuns);
        if (givenSum > 0) {
            precisions.add(both / givenSum);
        }
        if (wantedSum > 0) {
            recalls.add(both / wantedSum);
        }
        return givenSum + wantedSum == 0 ? 1 : 2 * both / (givenSum + wantedSum);
    }

    double precision() {
        return mean(precisions);
    }

    double recall() {
        return mean(recalls);
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    boolean isEmpty() {
        return precisions.isEmpty() && recalls.isEmpty();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double sum(Map<String, Integer> runs) {
        return runs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> runs(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        Map<String, Integer> runs = new LinkedHashMap<>();
        for (int i = 0; i < Math.max(1, words.size() - WORDS + 1); i++) {
            List<String> run = words.subList(i, Math.min(words.size(), i + WORDS));
            if (!run.isEmpty()) {
                runs.merge(String.join(" ", run), 1, Integer::sum);
            }
        }
        return runs;
    }
}
