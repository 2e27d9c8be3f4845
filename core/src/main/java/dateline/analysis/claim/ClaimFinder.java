package dateline.analysis.claim;

import dateline.analysis.Lexicon;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.claim.Claim.Modality;
import dateline.analysis.claim.Claim.Participant;
import dateline.analysis.claim.Claim.Polarity;
import dateline.analysis.claim.Claim.Role;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.quantity.Quantity;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Tree;
import dateline.analysis.timex.Timex;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the claims of one report: verbs and nouns that tell of happenings, with what hangs on them. */
public final class ClaimFinder {
    /**
     * What is known about the report before its claims are looked for.
     *
     * @param backgroundDaysMin a happening dated this many days or more before publication is background
     */
    public record Given(
            Segmented segmented,
            List<Tree> trees,
            List<Mention> mentions,
            List<Referent> referents,
            List<Timex> timexes,
            List<Quantity> quantities,
            List<Attribution> attributions,
            int backgroundDaysMin) {}

    private static final Set<String> PLACE_PREPOSITIONS = Set.of(
            "in",
            "at",
            "near",
            "outside",
            "inside",
            "around",
            "across",
            "into",
            "on",
            "through",
            "within",
            "from",
            "to",
            "towards",
            "toward",
            "throughout",
            "off",
            "along");
    private static final Set<String> RELATIVES = Set.of("who", "which", "that", "whom");

    private final Families families;

    public ClaimFinder(Lexicon lexicon) {
        families = new Families(lexicon);
    }

    public List<Claim> find(Given given) {
        return find(given, Optional.empty());
    }

    /**
     * The claims of words that somebody else marked as predicates, and of no others.
     *
     * @param predicates by sentence, the words in order
     */
    public List<Claim> at(Given given, Map<Integer, List<Integer>> predicates) {
        return find(given, Optional.of(predicates));
    }

    private List<Claim> find(Given given, Optional<Map<Integer, List<Integer>>> predicates) {
        List<Claim> claims = new ArrayList<>();
        Map<Integer, List<Mention>> mentions = new LinkedHashMap<>();
        given.mentions()
                .forEach(mention -> mentions.computeIfAbsent(mention.sentence(), k -> new ArrayList<>())
                        .add(mention));
        Map<Integer, Integer> referentOf = new LinkedHashMap<>();
        given.referents()
                .forEach(referent -> referent.mentions().forEach(mention -> referentOf.put(mention, referent.id())));
        for (Tree tree : given.trees()) {
            int sentence = tree.sentence().index();
            InSentence in = new InSentence(given, tree, claims, mentions.getOrDefault(sentence, List.of()), referentOf);
            in.find(predicates
                    .map(marked -> marked.getOrDefault(sentence, List.of()))
                    .orElseGet(in::predicates));
        }
        return List.copyOf(claims);
    }

    /** The claims of one sentence, found word by word, then linked to each other. */
    private final class InSentence {
        private final Given given;
        private final Tree tree;
        private final List<Claim> claims;
        private final int offset;
        private final Map<Integer, Integer> claimAt = new LinkedHashMap<>();
        private final List<Mention> here;
        private final Map<Integer, Integer> referentOf;

        InSentence(Given given, Tree tree, List<Claim> claims, List<Mention> here, Map<Integer, Integer> referentOf) {
            this.given = given;
            this.tree = tree;
            this.claims = claims;
            this.offset = claims.size();
            this.here = here;
            this.referentOf = referentOf;
        }

        void find(List<Integer> predicates) {
            for (int i = 0; i < predicates.size(); i++) {
                claimAt.put(predicates.get(i), offset + i);
            }
            for (int word : predicates) {
                claims.add(claim(word));
            }
        }

        private List<Integer> predicates() {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < tree.size(); i++) {
                if (isVerbPredicate(i) || isNounPredicate(i) || isCopula(i)) {
                    found.add(i);
                }
            }
            return found;
        }

        private boolean isVerbPredicate(int word) {
            if (!tree.isClass(word, "VERB")
                    || tree.isRelation(
                            word, "aux", "cop", "amod", "compound", "case", "mark", "fixed", "flat", "det")) {
                return false;
            }
            String lemma = lemma(word);
            if (complement(word) >= 0
                    && families.control(lemma).isPresent()
                    && families.verb(lemma).isEmpty()) {
                return false;
            }
            if (families.isLight(lemma) && nominalObject(word) >= 0) {
                return false;
            }
            return true;
        }

