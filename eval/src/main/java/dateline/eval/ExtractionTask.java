package dateline.eval;

import dateline.ingest.page.Page;
import dateline.ingest.page.PageReader;
import dateline.ingest.page.PageRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Article pages: how much of the text is taken out and how much else with it, and how often the day of publication is right.
 *
 * <p>Reads four layouts, each found anywhere below the folder: {@code source.html.gz} beside {@code expected.html};
 * {@code ground-truth.json} beside {@code html/<id>.html.gz}; {@code segments.json} and {@code dates.json} beside their pages.
 * Rules were made on the pages whose name has an even hash (of those with whole texts: on three quarters); {@code _unseen}
 * figures are of the others alone.
 */
public final class ExtractionTask implements Task {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PageReader reader = new PageReader();

    @Override
    public String name() {
        return "extraction";
    }

    /** Segments wanted and found, unwanted and found, over all pages. */
    private static final class Segments {
        int wanted;
        int found;
        int wrong;

        double precision() {
            return found + wrong == 0 ? 0 : (double) found / (found + wrong);
        }

        double recall() {
            return wanted == 0 ? 0 : (double) found / wanted;
        }

        double f1() {
            return found == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }

    /** One figure per part of the data: all pages, the unseen ones, and the peer on all. */
    private record Parts<T>(T all, T unseen, T peer) {}

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Map<String, Double> f1 = new LinkedHashMap<>();
        Map<String, Double> f1Unseen = new LinkedHashMap<>();
        Map<String, Double> segment = new LinkedHashMap<>();
        Map<String, Double> segmentUnseen = new LinkedHashMap<>();
        Map<String, Double> date = new LinkedHashMap<>();
        Map<String, Double> dateUnseen = new LinkedHashMap<>();
        Scores.Builder scores = Scores.of(name());
        try (PrintWriter out = predictions.isEmpty()
                ? new PrintWriter(Writer.nullWriter())
                : new PrintWriter(Files.newBufferedWriter(predictions.get(), StandardCharsets.UTF_8))) {
            Map<String, Parts<Shingles>> texts = new LinkedHashMap<>();
            for (Path expected : DataFiles.below(data, each -> each.equals("expected.html"))) {
                Path page = expected.resolveSibling("source.html.gz");
                Path above = expected.toAbsolutePath().normalize().getParent();
                if (Files.isRegularFile(page) && above != null) {
                    String wanted = PagePeer.plain(Files.readString(expected));
                    text(texts, folder(above), folder(page), wanted, unpacked(page), out);
                }
            }
            for (Path truth : DataFiles.below(data, each -> each.equals("ground-truth.json"))) {
                String set = folder(truth);
                for (Map.Entry<String, JsonNode> each :
                        JSON.readTree(truth.toFile()).properties()) {
                    Optional<Path> page = placed(truth, each.getKey() + ".html.gz");
                    if (page.isPresent()) {
                        String wanted = each.getValue().path("articleBody").asString("");
                        text(texts, set, each.getKey(), wanted, unpacked(page.get()), out);
                    }
                }
            }
            texts.forEach((set, parts) -> {
                scores.figure(set, "f1", parts.all().f1())
                        .figure(set, "precision", parts.all().precision())
                        .figure(set, "recall", parts.all().recall())
                        .figure(set, "f1_unseen", parts.unseen().f1());
                scores.peer(PagePeer.NAME, "f1, " + set, parts.peer().f1(), "measured in this run");
                f1.put(set, parts.all().f1());
                f1Unseen.put(set, parts.unseen().f1());
            });
            progress.println("extraction: texts compared");
            for (Path list : DataFiles.below(data, each -> each.equals("segments.json"))) {
                String set = folder(list);
                Parts<Segments> parts = segments(list, out);
                scores.figure(set, "segment_f1", parts.all().f1())
                        .figure(set, "precision", parts.all().precision())
                        .figure(set, "recall", parts.all().recall())
                        .figure(set, "segment_f1_unseen", parts.unseen().f1());
                scores.peer(PagePeer.NAME, "segment_f1, " + set, parts.peer().f1(), "measured in this run");
                segment.put(set, parts.all().f1());
                segmentUnseen.put(set, parts.unseen().f1());
            }
            progress.println("extraction: segments looked for");
            for (Path list : DataFiles.below(data, each -> each.equals("dates.json"))) {
                String set = folder(list);
                Parts<int[]> parts = dates(list, out);
                scores.figure(set, "date_accuracy", share(parts.all()))
                        .figure(set, "date_accuracy_unseen", share(parts.unseen()));
                date.put(set, share(parts.all()));
                dateUnseen.put(set, share(parts.unseen()));
            }
        }
        if (f1.isEmpty() && segment.isEmpty() && date.isEmpty()) {
            throw new IOException("extraction: no saved pages with what is expected of them below " + data
                    + " (expected.html beside source.html.gz, ground-truth.json, segments.json or dates.json)");
        }
        mean(scores, "f1", f1);
        mean(scores, "segment_f1", segment);
        mean(scores, "date_accuracy", date);
        mean(scores, "f1_unseen", f1Unseen);
        mean(scores, "segment_f1_unseen", segmentUnseen);
        mean(scores, "date_accuracy_unseen", dateUnseen);
        return scores.peer("trafilatura", "f1, Scrapinghub pages", 0.958, "article-extraction-benchmark")
                .peer("readability.js", "f1, Scrapinghub pages", 0.947, "article-extraction-benchmark")
                .peer("boilerpipe", "f1, Scrapinghub pages", 0.860, "article-extraction-benchmark")
                .peer("trafilatura", "segment_f1, all 990 pages", 0.924, "trafilatura's repository, 2026-08")
                .remark(
                        "Figures over all pages and, as _unseen, over those that no rule was made on (odd hash of the name; of the pages with whole texts the last quarter).")
                .done();
    }

