package dateline.analysis.text;

import dateline.report.Report;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One sentence with its words, classes and arcs side by side: what every later stage walks. Word positions are indexes from
 * 0 into the sentence; -1 stands for "none" and for the parent of the root.
 */
public final class Tree {
    private final Report report;
    private final Sentence sentence;
    private final List<Reading.WordReading> read;
    private final List<String> forms;
    private final List<String> lemmas;
    private final List<List<Integer>> children;
    private final int[] first;
    private final int[] last;

    public Tree(Report report, Sentence sentence, Reading.SentenceReading reading, Lemmas lemmatiser) {
        if (sentence.words().size() != reading.words().size()) {
            throw new IllegalArgumentException("tree: sentence " + sentence.index() + " has "
                    + sentence.words().size() + " words, its reading "
                    + reading.words().size());
        }
        this.report = report;
        this.sentence = sentence;
        this.read = repaired(reading.words());
        int size = read.size();
        List<String> forms = new ArrayList<>();
        List<String> lemmas = new ArrayList<>();
        List<List<Integer>> children = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String form = report.quote(sentence.words().get(i));
            forms.add(form);
            lemmas.add(lemmatiser.lemma(form, read.get(i).wordClass()));
            children.add(new ArrayList<>());
        }
        for (int i = 0; i < size; i++) {
            if (read.get(i).head() >= 0) {
                children.get(read.get(i).head()).add(i);
            }
        }
        this.forms = List.copyOf(forms);
        this.lemmas = List.copyOf(lemmas);
        this.children = children.stream().map(List::copyOf).toList();
        first = new int[size];
        last = new int[size];
        for (int i = 0; i < size; i++) {
            first[i] = i;
            last[i] = i;
        }
        for (int i = 0; i < size; i++) {
            int up = head(i);
            for (int steps = 0; up >= 0 && steps <= size; steps++) {
                first[up] = Math.min(first[up], i);
                last[up] = Math.max(last[up], i);
                up = head(up);
            }
        }
    }

    /**
     * A finite verb has one subject: of two, the first goes to the verb between them that has none ("19 people drowned when the ferry
     * sank" read as "19 people ... sank").
     */
    private static List<Reading.WordReading> repaired(List<Reading.WordReading> words) {
        List<Reading.WordReading> repaired = new ArrayList<>(words);
        for (int verb = 0; verb < words.size(); verb++) {
            int first = -1;
            for (int i = 0; i < verb; i++) {
                if (repaired.get(i).head() != verb
                        || !repaired.get(i).relation().equals("nsubj")) {
                    continue;
                }
                if (first >= 0) {
                    int lone = loneVerb(repaired, first, i);
                    if (lone >= 0) {
                        Reading.WordReading was = repaired.get(first);
                        repaired.set(
                                first,
                                new Reading.WordReading(
                                        was.name(),
                                        was.wordClass(),
                                        lone,
                                        was.relation(),
                                        was.attribution(),
                                        was.factuality()));
                    }
                }
                first = i;
            }
        }
        return repaired;
    }

    /** A verb between two words that has no subject and does not hang on the first of them; -1 when there is none. */
    private static int loneVerb(List<Reading.WordReading> words, int from, int to) {
        for (int verb = from + 1; verb < to; verb++) {
            if (!words.get(verb).wordClass().equals("VERB") || hangsOn(words, verb, from)) {
                continue;
            }
            boolean hasSubject = false;
            boolean infinitive = false;
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).head() == verb) {
                    hasSubject |= words.get(i).relation().equals("nsubj")
                            || words.get(i).relation().equals("csubj");
                    infinitive |= words.get(i).wordClass().equals("PART")
                            && words.get(i).relation().equals("mark");
                }
            }
            if (!hasSubject && !infinitive) {
                return verb;
            }
        }
        return -1;
    }

    private static boolean hangsOn(List<Reading.WordReading> words, int word, int on) {
        int up = word;
        for (int steps = 0; up >= 0 && steps <= words.size(); steps++) {
            if (up == on) {
                return true;
            }
            up = words.get(up).head();
        }
        return false;
    }

    public Report report() {
        return report;
    }

    public Sentence sentence() {
        return sentence;
    }

    public int size() {
        return read.size();
    }

    public String form(int word) {
        return forms.get(word);
    }

    public String lower(int word) {
        return forms.get(word).toLowerCase(Locale.ROOT);
    }

    /** Dictionary form in lower case; for names the form itself in lower case. */
    public String lemma(int word) {
        return lemmas.get(word);
    }

    public String wordClass(int word) {
        return read.get(word).wordClass();
    }

    public boolean isClass(int word, String... classes) {
        for (String each : classes) {
            if (wordClass(word).equals(each)) {
                return true;
            }
        }
        return false;
    }

    public String relation(int word) {
        return read.get(word).relation();
    }

    public boolean isRelation(int word, String... relations) {
        for (String each : relations) {
            if (relation(word).equals(each)) {
                return true;
            }
        }
        return false;
    }

    public int head(int word) {
        return read.get(word).head();
    }

    public Reading.WordReading reading(int word) {
        return read.get(word);
    }

    public List<Integer> children(int word) {
        return children.get(word);
    }

    /** First child with one of the relations, or -1. */
    public int child(int word, String... relations) {
        for (int each : children.get(word)) {
            if (isRelation(each, relations)) {
                return each;
            }
        }
        return -1;
    }

    public boolean hasChild(int word, String relation, String lemma) {
        for (int each : children.get(word)) {
            if (isRelation(each, relation) && lemma(each).equals(lemma)) {
                return true;
            }
        }
        return false;
    }

    /** The preposition or case marker of a nominal ("in", "according"), lower case; empty when it has none. */
    public String preposition(int word) {
        int marker = child(word, "case");
        return marker < 0 ? "" : lower(marker);
    }

    /** First and last word of all that hangs on {@code word}, itself included; a stretch of words without holes is assumed. */
    public int firstOf(int word) {
        return first[word];
    }

    public int lastOf(int word) {
        return last[word];
    }

    public boolean isUnder(int word, int ancestor) {
        int up = word;
        for (int steps = 0; up >= 0 && steps <= size(); steps++) {
            if (up == ancestor) {
                return true;
            }
            up = head(up);
        }
        return false;
    }

    public int root() {
        for (int i = 0; i < size(); i++) {
            if (head(i) < 0) {
                return i;
            }
        }
        throw new IllegalStateException("tree: sentence " + sentence.index() + " has no root");
    }

    public Span span(int word) {
        return sentence.words().get(word);
    }

    /** The span from one word to another, both included. */
    public Span span(int from, int to) {
        return sentence.words().get(from).cover(sentence.words().get(to));
    }

    /** The words from one to another as they stand in the report, line breaks as blanks. */
    public String words(int from, int to) {
        return report.quote(span(from, to)).replaceAll("\\s+", " ");
    }

    /** Index of the word that holds the character at {@code position}, or -1. */
    public int wordAt(int position) {
        for (int i = 0; i < size(); i++) {
            Span span = span(i);
            if (span.begin() <= position && position < span.end()) {
                return i;
            }
        }
        return -1;
    }
}
