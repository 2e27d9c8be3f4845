package dateline.present;

/**
 * Report text made fit to be shown: nothing in it can move a cursor, turn the direction of a line, hide itself or
 * pretend to be the program speaking. What is taken away leaves a mark, so that a reader sees that something stood there.
 */
public final class Harmless {
    /** Stands for one character that may not be shown. */
    public static final char MARK = '\uFFFD';

    private static final int BLACK_FLAG = 0x1F3F4;

    private Harmless() {}

    /** The text on one line: runs of white space become one blank, other unfit characters the mark. */
    public static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = true;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (isSpace(point)) {
                if (!blank) {
                    out.append(' ');
                }
                blank = true;
            } else {
                if (isUnfit(text, i)) {
                    out.append(MARK);
                } else {
                    out.appendCodePoint(point);
                }
                blank = false;
            }
            i += Character.charCount(point);
        }
        return out.toString().stripTrailing();
    }

    /** Whether the character at {@code index} must not be shown as it is. Line ends and tabs are fit. */
    public static boolean isUnfit(String text, int index) {
        int point = text.codePointAt(index);
        if (point == '\n' || point == '\t' || point == '\r') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Joiners build emoji and Persian or Indic words; they neither turn nor hide anything. Tags belong to some
            // flags.
            case Character.FORMAT ->
                point != 0x200C && point != 0x200D && point != 0xAD && !(isTag(point) && followsFlag(text, index));
            default -> false;
        };
    }

    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= 0xE007F;
    }

    private static boolean followsFlag(String text, int index) {
        int at = index;
        while (at > 0 && isTag(text.codePointBefore(at)) && index - at < 16) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return at > 0 && text.codePointBefore(at) == BLACK_FLAG;
    }

    private static boolean isSpace(int point) {
        return point == '\n' || point == '\r' || point == '\t' || Character.getType(point) == Character.SPACE_SEPARATOR;
    }
}
