package dateline.reconcile.event;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.claim.Claim;
import dateline.analysis.claim.Claim.Participant;
import dateline.analysis.claim.Claim.Role;
import dateline.analysis.claim.Families;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.text.Tree;
import dateline.analysis.timex.Timex;
import dateline.reconcile.StoryReports;
import dateline.reconcile.origin.Copies;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers the tellings of happenings from all reports of a story. */
public final class Happenings {
    private final Set<String> states;
    private final Set<String> notable;
    private final Set<String> habits;
    private final Families kinds;

    public Happenings(Lexicon lexicon) {
        states = lexicon.words("claim/states.txt");
        notable = lexicon.words("claim/notable.txt");
        habits = lexicon.words("claim/habits.txt");
        kinds = new Families(lexicon);
    }

    public List<Happening> collect(StoryReports story, EntityOf entities, Copies.Origins origins) {
        List<Happening> found = new ArrayList<>();
        for (int report = 0; report < story.size(); report++) {
            Analysis analysis = story.get(report);
            Index index = new Index(analysis);
            boolean toldInPresent = isToldInPresent(analysis);
            Map<Integer, List<Claim>> parts = new TreeMap<>();
            for (Claim claim : analysis.claims()) {
                if (claim.partOf().isPresent()) {
                    parts.computeIfAbsent(rootOf(analysis, claim), k -> new ArrayList<>())
                            .add(claim);
                }
            }
            for (Claim claim : analysis.claims()) {
                if (claim.partOf().isEmpty()) {
                    List<Claim> claims = new ArrayList<>(List.of(claim));
                    claims.addAll(parts.getOrDefault(claim.id(), List.of()));
                    if (isEligible(analysis, claims) && !isHabit(analysis, claim, toldInPresent)) {
                        found.add(happening(found.size(), report, analysis, index, claims, entities, origins));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * Each claim of a report as a telling of its own, whatever it is worth: for claims that somebody else marked.
     *
     * @param from number of the first telling
     */
    public List<Happening> each(StoryReports story, int report, int from, EntityOf entities, Copies.Origins origins) {
        Analysis analysis = story.get(report);
        Index index = new Index(analysis);
        List<Happening> found = new ArrayList<>();
        for (Claim claim : analysis.claims()) {
            found.add(happening(from + found.size(), report, analysis, index, List.of(claim), entities, origins));
        }
        return List.copyOf(found);
    }

    private static int rootOf(Analysis analysis, Claim claim) {
        int at = claim.id();
        for (int steps = 0; steps < 8; steps++) {
            OptionalInt up = analysis.claims().get(at).partOf();
            if (up.isEmpty() || up.getAsInt() == at) {
                return at;
            }
            at = up.getAsInt();
        }
        return at;
    }

    private boolean isEligible(Analysis analysis, List<Claim> claims) {
        Claim claim = claims.get(0);
        if (claim.polarity() == Claim.Polarity.NEGATED
                || claim.modality() == Claim.Modality.POSSIBLE
                || claim.modality() == Claim.Modality.INTENDED) {
            return false;
        }
        boolean known = claim.isKnown();
        if (isCue(analysis, claim)) {
            return known && notable.contains(claim.family());
        }
        if (known) {
            return true;
        }
        Tree tree = analysis.trees().get(claim.sentence());
        return !claim.nominal()
                && !tree.isRelation(claim.word(), "acl", "advcl", "ccomp")
                && !states.contains(claim.lemma())
                && !states.contains(tree.lemma(claim.word()))
                && claim.participants().size() >= 2;
    }

    /**
     * "The council considers appeals", "shops often close early": what is usually so is no happening. A plain present in running text
     * tells of habits unless it is dated, a speech act, or of a kind that makes news in a report that is told in the present throughout.
     */
    private boolean isHabit(Analysis analysis, Claim claim, boolean toldInPresent) {
        Tree tree = analysis.trees().get(claim.sentence());
        int verb = claim.word();
        if (claim.nominal() || !tree.isClass(verb, "VERB")) {
            return false;
        }
        if (tree.children(verb).stream()
                .anyMatch(each -> tree.isRelation(each, "advmod") && habits.contains(tree.lower(each)))) {
            return true;
        }
        return !(toldInPresent && claim.isKnown())
                && claim.timexes().isEmpty()
                && claim.quantities().isEmpty()
                && tree.sentence().post().isEmpty()
                && hasSubject(tree, verb)
                && isRunningText(tree)
                && isPlainPresent(tree, verb)
                && !Set.of(
                                "ACCUSE",
                                "REJECT",
                                "DEMAND",
                                "REQUEST",
                                "THREATEN",
                                "STATEMENT",
                                "AGREE",
                                "SUPPORT",
                                "CONSULT")
                        .contains(claim.type());
    }

    /** Its own subject, or that of the verb it is joined to. */
    private static boolean hasSubject(Tree tree, int verb) {
        int up = verb;
        for (int steps = 0; up >= 0 && steps < 6; steps++) {
            if (tree.child(up, "nsubj") >= 0) {
                return true;
            }
            up = tree.isRelation(up, "conj", "parataxis") ? tree.head(up) : -1;
        }
        return false;
    }

    /** A sentence that ends as sentences do; headlines are told in the present as a custom. */
    private static boolean isRunningText(Tree tree) {
        return tree.size() > 6 && Set.of(".", "\"", "”", "'", "’", ";", "!").contains(tree.form(tree.size() - 1));
    }

    /** "considers", "consider", with no helping verb; "cut" and its like may be past and are not taken. */
    private static boolean isPlainPresent(Tree tree, int verb) {
        String form = tree.lower(verb);
        String lemma = tree.lemma(verb);
        boolean third = form.endsWith("s") && !form.equals(lemma) && !form.equals("was");
        boolean base = form.equals(lemma)
                && !Set.of(
                                "cut", "hit", "put", "set", "shut", "hurt", "spread", "split", "quit", "cost", "burst",
                                "let", "cast")
                        .contains(form);
        return (third || base)
                && tree.children(verb).stream()
                        .noneMatch(each -> tree.isRelation(each, "aux")
                                || tree.isRelation(each, "mark")
                                        && tree.lower(each).equals("to"));
    }

    /** More of its main verbs stand in the plain present than in any other form: a live account. */
    private static boolean isToldInPresent(Analysis analysis) {
        int present = 0;
        int other = 0;
        for (Tree tree : analysis.trees()) {
            int root = tree.root();
            if (tree.isClass(root, "VERB") && isRunningText(tree)) {
                if (isPlainPresent(tree, root)) {
                    present++;
                } else {
                    other++;
                }
            }
        }
        return present > other;
    }

    private static boolean isCue(Analysis analysis, Claim claim) {
        Span word = analysis.trees().get(claim.sentence()).span(claim.word());
        return analysis.attributions().stream()
                .anyMatch(attribution ->
                        attribution.cue().isPresent() && attribution.cue().get().overlaps(word));
    }

    private Happening happening(
            int number,
            int report,
            Analysis analysis,
            Index index,
            List<Claim> claims,
            EntityOf entities,
            Copies.Origins origins) {
        Claim head = claims.get(0);
        Tree tree = analysis.trees().get(head.sentence());
        Set<String> families = new TreeSet<>();
        Set<String> lemmas = new TreeSet<>();
        Map<String, Integer> stems = new TreeMap<>();
        Set<Integer> all = new TreeSet<>();
        Set<Integer> targets = new TreeSet<>();
        Set<Integer> places = new TreeSet<>();
        for (Claim claim : claims) {
            // What is vowed or alleged is no second kind of the saying.
            if (claim == head || !notable.contains(head.family())) {
                families.add(claim.family());
                if (claim.isKnown()) {
                    kinds.all(claim.lemma()).forEach(kind -> families.add(kind.name()));
                }
                lemmas.add(claim.lemma());
            }
            for (Participant participant : claim.participants()) {
                if (participant.referent().isPresent()) {
                    int entity = entities.entity(report, participant.referent().getAsInt());
                    if (entity >= 0) {
                        all.add(entity);
                        if (participant.role() == Role.TARGET) {
                            targets.add(entity);
                        } else if (participant.role() == Role.PLACE) {
                            places.add(entity);
                        }
                    }
                }
            }
            stems(index, tree, claim, stems);
            named(index, report, tree, claim, entities, all);
        }
        List<Timex> times = new ArrayList<>();
        for (Claim claim : claims) {
            for (int timex : claim.timexes()) {
                if (!times.contains(analysis.timexes().get(timex))) {
                    times.add(analysis.timexes().get(timex));
                }
            }
        }
        Optional<Days> date = times.stream()
                .filter(timex -> !isDeadline(analysis, head, timex))
                .map(timex -> Stretch.of(analysis, timex))
                .flatMap(Optional::stream)
                .findFirst();
        OptionalInt post = tree.sentence().post();
        if (date.isEmpty()
                && post.isPresent()
                && head.modality() == Claim.Modality.ACTUAL
                && isPresent(tree, head.word())) {
            // A post tells of its own day unless it says otherwise.
            date = analysis.segmented()
                    .layout()
                    .posts()
                    .get(post.getAsInt())
                    .date()
                    .map(day -> new Days(day, day));
        }
        String origin = post.isPresent()
                ? "post:"
                        + analysis.segmented()
                                .layout()
                                .posts()
                                .get(post.getAsInt())
                                .handle()
                                .toLowerCase(java.util.Locale.ROOT)
                : "report:" + origins.root().get(report);
        boolean aside = tree.isRelation(head.word(), "acl", "amod")
                && date.isEmpty()
                && claims.stream().allMatch(claim -> claim.quantities().isEmpty());
        boolean weak = aside
                || head.nominal()
                        && date.isEmpty()
                        && claims.size() == 1
                        && (all.isEmpty() || head.quantities().isEmpty() && targets.isEmpty());
        return new Happening(
                number,
                report,
                List.copyOf(claims),
                origin,
                head.weight(),
                families,
                lemmas,
                stems,
                all,
                targets,
                places,
                analysis.vectors().get(head.sentence()),
                date,
                weak);
    }

    /** "promised 2,000 tents by the weekend": a reckoned day after the report's own cannot be when something happened that it tells. */
    private static boolean isDeadline(Analysis analysis, Claim claim, Timex timex) {
        if (claim.modality() != Claim.Modality.ACTUAL || timex.basis() == Timex.Basis.STATED) {
            return false;
        }
        Optional<Days> days = Days.of(timex.value());
        Optional<LocalDate> published = analysis.segmented().report().published();
        return days.isPresent() && published.isPresent() && days.get().from().isAfter(published.get());
    }

    /** "are storming", "has broken", "breaching": told as going on or just done; "killed" alone may be long ago. */
    private static boolean isPresent(Tree tree, int word) {
        String form = tree.lower(word);
        if (!tree.isClass(word, "VERB")) {
            return true;
        }
        boolean perfect = tree.children(word).stream()
                .anyMatch(child -> tree.isRelation(child, "aux")
                        && Set.of("have", "has", "'ve", "’ve", "are", "is", "'re", "’re")
                                .contains(tree.lower(child)));
        return perfect
                || form.endsWith("ing")
                || form.equals(tree.lemma(word))
                || form.endsWith("s") && !form.equals("was");
    }

    /** What stands in each sentence of one report, looked up once. */
    private static final class Index {
        private final Map<Integer, Set<Integer>> claimWords = new LinkedHashMap<>();
        private final Map<Integer, List<Mention>> mentions = new LinkedHashMap<>();
        private final Map<Integer, Integer> referents = new LinkedHashMap<>();

        Index(Analysis analysis) {
            analysis.claims()
                    .forEach(claim -> claimWords
                            .computeIfAbsent(claim.sentence(), k -> new TreeSet<>())
                            .add(claim.word()));
            analysis.mentions()
                    .forEach(mention -> mentions.computeIfAbsent(mention.sentence(), k -> new ArrayList<>())
                            .add(mention));
            for (Referent referent : analysis.referents()) {
                referent.mentions().forEach(mention -> referents.put(mention, referent.id()));
            }
        }

        /** The nearest claim that a word hangs on, by its word; -1 when there is none. */
        int owner(Tree tree, int word) {
            Set<Integer> here = claimWords.getOrDefault(tree.sentence().index(), Set.of());
            int up = word;
            for (int steps = 0; up >= 0 && steps <= tree.size(); steps++) {
                if (here.contains(up)) {
                    return up;
                }
                up = tree.head(up);
            }
            return -1;
        }
    }

    /** Words that hang on this claim and on no other claim between. */
    private static void stems(Index index, Tree tree, Claim claim, Map<String, Integer> stems) {
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isClass(i, "NOUN", "PROPN", "VERB", "ADJ", "NUM")
                    && tree.lemma(i).length() > 1
                    && index.owner(tree, i) == claim.word()) {
                stems.merge(tree.lemma(i), 1, Math::max);
            }
        }
        for (Participant participant : claim.participants()) {
            stems.merge(tree.lemma(participant.head()), 1, Math::max);
        }
    }

    private static void named(Index index, int report, Tree tree, Claim claim, EntityOf entities, Set<Integer> to) {
        for (Mention mention : index.mentions.getOrDefault(claim.sentence(), List.of())) {
            Integer referent = index.referents.get(mention.id());
            if (referent != null
                    && mention.kind() != Mention.Kind.PRONOUN
                    && index.owner(tree, mention.head()) == claim.word()) {
                int entity = entities.entity(report, referent);
                if (entity >= 0) {
                    to.add(entity);
                }
            }
        }
    }

    /** How often each word stands in the tellings of a story. */
    public static Map<String, Integer> documentFrequencies(List<Happening> happenings) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Happening happening : happenings) {
            happening.stems().keySet().forEach(stem -> counts.merge(stem, 1, Integer::sum));
        }
        return counts;
    }
}