        /** A noun that names a happening, unless it only tells of which kind another noun is ("election campaign official"). */
        private boolean isNounPredicate(int word) {
            if (!tree.isClass(word, "NOUN") || families.noun(nounLemma(word)).isEmpty()) {
                return false;
            }
            return !tree.isRelation(word, "compound", "amod", "fixed", "flat");
        }

        private boolean isCopula(int word) {
            return tree.isClass(word, "ADJ", "NOUN")
                    && tree.child(word, "cop") >= 0
                    && !isNounPredicate(word)
                    && (families.verb(tree.lemma(word)).isPresent() || isDead(word));
        }

        private boolean isSaying(int word) {
            return families.verb(lemma(word))
                    .map(family -> families.isSaying(family.name()))
                    .orElse(false);
        }

        private boolean isDead(int word) {
            return Set.of("dead", "missing", "safe", "ablaze", "injured", "closed", "open")
                    .contains(tree.lemma(word));
        }

        /** Lemma with its particle or fixed object: "carry_out", "set_fire_to". */
        private String lemma(int word) {
            String lemma = tree.lemma(word);
            int particle = tree.child(word, "compound");
            for (int each : tree.children(word)) {
                if (tree.isRelation(each, "compound") && tree.isClass(each, "ADP", "ADV", "PART")) {
                    particle = each;
                }
            }
            if (particle > word && tree.isClass(particle, "ADP", "ADV", "PART")) {
                return lemma + "_" + tree.lower(particle);
            }
            for (int each : tree.children(word)) {
                String marker = tree.preposition(each);
                if (tree.isRelation(each, "obl", "obj", "advmod")
                        && !marker.isEmpty()
                        && families.verb(lemma + "_" + marker).isPresent()) {
                    return lemma + "_" + marker;
                }
                if (tree.isRelation(each, "advmod")
                        && families.verb(lemma + "_" + tree.lower(each)).isPresent()) {
                    return lemma + "_" + tree.lower(each);
                }
                if (tree.isRelation(each, "obj", "obl", "xcomp")
                        && families.verb(lemma + "_" + tree.lemma(each)).isPresent()) {
                    return lemma + "_" + tree.lemma(each);
                }
            }
            return lemma;
        }

        private String nounLemma(int word) {
            String lemma = tree.lemma(word);
            for (int each : tree.children(word)) {
                if (tree.isRelation(each, "compound", "amod") && each < word) {
                    String pair = tree.lemma(each) + "_" + lemma;
                    if (families.noun(pair).isPresent()) {
                        return pair;
                    }
                }
            }
            return lemma;
        }

        private int complement(int word) {
            return tree.child(word, "xcomp", "ccomp");
        }

        private int nominalObject(int word) {
            for (int each : tree.children(word)) {
                if ((tree.isRelation(each, "obj") || tree.isRelation(each, "nsubj") && isPassive(word))
                        && isNounPredicate(each)) {
                    return each;
                }
            }
            return -1;
        }

        boolean isPassive(int word) {
            if (!tree.isClass(word, "VERB")) {
                return false;
            }
            for (int each : tree.children(word)) {
                if (tree.isRelation(each, "aux") && Set.of("be", "get").contains(tree.lemma(each))) {
                    String form = tree.lower(word);
                    return !form.endsWith("ing");
                }
            }
            return tree.isRelation(word, "acl")
                    && !tree.lower(word).endsWith("ing")
                    && relativiser(word) < 0
                    && tree.child(word, "nsubj") < 0
                    && tree.child(word, "mark") < 0
                    && isParticiple(word);
        }

        private boolean isParticiple(int word) {
            String form = tree.lower(word);
            return form.endsWith("ed")
                    || form.endsWith("en")
                    || form.endsWith("wn")
                    || !form.equals(tree.lemma(word)) && !form.endsWith("s") && !form.endsWith("ing");
        }

        private int relativiser(int word) {
            for (int each : tree.children(word)) {
                if (RELATIVES.contains(tree.lower(each)) && tree.isRelation(each, "nsubj", "obj", "obl", "mark")) {
                    return each;
                }
            }
            return -1;
        }

