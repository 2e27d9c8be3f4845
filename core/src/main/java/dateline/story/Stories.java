package dateline.story;

import dateline.report.ReportId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The stories in a set of reports, kept up to date as reports arrive. The result depends on the set alone: reports are placed in
 * their canonical order whatever order they come in, and a late one has only those placed again whose grounds it changes.
 *
 * <p>A report is held against those before it, within the window, that share the most telling keys with it, and joins the story
 * that it is on average most like, or founds one. Reports of one moment, which no order tells apart, are placed together
 * ({@link Peers}). Two stories that stood before are never made one silently: a report that speaks for both is a
 * {@link Placement.Bridges}.
 */
public final class Stories {
    /** Likelihood, in millionths, of what a person has said belongs together. */
    private static final long DECIDED = 1_000_000;

    private final StoryPolicy policy;
    private final PlacementModel model;
    private final Set<Peers.Pair> together = new LinkedHashSet<>();
    private final Set<Peers.Pair> apart = new LinkedHashSet<>();
    private final Peers peers;

    private final TreeSet<Entry> order = new TreeSet<>();
    /** Looked up only. */
    private final Map<ReportId, Entry> byId = new HashMap<>();
    /** Looked up only. */
    private final Map<String, TreeSet<Entry>> byKey = new HashMap<>();

    /** @param decisions in the order in which they were taken: a later one about the same pair overrules an earlier one */
    public Stories(StoryPolicy policy, PlacementModel model, List<StoryDecision> decisions) {
        this.policy = policy;
        this.model = model;
        for (StoryDecision decision : decisions) {
            Peers.Pair pair = Peers.Pair.of(decision.one(), decision.other());
            together.remove(pair);
            apart.remove(pair);
            (decision.together() ? together : apart).add(pair);
        }
        peers = new Peers(policy, together, apart);
    }

    /** Takes a report in; gives those whose story is another than before, itself among them, in canonical order. */
    public List<ReportId> add(Profile profile) {
        return addAll(List.of(profile));
    }

    /** Takes reports in at once; a report already known is left as it is. */
    public List<ReportId> addAll(Collection<Profile> profiles) {
        TreeSet<Entry> unplaced = new TreeSet<>();
        for (Profile profile : profiles.stream().sorted(Profile.CANONICAL).toList()) {
            if (!byId.containsKey(profile.id())) {
                unplaced.addAll(shelve(new Entry(profile)));
            }
        }
        return place(unplaced).stream().map(entry -> entry.profile.id()).toList();
    }

    public int size() {
        return order.size();
    }

    /** All stories, in canonical order of their first reports. */
    public List<Story> stories() {
        List<Story> stories = new ArrayList<>();
        for (Entry entry : order) {
            if (group(entry).members.first() == entry) {
                stories.add(story(entry));
            }
        }
        return stories;
    }

    /** The story that a report stands in; a report that once named a story leads to where it is now. */
    public Optional<Story> storyOf(ReportId report) {
        return Optional.ofNullable(byId.get(report))
                .map(entry -> story(group(entry).members.first()));
    }

    private Story story(Entry first) {
        Optional<ReportId> near = placement(first) instanceof Placement.Founds founds
                ? founds.near().map(Placement.Near::story)
                : Optional.empty();
        return new Story(
                group(first).members.stream().map(each -> each.profile.id()).toList(), near);
    }

    /** Where a report stands, and why. */
    public Optional<Placement> placement(ReportId report) {
        return Optional.ofNullable(byId.get(report)).map(this::placement);
    }

