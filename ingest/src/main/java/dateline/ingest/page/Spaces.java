package dateline.ingest.page;

/** White space of pages. */
final class Spaces {
    private Spaces() {}

    /** Every run of white space, hard and zero-width spaces included, as one space; none at the ends. */
    static String single(CharSequence words) {
        StringBuilder single = new StringBuilder(words.length());
        boolean space = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F' || c == '\u2007') {
                space = !single.isEmpty();
            } else if (c != '\u200B' && c != '\uFEFF' && c != '\u00AD') {
                if (space) {
                    single.append(' ');
                    space = false;
                }
                single.append(c);
            }
        }
        return single.toString();
    }
}
