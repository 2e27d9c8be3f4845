package dateline.present.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A stretch of a report with marks in it. Marks may hold each other and may cross; HTML elements may not, so a mark that is
 * crossed is cut, and its first piece alone carries its id.
 */
final class LitText {
    private final String text;
    private final List<Mark> marks;
    private final Set<Mark> begun = new LinkedHashSet<>();
    private final Set<Mark> cut = new LinkedHashSet<>();

    /**
     * A mark from {@code start} to {@code end}.
     *
     * @param first attributes of its first piece, {@code others} of every further piece: names and values in turn
     */
    record Mark(int start, int end, String element, List<String> first, List<String> others) {
        Mark {
            first = List.copyOf(first);
            others = List.copyOf(others);
        }
    }

    LitText(String text, List<Mark> marks) {
        this.text = text;
        List<Mark> sorted = new ArrayList<>(marks);
        sorted.removeIf(mark -> mark.start >= mark.end);
        sorted.sort(Comparator.comparingInt(Mark::start)
                .thenComparing(Comparator.comparingInt(Mark::end).reversed()));
        this.marks = List.copyOf(sorted);
    }

    /** Writes {@code [from, to)} with its marks; a mark that goes on beyond is cut there. */
    void write(Html html, int from, int to) {
        Deque<Mark> open = new ArrayDeque<>();
        List<Mark> here = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.start < to && mark.end > from) {
                here.add(mark);
            }
        }
        int at = from;
        int next = 0;
        while (true) {
            int stop = to;
            if (next < here.size()) {
                stop = Math.min(stop, Math.max(from, here.get(next).start));
            }
            for (Mark mark : open) {
                stop = Math.min(stop, mark.end);
            }
            html.exact(text.substring(at, stop));
            at = stop;
            closeThoseThatEnd(html, open, at);
            if (at >= to) {
                break;
            }
            while (next < here.size() && Math.max(from, here.get(next).start) == at) {
                begin(html, open, here.get(next));
                next++;
            }
        }
        while (!open.isEmpty()) {
            cut.add(open.pop());
            html.close();
        }
    }

    private void closeThoseThatEnd(Html html, Deque<Mark> open, int at) {
        List<Mark> reopen = new ArrayList<>();
        long ending = open.stream().filter(mark -> mark.end <= at).count();
        while (ending > 0) {
            Mark top = open.pop();
            html.close();
            if (top.end <= at) {
                ending--;
            } else {
                reopen.add(top);
            }
        }
        for (int i = reopen.size() - 1; i >= 0; i--) {
            cut.add(reopen.get(i));
            begin(html, open, reopen.get(i));
        }
    }

    private void begin(Html html, Deque<Mark> open, Mark mark) {
        List<String> attributes = begun.add(mark) ? mark.first : mark.others;
        html.open(mark.element, attributes.toArray(String[]::new));
        open.push(mark);
    }

    /** The marks that came out in more than one piece so far, or go on beyond what was written. */
    Set<Mark> cut() {
        return cut;
    }
}
