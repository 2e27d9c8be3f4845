package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads a feed from its bytes. The tree is built leniently: what is not closed is closed, what is unknown is passed over, and
 * a known element counts whatever stands around it.
 */
public final class FeedReader {
    /** The longest feeds of newspapers hold some 3 MB; more is no feed. */
    public static final int LENGTH_MAX = 24 << 20;

    /** Deeper than any feed with XHTML in it. */
    private static final int DEPTH_MAX = 400;

    /** Tags in one feed, so that reading it stays a matter of seconds; large feeds have some 50,000. */
    private static final int TAGS_MAX = 500_000;

    /** Feeds hold some dozens of entries, archives of feeds some thousands. */
    private static final int ENTRIES_MAX = 50_000;

    public Feed.Result read(byte[] bytes, Feed.Envelope envelope) {
        if (bytes.length == 0) {
            return new Feed.Result.Refused("byte 0", "the feed is empty");
        }
        if (bytes.length > LENGTH_MAX) {
            return new Feed.Result.Refused(
                    "byte " + LENGTH_MAX, "longer than any feed (at most " + (LENGTH_MAX >> 20) + " MB)");
        }
        XmlText.Decoded decoded = XmlText.decode(bytes, envelope.charset());
        String text = decoded.text();
        if (text.stripLeading().startsWith("{")) {
            return JsonFeed.read(text.strip(), envelope);
        }
        return switch (XmlText.withoutDoctype(text)) {
            case XmlText.Prolog.Hostile hostile -> new Feed.Result.Refused(hostile.where(), hostile.why());
            case XmlText.Prolog.Plain plain -> xml(plain.text(), envelope, decoded.notes());
        };
    }

    private static Feed.Result xml(String text, Feed.Envelope envelope, List<String> decodingNotes) {
        if (text.chars().filter(each -> each == '<').limit(TAGS_MAX + 1).count() > TAGS_MAX) {
            return new Feed.Result.Refused("", "holds more than " + TAGS_MAX + " tags, which no feed does");
        }
        Parser parser = Parser.xmlParser().setMaxDepth(DEPTH_MAX).setTrackPosition(true);
        Document document = parser.parseInput(text, "");
        document.outputSettings().prettyPrint(false);
        Optional<Element> root = root(document);
        if (root.isEmpty()) {
            return new Feed.Result.Refused("", document.text().isBlank() ? "there is nothing in it" : "not a feed");
        }
        List<String> notes = new ArrayList<>(decodingNotes);
        Words words =
                new Words(envelope.address().orElse(""), envelope.language().filter(each -> !each.contains(",")));
        Element channel = channel(root.get());
        boolean atom = Names.local(root.get()).equals("feed")
                || Names.local(root.get()).equals("entry");
        AboutReader about = new AboutReader(words, atom);
        List<Entry> entries = new ArrayList<>();
        for (Element element : entries(root.get())) {
            if (entries.size() == ENTRIES_MAX) {
                notes.add("holds more than " + ENTRIES_MAX + " entries; the rest is left out");
                break;
            }
            entries.add(entry(element, about, words, atom, text));
        }
        Optional<Wording> information = child(channel, "info").flatMap(each -> words.read(each, atom));
        return new Feed.Result.Read(new Feed(kind(root.get()), about.read(channel, true), information, entries, notes));
    }

