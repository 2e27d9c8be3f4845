package dateline.analysis.text;

import dateline.analysis.Lexicon;
import dateline.analysis.layout.Layout;
import dateline.report.Report;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Cuts a report into sentences and words. A sentence stays inside its paragraph; the body of an embedded post is read on
 * its own, apart from the paragraph around it; a dateline ("PORTSEA, March 4 (Wire) -") is a sentence by itself; page
 * furniture and the signatures of posts are left out.
 */
public final class Segmenter {
    /**
     * Longest sentence in words. Longer ones are lists or no language; 250 is twice the longest sentence of the training
     * news, and keeps trees small whatever comes in.
     */
    private static final int WORDS_MAX = 250;

    /** Marks that may close one sentence; more are no text, and the bound keeps the time linear. */
    private static final int CLOSERS_MAX = 8;

    private final Words words;

    public Segmenter(Lexicon lexicon) {
        words = new Words(lexicon);
    }

    public Segmented segment(Report report, Layout layout) {
        List<Sentence> sentences = new ArrayList<>();
        for (Run run : runs(layout)) {
            List<Words.Word> cut =
                    words.of(report.text(), run.span().begin(), run.span().end());
            int begin = 0;
            for (int end : ends(report.text(), cut, run.post().isPresent())) {
                sentences.add(sentence(sentences.size(), run, cut.subList(begin, end)));
                begin = end;
            }
        }
        return new Segmented(report, layout, sentences);
    }

    /** A stretch that no sentence may leave. */
    private record Run(Span span, int passage, OptionalInt post) {}

    /** The stretches to read, in the order of the text. */
    private static List<Run> runs(Layout layout) {
        List<Run> runs = new ArrayList<>();
        List<Span> out = new ArrayList<>();
        layout.furniture().forEach(furniture -> out.add(furniture.span()));
        List<Span> outOfProse = new ArrayList<>(out);
        layout.posts().forEach(post -> outOfProse.add(post.span()));
        layout.dateline().ifPresent(dateline -> outOfProse.add(dateline.span()));
        out.sort(Comparator.naturalOrder());
        outOfProse.sort(Comparator.naturalOrder());
        Pieces prose = new Pieces(outOfProse);
        Pieces rest = new Pieces(out);
        for (Layout.Passage passage : layout.passages()) {
            if (passage.kind() == Layout.Kind.FURNITURE) {
                continue;
            }
            for (Span piece : prose.of(passage.span())) {
                runs.add(new Run(piece, passage.number(), OptionalInt.empty()));
            }
            layout.dateline()
                    .flatMap(dateline -> common(dateline.span(), passage.span()))
                    .ifPresent(span -> runs.add(new Run(span, passage.number(), OptionalInt.empty())));
        }
        int from = 0;
        for (Layout.Post post : layout.posts()) {
            while (from < layout.passages().size()
                    && layout.passages().get(from).span().end() <= post.body().begin()) {
                from++;
            }
            for (int i = from; i < layout.passages().size(); i++) {
                Layout.Passage passage = layout.passages().get(i);
                if (passage.span().begin() >= post.body().end()) {
                    break;
                }
                if (passage.kind() != Layout.Kind.FURNITURE) {
                    common(post.body(), passage.span())
                            .ifPresent(span -> rest.of(span)
                                    .forEach(piece ->
                                            runs.add(new Run(piece, passage.number(), OptionalInt.of(post.index())))));
                }
            }
        }
        runs.sort(Comparator.comparing(Run::span));
        return runs;
    }

    private static Optional<Span> common(Span one, Span other) {
        int begin = Math.max(one.begin(), other.begin());
        int end = Math.min(one.end(), other.end());
        return begin < end ? Optional.of(new Span(begin, end)) : Optional.empty();
    }

