package dateline.present.text;

/**
 * How text is laid out.
 *
 * @param width columns a line may have, at least 40
 * @param colour whether standings and headings are coloured with ANSI sequences
 * @param quotes whether each event is followed by the words it rests on
 */
public record TextStyle(int width, boolean colour, boolean quotes) {
    public TextStyle {
        if (width < 40) {
            throw new IllegalArgumentException(
                    "text: a line of " + width + " columns is too narrow, expected at least 40");
        }
    }

    /** For a file or a pipe. */
    public static TextStyle plain() {
        return new TextStyle(80, false, false);
    }
}
