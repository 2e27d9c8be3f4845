package dateline.codec;

/** Turns UTF-16 offsets into one text into Unicode code points and back. A look-up table every 512 units keeps long reports fast. */
final class CodePoints {
    private static final int STEP = 512;

    private final String text;
    private final int[] pointsAtStep;
    private final int points;

    CodePoints(String text) {
        this.text = text;
        points = text.codePointCount(0, text.length());
        int steps = text.length() / STEP + 1;
        pointsAtStep = new int[steps];
        for (int step = 1; step < steps; step++) {
            int from = (step - 1) * STEP;
            int to = step * STEP;
            int pairsCut = cutsPair(to) ? 1 : 0;
            int startsInPair = cutsPair(from) ? 1 : 0;
            pointsAtStep[step] = pointsAtStep[step - 1] + text.codePointCount(from + startsInPair, to + pairsCut);
        }
    }

    /** How many code points stand before the UTF-16 offset. */
    int fromUnits(int offset) {
        if (offset < 0 || offset > text.length()) {
            throw new IllegalArgumentException("codec: offset " + offset + " leaves a text of " + text.length());
        }
        if (cutsPair(offset)) {
            throw new IllegalArgumentException("codec: offset " + offset + " cuts a character in two");
        }
        int step = offset / STEP;
        int begin = beginOf(step);
        return pointsAtStep[step] + (offset > begin ? text.codePointCount(begin, offset) : 0);
    }

    /** The UTF-16 offset before which {@code point} code points stand. */
    int toUnits(int point) {
        if (point < 0 || point > points) {
            throw new IllegalArgumentException("codec: code point " + point + " leaves a text of " + points);
        }
        int low = 0;
        int high = pointsAtStep.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pointsAtStep[middle] <= point) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.offsetByCodePoints(beginOf(low), point - pointsAtStep[low]);
    }

    /** First unit of a step that begins a character: a pair that straddles the border belongs to the step before. */
    private int beginOf(int step) {
        return step * STEP + (cutsPair(step * STEP) ? 1 : 0);
    }

    private boolean cutsPair(int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isHighSurrogate(text.charAt(offset - 1))
                && Character.isLowSurrogate(text.charAt(offset));
    }
}