    /** Takes stretches out of others. */
    private record Pieces(List<Span> without) {
        List<Span> of(Span whole) {
            List<Span> pieces = new ArrayList<>();
            int begin = whole.begin();
            for (Span out : without) {
                if (out.end() <= begin) {
                    continue;
                }
                if (out.begin() >= whole.end()) {
                    break;
                }
                if (out.begin() > begin) {
                    pieces.add(new Span(begin, out.begin()));
                }
                begin = Math.max(begin, Math.min(out.end(), whole.end()));
            }
            if (begin < whole.end()) {
                pieces.add(new Span(begin, whole.end()));
            }
            return pieces;
        }
    }

    private static Sentence sentence(int index, Run run, List<Words.Word> words) {
        List<Span> spans = new ArrayList<>(words.size());
        for (Words.Word word : words) {
            spans.add(new Span(word.begin(), word.end()));
        }
        Span span = spans.get(0).cover(spans.get(spans.size() - 1));
        return new Sentence(index, run.passage(), run.post(), span, spans);
    }

    /** Where sentences end, as counts of words from the beginning of the run. */
    private List<Integer> ends(String text, List<Words.Word> run, boolean post) {
        List<Integer> ends = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        int i = 0;
        while (i < run.size()) {
            quoted ^= text.charAt(run.get(i).begin()) == '"';
            int end = endAfter(text, run, begin, i, quoted, post);
            if (end < 0) {
                i++;
                continue;
            }
            for (int k = i + 1; k < end; k++) {
                quoted ^= text.charAt(run.get(k).begin()) == '"';
            }
            addEnds(text, run, begin, end, ends);
            begin = end;
            i = end;
        }
        if (begin < run.size()) {
            addEnds(text, run, begin, run.size(), ends);
        }
        return ends;
    }

    /** The count of words up to the end of the sentence that word {@code i} ends, or -1 when it ends none. */
    private int endAfter(String text, List<Words.Word> run, int begin, int i, boolean quoted, boolean post) {
        Words.Word word = run.get(i);
        if (i + 1 == run.size()) {
            return i + 1;
        }
        if (isBullet(text, run.get(i + 1)) || post && lineEnds(text, run, i)) {
            return i + 1;
        }
        int end = afterClosers(text, run, i, quoted);
        Next next = next(text, run, end);
        if (post && quotationEnds(text, run, begin, i, quoted) && words.isStarter(next.form())) {
            return i + 1;
        }
        boolean ends = switch (word.kind()) {
            case PLAIN, NEVER_ENDS, TAG, EMOJI -> false;
            case ADDRESS -> post && end == i + 1 && next.capital();
            case MAY_END -> words.isStarter(next.form());
            case MAY_END_ANY -> next.capital() && !words.isAfterTime(next.form());
            case ELLIPSIS ->
                end == run.size() || next.capital() && (isAttached(run, i) || words.isStarter(next.form()));
            case STOP -> end == run.size() || stopEnds(text, run, begin, i, end, next);
        };
        return ends ? end : -1;
    }

    private static boolean stopEnds(String text, List<Words.Word> run, int begin, int i, int end, Next next) {
        boolean dot = text.charAt(run.get(i).begin()) == '.';
        if (dot && i == begin + 1 && isAttached(run, i) && isNumber(text, run.get(begin))) {
            return false; // "1. The first point"
        }
        if (next.capital() || next.other()) {
            return true;
        }
        if (next.number()) {
            return !isAttached(run, end);
        }
        // A small letter after a full stop: posts, and sentences that begin with a small-lettered name. An unknown
        // abbreviation ("govt. sources") looks the same, so the word before must be long enough to be none. After a
        // closed quotation or "?" a verb of saying goes on.
        boolean closed = end > i + 1;
        int letters = i > begin ? run.get(i - 1).end() - run.get(i - 1).begin() : 0;
        return dot && !closed && letters > 3 && i - begin > 2;
    }