        private Claim claim(int word) {
            boolean nominal = !tree.isClass(word, "VERB") && tree.child(word, "cop") < 0;
            String lemma = nominal ? nounLemma(word) : lemma(word);
            Optional<Families.Family> family =
                    nominal ? families.noun(lemma) : families.verb(lemma).or(() -> families.verb(tree.lemma(word)));
            List<Participant> participants = nominal ? nominalParticipants(word) : verbParticipants(word);
            List<Integer> timexes = timexes(word);
            return new Claim(
                    claimAt.getOrDefault(word, -1),
                    tree.sentence().index(),
                    word,
                    clause(word),
                    lemma,
                    family.map(Families.Family::name).orElse("~" + lemma),
                    partOf(word, nominal),
                    nominal,
                    family.map(Families.Family::type).orElse("OTHER"),
                    family.map(Families.Family::mode).orElse(""),
                    participants,
                    timexes,
                    quantities(word),
                    polarity(word),
                    modality(word),
                    attributions(word),
                    isBackground(timexes),
                    weight());
        }

        // ---- participants

        private List<Participant> verbParticipants(int word) {
            List<Participant> found = new ArrayList<>();
            boolean passive = isPassive(word);
            int subject = subject(word, 0);
            if (subject >= 0) {
                add(found, passive || isUndergone(word) ? Role.TARGET : Role.AGENT, subject, "");
            }
            for (int each : tree.children(word)) {
                if (tree.isRelation(each, "obj", "iobj")) {
                    add(found, Role.TARGET, antecedentIfRelative(each, word), "");
                } else if (tree.isRelation(each, "obl")) {
                    oblique(found, each, passive);
                } else if (tree.isRelation(each, "advmod")
                        && tree.children(each).stream().anyMatch(c -> tree.isRelation(c, "obl"))) {
                    int inner = tree.child(each, "obl");
                    oblique(found, inner, passive);
                }
            }
            for (int each : tree.children(word)) {
                int under = tree.isRelation(each, "obj", "obl") ? tree.child(each, "nmod") : -1;
                if (under >= 0 && PLACE_PREPOSITIONS.contains(tree.preposition(under))) {
                    add(found, Role.PLACE, under, tree.preposition(under));
                }
            }
            int controller = tree.head(word);
            if (controller >= 0 && tree.isRelation(word, "xcomp") && tree.isClass(controller, "VERB")) {
                for (int each : tree.children(controller)) {
                    if (tree.isRelation(each, "obl")) {
                        oblique(found, each, passive);
                    }
                }
            }
            return distinct(found);
        }

        /** Verbs whose subject suffers: "three people died". */
        private boolean isUndergone(int word) {
            return Set.of(
                                    "die",
                                    "perish",
                                    "drown",
                                    "suffocate",
                                    "burn",
                                    "collapse",
                                    "sink",
                                    "capsize",
                                    "explode",
                                    "catch_fire")
                            .contains(lemma(word))
                    && tree.child(word, "obj") < 0;
        }

        private void oblique(List<Participant> found, int word, boolean passive) {
            String preposition = tree.preposition(word);
            if (isTime(word)) {
                return;
            }
            if (preposition.equals("by")) {
                add(found, passive ? Role.AGENT : Role.INSTRUMENT, word, preposition);
            } else if (preposition.equals("with")) {
                add(found, Role.INSTRUMENT, word, preposition);
            } else if (preposition.equals("against") || preposition.equals("for") || preposition.equals("of")) {
                add(found, preposition.equals("against") ? Role.TARGET : Role.OTHER, word, preposition);
            } else if (PLACE_PREPOSITIONS.contains(preposition)) {
                add(found, Role.PLACE, word, preposition);
            } else {
                add(found, Role.OTHER, word, preposition);
            }
            for (int each : tree.children(word)) {
                if (tree.isRelation(each, "nmod")
                        && PLACE_PREPOSITIONS.contains(tree.preposition(each))
                        && !isTime(each)) {
                    add(found, Role.PLACE, each, tree.preposition(each));
                }
            }
        }

