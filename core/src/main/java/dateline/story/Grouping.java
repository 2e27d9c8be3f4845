package dateline.story;

import dateline.analysis.Analysis;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.text.Tree;
import dateline.analysis.text.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells the stories in a handful of reports apart: reports that share names, words and meaning are linked, and what is linked
 * is one group. Careful not to split: a report with little text stays with the nearest group.
 */
public final class Grouping {
    /**
     * @param wordsMin cosine of the content words from which two reports are linked
     * @param meaningMin cosine of the mean sentence vectors from which they are linked when they share a name
     * @param namesMin shared names, other than countries, from which they are linked
     */
    public record Policy(double wordsMin, double meaningMin, int namesMin) {
        public static final Policy DEFAULT = new Policy(0.22, 0.62, 3);
    }

    /** The names and words by which a report is compared. */
    private record Profile(Map<String, Integer> words, Set<String> names, float[] meaning) {}

    private Grouping() {}

    /** Positions in {@code analyses}, grouped by story; groups by size, then by their first member. */
    public static List<List<Integer>> groups(List<Analysis> analyses, Policy policy) {
        List<Profile> profiles = analyses.stream().map(Grouping::profile).toList();
        int[] group = new int[analyses.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int i = 0; i < group.length; i++) {
            for (int j = 0; j < i; j++) {
                if (root(group, i) != root(group, j) && linked(profiles.get(i), profiles.get(j), policy)) {
                    group[root(group, i)] = root(group, j);
                }
            }
        }
        Map<Integer, List<Integer>> found = new LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            found.computeIfAbsent(root(group, i), k -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> sorted = new ArrayList<>(found.values());
        sorted.sort((a, b) ->
                a.size() != b.size() ? Integer.compare(b.size(), a.size()) : Integer.compare(a.get(0), b.get(0)));
        return sorted;
    }

    private static int root(int[] group, int at) {
        int up = at;
        while (group[up] != up) {
            up = group[up];
        }
        return up;
    }

    private static boolean linked(Profile one, Profile other, Policy policy) {
        Set<String> shared = new TreeSet<>(one.names());
        shared.retainAll(other.names());
        double words = cosine(one.words(), other.words());
        double meaning = new Vector(one.meaning()).cosine(new Vector(other.meaning()));
        return words >= policy.wordsMin()
                || shared.size() >= policy.namesMin()
                || !shared.isEmpty() && meaning >= policy.meaningMin();
    }

    private static double cosine(Map<String, Integer> one, Map<String, Integer> other) {
        double dot = 0;
        double mine = 0;
        double theirs = 0;
        for (Map.Entry<String, Integer> entry : one.entrySet()) {
            double weight = 1 + StrictMath.log(entry.getValue());
            mine += weight * weight;
            Integer there = other.get(entry.getKey());
            if (there != null) {
                dot += weight * (1 + StrictMath.log(there));
            }
        }
        for (int count : other.values()) {
            double weight = 1 + StrictMath.log(count);
            theirs += weight * weight;
        }
        return mine == 0 || theirs == 0 ? 0 : dot / StrictMath.sqrt(mine * theirs);
    }

    private static Profile profile(Analysis analysis) {
        Map<String, Integer> words = new TreeMap<>();
        for (Tree tree : analysis.trees()) {
            for (int i = 0; i < tree.size(); i++) {
                if (tree.isClass(i, "NOUN", "PROPN") && tree.lemma(i).length() > 2) {
                    words.merge(tree.lemma(i), 1, Integer::sum);
                }
            }
        }
        Set<String> names = new TreeSet<>();
        for (Referent referent : analysis.referents()) {
            if (referent.named()
                    && referent.type() != Mention.Type.PLACE
                    && referent.name().length() > 3) {
                names.add(referent.name().toLowerCase(Locale.ROOT));
            }
        }
        float[] meaning = new float
                [analysis.vectors().isEmpty() ? 1 : analysis.vectors().get(0).size()];
        for (Vector vector : analysis.vectors()) {
            for (int i = 0; i < Math.min(meaning.length, vector.size()); i++) {
                meaning[i] += vector.at(i);
            }
        }
        return new Profile(words, names, meaning);
    }
}
