package dateline.report;

/** A stretch {@code [begin, end)} of a report's text, in UTF-16 units of {@link Report#text()}. */
public record Span(int begin, int end) implements Comparable<Span> {
    public Span {
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("span: " + begin + "-" + end + " is not a stretch of text");
        }
    }

    public int length() {
        return end - begin;
    }

    /** The words of the span in {@code text}. */
    public String in(String text) {
        if (end > text.length()) {
            throw new IllegalArgumentException("span: " + begin + "-" + end + " leaves a text of " + text.length());
        }
        return text.substring(begin, end);
    }

    public boolean contains(Span other) {
        return begin <= other.begin && other.end <= end;
    }

    public boolean overlaps(Span other) {
        return begin < other.end && other.begin < end;
    }

    /** The smallest span that holds both. */
    public Span cover(Span other) {
        return new Span(Math.min(begin, other.begin), Math.max(end, other.end));
    }

    @Override
    public int compareTo(Span other) {
        return begin != other.begin ? Integer.compare(begin, other.begin) : Integer.compare(end, other.end);
    }
}