        private List<Participant> nominalParticipants(int word) {
            List<Participant> found = new ArrayList<>();
            for (int each : tree.children(word)) {
                if (isTime(each)) {
                    continue;
                }
                if (tree.isRelation(each, "nmod")) {
                    String preposition = tree.preposition(each);
                    boolean possessive = each < word;
                    if (possessive || preposition.equals("by")) {
                        add(found, Role.AGENT, each, preposition);
                    } else if (preposition.equals("of") || preposition.equals("on") || preposition.equals("against")) {
                        add(found, Role.TARGET, each, preposition);
                    } else if (PLACE_PREPOSITIONS.contains(preposition)) {
                        add(found, Role.PLACE, each, preposition);
                    } else {
                        add(found, Role.OTHER, each, preposition);
                    }
                    for (int inner : tree.children(each)) {
                        if (tree.isRelation(inner, "nmod")
                                && PLACE_PREPOSITIONS.contains(tree.preposition(inner))
                                && !isTime(inner)) {
                            add(found, Role.PLACE, inner, tree.preposition(inner));
                        }
                    }
                } else if (tree.isRelation(each, "compound", "amod", "nmod") && each < word && mentionOver(each) >= 0) {
                    add(found, Role.AGENT, each, "");
                } else if (tree.isRelation(each, "acl") && isPassive(each)) {
                    for (int inner : tree.children(each)) {
                        if (tree.isRelation(inner, "obl")) {
                            oblique(found, inner, true);
                        }
                    }
                }
            }
            int verb = tree.head(word);
            if (verb >= 0 && tree.isClass(verb, "VERB") && families.isLight(lemma(verb))) {
                boolean passive = isPassive(verb);
                int subject = subject(verb, 0);
                if (subject >= 0 && subject != word && !passive) {
                    add(found, Role.AGENT, subject, "");
                }
                for (int each : tree.children(verb)) {
                    if (tree.isRelation(each, "obl")) {
                        oblique(found, each, passive);
                    }
                }
            } else if (verb >= 0 && tree.isRelation(word, "nsubj") && tree.isClass(verb, "VERB")) {
                for (int each : tree.children(verb)) {
                    if (tree.isRelation(each, "obl")) {
                        oblique(found, each, false);
                    } else if (tree.isRelation(each, "obj") && families.isHappen(lemma(verb))) {
                        add(found, Role.TARGET, each, "");
                    }
                }
            }
            return distinct(found);
        }

        /** The one who does or suffers it, through relative clauses, conjoined verbs and control; -1 when not said. */
        private int subject(int word, int depth) {
            int own = tree.child(word, "nsubj", "csubj");
            if (own >= 0) {
                return antecedentIfRelative(own, word);
            }
            int head = tree.head(word);
            if (head < 0 || depth > 6) {
                return -1;
            }
            if (tree.isRelation(word, "acl")) {
                return tree.isClass(head, "NOUN", "PROPN", "PRON", "NUM") ? head : -1;
            }
            if (tree.isRelation(word, "conj", "xcomp", "advcl", "parataxis")) {
                if (tree.isRelation(word, "xcomp")) {
                    int object = tree.child(head, "obj");
                    if (object >= 0 && object < word && !families.controlVerbs().contains(tree.lemma(head))) {
                        return object;
                    }
                }
                if (tree.isRelation(word, "advcl", "parataxis")
                        && !tree.lower(word).endsWith("ing")
                        && !tree.isRelation(word, "advcl")) {
                    return -1;
                }
                return tree.isClass(head, "VERB", "ADJ", "NOUN")
                                && !(tree.isRelation(word, "conj") && tree.isClass(head, "NOUN"))
                        ? subject(head, depth + 1)
                        : -1;
            }
            return -1;
        }

        private int antecedentIfRelative(int noun, int verb) {
            if (RELATIVES.contains(tree.lower(noun)) && tree.isClass(noun, "PRON", "DET", "SCONJ")) {
                int up = verb;
                for (int steps = 0; up >= 0 && steps < 6; steps++) {
                    if (tree.isRelation(up, "acl")) {
                        return tree.head(up);
                    }
                    up = tree.isRelation(up, "conj", "xcomp", "ccomp") ? tree.head(up) : -1;
                }
            }
            return noun;
        }

        private void add(List<Participant> to, Role role, int head, String preposition) {
            int mention = mentionOver(head);
            Span span = mention >= 0 ? here.get(mention).span() : nounPhrase(head);
            to.add(new Participant(
                    role,
                    span,
                    head,
                    mention >= 0 ? referentOf(here.get(mention).id()) : OptionalInt.empty(),
                    preposition));
            for (int each : tree.children(head)) {
                if (tree.isRelation(each, "conj") && tree.isClass(each, "NOUN", "PROPN")) {
                    int other = mentionOver(each);
                    to.add(new Participant(
                            role,
                            other >= 0 ? here.get(other).span() : nounPhrase(each),
                            each,
                            other >= 0 ? referentOf(here.get(other).id()) : OptionalInt.empty(),
                            preposition));
                }
            }
        }

