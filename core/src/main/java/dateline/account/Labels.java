package dateline.account;

import dateline.analysis.Analysis;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.claim.Claim;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.text.Tree;
import dateline.analysis.timex.Timex;
import dateline.reconcile.StoryReports;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import dateline.report.Span;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Words an event as a headline would: who did what to whom, from the words of its best telling. */
final class Labels {
    private static final int WORDS_MAX = 18;
    private static final int WORDS_MIN = 4;

    private final StoryReports story;

    Labels(StoryReports story) {
        this.story = story;
    }

    /** The label, and the telling it was taken from. */
    record Label(String text, Happening from, double score) {}

    Label label(Event event) {
        Label best = null;
        int looked = 0;
        for (Happening telling : event.tellings()) {
            if (looked++ == 24) {
                break;
            }
            for (Claim claim : telling.claims()) {
                Optional<Label> label = label(telling, claim);
                if (label.isPresent() && (best == null || label.get().score() > best.score())) {
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

    private Optional<Label> label(Happening telling, Claim claim) {
        Analysis analysis = story.get(telling.report());
        Tree tree = analysis.trees().get(claim.sentence());
        int predicate = predicate(tree, claim);
        Set<Integer> words = new TreeSet<>();
        boolean nominal = !tree.isClass(predicate, "VERB") && tree.child(predicate, "cop") < 0;
        if (nominal) {
            nounPhrase(tree, predicate, words, 0, true);
        } else {
            clause(analysis, tree, predicate, words);
        }
        Optional<String> subject = Optional.empty();
        double score = telling.weight();
        if (!nominal) {
            int own = tree.child(predicate, "nsubj", "csubj");
            if (own < 0 || isRelative(tree, own)) {
                if (own >= 0) {
                    words.remove(own);
                }
                Optional<Claim.Participant> agent = claim.participants().stream()
                        .filter(p -> p.role() == Claim.Role.AGENT || p.role() == Claim.Role.TARGET)
                        .filter(p -> p.head() != predicate && !words.contains(p.head()))
                        .findFirst();
                if (agent.isPresent() && agent.get().preposition().isEmpty()) {
                    Set<Integer> phrase = new TreeSet<>();
                    nounPhrase(tree, agent.get().head(), phrase, 1, true);
                    subject = Optional.of(text(analysis, tree, phrase));
                    score += 0.4;
                    if (isPronoun(tree, agent.get().head())) {
                        Optional<String> name =
                                named(analysis, claim.sentence(), agent.get().head());
                        if (name.isEmpty()) {
                            return Optional.empty();
                        }
                        subject = name;
                    }
                } else if (!tree.isClass(predicate, "ADJ")) {
                    score -= 2.0;
                }
                if (tree.lower(predicate).endsWith("ing") && subject.isPresent()) {
                    score -= 0.8;
                }
            } else if (isPronoun(tree, own)) {
                Optional<String> name = named(analysis, claim.sentence(), own);
                if (name.isEmpty()) {
                    return Optional.empty();
                }
                words.remove(own);
                subject = name;
                score += 0.1;
            } else {
                score += 0.9;
            }
        } else {
            score -= 0.9;
        }
        if (!nominal && isBare(tree, predicate)) {
            score -= 0.8;
        }
        String text = text(analysis, tree, words);
        if (subject.isPresent()) {
            text = subject.get() + " " + text;
        }
        text = headline(text);
        int length = Citations.count(text);
        if (length > 20 || length < 3) {
            return Optional.empty();
        }
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
        if (inQuotation(analysis, tree.span(predicate))) {
            score -= 0.9;
        }
        if (claim.isKnown()) {
            score += 0.3;
        }
        if (text.matches(".*\\b\\p{Lu}{4,}\\b.*\\b\\p{Lu}{4,}\\b.*")) {
            score -= 0.9;
        }
        if (text.contains("\"") || text.contains("“") || text.contains("”")) {
            score -= 0.5;
        }
        return Optional.of(new Label(text, telling, score));
    }

    /** The word that a headline about the claim turns on: the verb that its noun is subject or object of, when there is one. */
    private static int predicate(Tree tree, Claim claim) {
        int word = claim.word();
        if (!claim.nominal()) {
            // "tried to storm", "were able to climb": the trying belongs to the label.
            for (int steps = 0;
                    steps < 3
                            && tree.isRelation(word, "xcomp")
                            && tree.head(word) >= 0
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

    /** "wounded at the base": a verb that needs an object, told without one. */
    private static boolean isBare(Tree tree, int predicate) {
        return Set.of(
                                "kill",
                                "wound",
                                "injure",
                                "destroy",
                                "damage",
                                "target",
                                "attack",
                                "hit",
                                "strike",
                                "accuse",
                                "blame",
                                "arrest",
                                "detain",
                                "hurl",
                                "throw",
                                "evacuate",
                                "storm",
                                "burn")
                        .contains(tree.lemma(predicate))
                && tree.child(predicate, "obj", "ccomp", "xcomp") < 0
                && tree.children(predicate).stream()
                        .noneMatch(child -> tree.isRelation(child, "aux")
                                && tree.lemma(child).equals("be"));
    }

    private static boolean isRelative(Tree tree, int word) {
        return Set.of("who", "which", "that", "whom", "what").contains(tree.lower(word));
    }

    private static boolean isPronoun(Tree tree, int word) {
        return tree.isClass(word, "PRON")
                || tree.isClass(word, "DET")
                        && Set.of("this", "that", "these", "those").contains(tree.lower(word));
    }

    private static Optional<String> named(Analysis analysis, int sentence, int word) {
        for (Mention mention : analysis.mentions()) {
            if (mention.sentence() == sentence && mention.head() == word) {
                for (Referent referent : analysis.referents()) {
                    if (referent.mentions().contains(mention.id())
                            && referent.mentions().size() > 1) {
                        return Optional.of(referent.name());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean inQuotation(Analysis analysis, Span span) {
        for (Attribution attribution : analysis.attributions()) {
            if (attribution.quoted()
                    && attribution.post().isEmpty()
                    && attribution.content().stream().anyMatch(content -> content.contains(span))) {
                return true;
            }
        }
        return false;
    }

    /** Subject, verb group, objects and the nearest circumstances; asides, times and further clauses left out. */
    private static void clause(Analysis analysis, Tree tree, int predicate, Set<Integer> to) {
        to.add(predicate);
        for (int each : tree.children(predicate)) {
            if (tree.isRelation(each, "nsubj", "csubj")) {
                if (isPronoun(tree, each)) {
                    to.add(each);
                } else {
                    nounPhrase(tree, each, to, 1);
                }
            } else if (tree.isRelation(each, "aux", "cop", "compound", "expl", "advmod")
                    && !isTimeWord(analysis, tree, each)) {
                if (!tree.isRelation(each, "advmod") || isShortAdverb(tree, each)) {
                    for (int i = tree.firstOf(each); i <= tree.lastOf(each); i++) {
                        to.add(i);
                    }
                }
            } else if (tree.isRelation(each, "obj", "iobj")) {
                nounPhrase(tree, each, to, 2);
            } else if (tree.isRelation(each, "xcomp")) {
                if (tree.isClass(each, "VERB")) {
                    marker(tree, each, to);
                    clause(analysis, tree, each, to);
                } else {
                    marker(tree, each, to);
                    nounPhrase(tree, each, to, 1);
                }
            } else if (tree.isRelation(each, "ccomp") && to.size() < 9) {
                marker(tree, each, to);
                clause(analysis, tree, each, to);
            }
        }
        for (int each : tree.children(predicate)) {
            if (tree.isRelation(each, "obl")
                    && each > predicate
                    && !isTimeWord(analysis, tree, each)
                    && to.size() + (tree.lastOf(each) - tree.firstOf(each)) <= WORDS_MAX) {
                nounPhrase(tree, each, to, 1);
            }
        }
        for (int each : tree.children(predicate)) {
            if (tree.isRelation(each, "advcl")
                    && each > predicate
                    && tree.lower(each).endsWith("ing")
                    && tree.child(each, "mark", "ccomp", "parataxis") < 0
                    && to.size() + Math.min(8, tree.lastOf(each) - tree.firstOf(each)) <= WORDS_MAX - 2) {
                Set<Integer> result = new TreeSet<>();
                clause(analysis, tree, each, result);
                if (to.size() + result.size() <= WORDS_MAX) {
                    to.addAll(result);
                }
            }
        }
    }

    private static void marker(Tree tree, int word, Set<Integer> to) {
        int mark = tree.child(word, "mark");
        if (mark >= 0) {
            to.add(mark);
        }
    }

    private static boolean isShortAdverb(Tree tree, int word) {
        return tree.lastOf(word) == tree.firstOf(word)
                && Set.of("not", "n't", "n’t", "never", "out", "down", "up", "back", "off", "away", "over")
                        .contains(tree.lower(word));
    }

    private static boolean isTimeWord(Analysis analysis, Tree tree, int word) {
        for (Timex timex : analysis.timexes()) {
            if (timex.sentence() == tree.sentence().index() && timex.span().overlaps(tree.span(word))) {
                return true;
            }
        }
        return false;
    }

    /** A noun with what makes it clear: {@code depth} tells how many further "of/in/against ..." phrases may hang on it. */
    private static void nounPhrase(Tree tree, int head, Set<Integer> to, int depth) {
        nounPhrase(tree, head, to, depth, false);
    }

    private static void nounPhrase(Tree tree, int head, Set<Integer> to, int depth, boolean top) {
        to.add(head);
        for (int each : tree.children(head)) {
            if (tree.isRelation(each, "case", "advmod") && top) {
                continue;
            }
            if (tree.isRelation(
                            each, "det", "amod", "compound", "nummod", "flat", "case", "fixed", "advmod", "cop", "aux")
                    || tree.isRelation(each, "nmod") && each < head) {
                for (int i = tree.firstOf(each); i <= tree.lastOf(each); i++) {
                    to.add(i);
                }
            } else if (tree.isRelation(each, "nmod") && depth >= 0 && tree.lastOf(each) - tree.firstOf(each) <= 9) {
                nounPhrase(tree, each, to, depth - 1);
            } else if (tree.isRelation(each, "conj")
                    && tree.isClass(each, "NOUN", "PROPN", "NUM")
                    && tree.lastOf(each) - tree.firstOf(each) <= 7) {
                for (int between = head + 1; between < each; between++) {
                    if (tree.head(between) == each && tree.isRelation(between, "cc", "punct")) {
                        to.add(between);
                    }
                }
                nounPhrase(tree, each, to, depth - 1);
            } else if (tree.isRelation(each, "appos")
                    && tree.isClass(each, "PROPN")
                    && tree.lastOf(each) - tree.firstOf(each) <= 3) {
                for (int i = tree.firstOf(each); i <= tree.lastOf(each); i++) {
                    to.add(i);
                }
            }
        }
    }

    /** The chosen words with the blanks they have in the report; a dropped stretch becomes one blank. */
    private static String text(Analysis analysis, Tree tree, Set<Integer> words) {
        StringBuilder text = new StringBuilder();
        int last = -2;
        for (int word : words) {
            String form = tree.form(word);
            if (text.length() > 0) {
                boolean glued = last == word - 1
                        && tree.span(last).end() == tree.span(word).begin();
                if (!glued) {
                    text.append(' ');
                }
            }
            text.append(form);
            last = word;
        }
        return text.toString().replaceAll("\\s+", " ");
    }

    private static String headline(String text) {
        String clean = text.replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^[,;:\\-–— .]+", "")
                .replaceAll("[,;:\\-–— ]+$", "")
                .replaceAll(" ([,.;:])", "$1");
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
