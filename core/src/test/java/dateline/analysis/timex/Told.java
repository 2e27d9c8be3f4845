package dateline.analysis.timex;

import dateline.analysis.layout.Layout;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Sentence;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports for tests, cut at full stops before a capital. */
final class Told {
    private static final Pattern END = Pattern.compile("(?<=[a-z0-9]{2})[.?!]\\s+(?=[A-Z])|$");

    private Told() {}

    static Segmented on(Optional<LocalDate> day, String text) {
        return on(day, text, List.of(), List.of());
    }

    /** Sentences that begin inside a post belong to it. */
    static Segmented on(Optional<LocalDate> day, String text, List<Layout.Post> posts, List<Layout.Passage> passages) {
        Report report = new Report(
                new ReportId("0".repeat(64)),
                "-",
                text,
                new Span(0, text.length()),
                day,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        List<Sentence> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            if (end.end() > from) {
                int begin = from;
                OptionalInt post = posts.stream()
                        .filter(each -> each.span().begin() <= begin
                                && begin < each.span().end())
                        .mapToInt(Layout.Post::index)
                        .findFirst();
                Span span = new Span(begin, end.end());
                sentences.add(new Sentence(sentences.size(), 1, post, span, List.of(span)));
                from = end.end();
            }
        }
        Layout layout =
                new Layout(passages, posts, List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return new Segmented(report, layout, sentences);
    }
}
