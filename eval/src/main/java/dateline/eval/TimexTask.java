package dateline.eval;

import dateline.analysis.Lexicon;
import dateline.analysis.layout.LayoutFinder;
import dateline.analysis.text.EnglishLemmas;
import dateline.analysis.text.Lemmas;
import dateline.analysis.text.Reading;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Segmenter;
import dateline.analysis.text.Tree;
import dateline.analysis.timex.Timex;
import dateline.analysis.timex.TimexFinder;
import dateline.pipeline.BundledLexicon;
import dateline.reader.Reader;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.ObjectMapper;

/**
 * Time expressions against TimeML documents ({@code *.tml}), as TempEval-3 task A scores them: strict F1 asks for the same
 * words, relaxed F1 for an overlap, value F1 for an overlap and the very value. The creation time is not scored.
 */
public final class TimexTask implements Task {
    private static final Pattern TEXT = Pattern.compile("<TEXT>(.*?)</TEXT>", Pattern.DOTALL);
    private static final Pattern DCT = Pattern.compile("<DCT>.*?value=\"(\\d{4}-\\d{2}-\\d{2})", Pattern.DOTALL);
    private static final Pattern MARKUP = Pattern.compile("<(/?)([A-Za-z0-9]+)([^>]*)>|&(#?[A-Za-z0-9]+);");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Function<Report, List<Timex>>> finder;

    /** Measures the program as shipped: its own layout, sentences and trees. */
    public TimexTask() {
        finder = Optional.empty();
    }

    /** Measures another way of finding timexes. */
    public TimexTask(Function<Report, List<Timex>> finder) {
        this.finder = Optional.of(finder);
    }

    /** From a report to its timexes as the program goes, with the trees that {@code read} gives. */
    static Function<Report, List<Timex>> through(Lexicon lexicon, Function<Segmented, Reading> read) {
        LayoutFinder layouts = new LayoutFinder(lexicon);
        Segmenter segmenter = new Segmenter(lexicon);
        Lemmas lemmas = new EnglishLemmas(lexicon);
        TimexFinder timexes = new TimexFinder(lexicon);
        return report -> {
            Segmented segmented = segmenter.segment(report, layouts.find(report));
            Reading reading = read.apply(segmented);
            List<Tree> trees = new ArrayList<>();
            for (int i = 0; i < segmented.sentences().size(); i++) {
                trees.add(new Tree(
                        report,
                        segmented.sentences().get(i),
                        reading.sentences().get(i),
                        lemmas));
            }
            return timexes.find(segmented, trees);
        };
    }

    /** A timex of the gold or of ours. */
    record Marked(Span span, String value) {}

    /** A document without its markup. */
    record Document(String text, Optional<LocalDate> created, List<Marked> gold) {}

    @Override
    public String name() {
        return "timex";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        if (finder.isPresent()) {
            return run(finder.get(), data, predictions);
        }
        try (Reader reader = Reader.open()) {
            return run(through(BundledLexicon.of("en"), reader::read), data, predictions);
        }
    }

