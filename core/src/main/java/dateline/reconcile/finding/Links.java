package dateline.reconcile.finding;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.claim.Claim;
import dateline.analysis.text.Tree;
import dateline.reconcile.StoryReports;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import dateline.reconcile.finding.Link.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads from the words of the reports which event answered which: "strikes ... following", "in retaliation for". */
public final class Links {
    /** What a happening does to people and things is told as part of it. */
    private static final Set<String> RESULTS = Set.of("kill", "wound", "damage");

    private final Map<String, Relation> markers = new LinkedHashMap<>();
    private final Set<String> causing = new LinkedHashSet<>();

    public Links(Lexicon lexicon) {
        for (List<String> row : lexicon.rows("finding/links.txt")) {
            markers.put(row.get(0), Relation.valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
        causing.addAll(lexicon.words("finding/causing.txt"));
    }

    /** Pairs of claims of one report of which one is said to follow the other: they cannot tell of one happening. */
    public Set<String> apart(StoryReports story) {
        Set<String> found = new LinkedHashSet<>();
        for (int report = 0; report < story.size(); report++) {
            Analysis analysis = story.get(report);
            for (List<Claim> claims : bySentence(analysis).values()) {
                Tree tree = analysis.trees().get(claims.get(0).sentence());
                for (Claim later : claims) {
                    for (Claim earlier : claims) {
                        boolean result = RESULTS.contains(later.family())
                                && says(tree, later, earlier)
                                        .filter(Relation.CAUSE::equals)
                                        .isPresent();
                        if (later != earlier
                                && !result
                                && says(tree, later, earlier).isPresent()) {
                            found.add(report + "/" + later.id() + "/" + earlier.id());
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Map<Integer, List<Claim>> bySentence(Analysis analysis) {
        Map<Integer, List<Claim>> found = new LinkedHashMap<>();
        for (Claim claim : analysis.claims()) {
            found.computeIfAbsent(claim.sentence(), k -> new ArrayList<>()).add(claim);
        }
        return found;
    }

    private Optional<Relation> says(Tree tree, Claim later, Claim earlier) {
        return relation(tree, later.word(), earlier.word())
                .or(() -> caused(tree, later.word(), earlier.word()))
                .or(() -> before(tree, later.word(), earlier.word()));
    }

    public List<Link> find(StoryReports story, List<Event> events) {
        Map<String, Integer> eventOf = new LinkedHashMap<>();
        for (Event event : events) {
            for (Happening telling : event.tellings()) {
                for (Claim claim : telling.claims()) {
                    eventOf.put(telling.report() + "/" + claim.id(), event.index());
                }
            }
        }
        Map<String, Link> strongest = new LinkedHashMap<>();
        for (int report = 0; report < story.size(); report++) {
            Analysis analysis = story.get(report);
            for (List<Claim> claims : bySentence(analysis).values()) {
                Tree tree = analysis.trees().get(claims.get(0).sentence());
                for (Claim later : claims) {
                    for (Claim earlier : claims) {
                        Integer from = eventOf.get(report + "/" + later.id());
                        Integer to = eventOf.get(report + "/" + earlier.id());
                        if (from == null || to == null || from.equals(to)) {
                            continue;
                        }
                        Optional<Relation> relation = says(tree, later, earlier);
                        if (relation.isPresent()) {
                            Link link = new Link(
                                    from,
                                    to,
                                    relation.get(),
                                    report,
                                    tree.sentence().span());
                            strongest.merge(
                                    from + ">" + to,
                                    link,
                                    (a, b) -> a.relation().ordinal()
                                                    <= b.relation().ordinal()
                                            ? a
                                            : b);
                        }
                    }
                }
            }
        }
        List<Link> found = new ArrayList<>();
        for (Link link : strongest.values()) {
            if (datesAllow(events.get(link.event()), events.get(link.to()))) {
                found.add(link);
            }
        }
        return List.copyOf(found);
    }

    private static boolean datesAllow(Event later, Event earlier) {
        return later.days().isEmpty()
                || earlier.days().isEmpty()
                || !earlier.days().get().from().isAfter(later.days().get().to());
    }

    /** How the words say that what stands at {@code later} follows what stands at {@code earlier}. */
    private Optional<Relation> relation(Tree tree, int later, int earlier) {
        int up = earlier;
        for (int steps = 0; up >= 0 && steps < 6 && up != later; steps++) {
            String marker = marker(tree, up);
            if (!marker.isEmpty()) {
                String noun = tree.head(up) >= 0 && tree.head(up) != later
                        ? tree.lower(tree.head(up)) + " " + marker
                        : marker;
                for (String form : List.of(
                        pre(tree, tree.head(up)) + noun,
                        noun,
                        tree.head(up) >= 0 ? tree.lower(tree.head(up)) + " " + marker : marker)) {
                    Relation relation = markers.get(form.strip());
                    if (relation != null && tree.isUnder(tree.head(up) >= 0 ? tree.head(up) : up, later)) {
                        return Optional.of(relation);
                    }
                }
            }
            if (up != earlier
                    && tree.lower(up).equals("following")
                    && tree.isRelation(up, "advcl", "acl", "case")
                    && tree.isUnder(up, later)) {
                return Optional.of(Relation.RESPONSE);
            }
            up = tree.head(up);
        }
        return Optional.empty();
    }

    /** "The attack sparked protests", "..., prompting the evacuation": the object of such a verb came of its subject. */
    private Optional<Relation> caused(Tree tree, int later, int earlier) {
        int verb = tree.head(later);
        if (verb < 0 || !tree.isRelation(later, "obj", "obl", "xcomp") || !causing.contains(tree.lemma(verb))) {
            return Optional.empty();
        }
        int subject = tree.child(verb, "nsubj");
        boolean fromSubject = subject >= 0 && tree.isUnder(earlier, subject);
        boolean fromClause = subject < 0 && tree.isRelation(verb, "advcl", "acl") && tree.head(verb) == earlier;
        return fromSubject || fromClause ? Optional.of(Relation.CAUSE) : Optional.empty();
    }

    /** "A happened before B did": B came after A. */
    private static Optional<Relation> before(Tree tree, int later, int earlier) {
        int up = later;
        for (int steps = 0; up >= 0 && steps < 4 && up != earlier; steps++) {
            if (marker(tree, up).equals("before") && tree.isUnder(up, earlier)) {
                return Optional.of(Relation.SEQUENCE);
            }
            up = tree.isRelation(up, "conj") ? tree.head(up) : -1;
        }
        return Optional.empty();
    }

    private static String marker(Tree tree, int word) {
        int marker = tree.child(word, "case", "mark");
        if (marker < 0) {
            return "";
        }
        StringBuilder words = new StringBuilder(tree.lower(marker));
        for (int each : tree.children(marker)) {
            if (tree.isRelation(each, "fixed")) {
                words.append(' ').append(tree.lower(each));
            }
        }
        return words.toString();
    }

    private static String pre(Tree tree, int word) {
        return word < 0 ? "" : tree.preposition(word).isEmpty() ? "" : tree.preposition(word) + " ";
    }
}