    private Placement placement(Entry entry) {
        Entry.Group own = group(entry);
        TreeMap<Entry, Long> known = new TreeMap<>(entry.likely);
        entry.later.stream().filter(entry::peer).forEach(peer -> known.put(peer, peer.likely.get(entry)));
        TreeMap<Entry, Entry.Group> others = new TreeMap<>();
        known.keySet().forEach(each -> others.put(group(each).members.first(), group(each)));
        others.remove(own.members.first());
        Optional<Placement.Near> second = Optional.empty();
        double secondMean = 0;
        for (Map.Entry<Entry, Entry.Group> other : others.entrySet()) {
            Grounds grounds = grounds(entry, other.getValue(), known);
            if (grounds.mean() > secondMean) {
                secondMean = grounds.mean();
                second = Optional.of(new Placement.Near(other.getKey().profile.id(), grounds));
            }
        }
        ReportId id = entry.profile.id();
        if (own.members.first() == entry) {
            return new Placement.Founds(id, secondMean >= policy.nearMin() ? second : Optional.empty());
        }
        Grounds grounds = grounds(entry, own, known);
        ReportId story = own.members.first().profile.id();
        Profile nearest = entryOf(grounds.nearest()).profile;
        if (nearest.words().cosine(entry.profile.words()) >= policy.repeatMin()
                && nearest.lead().cosine(entry.profile.lead()) >= policy.repeatMin()) {
            return new Placement.Repeats(id, story, grounds);
        }
        return second.isPresent() && secondMean >= policy.bridgeMin()
                ? new Placement.Bridges(id, story, grounds, second.get())
                : new Placement.Joins(id, story, grounds);
    }

    /** Against the reports of a story that are not after it; the first of them stands for all when none was compared. */
    private Grounds grounds(Entry entry, Entry.Group group, Map<Entry, Long> known) {
        Entry nearest = group.members.first();
        long best = -1;
        long sum = 0;
        long pairs = 0;
        for (Entry other : group.members) {
            if (other == entry || other.compareTo(entry) > 0 && !other.peer(entry) || !inReach(other, entry)) {
                continue;
            }
            long likelihood = known.getOrDefault(other, -1L);
            if (likelihood >= 0) {
                sum += likelihood;
                pairs++;
                if (likelihood > best) {
                    best = likelihood;
                    nearest = other;
                }
            } else if (pairs < policy.candidatesMax()) {
                sum += StrictMath.round(policy.unlike() * 1e6);
                pairs++;
            }
        }
        return new Grounds(
                nearest.profile.id(),
                best < 0 ? policy.unlike() : best / 1e6,
                pairs == 0 ? 0 : sum / (pairs * 1e6),
                model.reasons(entry.profile, nearest.profile),
                entry.profile.words().shared(nearest.profile.words(), 8));
    }

    /** Puts a report where it belongs in the order and compares it; gives all whose comparisons have changed. */
    private Set<Entry> shelve(Entry entry) {
        order.add(entry);
        byId.put(entry.profile.id(), entry);
        for (String key : entry.profile.keys()) {
            byKey.computeIfAbsent(key, k -> new TreeSet<>()).add(entry);
        }
        Set<Entry> changed = new TreeSet<>();
        changed.add(entry);
        compare(entry);
        TreeSet<Entry> crowded = new TreeSet<>();
        for (Map.Entry<Entry, Long> after : sharingAfter(entry, crowded).entrySet()) {
            if (!crowded.contains(after.getKey()) && offer(after.getKey(), new Entry.Rival(after.getValue(), entry))) {
                changed.add(after.getKey());
            }
        }
        crowded.forEach(this::compare);
        changed.addAll(crowded);
        for (Peers.Pair pair : together) {
            otherOf(pair, entry).filter(other -> other.compareTo(entry) > 0).ifPresent(other -> {
                link(other, entry, DECIDED);
                changed.add(other);
            });
        }
        return changed;
    }

    /** Finds the candidates of a report among those before it, and how likely each is. */
    private void compare(Entry entry) {
        // Gathered in any order: sums are whole numbers, and what is kept of them is sorted.
        Map<Entry, Long> shared = new HashMap<>();
        for (String key : entry.profile.keys()) {
            int left = policy.keyDepth();
            for (Entry other : postings(key).headSet(entry, false).descendingSet()) {
                if (left-- == 0 || !inReach(other, entry)) {
                    break;
                }
                shared.merge(other, entry.weight(key, other), Long::sum);
            }
        }
        TreeSet<Entry.Rival> rivals = new TreeSet<>();
        shared.forEach((other, weight) -> {
            rivals.add(new Entry.Rival(weight, other));
            if (rivals.size() > policy.candidatesMax()) {
                rivals.pollLast();
            }
        });
        for (Entry.Rival gone : List.copyOf(entry.candidates)) {
            if (!rivals.contains(gone)) {
                drop(entry, gone);
            }
        }
        rivals.forEach(rival -> take(entry, rival));
        for (Peers.Pair pair : together) {
            otherOf(pair, entry)
                    .filter(other -> other.compareTo(entry) < 0)
                    .ifPresent(other -> link(entry, other, DECIDED));
        }
    }