    private static Scores run(Function<Report, List<Timex>> finder, Path data, Optional<Path> predictions)
            throws IOException {
        List<Path> files = DataFiles.below(data, name -> name.endsWith(".tml"));
        if (files.isEmpty()) {
            throw new IOException("timex: no *.tml below " + data);
        }
        Tally all = new Tally();
        Map<PeerSystem, PeerSystem.TimexTagger> taggers = new LinkedHashMap<>();
        PeerSystem.present().forEach(peer -> peer.timexes().ifPresent(tagger -> taggers.put(peer, tagger)));
        Map<PeerSystem, Tally> theirs = new LinkedHashMap<>();
        Map<String, Tally> sets = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            Document document = read(Files.readString(file, StandardCharsets.UTF_8));
            if (document.gold().isEmpty()) {
                // A file that nobody marked says nothing about what is found in it.
                continue;
            }
            List<Marked> found = find(document, finder);
            String folder = Optional.ofNullable(file.toAbsolutePath().getParent())
                    .map(parent -> String.valueOf(parent.getFileName()))
                    .orElse("");
            String name = file.getFileName().toString();
            List<Tally> tallies = new ArrayList<>(List.of(all, sets.computeIfAbsent(folder, key -> new Tally())));
            if (folder.endsWith("_tbaq")) {
                String part = heldApart(name) ? "tbaq held apart" : "tbaq tuned on";
                tallies.add(sets.computeIfAbsent(part, key -> new Tally()));
            }
            for (Tally tally : tallies) {
                tally.add(document.gold(), found);
            }
            taggers.forEach((peer, tagger) -> theirs.computeIfAbsent(peer, key -> new Tally())
                    .add(
                            document.gold(),
                            tagger.find(document.text(), document.created()).stream()
                                    .map(each -> new Marked(new Span(each.begin(), each.end()), each.value()))
                                    .toList()));
            lines.add(line(name, document, found));
        }
        if (predictions.isPresent()) {
            Files.write(predictions.get(), lines, StandardCharsets.UTF_8);
        }
        Scores.Builder scores = Scores.of("timex");
        all.figures().forEach(scores::figure);
        sets.forEach((set, tally) -> tally.figures().forEach((key, value) -> scores.figure(set, key, value)));
        theirs.forEach((peer, tally) -> tally.figures().forEach((key, value) -> {
            if (key.endsWith("_f1")) {
                scores.peer(peer.name(), key + ", the same files", value, "this run");
            }
        }));
        return scores.peer("HeidelTime-t", "value_f1, platinum", 0.776, "UzZaman et al. 2013")
                .peer("SUTime", "value_f1, platinum", 0.674, "UzZaman et al. 2013")
                .peer("UWTime", "value_f1, platinum", 0.824, "Lee et al. 2014")
                .peer("HeidelTime-t", "strict_f1, platinum", 0.813, "UzZaman et al. 2013")
                .remark("strict: the same words; relaxed: overlapping; value: overlapping with the very TIMEX3 value")
                .remark("of tbaq, files by hash of their name: seven in ten were looked at when the rules were written")
                .done();
    }

    /** Three files in ten, by the first byte of the SHA-256 of the name: never looked at while writing rules. */
    static boolean heldApart(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return (digest[0] & 0xff) % 10 >= 7;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static List<Marked> find(Document document, Function<Report, List<Timex>> finder) {
        Report report = new Report(
                new ReportId(sha256(document.text())),
                "-",
                document.text(),
                new Span(0, document.text().length()),
                document.created(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        List<Marked> found = new ArrayList<>();
        for (Timex timex : finder.apply(report)) {
            found.add(new Marked(timex.span(), timex.iso()));
        }
        return found;
    }

    /** The text without its tags, and where the timexes stand in it. */
    static Document read(String xml) {
        Matcher whole = TEXT.matcher(xml);
        String inner = whole.find() ? whole.group(1) : "";
        StringBuilder text = new StringBuilder();
        List<Marked> gold = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Matcher markup = MARKUP.matcher(inner);
        int from = 0;
        while (markup.find()) {
            text.append(inner, from, markup.start());
            from = markup.end();
            if (markup.group(4) != null) {
                text.append(entity(markup.group(4)));
            } else if (markup.group(2).equals("TIMEX3")) {
                if (markup.group(1).isEmpty()) {
                    Matcher value = VALUE.matcher(markup.group(3));
                    open.add(text.length());
                    values.add(value.find() ? value.group(1) : "");
                } else {
                    int begin = open.remove(open.size() - 1);
                    gold.add(new Marked(new Span(begin, text.length()), values.remove(values.size() - 1)));
                }
            }
        }
        text.append(inner, from, inner.length());
        Matcher created = DCT.matcher(xml);
        return new Document(
                text.toString(),
                created.find() ? Optional.of(LocalDate.parse(created.group(1))) : Optional.empty(),
                gold);
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default ->
                name.startsWith("#") && name.substring(1).matches("[0-9]+")
                        ? Character.toString(Integer.parseInt(name.substring(1)))
                        : "&" + name + ";";
        };
    }

    private static String line(String name, Document document, List<Marked> found) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", name);
        line.put("gold", marked(document, document.gold()));
        line.put("found", marked(document, found));
        return JSON.writeValueAsString(line);
    }

    private static List<Map<String, Object>> marked(Document document, List<Marked> all) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Marked each : all) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("begin", each.span().begin());
            one.put("end", each.span().end());
            one.put("words", each.span().in(document.text()));
            one.put("value", each.value());
            list.add(one);
        }
        return list;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Counts of one set. */
    static final class Tally {
        private int gold;
        private int found;
        private int strict;
        private int relaxed;
        private int valued;

        void add(List<Marked> gold, List<Marked> found) {
            this.gold += gold.size();
            this.found += found.size();
            boolean[] taken = new boolean[found.size()];
            List<Marked> left = new ArrayList<>();
            for (Marked each : gold) {
                int same = -1;
                for (int i = 0; i < found.size() && same < 0; i++) {
                    same = !taken[i] && found.get(i).span().equals(each.span()) ? i : -1;
                }
                if (same < 0) {
                    left.add(each);
                } else {
                    taken[same] = true;
                    strict++;
                    count(each, found.get(same));
                }
            }
            for (Marked each : left) {
                for (int i = 0; i < found.size(); i++) {
                    if (!taken[i] && found.get(i).span().overlaps(each.span())) {
                        taken[i] = true;
                        count(each, found.get(i));
                        break;
                    }
                }
            }
        }

        private void count(Marked gold, Marked ours) {
            relaxed++;
            valued += gold.value().equals(ours.value()) ? 1 : 0;
        }

        Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("value_f1", f1(valued));
            figures.put("strict_f1", f1(strict));
            figures.put("relaxed_f1", f1(relaxed));
            figures.put("precision", ratio(relaxed, found));
            figures.put("recall", ratio(relaxed, gold));
            figures.put("value_accuracy", ratio(valued, relaxed));
            figures.put("gold", (double) gold);
            return figures;
        }

        private double f1(int right) {
            return ratio(2 * right, gold + found);
        }

        private static double ratio(int part, int whole) {
            return whole == 0 ? 0 : (double) part / whole;
        }
    }
}
