package dateline.eval;

import dateline.analysis.layout.Layout;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Segmenter;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A bare text as a report whose lines are its paragraphs. */
final class RawText {
    private RawText() {}

    static Segmented segmented(String text, Segmenter segmenter) {
        Report report = new Report(
                new ReportId(digest(text)),
                "-",
                text,
                new Span(0, text.length()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        List<Layout.Passage> passages = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            if (!text.substring(begin, end).isBlank()) {
                passages.add(new Layout.Passage(passages.size() + 1, Layout.Kind.PROSE, new Span(begin, end)));
            }
            begin = end + 1;
        }
        Layout layout = new Layout(
                passages, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return segmenter.segment(report, layout);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("eval: this Java has no SHA-256", impossible);
        }
    }
}
