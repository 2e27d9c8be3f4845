package dateline.analysis.quantity;

import dateline.analysis.Lexicon;
import dateline.analysis.text.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says, from the word a number hangs on, what was done to those it counts. Walks arcs; knows nothing of numbers. */
final class Deeds {
    /** What it counts, and the verb or noun that says so. */
    record Deed(String what, int predicate, boolean part) {
        Deed(String what, int predicate) {
            this(what, predicate, false);
        }
    }

    private record Phrase(String verb, String what, String of, String with) {}

    private record Entry(String what, String of) {}

    private static final Set<String> BE = Set.of(
            "be", "is", "are", "was", "were", "been", "being", "get", "gets", "got", "gotten", "'s", "’s", "'re");
    private static final Set<String> GATHERINGS =
            Set.of("protest", "demonstration", "rally", "march", "vigil", "sit-in", "gathering", "blockade");
    private static final Set<String> RELATIVES = Set.of("who", "which", "that", "whom");
    private static final int DEPTH_MAX = 6;

    private final Map<String, Entry> verbs = new LinkedHashMap<>();
    private final Map<String, Entry> nouns = new LinkedHashMap<>();
    private final Map<String, Entry> states = new LinkedHashMap<>();
    private final Map<String, String> tallies = new LinkedHashMap<>();
    private final List<Phrase> phrases = new java.util.ArrayList<>();
    private final Set<String> present = new LinkedHashSet<>();
    private final Set<String> crowdActs = new LinkedHashSet<>();
    private final Set<String> drew = new LinkedHashSet<>();
    private final Set<String> people;

    Deeds(Lexicon lexicon) {
        for (List<String> row : lexicon.rows("quantity/what.txt")) {
            String word = row.get(0);
            switch (row.get(1)) {
                case "VERB" -> verbs.put(word, new Entry(row.get(2), row.get(3)));
                case "NOUN" -> nouns.put(word, new Entry(row.get(2), row.get(3)));
                case "STATE" -> states.put(word, new Entry(row.get(2), row.get(3)));
                case "PHRASE" -> phrases.add(new Phrase(word, row.get(2), row.get(3), row.get(4)));
                case "TALLY" -> tallies.put(word, row.get(2));
                default -> throw new IllegalArgumentException("quantity/what.txt: no class '" + row.get(1) + "'");
            }
        }
        for (List<String> row : lexicon.rows("quantity/crowd.txt")) {
            switch (row.get(0)) {
                case "be" -> present.add(row.get(1));
                case "do" -> crowdActs.add(row.get(1));
                case "drew" -> drew.add(row.get(1));
                default -> throw new IllegalArgumentException("quantity/crowd.txt: no kind '" + row.get(0) + "'");
            }
        }
        people = lexicon.words("quantity/people.txt");
    }

    boolean isPerson(Tree tree, int noun) {
        return people.contains(tree.lemma(noun)) || tree.reading(noun).name().endsWith("PER");
    }

    boolean isPersonWord(Tree tree, int noun) {
        return people.contains(tree.lemma(noun));
    }

    /** True for a word that counts itself: "deaths", "the wounded". */
    boolean countsItself(Tree tree, int noun) {
        return nouns.containsKey(tree.lemma(noun)) || states.containsKey(tree.lower(noun));
    }

    /**
     * @param carrier the word whose arc leads to the predicate: the noun, or the number itself in "hundreds of people"
     * @param noun the noun counted, or {@code carrier} when none is said
     */
    Optional<Deed> of(Tree tree, int carrier, int noun, boolean modifiers) {
        return of(tree, carrier, noun, modifiers, 0);
    }

    private Optional<Deed> of(Tree tree, int carrier, int noun, boolean modifiers, int depth) {
        if (depth > DEPTH_MAX) {
            return Optional.empty();
        }
        Entry own = nouns.get(tree.lemma(noun));
        if (modifiers && own != null && !own.of().equals("of") && !own.of().equals("itself")) {
            return Optional.of(new Deed(own.what(), noun));
        }
        Entry state = states.get(tree.lower(noun));
        if (modifiers && state != null && !tree.isRelation(noun, "amod")) {
            return Optional.of(new Deed(state.what(), noun));
        }
        if (modifiers) {
            for (int each : new int[] {noun, carrier}) {
                Optional<Deed> modified = modified(tree, each);
                if (modified.isPresent()) {
                    return modified;
                }
            }
        }
        Optional<Deed> up = upward(tree, carrier, noun, depth);
        if (up.isPresent()) {
            return up;
        }
        if (own != null && own.of().equals("itself")) {
            return Optional.of(new Deed(own.what(), noun));
        }
        return Optional.empty();
    }

