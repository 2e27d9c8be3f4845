package dateline.eval;

import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.place.Place;
import dateline.analysis.place.ResolvedPlace;
import dateline.report.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Place names and where they are: F1 of the names' spans, and the share of found names put within 161 km of the right spot,
 * from raw text. Articles at odd positions were looked at while rules were made; {@code unseen} has the even ones.
 */
public final class PlacesTask implements Task {
    private static final double NEAR_KM = 161;

    @Override
    public String name() {
        return "places";
    }

    private record Toponym(int start, int end, double lat, double lon) {}

    /** {@code adjectives}: whether the corpus marks "Norwegian" as a name of Norway; those with {@code toponym} elements do. */
    private record Article(String text, List<Toponym> toponyms, boolean adjectives) {}

    private static final class Tally {
        int gold;
        int found;
        int right;
        int placed;
        int near;

        double f1() {
            return found + gold == 0 ? 0 : 2.0 * right / (found + gold);
        }

        double near() {
            return placed == 0 ? 0 : (double) near / placed;
        }
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        Tally unseen = new Tally();
        Tally all = new Tally();
        try (TextReader reader = new TextReader();
                PrintWriter out = predictions.isEmpty()
                        ? new PrintWriter(java.io.Writer.nullWriter())
                        : new PrintWriter(Files.newBufferedWriter(predictions.get(), StandardCharsets.UTF_8))) {
            for (Path file : DataFiles.below(data, name -> name.endsWith(".xml"))) {
                List<Article> articles = articles(file);
                Tally tally = new Tally();
                for (int i = 0; i < articles.size(); i++) {
                    Tally each = score(reader, articles.get(i), file.getFileName() + "#" + i, out);
                    List<Tally> sums = new ArrayList<>(List.of(tally, all));
                    if (i % 2 == 0) {
                        sums.add(unseen);
                    }
                    for (Tally sum : sums) {
                        sum.gold += each.gold;
                        sum.found += each.found;
                        sum.right += each.right;
                        sum.placed += each.placed;
                        sum.near += each.near;
                    }
                }
                if (tally.gold > 0) {
                    tallies.put(file.getFileName().toString(), tally);
                }
            }
        }
        if (all.gold == 0) {
            throw new IOException("places: no article with place names below " + data);
        }
        double f1 = tallies.values().stream().mapToDouble(Tally::f1).average().orElse(0);
        double near =
                tallies.values().stream().mapToDouble(Tally::near).average().orElse(0);
        Scores.Builder scores = Scores.of(name())
                .figure("f1", f1)
                .figure("acc161", near)
                .figure("f1_unseen", unseen.f1())
                .figure("acc161_unseen", unseen.near());
        tallies.forEach((file, tally) -> scores.figure(file, "f1", tally.f1())
                .figure(file, "precision", (double) tally.right / Math.max(1, tally.found))
                .figure(file, "recall", (double) tally.right / Math.max(1, tally.gold))
                .figure(file, "acc161", tally.near()));
        return scores.peer("Topocluster", "f1, LGL", 0.71, "Gritta et al., paper's table 1")
                .peer("Edinburgh", "acc161, LGL", 0.76, "Gritta et al., paper's table 3")
                .remark(
                        "A country's adjective counts as its name where the corpus marks such words (TR-News). Names of buildings and streets are not counted.")
                .remark(
                        "f1: spans exactly as marked. acc161: of the names found exactly, the share put within 161 km; a name found but not located counts as wrong.")
                .done();
    }

