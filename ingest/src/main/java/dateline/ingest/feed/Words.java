package dateline.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Reads the elements of a feed that hold words: their type, their way of carrying markup, base and language. */
final class Words {
    private final String documentBase;
    private final Optional<String> documentLanguage;

    /**
     * @param documentBase what relative addresses are reckoned from where no {@code xml:base} says otherwise
     * @param documentLanguage the language where no {@code xml:lang} says otherwise
     */
    Words(String documentBase, Optional<String> documentLanguage) {
        this.documentBase = documentBase;
        this.documentLanguage = documentLanguage;
    }

    /** Where relative addresses inside the element are reckoned from. */
    String base(Element element) {
        Element parent = element.parent();
        String outer = parent == null ? documentBase : base(parent);
        String own = attribute(element, "xml:base").orElse("");
        if (own.isBlank()) {
            return outer;
        }
        return Markup.absolute(outer, own)
                .filter(each -> outer.isEmpty() || each.contains(":"))
                .orElse(outer);
    }

    Optional<String> address(Element element, String address) {
        return address.isBlank() ? Optional.empty() : Markup.absolute(base(element), address);
    }

    Optional<String> language(Element element) {
        for (Element each = element; each != null; each = each.parent()) {
            Optional<String> own = attribute(each, "xml:lang");
            if (own.isPresent()) {
                return own.map(Words::tag).filter(tag -> !tag.isEmpty());
            }
        }
        return documentLanguage.map(Words::tag).filter(tag -> !tag.isEmpty());
    }

    static String tag(String language) {
        return language.strip().replace('_', '-');
    }

    static Optional<String> attribute(Element element, String name) {
        for (org.jsoup.nodes.Attribute each : element.attributes()) {
            if (each.getKey().equalsIgnoreCase(name)) {
                return Optional.of(each.getValue());
            }
        }
        return Optional.empty();
    }

    /** RDF's name of the thing described. */
    static Optional<String> about(Element element) {
        for (org.jsoup.nodes.Attribute each : element.attributes()) {
            if (each.getKey().toLowerCase(Locale.ROOT).endsWith(":about")) {
                return Optional.of(each.getValue());
            }
        }
        return Optional.empty();
    }

    static String plain(Element element) {
        return element.wholeText().strip();
    }

    /** The words of one element. */
    Optional<Wording> read(Element element, boolean atom) {
        String type = attribute(element, "type").orElse("").strip().toLowerCase(Locale.ROOT);
        String mode = attribute(element, "mode").orElse("").strip().toLowerCase(Locale.ROOT);
        String base = base(element);
        Optional<String> language = language(element);
        if (mode.equals("base64") || atom && isEncoded(type)) {
            return decoded(element).map(words -> wording(words, type, base, language));
        }
        if (hasElements(element) && !mode.equals("escaped") || type.equals("xhtml")) {
            String whole = plain(element);
            // Some writers escape the markup and put it into one element all the same.
            if (!type.endsWith("xml") && !type.equals("xhtml") && Markup.isEscaped(whole)) {
                return some(wording(whole, "html", base, language));
            }
            String inner = inner(
                    element,
                    atom10(element)
                            ? type.matches("|text|html|xhtml|application/xhtml\\+xml|text/.*")
                            : !type.endsWith("xml"));
            return some(new Wording(Markup.clean(inner, base), true, language));
        }
        return some(wording(plain(element), type, base, language));
    }

    private static boolean atom10(Element element) {
        for (Element each = element; each != null; each = each.parent()) {
            if (Names.local(each).equals("feed")) {
                return !attribute(each, "version").orElse("").equals("0.3");
            }
        }
        return false;
    }

    private static Optional<Wording> some(Wording wording) {
        return wording.value().isBlank() ? Optional.empty() : Optional.of(wording);
    }

    private static Wording wording(String words, String type, String base, Optional<String> language) {
        String stripped = Repair.doubled(words.strip());
        boolean markup = type.contains("html") || Markup.looksLike(stripped);
        if (!markup) {
            return new Wording(stripped, false, language);
        }
        return new Wording(Markup.clean(stripped, base), true, language);
    }

    private static boolean isEncoded(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("+xml") && !type.endsWith("/xml");
    }

    private static Optional<String> decoded(Element element) {
        String words = element.wholeText().replaceAll("\\s+", "");
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(words), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.of(plain(element));
        }
    }

    private static boolean hasElements(Element element) {
        return element.childrenSize() > 0;
    }

    /** The markup inside; the {@code div} that Atom 1.0 demands around XHTML, and that some writers put around anything, is no part of it. */
    private static String inner(Element element, boolean withoutDiv) {
        Element from = element;
        if (withoutDiv && element.childrenSize() == 1 && element.ownText().isBlank()) {
            Element only = element.child(0);
            if (Names.local(only).equals("div")) {
                from = only;
            }
        }
        StringBuilder inner = new StringBuilder();
        for (Node child : from.childNodes()) {
            inner.append(child.outerHtml());
        }
        // XHTML may be written with a prefix, which HTML does not know.
        return inner.toString().strip().replaceAll("<(/?)(?:x?html|h|xh|svg|math|mml|m):(?=\\w)", "<$1");
    }
}
