package dateline.reconcile.finding;

import dateline.analysis.Lexicon;
import dateline.analysis.text.Tree;
import dateline.reconcile.StoryReports;
import dateline.reconcile.event.Days;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import dateline.reconcile.finding.Link.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Links from a story's central happening to what plainly came of it (damage, rescue, aid of an earthquake), where no report
 * says so in a connective but all tell it as one: by kind and by days. Only the one happening that most sources tell counts as
 * central. Known weakness: two disasters in one story.
 */
public final class Consequences {
    /** @param daysMax how long after the central happening its consequences begin */
    public record Policy(int daysMax) {
        public static final Policy DEFAULT = new Policy(4);
    }

    private final Map<String, Set<String>> brings = new LinkedHashMap<>();
    private final Policy policy;

    public Consequences(Lexicon lexicon, Policy policy) {
        this.policy = policy;
        for (List<String> row : lexicon.rows("finding/consequences.txt")) {
            brings.put(row.get(0), new LinkedHashSet<>(List.of(row.get(1).split(" +"))));
        }
    }

    /** Links that are not among those already {@code said}. */
    public List<Link> find(StoryReports story, List<Event> events, List<Link> said) {
        Optional<Event> central = central(events);
        if (central.isEmpty() || central.get().days().isEmpty()) {
            return List.of();
        }
        Set<String> wanted = new LinkedHashSet<>();
        kinds(central.get()).forEach(kind -> wanted.addAll(brings.getOrDefault(kind, Set.of())));
        List<Link> found = new ArrayList<>();
        for (Event event : events) {
            boolean known = said.stream()
                    .anyMatch(link -> link.event() == event.index()
                                    && link.to() == central.get().index()
                            || link.to() == event.index()
                                    && link.event() == central.get().index());
            Happening first = event.tellings().get(0);
            boolean background = first.claim().background();
            if (event != central.get()
                    && !known
                    && !background
                    && kinds(event).stream().anyMatch(wanted::contains)
                    && follows(event, central.get())) {
                Tree tree = story.get(first.report()).trees().get(first.claim().sentence());
                found.add(new Link(
                        event.index(),
                        central.get().index(),
                        Relation.CAUSE,
                        first.report(),
                        tree.sentence().span()));
            }
        }
        return List.copyOf(found);
    }

    private boolean follows(Event event, Event central) {
        if (event.days().isEmpty()) {
            return false;
        }
        Days days = event.days().get();
        Days from = central.days().orElseThrow();
        return !days.from().isBefore(from.from())
                && !days.from().isAfter(from.to().plusDays(policy.daysMax()));
    }

    /** The happening of a kind that brings others about, which most origins tell. */
    private Optional<Event> central(List<Event> events) {
        Event best = null;
        long most = 1;
        for (Event event : events) {
            long origins =
                    event.tellings().stream().map(Happening::origin).distinct().count();
            if (origins > most && kinds(event).stream().anyMatch(brings::containsKey)) {
                best = event;
                most = origins;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The kinds that at least a third of the tellings name. */
    private static Set<String> kinds(Event event) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Happening telling : event.tellings()) {
            telling.families().forEach(family -> counts.merge(family, 1, Integer::sum));
        }
        Set<String> found = new LinkedHashSet<>();
        counts.forEach((family, count) -> {
            if (count * 3 >= event.tellings().size()) {
                found.add(family);
            }
        });
        return found;
    }
}
