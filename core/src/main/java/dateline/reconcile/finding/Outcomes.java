package dateline.reconcile.finding;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.claim.Claim;
import dateline.analysis.text.Tree;
import dateline.reconcile.StoryReports;
import dateline.reconcile.event.EntityOf;
import dateline.reconcile.event.Kinship;
import dateline.reconcile.finding.OutcomeFinding.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds tellings of which one says that something was so and the other that it was not: opposite polarity of one kind of
 * happening, or a pair of opposite words, with common participants. Known weakness: opposites told without a shared word.
 */
public final class Outcomes {
    /** @param likenessMin how many participants and words two opposite tellings must share, 0 to 1 */
    public record Policy(double likenessMin, int findingsMax) {
        public static final Policy DEFAULT = new Policy(0.34, 8);
    }

    private final Kinship kinship;
    private final Policy policy;
    private final Map<String, Set<String>> opposites = new HashMap<>();
    private final Set<String> states;

    public Outcomes(Lexicon lexicon, Kinship kinship, Policy policy) {
        this.kinship = kinship;
        this.policy = policy;
        this.states = lexicon.words("claim/states.txt");
        for (List<String> row : lexicon.rows("claim/antonyms.txt")) {
            opposites.computeIfAbsent(row.get(0), k -> new HashSet<>()).add(row.get(1));
            opposites.computeIfAbsent(row.get(1), k -> new HashSet<>()).add(row.get(0));
        }
    }

    private record Side(
            Told told, Claim claim, String origin, Set<Integer> entities, Set<String> words, int sentence) {}

    public List<OutcomeFinding> find(StoryReports story, EntityOf entityOf, List<Integer> roots) {
        Map<String, List<Side>> byKind = new TreeMap<>();
        List<Side> negated = new ArrayList<>();
        List<Side> all = new ArrayList<>();
        for (int report = 0; report < story.size(); report++) {
            Analysis analysis = story.get(report);
            for (Claim claim : analysis.claims()) {
                if (states.contains(claim.lemma())
                        || claim.modality() == Claim.Modality.POSSIBLE
                        || claim.modality() == Claim.Modality.INTENDED) {
                    continue;
                }
                Side side = side(report, analysis, claim, entityOf, roots);
                all.add(side);
                byKind.computeIfAbsent(claim.family(), k -> new ArrayList<>()).add(side);
                byKind.computeIfAbsent("lemma:" + claim.lemma(), k -> new ArrayList<>())
                        .add(side);
                if (claim.polarity() == Claim.Polarity.NEGATED) {
                    negated.add(side);
                }
            }
        }
        List<Scored> found = new ArrayList<>();
        for (Side side : negated) {
            Set<String> kinds = new LinkedHashSet<>(List.of(side.claim().family()));
            kinds.addAll(new TreeSet<>(kinship.of(side.claim().family())));
            for (String kind : kinds) {
                for (Side other : byKind.getOrDefault(kind, List.of())) {
                    if (other.claim().polarity() == Claim.Polarity.AFFIRMED) {
                        weigh(side, other, kind.equals(side.claim().family()) ? 1 : 0.8)
                                .ifPresent(found::add);
                    }
                }
            }
        }
        for (Side side : all) {
            for (String opposite :
                    new TreeSet<>(opposites.getOrDefault(side.claim().lemma(), Set.of()))) {
                for (Side other : byKind.getOrDefault("lemma:" + opposite, List.of())) {
                    if (side.claim().polarity() == other.claim().polarity()
                            && side.claim().lemma().compareTo(other.claim().lemma()) < 0) {
                        weigh(side, other, 0.9).ifPresent(found::add);
                    }
                }
            }
        }
        return gather(found);
    }

    private record Scored(Side one, Side other, double score) {}

    private Optional<Scored> weigh(Side one, Side other, double kind) {
        if (one.origin().equals(other.origin())) {
            return Optional.empty();
        }
        long sharedEntities =
                one.entities().stream().filter(other.entities()::contains).count();
        double entities = one.entities().isEmpty() || other.entities().isEmpty()
                ? 0
                : sharedEntities
                        / (double)
                                Math.min(one.entities().size(), other.entities().size());
        long sharedWords = one.words().stream().filter(other.words()::contains).count();
        double words = one.words().isEmpty() || other.words().isEmpty()
                ? 0
                : sharedWords
                        / StrictMath.sqrt(
                                (double) one.words().size() * other.words().size());
        double score = kind * (0.55 * entities + 0.45 * words);
        return score >= policy.likenessMin() && sharedWords + sharedEntities >= 2
                ? Optional.of(new Scored(one, other, score))
                : Optional.empty();
    }

    private List<OutcomeFinding> gather(List<Scored> scored) {
        scored.sort((a, b) -> {
            int byScore = Double.compare(b.score(), a.score());
            return byScore != 0 ? byScore : key(a).compareTo(key(b));
        });
        List<OutcomeFinding> found = new ArrayList<>();
        Set<Told> used = new HashSet<>();
        for (Scored each : scored) {
            if (found.size() == policy.findingsMax()) {
                break;
            }
            if (used.contains(each.one().told()) || used.contains(each.other().told())) {
                continue;
            }
            List<Told> one = new ArrayList<>(List.of(each.one().told()));
            List<Told> other = new ArrayList<>(List.of(each.other().told()));
            for (Scored more : scored) {
                if (more.one().told().equals(each.one().told())
                        && other.size() < 4
                        && !other.contains(more.other().told())) {
                    other.add(more.other().told());
                }
                if (more.other().told().equals(each.other().told())
                        && one.size() < 4
                        && !one.contains(more.one().told())) {
                    one.add(more.one().told());
                }
            }
            used.addAll(one);
            used.addAll(other);
            found.add(new OutcomeFinding(
                    List.copyOf(one),
                    List.copyOf(other),
                    each.one().claim().lemma(),
                    Optional.of("each may be right of another moment or another place")));
        }
        return List.copyOf(found);
    }

    private static String key(Scored scored) {
        return String.format(
                java.util.Locale.ROOT,
                "%05d/%05d/%05d/%05d",
                scored.one().told().report(),
                scored.one().told().claim(),
                scored.other().told().report(),
                scored.other().told().claim());
    }

    private static Side side(int report, Analysis analysis, Claim claim, EntityOf entityOf, List<Integer> roots) {
        Tree tree = analysis.trees().get(claim.sentence());
        Set<Integer> entities = new TreeSet<>();
        for (Claim.Participant participant : claim.participants()) {
            if (participant.referent().isPresent()) {
                int entity = entityOf.entity(report, participant.referent().getAsInt());
                if (entity >= 0) {
                    entities.add(entity);
                }
            }
        }
        Set<String> words = new TreeSet<>();
        for (int i = 0; i < tree.size(); i++) {
            if (claim.span().contains(tree.span(i)) && tree.isClass(i, "NOUN", "PROPN", "VERB", "ADJ")) {
                words.add(tree.lemma(i));
            }
        }
        String origin = tree.sentence().post().isPresent()
                ? "post:"
                        + analysis.segmented()
                                .layout()
                                .posts()
                                .get(tree.sentence().post().getAsInt())
                                .handle()
                : "report:" + roots.get(report);
        return new Side(new Told(report, claim.id()), claim, origin, entities, words, claim.sentence());
    }
}
