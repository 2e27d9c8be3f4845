package dateline.analysis.mention;

import dateline.analysis.mention.Mention.Kind;
import dateline.analysis.mention.Mention.Type;
import dateline.analysis.text.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a report says outright about names: that two are one ("better known as", brackets), or that two are not. */
final class Statements {
    private static final int REACH_WORDS = 9;

    private final Vocabulary vocabulary;
    private final List<Tree> trees;
    private final List<Draft> drafts;

    /** Two mentions said to be one; {@code bracket} when the second stands in brackets behind the first. */
    record Alias(Draft one, Draft other, boolean bracket) {}

    Statements(Vocabulary vocabulary, List<Tree> trees, List<Draft> drafts) {
        this.vocabulary = vocabulary;
        this.trees = trees;
        this.drafts = drafts;
    }

    List<Linker.ApartNames> apart() {
        List<Linker.ApartNames> found = new ArrayList<>();
        for (Tree tree : trees) {
            for (List<String> phrase : vocabulary.apart) {
                for (int i = 0; i < tree.size(); i++) {
                    int end = match(tree, i, phrase, 3);
                    if (end < 0) {
                        continue;
                    }
                    Optional<Draft> before = before(tree, i);
                    Optional<Draft> after = after(tree, end);
                    if (before.isEmpty() || after.isEmpty()) {
                        continue;
                    }
                    Draft left = before.get();
                    Draft right = after.get();
                    if (left != right
                            && comparable(tree, left, right)
                            && found.stream().noneMatch(each -> each.one() == left && each.other() == right)) {
                        found.add(new Linker.ApartNames(left, right, tree.span(left.first, right.last)));
                    }
                }
            }
        }
        return found;
    }

    /** Bodies differ from bodies and persons from persons; "differs from Inga's account" says nothing of Inga. */
    private static boolean comparable(Tree tree, Draft left, Draft right) {
        boolean genitive =
                right.last + 1 < tree.size() && tree.form(right.last + 1).matches("['’]s?");
        boolean bodies = left.type != Type.PERSON
                && left.type != Type.PLACE
                && right.type != Type.PERSON
                && right.type != Type.PLACE;
        return !genitive
                && (bodies
                        || left.type == right.type && left.isName()
                        || left.type == Type.PERSON
                                && right.type != Type.PLACE
                                && left.last > left.first
                                && right.type != Type.PERSON);
    }

    List<Alias> aliases() {
        List<Alias> found = new ArrayList<>();
        for (Tree tree : trees) {
            List<Draft> names = drafts.stream()
                    .filter(each -> each.tree == tree && each.isName() && !each.author)
                    .toList();
            for (Draft name : names) {
                bracket(tree, name, names, found);
            }
            for (List<String> phrase : vocabulary.alias) {
                for (int i = 1; i < tree.size(); i++) {
                    int end = match(tree, i, phrase, 2);
                    if (end < 0) {
                        continue;
                    }
                    int next = end;
                    while (next + 1 < tree.size() && tree.isClass(next, "DET", "PUNCT")) {
                        next++;
                    }
                    int at = next;
                    Optional<Draft> given = names.stream()
                            .filter(name -> name.covers(at) && name.country.isEmpty())
                            .reduce((one, other) -> other);
                    Optional<Draft> main = before(tree, i);
                    if (given.isPresent()
                            && main.isPresent()
                            && main.get() != given.get()
                            && i - main.get().last <= 4
                            && found.stream().noneMatch(each -> each.other() == given.get())) {
                        found.add(new Alias(main.get(), given.get(), false));
                    }
                }
            }
        }
        return found;
    }

    /** "Orlan Relief Council (ORC)", "Lake Guard (#LG)": a name alone in brackets behind a name. */
    private static void bracket(Tree tree, Draft name, List<Draft> names, List<Alias> found) {
        int open = name.last + 1;
        if (open + 1 >= tree.size() || !tree.form(open).equals("(") || name.adjective) {
            return;
        }
        for (Draft inner : names) {
            boolean alone = (inner.first == open + 1
                            || inner.first == open + 2 && tree.form(open + 1).matches("[#\"“']"))
                    && inner.last + 1 < tree.size()
                    && tree.form(inner.last + 1).matches("[)\"”']");
            if (alone
                    && inner.country.isEmpty()
                    && name.country.isEmpty()
                    && (Spelling.looksLikeAcronym(inner.words()) || inner.type == name.type || inner.type == Type.OTHER)
                    && inner.type != Type.PLACE) {
                found.add(new Alias(name, inner, true));
            }
        }
    }

    /** Position behind the phrase when it stands at {@code word}, or -1; "..." is up to {@code loose} words. */
    private static int match(Tree tree, int word, List<String> phrase, int loose) {
        return match(tree, word, phrase, 0, loose);
    }

    private static int match(Tree tree, int word, List<String> phrase, int at, int loose) {
        if (at == phrase.size()) {
            return word;
        }
        if (phrase.get(at).equals("...")) {
            for (int skip = 1; skip <= loose; skip++) {
                int end = match(tree, word + skip, phrase, at + 1, loose);
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }
        return word < tree.size() && tree.lower(word).equals(phrase.get(at))
                ? match(tree, word + 1, phrase, at + 1, loose)
                : -1;
    }

    /** The nearest mention before a statement that is not part of it; a name in front of its own noun counts as both. */
    private Optional<Draft> before(Tree tree, int begin) {
        Draft best = null;
        for (Draft draft : drafts) {
            if (draft.tree != tree
                    || draft.author
                    || draft.kind == Kind.PRONOUN
                    || draft.last >= begin
                    || draft.adjective) {
                continue;
            }
            if (begin - draft.last > REACH_WORDS || draft.type == Type.PLACE && !draft.isName()) {
                continue;
            }
            if (best == null
                    || draft.last > best.last
                    || draft.last == best.last && draft.first < best.first
                    || best.type == Type.PLACE && draft.type != Type.PLACE) {
                best = draft;
            }
        }
        return Optional.ofNullable(best);
    }

    private Optional<Draft> after(Tree tree, int begin) {
        Draft place = null;
        Draft best = null;
        for (Draft draft : drafts) {
            if (draft.tree != tree
                    || draft.author
                    || !draft.isName()
                    || draft.first < begin
                    || draft.first - begin > REACH_WORDS) {
                continue;
            }
            for (int i = begin; i < draft.first; i++) {
                if (tree.isClass(i, "VERB") || tree.form(i).matches("[.;:]")) {
                    return Optional.ofNullable(best != null ? best : place);
                }
            }
            if (draft.type == Type.PLACE || draft.adjective) {
                place = place == null ? draft : place;
            } else if (best == null) {
                best = draft;
            }
        }
        return Optional.ofNullable(best != null ? best : place);
    }
}
