package dateline.analysis.quantity;

import dateline.analysis.Lexicon;
import dateline.analysis.text.Tree;
import dateline.report.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Finds how long something lasted ("for four weeks", "a two-day shutdown"), how long ago it was and how old somebody or
 * something is ("59-year-old Maria Holm", "Jan Berg, 61,"): {@code what} is {@code duration}, {@code ago} or {@code age},
 * the interval in seconds. They are held against each other and otherwise not counted as quantities of what happened.
 */
public final class LengthFinder {
    /** "the last two days", "the next week" name a time, not a length of anything told. */
    private static final Set<String> FRAMES = Set.of("last", "past", "next", "coming", "first", "recent", "previous");

    private static final Set<String> BETWEEN = Set.of("-", "more", "full", "straight", "consecutive", "whole");
    private static final double YEAR = 31_536_000;

    private final NumberReader numbers;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    public LengthFinder(Lexicon lexicon) {
        numbers = new NumberReader(lexicon);
        for (List<String> row : lexicon.rows("quantity/time-units.txt")) {
            seconds.put(row.get(0), Double.parseDouble(row.get(1)));
        }
    }

    /** Lengths and ages of one sentence, in order of their words. */
    public List<Quantity> find(Tree tree) {
        Span sentence = tree.sentence().span();
        String text = tree.report().quote(sentence);
        List<Quantity> found = new ArrayList<>();
        for (Numeral numeral : numbers.read(text)) {
            int first = tree.wordAt(sentence.begin() + numeral.core());
            int last = tree.wordAt(sentence.begin() + numeral.coreEnd() - 1);
            boolean counts = first >= 0
                    && last >= 0
                    && numeral.currency().isEmpty()
                    && (numeral.min().isPresent() || numeral.max().isPresent());
            if (counts) {
                withUnit(tree, numeral, sentence.begin(), first, last)
                        .or(() -> afterName(tree, numeral, sentence.begin(), first, last))
                        .ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private Optional<Quantity> withUnit(Tree tree, Numeral numeral, int offset, int first, int last) {
        int at = last + 1;
        while (at < tree.size() && BETWEEN.contains(tree.lower(at))) {
            at++;
        }
        if (at >= tree.size()
                || !seconds.containsKey(tree.lemma(at))
                || first > 0 && FRAMES.contains(tree.lower(first - 1))) {
            return Optional.empty();
        }
        double unit = seconds.getOrDefault(tree.lemma(at), 1.0);
        int next = at + 1;
        while (next < tree.size() && tree.lower(next).equals("-")) {
            next++;
        }
        String after = next < tree.size() ? tree.lower(next) : "";
        String what = after.equals("old") ? "age" : Set.of("ago", "earlier").contains(after) ? "ago" : "duration";
        int end = what.equals("duration") ? at : next;
        Optional<Integer> of = what.equals("age") ? owner(tree, next) : described(tree, at);
        return Optional.of(quantity(
                tree,
                new Span(offset + numeral.begin(), tree.span(end).end()),
                at,
                what,
                of,
                numeral,
                unit,
                tree.lemma(at)));
    }

    /** "Jan Berg, 61, was released". */
    private Optional<Quantity> afterName(Tree tree, Numeral numeral, int offset, int first, int last) {
        boolean enclosed = first >= 2
                && first == last
                && tree.lower(first - 1).equals(",")
                && tree.isClass(first - 2, "PROPN")
                && tree.reading(first - 2).name().endsWith("PER")
                && tree.form(first).matches("\\d{1,3}")
                && last + 1 < tree.size()
                && tree.lower(last + 1).matches("[,.;]");
        return enclosed
                ? Optional.of(quantity(
                        tree,
                        new Span(offset + numeral.begin(), offset + numeral.end()),
                        first,
                        "age",
                        Optional.of(first - 2),
                        numeral,
                        YEAR,
                        "year"))
                : Optional.empty();
    }

    /** Whom or what "N-year-old" is said of: the last name that follows, else the noun. */
    private static Optional<Integer> owner(Tree tree, int old) {
        int at = old + 1;
        int noun = -1;
        while (at < tree.size() && at <= old + 7 && tree.isClass(at, "PROPN", "NOUN", "ADJ", "DET")) {
            if (tree.isClass(at, "PROPN") || noun < 0 && tree.isClass(at, "NOUN")) {
                noun = at;
            }
            at++;
        }
        return noun >= 0 ? Optional.of(noun) : Optional.empty();
    }

    /** "two-day shutdown": the shutdown. */
    private static Optional<Integer> described(Tree tree, int unit) {
        int head = tree.head(unit);
        return head > unit
                        && head - unit <= 4
                        && tree.isRelation(unit, "compound", "amod", "nmod")
                        && tree.isClass(head, "NOUN")
                ? Optional.of(head)
                : Optional.empty();
    }

    private static Quantity quantity(
            Tree tree,
            Span span,
            int word,
            String what,
            Optional<Integer> of,
            Numeral numeral,
            double unit,
            String name) {
        int predicate = of.isPresent() && what.equals("duration") ? of.get() : tree.head(word);
        for (int steps = 0;
                predicate >= 0 && steps < 8 && !tree.isClass(predicate, "VERB") && !of.equals(Optional.of(predicate));
                steps++) {
            predicate = tree.head(predicate);
        }
        return new Quantity(
                span,
                tree.sentence().index(),
                word,
                what,
                of.map(noun -> name(tree, noun)),
                Optional.empty(),
                tree.report().quote(span).replaceAll("\\s+", " "),
                times(numeral.min(), unit),
                times(numeral.max(), unit),
                Optional.of(name),
                predicate);
    }

    /** A name with the names before it, a noun alone. */
    private static String name(Tree tree, int noun) {
        int first = noun;
        while (tree.isClass(noun, "PROPN") && first > 0 && tree.isClass(first - 1, "PROPN")) {
            first--;
        }
        return tree.words(first, noun);
    }

    private static OptionalDouble times(Optional<BigDecimal> number, double unit) {
        return number.isPresent() ? OptionalDouble.of(number.get().doubleValue() * unit) : OptionalDouble.empty();
    }
}
