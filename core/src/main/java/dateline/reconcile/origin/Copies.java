package dateline.reconcile.origin;

import dateline.analysis.text.Sentence;
import dateline.reconcile.StoryReports;
import dateline.report.Report;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds reports of one story that carry the same copy, by shared runs of words (shingles; Broder 1997). Known weakness: a
 * copy whose every sentence is reworded is not seen.
 */
public final class Copies {
    /**
     * When two reports count as one origin.
     *
     * @param shingleWords length of a run of words
     * @param sharedRatioMin share of the shorter report's runs that also stand in the longer
     * @param exactRatioMin from this share on the copy is called nearly word for word
     * @param partialRatioMin from this share on a partial reuse is noted, without making one origin
     */
    public record Policy(int shingleWords, double sharedRatioMin, double exactRatioMin, double partialRatioMin) {
        /** Runs of 4 words; ratios set on repeats of the development clusters (docs/evaluation.md, same origin). */
        public static final Policy DEFAULT = new Policy(4, 0.30, 0.80, 0.12);
    }

    /** That {@code report} carries the copy of {@code of}, and how it is known. */
    public record Copy(int report, int of, double ratio, String why) {}

    /** @param root for each report the report whose copy it carries, itself when it carries its own */
    public record Origins(List<Integer> root, List<Copy> copies, List<Copy> partial) {
        public Optional<Copy> copyOf(int report) {
            return copies.stream().filter(copy -> copy.report() == report).findFirst();
        }
    }

    private Copies() {}

    public static Origins find(StoryReports story, Policy policy) {
        List<Set<Long>> shingles = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            shingles.add(shingles(story, i, policy.shingleWords()));
        }
        // Only reports that share a run are compared: an index from run to reports, never all pairs of texts.
        Map<Long, List<Integer>> index = new HashMap<>();
        List<Map<Integer, Integer>> shared = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            Map<Integer, Integer> counts = new HashMap<>();
            for (long shingle : shingles.get(i)) {
                List<Integer> earlier = index.computeIfAbsent(shingle, s -> new ArrayList<>());
                for (int j : earlier) {
                    counts.merge(j, 1, Integer::sum);
                }
                earlier.add(i);
            }
            shared.add(counts);
        }
        List<Integer> root = new ArrayList<>();
        List<Copy> copies = new ArrayList<>();
        List<Copy> partial = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            int best = -1;
            double bestRatio = 0;
            for (int j = 0; j < i; j++) {
                int smaller = Math.min(shingles.get(i).size(), shingles.get(j).size());
                double ratio = smaller == 0 ? 0 : shared.get(i).getOrDefault(j, 0) / (double) smaller;
                if (ratio > bestRatio) {
                    best = j;
                    bestRatio = ratio;
                }
            }
            if (best >= 0 && bestRatio >= policy.sharedRatioMin()) {
                root.add(root.get(best));
                copies.add(new Copy(i, root.get(best), bestRatio, why(bestRatio, policy)));
            } else {
                root.add(i);
                if (best >= 0 && bestRatio >= policy.partialRatioMin()) {
                    partial.add(new Copy(i, best, bestRatio, "shares whole passages, and has words of its own"));
                }
            }
        }
        return new Origins(List.copyOf(root), List.copyOf(copies), List.copyOf(partial));
    }

    private static String why(double ratio, Policy policy) {
        long percent = StrictMath.round(ratio * 100);
        return ratio >= policy.exactRatioMin()
                ? "nearly word for word the same (" + percent + " % of its word runs)"
                : "the same copy, edited (" + percent + " % of the shorter report's word runs are shared)";
    }

    private static Set<Long> shingles(StoryReports story, int report, int length) {
        Report text = story.report(report);
        Set<Long> found = new HashSet<>();
        List<String> words = new ArrayList<>();
        for (Sentence sentence : story.get(report).segmented().sentences()) {
            if (sentence.post().isPresent()) {
                continue;
            }
            for (Span word : sentence.words()) {
                String form = text.quote(word).toLowerCase(Locale.ROOT);
                if (Character.isLetterOrDigit(form.charAt(0))) {
                    words.add(form);
                }
            }
        }
        for (int i = 0; i + length <= words.size(); i++) {
            long hash = 1125899906842597L;
            for (int k = i; k < i + length; k++) {
                for (int c = 0; c < words.get(k).length(); c++) {
                    hash = 31 * hash + words.get(k).charAt(c);
                }
                hash = 31 * hash + ' ';
            }
            found.add(hash);
        }
        return found;
    }
}
