package dateline.reconcile.decision;

import dateline.reconcile.StoryReports;
import dateline.reconcile.event.Days;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Applies decisions about which tellings are one event, and when it was. */
public final class EventDecisions {
    private EventDecisions() {}

    /** True when the words stand in the sentence of one of the tellings. */
    public static boolean tells(List<Happening> tellings, StoryReports story, String words) {
        return telling(tellings, story, words).isPresent();
    }

    private static OptionalInt telling(List<Happening> tellings, StoryReports story, String words) {
        String wanted = Decision.plain(words);
        for (int i = 0; i < tellings.size(); i++) {
            Happening telling = tellings.get(i);
            var tree = story.get(telling.report()).trees().get(telling.claim().sentence());
            if (Decision.plain(
                            story.report(telling.report()).quote(tree.sentence().span()))
                    .contains(wanted)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt find(List<List<Happening>> groups, StoryReports story, String words) {
        for (int i = 0; i < groups.size(); i++) {
            if (!groups.get(i).isEmpty() && tells(groups.get(i), story, words)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    public static List<List<Happening>> regroup(
            List<List<Happening>> machine, StoryReports story, List<Decision> decisions, List<Decision.Applied> log) {
        List<List<Happening>> groups = new ArrayList<>(machine);
        for (Decision decision : decisions) {
            if (decision.kind() == Decision.Kind.MERGE_EVENTS) {
                List<Integer> found = new ArrayList<>();
                for (String words : decision.of()) {
                    find(groups, story, words).ifPresent(at -> {
                        if (!found.contains(at)) {
                            found.add(at);
                        }
                    });
                }
                for (int other : found.subList(Math.min(1, found.size()), found.size())) {
                    List<Happening> all = new ArrayList<>(groups.get(found.get(0)));
                    all.addAll(groups.get(other));
                    groups.set(found.get(0), List.copyOf(all));
                    groups.set(other, List.of());
                }
                log.add(new Decision.Applied(
                        decision, found.size() > 1 ? Optional.of("kept apart") : Optional.empty(), found.size() > 1));
            } else if (decision.kind() == Decision.Kind.SPLIT_EVENT) {
                OptionalInt at = find(groups, story, decision.of().get(0));
                boolean applied = false;
                if (at.isPresent() && groups.get(at.getAsInt()).size() > 1) {
                    List<Happening> stay = new ArrayList<>();
                    List<Happening> leave = new ArrayList<>();
                    for (Happening telling : groups.get(at.getAsInt())) {
                        (tells(List.of(telling), story, decision.of().get(0)) ? leave : stay).add(telling);
                    }
                    if (!stay.isEmpty()) {
                        groups.set(at.getAsInt(), List.copyOf(stay));
                        groups.add(List.copyOf(leave));
                        applied = true;
                    }
                }
                log.add(new Decision.Applied(
                        decision, applied ? Optional.of("taken as one") : Optional.empty(), applied));
            }
        }
        return groups.stream().filter(group -> !group.isEmpty()).toList();
    }

    public static List<Event> redate(
            List<Event> machine, StoryReports story, List<Decision> decisions, List<Decision.Applied> log) {
        List<Event> events = new ArrayList<>(machine);
        for (Decision decision : decisions) {
            if (decision.kind() != Decision.Kind.DATE) {
                continue;
            }
            boolean applied = false;
            Optional<String> was = Optional.empty();
            for (int i = 0; i < events.size() && !applied; i++) {
                Event event = events.get(i);
                if (tells(event.tellings(), story, decision.of().get(0))) {
                    was = Optional.of(event.days().map(Days::edtf).orElse("unknown"));
                    events.set(
                            i,
                            new Event(
                                    event.index(),
                                    event.tellings(),
                                    Optional.of(days(decision.value().orElseThrow())),
                                    Optional.empty(),
                                    Event.Basis.STATED,
                                    "decided by " + decision.author() + ": " + decision.reason(),
                                    event.said()));
                    applied = true;
                }
            }
            log.add(new Decision.Applied(decision, was, applied));
        }
        return List.copyOf(events);
    }

    /** Reads a day, a month, a year or an interval of these, as EDTF writes them; throws IllegalArgumentException otherwise. */
    public static Days days(String edtf) {
        String[] ends = edtf.split("/");
        try {
            Days first = one(ends[0]);
            return ends.length == 1
                    ? first
                    : new Days(first.from(), one(ends[1]).to());
        } catch (DateTimeException | NumberFormatException failure) {
            throw new IllegalArgumentException(
                    "decision date: '" + edtf + "' is not a date such as 2031-03-05, 2031-03 or 2031-03-05/2031-03-06",
                    failure);
        }
    }

    private static Days one(String edtf) {
        return switch (edtf.length()) {
            case 4 ->
                new Days(LocalDate.of(Integer.parseInt(edtf), 1, 1), LocalDate.of(Integer.parseInt(edtf), 12, 31));
            case 7 ->
                new Days(YearMonth.parse(edtf).atDay(1), YearMonth.parse(edtf).atEndOfMonth());
            default -> new Days(LocalDate.parse(edtf), LocalDate.parse(edtf));
        };
    }
}
