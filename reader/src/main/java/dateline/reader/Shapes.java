package dateline.reader;

/** The case shape of a word, which the model is told apart from its lower-cased pieces; row numbers as it was trained. */
final class Shapes {
    static final int NEUTRAL = 0;
    /** On the first piece: names are marked as newspapers' readers would. */
    static final int NEWS = 10;
    /** On the last piece: the sentence begins inside a quotation opened before. */
    static final int QUOTATION_OPEN = 15;

    private static final int LOWER = 1;
    private static final int TITLE = 2;
    private static final int CAPITALS = 3;
    private static final int CAPITAL = 4;
    private static final int MIXED = 5;
    private static final int DIGITS = 6;
    private static final int OTHER = 7;

    private Shapes() {}

    static int of(String word) {
        int letters = 0;
        int capitals = 0;
        int digits = 0;
        boolean firstIsCapital = false;
        boolean first = true;
        for (int i = 0; i < word.length(); ) {
            int c = word.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            if (Character.isLetter(c)) {
                letters++;
                boolean capital = type == Character.UPPERCASE_LETTER || type == Character.TITLECASE_LETTER;
                capitals += capital ? 1 : 0;
                if (first) {
                    firstIsCapital = capital;
                }
                first = false;
            } else if (type == Character.DECIMAL_DIGIT_NUMBER) {
                digits++;
            }
        }
        if (letters == 0) {
            return digits > 0 ? DIGITS : OTHER;
        }
        if (digits > 0) {
            return MIXED;
        }
        if (capitals == 0) {
            return LOWER;
        }
        if (capitals == letters) {
            return letters == 1 ? CAPITAL : CAPITALS;
        }
        return capitals == 1 && firstIsCapital ? TITLE : MIXED;
    }
}
