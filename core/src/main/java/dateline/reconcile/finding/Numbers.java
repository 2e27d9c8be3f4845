package dateline.reconcile.finding;

import dateline.reconcile.StoryReports;
import dateline.reconcile.finding.NumberFinding.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds the numbers of a story against each other: those that {@link Comparison} finds to be of one thing make one line, with
 * its verdict. Numbers are proposed to each other by common event or common words and judged one by one.
 */
public final class Numbers {
    /**
     * @param joinMin how alike a number must be, on average, to those of a line that it joins, 0 to 1
     * @param contextMin how alike the words around two numbers of no common event must be, cosine 0 to 1
     * @param heldMax a line's members that a further number is held against, so that the cost stays near linear
     * @param crowdRatioMin "hundreds" and "more than 20,000" may both be true, but a reader must see both: from this ratio on
     *     two vague crowds are shown as differing
     */
    public record Policy(double joinMin, double contextMin, int heldMax, double crowdRatioMin) {
        public static final Policy DEFAULT = new Policy(0.6, 0.25, 12, 5);
    }

    private final Comparison comparison;
    private final Policy policy;

    public Numbers(Comparison comparison, Policy policy) {
        this.comparison = comparison;
        this.policy = policy;
    }

    public List<NumberFinding> find(StoryReports story, List<Figure> figures) {
        Map<String, List<Line>> lines = new TreeMap<>();
        for (Figure figure : figures) {
            Setting setting = comparison.setting(story, figure);
            List<Line> there = lines.computeIfAbsent(block(setting), k -> new ArrayList<>());
            Line best = null;
            double bestLikeness = policy.joinMin();
            for (Line line : there) {
                double likeness = likeness(setting, line);
                if (likeness >= bestLikeness) {
                    best = line;
                    bestLikeness = likeness;
                }
            }
            if (best == null) {
                best = new Line();
                there.add(best);
            }
            best.members.add(setting);
        }
        List<NumberFinding> found = new ArrayList<>();
        for (List<Line> each : lines.values()) {
            for (Line line : each) {
                judge(line.members).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing((NumberFinding f) ->
                        -f.positions().stream().mapToInt(List::size).sum())
                .thenComparing(NumberFinding::event)
                .thenComparing(NumberFinding::what)
                .thenComparing(f -> f.positions().get(0).get(0).quantity().said()));
        return List.copyOf(found);
    }

    /** Numbers of one thing so far. */
    private static final class Line {
        private final List<Setting> members = new ArrayList<>();
    }

    /** What may be held against each other at all. */
    private static String block(Setting setting) {
        return switch (setting.what()) {
            case "present", "other" -> "other";
            default -> setting.what();
        };
    }

    private double likeness(Setting setting, Line line) {
        double sum = 0;
        int held = 0;
        int against = 0;
        boolean proposed = false;
        for (Setting member : line.members.subList(0, Math.min(policy.heldMax(), line.members.size()))) {
            double alike = comparison.alike(setting, member);
            against += alike == 0 ? 1 : 0;
            proposed |= propose(setting, member);
            sum += alike;
            held++;
        }
        return proposed && against * 4 <= held ? sum / Math.max(1, held - against) : 0;
    }

    private boolean propose(Setting one, Setting other) {
        boolean sameEvent = one.figure().event() >= 0
                && one.figure().event() == other.figure().event();
        return sameEvent && comparison.isTelling(one, other)
                || Comparison.cosine(one.near(), other.near()) >= policy.contextMin()
                || Comparison.cosine(one.sentence(), other.sentence()) >= policy.contextMin();
    }

    private Optional<NumberFinding> judge(List<Setting> line) {
        List<Setting> ordered = new ArrayList<>(line);
        ordered.sort(Comparator.comparing((Setting setting) -> setting.figure().report())
                .thenComparing(setting -> setting.figure().index()));
        List<List<Setting>> positions = new ArrayList<>();
        for (Setting setting : ordered) {
            Optional<List<Setting>> there = positions.stream()
                    .filter(position -> Comparison.sameNumber(position.get(0), setting))
                    .findFirst();
            if (there.isPresent()) {
                there.get().add(setting);
            } else {
                positions.add(new ArrayList<>(List.of(setting)));
            }
        }
        if (positions.size() < 2) {
            return Optional.empty();
        }
        boolean crowd = ordered.stream()
                .anyMatch(setting -> setting.figure().quantity().what().equals("present"));
        Verdict verdict = Verdict.COMPATIBLE;
        for (int i = 0; i < positions.size(); i++) {
            for (int j = i + 1; j < positions.size(); j++) {
                Verdict pair = strongest(positions.get(i), positions.get(j));
                if (pair == Verdict.CONTRADICTION || pair == Verdict.UPDATE && verdict != Verdict.CONTRADICTION) {
                    verdict = pair;
                }
            }
        }
        if (verdict == Verdict.COMPATIBLE && crowd && spread(positions) >= policy.crowdRatioMin()) {
            verdict = Verdict.CONTRADICTION;
        }
        if (verdict != Verdict.COMPATIBLE && !crowd) {
            // "many" and "dozens" differ from nothing.
            positions.removeIf(position -> position.stream().allMatch(Comparison::isVague));
        }
        // One report's two numbers of one thing are rarely a disagreement, unless two people give them: they count two
        // things.
        Set<Integer> reports = new TreeSet<>();
        Set<String> speakers = new TreeSet<>();
        for (List<Setting> position : positions) {
            for (Setting setting : position) {
                reports.add(setting.figure().report());
                setting.speaker().ifPresent(speakers::add);
            }
        }
        if (positions.size() < 2 || verdict != Verdict.COMPATIBLE && reports.size() < 2 && speakers.size() < 2) {
            return Optional.empty();
        }
        Map<Integer, Integer> events = new LinkedHashMap<>();
        ordered.forEach(setting -> events.merge(setting.figure().event(), 1, Integer::sum));
        int event = events.entrySet().stream()
                .filter(e -> e.getKey() >= 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(-1);
        Optional<String> both = verdict == Verdict.CONTRADICTION && crowd
                ? Optional.of("crowds change with the hour and the place; each may be right of its own")
                : Optional.empty();
        positions.sort(
                Comparator.comparing((List<Setting> p) -> p.get(0).figure().middle()));
        Optional<String> of = ordered.stream()
                .map(setting -> setting.figure().quantity().of())
                .flatMap(Optional::stream)
                .findFirst();
        return Optional.of(new NumberFinding(
                event,
                crowd
                        ? "present"
                        : ordered.get(0).what().equals("present")
                                ? "other"
                                : ordered.get(0).what(),
                of,
                verdict,
                positions.stream()
                        .map(position -> position.stream().map(Setting::figure).toList())
                        .toList(),
                both));
    }

    /** What two positions do to each other at worst: "at least three" may be ten, "three" may not. */
    private Verdict strongest(List<Setting> one, List<Setting> other) {
        Verdict found = Verdict.COMPATIBLE;
        for (Setting a : one.subList(0, Math.min(policy.heldMax(), one.size()))) {
            for (Setting b : other.subList(0, Math.min(policy.heldMax(), other.size()))) {
                Verdict pair = comparison.verdict(a, b);
                if (pair == Verdict.CONTRADICTION || pair == Verdict.UPDATE && found != Verdict.CONTRADICTION) {
                    found = pair;
                }
            }
        }
        return found;
    }

    /** How many times the largest crowd is the smallest, by the least that each number can mean. */
    private static double spread(List<List<Setting>> positions) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (List<Setting> position : positions) {
            double low = Math.max(1, position.get(0).figure().middle());
            least = Math.min(least, low);
            most = Math.max(most, low);
        }
        return most / least;
    }
}
