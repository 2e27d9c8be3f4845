package dateline.analysis.attribution;

/** Words {@code from} to {@code to} of one sentence, both included. */
record Range(int from, int to) {
    boolean holds(int word) {
        return from <= word && word <= to;
    }

    boolean overlaps(Range other) {
        return from <= other.to && other.from <= to;
    }

    int distance(Range other) {
        return overlaps(other) ? 0 : other.from > to ? other.from - to : from - other.to;
    }
}
