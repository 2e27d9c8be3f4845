package dateline.ingest.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** HTML inside feeds: told from plain text, made safe, its addresses made absolute, its words taken out. */
public final class Markup {
    private Markup() {}

    private static final Pattern CLOSED = Pattern.compile("</(\\w+)>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\\w{1,10});");
    private static final Pattern OPENED =
            Pattern.compile("(?i)<(?:p|br|hr|img|a|b|i|em|strong|div|span|ul|ol)\\b[^<>]*>");
    private static final Pattern SCHEME =
            Pattern.compile("(?i)^(?:https?|ftp|mailto|tag|urn|file|news|feed|data):.*", Pattern.DOTALL);
    private static final Pattern ANY_SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final int DEPTH_MAX = 200;

    /** Tags in one piece of HTML; the longest live reports of a day have some 10,000. */
    private static final int TAGS_MAX = 20_000;

    /** True when the words are HTML to anyone but a machine: they close a tag, break a line or name a character. */
    static boolean looksLike(String words) {
        return CLOSED.matcher(words).find()
                || OPENED.matcher(words).find()
                || ENTITY.matcher(words).find();
    }

    /** True when the words, decoded once, still carry tags. */
    static boolean isEscaped(String words) {
        return CLOSED.matcher(words).find() || OPENED.matcher(words).find();
    }

    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(DEPTH_MAX);
    }

    /** The piece that is read of markup that holds more tags than any report does. */
    private static String bounded(String html) {
        int at = -1;
        for (int tags = 0; tags <= TAGS_MAX; tags++) {
            at = html.indexOf('<', at + 1);
            if (at < 0) {
                return html;
            }
        }
        return html.substring(0, at);
    }

    private static Document parse(String given) {
        String html = bounded(given);
        // A browser takes "<!" for a comment and swallows what follows; writers mean the characters.
        Document document =
                parser().parseInput("<body>" + html.replaceAll("<!(?!--|\\[CDATA|(?i:doctype))", "&lt;!"), "");
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /** The same HTML without scripts, with absolute addresses. */
    static String clean(String html, String base) {
        Document document = parse(html);
        document.select("script, style, iframe, object, embed, applet, form, meta, link, noscript")
                .remove();
        for (Element element : document.body().getAllElements()) {
            for (Attribute attribute : element.attributes().asList()) {
                String key = attribute.getKey();
                if (key.startsWith("on") || key.startsWith("xmlns")) {
                    element.removeAttr(key);
                } else if (key.equals("href") || key.equals("src") || key.equals("cite") || key.equals("longdesc")) {
                    Optional<String> address = absolute(base, attribute.getValue());
                    address.ifPresentOrElse(each -> element.attr(key, each), () -> element.removeAttr(key));
                }
            }
        }
        return document.body().html().strip();
    }

    /** The words a reader sees; paragraphs and other blocks are parted by an empty line. */
    public static String text(String html) {
        Document document = parse(html);
        document.select("script, style, iframe, object, embed, noscript, template")
                .remove();
        for (Element breaking : document.select("br")) {
            breaking.replaceWith(new TextNode("\u2028"));
        }
        StringBuilder text = new StringBuilder();
        document.body().traverse((node, depth) -> {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText()
                        .replaceAll("[\\s\u00A0]*\u2028[\\s\u00A0]*", "\u2028")
                        .replaceAll("[^\\S\u2028]+", " "));
            } else if (node instanceof Element element && element.isBlock() && depth > 0) {
                text.append('\u2029');
            }
        });
        return text.toString()
                .replaceAll("\\s*\u2029[\\s\u2028\u2029]*", "\n\n")
                .replaceAll("\u2028(?:\\s*\u2028)+\\s*", "\n\n")
                .replaceAll(" *\u2028 *", "\n")
                .replaceAll("[\u00A0 ]{2,}", " ")
                .replaceAll("\\n[ \u00A0]+", "\n")
                .strip();
    }

    /** True when a browser shows the two pieces of HTML alike: case of tags, order of attributes and ways to write a character do not count. */
    public static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String html) {
        StringBuilder normal = new StringBuilder();
        parse(html).body().traverse(new org.jsoup.select.NodeVisitor() {
            @Override
            public void head(org.jsoup.nodes.Node node, int depth) {
                if (node instanceof TextNode words) {
                    normal.append(words.getWholeText().replaceAll("\\s+", " "));
                } else if (node instanceof Element element && depth > 0) {
                    normal.append('<').append(element.tagName());
                    element.attributes().asList().stream()
                            .filter(each -> !each.getKey().startsWith("xmlns"))
                            .map(each -> " " + each.getKey() + "='" + each.getValue() + "'")
                            .sorted()
                            .forEach(normal::append);
                    normal.append('>');
                }
            }

            @Override
            public void tail(org.jsoup.nodes.Node node, int depth) {
                if (node instanceof Element && depth > 0) {
                    normal.append("</>");
                }
            }
        });
        return normal.toString().strip();
    }

    /** The address made absolute; empty when it names a scheme that is no address of a document, such as {@code javascript:}. */
    static Optional<String> absolute(String base, String address) {
        String stripped = address.strip().replaceAll("[\\r\\n\\t]+", "");
        if (stripped.isEmpty()) {
            return base.isEmpty() ? Optional.empty() : Optional.of(base);
        }
        if (ANY_SCHEME.matcher(stripped).matches()) {
            return SCHEME.matcher(stripped).matches() ? Optional.of(stripped) : Optional.empty();
        }
        String resolved = base.isEmpty() ? "" : StringUtil.resolve(base, stripped);
        return Optional.of(resolved.isEmpty() ? stripped : resolved);
    }
}
