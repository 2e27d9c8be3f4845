package dateline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Weighted terms as a direction of length one: what a text is about, in one respect. Sorted by term, so that sums run in one order. */
public final class Terms {
    private static final Terms NONE = new Terms(new String[0], new double[0]);

    private final String[] terms;
    private final double[] weights;

    private Terms(String[] terms, double[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    /** The terms with weights above 0, scaled to length one. */
    public static Terms of(Map<String, Double> weighted) {
        TreeMap<String, Double> sorted = new TreeMap<>(weighted);
        sorted.values().removeIf(weight -> weight <= 0);
        if (sorted.isEmpty()) {
            return NONE;
        }
        double square = 0;
        for (double weight : sorted.values()) {
            square += weight * weight;
        }
        double length = StrictMath.sqrt(square);
        String[] terms = new String[sorted.size()];
        double[] weights = new double[terms.length];
        int at = 0;
        for (Map.Entry<String, Double> entry : sorted.entrySet()) {
            terms[at] = entry.getKey();
            weights[at++] = entry.getValue() / length;
        }
        return new Terms(terms, weights);
    }

    public boolean isEmpty() {
        return terms.length == 0;
    }

    public int size() {
        return terms.length;
    }

    public String term(int at) {
        return terms[at];
    }

    /** Share of the whole, 0 to 1; squares sum to one. */
    public double weight(int at) {
        return weights[at];
    }

    /** Cosine, 0 to 1; 0 when either is empty. */
    public double cosine(Terms other) {
        double dot = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < terms.length && theirs < other.terms.length) {
            int order = terms[mine].compareTo(other.terms[theirs]);
            if (order == 0) {
                dot += weights[mine++] * other.weights[theirs++];
            } else if (order < 0) {
                mine++;
            } else {
                theirs++;
            }
        }
        return StrictMath.min(1, dot);
    }

    /** Terms that both have, those that bring them nearest first. */
    public List<String> shared(Terms other, int most) {
        record Shared(String term, double weight) {}
        List<Shared> shared = new ArrayList<>();
        int theirs = 0;
        for (int mine = 0; mine < terms.length; mine++) {
            while (theirs < other.terms.length && other.terms[theirs].compareTo(terms[mine]) < 0) {
                theirs++;
            }
            if (theirs < other.terms.length && other.terms[theirs].equals(terms[mine])) {
                shared.add(new Shared(terms[mine], weights[mine] * other.weights[theirs]));
            }
        }
        shared.sort((a, b) -> a.weight() != b.weight()
                ? Double.compare(b.weight(), a.weight())
                : a.term().compareTo(b.term()));
        return shared.stream().limit(most).map(Shared::term).toList();
    }

    /** The heaviest terms, the heaviest first; ties by term. */
    public List<String> heaviest(int most) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < terms.length; i++) {
            order.add(i);
        }
        order.sort((a, b) ->
                weights[a] != weights[b] ? Double.compare(weights[b], weights[a]) : terms[a].compareTo(terms[b]));
        return order.stream().limit(most).map(at -> terms[at]).toList();
    }

    /**
     * A word as it is compared: lower case, without possessive or plural ending. Rougher than a dictionary form, and the same for
     * headlines, which no model has read.
     */
    public static String stem(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (plain.endsWith("'s")) {
            plain = plain.substring(0, plain.length() - 2);
        }
        if (plain.length() > 4 && plain.endsWith("ies")) {
            return plain.substring(0, plain.length() - 3) + "y";
        }
        if (plain.length() > 3
                && plain.endsWith("s")
                && !plain.endsWith("ss")
                && !plain.endsWith("us")
                && !plain.endsWith("is")) {
            return plain.substring(0, plain.length() - 1);
        }
        return plain;
    }
}