    private void text(
            Map<String, Parts<Shingles>> texts, String set, String id, String wanted, byte[] page, PrintWriter out) {
        Parts<Shingles> parts =
                texts.computeIfAbsent(set, name -> new Parts<>(new Shingles(), new Shingles(), new Shingles()));
        String html = new String(page, StandardCharsets.UTF_8);
        Optional<Page> read = page(page);
        String given = read.map(Page::text).orElse("");
        double own = parts.all().add(wanted, given);
        if (isUnseenText(id)) {
            parts.unseen().add(wanted, given);
        }
        parts.peer().add(wanted, PagePeer.text(html));
        write(out, set, id, read, own);
    }

    private Parts<Segments> segments(Path list, PrintWriter out) throws IOException {
        Parts<Segments> parts = new Parts<>(new Segments(), new Segments(), new Segments());
        for (Map.Entry<String, JsonNode> each : JSON.readTree(list.toFile()).properties()) {
            String file = each.getValue().path("file").asString("");
            Optional<Path> place = placed(list, file);
            if (place.isEmpty()) {
                continue;
            }
            byte[] page = unpacked(place.get());
            Optional<Page> read = page(page);
            Segments own = new Segments();
            count(each.getValue(), read.map(Page::text).orElse(""), own, parts.all());
            if (isUnseen(file)) {
                count(each.getValue(), read.map(Page::text).orElse(""), parts.unseen());
            }
            count(each.getValue(), PagePeer.text(new String(page, StandardCharsets.UTF_8)), parts.peer());
            write(out, folder(list), file, read, own.f1());
        }
        return parts;
    }

    private static void count(JsonNode wanted, String text, Segments... sums) {
        String words = spaced(text);
        for (Segments sum : sums) {
            for (String each : DataFiles.strings(wanted, "with")) {
                sum.wanted++;
                sum.found += words.contains(spaced(each)) ? 1 : 0;
            }
            for (String each : DataFiles.strings(wanted, "without")) {
                sum.wrong += words.contains(spaced(each)) ? 1 : 0;
            }
        }
    }

    private static String spaced(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    private Parts<int[]> dates(Path list, PrintWriter out) throws IOException {
        Parts<int[]> parts = new Parts<>(new int[2], new int[2], new int[2]);
        for (Map.Entry<String, JsonNode> each : JSON.readTree(list.toFile()).properties()) {
            String file = each.getValue().path("file").asString("");
            Optional<Path> place = placed(list, file);
            if (place.isEmpty()) {
                continue;
            }
            Optional<Page> read = page(unpacked(place.get()));
            String given = read.flatMap(Page::published)
                    .map(known -> known.value().day().toString())
                    .orElse("");
            int right = given.equals(each.getValue().path("date").asString("")) ? 1 : 0;
            for (int[] sum : isUnseen(file) ? List.of(parts.all(), parts.unseen()) : List.of(parts.all())) {
                sum[0] += right;
                sum[1]++;
            }
            write(out, folder(list), file, read, right);
        }
        return parts;
    }

    private Optional<Page> page(byte[] bytes) {
        return switch (reader.read(bytes, LocalDate.now(ZoneOffset.UTC))) {
            case Page page -> Optional.of(page);
            case PageRefused refused -> Optional.empty();
        };
    }

    private static void write(PrintWriter out, String set, String id, Optional<Page> page, double score) {
        ObjectNode line = JSON.createObjectNode();
        line.put("set", set).put("id", id).put("score", score);
        page.ifPresent(read -> {
            line.put("text", read.text());
            read.title().ifPresent(title -> line.put("title", title.value()));
            read.byline().ifPresent(byline -> line.put("byline", byline.value()));
            read.published()
                    .ifPresent(
                            known -> line.put("published", known.value().day().toString())
                                    .put("published_from", known.where()));
        });
        out.println(line);
    }

    /** A fixed half of all pages, by name: those that were not looked at while rules were made. */
    static boolean isUnseen(String id) {
        return (hash(id) & 1) == 1;
    }

    /** Of pages with their whole text as gold there are few, so three quarters of them were looked at. */
    static boolean isUnseenText(String id) {
        return (hash(id) & 3) == 3;
    }

    private static int hash(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8))[0];
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("extraction: this Java has no SHA-256", impossible);
        }
    }

    private static void mean(Scores.Builder scores, String key, Map<String, Double> sets) {
        if (!sets.isEmpty()) {
            scores.figure(
                    key,
                    sets.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElse(0));
        }
    }

    private static double share(int[] sum) {
        return sum[1] == 0 ? 0 : (double) sum[0] / sum[1];
    }

    /** Name of the folder that a file or folder lies in. */
    private static String folder(Path path) {
        return Optional.ofNullable(path.toAbsolutePath().normalize().getParent())
                .flatMap(parent -> Optional.ofNullable(parent.getFileName()))
                .map(Path::toString)
                .orElse("pages");
    }

    /** A list's page lies beside it or in {@code html/}; a list may name more pages than were kept. */
    private static Optional<Path> placed(Path list, String file) {
        return Stream.of(list.resolveSibling(file), list.resolveSibling("html").resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static byte[] unpacked(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.getFileName().toString().endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readAllBytes();
        }
    }
}
