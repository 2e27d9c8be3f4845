package dateline.analysis.layout;

import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts a body into paragraphs: at blank lines, and at line ends where the lines are not just wrapped. */
final class Blocks {
    private Blocks() {}

    /**
     * One paragraph.
     *
     * @param gap blank lines before it; 0 when only a line end parts it from the one before
     */
    record Block(Span span, int gap) {}

    /** Longest line of hard-wrapped mail and wire text, in characters; longer lines are paragraphs of their own. */
    private static final int WRAPPED_LINE_LENGTH_MAX = 100;

    /** A wrapped line is at least this share of the longest line, or it would have taken the next word. */
    private static final double WRAPPED_LINE_RATIO_MIN = 0.7;

    static List<Block> cut(String text, Span body) {
        List<Block> blocks = new ArrayList<>();
        List<Span> lines = new ArrayList<>();
        int blank = 0;
        int gap = 0;
        int begin = body.begin();
        while (begin <= body.end()) {
            int end = lineEnd(text, begin, body.end());
            Span line = trim(text, begin, end);
            if (line.length() == 0) {
                add(text, lines, gap, blocks);
                lines.clear();
                blank++;
            } else {
                if (lines.isEmpty()) {
                    gap = blank;
                }
                lines.add(line);
                blank = 0;
            }
            if (end >= body.end()) {
                break;
            }
            begin = afterLineEnd(text, end, body.end());
        }
        add(text, lines, gap, blocks);
        return List.copyOf(blocks);
    }

    private static void add(String text, List<Span> lines, int gap, List<Block> blocks) {
        if (lines.isEmpty()) {
            return;
        }
        if (isWrapped(text, lines)) {
            blocks.add(new Block(lines.getFirst().cover(lines.getLast()), gap));
            return;
        }
        int before = gap;
        for (Span line : lines) {
            blocks.add(new Block(line, before));
            before = 0;
        }
    }

    private static boolean isWrapped(String text, List<Span> lines) {
        int longest = lines.stream().mapToInt(Span::length).max().orElse(0);
        if (lines.size() == 1) {
            return true;
        }
        if (longest > WRAPPED_LINE_LENGTH_MAX) {
            return false;
        }
        for (Span line : lines.subList(0, lines.size() - 1)) {
            if (line.length() < longest * WRAPPED_LINE_RATIO_MIN) {
                return false;
            }
        }
        // Two lines that both end their sentence are two short paragraphs, not one wrapped one.
        return lines.stream().limit(lines.size() - 1L).anyMatch(line -> !endsSentence(text, line));
    }

    static boolean endsSentence(String text, Span span) {
        int last = span.end() - 1;
        while (last > span.begin() && "\"'”’)]».".indexOf(text.charAt(last)) >= 0) {
            if (text.charAt(last) == '.') {
                return true;
            }
            last--;
        }
        return last >= span.begin() && ".!?…".indexOf(text.charAt(last)) >= 0;
    }

    private static int lineEnd(String text, int begin, int end) {
        int at = begin;
        while (at < end && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int afterLineEnd(String text, int at, int end) {
        return text.charAt(at) == '\r' && at + 1 < end && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    /** The stretch without blanks at its ends; empty at {@code begin} when nothing else is there. */
    static Span trim(String text, int begin, int end) {
        int first = begin;
        int last = end;
        while (first < last && isBlank(text.charAt(first))) {
            first++;
        }
        while (last > first && isBlank(text.charAt(last - 1))) {
            last--;
        }
        return new Span(first, last);
    }
}
