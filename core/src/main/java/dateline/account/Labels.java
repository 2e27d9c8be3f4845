package dateline.account;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.claim.Claim;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.text.Inflections;
import dateline.analysis.text.Tree;
import dateline.analysis.timex.Timex;
import dateline.reconcile.StoryReports;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import dateline.report.Span;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Words an event as a headline would: who did what to whom, from the words of its best telling. A pronoun as subject gives way
 * to the name it stands for, and a participle or infinitive that tells what happened becomes a finite verb ("..., criticizing the bank" is "She
 * criticized the bank").
 */
final class Labels {
    private static final int WORDS_MAX = 18;
    private static final int WORDS_MIN = 4;
    private static final int TELLINGS_MAX = 24;
    private static final Map<String, String> THIRD_PERSON = Map.of(
            "'m", "is", "’m", "is", "am", "is", "'ve", "has", "’ve", "has", "'re", "is", "’re", "is", "have", "has",
            "are", "is");

    /** Adverbs without which a clause says something else, or too little. */
    private static final Set<String> SHORT_ADVERBS = Set.of(
            "not",
            "n't",
            "n’t",
            "never",
            "out",
            "down",
            "up",
            "back",
            "off",
            "away",
            "over",
            "outside",
            "inside",
            "indoors",
            "home",
            "abroad",
            "ashore",
            "aboard",
            "overboard",
            "underground",
            "together",
            "apart",
            "forward",
            "again",
            "alive",
            "non");

    private final StoryReports story;
    private final Inflections inflections;
    private final Set<String> needsObject;

    Labels(StoryReports story, Lexicon lexicon) {
        this.story = story;
        inflections = new Inflections(lexicon);
        needsObject = lexicon.words("claim/needs-object.txt");
    }

    /**
     * The label, and the telling it was taken from.
     *
     * @param score how good a headline it is; below {@link #POOR} it is a fragment no reader could use
     */
    record Label(String text, Happening from, double score) {
        static final double POOR = -0.7;
    }

    /** The best label of an event that is none of {@code used}. */
    Label label(Event event, Set<String> used) {
        Label best = null;
        int looked = 0;
        for (Happening telling : event.tellings()) {
            if (looked++ == TELLINGS_MAX) {
                break;
            }
            for (Claim claim : telling.claims()) {
                if (claim.polarity() != telling.claim().polarity()
                        || claim.modality() != telling.claim().modality()) {
                    continue;
                }
                Optional<Label> label = new Wording(telling, claim).label();
                if (label.isPresent()
                        && !used.contains(label.get().text())
                        && (best == null || label.get().score() > best.score())) {
                    best = label.get();
                }
            }
        }
        if (best != null) {
            return best;
        }
        Happening first = event.tellings().get(0);
        Analysis analysis = story.get(first.report());
        Tree tree = analysis.trees().get(first.claim().sentence());
        return new Label(
                headline(tree.words(
                        tree.firstOf(first.claim().word()),
                        Math.min(
                                tree.lastOf(first.claim().word()),
                                tree.firstOf(first.claim().word()) + WORDS_MAX - 1))),
                first,
                -10);
    }

    /** One claim being put into words; {@code words} holds the chosen words by place, each as it shall stand. */
    private final class Wording {
        private final Happening telling;
        private final Claim claim;
        private final Analysis analysis;
        private final Tree tree;
        private final Map<Integer, String> words = new TreeMap<>();
        private double score;

        Wording(Happening telling, Claim claim) {
            this.telling = telling;
            this.claim = claim;
            analysis = story.get(telling.report());
            tree = analysis.trees().get(claim.sentence());
            score = telling.weight();
        }

        Optional<Label> label() {
            int predicate = predicate();
            boolean nominal = !tree.isClass(predicate, "VERB") && tree.child(predicate, "cop") < 0;
            String before = "";
            if (nominal) {
                nounPhrase(predicate, 0, true);
                score -= 0.9;
            } else {
                clause(predicate);
                int own = subject(predicate);
                if (own >= 0 && isRelative(own)) {
                    words.remove(own);
                    own = -1;
                }
                Optional<String> subject;
                int subjectHead = own;
                if (own >= 0 && isPronoun(own)) {
                    // Persons are found again with fair certainty; "it" and "they" too often turn out to be another's.
                    boolean person = Set.of("he", "she", "i", "who").contains(tree.lower(own));
                    subject = person ? named(own, true) : speaker(predicate, own);
                    if (person && subject.isEmpty()) {
                        return Optional.empty();
                    }
                    if (subject.isPresent()) {
                        words.remove(own);
                        score += 0.1;
                        thirdPerson(predicate, own);
                    } else {
                        score -= 0.6;
                    }
                } else if (own >= 0) {
                    subject = Optional.empty();
                    score += 0.9;
                } else {
                    Optional<Claim.Participant> agent = agent(predicate);
                    subject = agent.flatMap(each -> nameOrPhrase(each.head()));
                    if (agent.isPresent() && subject.isEmpty()) {
                        return Optional.empty();
                    }
                    subjectHead = agent.map(Claim.Participant::head).orElse(-1);
                    score += agent.isPresent() ? 0.4 : tree.isClass(predicate, "ADJ") ? 0 : -2.0;
                }
                if (own >= 0 || subject.isPresent()) {
                    makeFinite(predicate, own, subjectHead);
                }
                before = subject.map(name -> name + " ").orElse("");
                if (needsObject(predicate)) {
                    score -= 0.8;
                }
                weighPronouns(subjectHead);
            }
            String worded = headline(before + text());
            String text = title(predicate).orElse(worded);
            int length = Citations.count(text);
            if (length > 20 || length < 3) {
                return Optional.empty();
            }
            if (before.isEmpty() && !nominal) {
                int first = words.keySet().iterator().next();
                score -= tree.isClass(first, "AUX", "CCONJ", "SCONJ", "PART") ? 2.0 : 0;
            }
            grade(text, length, predicate);
            return Optional.of(new Label(text, telling, score));
        }

        /** A headline whose main word this is needs no rewording: it is one. Only what comes after a semicolon or bar is left out. */
        private Optional<String> title(int predicate) {
            Optional<Span> headline = analysis.segmented().layout().headline();
            if (headline.isEmpty()
                    || !headline.get().contains(tree.span(0, tree.size() - 1))
                    || tree.root() != predicate) {
                return Optional.empty();
            }
            String text = headline(tree.words(0, tree.size() - 1).replaceFirst("\\s*(?:;|\\s[|]\\s).*$", ""));
            int length = Citations.count(text);
            return length >= WORDS_MIN && length <= 14 ? Optional.of(text) : Optional.empty();
        }

        private void grade(String text, int length, int predicate) {
            if (length < WORDS_MIN + 1) {
                score -= 0.6;
            }
            if (claim.participants().stream().anyMatch(p -> p.role() == Claim.Role.TARGET)) {
                score += 0.4;
            }
            if (claim.participants().stream().anyMatch(p -> p.role() == Claim.Role.PLACE)) {
                score += 0.2;
            }
            if (claim.participants().stream()
                    .anyMatch(p -> p.referent().isPresent()
                            && analysis.referents().get(p.referent().getAsInt()).named())) {
                score += 0.3;
            }
            if (tree.sentence().post().isPresent()) {
                score -= 0.7;
            }
            if (claim.background()) {
                score -= 0.6;
            }
            if (tree.form(tree.size() - 1).equals("?")) {
                score -= 1.5;
            }
            if (inQuotation(tree.span(predicate))) {
                score -= 0.9;
            }
            if (claim.isKnown()) {
                score += 0.3;
            }
            if (text.matches(".*\\b\\p{Lu}{4,}\\b.*\\b\\p{Lu}{4,}\\b.*")) {
                score -= 0.9;
            }
            if (text.matches(".*[\"“”‘].*")) {
                score -= 0.5;
            }
        }

        /** The word that a headline about the claim turns on: the verb that its noun is subject or object of, when there is one. */
        private int predicate() {
            int word = claim.word();
            if (!claim.nominal()) {
                // "tried to storm", "were able to climb": the trying belongs to the label.
                for (int steps = 0;
                        steps < 3
                                && tree.isRelation(word, "xcomp")
                                && tree.head(word) >= 0
                                && tree.child(word, "nsubj") < 0
                                && (tree.isClass(tree.head(word), "VERB") || tree.child(tree.head(word), "cop") >= 0);
                        steps++) {
                    word = tree.head(word);
                }
                return word;
            }
            int head = tree.head(word);
            if (head >= 0 && tree.isClass(head, "VERB") && tree.isRelation(word, "obj", "nsubj")) {
                return head;
            }
            return word;
        }

        /** The last subject before the verb, else the first after it; -1 when there is none. */
        private int subject(int verb) {
            int subject = -1;
            for (int each : tree.children(verb)) {
                if (tree.isRelation(each, "nsubj", "csubj") && (subject < 0 || each < verb)) {
                    subject = each;
                }
            }
            return subject;
        }

        /** Who does it, or to whom it is done, when the clause itself has no subject. */
        private Optional<Claim.Participant> agent(int predicate) {
            return claim.participants().stream()
                    .filter(p -> p.role() == Claim.Role.AGENT || p.role() == Claim.Role.TARGET)
                    .filter(p -> p.head() != predicate && !words.containsKey(p.head()))
                    .filter(p -> p.preposition().isEmpty())
                    .findFirst();
        }

        private Optional<String> nameOrPhrase(int head) {
            if (isPronoun(head)) {
                return named(head, true);
            }
            Map<Integer, String> kept = new TreeMap<>(words);
            words.clear();
            nounPhrase(head, 1, true);
            String phrase = text();
            words.clear();
            words.putAll(kept);
            return Optional.of(phrase);
        }

        /** Gives a participle or infinitive with a subject the form of a main verb. */
        private void makeFinite(int predicate, int own, int subject) {
            if (!tree.isClass(predicate, "VERB")) {
                return;
            }
            String form = tree.lower(predicate);
            int to = marker(predicate, "to");
            boolean helped = tree.children(predicate).stream()
                    .anyMatch(each ->
                            tree.isRelation(each, "aux") && !tree.lower(each).equals("to"));
            if (helped) {
                return;
            }
            if (to >= 0) {
                if (claim.modality() == Claim.Modality.ACTUAL && own < 0) {
                    words.put(predicate, inflections.past(tree.lemma(predicate), form));
                    score -= 0.3;
                } else {
                    words.put(to, "to");
                    score -= 1.2;
                }
            } else if (form.endsWith("ing")) {
                words.put(predicate, inflections.past(tree.lemma(predicate), form));
                score -= own >= 0 ? 0.1 : 0.5;
            } else if (own < 0 && tree.isRelation(predicate, "acl", "advcl") && isParticiple(predicate, form)) {
                words.put(predicate, (isPlural(subject) ? "were " : "was ") + tree.form(predicate));
                score -= 0.2;
            } else if (own < 0 && tree.isRelation(predicate, "conj") && isParticiple(predicate, form)) {
                int passive = tree.child(tree.head(predicate), "aux");
                if (passive >= 0 && tree.lemma(passive).equals("be")) {
                    words.put(predicate, tree.lower(passive) + " " + tree.form(predicate));
                }
            } else if (form.equals(tree.lemma(predicate))
                    && subject >= 0
                    && tree.isClass(subject, "NOUN", "PROPN")
                    && !isPlural(subject)) {
                if (claim.modality() == Claim.Modality.ACTUAL) {
                    words.put(predicate, inflections.past(tree.lemma(predicate), form));
                } else {
                    words.put(predicate, "to " + tree.form(predicate));
                }
            }
        }

        /** "-ed" or "-en" forms; after a noun such a form without a subject of its own is passive. */
        private boolean isParticiple(int word, String form) {
            return !form.equals(tree.lemma(word))
                    && !form.endsWith("ing")
                    && !form.endsWith("s")
                    && tree.children(word).stream().noneMatch(this::isRelative)
                    && tree.child(word, "obj") < 0;
        }

        private boolean isPlural(int noun) {
            if (noun < 0) {
                return false;
            }
            if (tree.child(noun, "conj") >= 0
                    || Set.of("police", "people", "they", "we").contains(tree.lower(noun))) {
                return true;
            }
            int number = tree.child(noun, "nummod");
            if (number >= 0) {
                return !Set.of("one", "1").contains(tree.lower(number));
            }
            return tree.isClass(noun, "NUM")
                    || !tree.lower(noun).equals(tree.lemma(noun)) && tree.isClass(noun, "NOUN")
                    || tree.isClass(noun, "PROPN") && tree.lower(noun).endsWith("s") && tree.child(noun, "det") >= 0;
        }

        /** "I've decided", now told of a third person. */
        private void thirdPerson(int predicate, int pronoun) {
            if (!Set.of("i", "we", "you").contains(tree.lower(pronoun))) {
                return;
            }
            score -= 0.6;
            boolean helped = false;
            for (int each : tree.children(predicate)) {
                if (tree.isRelation(each, "aux", "cop")) {
                    helped = true;
                    String third = THIRD_PERSON.get(tree.lower(each));
                    if (third != null && words.containsKey(each)) {
                        words.put(each, third);
                    } else if (tree.lower(each).matches("['’]ll")) {
                        words.put(each, "will");
                    } else if (tree.lower(each).matches("['’]d")) {
                        words.put(each, "would");
                    }
                }
            }
            if (!helped && tree.lower(predicate).equals(tree.lemma(predicate))) {
                words.put(predicate, inflections.third(tree.lemma(predicate)));
            }
        }

        /**
         * Pronouns that reach outside the label make it hard to read. They stay as said: a name put in their place that turned out
         * to be another's would be a false statement.
         */
        private void weighPronouns(int subject) {
            OptionalInt owner = subject < 0 ? OptionalInt.empty() : referent(subject);
            for (int word : words.keySet()) {
                if (!tree.isClass(word, "PRON") || word == subject) {
                    continue;
                }
                String form = tree.lower(word);
                if (Set.of("i", "me", "my", "we", "us", "our", "you", "your").contains(form)) {
                    score -= 0.8;
                } else if (Set.of("his", "her", "its", "their", "him", "them", "it", "he", "she", "they")
                        .contains(form)) {
                    OptionalInt referent = referent(word);
                    boolean own = Set.of("his", "her", "its", "their").contains(form) && subject >= 0 && subject < word;
                    score -= referent.isPresent() && referent.equals(owner) ? 0.1 : own ? 0.2 : 0.5;
                }
            }
        }

        /** "Kellner said it was closing": what speaks of itself as "it" or "they" is the one that speaks. */
        private Optional<String> speaker(int predicate, int pronoun) {
            int saying = tree.head(predicate);
            if (saying < 0 || !tree.isRelation(predicate, "ccomp")) {
                return Optional.empty();
            }
            int speaker = subject(saying);
            OptionalInt said = speaker < 0 ? OptionalInt.empty() : referent(speaker);
            if (said.isEmpty() || !said.equals(referent(pronoun)) || isPronoun(speaker)) {
                return Optional.empty();
            }
            return nameOrPhrase(speaker);
        }

        private OptionalInt referent(int word) {
            for (Mention mention : analysis.mentions()) {
                if (mention.sentence() == claim.sentence() && mention.head() == word) {
                    for (Referent referent : analysis.referents()) {
                        if (referent.mentions().contains(mention.id())) {
                            return OptionalInt.of(referent.id());
                        }
                    }
                }
            }
            return OptionalInt.empty();
        }

        private Optional<String> named(int word, boolean sure) {
            OptionalInt referent = referent(word);
            return sure
                            && referent.isPresent()
                            && analysis.referents()
                                            .get(referent.getAsInt())
                                            .mentions()
                                            .size()
                                    > 1
                    ? Optional.of(analysis.referents().get(referent.getAsInt()).name())
                    : Optional.empty();
        }

        /** "wounded at the base": a verb that needs an object, told without one. */
        private boolean needsObject(int predicate) {
            return needsObject.contains(tree.lemma(predicate))
                    && tree.child(predicate, "obj", "ccomp", "xcomp") < 0
                    && !words.getOrDefault(predicate, "").matches("(was|were) .*")
                    && tree.children(predicate).stream()
                            .noneMatch(child -> tree.isRelation(child, "aux")
                                    && tree.lemma(child).equals("be"));
        }

        private boolean isRelative(int word) {
            return Set.of("who", "which", "that", "whom", "what").contains(tree.lower(word))
                    && !tree.isRelation(word, "mark", "det");
        }

        private boolean isPronoun(int word) {
            return tree.isClass(word, "PRON")
                    || tree.isClass(word, "DET")
                            && Set.of("this", "that", "these", "those").contains(tree.lower(word));
        }

        private boolean inQuotation(Span span) {
            for (Attribution attribution : analysis.attributions()) {
                if (attribution.quoted()
                        && attribution.post().isEmpty()
                        && attribution.content().stream().anyMatch(content -> content.contains(span))) {
                    return true;
                }
            }
            return false;
        }

        private void add(int word) {
            words.putIfAbsent(word, tree.form(word));
        }

        private void addAll(int word) {
            for (int i = tree.firstOf(word); i <= tree.lastOf(word); i++) {
                add(i);
            }
        }

        /** Subject, verb group, objects and the nearest circumstances; asides, times and further clauses left out. */
        private void clause(int predicate) {
            add(predicate);
            for (int each : tree.children(predicate)) {
                if (tree.isRelation(each, "nsubj", "csubj") && each != subject(predicate)) {
                    continue; // a second subject is another verb's
                } else if (tree.isRelation(each, "nsubj", "csubj")) {
                    if (isPronoun(each)) {
                        add(each);
                    } else {
                        nounPhrase(each, 1, false);
                    }
                } else if (tree.isRelation(each, "aux", "cop", "compound", "expl", "advmod") && !isTimeWord(each)) {
                    if (!tree.isRelation(each, "advmod") || isShortAdverb(each)) {
                        addAll(each);
                    }
                } else if (tree.isRelation(each, "mark") && tree.lower(each).equals("to")) {
                    if (tree.children(predicate).stream().anyMatch(aux -> tree.isRelation(aux, "aux") && aux < each)) {
                        add(each); // "is to be held"
                    }
                } else if (tree.isRelation(each, "obj", "iobj")) {
                    nounPhrase(each, 2, false);
                } else if (tree.isRelation(each, "xcomp")) {
                    mark(each);
                    if (tree.isClass(each, "VERB") || tree.child(each, "cop") >= 0) {
                        clause(each);
                    } else {
                        nounPhrase(each, 1, false);
                    }
                } else if (tree.isRelation(each, "ccomp") && words.size() < 9) {
                    mark(each);
                    clause(each);
                }
            }
            for (int each : tree.children(predicate)) {
                if (tree.isRelation(each, "obl")
                        && each > predicate
                        && !isTimeWord(each)
                        && !tree.preposition(each).equals("according")
                        && words.size() + (tree.lastOf(each) - tree.firstOf(each)) <= WORDS_MAX) {
                    nounPhrase(each, 1, false);
                }
            }
            for (int each : tree.children(predicate)) {
                if (tree.isRelation(each, "advcl")
                        && each > predicate
                        && tree.lower(each).endsWith("ing")
                        && tree.child(each, "mark", "ccomp", "parataxis") < 0
                        && words.size() + Math.min(8, tree.lastOf(each) - tree.firstOf(each)) <= WORDS_MAX - 2) {
                    Map<Integer, String> kept = new TreeMap<>(words);
                    clause(each);
                    if (words.size() > WORDS_MAX) {
                        words.keySet().retainAll(kept.keySet());
                    } else if (each - 1 > 0 && tree.form(tree.firstOf(each) - 1).equals(",")) {
                        add(tree.firstOf(each) - 1);
                    }
                }
            }
        }

        private void mark(int word) {
            int mark = tree.child(word, "mark");
            if (mark >= 0) {
                add(mark);
            }
        }

        private int marker(int word, String form) {
            for (int each : tree.children(word)) {
                if (tree.isRelation(each, "mark", "aux") && tree.lower(each).equals(form)) {
                    return each;
                }
            }
            return -1;
        }

        private boolean isShortAdverb(int word) {
            return tree.lastOf(word) == tree.firstOf(word) && SHORT_ADVERBS.contains(tree.lower(word));
        }

        private boolean isTimeWord(int word) {
            for (Timex timex : analysis.timexes()) {
                if (timex.sentence() == tree.sentence().index() && timex.span().overlaps(tree.span(word))) {
                    return true;
                }
            }
            return false;
        }

        /**
         * A noun with what makes it clear: {@code depth} tells how many further "of/in/against ..." phrases may hang on it; on
         * {@code top} its own preposition is left out.
         */
        private void nounPhrase(int head, int depth, boolean top) {
            add(head);
            // "16-year-old": what is written as one word stays one.
            for (int i = head; i > 0 && tree.span(i - 1).end() == tree.span(i).begin(); i--) {
                if (Character.isLetterOrDigit(tree.form(i - 1).codePointAt(0))
                        || tree.form(i - 1).equals("-")) {
                    add(i - 1);
                } else {
                    break;
                }
            }
            int marker = top ? tree.child(head, "case") : -1;
            for (int each : tree.children(head)) {
                // "two days after the loss": without its "after", the loss stands without its "two days" too.
                if (top && (tree.isRelation(each, "case", "advmod") || each < marker)) {
                    continue;
                }
                if (tree.isRelation(
                                each,
                                "det",
                                "amod",
                                "compound",
                                "nummod",
                                "flat",
                                "case",
                                "fixed",
                                "advmod",
                                "cop",
                                "aux")
                        || tree.isRelation(each, "nmod") && each < head) {
                    addAll(each);
                } else if (tree.isRelation(each, "nmod") && depth >= 0 && tree.lastOf(each) - tree.firstOf(each) <= 9) {
                    nounPhrase(each, depth - 1, false);
                } else if (tree.isRelation(each, "conj")
                        && tree.isClass(each, "NOUN", "PROPN", "NUM")
                        && tree.lastOf(each) - tree.firstOf(each) <= 7) {
                    for (int between = tree.firstOf(each) - 1; between < each; between++) {
                        if (between > head
                                && (tree.isClass(between, "CCONJ")
                                        || tree.form(between).equals(","))) {
                            add(between);
                        }
                    }
                    nounPhrase(each, depth - 1, false);
                } else if (tree.isRelation(each, "appos")
                        && tree.isClass(each, "PROPN")
                        && tree.lastOf(each) - tree.firstOf(each) <= 3) {
                    addAll(each);
                    int after = tree.lastOf(each) + 1;
                    if (after < tree.size() && tree.form(after).equals(",")) {
                        add(after);
                    }
                }
            }
        }

        /** The chosen words with the blanks they have in the report; a dropped stretch becomes one blank. */
        private String text() {
            StringBuilder text = new StringBuilder();
            int last = -2;
            for (Map.Entry<Integer, String> entry : words.entrySet()) {
                int word = entry.getKey();
                boolean glued = last == word - 1
                        && tree.span(last).end() == tree.span(word).begin()
                        && Character.isLetterOrDigit(tree.form(word).codePointAt(0))
                                == Character.isLetterOrDigit(entry.getValue().codePointAt(0));
                if (text.length() > 0 && !glued) {
                    text.append(' ');
                }
                text.append(entry.getValue());
                last = word;
            }
            return text.toString().replaceAll("\\s+", " ");
        }
    }

    private static String headline(String text) {
        String clean = text.replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^[,;:\\-–— ]+", "")
                .replaceAll("^\\.(?!\\d)[. ]*", "")
                .replaceAll("[,;:\\-–— ]+$", "")
                .replaceAll(" ([,.;:])(?!\\d)", "$1")
                .replaceAll("(?<=[\\p{L}\\d]) ?- (?=[\\p{L}\\d])", "-")
                .replaceAll("(?:- ?)+-", "–");
        if (clean.isEmpty()) {
            return clean;
        }
        int first = clean.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(first))
                .append(clean.substring(Character.charCount(first)))
                .toString();
    }
}