        private List<Participant> distinct(List<Participant> found) {
            List<Participant> kept = new ArrayList<>();
            for (Participant each : found) {
                if (kept.stream().noneMatch(k -> k.head() == each.head())) {
                    kept.add(each);
                }
            }
            return kept;
        }

        private int mentionOver(int word) {
            int best = -1;
            for (int i = 0; i < here.size(); i++) {
                Mention mention = here.get(i);
                if (mention.head() == word) {
                    if (best < 0
                            || mention.span().length() > here.get(best).span().length()) {
                        best = i;
                    }
                }
            }
            if (best >= 0) {
                return best;
            }
            for (int i = 0; i < here.size(); i++) {
                if (here.get(i).first() <= word && word <= here.get(i).last()) {
                    return i;
                }
            }
            return -1;
        }

        private OptionalInt referentOf(int mention) {
            Integer referent = referentOf.get(mention);
            return referent == null ? OptionalInt.empty() : OptionalInt.of(referent);
        }

        /** The words of a noun without clauses that hang on it. */
        private Span nounPhrase(int head) {
            int from = head;
            int to = head;
            for (int each : tree.children(head)) {
                if (tree.isRelation(each, "det", "amod", "compound", "nummod", "nmod", "flat", "advmod", "fixed")
                        && each < head) {
                    from = Math.min(from, tree.firstOf(each));
                } else if (tree.isRelation(each, "flat", "compound", "fixed")
                        || tree.isRelation(each, "nmod")
                                && tree.preposition(each).equals("of")) {
                    to = Math.max(to, tree.lastOf(each));
                }
            }
            return tree.span(from, to);
        }

        // ---- time, numbers, who says

        private boolean isTime(int word) {
            Span span = tree.span(word);
            for (Timex timex : given.timexes()) {
                if (timex.sentence() == tree.sentence().index() && timex.span().overlaps(span)) {
                    return true;
                }
            }
            return false;
        }

        /** Timexes whose nearest predicate upward is this one; else those of the clause it hangs in. */
        private List<Integer> timexes(int word) {
            List<Integer> own = new ArrayList<>();
            List<Integer> above = new ArrayList<>();
            for (int i = 0; i < given.timexes().size(); i++) {
                Timex timex = given.timexes().get(i);
                if (timex.sentence() != tree.sentence().index()) {
                    continue;
                }
                int anchor = anchorWord(timex.span());
                if (anchor < 0) {
                    continue;
                }
                int owner = ownerOfTime(anchor);
                if (owner == word || sameHappening(owner, word)) {
                    own.add(i);
                } else if (inherits(word, owner)) {
                    above.add(i);
                }
            }
            return own.isEmpty() ? above : own;
        }

        /** "blamed X for an attack on Friday": a time right behind a happening's noun is that happening's, not the saying's. */
        private int ownerOfTime(int anchor) {
            int owner = owner(anchor);
            int marker = tree.child(anchor, "case");
            int before = (marker >= 0 && marker < anchor ? marker : anchor) - 1;
            if (owner >= 0
                    && before >= 0
                    && before > owner
                    && claimAt.containsKey(before)
                    && isNounPredicate(before)
                    && isSaying(owner)) {
                return before;
            }
            return owner;
        }

        private int anchorWord(Span span) {
            int highest = -1;
            for (int i = 0; i < tree.size(); i++) {
                if (span.overlaps(tree.span(i)) && (tree.head(i) < 0 || !span.overlaps(tree.span(tree.head(i))))) {
                    highest = highest < 0 ? i : highest;
                }
            }
            return highest;
        }

        /** The predicate that a word hangs on. */
        private int owner(int word) {
            int up = word;
            for (int steps = 0; up >= 0 && steps <= tree.size(); steps++) {
                if (claimAt.containsKey(up)) {
                    return up;
                }
                if (tree.isClass(up, "VERB") && nominalObject(up) >= 0) {
                    return nominalObject(up);
                }
                if (tree.isClass(up, "VERB")
                        && complement(up) >= 0
                        && claimAt.containsKey(complement(up))
                        && families.control(lemma(up)).isPresent()) {
                    return complement(up);
                }
                up = tree.head(up);
            }
            return -1;
        }

        private boolean sameHappening(int owner, int word) {
            if (owner < 0 || owner == word) {
                return false;
            }
            // "the strikes that killed ten on Sunday": the noun happened when its result did.
            return claimAt.containsKey(owner) && (isResultOf(owner, word) || isResultOf(word, owner));
        }

