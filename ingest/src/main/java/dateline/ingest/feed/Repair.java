package dateline.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Undoes what a writer's program did to characters. */
final class Repair {
    private Repair() {}

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** UTF-8 that was taken for Latin-1 and encoded again ("\u00e2\u20ac\u2122" for an apostrophe), taken back. */
    static String doubled(String words) {
        if (words.chars().noneMatch(each -> each >= 0xC2 && each <= 0xF4)) {
            return words;
        }
        byte[] bytes = new byte[words.length()];
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            byte[] windows = String.valueOf(c).getBytes(WINDOWS);
            if (c < 0x100) {
                bytes[i] = (byte) c;
            } else if (windows.length == 1 && windows[0] != '?') {
                bytes[i] = windows[0];
            } else {
                return words;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException rightAsItIs) {
            return words;
        }
    }
}
