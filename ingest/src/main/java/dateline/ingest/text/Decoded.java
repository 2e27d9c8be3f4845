package dateline.ingest.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Bytes as text.
 *
 * @param text every character, a byte order mark included, so that offsets are those of the file
 * @param notes what the reader should know, e.g. "not UTF-8; read as Windows-1252"
 */
public record Decoded(String text, List<String> notes) {
    public Decoded {
        notes = List.copyOf(notes);
    }

    /** Share of control characters above which bytes are no text; text has none, old wire copy a few per thousand. */
    private static final double CONTROLS_RATIO_MAX = 0.01;

    /** Broken sequences in a file that otherwise shows more whole ones: damage, not another encoding. */
    private static final int BROKEN_SEQUENCES_RATIO_MIN = 4;

    /** The text of the bytes; empty when they are none. */
    public static Optional<Decoded> of(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || looksUtf16(bytes, 1)) {
            return Optional.of(new Decoded(new String(bytes, StandardCharsets.UTF_16LE), List.of("read as UTF-16")));
        }
        if (startsWith(bytes, 0xFE, 0xFF) || looksUtf16(bytes, 0)) {
            return Optional.of(new Decoded(new String(bytes, StandardCharsets.UTF_16BE), List.of("read as UTF-16")));
        }
        if (controls(bytes) > bytes.length * CONTROLS_RATIO_MAX) {
            return Optional.empty();
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(new Decoded(text.toString(), List.of()));
        } catch (CharacterCodingException notUtf8) {
            return Optional.of(damagedOrWindows(bytes));
        }
    }

    private static Decoded damagedOrWindows(byte[] bytes) {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long broken = lenient.chars().filter(c -> c == '\uFFFD').count();
        long whole = lenient.codePoints().filter(c -> c > 0x7F && c != 0xFFFD).count();
        if (whole >= broken * BROKEN_SEQUENCES_RATIO_MIN) {
            return new Decoded(lenient, List.of("damaged UTF-8; " + broken + " character(s) could not be read"));
        }
        return new Decoded(
                new String(bytes, Charset.forName("windows-1252")), List.of("not UTF-8; read as Windows-1252"));
    }

    private static long controls(byte[] bytes) {
        long controls = 0;
        for (byte each : bytes) {
            if (each == 0) {
                controls += 10;
            } else if (each >= 0
                    && each < 0x20
                    && each != '\n'
                    && each != '\r'
                    && each != '\t'
                    && each != '\f'
                    && each != 0x1B) {
                controls++;
            }
        }
        return controls;
    }

    /** Latin text in UTF-16 without a mark has a zero in every other byte. */
    private static boolean looksUtf16(byte[] bytes, int zeroAt) {
        int size = Math.min(bytes.length, 512) / 2 * 2;
        if (size < 16) {
            return false;
        }
        int zeros = 0;
        for (int i = zeroAt; i < size; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
            if (bytes[i ^ 1] == 0) {
                return false;
            }
        }
        return zeros * 2 >= size * 0.9;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
