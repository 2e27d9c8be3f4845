package dateline.story;

import dateline.report.ReportId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places reports of one moment together: those that no order of publication tells apart. Average-link agglomeration (the two
 * likeliest parties become one, as long as their mean likelihood suffices) in which the stories there already are stay apart
 * from one another. Known weakness: a wrong first union is never undone.
 */
final class Peers {
    /** A story as it stood before this moment, or one report; later whatever they have grown to. */
    static final class Party implements Comparable<Party> {
        final List<Entry> reports = new ArrayList<>();
        final Entry first;
        final Optional<Entry.Group> story;
        final List<Entry> active;
        private long size;
        private boolean gone;
        private final TreeMap<Party, long[]> toOthers = new TreeMap<>();

        /** @param active members that count in the mean; the story's within the window, or the report itself */
        Party(Entry first, Optional<Entry.Group> story, List<Entry> active, int most) {
            this.first = first;
            this.story = story;
            this.active = new ArrayList<>(active);
            this.size = Math.min(active.size(), most);
            if (story.isEmpty()) {
                reports.add(first);
            }
        }

        @Override
        public int compareTo(Party other) {
            return first.compareTo(other.first);
        }
    }

    private record Union(long score, Party one, Party other, long stamp) {}

    /** More than any mean, in millionths. */
    private static final long DECIDED = 2_000_000;

    private final StoryPolicy policy;
    private final Set<Pair> together;
    private final Set<Pair> apart;

    /** Two reports, the smaller id first. */
    record Pair(ReportId one, ReportId other) {
        static Pair of(ReportId one, ReportId other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    Peers(StoryPolicy policy, Set<Pair> together, Set<Pair> apart) {
        this.policy = policy;
        this.together = together;
        this.apart = apart;
    }

    /** Joins what belongs together; the parties that are left hold all reports. */
    List<Party> join(List<Party> parties, boolean undated) {
        long least = StrictMath.round((undated ? policy.joinMinUndated() : policy.joinMin()) * 1e6);
        TreeMap<Entry, Party> of = new TreeMap<>();
        for (Party party : parties) {
            party.active.forEach(each -> of.put(each, party));
        }
        PriorityQueue<Union> queue = new PriorityQueue<>(Comparator.comparingLong(Union::score)
                .reversed()
                .thenComparing(union -> union.one().first)
                .thenComparing(union -> union.other().first));
        for (Party party : parties) {
            if (party.story.isPresent()) {
                continue;
            }
            party.first.likely.forEach((other, likelihood) -> {
                Party there = of.get(other);
                if (there != null && there != party) {
                    add(party, there, likelihood, 1);
                    add(there, party, likelihood, 1);
                }
            });
        }
        for (Party party : parties) {
            for (Party other : party.toOthers.keySet()) {
                if (party.compareTo(other) < 0) {
                    offer(queue, party, other, least);
                }
            }
        }
        while (!queue.isEmpty()) {
            Union best = queue.poll();
            Party one = best.one();
            Party other = best.other();
            if (one.gone || other.gone || best.stamp() != stamp(one, other)) {
                continue;
            }
            Party keeper = other.story.isPresent() ? other : one;
            merge(keeper, keeper == one ? other : one, queue, least);
        }
        return parties.stream().filter(party -> !party.gone).toList();
    }

    private void merge(Party keeper, Party taken, PriorityQueue<Union> queue, long least) {
        taken.gone = true;
        keeper.reports.addAll(taken.reports);
        keeper.active.addAll(taken.active);
        keeper.size += taken.size;
        keeper.toOthers.remove(taken);
        taken.toOthers.forEach((other, sums) -> {
            other.toOthers.remove(taken);
            if (other != keeper) {
                add(keeper, other, sums[0], sums[1]);
                add(other, keeper, sums[0], sums[1]);
            }
        });
        for (Party other : keeper.toOthers.keySet()) {
            offer(queue, keeper, other, least);
        }
    }

    private void offer(PriorityQueue<Union> queue, Party one, Party other, long least) {
        if (one.story.isPresent() && other.story.isPresent() || forbidden(one, other)) {
            return;
        }
        long score = decided(one, other) ? DECIDED : mean(one, other);
        if (score >= least) {
            boolean inOrder = one.compareTo(other) < 0;
            queue.add(new Union(score, inOrder ? one : other, inOrder ? other : one, stamp(one, other)));
        }
    }

    /** Differs whenever one of the two has grown. */
    private static long stamp(Party one, Party other) {
        return (long) one.active.size() + other.active.size();
    }

    private static void add(Party from, Party to, long likelihood, long pairs) {
        long[] sums = from.toOthers.computeIfAbsent(to, party -> new long[2]);
        sums[0] += likelihood;
        sums[1] += pairs;
    }

    private long mean(Party one, Party other) {
        long[] sums = one.toOthers.getOrDefault(other, new long[2]);
        long pairs = Math.max(sums[1], one.size * other.size);
        return (sums[0] + (pairs - sums[1]) * StrictMath.round(policy.unlike() * 1e6)) / pairs;
    }

    private boolean forbidden(Party one, Party other) {
        return !apart.isEmpty() && crosses(apart, one, other);
    }

    private boolean decided(Party one, Party other) {
        return !together.isEmpty() && crosses(together, one, other);
    }

    private static boolean crosses(Set<Pair> pairs, Party one, Party other) {
        TreeSet<ReportId> mine = ids(one);
        TreeSet<ReportId> theirs = ids(other);
        return pairs.stream()
                .anyMatch(pair -> mine.contains(pair.one()) && theirs.contains(pair.other())
                        || mine.contains(pair.other()) && theirs.contains(pair.one()));
    }

    private static TreeSet<ReportId> ids(Party party) {
        TreeSet<ReportId> ids = new TreeSet<>();
        party.active.forEach(each -> ids.add(each.profile.id()));
        party.reports.forEach(each -> ids.add(each.profile.id()));
        return ids;
    }
}
