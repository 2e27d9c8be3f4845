package dateline.reconcile.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups tellings into events: strongest tellings first, each joins the event whose slots it agrees with best, or founds
 * one; then events of one day that agree are made one. Candidates come from an index of kinds and rare words, so that the
 * cost stays near the number of tellings. Known weakness: the order (by weight) can decide a close case.
 */
public final class EventBuilder {
    private final Kinship kinship;
    private final EventPolicy policy;

    public EventBuilder(Kinship kinship, EventPolicy policy) {
        this.kinship = kinship;
        this.policy = policy;
    }

    /** Groups of tellings, each strongest first; thin tellings that join nothing are left out of every group. */
    public List<List<Happening>> group(List<Happening> happenings) {
        return group(happenings, Set.of());
    }

    /** @param apart pairs of claims, as report/claim/claim, that cannot be one happening: one is said to follow the other */
    public List<List<Happening>> group(List<Happening> happenings, Set<String> apart) {
        Map<String, Integer> frequencies = Happenings.documentFrequencies(happenings);
        Map<Integer, Integer> entityFrequencies = new HashMap<>();
        for (Happening happening : happenings) {
            happening.entities().forEach(entity -> entityFrequencies.merge(entity, 1, Integer::sum));
        }
        Weights weights = new Weights(frequencies, entityFrequencies, happenings.size(), apart);
        List<Happening> order = new ArrayList<>(happenings);
        order.sort(Comparator.comparing((Happening h) -> h.weak())
                .thenComparing(h -> -h.weight())
                .thenComparing(Happening::index));
        List<Cluster> clusters = new ArrayList<>();
        Map<String, List<Cluster>> byKind = new HashMap<>();
        for (Happening happening : order) {
            Cluster best = null;
            double bestScore = 0;
            for (Cluster cluster : candidates(happening, byKind)) {
                double score = score(happening, cluster, weights);
                if (score > bestScore || score == bestScore && best != null && cluster.id < best.id) {
                    best = cluster;
                    bestScore = score;
                }
            }
            double needed = happening.weak() ? policy.weakJoinMin() : policy.joinMin();
            if (best != null && bestScore >= needed) {
                best.add(happening, weights);
            } else if (!happening.weak()) {
                best = new Cluster(clusters.size());
                clusters.add(best);
                best.add(happening, weights);
            } else {
                continue;
            }
            index(best, happening, byKind);
        }
        merge(clusters, weights);
        return clusters.stream()
                .filter(cluster -> !cluster.members.isEmpty())
                .map(cluster -> List.copyOf(cluster.members))
                .toList();
    }

    private Set<Cluster> candidates(Happening happening, Map<String, List<Cluster>> byKind) {
        Set<Cluster> found = new LinkedHashSet<>();
        for (String family : happening.families()) {
            found.addAll(byKind.getOrDefault("f:" + family, List.of()));
            for (String other : new TreeSet<>(kinship.of(family))) {
                found.addAll(byKind.getOrDefault("f:" + other, List.of()));
            }
        }
        for (String stem : happening.stems().keySet()) {
            List<Cluster> sharing = byKind.getOrDefault("s:" + stem, List.of());
            if (sharing.size() <= 12) {
                found.addAll(sharing);
            }
        }
        return found;
    }

    private static void index(Cluster cluster, Happening happening, Map<String, List<Cluster>> byKind) {
        Set<String> keys = new LinkedHashSet<>();
        happening.families().forEach(family -> keys.add("f:" + family));
        happening.stems().keySet().forEach(stem -> keys.add("s:" + stem));
        for (String key : keys) {
            List<Cluster> there = byKind.computeIfAbsent(key, k -> new ArrayList<>());
            if (!there.contains(cluster)) {
                there.add(cluster);
            }
        }
    }

