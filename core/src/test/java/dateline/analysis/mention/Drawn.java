package dateline.analysis.mention;

import dateline.analysis.layout.Layout;
import dateline.analysis.text.Lemmas;
import dateline.analysis.text.Reading;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Sentence;
import dateline.analysis.text.Tree;
import dateline.analysis.text.Vector;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Trees drawn by hand: a word a token, {@code form|class|head|relation|name}, heads from 1, 0 for the root; name may lack. */
public record Drawn(Segmented segmented, List<Tree> trees) {
    public static Drawn of(String... sentences) {
        StringBuilder text = new StringBuilder();
        List<Sentence> cut = new ArrayList<>();
        List<Reading.SentenceReading> read = new ArrayList<>();
        for (String sentence : sentences) {
            List<Span> words = new ArrayList<>();
            List<Reading.WordReading> readings = new ArrayList<>();
            for (String token : sentence.strip().split("\\s+")) {
                String[] parts = token.split("\\|");
                boolean glued =
                        parts[0].matches("[,.)’']s?|'s|’s") || text.toString().endsWith("(");
                if (!text.isEmpty() && !glued) {
                    text.append(' ');
                }
                words.add(new Span(text.length(), text.length() + parts[0].length()));
                text.append(parts[0]);
                readings.add(new Reading.WordReading(
                        parts.length > 4 ? parts[4] : "O", parts[1], Integer.parseInt(parts[2]) - 1, parts[3], "O", 0));
            }
            cut.add(new Sentence(
                    cut.size(), 1, OptionalInt.empty(), words.get(0).cover(words.get(words.size() - 1)), words));
            read.add(new Reading.SentenceReading(readings, new Vector(new float[] {1})));
        }
        Report report = new Report(
                new ReportId("0".repeat(64)),
                "drawn",
                text.toString(),
                new Span(0, text.length()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        Layout layout = new Layout(
                List.of(new Layout.Passage(1, Layout.Kind.PROSE, new Span(0, text.length()))),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < cut.size(); i++) {
            trees.add(new Tree(report, cut.get(i), read.get(i), new Stems()));
        }
        return new Drawn(new Segmented(report, layout, cut), trees);
    }

    /** Enough for tests: takes an "s" off nouns, "ed" and "s" off verbs. */
    private static final class Stems implements Lemmas {
        @Override
        public String lemma(String form, String wordClass) {
            String lower = form.toLowerCase(Locale.ROOT);
            return switch (wordClass) {
                case "NOUN" ->
                    lower.endsWith("ies")
                            ? lower.substring(0, lower.length() - 3) + "y"
                            : lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
                case "VERB" ->
                    lower.equals("said")
                            ? "say"
                            : lower.endsWith("ed") ? lower.substring(0, lower.length() - 2) : lower;
                default -> lower;
            };
        }
    }
}
