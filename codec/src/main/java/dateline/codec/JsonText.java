package dateline.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * One JSON object in the making: names with values already written, in the order given. Written by hand rather than through
 * Jackson because the order, the one-line-per-element layout and the escaping of invisible characters are part of the format.
 */
final class JsonText {
    private final List<String> fields = new ArrayList<>();

    JsonText text(String name, String value) {
        return raw(name, quoted(value));
    }

    /** The value, or {@code null} when there is none. */
    JsonText textOrNull(String name, Optional<String> value) {
        return raw(name, value.map(JsonText::quoted).orElse("null"));
    }

    /** The value; the whole field is absent when there is none. */
    JsonText textIfAny(String name, Optional<String> value) {
        return value.isPresent() ? text(name, value.get()) : this;
    }

    JsonText number(String name, int value) {
        return raw(name, Integer.toString(value));
    }

    JsonText numberOrNull(String name, OptionalDouble value) {
        return raw(name, value.isPresent() ? number(value.getAsDouble()) : "null");
    }

    JsonText numberIfAny(String name, OptionalDouble value) {
        return value.isPresent() ? raw(name, number(value.getAsDouble())) : this;
    }

    JsonText truth(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    JsonText texts(String name, List<String> values) {
        return list(name, values, JsonText::quoted);
    }

    <T> JsonText list(String name, List<T> values, Function<T, String> write) {
        return raw(name, "[" + String.join(", ", values.stream().map(write).toList()) + "]");
    }

    /** A list with one element per line, for the top level: a changed event is then one changed line. */
    <T> JsonText lines(String name, List<T> values, Function<T, String> write) {
        if (values.isEmpty()) {
            return raw(name, "[]");
        }
        return raw(
                name, "[\n  " + String.join(",\n  ", values.stream().map(write).toList()) + "\n ]");
    }

    JsonText object(String name, String written) {
        return raw(name, written);
    }

    private JsonText raw(String name, String written) {
        fields.add(quoted(name) + ": " + written);
        return this;
    }

    String onOneLine() {
        return "{" + String.join(", ", fields) + "}";
    }

    String onManyLines() {
        return "{\n " + String.join(",\n ", fields) + "\n}\n";
    }

    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("codec: " + value + " is no number that JSON can hold");
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0).toPlainString() : exact.toPlainString();
    }

    /**
     * A JSON string. Control, bidirectional and lone surrogate characters are written as escapes: they mean the same to a
     * parser and can do nothing to a terminal or an editor that shows the file.
     */
    static String quoted(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isUnsafe(value, i)) {
                        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    private static boolean isUnsafe(String value, int index) {
        char c = value.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index == 0 || !Character.isHighSurrogate(value.charAt(index - 1));
        }
        return Character.isISOControl(c)
                || c == '\u061C'
                || c >= '\u200B' && c <= '\u200F' && c != '\u200D'
                || c >= '\u2028' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u206F'
                || c == '\uFEFF';
    }
}