    /** "wounded soldiers", "people killed in the blast", "people who were hurt", "12 dead". */
    private Optional<Deed> modified(Tree tree, int noun) {
        for (int each : tree.children(noun)) {
            if (tree.isRelation(each, "amod", "acl", "advcl", "dep")) {
                Entry state = states.get(tree.lower(each));
                boolean inverted = tree.child(each, "obj") >= 0 || tree.child(each, "nsubj") >= 0;
                if (state != null && !inverted) {
                    return Optional.of(new Deed(state.what(), each));
                }
                if (tree.isRelation(each, "acl") && tree.isClass(each, "VERB", "ADJ", "NOUN")) {
                    Optional<Deed> deed = inClause(tree, each);
                    if (deed.isPresent()) {
                        return deed;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Deed> inClause(Tree tree, int verb) {
        int subject = tree.child(verb, "nsubj");
        boolean relative = subject >= 0 && RELATIVES.contains(tree.lower(subject));
        boolean infinitive = tree.children(verb).stream()
                .anyMatch(c -> tree.isRelation(c, "mark") && tree.lower(c).equals("to"));
        if (infinitive) {
            return Optional.empty();
        }
        String role = subject >= 0
                ? (relative ? (isPassive(tree, verb) ? "object" : "subject") : "object")
                : tree.lower(verb).endsWith("ing") ? "subject" : "object";
        return atVerb(tree, verb, role, 0);
    }

    /** What {@code verb} says of its subject or object. */
    private Optional<Deed> atVerb(Tree tree, int verb, String role, int depth) {
        if (depth > DEPTH_MAX) {
            return Optional.empty();
        }
        Entry entry = verbs.get(tree.lemma(verb));
        if (entry != null && (entry.of().equals(role) || entry.of().equals("both"))) {
            return Optional.of(new Deed(entry.what(), verb));
        }
        Entry state = states.get(tree.lower(verb));
        if (state != null && role.equals("subject") && (tree.child(verb, "cop") >= 0 || !tree.isClass(verb, "VERB"))) {
            return Optional.of(new Deed(state.what(), verb));
        }
        for (Phrase phrase : phrases) {
            if (phrase.verb().equals(tree.lemma(verb))
                    && phrase.of().equals(role)
                    && tree.children(verb).stream()
                            .anyMatch(c -> tree.isRelation(c, "obj", "obl")
                                    && tree.lemma(c).equals(phrase.with()))) {
                return Optional.of(new Deed(phrase.what(), verb));
            }
        }
        // "were found dead", "are believed to have died", "left 12 people dead", "forced 12 people to flee"
        for (int each : tree.children(verb)) {
            if (tree.isRelation(each, "xcomp")) {
                String inner = isPassive(tree, each) ? "object" : "subject";
                Optional<Deed> deed = atVerb(tree, each, inner, depth + 1);
                if (deed.isPresent()) {
                    return deed;
                }
            }
        }
        for (int each : tree.children(verb)) {
            // "were shot and killed": the second verb shares the subject.
            if (tree.isRelation(each, "conj") && tree.child(each, "nsubj") < 0 && tree.child(each, "obj") < 0) {
                String inner = role.equals("object") || isPassive(tree, each) ? "object" : role;
                Optional<Deed> deed = atVerb(tree, each, inner, depth + 1);
                if (deed.isPresent()) {
                    return deed;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Deed> upward(Tree tree, int carrier, int noun, int depth) {
        int head = tree.head(carrier);
        if (head < 0 || tree.child(carrier, "cop") >= 0) {
            Optional<Deed> is = tallyOf(tree, carrier, carrier, depth);
            if (is.isPresent() || head < 0) {
                return is;
            }
        }
        Optional<Deed> found = switch (tree.relation(carrier)) {
            case "nsubj", "csubj" -> asSubject(tree, carrier, head);
            case "obj", "iobj" -> asObject(tree, carrier, noun, head);
            case "nmod" -> asPart(tree, carrier, noun, head, depth);
            case "conj", "appos", "list" ->
                isIncluded(tree, carrier)
                        ? asPart(tree, carrier, noun, head, depth)
                        : tree.isClass(head, "VERB") ? Optional.empty() : of(tree, head, head, false, depth + 1);
            default -> Optional.empty();
        };
        return found.isPresent() ? found : tallyOf(tree, carrier, head, depth);
    }

    private Optional<Deed> asSubject(Tree tree, int carrier, int head) {
        boolean passive = isPassive(tree, head);
        boolean bare = !passive
                && tree.child(head, "obj") < 0
                && !tree.lower(head).endsWith("ing")
                && tree.child(head, "aux") < 0;
        Entry entry = verbs.get(tree.lemma(head));
        String role = passive || bare && entry != null && entry.of().equals("object") ? "object" : "subject";
        return atVerb(tree, head, role, 0);
    }

    private Optional<Deed> asObject(Tree tree, int carrier, int noun, int head) {
        for (Phrase phrase : phrases) {
            if (phrase.of().equals("itself")
                    && phrase.verb().equals(tree.lemma(head))
                    && tree.lemma(noun).equals(phrase.with())) {
                return Optional.of(new Deed(phrase.what(), head));
            }
        }
        return atVerb(tree, head, "object", 0);
    }

    /** "the deaths of 12 people", "a death toll of 26", "40 people, including two women", "two of the dead". */
    private Optional<Deed> asPart(Tree tree, int carrier, int noun, int head, int depth) {
        String marker = tree.preposition(carrier);
        Entry entry = nouns.get(tree.lemma(head));
        if (marker.equals("of") || marker.equals("to")) {
            if (entry != null && !entry.of().equals("itself")) {
                return Optional.of(new Deed(entry.what(), head));
            }
            for (Phrase phrase : phrases) {
                if (phrase.verb().equals(tree.lemma(head)) && phrase.with().equals(tree.lemma(noun))) {
                    return Optional.of(new Deed(phrase.what(), head));
                }
            }
        }
        if (isIncluded(tree, carrier)) {
            return of(tree, head, head, true, depth + 1).map(deed -> new Deed(deed.what(), deed.predicate(), true));
        }
        return Optional.empty();
    }

    /** "the toll rose to 26", "stood at 26", "put the toll at 26": the figure of a tally that is the subject or object of {@code head}, or its governor. */
    private Optional<Deed> tallyOf(Tree tree, int carrier, int head, int depth) {
        boolean measure = tree.isRelation(
                        carrier, "obl", "obj", "advmod", "nmod", "root", "dep", "xcomp", "nummod", "appos", "parataxis")
                || head == carrier;
        if (!measure || tree.preposition(carrier).equals("by")) {
            return Optional.empty();
        }
        Optional<String> own = head == carrier ? Optional.empty() : tally(tree, head);
        if (own.isPresent() && tree.isRelation(carrier, "nmod", "appos", "nummod", "dep")) {
            return Optional.of(new Deed(own.get(), head));
        }
        for (int each : tree.children(head)) {
            if (each != carrier && tree.isRelation(each, "nsubj", "obj")) {
                Optional<String> what = tally(tree, each);
                if (what.isPresent()) {
                    return Optional.of(new Deed(what.get(), each));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> tally(Tree tree, int noun) {
        int compound = tree.child(noun, "compound", "amod");
        Optional<String> named = compound < 0
                ? Optional.empty()
                : Optional.ofNullable(tallies.get(tree.lemma(compound) + " " + tree.lemma(noun)));
        if (named.isPresent()) {
            return named;
        }
        String alone = tallies.get(tree.lemma(noun));
        if (alone == null) {
            return Optional.empty();
        }
        for (int each : tree.children(noun)) {
            if (tree.isRelation(each, "nmod", "compound", "amod")) {
                Entry entry = nouns.get(tree.lemma(each));
                Entry state = states.get(tree.lower(each));
                if (entry != null) {
                    return Optional.of(entry.what());
                }
                if (state != null) {
                    return Optional.of(state.what());
                }
                Optional<Deed> modified = modified(tree, each);
                if (modified.isPresent()) {
                    return modified.map(Deed::what);
                }
            }
        }
        Optional<Deed> modified = modified(tree, noun);
        if (modified.isPresent()) {
            return modified.map(Deed::what);
        }
        return alone.equals("-") ? Optional.empty() : Optional.of(alone);
    }

    /** Whether people are there, gathering or acting as a crowd; {@code part} when the number is of those who did something more. */
    Optional<Deed> crowd(Tree tree, int carrier, int noun) {
        for (int each : tree.children(noun)) {
            if (tree.isRelation(each, "acl") && tree.isClass(each, "VERB")) {
                int subject = tree.child(each, "nsubj");
                if (subject < 0 || RELATIVES.contains(tree.lower(subject))) {
                    Optional<Deed> deed = crowdVerb(tree, each);
                    if (deed.isPresent()) {
                        return deed;
                    }
                }
            }
        }
        int head = tree.head(carrier);
        if (head < 0) {
            return Optional.empty();
        }
        if (tree.isRelation(carrier, "nsubj") && tree.isClass(head, "VERB", "ADJ")) {
            return crowdVerb(tree, head);
        }
        // "60 people were at the fair", "hundreds were outside"
        if (tree.isRelation(carrier, "nsubj")
                && tree.child(head, "cop") >= 0
                && Set.of("at", "outside", "inside", "aboard", "on").contains(tree.preposition(head))) {
            return Optional.of(new Deed("present", head));
        }
        // "protests by thousands of teachers"
        if (tree.isRelation(carrier, "nmod")
                && tree.preposition(carrier).equals("by")
                && GATHERINGS.contains(tree.lemma(head))) {
            return Optional.of(new Deed("present", head));
        }
        if (tree.isRelation(carrier, "obj") && names(tree, head, drew)) {
            return Optional.of(new Deed("present", head));
        }
        if (tree.isRelation(carrier, "nmod")
                && "present".equals(tallies.get(tree.lemma(head)))
                && tree.preposition(carrier).equals("of")) {
            return Optional.of(new Deed("present", head));
        }
        boolean by =
                tree.isRelation(carrier, "obl") && tree.preposition(carrier).equals("by") && isPassive(tree, head);
        return by && names(tree, head, present) ? Optional.of(new Deed("present", head)) : Optional.empty();
    }

    private Optional<Deed> crowdVerb(Tree tree, int verb) {
        if (names(tree, verb, present)) {
            return Optional.of(new Deed("present", verb));
        }
        if (names(tree, verb, crowdActs) && !isPassive(tree, verb)) {
            return Optional.of(new Deed("present", verb, true));
        }
        for (int each : tree.children(verb)) {
            if (tree.isRelation(each, "xcomp", "conj") && tree.child(each, "nsubj") < 0 && names(tree, each, present)) {
                return Optional.of(new Deed("present", each));
            }
        }
        return Optional.empty();
    }

    /** The verb alone, or with its particle, object or preposition ("turn out", "take part", "take to the streets"). */
    private static boolean names(Tree tree, int verb, Set<String> listed) {
        String lemma = tree.lemma(verb);
        if (listed.contains(lemma)) {
            return true;
        }
        for (int each : tree.children(verb)) {
            String with = tree.isRelation(each, "compound", "obj", "advmod")
                    ? tree.lemma(each)
                    : tree.isRelation(each, "obl")
                                    && tree.children(each).stream()
                                            .anyMatch(c -> tree.lemma(c).equals("street"))
                            ? "to"
                            : tree.isRelation(each, "obl") && tree.lemma(each).equals("street")
                                    ? tree.preposition(each)
                                    : "";
            if (!with.isEmpty() && listed.contains(lemma + " " + with)) {
                return true;
            }
        }
        return false;
    }

    /** "including two women", "among them two women". */
    static boolean isIncluded(Tree tree, int carrier) {
        for (int each : tree.children(carrier)) {
            if (tree.isRelation(each, "case", "mark", "advmod")
                    && tree.lower(each).equals("including")) {
                return true;
            }
        }
        int first = tree.firstOf(carrier);
        return first > 0 && tree.lower(first - 1).equals("including")
                || tree.lower(first).equals("including")
                || first > 1
                        && tree.lower(first - 2).equals("among")
                        && tree.lower(first - 1).equals("them");
    }

    static boolean isPassive(Tree tree, int verb) {
        if (!tree.isClass(verb, "VERB", "ADJ") || tree.lower(verb).endsWith("ing")) {
            return false;
        }
        for (int each : tree.children(verb)) {
            if (tree.isRelation(each, "aux") && BE.contains(tree.lower(each))) {
                return true;
            }
        }
        return false;
    }

    boolean isState(String word) {
        return states.containsKey(word);
    }

    Optional<String> stateWhat(String word) {
        return Optional.ofNullable(states.get(word)).map(Entry::what);
    }

    Optional<String> objectWhat(String lemma) {
        Entry entry = verbs.get(lemma);
        return entry != null && entry.of().equals("object") ? Optional.of(entry.what()) : Optional.empty();
    }
}
