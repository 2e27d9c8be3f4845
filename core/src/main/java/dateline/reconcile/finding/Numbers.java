package dateline.reconcile.finding;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.quantity.Quantity;
import dateline.analysis.text.Tree;
import dateline.reconcile.StoryReports;
import dateline.reconcile.finding.NumberFinding.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds the numbers of a story against each other: only numbers of the same thing, said of the same happening. */
public final class Numbers {
    /**
     * @param contextMin how alike the words around two numbers of no common event must be, cosine 0 to 1
     * @param crowdRatioMin "hundreds" and "more than 20,000" may both be true, but a reader must see both: from this ratio on
     *     two vague crowds are shown as differing
     */
    public record Policy(double contextMin, double crowdRatioMin) {
        public static final Policy DEFAULT = new Policy(0.34, 5);
    }

    private final Set<String> people;
    private final Set<String> growing;
    private final Policy policy;

    public Numbers(Lexicon lexicon, Policy policy) {
        people = lexicon.words("finding/people.txt");
        growing = lexicon.words("finding/growing.txt");
        this.policy = policy;
    }

    public List<NumberFinding> find(StoryReports story, List<Figure> figures) {
        Map<String, List<Figure>> alike = new TreeMap<>();
        for (Figure figure : figures) {
            alike.computeIfAbsent(key(story, figure), k -> new ArrayList<>()).add(figure);
        }
        List<NumberFinding> found = new ArrayList<>();
        for (List<Figure> group : alike.values()) {
            for (List<Figure> same : byContext(story, group)) {
                judge(story, same).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing((NumberFinding f) ->
                        -f.positions().stream().mapToInt(List::size).sum())
                .thenComparing(NumberFinding::event)
                .thenComparing(NumberFinding::what)
                .thenComparing(f -> f.positions().get(0).get(0).quantity().said()));
        return List.copyOf(found);
    }

    private String key(StoryReports story, Figure figure) {
        Quantity quantity = figure.quantity();
        return quantity.what() + "|" + unit(quantity) + "|" + counted(story, figure) + "|" + subset(quantity);
    }

    private static String unit(Quantity quantity) {
        return quantity.unit().orElse("").toLowerCase(Locale.ROOT);
    }

    private static String subset(Quantity quantity) {
        return quantity.subset().map(each -> each.toLowerCase(Locale.ROOT)).orElse("");
    }

    /** What is counted, as a class: all people are one class where the same was done to them. */
    private String counted(StoryReports story, Figure figure) {
        Quantity quantity = figure.quantity();
        if (Set.of("magnitude", "money", "percent", "votes", "distance").contains(quantity.what())) {
            return "";
        }
        String of = quantity.of()
                .map(each -> lastLemma(story.get(figure.report()), quantity, each))
                .orElse("");
        boolean done = Set.of("killed", "wounded", "arrested", "missing", "evacuated", "displaced", "present")
                .contains(quantity.what());
        return done && (of.isEmpty() || people.contains(of) || quantity.what().equals("present")) ? "people" : of;
    }

    private static String lastLemma(Analysis analysis, Quantity quantity, String of) {
        Tree tree = analysis.trees().get(quantity.sentence());
        String[] words = of.toLowerCase(Locale.ROOT).split("\\s+");
        String last = words[words.length - 1];
        for (int i = 0; i < tree.size(); i++) {
            if (tree.lower(i).equals(last)) {
                return tree.lemma(i);
            }
        }
        return last;
    }

    /** Figures of one event belong together; others only when the words around them are alike. */
    private List<List<Figure>> byContext(StoryReports story, List<Figure> group) {
        List<List<Figure>> found = new ArrayList<>();
        List<Set<String>> contexts = new ArrayList<>();
        for (Figure figure : group) {
            Set<String> context = context(story, figure);
            int best = -1;
            double bestLikeness = 0;
            for (int i = 0; i < found.size(); i++) {
                boolean sameEvent = figure.event() >= 0 && found.get(i).get(0).event() == figure.event();
                boolean otherEvent = figure.event() >= 0 && found.get(i).get(0).event() >= 0 && !sameEvent;
                double likeness = sameEvent && comparable(figure)
                        ? 1
                        : overlap(context, contexts.get(i)) - (otherEvent ? 0.15 : 0);
                if (likeness > bestLikeness) {
                    best = i;
                    bestLikeness = likeness;
                }
            }
            if (best >= 0 && bestLikeness >= policy.contextMin()) {
                found.get(best).add(figure);
                contexts.get(best).addAll(context);
            } else {
                found.add(new ArrayList<>(List.of(figure)));
                contexts.add(new LinkedHashSet<>(context));
            }
        }
        return found;
    }

    /** Numbers of "other" things of one event are only the same thing when the noun is; sums of money and votes rarely are. */
    private static boolean comparable(Figure figure) {
        return !Set.of("money", "percent", "votes", "distance", "other")
                        .contains(figure.quantity().what())
                || figure.quantity().what().equals("other")
                        && figure.quantity().of().isPresent();
    }

    private static Set<String> context(StoryReports story, Figure figure) {
        Tree tree = story.get(figure.report()).trees().get(figure.quantity().sentence());
        Set<String> words = new LinkedHashSet<>();
        int at = Math.max(0, figure.quantity().word());
        for (int i = Math.max(0, at - 14); i < Math.min(tree.size(), at + 15); i++) {
            if (tree.isClass(i, "NOUN", "PROPN", "VERB", "ADJ")
                    && !figure.quantity().span().overlaps(tree.span(i))) {
                words.add(tree.lemma(i));
            }
        }
        return words;
    }

    private static double overlap(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return shared / StrictMath.sqrt((double) one.size() * other.size());
    }

    private Optional<NumberFinding> judge(StoryReports story, List<Figure> group) {
        List<List<Figure>> positions = new ArrayList<>();
        List<Figure> ordered = new ArrayList<>(group);
        ordered.sort(Comparator.comparing(Figure::report).thenComparing(Figure::index));
        for (Figure figure : ordered) {
            Optional<List<Figure>> there = positions.stream()
                    .filter(position -> position.get(0).same(figure))
                    .findFirst();
            if (there.isPresent()) {
                there.get().add(figure);
            } else {
                positions.add(new ArrayList<>(List.of(figure)));
            }
        }
        Set<String> origins = new TreeSet<>();
        ordered.forEach(figure -> origins.add(figure.origin()));
        if (positions.size() < 2) {
            return Optional.empty();
        }
        Figure first = ordered.get(0);
        boolean conflict = false;
        for (int i = 0; i < positions.size(); i++) {
            for (int j = i + 1; j < positions.size(); j++) {
                conflict |= !positions.get(i).get(0).meets(positions.get(j).get(0));
            }
        }
        // One report's two numbers of one thing are rarely a disagreement: they count two things.
        Set<Integer> reports = new TreeSet<>();
        ordered.forEach(figure -> reports.add(figure.report()));
        if (conflict && origins.size() < 2 && reports.size() < 2) {
            return Optional.empty();
        }
        Map<Integer, Integer> events = new LinkedHashMap<>();
        ordered.forEach(figure -> events.merge(figure.event(), 1, Integer::sum));
        int event = events.entrySet().stream()
                .filter(e -> e.getKey() >= 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(-1);
        boolean apart = first.quantity().what().equals("present") && spread(positions) >= policy.crowdRatioMin();
        Verdict verdict = !conflict
                ? apart ? Verdict.CONTRADICTION : Verdict.COMPATIBLE
                : growing.contains(first.quantity().what()) && rises(story, positions)
                        ? Verdict.UPDATE
                        : Verdict.CONTRADICTION;
        Optional<String> both =
                verdict == Verdict.CONTRADICTION && first.quantity().what().equals("present")
                        ? Optional.of("crowds change with the hour and the place; each may be right of its own")
                        : Optional.empty();
        List<List<Figure>> sorted = new ArrayList<>(positions);
        sorted.sort(Comparator.comparing((List<Figure> p) -> p.get(0).middle()));
        return Optional.of(new NumberFinding(
                event,
                first.quantity().what(),
                first.quantity().of(),
                verdict,
                sorted.stream().map(List::copyOf).toList(),
                both));
    }

    /** How many times the largest crowd is the smallest, by the least that each number can mean. */
    private static double spread(List<List<Figure>> positions) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (List<Figure> position : positions) {
            double low = Math.max(1, position.get(0).middle());
            least = Math.min(least, low);
            most = Math.max(most, low);
        }
        return most / least;
    }

    /** True when higher numbers stand in later reports and never the other way round. */
    private static boolean rises(StoryReports story, List<List<Figure>> positions) {
        boolean later = false;
        for (List<Figure> low : positions) {
            for (List<Figure> high : positions) {
                if (low.get(0).middle() < high.get(0).middle() && !low.get(0).meets(high.get(0))) {
                    String lowFirst = published(story, low.get(0));
                    String highFirst = published(story, high.get(0));
                    if (highFirst.compareTo(lowFirst) < 0) {
                        return false;
                    }
                    later = true;
                }
            }
        }
        return later;
    }

    private static String published(StoryReports story, Figure figure) {
        return story.report(figure.report())
                .publishedAt()
                .map(Object::toString)
                .orElse(story.report(figure.report())
                        .published()
                        .map(Object::toString)
                        .orElse("~"));
    }
}
