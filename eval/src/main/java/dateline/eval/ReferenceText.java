package dateline.eval;

import dateline.analysis.layout.Layout;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Sentence;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** A text given as lists of words, laid out as a report: words set off by blanks, paragraphs by empty lines. */
final class ReferenceText {
    private static final String NO_HASH = "0".repeat(64);

    private ReferenceText() {}

    static Segmented of(JsonNode document) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (JsonNode start : document.get("paragraph_starts")) {
            starts.add(start.asInt());
        }
        List<Sentence> sentences = new ArrayList<>();
        List<Layout.Passage> passages = new ArrayList<>();
        int index = 0;
        int begun = 0;
        for (JsonNode words : document.get("sentences")) {
            if (index > 0) {
                boolean paragraph = starts.contains(index);
                if (paragraph) {
                    passages.add(
                            new Layout.Passage(passages.size() + 1, Layout.Kind.PROSE, new Span(begun, text.length())));
                }
                text.append(paragraph ? "\n\n" : " ");
                begun = paragraph ? text.length() : begun;
            }
            List<Span> spans = new ArrayList<>();
            for (JsonNode word : words) {
                if (!spans.isEmpty()) {
                    text.append(' ');
                }
                spans.add(
                        new Span(text.length(), text.length() + word.asString().length()));
                text.append(word.asString());
            }
            sentences.add(new Sentence(
                    index++,
                    passages.size() + 1,
                    OptionalInt.empty(),
                    spans.get(0).cover(spans.get(spans.size() - 1)),
                    spans));
        }
        passages.add(new Layout.Passage(passages.size() + 1, Layout.Kind.PROSE, new Span(begun, text.length())));
        Report report = new Report(
                new ReportId(NO_HASH),
                document.get("id").asString(),
                text.toString(),
                new Span(0, text.length()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        Layout layout = new Layout(
                passages, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return new Segmented(report, layout, sentences);
    }
}
