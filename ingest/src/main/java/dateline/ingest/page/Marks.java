package dateline.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says about its article in marked elements (microdata, RDFa) and in its metadata. */
final class Marks {
    private static final int VALUE_LENGTH_MAX = 500;

    /** Elements asked for one name; the article's own stand among the first. */
    private static final int VALUES_MAX = 50;

    /** No page has more than some two hundred. */
    private static final int METAS_MAX = 1_000;

    private final Document document;
    private final List<Element> metas;

    Marks(Document document) {
        this.document = document;
        this.metas = document.select("meta").stream().limit(METAS_MAX).toList();
    }

    /** Values of elements with this {@code itemprop} or {@code property}; those of an article before those of anything else. */
    List<String> marked(String name) {
        List<String> ofArticle = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Element element : document
                .select("[itemprop~=(?i)(?:^|\\s)" + name + "(?:\\s|$)], [property=" + name + "], [property=schema:"
                        + name + "]")
                .stream()
                .limit(VALUES_MAX)
                .toList()) {
            String kind = kind(element);
            if (kind.contains("comment")) {
                continue;
            }
            String value = value(element);
            if (!value.isBlank()) {
                (kind.matches(".*(?:article|posting|report|review)") ? ofArticle : others).add(value);
            }
        }
        ofArticle.addAll(others);
        return ofArticle;
    }

    /** The type of the thing that the element is a property of, in lower case; empty when it is of none. */
    private static String kind(Element element) {
        for (Element up = element.parent(); up != null; up = up.parent()) {
            if (up.hasAttr("itemscope") || up.hasAttr("typeof")) {
                return (up.attr("itemtype") + up.attr("typeof")).toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static String value(Element element) {
        for (String attribute : List.of("content", "datetime")) {
            if (element.hasAttr(attribute) && !element.attr(attribute).isBlank()) {
                return cut(element.attr(attribute));
            }
        }
        Element name = element.hasAttr("itemscope") ? element.selectFirst("[itemprop=name]") : null;
        if (name != null) {
            return cut(name.hasAttr("content") ? name.attr("content") : Spaces.single(name.text()));
        }
        return element.normalName().equals("meta") ? "" : cut(Spaces.single(element.text()));
    }

    /** The content of the first {@code meta} of this name that says something. */
    Optional<String> meta(String name) {
        for (Element meta : metas) {
            for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                if (meta.attr(attribute).strip().equalsIgnoreCase(name)
                        && !meta.attr("content").isBlank()) {
                    return Optional.of(cut(meta.attr("content").strip()));
                }
            }
        }
        return Optional.empty();
    }

    private static String cut(String value) {
        return value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value;
    }
}
