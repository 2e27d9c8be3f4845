package dateline.ingest.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparing and judging short texts of a page. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern CREDIT =
            Pattern.compile("(?i)^(?:by|written by|posted by|reported by|words by|story by|author:?)\\s+\\S.{1,90}$");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…:][\"”’')\\]]*$");

    private Words() {}

    /** Lower case letters and digits only. */
    static String squeezed(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    static boolean endsSentence(String words) {
        return SENTENCE_END.matcher(words).find();
    }

    /** A line above the text that says who wrote it or on which day it was set, and nothing else. */
    static boolean isCredit(String words) {
        if (words.length() > 120) {
            return false;
        }
        if (CREDIT.matcher(words).matches() && !words.endsWith(".")) {
            return true;
        }
        return WrittenDays.first(words).isPresent() && words.split(" ").length <= 12 && !words.endsWith(".");
    }

    /** The runs of four words of a given text; tells which blocks are part of it. */
    static final class Runs {
        private static final int LENGTH = 4;

        /** A given body longer than this is read to here: no article has more. */
        private static final int CHARACTERS_MAX = 300_000;

        private final Set<String> runs = new LinkedHashSet<>();
        private final Set<String> words = new LinkedHashSet<>();

        Runs(String given) {
            List<String> all = words(given.length() > CHARACTERS_MAX ? given.substring(0, CHARACTERS_MAX) : given);
            words.addAll(all);
            runs.addAll(runs(all));
        }

        /** Whether the block's words stand in the given text in this order; of short blocks, all their words. */
        boolean holds(String block) {
            List<String> own = words(block);
            if (own.size() < LENGTH) {
                return words.containsAll(own);
            }
            List<String> each = runs(own);
            return each.stream().filter(runs::contains).count() >= each.size() * 0.8;
        }

        /** Share of the given text's runs that stand in the blocks, 0 to 1. */
        double covered(List<Block> blocks) {
            Set<String> found = new LinkedHashSet<>();
            blocks.forEach(block -> found.addAll(runs(words(block.text()))));
            return runs.isEmpty() ? 0 : runs.stream().filter(found::contains).count() / (double) runs.size();
        }

        private static List<String> runs(List<String> words) {
            List<String> runs = new ArrayList<>();
            for (int i = 0; i + LENGTH <= words.size(); i++) {
                runs.add(String.join(" ", words.subList(i, i + LENGTH)));
            }
            return runs;
        }

        private static List<String> words(String text) {
            List<String> words = new ArrayList<>();
            Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
            while (matcher.find()) {
                words.add(matcher.group());
            }
            return words;
        }
    }
}