    private void merge(List<Cluster> clusters, Weights weights) {
        boolean changed = true;
        while (changed) {
            changed = false;
            Cluster bestA = null;
            Cluster bestB = null;
            double best = policy.mergeMin();
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = i + 1; j < clusters.size(); j++) {
                    Cluster a = clusters.get(i);
                    Cluster b = clusters.get(j);
                    if (a.members.isEmpty() || b.members.isEmpty() || !a.mayMeet(b, kinship)) {
                        continue;
                    }
                    double score = score(a, b, weights);
                    if (score > best) {
                        best = score;
                        bestA = a;
                        bestB = b;
                    }
                }
            }
            if (bestA != null && bestB != null) {
                for (Happening happening : List.copyOf(bestB.members)) {
                    bestA.add(happening, weights);
                }
                bestB.members.clear();
                changed = true;
            }
        }
    }

    /** Agreement of two clusters: mean over the smaller one's strongest tellings of their agreement with the other. */
    private double score(Cluster a, Cluster b, Weights weights) {
        Cluster small = a.members.size() <= b.members.size() ? a : b;
        Cluster large = small == a ? b : a;
        double sum = 0;
        int counted = 0;
        for (Happening happening : small.members) {
            if (large.forbids(happening, weights.apart())) {
                return -1;
            }
        }
        for (Happening happening : small.members) {
            if (counted == 4) {
                break;
            }
            double score = score(happening, large, weights);
            if (score < 0) {
                return -1;
            }
            sum += score;
            counted++;
        }
        return counted == 0 ? 0 : sum / counted;
    }

    /** How far a telling agrees with an event, up to about 1; negative when a slot forbids it. */
    double score(Happening happening, Cluster cluster, Weights weights) {
        if (!datesMeet(happening, cluster) || cluster.forbids(happening, weights.apart())) {
            return -1;
        }
        double kind = kind(happening, cluster);
        double words = cosine(happening, cluster, weights);
        double participants = participants(happening, cluster, weights);
        double meaning = Math.max(0, cluster.nearest(happening));
        if (kind == 0
                && (words < 0.5
                        || participants < 0.5
                        || isSaying(happening.claim().type())
                                != isSaying(cluster.members.get(0).claim().type()))) {
            return 0;
        }
        double score = policy.kind() * kind
                + policy.participants() * participants
                + policy.words() * words
                + policy.meaning() * meaning;
        if (happening.date().isPresent() && !cluster.dates.isEmpty()) {
            score += policy.sameDay();
        }
        if (!happening.places().isEmpty()
                && !cluster.places.isEmpty()
                && happening.places().stream().noneMatch(cluster.places::contains)
                && happening.places().stream().noneMatch(cluster.entities::containsKey)) {
            score -= policy.otherPlace();
        }
        return score;
    }

    /** A vow, charge or demand is another happening than what it is about. */
    private static boolean isSaying(String type) {
        return Set.of("ACCUSE", "THREATEN", "REJECT", "REQUEST", "STATEMENT", "SUPPORT", "CONCEDE")
                .contains(type);
    }

    private static boolean datesMeet(Happening happening, Cluster cluster) {
        if (happening.date().isEmpty() || cluster.dates.isEmpty()) {
            return true;
        }
        int meets = 0;
        int misses = 0;
        for (Map.Entry<Days, Integer> entry : cluster.dates.entrySet()) {
            if (entry.getKey().overlaps(happening.date().get())) {
                meets += entry.getValue();
            } else {
                misses += entry.getValue();
            }
        }
        return meets >= misses;
    }

    private double kind(Happening happening, Cluster cluster) {
        double best = 0;
        for (String lemma : happening.lemmas()) {
            if (cluster.lemmas.containsKey(lemma)) {
                best = Math.max(best, 1.0);
            }
        }
        for (String family : happening.families()) {
            if (cluster.families.containsKey(family)) {
                best = Math.max(best, 0.85);
            } else {
                for (String other : cluster.families.keySet()) {
                    if (kinship.related(family, other)) {
                        best = Math.max(best, 0.5);
                    }
                }
            }
        }
        return best;
    }

    private static double participants(Happening happening, Cluster cluster, Weights weights) {
        if (happening.entities().isEmpty() || cluster.entities.isEmpty()) {
            return 0.25;
        }
        double shared = 0;
        double mine = 0;
        for (int entity : happening.entities()) {
            double weight = weights.entity(entity);
            mine += weight;
            if (cluster.entities.containsKey(entity)) {
                shared += weight;
            }
        }
        double theirs = 0;
        for (Map.Entry<Integer, Integer> entry : cluster.entities.entrySet()) {
            if (entry.getValue() * 2 >= cluster.members.size()) {
                theirs += weights.entity(entry.getKey());
            }
        }
        double smaller = theirs == 0 ? mine : Math.min(mine, theirs);
        return Math.min(1, shared / Math.max(smaller, 1e-9));
    }

    private static double cosine(Happening happening, Cluster cluster, Weights weights) {
        double dot = 0;
        double mine = 0;
        for (String stem : happening.stems().keySet()) {
            double weight = weights.stem(stem);
            mine += weight * weight;
            Double there = cluster.centroid.get(stem);
            if (there != null) {
                dot += weight * there;
            }
        }
        double theirs = 0;
        for (double value : cluster.centroid.values()) {
            theirs += value * value;
        }
        return mine == 0 || theirs == 0 ? 0 : dot / StrictMath.sqrt(mine * theirs);
    }

    /** Rarity of words and entities within the story: what stands everywhere tells nothing apart. */
    record Weights(Map<String, Integer> stems, Map<Integer, Integer> entities, int tellings, Set<String> apart) {
        double stem(String stem) {
            return StrictMath.log(1 + tellings / (double) (1 + stems.getOrDefault(stem, 0)));
        }

        double entity(int entity) {
            return StrictMath.log(1 + tellings / (double) (1 + entities.getOrDefault(entity, 0)));
        }
    }

    /** An event in the making. */
    static final class Cluster {
        private final int id;
        private final List<Happening> members = new ArrayList<>();
        private final Map<String, Integer> families = new TreeMap<>();
        private final Map<String, Integer> lemmas = new TreeMap<>();
        private final Map<Integer, Integer> entities = new TreeMap<>();
        private final Set<Integer> places = new TreeSet<>();
        private final Map<Days, Integer> dates = new TreeMap<>();
        private final Map<String, Double> centroid = new TreeMap<>();

        Cluster(int id) {
            this.id = id;
        }

        void add(Happening happening, Weights weights) {
            members.add(happening);
            happening.families().forEach(family -> families.merge(family, 1, Integer::sum));
            happening.lemmas().forEach(lemma -> lemmas.merge(lemma, 1, Integer::sum));
            happening.entities().forEach(entity -> entities.merge(entity, 1, Integer::sum));
            places.addAll(happening.places());
            happening.date().ifPresent(days -> dates.merge(days, 1, Integer::sum));
            for (String stem : happening.stems().keySet()) {
                centroid.merge(stem, weights.stem(stem), Double::sum);
            }
        }

        /** True when a member of the same sentence is said to follow the telling, or the other way round. */
        boolean forbids(Happening happening, Set<String> apart) {
            for (Happening member : members) {
                if (member.report() == happening.report()
                        && member.claim().sentence() == happening.claim().sentence()
                        && member != happening) {
                    for (dateline.analysis.claim.Claim mine : happening.claims()) {
                        for (dateline.analysis.claim.Claim theirs : member.claims()) {
                            if (apart.contains(member.report() + "/" + mine.id() + "/" + theirs.id())
                                    || apart.contains(member.report() + "/" + theirs.id() + "/" + mine.id())) {
                                return true;
                            }
                        }
                    }
                }
            }
            return false;
        }

        double nearest(Happening happening) {
            double best = 0;
            int looked = 0;
            for (Happening member : members) {
                if (looked++ == 8) {
                    break;
                }
                best = Math.max(best, member.vector().cosine(happening.vector()));
            }
            return best;
        }

        boolean mayMeet(Cluster other, Kinship kinship) {
            for (String family : families.keySet()) {
                if (other.families.containsKey(family)) {
                    return true;
                }
                for (String theirs : other.families.keySet()) {
                    if (kinship.related(family, theirs)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