    /**
     * Reports after this one that share keys with it within reach, and the weight of what they share.
     *
     * @param crowded gets those under whose keys the newcomer may have pushed another out of sight: to be compared anew
     */
    private Map<Entry, Long> sharingAfter(Entry entry, Set<Entry> crowded) {
        TreeMap<Entry, Long> sharing = new TreeMap<>();
        for (String key : entry.profile.keys()) {
            NavigableSet<Entry> postings = postings(key);
            boolean full = postings.size() > policy.keyDepth();
            int passed = 0;
            for (Entry after : postings.tailSet(entry, false)) {
                // Beyond this depth the newcomer is out of sight itself, and pushes nothing out.
                if (++passed > policy.keyDepth()) {
                    break;
                }
                if (inReach(entry, after)) {
                    sharing.merge(after, after.weight(key, entry), Long::sum);
                    if (full) {
                        crowded.add(after);
                    }
                }
            }
        }
        return sharing;
    }

    /** A newcomer before this report becomes a candidate, if it shares enough; true when anything kept has changed. */
    private boolean offer(Entry entry, Entry.Rival rival) {
        if (entry.candidates.size() < policy.candidatesMax()) {
            return take(entry, rival);
        }
        Entry.Rival weakest = entry.candidates.last();
        if (rival.compareTo(weakest) > 0) {
            return false;
        }
        boolean lost = entry.likely.containsKey(weakest.entry());
        drop(entry, weakest);
        return take(entry, rival) || lost;
    }

    /** Compares in full; true when the likelihood is enough to be kept. */
    private boolean take(Entry entry, Entry.Rival rival) {
        if (!entry.candidates.add(rival)) {
            return false;
        }
        long likelihood = StrictMath.round(model.likelihood(entry.profile, rival.entry().profile) * 1e6);
        if (likelihood < StrictMath.round(policy.likelihoodMin() * 1e6)) {
            return false;
        }
        link(entry, rival.entry(), likelihood);
        return true;
    }

    private static void link(Entry entry, Entry before, long likelihood) {
        entry.likely.put(before, likelihood);
        before.later.add(entry);
    }

    private void drop(Entry entry, Entry.Rival rival) {
        entry.candidates.remove(rival);
        if (!together.contains(
                Peers.Pair.of(entry.profile.id(), rival.entry().profile.id()))) {
            entry.likely.remove(rival.entry());
            rival.entry().later.remove(entry);
        }
    }

    private Optional<Entry> otherOf(Peers.Pair pair, Entry entry) {
        ReportId id = entry.profile.id();
        ReportId other = pair.one().equals(id) ? pair.other() : pair.one();
        return pair.one().equals(id) || pair.other().equals(id)
                ? Optional.ofNullable(byId.get(other))
                : Optional.empty();
    }

    private NavigableSet<Entry> postings(String key) {
        return byKey.getOrDefault(key, new TreeSet<>());
    }

    /** Whether the two are within the window; those without a date are within reach of all. */
    private boolean inReach(Entry before, Entry after) {
        return before.day().isEmpty()
                || after.day().isEmpty()
                || !before.day().get().isBefore(after.day().get().minusDays(policy.windowDays()));
    }

    /** Places these, moment by moment, and whatever their moving changes; gives those whose story has changed. */
    private Set<Entry> place(TreeSet<Entry> unplaced) {
        Set<Entry> moved = new TreeSet<>();
        while (!unplaced.isEmpty()) {
            Entry first = unplaced.first();
            TreeSet<Entry> moment = moment(first);
            TreeSet<Entry> seeds = new TreeSet<>(moment);
            seeds.retainAll(unplaced);
            TreeSet<Entry> affected = moment.size() == 1 ? seeds : bound(seeds, moment);
            unplaced.removeAll(moment);
            Set<Entry.Group> touched = regroup(affected, moment, moved);
            if (moment.last() != order.last()) {
                for (Entry.Group group : touched) {
                    for (Entry member : group.members) {
                        unplaced.addAll(member.later.tailSet(moment.last(), false));
                    }
                }
            }
        }
        return moved;
    }

