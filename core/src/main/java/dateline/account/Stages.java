package dateline.account;

import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which events are stages of another: smaller happenings of its day, at or to the same thing, that the reports tell in the same
 * breath ("smashed the cameras", "broke into the lobby" of a storming).
 */
final class Stages {
    /** A stage is told at most so many sentences from its whole, in at least one report. */
    private static final int SENTENCES_MAX = 3;

    /** What more events than these are about (the town, the country) tells nothing of two of them. */
    private static final int COMMON_MAX = 5;

    private static final Set<String> WITH_STAGES =
            Set.of("ASSAULT", "PROTEST", "DISASTER", "ACCIDENT", "CRIME", "COERCE", "MOBILIZE");

    private Stages() {}

    /** Index of the whole by index of the stage. {@code ranked}: the events shown, most important first. */
    static Map<Integer, Integer> of(List<Event> ranked) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Event event : ranked) {
            things(event).forEach(thing -> counts.merge(thing, 1, Integer::sum));
        }
        Map<Integer, Integer> wholes = new TreeMap<>();
        for (int i = 1; i < ranked.size(); i++) {
            Event stage = ranked.get(i);
            for (Event whole : ranked.subList(0, i)) {
                if (!wholes.containsKey(whole.index()) && isStage(stage, whole, counts)) {
                    wholes.put(stage.index(), whole.index());
                    break;
                }
            }
        }
        return wholes;
    }

    private static boolean isStage(Event stage, Event whole, Map<Integer, Integer> counts) {
        boolean sameDay = stage.days().isPresent()
                && whole.days().isPresent()
                && whole.days().get().contains(stage.days().get());
        Set<String> kinds = kinds(stage);
        kinds.retainAll(kinds(whole));
        if (!sameDay
                || kinds.isEmpty()
                || stage.tellings().size() > whole.tellings().size()) {
            return false;
        }
        Set<Integer> shared = new TreeSet<>(things(stage));
        shared.retainAll(things(whole));
        shared.removeIf(thing -> counts.getOrDefault(thing, 0) > COMMON_MAX);
        return !shared.isEmpty() && areNear(stage, whole);
    }

    /** Kinds of happening that have stages; none for what went before the news. */
    private static Set<String> kinds(Event event) {
        Set<String> kinds = new TreeSet<>();
        for (Happening telling : event.tellings()) {
            if (!telling.claim().background()
                    && WITH_STAGES.contains(telling.claim().type())) {
                kinds.add(telling.claim().type());
            }
        }
        return kinds;
    }

    private static boolean areNear(Event one, Event other) {
        for (Happening mine : one.tellings()) {
            for (Happening theirs : other.tellings()) {
                if (mine.report() == theirs.report()
                        && Math.abs(mine.claim().sentence() - theirs.claim().sentence()) <= SENTENCES_MAX) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whom or what it is done to, and where. */
    private static Set<Integer> things(Event event) {
        Set<Integer> things = new TreeSet<>();
        for (Happening telling : event.tellings()) {
            things.addAll(telling.targets());
            things.addAll(telling.places());
        }
        return things;
    }

    /** The id of the whole, when both are shown. */
    static Optional<String> idOf(Map<Integer, Integer> wholes, Map<Integer, String> ids, int event) {
        return Optional.ofNullable(wholes.get(event)).map(ids::get);
    }
}