        private boolean isResultOf(int result, int cause) {
            OptionalInt part = partOf(result, !tree.isClass(result, "VERB"));
            return part.isPresent() && part.getAsInt() == claimAt.getOrDefault(cause, -1);
        }

        /** A clause has the time of the clause it continues; a noun in passing has not ("vowed on Monday to avenge the attack"). */
        private boolean inherits(int word, int owner) {
            if (owner < 0) {
                return false;
            }
            int up = word;
            for (int steps = 0; up >= 0 && steps <= tree.size(); steps++) {
                if (up == owner) {
                    return true;
                }
                boolean continues = tree.isRelation(up, "conj", "xcomp", "parataxis")
                        || tree.isRelation(up, "advcl") && tree.lower(up).endsWith("ing") && tree.child(up, "mark") < 0
                        || tree.isRelation(up, "advcl") && isMarkedSameDay(up)
                        || up == word
                                && tree.isRelation(up, "obj", "nsubj")
                                && tree.head(up) >= 0
                                && (families.isLight(lemma(tree.head(up))) || families.isHappen(lemma(tree.head(up))));
                if (!continues) {
                    return false;
                }
                up = tree.head(up);
            }
            return tree.isRelation(owner, "conj") && tree.head(owner) == word;
        }

        /** "before", "as", "when", "while" join what happened on one day, to the day. */
        private boolean isMarkedSameDay(int word) {
            int mark = tree.child(word, "mark", "advmod");
            return mark >= 0 && Set.of("before", "as", "when", "while").contains(tree.lower(mark));
        }

