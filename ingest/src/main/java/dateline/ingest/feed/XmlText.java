package dateline.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of an XML document as characters, and the declarations before its root. */
final class XmlText {
    private XmlText() {}

    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    private static final Pattern DOCTYPE = Pattern.compile("(?i)<!DOCTYPE");
    private static final Pattern DECLARATION = Pattern.compile(
            "<!ENTITY\\s+(%\\s+)?([\\w.:-]{1,80})\\s+(?:(SYSTEM|PUBLIC)\\b|\"([^\"]*)\"|'([^']*)')",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USE = Pattern.compile("&([A-Za-z_][\\w.-]{0,79});");

    /** Values of declared entities are short marks and names; what is longer is there to blow a reader up. */
    private static final int VALUE_LENGTH_MAX = 1000;

    /** Characters that all uses of declared entities may add. */
    private static final int GROWTH_MAX = 1 << 20;

    /** Character data decoded, with what had to be guessed. */
    record Decoded(String text, List<String> notes) {}

    /** A document without its declarations, or the reason why it is refused. */
    sealed interface Prolog {
        record Plain(String text) implements Prolog {}

        record Hostile(String where, String why) implements Prolog {}
    }

    static Decoded decode(byte[] bytes, Optional<String> named) {
        List<String> notes = new ArrayList<>();
        List<Charset> candidates = new ArrayList<>();
        int skip = mark(bytes, candidates);
        if (candidates.isEmpty()) {
            named.flatMap(XmlText::charset).ifPresent(candidates::add);
            String head = new String(bytes, 0, Math.min(bytes.length, 400), StandardCharsets.ISO_8859_1);
            Matcher declared = DECLARED.matcher(head);
            if (declared.find()) {
                Optional<Charset> charset = charset(declared.group(1));
                if (charset.isEmpty()) {
                    notes.add("names a charset that does not exist ('" + declared.group(1) + "')");
                }
                charset.filter(each -> !isWide(each)).ifPresent(candidates::add);
            }
        }
        candidates.add(StandardCharsets.UTF_8);
        for (Charset candidate : candidates) {
            Optional<String> text = strict(bytes, skip, candidate);
            if (text.isPresent()) {
                return new Decoded(text.get(), notes);
            }
        }
        Charset first = candidates.getFirst();
        Charset last = isWide(first) || skip > 0 ? first : Charset.forName("windows-1252");
        notes.add("is not in the charset it names; read as " + last.name());
        return new Decoded(new String(bytes, skip, bytes.length - skip, last), notes);
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /** Bytes of the byte order mark; the charset that it, or the shape of the first characters, proves. */
    private static int mark(byte[] bytes, List<Charset> found) {
        record Sign(String hex, String charset, int skip) {}
        String head = java.util.HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
        for (Sign sign : List.of(
                new Sign("0000feff", "UTF-32BE", 4),
                new Sign("fffe0000", "UTF-32LE", 4),
                new Sign("efbbbf", "UTF-8", 3),
                new Sign("feff", "UTF-16BE", 2),
                new Sign("fffe", "UTF-16LE", 2),
                new Sign("0000003c", "UTF-32BE", 0),
                new Sign("3c000000", "UTF-32LE", 0),
                new Sign("003c", "UTF-16BE", 0),
                new Sign("3c00", "UTF-16LE", 0),
                new Sign("4c6fa794", "IBM037", 0))) {
            if (head.startsWith(sign.hex()) && Charset.isSupported(sign.charset())) {
                found.add(Charset.forName(sign.charset()));
                return sign.skip();
            }
        }
        return 0;
    }

    private static Optional<Charset> charset(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        // Writers say Latin-1 and mean Windows: the browsers read it so, and so must everyone else.
        String known = switch (lower) {
            case "iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii", "ascii" -> "windows-1252";
            case "iso-8859-9" -> "windows-1254";
            case "gb2312", "gbk", "gb_2312-80" -> "GB18030";
            case "shift_jis", "shift-jis", "sjis", "x-sjis" -> "windows-31j";
            case "euc-kr", "ks_c_5601-1987" -> "x-windows-949";
            default -> lower;
        };
        try {
            return Charset.isSupported(known) ? Optional.of(Charset.forName(known)) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, int skip, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    // Windows-1252 leaves five bytes without a character.
                    .onUnmappableCharacter(
                            charset.name().startsWith("windows-125")
                                    ? CodingErrorAction.REPLACE
                                    : CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** Takes the document type away. Plain entities it declares are put in; one that nests or fetches refuses the document. */
    static Prolog withoutDoctype(String text) {
        Matcher doctype = DOCTYPE.matcher(text);
        int root = rootBegin(text);
        if (!doctype.find() || doctype.start() > root) {
            return new Prolog.Plain(text);
        }
        int end = doctypeEnd(text, doctype.end());
        String declarations = text.substring(doctype.start(), end);
        Map<String, String> entities = new LinkedHashMap<>();
        Matcher declaration = DECLARATION.matcher(declarations);
        while (declaration.find()) {
            String where = "character " + (doctype.start() + declaration.start());
            String name = declaration.group(2);
            if (declaration.group(3) != null) {
                // A set of character names of the W3C is declared by feeds that use none of it; nothing is fetched.
                if (declaration.group(1) != null) {
                    continue;
                }
                return new Prolog.Hostile(where, "declares the entity '" + name + "' to be fetched from elsewhere");
            }
            String value = declaration.group(4) != null ? declaration.group(4) : declaration.group(5);
            if (value == null) {
                continue;
            }
            if (declaration.group(1) != null || USE.matcher(value).find() || value.contains("%")) {
                if (isNested(value, declarations)) {
                    return new Prolog.Hostile(
                            where, "nests entities in the entity '" + name + "', which can blow up without end");
                }
            }
            if (value.length() > VALUE_LENGTH_MAX) {
                return new Prolog.Hostile(
                        where, "declares an entity '" + name + "' of " + value.length() + " characters");
            }
            entities.putIfAbsent(name, value);
        }
        String rest = text.substring(0, doctype.start()) + text.substring(end);
        return entities.isEmpty() ? new Prolog.Plain(rest) : replaced(rest, entities);
    }

    private static boolean isNested(String value, String declarations) {
        Matcher use = USE.matcher(value);
        while (use.find()) {
            if (declarations.contains(" " + use.group(1) + " ")) {
                return true;
            }
        }
        return false;
    }

    private static Prolog replaced(String text, Map<String, String> entities) {
        StringBuilder replaced = new StringBuilder();
        Matcher use = USE.matcher(text);
        int growth = 0;
        int from = 0;
        while (use.find()) {
            String value = entities.get(use.group(1));
            if (value != null) {
                growth += value.length();
                if (growth > GROWTH_MAX) {
                    return new Prolog.Hostile(
                            "character " + use.start(), "grows beyond all measure by the entities it declares");
                }
                replaced.append(text, from, use.start()).append(value);
                from = use.end();
            }
        }
        return new Prolog.Plain(replaced.append(text, from, text.length()).toString());
    }

    /** Where the first element begins. */
    private static int rootBegin(String text) {
        int at = 0;
        while (at >= 0 && at < text.length()) {
            at = text.indexOf('<', at);
            if (at < 0 || at + 1 >= text.length()) {
                return text.length();
            }
            if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at + 4);
                at = end < 0 ? text.length() : end + 3;
            } else if (text.charAt(at + 1) == '?') {
                at = Math.max(text.indexOf('>', at), at + 1);
            } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
                at = doctypeEnd(text, at + 9);
            } else {
                return at;
            }
        }
        return text.length();
    }

    private static int doctypeEnd(String text, int from) {
        boolean inside = false;
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at + 4);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                inside = true;
            } else if (c == ']') {
                inside = false;
            } else if (c == '>' && !inside) {
                return at + 1;
            }
        }
        return text.length();
    }
}
