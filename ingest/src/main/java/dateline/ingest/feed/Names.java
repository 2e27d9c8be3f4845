package dateline.ingest.feed;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Which vocabulary an element of a feed belongs to. Addresses of vocabularies are written in many ways and prefixes are used
 * undeclared, so both are looked at.
 */
final class Names {
    private Names() {}

    /** RSS and Atom of every version, which feeds mix freely. */
    static final String CORE = "";

    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            Map.entry("dc", "dc"),
            Map.entry("dcterms", "dcterms"),
            Map.entry("content", "content"),
            Map.entry("itunes", "itunes"),
            Map.entry("media", "media"),
            Map.entry("xhtml", "xhtml"),
            Map.entry("rdf", "rdf"),
            Map.entry("atom", CORE),
            Map.entry("atom10", CORE),
            Map.entry("atom03", CORE),
            Map.entry("rss", CORE),
            Map.entry("prism", "prism"));

    /** The vocabulary's short name; {@code ?} for one that says nothing about reports. */
    static String vocabulary(Element element) {
        String prefix = prefix(element);
        String namespace = namespace(element, prefix);
        if (namespace.isEmpty()) {
            return prefix.isEmpty() ? CORE : BY_PREFIX.getOrDefault(prefix, "?");
        }
        String lower = namespace.toLowerCase(Locale.ROOT).replaceFirst("[/#]+$", "");
        if (lower.matches(".*(?:purl\\.org/dc/elements|dublincore).*")) {
            return "dc";
        }
        if (lower.contains("purl.org/dc/terms")) {
            return "dcterms";
        }
        if (lower.contains("modules/content")) {
            return "content";
        }
        if (lower.contains("itunes") || lower.contains("/dtds/podcast")) {
            return "itunes";
        }
        if (lower.contains("search.yahoo.com/mrss")) {
            return "media";
        }
        if (lower.contains("1999/xhtml")) {
            return "xhtml";
        }
        if (lower.contains("22-rdf-syntax-ns")) {
            return "rdf";
        }
        if (lower.contains("prismstandard.org")) {
            return "prism";
        }
        boolean core = lower.contains("w3.org/2005/atom")
                || lower.contains("purl.org/atom/ns")
                || lower.contains("purl.org/rss/1.0")
                        && (!lower.contains("modules") || lower.contains("modules/rss091"))
                || lower.contains("my.netscape.com/rdf")
                || lower.contains("backend.userland.com/rss")
                || lower.contains("tech/rss")
                || lower.contains("purl.org/net/rss")
                || lower.contains("rssnamespace")
                || lower.contains("purl.org/pie")
                || lower.contains("purl.org/echo")
                || lower.contains("example.com/necho")
                || lower.contains("example.com/newformat")
                || lower.contains("uri/of/echo");
        if (core) {
            return CORE;
        }
        // A default vocabulary nobody knows is a feed whose writer copied an address wrongly.
        return prefix.isEmpty() ? CORE : "?";
    }

    static String local(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static String prefix(Element element) {
        String name = element.tagName();
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    private static String namespace(Element element, String prefix) {
        String attribute = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        for (Element each = element; each != null; each = each.parent()) {
            for (org.jsoup.nodes.Attribute declared : each.attributes()) {
                if (declared.getKey().equalsIgnoreCase(attribute)) {
                    return declared.getValue().strip();
                }
            }
        }
        return "";
    }
}
