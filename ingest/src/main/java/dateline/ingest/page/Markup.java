package dateline.ingest.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;

/** The bytes of a page as characters and as a tree, within bounds that no page written for readers comes near. */
final class Markup {
    /** The longest live reports have some 60,000 tags. */
    static final int TAGS_MAX = 100_000;

    /** Characters of visible text; the longest live reports have some 300,000. */
    static final int TEXT_LENGTH_MAX = 2_000_000;

    /** Names and styles longer than this are cut before anything looks at them: they are searched again and again. */
    private static final int NAMES_LENGTH_MAX = 1_000;

    private static final List<String> NAMES = List.of("class", "id", "style", "itemprop", "data-component");

    /** Browsers stop nesting at 512; pages with unclosed tags come near that, never near a thousand. */
    static final int DEPTH_MAX = 1_000;

    /** Where browsers look for the declaration of an encoding, doubled: some pages put scripts before it. */
    private static final int DECLARATION_LENGTH = 4_096;

    private static final Pattern DECLARED = Pattern.compile(
            "(?i)<(?:meta[^>]{0,300}?charset|\\?xml[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})");

    /** Characters of a page and what had to be done to read them. */
    record Decoded(String html, List<String> notes) {}

    private Markup() {}

    /**
     * The characters. What is whole UTF-8 is UTF-8, whatever the page declares (servers and editors change the encoding and
     * leave the declaration); else the declared encoding counts, else Windows-1252, as in browsers.
     */
    static Decoded decoded(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new Decoded(new String(bytes, StandardCharsets.UTF_16LE), List.of("read as UTF-16"));
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new Decoded(new String(bytes, StandardCharsets.UTF_16BE), List.of("read as UTF-16"));
        }
        Optional<Charset> declared = declared(bytes);
        Optional<String> whole = strictly(bytes, StandardCharsets.UTF_8);
        if (whole.isPresent()) {
            boolean shifted = declared.isPresent() && declared.get().name().startsWith("ISO-2022");
            if (!shifted) {
                return new Decoded(whole.get(), List.of());
            }
        }
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
            // Browsers read Latin-1 as the Windows page that contains it: the quotation marks are only there.
            Charset charset = declared.get().name().equals("ISO-8859-1")
                            || declared.get().name().equals("US-ASCII")
                    ? Charset.forName("windows-1252")
                    : declared.get();
            return new Decoded(new String(bytes, charset), List.of("read as " + charset.name() + ", as it declares"));
        }
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long broken = lenient.chars().filter(c -> c == '\uFFFD').count();
        long other = lenient.codePoints().filter(c -> c > 0x7F && c != 0xFFFD).count();
        if (other >= broken * 4) {
            return new Decoded(lenient, List.of("damaged UTF-8; " + broken + " character(s) could not be read"));
        }
        return new Decoded(
                new String(bytes, Charset.forName("windows-1252")), List.of("not UTF-8; read as windows-1252"));
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_LENGTH), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            // A page that could be searched for its declaration byte by byte is not UTF-16, whatever it says.
            return name.startsWith("utf-16") || name.equals("utf8")
                    ? Optional.of(StandardCharsets.UTF_8)
                    : Optional.of(Charset.forName(name)).filter(Charset::canEncode);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** Why these characters are not to be parsed at all, counted before a tree is built; empty when they may be. */
    static Optional<PageRefused> tooMuch(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (at + 1 < html.length() && Character.isLetter(html.charAt(at + 1)) && ++tags > TAGS_MAX) {
                return Optional.of(new PageRefused(
                        String.format(Locale.ROOT, "character %,d", at),
                        String.format(Locale.ROOT, "more than %,d tags are no page of news", TAGS_MAX)));
            }
        }
        return Optional.empty();
    }

    static Document tree(String html) {
        Document document = Parser.htmlParser().setMaxDepth(DEPTH_MAX).parseInput(html, "");
        NodeTraversor.traverse(
                (Node node, int depth) -> {
                    if (node instanceof Element element) {
                        for (String name : NAMES) {
                            String value = element.attr(name);
                            if (value.length() > NAMES_LENGTH_MAX) {
                                element.attr(name, value.substring(0, NAMES_LENGTH_MAX));
                            }
                        }
                    }
                },
                document);
        return document;
    }

    /** Why this tree is not to be read; empty when it may be. */
    static Optional<PageRefused> tooLarge(Document document) {
        int depth = 0;
        long length = 0;
        Node node = document;
        while (true) {
            length += node instanceof TextNode text ? text.getWholeText().length() : 0;
            if (length > TEXT_LENGTH_MAX) {
                return Optional.of(new PageRefused(
                        path(node),
                        String.format(
                                Locale.ROOT, "more than %,d characters of text are no page of news", TEXT_LENGTH_MAX)));
            }
            if (depth >= DEPTH_MAX - 2) {
                return Optional.of(new PageRefused(
                        path(node),
                        String.format(Locale.ROOT, "its tags are nested more than %,d deep", DEPTH_MAX - 2)));
            }
            if (node.childNodeSize() > 0) {
                node = node.childNode(0);
                depth++;
                continue;
            }
            Node next = node.nextSibling();
            while (next == null) {
                Node parent = node.parent();
                if (parent == null) {
                    return Optional.empty();
                }
                node = parent;
                depth--;
                next = node.nextSibling();
            }
            node = next;
        }
    }

    private static String path(Node deep) {
        List<String> names = new ArrayList<>();
        for (Node node = deep; node != null; node = node.parent()) {
            if (node instanceof Element element && !(node instanceof Document)) {
                names.addFirst(element.normalName());
            }
        }
        return String.join(" > ", names.subList(0, Math.min(6, names.size()))) + " > …";
    }
}