    /** The reports published at one moment. */
    private TreeSet<Entry> moment(Entry one) {
        TreeSet<Entry> moment = new TreeSet<>();
        for (Entry before : order.headSet(one, true).descendingSet()) {
            if (!before.peer(one)) {
                break;
            }
            moment.add(before);
        }
        for (Entry after : order.tailSet(one, false)) {
            if (!after.peer(one)) {
                break;
            }
            moment.add(after);
        }
        return moment;
    }

    /** All of a moment whose place can depend on one another: alike themselves, or like one earlier story. */
    private TreeSet<Entry> bound(TreeSet<Entry> seeds, TreeSet<Entry> moment) {
        TreeSet<Entry> bound = new TreeSet<>(seeds);
        List<Entry> open = new ArrayList<>(seeds);
        Set<Entry.Group> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Entry entry = open.remove(open.size() - 1);
            TreeSet<Entry> next = new TreeSet<>(entry.later.subSet(moment.first(), true, moment.last(), true));
            entry.group.ifPresent(
                    group -> next.addAll(group.members.subSet(moment.first(), true, moment.last(), true)));
            for (Entry other : entry.likely.keySet()) {
                if (other.compareTo(moment.first()) >= 0) {
                    next.add(other);
                } else if (seen.add(group(other))) {
                    for (Entry member : group(other).members.headSet(moment.first(), false)) {
                        next.addAll(member.later.subSet(moment.first(), true, moment.last(), true));
                    }
                }
            }
            next.stream().filter(bound::add).forEach(open::add);
        }
        return bound;
    }

    /** Places reports of one moment; gives the stories that have won or lost any. */
    private Set<Entry.Group> regroup(TreeSet<Entry> affected, TreeSet<Entry> moment, Set<Entry> moved) {
        Map<Entry, Entry.Group> earlier = new TreeMap<>();
        for (Entry entry : affected) {
            for (Entry other : entry.likely.keySet()) {
                if (other.compareTo(moment.first()) < 0) {
                    earlier.put(group(other).members.first(), group(other));
                }
            }
        }
        List<Peers.Party> parties = new ArrayList<>();
        earlier.forEach((first, group) -> {
            List<Entry> active = group.members.headSet(moment.first(), false).stream()
                    .filter(member -> inReach(member, moment.first()))
                    .toList();
            parties.add(new Peers.Party(first, Optional.of(group), active, policy.candidatesMax()));
        });
        affected.forEach(
                entry -> parties.add(new Peers.Party(entry, Optional.empty(), List.of(entry), policy.candidatesMax())));
        Set<Entry.Group> touched = new LinkedHashSet<>();
        Set<Entry.Group> claimed = new LinkedHashSet<>(earlier.values());
        for (Peers.Party party : peers.join(parties, moment.first().day().isEmpty())) {
            if (party.reports.isEmpty()) {
                continue;
            }
            Entry.Group group = party.story.orElseGet(() -> ownGroup(party, moment, claimed));
            claimed.add(group);
            for (Entry entry : party.reports) {
                if (entry.group.isEmpty() || entry.group.get() != group) {
                    entry.group.ifPresent(was -> {
                        was.members.remove(entry);
                        touched.add(was);
                    });
                    entry.group = Optional.of(group);
                    group.members.add(entry);
                    touched.add(group);
                    moved.add(entry);
                }
            }
        }
        return touched;
    }

    /** The group that founders had already, so that what has not changed stays untouched; else a new one. */
    private static Entry.Group ownGroup(Peers.Party party, TreeSet<Entry> moment, Set<Entry.Group> claimed) {
        for (Entry entry : party.reports) {
            if (entry.group.isPresent()
                    && !claimed.contains(entry.group.get())
                    && entry.group.get().members.headSet(moment.first(), false).isEmpty()) {
                return entry.group.get();
            }
        }
        return new Entry.Group();
    }

    private Entry entryOf(ReportId id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new IllegalStateException("story: no report " + id.sha256()));
    }

    private static Entry.Group group(Entry entry) {
        return entry.group.orElseThrow(() ->
                new IllegalStateException("story: report " + entry.profile.id().sha256() + " has not been placed"));
    }
}
