package dateline.present.html;

import dateline.present.Harmless;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * HTML in the making. Texts and attribute values can only get in through escaping; names of elements and attributes are the
 * program's own and are checked. Knows which elements are open, so that no page is left with one unclosed.
 */
final class Html {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn. */
    Html open(String element, String... attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with nothing but a text in it. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element that has no end; inside a picture it must close itself, elsewhere it may. */
    Html empty(String element, String... attributes) {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    /** Text on one line. */
    Html text(String text) {
        escape(Harmless.line(text));
        return this;
    }

    /** Words of the program itself: blanks at the ends are kept, so that sentences can be put together. */
    Html words(String words) {
        escape(words);
        return this;
    }

    /** The text as it stands in a report, line ends and all; a character that may not be shown becomes a mark that names it. */
    Html exact(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (Harmless.isUnfit(text, i)) {
                String name = String.format(Locale.ROOT, "U+%04X", point);
                open("span", "class", "unfit", "title", "not shown: " + name);
                out.append(Harmless.MARK);
                close();
            } else {
                escape(Character.toString(point));
            }
            i += Character.charCount(point);
        }
        return this;
    }

    /** A side remark in small type, after a blank. */
    Html aside(String text) {
        return words(" ").element("span", text, "class", "quiet");
    }

    /** HTML that another writer of this kind has made. */
    Html add(Html other) {
        out.append(other.toString());
        return this;
    }

    /** A style or script of ours, as it is; it must not hold its own end tag. */
    Html ownCode(String element, String code) {
        if (code.contains("</")) {
            throw new IllegalArgumentException("html: a " + element + " of ours holds an end tag");
        }
        out.append('<')
                .append(element)
                .append('>')
                .append(code)
                .append("</")
                .append(element)
                .append('>');
        return this;
    }

    Html line() {
        out.append('\n');
        return this;
    }

    private void tag(String element, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("html: " + element + " has an attribute without a value");
        }
        out.append('<').append(name(element));
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(name(attributes[i])).append("=\"");
            escape(Harmless.line(attributes[i + 1]));
            out.append('"');
        }
    }

    private static String name(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-')) {
                throw new IllegalArgumentException("html: '" + name + "' is no name of an element or attribute");
            }
        }
        return name;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("html: " + open.peek() + " is not closed");
        }
        return out.toString();
    }
}