    private static Tally score(TextReader reader, Article article, String id, PrintWriter out) {
        TextReader.Read read = reader.read(TextReader.report(id, article.text()));
        Map<Integer, ResolvedPlace> places = new LinkedHashMap<>();
        reader.places(read).forEach(place -> places.put(place.referent(), place));
        Map<Integer, Integer> referents = new LinkedHashMap<>();
        for (Referent referent : read.mentions().referents()) {
            referent.mentions().forEach(mention -> referents.put(mention, referent.id()));
        }
        Map<Span, Optional<Place>> said = new LinkedHashMap<>();
        for (Mention mention : read.mentions().mentions()) {
            Integer referent = referents.get(mention.id());
            String words = read.segmented().report().quote(mention.span());
            boolean toponym = mention.kind() == Mention.Kind.NAME
                    && (mention.type() == Mention.Type.PLACE && (article.adjectives() || !reader.isAdjective(words)))
                    && !reader.isSite(words);
            if (toponym) {
                ResolvedPlace place = referent == null ? null : places.get(referent);
                said.put(mention.span(), place == null ? Optional.empty() : place.place());
            }
        }
        Tally tally = new Tally();
        tally.gold = article.toponyms().size();
        tally.found = said.size();
        for (Toponym toponym : article.toponyms()) {
            Span span = new Span(toponym.start(), toponym.end());
            Optional<Place> place = said.get(span);
            String words = article.text().substring(toponym.start(), toponym.end());
            if (place == null) {
                write(out, id, "missed", words, toponym, Optional.empty(), article);
                continue;
            }
            tally.right++;
            if (!Double.isNaN(toponym.lat())) {
                tally.placed++;
                boolean near = place.isPresent()
                        && Place.kilometres(
                                        toponym.lat(),
                                        toponym.lon(),
                                        place.get().lat(),
                                        place.get().lon())
                                <= NEAR_KM;
                tally.near += near ? 1 : 0;
                write(out, id, near ? "near" : "far", words, toponym, place, article);
            }
        }
        for (Span span : said.keySet()) {
            if (article.toponyms().stream()
                    .noneMatch(each -> each.start() == span.begin() && each.end() == span.end())) {
                write(
                        out,
                        id,
                        "extra",
                        span.in(article.text()),
                        new Toponym(span.begin(), span.end(), Double.NaN, Double.NaN),
                        said.get(span),
                        article);
            }
        }
        return tally;
    }

    private static void write(
            PrintWriter out,
            String id,
            String verdict,
            String words,
            Toponym toponym,
            Optional<Place> place,
            Article article) {
        String around = article.text()
                .substring(
                        Math.max(0, toponym.start() - 50),
                        Math.min(article.text().length(), toponym.end() + 30))
                .replaceAll("\\s+", " ");
        out.printf(
                Locale.ROOT,
                "{\"id\": \"%s\", \"verdict\": \"%s\", \"name\": \"%s\", \"start\": %d, \"end\": %d, \"gold\": [%s, %s], \"place\": \"%s\", \"in\": \"%s\"}%n",
                id,
                verdict,
                escape(words),
                toponym.start(),
                toponym.end(),
                number(toponym.lat()),
                number(toponym.lon()),
                escape(place.map(each -> each.name() + " " + each.country() + " " + each.id())
                        .orElse("")),
                escape(around));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.valueOf(value);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    private static List<Article> articles(Path file) throws IOException {
        Document document;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            document = factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException failure) {
            throw new IOException("places: " + file + " cannot be read as XML: " + failure.getMessage(), failure);
        }
        List<Article> articles = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName("article");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element article = (Element) nodes.item(i);
            String text = child(article, "text");
            List<Toponym> toponyms = new ArrayList<>();
            for (String tag : List.of("toponym", "location")) {
                NodeList marked = article.getElementsByTagName(tag);
                for (int k = 0; k < marked.getLength(); k++) {
                    toponym((Element) marked.item(k), text).ifPresent(toponyms::add);
                }
            }
            articles.add(new Article(
                    text, toponyms, article.getElementsByTagName("toponym").getLength() > 0));
        }
        return articles;
    }

    private static Optional<Toponym> toponym(Element element, String text) {
        int start = Integer.parseInt(child(element, "start").strip());
        int end = Integer.parseInt(child(element, "end").strip());
        String named = child(element, "phrase").isBlank()
                ? child(element, "name").strip()
                : child(element, "phrase").strip();
        // Some files count from 1, and some articles lost a character after they were marked.
        for (int shift : new int[] {0, -1, 1, -2, 2, -3, 3}) {
            if (start + shift >= 0
                    && end + shift <= text.length()
                    && text.substring(start + shift, end + shift).equals(named)) {
                return Optional.of(new Toponym(
                        start + shift,
                        end + shift,
                        coordinate(child(element, "lat")),
                        coordinate(child(element, "lon"))));
            }
        }
        if (start < 0 || end > text.length() || start >= end) {
            return Optional.empty();
        }
        return Optional.of(
                new Toponym(start, end, coordinate(child(element, "lat")), coordinate(child(element, "lon"))));
    }

    private static double coordinate(String text) {
        return text.isBlank() ? Double.NaN : Double.parseDouble(text.strip());
    }

    private static String child(Element element, String tag) {
        NodeList found = element.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
