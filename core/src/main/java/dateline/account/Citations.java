package dateline.account;

import dateline.analysis.Analysis;
import dateline.analysis.claim.Claim;
import dateline.analysis.layout.Layout;
import dateline.analysis.text.Tree;
import dateline.reconcile.StoryReports;
import dateline.report.Report;
import dateline.report.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives every quoted stretch one id, checks it against its report, and keeps it short enough to be read. */
final class Citations {
    /** Longest quotation, in words separated by blanks: what a reader takes in at once. */
    static final int WORDS_MAX = 60;

    private final StoryReports story;
    private final Map<String, Account.Provenance> made = new LinkedHashMap<>();

    Citations(StoryReports story) {
        this.story = story;
    }

    List<Account.Provenance> all() {
        return List.copyOf(made.values());
    }

    static String reportId(int report) {
        return "r" + (report + 1);
    }

    /** The id of the stretch; one longer than {@code wordsMax} is cut at a word. */
    String cite(int report, Span span, int wordsMax) {
        Report text = story.report(report);
        Span trimmed = trim(text, shorten(text, span, wordsMax));
        String key = report + ":" + trimmed.begin() + ":" + trimmed.end();
        Account.Provenance there = made.get(key);
        if (there == null) {
            String quote = text.quote(trimmed);
            there = new Account.Provenance(
                    "m" + (made.size() + 1),
                    reportId(report),
                    passage(report, trimmed),
                    trimmed.begin(),
                    trimmed.end(),
                    quote);
            made.put(key, there);
        }
        return there.id();
    }

    String cite(int report, Span span) {
        return cite(report, span, WORDS_MAX);
    }

    String quote(String id) {
        for (Account.Provenance provenance : made.values()) {
            if (provenance.id().equals(id)) {
                return provenance.quote();
            }
        }
        throw new IllegalStateException("account: no provenance " + id);
    }

    /** The words that a reader is shown for a claim: its sentence, or its clause where the sentence is long. */
    Span words(int report, Claim claim, int wordsMax) {
        Analysis analysis = story.get(report);
        Tree tree = analysis.trees().get(claim.sentence());
        Report text = analysis.segmented().report();
        Span sentence = tree.sentence().span();
        if (count(text.quote(sentence)) <= wordsMax) {
            return sentence;
        }
        if (count(text.quote(claim.span())) <= wordsMax && count(text.quote(claim.span())) >= 5) {
            return claim.span();
        }
        return around(tree, claim.word(), wordsMax);
    }

    /** A window of words around one of them, inside its sentence. */
    static Span around(Tree tree, int word, int wordsMax) {
        int from = Math.max(0, word - wordsMax / 2);
        int to = Math.min(tree.size() - 1, from + wordsMax - 8);
        from = Math.max(0, Math.min(from, to - wordsMax + 8));
        return tree.span(from, to);
    }

    int passage(int report, Span span) {
        int number = 0;
        for (Layout.Passage passage : story.get(report).segmented().layout().passages()) {
            if (passage.span().begin() <= span.begin()) {
                number = passage.number();
            }
        }
        return number;
    }

    static int count(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }

    private static Span shorten(Report text, Span span, int wordsMax) {
        String quote = text.quote(span);
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < quote.length(); i++) {
            boolean blank = Character.isWhitespace(quote.charAt(i));
            if (!blank && !inWord) {
                words++;
                if (words > wordsMax) {
                    return new Span(span.begin(), span.begin() + i);
                }
            }
            inWord = !blank;
        }
        return span;
    }

    private static Span trim(Report text, Span span) {
        int begin = span.begin();
        int end = span.end();
        while (begin < end && Character.isWhitespace(text.text().charAt(begin))) {
            begin++;
        }
        while (end > begin && Character.isWhitespace(text.text().charAt(end - 1))) {
            end--;
        }
        return new Span(begin, end);
    }
}
