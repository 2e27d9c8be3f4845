package dateline.analysis.mention;

import dateline.analysis.mention.Mention.Kind;
import dateline.analysis.mention.Mention.Type;
import dateline.analysis.text.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Noun phrases that describe people, bodies and places without naming them, and pronouns that may stand for them. */
final class DescriptionFinder {
    private static final Set<String> AMOUNTS = Set.of(
            "dozen",
            "dozens",
            "hundred",
            "hundreds",
            "thousand",
            "thousands",
            "scores",
            "score",
            "tens",
            "million",
            "millions",
            "number",
            "handful",
            "couple",
            "majority",
            "most",
            "some",
            "many",
            "several",
            "all",
            "none",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "more",
            "half",
            "both",
            "few",
            "rest",
            "lot",
            "lots",
            "others");
    private static final Set<String> CLUSTERS =
            Set.of("group", "crowd", "mob", "throng", "band", "team", "gang", "crew", "party", "stream", "wave");
    private static final Set<String> OF_OR_FOR = Set.of("of", "for");
    private static final Set<String> LOCATIVE = Set.of(
            "in",
            "at",
            "near",
            "outside",
            "inside",
            "around",
            "into",
            "from",
            "to",
            "toward",
            "towards",
            "on",
            "across",
            "through",
            "within",
            "throughout");
    private static final Set<String> PRONOUNS = Set.of(
            "he",
            "him",
            "his",
            "himself",
            "she",
            "her",
            "hers",
            "herself",
            "they",
            "them",
            "their",
            "theirs",
            "themselves",
            "it",
            "its",
            "itself",
            "who",
            "whom",
            "whose",
            "which",
            "that",
            "i",
            "me",
            "my",
            "mine",
            "myself",
            "we",
            "us",
            "our",
            "ours",
            "ourselves");
    private static final int WORDS_MAX = 14;

    private final Vocabulary vocabulary;

    DescriptionFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Draft> find(Tree tree, List<Draft> names) {
        List<Draft> found = new ArrayList<>();
        boolean[] taken = new boolean[tree.size()];
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isClass(i, "PRON", "DET")
                    && PRONOUNS.contains(tree.lower(i))
                    && !tree.form(i).equals("US")) {
                pronoun(tree, i, found);
            }
            if (taken[i]) {
                continue;
            }
            int word = i;
            if (names.stream().anyMatch(name -> !name.author && name.covers(word))) {
                continue;
            }
            if (tree.isClass(i, "NOUN", "NUM", "ADJ", "DET", "PRON") && isAmount(tree, i)) {
                int of = partOf(tree, i);
                Optional<Type> sort = of > i && !isNamed(names, of) ? type(tree, of) : Optional.empty();
                if (sort.isPresent()) {
                    taken[of] = true;
                    Draft draft = describe(tree, i, of, sort.get());
                    if (CLUSTERS.contains(tree.lemma(i)) || CLUSTERS.contains(tree.lower(i))) {
                        draft.noun = draft.part ? singular(tree, i) : singular(tree, of);
                        draft.type = Type.GROUP;
                    } else if (tree.lower(i).matches("one|neither|each|another")) {
                        draft.type = sort.get() == Type.GROUP ? Type.PERSON : sort.get();
                        draft.number = Draft.Number.ONE;
                    } else if (draft.part) {
                        draft.noun = "";
                    }
                    found.add(draft);
                    continue;
                }
            }
            if (!tree.isClass(i, "NOUN", "PROPN")
                    || tree.isRelation(i, "compound", "fixed", "flat", "goeswith", "amod")) {
                continue;
            }
            Optional<Type> type = type(tree, i);
            if (type.isPresent() && !isPartOfName(tree, i)) {
                found.add(describe(tree, i, i, type.get()));
            }
        }
        return found;
    }

    /** "Mr. Sellers" that the model did not tag: a capital inside a sentence, without a determiner, is a name. */
    private boolean isPartOfName(Tree tree, int word) {
        if (!tree.isClass(word, "PROPN")
                || !Character.isUpperCase(tree.form(word).codePointAt(0))
                || !vocabulary.persons.contains(singular(tree, word))) {
            return false;
        }
        boolean titled = tree.children(word).stream()
                .anyMatch(each -> each < word
                        && vocabulary.titles.contains(tree.lower(each))
                        && tree.isRelation(each, "compound"));
        return titled || word > 0 && tree.child(word, "det") < 0 && !vocabulary.titles.contains(tree.lower(word));
    }

    private static boolean isNamed(List<Draft> names, int word) {
        return names.stream().anyMatch(name -> !name.author && name.covers(word));
    }

    private static boolean isAmount(Tree tree, int word) {
        return AMOUNTS.contains(tree.lower(word))
                || CLUSTERS.contains(tree.lower(word))
                || CLUSTERS.contains(tree.lemma(word));
    }

    private static int partOf(Tree tree, int word) {
        for (int each : tree.children(word)) {
            if (each > word
                    && tree.isRelation(each, "nmod", "obl")
                    && tree.preposition(each).equals("of")
                    && tree.isClass(each, "NOUN")) {
                return each;
            }
        }
        return -1;
    }

    /** What a noun stands for; empty when it is no actor and no place. */
    private Optional<Type> type(Tree tree, int word) {
        String lemma = singular(tree, word);
        String lower = tree.lower(word);
        if (vocabulary.sites.containsKey(lemma)) {
            boolean also = vocabulary.bodies.containsKey(lemma) && !"site".equals(vocabulary.bodies.get(lemma));
            boolean stateActing =
                    lemma.equals("state") && tree.preposition(word).isEmpty() && !tree.isRelation(word, "obj");
            if (also && !LOCATIVE.contains(tree.preposition(word)) && !stateActing) {
                return Optional.of(Type.ORGANIZATION);
            }
            return Optional.of(Type.PLACE);
        }
        if (vocabulary.groups.contains(lower)) {
            return Optional.of(lower.equals("police") ? Type.ORGANIZATION : Type.GROUP);
        }
        if (vocabulary.bodies.containsKey(lemma)) {
            return Optional.of(Type.ORGANIZATION);
        }
        if (vocabulary.persons.contains(lemma)) {
            return Optional.of(isPlural(tree, word) ? Type.GROUP : Type.PERSON);
        }
        return Optional.empty();
    }

    /** The dictionary form; where the lemmatiser left a plural, its ending taken off. */
    String singular(Tree tree, int word) {
        String lemma = tree.lemma(word);
        if (known(lemma)) {
            return lemma;
        }
        String lower = tree.lower(word);
        for (String tried : List.of(
                lower,
                lower.endsWith("ies") ? lower.substring(0, lower.length() - 3) + "y" : lower,
                lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower,
                lower.endsWith("es") ? lower.substring(0, lower.length() - 2) : lower,
                lower.endsWith("men") ? lower.substring(0, lower.length() - 2) + "an" : lower)) {
            if (known(tried)) {
                return tried;
            }
        }
        return lemma;
    }

    private boolean known(String noun) {
        return vocabulary.persons.contains(noun)
                || vocabulary.bodies.containsKey(noun)
                || vocabulary.sites.containsKey(noun)
                || vocabulary.groups.contains(noun);
    }

    private boolean isPlural(Tree tree, int word) {
        String lower = tree.lower(word);
        String lemma = singular(tree, word);
        return vocabulary.groups.contains(lower)
                || !lower.equals(lemma) && lower.matches(".*(s|men|women|children|people)");
    }

    private Draft describe(Tree tree, int head, int noun, Type type) {
        int first = head;
        int last = Math.max(end(tree, head), noun == head ? head : end(tree, noun));
        Draft draft = new Draft(tree, Kind.DESCRIPTION, type, head, head, head);
        for (int each : tree.children(noun)) {
            if (each >= noun) {
                continue;
            }
            if (tree.isRelation(each, "det")) {
                determine(draft, tree.lower(each), noun != head);
            } else if (tree.isRelation(each, "nmod") && (tree.isClass(each, "PRON") || isGenitive(tree, each))) {
                draft.owned = true;
                draft.modifiers.add(tree.lower(each));
                if (noun == head) {
                    first = Math.min(first, tree.isClass(each, "PRON") ? each : withoutDeterminer(tree, each));
                }
            } else if (tree.isRelation(each, "amod", "compound", "nummod", "flat", "nmod", "advmod")) {
                draft.modifiers.add(tree.lower(each));
                if (tree.isRelation(each, "compound")) {
                    draft.compounds.add(tree.lower(each));
                }
                if (noun == head) {
                    first = Math.min(first, withoutDeterminer(tree, each));
                }
            }
        }
        if (noun != head) {
            for (int each : tree.children(head)) {
                if (each < head && tree.isRelation(each, "amod", "nummod", "compound", "advmod")) {
                    first = Math.min(first, tree.firstOf(each));
                }
                if (each < head && tree.isRelation(each, "det")) {
                    determine(draft, tree.lower(each), false);
                }
            }
            draft.indefinite = true;
            draft.definite = false;
        }
        while (first < head && tree.isClass(first, "DET", "PUNCT")) {
            first++;
        }
        if (last - first >= WORDS_MAX) {
            last = Math.max(noun, head);
            first = Math.max(first, last - WORDS_MAX + 1);
        }
        for (int i = first; i < head; i++) {
            // A bracket that opened before the phrase: "... (ORC) members".
            if (tree.form(i).matches("[()\\[\\]\"“”]")) {
                first = i + 1;
            }
        }
        draft.first = first;
        draft.last = last;
        draft.span = tree.span(first, last);
        draft.noun = singular(tree, noun);
        draft.number = isPlural(tree, noun) ? Draft.Number.MANY : Draft.Number.ONE;
        if (type == Type.GROUP) {
            draft.number = Draft.Number.MANY;
        }
        draft.gender = gender(draft);
        return draft;
    }

    private static void determine(Draft draft, String determiner, boolean inner) {
        switch (determiner) {
            case "the", "this", "that", "these", "those", "both" -> {
                if (inner) {
                    draft.part = true;
                } else {
                    draft.definite = true;
                }
            }
            case "a", "an", "another", "some", "any", "no", "each", "every", "several", "many" ->
                draft.indefinite = true;
            default -> draft.modifiers.add(determiner.toLowerCase(Locale.ROOT));
        }
    }

    private Draft.Gender gender(Draft draft) {
        if (draft.type != Type.PERSON) {
            return Draft.Gender.UNKNOWN;
        }
        if (vocabulary.female.contains(draft.noun)) {
            return Draft.Gender.FEMALE;
        }
        return vocabulary.male.contains(draft.noun) ? Draft.Gender.MALE : Draft.Gender.UNKNOWN;
    }

    private static boolean isGenitive(Tree tree, int word) {
        return tree.children(word).stream().anyMatch(each -> tree.form(each).matches("['’]s?"));
    }

    private static int withoutDeterminer(Tree tree, int word) {
        int first = tree.firstOf(word);
        while (first < word && tree.isClass(first, "DET")) {
            first++;
        }
        return first;
    }

    /** Where the phrase ends: with what follows "of" or "for", but no clause. */
    private static int end(Tree tree, int head) {
        int last = head;
        for (int each : tree.children(head)) {
            if (each > head && tree.isRelation(each, "flat", "compound", "fixed")) {
                last = Math.max(last, each);
            }
        }
        for (int each : tree.children(head)) {
            if (each > last
                    && each - last <= 5
                    && tree.isRelation(each, "nmod")
                    && OF_OR_FOR.contains(tree.preposition(each))) {
                last = Math.max(last, end(tree, each));
            }
        }
        return last;
    }

    private static void pronoun(Tree tree, int word, List<Draft> found) {
        String lower = tree.lower(word);
        if ((lower.equals("that") || lower.equals("which")) && !isRelative(tree, word)) {
            return;
        }
        if (lower.equals("it") && isEmpty(tree, word)) {
            return;
        }
        boolean many = lower.matches("they|them|their|theirs|themselves|we|us|our|ours|ourselves");
        boolean person = lower.matches("he|him|his|himself|she|her|hers|herself|who|whom|i|me|my|mine|myself");
        Type type = person ? Type.PERSON : many ? Type.GROUP : Type.ORGANIZATION;
        Draft draft = new Draft(tree, Kind.PRONOUN, type, word, word, word);
        draft.noun = lower;
        draft.number = many
                ? Draft.Number.MANY
                : lower.matches("who|whom|whose|which|that") ? Draft.Number.UNKNOWN : Draft.Number.ONE;
        draft.gender = lower.matches("she|her|hers|herself")
                ? Draft.Gender.FEMALE
                : lower.matches("he|him|his|himself") ? Draft.Gender.MALE : Draft.Gender.UNKNOWN;
        draft.definite = true;
        found.add(draft);
    }

    static boolean isRelative(Tree tree, int word) {
        return antecedent(tree, word) >= 0;
    }

    /** The word that a relative pronoun's clause hangs on, or -1. */
    static int antecedent(Tree tree, int word) {
        int up = word;
        for (int steps = 0; steps < tree.size() && up >= 0; steps++) {
            if (tree.isRelation(up, "acl")) {
                int head = tree.head(up);
                return head >= 0 && head < word && tree.isClass(head, "NOUN", "PROPN", "PRON", "NUM") ? head : -1;
            }
            if (up != word && tree.isRelation(up, "ccomp", "xcomp", "advcl", "parataxis", "root")) {
                return -1;
            }
            up = tree.head(up);
        }
        return -1;
    }

    /** "It is unclear whether", "it was raining": no one is meant. */
    private static boolean isEmpty(Tree tree, int word) {
        if (tree.isRelation(word, "expl")) {
            return true;
        }
        int head = tree.head(word);
        if (head < 0) {
            return false;
        }
        boolean clause = tree.children(head).stream()
                .anyMatch(each -> tree.isRelation(each, "csubj", "ccomp", "xcomp", "advcl") && each > head);
        boolean copula = tree.child(head, "cop") >= 0;
        return copula && tree.isClass(head, "ADJ") && clause
                || Set.of("seem", "appear", "rain", "snow", "happen").contains(tree.lemma(head))
                || copula
                        && tree.isClass(head, "NOUN")
                        && Set.of("time", "day", "week", "month", "year", "thing", "case", "way")
                                .contains(tree.lemma(head));
    }
}
