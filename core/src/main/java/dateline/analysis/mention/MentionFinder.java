package dateline.analysis.mention;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.mention.Mention.Kind;
import dateline.analysis.mention.Mention.Type;
import dateline.analysis.place.Gazetteer;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the mentions of one report and links them into referents. */
public final class MentionFinder {
    /**
     * What was found.
     *
     * @param mentions in the order of the text; a longer one before one inside it. A pronoun that nothing settles is in no referent
     * @param referents in the order of their first mention
     * @param apart referents that the report says are not the same
     */
    public record Mentions(List<Mention> mentions, List<Referent> referents, List<Analysis.Apart> apart) {
        public Mentions {
            mentions = List.copyOf(mentions);
            referents = List.copyOf(referents);
            apart = List.copyOf(apart);
        }
    }

    private final Vocabulary vocabulary;
    private final Gazetteer gazetteer;

    public MentionFinder(Lexicon lexicon) {
        this(lexicon, Gazetteer.bundled());
    }

    public MentionFinder(Lexicon lexicon, Gazetteer gazetteer) {
        this.vocabulary = new Vocabulary(lexicon);
        this.gazetteer = gazetteer;
    }

    public Mentions find(Segmented segmented, List<Tree> trees) {
        List<Draft> drafts = new ArrayList<>(new NameFinder(vocabulary, gazetteer).find(segmented, trees));
        List<Draft> names = List.copyOf(drafts);
        DescriptionFinder descriptions = new DescriptionFinder(vocabulary);
        for (Tree tree : trees) {
            drafts.addAll(descriptions.find(
                    tree, names.stream().filter(each -> each.tree == tree).toList()));
        }
        drafts.sort(Comparator.comparing((Draft each) -> each.sentence())
                .thenComparing(each -> each.span.begin())
                .thenComparing(each -> -each.span.end())
                .thenComparing(each -> each.kind));
        Linker linker = new Linker(vocabulary, gazetteer, trees, drafts, new Quotes(segmented));
        List<Chain> chains = linker.link();
        chains.forEach(Chain::settleType);
        return result(drafts, chains, linker);
    }

    private static Mentions result(List<Draft> drafts, List<Chain> chains, Linker linker) {
        Map<Draft, Integer> ids = new IdentityHashMap<>();
        List<Mention> mentions = new ArrayList<>();
        for (Draft draft : drafts) {
            ids.put(draft, mentions.size());
            Type type = linker.chain(draft)
                    .map(chain -> draft.kind == Kind.PRONOUN ? chain.type : draft.type)
                    .orElse(draft.type);
            mentions.add(new Mention(
                    mentions.size(),
                    draft.kind,
                    type,
                    draft.span,
                    draft.sentence(),
                    draft.first,
                    draft.last,
                    draft.head));
        }
        List<Chain> ordered = new ArrayList<>(chains);
        ordered.removeIf(chain -> chain.members.stream().allMatch(each -> each.kind == Kind.PRONOUN));
        ordered.sort(Comparator.comparing(
                chain -> chain.members.stream().mapToInt(ids::get).min().orElseThrow()));
        Map<Chain, Integer> numbers = new LinkedHashMap<>();
        List<Referent> referents = new ArrayList<>();
        for (Chain chain : ordered) {
            numbers.put(chain, referents.size());
            referents.add(referent(referents.size(), chain, ids));
        }
        List<Analysis.Apart> apart = new ArrayList<>();
        for (Linker.ApartNames pair : linker.apart()) {
            Optional<Integer> one = linker.chain(pair.one()).map(numbers::get);
            Optional<Integer> other = linker.chain(pair.other()).map(numbers::get);
            if (one.isPresent() && other.isPresent() && !one.get().equals(other.get())) {
                apart.add(new Analysis.Apart(one.get(), other.get(), pair.words()));
            }
        }
        return new Mentions(mentions, referents, apart);
    }

    private static Referent referent(int id, Chain chain, Map<Draft, Integer> ids) {
        Map<String, Integer> used = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (Draft draft : chain.members) {
            if (draft.kind != Kind.PRONOUN) {
                names.add(draft.words());
                if (draft.isName() && !draft.adjective || !chain.named) {
                    used.merge(draft.words(), 1, Integer::sum);
                }
            }
        }
        String name = best(used, chain, names);
        names.remove(name);
        return new Referent(
                id,
                chain.type,
                name,
                chain.named,
                List.copyOf(names),
                chain.members.stream().map(ids::get).sorted().toList(),
                chain.acronyms.stream().findFirst());
    }

    /** The fullest name: most words that are no initials, then the most used, then the first. A description: the first. */
    private static String best(Map<String, Integer> used, Chain chain, Set<String> names) {
        if (used.isEmpty()) {
            return names.iterator().next();
        }
        String best = used.keySet().iterator().next();
        if (!chain.named) {
            return best;
        }
        for (Map.Entry<String, Integer> entry : used.entrySet()) {
            int words = weight(entry.getKey());
            int bestWords = weight(best);
            if (words > bestWords || words == bestWords && entry.getValue() > used.getOrDefault(best, 0)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    private static int weight(String name) {
        return Spelling.looksLikeAcronym(name)
                ? 0
                : (int) java.util.Arrays.stream(name.split(" "))
                        .filter(word -> word.length() > 2)
                        .count();
    }
}