    /** Takes what closes a sentence behind its stop: quotation marks, brackets, further stops, emoji. */
    private static int afterClosers(String text, List<Words.Word> run, int i, boolean quoted) {
        boolean open = quoted;
        int end = i + 1;
        while (end < run.size() && end - i <= CLOSERS_MAX) {
            Words.Word word = run.get(end);
            boolean attached = isAttached(run, end);
            char c = text.charAt(word.begin());
            boolean closes = switch (c) {
                case '\u201D', '\u00BB' -> true;
                case '"' -> open || attached && (end + 1 == run.size() || !isAttached(run, end + 1));
                case '\'', '\u2019' ->
                    attached
                            && word.end() - word.begin() <= 2
                            && (end + 1 == run.size() || !isAttached(run, end + 1) || word.end() - word.begin() == 2);
                case ')', ']' -> attached;
                default -> word.kind() == Words.Kind.EMOJI || word.kind() == Words.Kind.STOP && attached;
            };
            if (!closes) {
                break;
            }
            open &= c != '"';
            end++;
        }
        return end;
    }

    /**
     * What follows a stop: the first word that is no opening mark.
     *
     * @param form the word, empty at the end of the run
     */
    private record Next(String form) {
        boolean capital() {
            return !form.isEmpty() && !Character.isLowerCase(first()) && Character.toLowerCase(first()) != first();
        }

        boolean number() {
            return !form.isEmpty() && Character.isDigit(first());
        }

        /** A tag, a handle, an address, an emoji, or a letter of a script that has no capitals. */
        boolean other() {
            if (form.isEmpty()) {
                return false;
            }
            boolean letter = Character.isLetter(first());
            return first() == '#'
                    || first() == '@'
                    || form.startsWith("http")
                    || form.startsWith("pic.")
                    || letter && !Character.isLowerCase(first())
                    || Character.getType(first()) == Character.OTHER_SYMBOL;
        }

        private int first() {
            return form.codePointAt(0);
        }
    }

    private static Next next(String text, List<Words.Word> run, int at) {
        for (int k = at; k < Math.min(run.size(), at + 4); k++) {
            Words.Word word = run.get(k);
            if ("\"'([\u201C\u2018\u00AB`-\u2013\u2014".indexOf(text.charAt(word.begin())) < 0
                    || word.end() - word.begin() > 2) {
                return new Next(text.substring(word.begin(), Math.min(word.end(), word.begin() + 32)));
            }
        }
        return new Next("");
    }

    /** Posts set a slogan in quotation marks and go on without a stop. */
    private static boolean quotationEnds(String text, List<Words.Word> run, int begin, int i, boolean quoted) {
        char first = text.charAt(run.get(begin).begin());
        char last = text.charAt(run.get(i).begin());
        return i > begin && (first == '"' && last == '"' && !quoted || first == '\u201C' && last == '\u201D');
    }

    private static boolean isAttached(List<Words.Word> run, int i) {
        return i > 0 && i < run.size() && run.get(i - 1).end() == run.get(i).begin();
    }

    private static boolean isNumber(String text, Words.Word word) {
        return word.end() - word.begin() <= 2 && Character.isDigit(text.charAt(word.begin()));
    }

    private static boolean isBullet(String text, Words.Word word) {
        return "\u2022\u25AA\u25CF\u25A0\u2023".indexOf(text.charAt(word.begin())) >= 0;
    }

    /** Whether a line of a post ends behind word {@code i}, and not in the middle of a sentence. */
    private static boolean lineEnds(String text, List<Words.Word> run, int i) {
        Words.Word word = run.get(i);
        Words.Word next = run.get(i + 1);
        int newline = text.indexOf('\n', word.end(), next.begin());
        if (newline < 0 || ",-\u2013\u2014(".indexOf(text.charAt(word.begin())) >= 0) {
            return false;
        }
        Next following = next(text, run, i + 1);
        return following.capital() || following.other() || following.number();
    }

    /** Adds the end of one sentence, and before it, where it is too long, ends behind its marks. */
    private static void addEnds(String text, List<Words.Word> run, int begin, int end, List<Integer> ends) {
        int from = begin;
        while (end - from > WORDS_MAX) {
            int cut = from + WORDS_MAX;
            for (int k = cut; k > from + WORDS_MAX / 2; k--) {
                if (";,:\u2013\u2014\u2022".indexOf(text.charAt(run.get(k - 1).begin())) >= 0) {
                    cut = k;
                    break;
                }
            }
            ends.add(cut);
            from = cut;
        }
        ends.add(end);
    }
}
