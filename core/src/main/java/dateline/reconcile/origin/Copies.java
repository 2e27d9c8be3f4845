package dateline.reconcile.origin;

import dateline.analysis.attribution.Quotations;
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
 * copy whose every sentence is reworded is not seen. Two reports that share nothing but what somebody said to both are no
 * copies of each other: runs inside quotation marks need others beside them.
 */
public final class Copies {
    /**
     * When two reports count as one origin.
     *
     * @param shingleWords length of a run of words
     * @param sharedRatioMin share of the shorter report's runs that also stand in the longer
     * @param exactRatioMin from this share on the copy is called nearly word for word
     * @param partialRatioMin from this share on a partial reuse is noted, without making one origin
     * @param ownRatioMin share of the shorter report's runs outside quotation marks that must stand in the longer too
     * @param ownRunsMin from how many runs outside quotation marks on that is asked; below, a report is little but quotation
     */
    public record Policy(
            int shingleWords,
            double sharedRatioMin,
            double exactRatioMin,
            double partialRatioMin,
            double ownRatioMin,
            int ownRunsMin) {
        /** Runs of 4 words; ratios set on the tuning half of eval/gold/origins.jsonl (docs/evaluation.md, origins). */
        public static final Policy DEFAULT = new Policy(4, 0.30, 0.80, 0.25, 0.05, 40);
    }

    /** The runs of one report; {@code own} those outside quotation marks. */
    private record Runs(Set<Long> all, Set<Long> own) {}

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
        List<Runs> runs = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            runs.add(runs(story, i, policy.shingleWords()));
        }
        List<Map<Integer, Integer>> shared = shared(runs.stream().map(Runs::all).toList());
        List<Map<Integer, Integer>> sharedOwn =
                shared(runs.stream().map(Runs::own).toList());
        List<Integer> root = new ArrayList<>();
        List<Copy> copies = new ArrayList<>();
        List<Copy> partial = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            int best = -1;
            double bestRatio = 0;
            for (int j = 0; j < i; j++) {
                double ratio = ratio(
                        shared.get(i).getOrDefault(j, 0),
                        runs.get(i).all(),
                        runs.get(j).all());
                double own = ratio(
                        sharedOwn.get(i).getOrDefault(j, 0),
                        runs.get(i).own(),
                        runs.get(j).own());
                boolean quotesOnly = own < policy.ownRatioMin()
                        && Math.min(runs.get(i).own().size(), runs.get(j).own().size()) >= policy.ownRunsMin();
                if (ratio > bestRatio && !quotesOnly) {
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

    /** Of each report, how many runs it shares with each earlier one; an index from run to reports, never all pairs of texts. */
    private static List<Map<Integer, Integer>> shared(List<Set<Long>> runs) {
        Map<Long, List<Integer>> index = new HashMap<>();
        List<Map<Integer, Integer>> shared = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Map<Integer, Integer> counts = new HashMap<>();
            for (long run : runs.get(i)) {
                List<Integer> earlier = index.computeIfAbsent(run, s -> new ArrayList<>());
                for (int j : earlier) {
                    counts.merge(j, 1, Integer::sum);
                }
                earlier.add(i);
            }
            shared.add(counts);
        }
        return shared;
    }

    private static double ratio(int shared, Set<Long> one, Set<Long> other) {
        int smaller = Math.min(one.size(), other.size());
        return smaller == 0 ? 0 : shared / (double) smaller;
    }

    private static String why(double ratio, Policy policy) {
        long percent = StrictMath.round(ratio * 100);
        return ratio >= policy.exactRatioMin()
                ? "nearly word for word the same (" + percent + " % of its word runs)"
                : "the same copy, edited (" + percent + " % of the shorter report's word runs are shared)";
    }

    private static Runs runs(StoryReports story, int report, int length) {
        Report text = story.report(report);
        List<Span> quoted = Quotations.of(story.get(report).segmented()).stream()
                .map(Quotations.Quotation::span)
                .toList();
        List<String> words = new ArrayList<>();
        List<Boolean> said = new ArrayList<>();
        int at = 0;
        for (Sentence sentence : story.get(report).segmented().sentences()) {
            if (sentence.post().isPresent()) {
                continue;
            }
            for (Span word : sentence.words()) {
                String form = text.quote(word).toLowerCase(Locale.ROOT);
                if (Character.isLetterOrDigit(form.charAt(0))) {
                    while (at < quoted.size() && quoted.get(at).end() <= word.begin()) {
                        at++;
                    }
                    words.add(form);
                    said.add(at < quoted.size() && quoted.get(at).overlaps(word));
                }
            }
        }
        Set<Long> all = new HashSet<>();
        Set<Long> own = new HashSet<>();
        for (int i = 0; i + length <= words.size(); i++) {
            long hash = hash(words.subList(i, i + length));
            all.add(hash);
            if (!said.subList(i, i + length).contains(true)) {
                own.add(hash);
            }
        }
        return new Runs(all, own);
    }

    private static long hash(List<String> words) {
        long hash = 1125899906842597L;
        for (String word : words) {
            for (int c = 0; c < word.length(); c++) {
                hash = 31 * hash + word.charAt(c);
            }
            hash = 31 * hash + ' ';
        }
        return hash;
    }
}
