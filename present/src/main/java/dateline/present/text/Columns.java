package dateline.present.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many columns of a terminal a text takes, and how it breaks into lines. A character here is what a reader sees as one. */
final class Columns {
    private static final Pattern SEEN = Pattern.compile("\\X");

    private Columns() {}

    static int of(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return text.length();
        }
        int columns = 0;
        Matcher matcher = SEEN.matcher(text);
        while (matcher.find()) {
            columns += ofOne(matcher.group());
        }
        return columns;
    }

    /** A cluster is as wide as its widest part: joined emoji take two columns together, an accent none of its own. */
    private static int ofOne(String cluster) {
        int widest = 0;
        for (int i = 0; i < cluster.length(); ) {
            int point = cluster.codePointAt(i);
            widest = Math.max(widest, point == 0xFE0F ? 2 : ofPoint(point));
            i += Character.charCount(point);
        }
        return widest;
    }

    private static int ofPoint(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0x303E
                || point >= 0x3041 && point <= 0xA4CF
                || point >= 0xA960 && point <= 0xA97F
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6
                || point >= 0x1F1E6 && point <= 0x1F1FF
                || point >= 0x1F300 && point <= 0x1F64F
                || point >= 0x1F680 && point <= 0x1F6FF
                || point >= 0x1F900 && point <= 0x1FAFF
                || point >= 0x20000 && point <= 0x3FFFD;
        return wide ? 2 : 1;
    }

    /** Breaks a text at blanks; a word wider than a line is broken where a line ends. Never empty. */
    static List<String> wrap(String text, int width) {
        return wrap(text, width, width);
    }

    /** As {@link #wrap(String, int)} with another width for the first line. */
    static List<String> wrap(String text, int first, int others) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ")) {
            if (word.isEmpty()) {
                continue;
            }
            int wide = of(word);
            int width = lines.isEmpty() ? first : others;
            if (used > 0 && used + 1 + wide > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
                width = others;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            if (used + wide <= width) {
                line.append(word);
                used += wide;
                continue;
            }
            Matcher matcher = SEEN.matcher(word);
            while (matcher.find()) {
                int one = ofOne(matcher.group());
                if (used > 0 && used + one > (lines.isEmpty() ? first : others)) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.append(matcher.group());
                used += one;
            }
        }
        if (used > 0 || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }
}
