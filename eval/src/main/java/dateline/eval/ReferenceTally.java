package dateline.eval;

import dateline.analysis.mention.Mention;
import dateline.analysis.mention.MentionFinder.Mentions;
import dateline.analysis.mention.Referent;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Counts how many pronouns and definite descriptions that refer back to a person, body or place are linked to the right
 * earlier words: the nearest earlier name (or else description) in the chain they were put in belongs to the right one.
 */
final class ReferenceTally {
    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");
    private static final Set<String> SORTS = Set.of("person", "organization", "place");

    int pronouns;
    int pronounsRight;
    int pronounsOpen;
    int descriptions;
    int descriptionsRight;
    int descriptionsOpen;

    /** A gold mention in our terms. */
    private record Gold(int entity, String type, int start, int end, int head, boolean pronoun, boolean name) {}

    void add(JsonNode document, Segmented segmented, List<Tree> trees, Mentions found, Consumer<String> wrong) {
        int[] offset = new int[trees.size() + 1];
        for (int i = 0; i < trees.size(); i++) {
            offset[i + 1] = offset[i] + trees.get(i).size();
        }
        List<Gold> golds = golds(document, trees, offset);
        Map<Integer, Gold> byHead = new LinkedHashMap<>();
        for (Gold gold : golds) {
            byHead.merge(
                    gold.head(),
                    gold,
                    (one, other) -> one.end() - one.start() <= other.end() - other.start() ? one : other);
        }
        Map<Integer, Referent> referents = new LinkedHashMap<>();
        found.referents().forEach(referent -> referent.mentions().forEach(id -> referents.put(id, referent)));
        Map<Integer, Gold> earlier = new LinkedHashMap<>();
        for (Gold gold : golds) {
            boolean seen = earlier.containsKey(gold.entity());
            if (seen && SORTS.contains(gold.type()) && (gold.pronoun() || definite(gold, trees, offset))) {
                int verdict = verdict(gold, found, referents, byHead, offset);
                if (gold.pronoun()) {
                    pronouns++;
                    pronounsRight += verdict == 1 ? 1 : 0;
                    pronounsOpen += verdict == 0 ? 1 : 0;
                } else {
                    descriptions++;
                    descriptionsRight += verdict == 1 ? 1 : 0;
                    descriptionsOpen += verdict == 0 ? 1 : 0;
                }
                if (verdict != 1) {
                    wrong.accept(explain(
                            gold, verdict, earlier.getOrDefault(gold.entity(), gold), trees, offset, found, referents));
                }
            }
            if (!gold.pronoun()) {
                earlier.put(gold.entity(), gold);
            }
        }
    }

    private static List<Gold> golds(JsonNode document, List<Tree> trees, int[] offset) {
        List<Gold> golds = new ArrayList<>();
        for (JsonNode mention : document.get("mentions")) {
            int start = mention.get("start").asInt();
            int end = mention.get("end").asInt();
            int sentence = 0;
            while (offset[sentence + 1] <= start) {
                sentence++;
            }
            Tree tree = trees.get(sentence);
            int last = Math.min(end - offset[sentence], tree.size());
            int head = last - 1;
            for (int i = start - offset[sentence]; i < last; i++) {
                if ((tree.head(i) < start - offset[sentence] || tree.head(i) >= last)
                        && !tree.isClass(i, "PUNCT", "ADP")) {
                    head = i;
                    break;
                }
            }
            boolean pronoun = last - (start - offset[sentence]) == 1 && tree.isClass(head, "PRON", "DET");
            golds.add(new Gold(
                    mention.get("e").asInt(),
                    mention.get("type").asString(),
                    start,
                    end,
                    head + offset[sentence],
                    pronoun,
                    tree.isClass(head, "PROPN")));
        }
        golds.sort((one, other) -> one.start() != other.start()
                ? Integer.compare(one.start(), other.start())
                : Integer.compare(other.end(), one.end()));
        return golds;
    }

    private static boolean definite(Gold gold, List<Tree> trees, int[] offset) {
        int sentence = sentence(gold, offset);
        return !gold.name()
                && gold.end() - gold.start() > 1
                && DEFINITE.contains(trees.get(sentence).lower(gold.start() - offset[sentence]));
    }

    private static int sentence(Gold gold, int[] offset) {
        int sentence = 0;
        while (offset[sentence + 1] <= gold.start()) {
            sentence++;
        }
        return sentence;
    }

    /** 1 right, 0 left open, -1 wrong. */
    private static int verdict(
            Gold gold, Mentions found, Map<Integer, Referent> referents, Map<Integer, Gold> byHead, int[] offset) {
        Optional<Mention> placed = mention(gold, found, offset);
        Optional<Referent> referent = placed.flatMap(mention -> Optional.ofNullable(referents.get(mention.id())));
        if (placed.isEmpty() || referent.isEmpty()) {
            return 0;
        }
        Mention mine = placed.get();
        Gold nearest = null;
        Gold nearestName = null;
        for (int id : referent.get().mentions()) {
            Mention other = found.mentions().get(id);
            int head = offset[other.sentence()] + other.head();
            if (other.id() < mine.id() && other.kind() != Mention.Kind.PRONOUN && head < gold.start()) {
                Gold match = byHead.get(head);
                nearest = match == null ? new Gold(-1, "", head, head + 1, head, false, false) : match;
                if (match != null && match.name()) {
                    nearestName = match;
                }
            }
        }
        Gold linked = nearestName != null ? nearestName : nearest;
        if (linked == null) {
            return 0;
        }
        return linked.entity() == gold.entity() ? 1 : -1;
    }

    private static Optional<Mention> mention(Gold gold, Mentions found, int[] offset) {
        for (Mention mention : found.mentions()) {
            if (offset[mention.sentence()] + mention.head() == gold.head()) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }

    private static String explain(
            Gold gold,
            int verdict,
            Gold right,
            List<Tree> trees,
            int[] offset,
            Mentions found,
            Map<Integer, Referent> referents) {
        Optional<Mention> mine = mention(gold, found, offset);
        String said = words(gold, trees, offset);
        String got = mine.map(mention -> Optional.ofNullable(referents.get(mention.id()))
                        .map(referent -> "= " + referent.name())
                        .orElse("open"))
                .orElse("no mention");
        return (verdict == 0 ? "open  " : "wrong ") + said + "  should be: " + words(right, trees, offset) + "  is: "
                + got + "  in: "
                + trees.get(sentence(gold, offset))
                        .words(0, trees.get(sentence(gold, offset)).size() - 1);
    }

    private static String words(Gold gold, List<Tree> trees, int[] offset) {
        int sentence = sentence(gold, offset);
        Tree tree = trees.get(sentence);
        return tree.words(gold.start() - offset[sentence], Math.min(gold.end() - offset[sentence], tree.size()) - 1);
    }

    double accuracy() {
        int all = pronouns + descriptions;
        return all == 0 ? 0 : (double) (pronounsRight + descriptionsRight) / all;
    }
}
