package dateline.reconcile.event;

import dateline.analysis.text.Tree;
import dateline.analysis.timex.Timex;
import dateline.reconcile.StoryReports;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Settles when an event happened from all that its tellings say, and from the report's own flow when they say nothing. */
public final class Dating {
    /** A date this many days before the report's own news is old. */
    private static final int OLD_DAYS = 60;

    private static final DateTimeFormatter WORDED = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    private Dating() {}

    /**
     * @param newsDays for each report the day of its own news: of its first dated claim, else its stamp; an event that no
     *     telling dates is put there when its tellings agree
     * @param mended reports whose stamp was put right
     */
    public static Event date(
            int index,
            List<Happening> tellings,
            StoryReports story,
            List<Optional<Days>> newsDays,
            Set<Integer> mended) {
        Map<Days, Set<String>> votes = new LinkedHashMap<>();
        Map<Days, Boolean> stated = new LinkedHashMap<>();
        Set<String> said = new LinkedHashSet<>();
        Set<String> parts = new LinkedHashSet<>();
        Set<Integer> datedReports = new TreeSet<>();
        boolean usedMended = false;
        for (Happening telling : tellings) {
            if (telling.date().isEmpty()) {
                continue;
            }
            votes.computeIfAbsent(telling.date().get(), k -> new TreeSet<>()).add(telling.origin());
            for (Timex timex : timexes(telling, story)) {
                if (Days.of(timex.value()).isPresent()) {
                    said.add(story.report(telling.report()).quote(timex.span()).replaceAll("\\s+", " "));
                    stated.merge(telling.date().get(), timex.basis() == Timex.Basis.STATED, Boolean::logicalOr);
                    if (timex.value() instanceof dateline.analysis.timex.TimeValue.Day day) {
                        day.part().ifPresent(parts::add);
                    }
                    break;
                }
            }
            if (timexes(telling, story).stream()
                    .noneMatch(timex -> Days.of(timex.value()).isPresent())) {
                said.add(telling.date().get().edtf() + " (the post's day)");
            }
            datedReports.add(telling.report());
            usedMended |= mended.contains(telling.report());
        }
        if (votes.isEmpty()) {
            return inferred(index, tellings, story, newsDays);
        }
        Days best = null;
        int bestVotes = -1;
        for (Days days : new TreeSet<>(votes.keySet())) {
            Set<String> origins = new TreeSet<>();
            for (Map.Entry<Days, Set<String>> entry : votes.entrySet()) {
                if (entry.getKey().contains(days)) {
                    origins.addAll(entry.getValue());
                }
            }
            int count = origins.size();
            if (count > bestVotes || count == bestVotes && best != null && days.length() < best.length()) {
                best = days;
                bestVotes = count;
            }
        }
        Days chosen = java.util.Objects.requireNonNull(best);
        if (isStray(chosen, tellings, newsDays)) {
            return inferred(index, tellings, story, newsDays);
        }
        boolean agreed = datedReports.size() > 1 && bestVotes > 1;
        Event.Basis basis = agreed
                ? Event.Basis.AGREED
                : stated.getOrDefault(chosen, false) ? Event.Basis.STATED : Event.Basis.RECKONED;
        String why = quoted(said)
                + (usedMended ? ", read with the stamp of the report put right" : "")
                + (agreed ? "; " + datedReports.size() + " reports agree" : "");
        Optional<String> part =
                chosen.length() == 1 && parts.size() == 1 ? parts.stream().findFirst() : Optional.empty();
        return new Event(index, tellings, Optional.of(chosen), part, basis, why, List.copyOf(said));
    }

    /** One old date among many tellings without a date is as a rule another happening's. */
    private static boolean isStray(Days chosen, List<Happening> tellings, List<Optional<Days>> newsDays) {
        long dated = tellings.stream()
                .filter(telling ->
                        telling.date().isPresent() && telling.date().get().overlaps(chosen))
                .count();
        long newer = tellings.stream()
                .filter(telling -> telling.date().isEmpty() && !telling.claim().background())
                .filter(telling -> newsDays.get(telling.report())
                        .map(days -> days.from().minusDays(OLD_DAYS).isAfter(chosen.to()))
                        .orElse(false))
                .count();
        return newer >= 8 * dated;
    }

    private static Event inferred(
            int index, List<Happening> tellings, StoryReports story, List<Optional<Days>> newsDays) {
        Map<Days, Integer> votes = new LinkedHashMap<>();
        if (tellings.stream().allMatch(telling -> isEarlier(telling, story))) {
            return new Event(
                    index,
                    tellings,
                    Optional.empty(),
                    Optional.empty(),
                    Event.Basis.UNKNOWN,
                    "told as earlier than the news; no words say when",
                    List.of());
        }
        for (Happening telling : tellings) {
            newsDays.get(telling.report()).ifPresent(days -> votes.merge(days, 1, Integer::sum));
        }
        Optional<Days> best = votes.entrySet().stream()
                .max(Map.Entry.<Days, Integer>comparingByValue()
                        .thenComparing(entry -> -entry.getKey().from().toEpochDay()))
                .map(Map.Entry::getKey);
        boolean future = tellings.get(0).claim().modality() == dateline.analysis.claim.Claim.Modality.FUTURE;
        if (best.isEmpty()
                || future
                || tellings.stream().allMatch(telling -> telling.claim().background())) {
            return new Event(
                    index,
                    tellings,
                    Optional.empty(),
                    Optional.empty(),
                    Event.Basis.UNKNOWN,
                    "no words say when",
                    List.of());
        }
        return new Event(
                index,
                tellings,
                best,
                Optional.empty(),
                Event.Basis.INFERRED,
                "told among events of " + worded(best.get()),
                List.of());
    }

    /** "had been considered", in the reporter's own words: before what the report tells. Inside reported speech it is only its tense. */
    private static boolean isEarlier(Happening telling, StoryReports story) {
        if (!telling.claim().attributions().isEmpty() || telling.claim().nominal()) {
            return false;
        }
        Tree tree = story.get(telling.report()).trees().get(telling.claim().sentence());
        return tree.children(telling.claim().word()).stream()
                .anyMatch(each -> tree.isRelation(each, "aux")
                        && Set.of("had", "'d", "’d").contains(tree.lower(each)));
    }

    static List<Timex> timexes(Happening telling, StoryReports story) {
        List<Timex> found = new ArrayList<>();
        for (dateline.analysis.claim.Claim claim : telling.claims()) {
            for (int timex : claim.timexes()) {
                found.add(story.get(telling.report()).timexes().get(timex));
            }
        }
        return found;
    }

    static String worded(Days days) {
        return days.length() == 1 ? worded(days.from()) : worded(days.from()) + " to " + worded(days.to());
    }

    static String worded(LocalDate day) {
        return WORDED.format(day);
    }

    private static String quoted(Set<String> said) {
        List<String> words = new ArrayList<>();
        for (String each : said) {
            words.add("“" + each + "”");
        }
        return String.join(", ", words.subList(0, Math.min(4, words.size())));
    }
}