        private List<Integer> quantities(int word) {
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < given.quantities().size(); i++) {
                Quantity quantity = given.quantities().get(i);
                if (quantity.sentence() == tree.sentence().index()
                        && quantity.word() >= 0
                        && quantity.word() < tree.size()) {
                    int anchor = quantity.predicate() >= 0 && quantity.predicate() < tree.size()
                            ? quantity.predicate()
                            : quantity.word();
                    int owner = owner(anchor);
                    if (owner == word) {
                        own.add(i);
                    }
                }
            }
            return own;
        }

        private List<Integer> attributions(int word) {
            List<Integer> holding = new ArrayList<>();
            Span span = tree.span(word);
            for (Attribution attribution : given.attributions()) {
                boolean isCue =
                        attribution.cue().isPresent() && attribution.cue().get().overlaps(span);
                if (!isCue && attribution.content().stream().anyMatch(content -> content.contains(span))) {
                    holding.add(attribution.id());
                }
            }
            holding.sort((a, b) -> Integer.compare(length(b), length(a)));
            return holding;
        }

        private int length(int attribution) {
            return given.attributions().get(attribution).content().stream()
                    .mapToInt(Span::length)
                    .sum();
        }

        // ---- how it is told

        private Polarity polarity(int word) {
            int verb = tree.isClass(word, "VERB")
                    ? word
                    : tree.head(word) >= 0 && tree.isRelation(word, "obj") ? tree.head(word) : word;
            for (int each : List.of(word, verb)) {
                for (int child : tree.children(each)) {
                    if (tree.isRelation(child, "advmod", "det", "cc")
                            && Set.of("not", "n't", "n’t", "never", "no", "neither")
                                    .contains(tree.lower(child))) {
                        return Polarity.NEGATED;
                    }
                    if (tree.isRelation(child, "nsubj", "obj")
                            && tree.children(child).stream()
                                    .anyMatch(c -> tree.isRelation(c, "det")
                                            && tree.lower(c).equals("no"))) {
                        return Polarity.NEGATED;
                    }
                    if (tree.isRelation(child, "nsubj")
                            && Set.of("nobody", "none", "nothing").contains(tree.lower(child))) {
                        return Polarity.NEGATED;
                    }
                }
            }
            if (tree.isRelation(word, "acl")
                    && tree.head(word) >= 0
                    && tree.children(tree.head(word)).stream()
                            .anyMatch(c ->
                                    tree.isRelation(c, "det") && tree.lower(c).equals("no"))) {
                return Polarity.NEGATED;
            }
            int controller = tree.head(word);
            if (controller >= 0
                    && tree.isRelation(word, "xcomp", "ccomp")
                    && families.control(lemma(controller)).filter("not"::equals).isPresent()) {
                return Polarity.NEGATED;
            }
            return tree.preposition(word).equals("without")
                            || tree.children(word).stream()
                                    .anyMatch(c -> tree.isRelation(c, "mark")
                                            && tree.lower(c).equals("without"))
                    ? Polarity.NEGATED
                    : Polarity.AFFIRMED;
        }

        private Modality modality(int word) {
            int up = word;
            int verb = tree.head(word);
            if (isNounPredicate(word)
                    && verb >= 0
                    && tree.isClass(verb, "VERB")
                    && tree.isRelation(word, "nsubj", "obj")
                    && (families.isHappen(lemma(verb)) || families.isLight(lemma(verb)))) {
                up = verb; // "a vote will be held"
            }
            for (int steps = 0; up >= 0 && steps < 4; steps++) {
                for (int child : tree.children(up)) {
                    if (tree.isRelation(child, "aux")) {
                        String modal = tree.lower(child);
                        if (Set.of("will", "'ll", "’ll", "shall", "wo").contains(modal)) {
                            return Modality.FUTURE;
                        }
                        // "is to be voted on", "said it would be taken over"
                        if (isBeTo(up, child) || modal.equals("would") && isReportedFuture(up)) {
                            return Modality.FUTURE;
                        }
                        if (Set.of("may", "might", "could", "would", "can", "should", "must")
                                .contains(modal)) {
                            return Modality.POSSIBLE;
                        }
                    }
                    if (tree.isRelation(child, "mark")
                            && Set.of("if", "unless", "whether").contains(tree.lower(child))
                            && tree.isRelation(up, "advcl", "ccomp")) {
                        return Modality.POSSIBLE;
                    }
                }
                int head = tree.head(up);
                if (head >= 0 && tree.isRelation(up, "xcomp", "ccomp")) {
                    Optional<String> control = families.control(lemma(head));
                    if (control.isPresent()) {
                        switch (control.get()) {
                            case "future" -> {
                                return Modality.FUTURE;
                            }
                            case "intended" -> {
                                return Modality.INTENDED;
                            }
                            case "possible" -> {
                                return Modality.POSSIBLE;
                            }
                            default -> {}
                        }
                    }
                    if (tree.isClass(head, "ADJ")
                            && Set.of("due", "set", "scheduled", "expected", "likely", "ready")
                                    .contains(tree.lower(head))) {
                        return Modality.FUTURE;
                    }
                    up = tree.isRelation(up, "xcomp") ? head : -1;
                } else if (head >= 0
                        && tree.isRelation(up, "advcl", "acl")
                        && tree.children(up).stream()
                                .anyMatch(c -> tree.isRelation(c, "mark")
                                        && tree.lower(c).equals("to"))) {
                    return Modality.INTENDED;
                } else if (head >= 0 && tree.isRelation(up, "conj")) {
                    up = head;
                } else {
                    up = -1;
                }
            }
            return Modality.ACTUAL;
        }

        private boolean isBeTo(int verb, int aux) {
            return Set.of("is", "are", "'s", "’s", "'re", "’re").contains(tree.lower(aux))
                    && tree.children(verb).stream()
                            .anyMatch(c -> c > aux
                                    && tree.isRelation(c, "mark", "aux")
                                    && tree.lower(c).equals("to"));
        }

        /** "would" under a saying in the past, with no condition, is the future of what was said. */
        private boolean isReportedFuture(int verb) {
            int head = tree.head(verb);
            return head >= 0
                    && tree.isRelation(verb, "ccomp")
                    && isSaying(head)
                    && !tree.lower(head).equals(tree.lemma(head))
                    && tree.children(verb).stream()
                            .noneMatch(c -> tree.isRelation(c, "advcl")
                                    && tree.children(c).stream()
                                            .anyMatch(
                                                    m -> Set.of("if", "unless").contains(tree.lower(m))));
        }

        /** A result told in the same breath belongs to the happening it is the result of. */
        private OptionalInt partOf(int word, boolean nominal) {
            int head = tree.head(word);
            if (head < 0) {
                return OptionalInt.empty();
            }
            String family = nominal ? nounLemma(word) : lemma(word);
            // "vowed to retaliate", "accused X of staging": what is vowed or alleged is not told as having happened.
            if (!nominal
                    && tree.isRelation(word, "xcomp", "ccomp", "advcl")
                    && claimAt.containsKey(head)
                    && isSaying(head)) {
                return OptionalInt.of(claimAt.get(head));
            }
            // "strikes which resulted in the deaths of ten": the deaths are the result of the noun before.
            if (nominal
                    && tree.isRelation(word, "obj", "obl")
                    && tree.isClass(head, "VERB")
                    && families.isHappen(lemma(head))) {
                int cause = tree.isRelation(head, "acl") ? relativeHead(head) : tree.child(head, "nsubj");
                Integer outer = claimAt.get(tree.head(head));
                if (cause < 0
                        && tree.isRelation(head, "advcl")
                        && tree.lower(head).endsWith("ing")
                        && outer != null) {
                    return OptionalInt.of(outer);
                }
                if (cause >= 0 && cause != word && claimAt.containsKey(cause) && isNounPredicate(cause)) {
                    return OptionalInt.of(claimAt.get(cause));
                }
            }
            // "the strikes that killed 25", "an attack blamed on X": the noun is the happening.
            int noun = tree.isRelation(word, "acl") ? relativeHead(word) : -1;
            if (!nominal
                    && noun >= 0
                    && claimAt.containsKey(noun)
                    && isNounPredicate(noun)
                    && families.isHappen(family)) {
                return OptionalInt.of(claimAt.get(noun));
            }
            // "the quake struck the island": subject names the happening.
            int subject = nominal ? -1 : tree.child(word, "nsubj");
            if (subject >= 0 && claimAt.containsKey(subject) && families.isHappen(family)) {
                return OptionalInt.of(claimAt.get(subject));
            }
            // "..., killing ten": a participle tells the result.
            if (!nominal
                    && tree.isRelation(word, "advcl")
                    && tree.lower(word).endsWith("ing")
                    && word > head
                    && tree.child(word, "mark") < 0
                    && claimAt.containsKey(head)
                    && families.isHappen(family)) {
                return OptionalInt.of(claimAt.get(head));
            }
            if (tree.isRelation(word, "conj")
                    && !nominal
                    && claimAt.containsKey(head)
                    && families.isHappen(family)
                    && tree.child(word, "nsubj") < 0) {
                return partOf(head, false);
            }
            // "killed in the attack", "died in the quake": the happening is named after.
            if (!nominal) {
                for (int each : tree.children(word)) {
                    if (tree.isRelation(each, "obl", "obj")
                            && claimAt.containsKey(each)
                            && isNounPredicate(each)
                            && Set.of("in", "by", "from", "during").contains(tree.preposition(each))
                            && families.isHappen(family)) {
                        return OptionalInt.of(claimAt.get(each));
                    }
                }
            }
            return OptionalInt.empty();
        }

        /** The noun that a relative clause is about; a happening's noun right before the relative word is nearer than the head of the phrase. */
        private int relativeHead(int clause) {
            int head = tree.head(clause);
            int relative = relativiser(clause);
            if (relative > 0) {
                int before = relative - 1;
                while (before > head && tree.isClass(before, "PUNCT", "ADP")) {
                    before--;
                }
                if (before > head && isNounPredicate(before) && tree.isUnder(before, head)) {
                    return before;
                }
            }
            return head;
        }

        private boolean isBackground(List<Integer> timexes) {
            Optional<LocalDate> published = given.segmented().report().published();
            if (published.isEmpty() || timexes.isEmpty()) {
                return false;
            }
            Optional<LocalDate> last =
                    given.timexes().get(timexes.get(0)).value().last();
            return last.isPresent() && last.get().isBefore(published.get().minusDays(given.backgroundDaysMin()));
        }

        private double weight() {
            int place = tree.sentence().index();
            double weight = 1.0 / (1.0 + 0.12 * place);
            return tree.sentence().post().isPresent() ? Math.max(0.3, weight * 0.7) : weight;
        }

        /** The clause of a predicate as one stretch: all that hangs on it but conjoined clauses and asides of others. */
        private Span clause(int word) {
            int from = word;
            int to = word;
            for (int i = 0; i < tree.size(); i++) {
                if (belongs(i, word)) {
                    from = Math.min(from, i);
                    to = Math.max(to, i);
                }
            }
            while (from < word && tree.isClass(from, "PUNCT", "CCONJ")) {
                from++;
            }
            while (to > word && tree.isClass(to, "PUNCT")) {
                to--;
            }
            return tree.span(from, to);
        }

        private boolean belongs(int word, int predicate) {
            int up = word;
            for (int steps = 0; up >= 0 && steps <= tree.size(); steps++) {
                if (up == predicate) {
                    return true;
                }
                if (tree.isRelation(up, "parataxis", "cc")
                        || tree.isRelation(up, "conj") && tree.head(up) == predicate) {
                    return false;
                }
                up = tree.head(up);
            }
            return false;
        }
    }
}
