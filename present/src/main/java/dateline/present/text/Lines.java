package dateline.present.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text page being set, line by line. What is handed in is already harmless; a no-break blank keeps words together and comes out as a blank. */
final class Lines {
    private static final Pattern CITE = Pattern.compile("\\[\\d+(?: ¶\\d+)?]");

    private final TextStyle style;
    private final StringBuilder out = new StringBuilder();

    Lines(TextStyle style) {
        this.style = style;
    }

    int width() {
        return style.width();
    }

    /** A section's heading, with an empty line before it. */
    void heading(String text) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        put(text, Ink.BOLD);
    }

    void gap() {
        out.append('\n');
    }

    /** A paragraph: first line indented by {@code indent}, the others by {@code hang}. */
    void paragraph(int indent, int hang, String text) {
        paragraph(indent, hang, text, Ink.PLAIN);
    }

    void paragraph(int indent, int hang, String text, Ink ink) {
        List<String> lines = Columns.wrap(text, width() - indent, width() - hang);
        for (int i = 0; i < lines.size(); i++) {
            put(" ".repeat(i == 0 ? indent : hang) + lines.get(i), ink);
        }
    }

    /** A paragraph whose last line ends with a note at the right margin; on a line of its own where it does not fit. */
    void paragraphAndNote(int indent, int hang, String text, Ink ink, String note, Ink noteInk) {
        List<String> lines = Columns.wrap(text, width() - indent, width() - hang);
        for (int i = 0; i < lines.size(); i++) {
            String line = " ".repeat(i == 0 ? indent : hang) + lines.get(i);
            boolean last = i == lines.size() - 1;
            int room = width() - Columns.of(line) - Columns.of(note);
            if (last && room >= 2) {
                out.append(inked(line, ink))
                        .append(" ".repeat(room))
                        .append(inked(note, noteInk))
                        .append('\n');
            } else {
                put(line, ink);
                if (last) {
                    for (String piece : Columns.wrap(note, width() - hang)) {
                        out.append(" ".repeat(width() - Columns.of(piece)))
                                .append(inked(piece, noteInk))
                                .append('\n');
                    }
                }
            }
        }
    }

    /** Blocks of paragraphs beside each other with a rule between, as many to a row as are readable. */
    void sideBySide(int indent, List<List<String>> blocks) {
        int room = width() - indent;
        int perRow = Math.max(1, Math.min(blocks.size(), (room + 3) / 25));
        for (int from = 0; from < blocks.size(); from += perRow) {
            List<List<String>> row = blocks.subList(from, Math.min(blocks.size(), from + perRow));
            int each = (room - 3 * (perRow - 1)) / perRow;
            List<List<String>> wrapped = new ArrayList<>();
            int height = 0;
            for (List<String> block : row) {
                List<String> lines = new ArrayList<>();
                for (String paragraph : block) {
                    lines.addAll(Columns.wrap(paragraph, each));
                }
                wrapped.add(lines);
                height = Math.max(height, lines.size());
            }
            if (from > 0) {
                gap();
            }
            for (int i = 0; i < height; i++) {
                StringBuilder line = new StringBuilder(" ".repeat(indent));
                for (int column = 0; column < row.size(); column++) {
                    List<String> lines = wrapped.get(column);
                    line.append(column == 0 ? "" : " │ ")
                            .append(Columns.pad(i < lines.size() ? lines.get(i) : "", each));
                }
                put(line.toString().stripTrailing(), Ink.PLAIN);
            }
        }
    }

    private void put(String line, Ink ink) {
        out.append(inked(line, ink)).append('\n');
    }

    private String inked(String line, Ink ink) {
        String plain = line.replace('\u00A0', ' ').stripTrailing();
        if (!style.colour()) {
            return plain;
        }
        String coloured =
                ink == Ink.PLAIN ? CITE.matcher(plain).replaceAll(cite -> Ink.FAINT.around(cite.group())) : plain;
        return ink.around(coloured);
    }

    String text() {
        return out.toString();
    }

    /** The few colours of the page. */
    enum Ink {
        PLAIN(""),
        BOLD("1"),
        FAINT("2"),
        GREEN("32"),
        YELLOW("33"),
        RED("31"),
        BLUE("34");

        private final String code;

        Ink(String code) {
            this.code = code;
        }

        String around(String text) {
            return code.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
        }
    }
}