    private static Optional<Element> root(Document document) {
        for (Element element : document.getAllElements()) {
            String name = Names.local(element);
            if (List.of("rss", "feed", "rdf", "channel").contains(name)
                    || name.equals("entry") && element.parent() == document) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static Element channel(Element root) {
        if (Names.local(root).equals("feed")) {
            return root;
        }
        return child(root, "channel").orElse(root);
    }

    private static Optional<Element> child(Element parent, String name) {
        return parent.children().stream()
                .filter(each ->
                        Names.local(each).equals(name) && Names.vocabulary(each).equals(Names.CORE))
                .findFirst();
    }

    private static List<Element> entries(Element root) {
        List<Element> entries = new ArrayList<>();
        if (Names.local(root).equals("entry")) {
            return List.of(root);
        }
        for (Element element : root.getAllElements()) {
            boolean entry = List.of("item", "entry").contains(Names.local(element))
                    && Names.vocabulary(element).equals(Names.CORE);
            if (entry && element != root && !isInside(element)) {
                entries.add(element);
            }
        }
        return entries;
    }

    private static boolean isInside(Element element) {
        for (Element each = element.parent(); each != null; each = each.parent()) {
            if (List.of("item", "entry", "content", "summary", "source").contains(Names.local(each))) {
                return true;
            }
        }
        return false;
    }

    private static Entry entry(Element element, AboutReader about, Words words, boolean atom, String text) {
        AboutReader.Parts parts = AboutReader.parts(element);
        List<Wording> contents = new ArrayList<>();
        parts.all("content", "fullitem", "xhtml:body", "content:encoded", "body", "xhtml:div").stream()
                .filter(each -> words.read(each, atom).isPresent())
                .forEach(each -> words.read(each, atom).ifPresent(contents::add));
        if (contents.isEmpty()) {
            String summary = AboutReader.firstOf(parts, "summary", "description");
            parts.first(summary.equals("summary") ? "description" : "summary")
                    .filter(each -> parts.first(summary).isPresent())
                    .flatMap(each -> words.read(each, atom))
                    .ifPresent(contents::add);
        }
        About read = about.read(element, false);
        Optional<About> source = parts.first("source").map(each -> source(each, about, words));
        if (read.authors().isEmpty()
                && source.isPresent()
                && !source.get().authors().isEmpty()) {
            read = read.withAuthors(source.get().authors());
        }
        return new Entry(read, contents, source, enclosures(parts, read, words), given(element, text));
    }

    /** RSS names the publication in the element and its feed in {@code url}; Atom repeats the other feed's head. */
    private static About source(Element element, AboutReader about, Words words) {
        About read = about.read(element, false);
        if (element.childrenSize() > 0) {
            return read;
        }
        Optional<String> url = Words.attribute(element, "url").flatMap(each -> words.address(element, each));
        String title = Words.plain(element);
        Optional<Wording> named = title.isBlank()
                ? Optional.empty()
                : Optional.of(new Wording(title.replaceAll("\\s+", " "), false, words.language(element)));
        return read.withTitle(named, url);
    }

    private static List<Enclosure> enclosures(AboutReader.Parts parts, About about, Words words) {
        List<Enclosure> enclosures = new ArrayList<>();
        Function<Element, Optional<Long>> length = each -> Words.attribute(each, "length")
                .or(() -> Words.attribute(each, "fileSize"))
                .map(String::strip)
                .filter(digits -> digits.matches("\\d{1,15}"))
                .map(Long::valueOf);
        for (Element element : parts.all("enclosure")) {
            Words.attribute(element, "url")
                    .or(() -> Words.attribute(element, "href"))
                    .flatMap(each -> words.address(element, each))
                    .ifPresent(address -> enclosures.add(
                            new Enclosure(address, Words.attribute(element, "type"), length.apply(element))));
        }
        for (Element element : parts.all("link")) {
            if (Words.attribute(element, "rel").orElse("").equalsIgnoreCase("enclosure")) {
                Words.attribute(element, "href")
                        .flatMap(each -> words.address(element, each))
                        .ifPresent(address -> enclosures.add(
                                new Enclosure(address, Words.attribute(element, "type"), length.apply(element))));
            }
        }
        return enclosures;
    }

    /** The entry as it stands in the feed; an unclosed one reaches as far as the tree makes it. */
    private static String given(Element element, String text) {
        int begin = element.sourceRange().start().pos();
        int end = element.endSourceRange().end().pos();
        return begin >= 0 && end > begin && end <= text.length() ? text.substring(begin, end) : element.outerHtml();
    }

    private static String kind(Element root) {
        String version = Words.attribute(root, "version").orElse("").strip();
        return switch (Names.local(root)) {
            case "rss" -> ("rss " + version).strip();
            case "feed", "entry" -> version.equals("0.3") ? "atom 0.3" : "atom 1.0";
            case "rdf" -> "rdf";
            case "channel" -> Words.attribute(root, "href").isPresent() ? "cdf" : "rss";
            default -> Names.local(root).toLowerCase(Locale.ROOT);
        };
    }
}
