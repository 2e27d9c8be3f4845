package dateline.analysis.attribution;

import dateline.analysis.layout.Layout;
import dateline.analysis.text.Segmented;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The stretches of a report in quotation marks, marks included, outside embedded posts. */
public final class Quotations {
    /** One stretch; {@code open} when its paragraph ends before it is closed, as in a speech that goes on. */
    public record Quotation(Span span, int passage, boolean open) {}

    private Quotations() {}

    public static List<Quotation> of(Segmented segmented) {
        String text = segmented.report().text();
        Layout layout = segmented.layout();
        List<Quotation> found = new ArrayList<>();
        for (Layout.Passage passage : layout.passages()) {
            int begin = -1;
            int i = passage.span().begin();
            while (i < passage.span().end()) {
                int at = i;
                Optional<Layout.Post> post = layout.posts().stream()
                        .filter(each ->
                                each.span().begin() <= at && at < each.span().end())
                        .findFirst();
                if (post.isPresent()) {
                    i = post.get().span().end();
                    begin = -1;
                    continue;
                }
                int width = width(text, i);
                if (width > 0) {
                    char c = text.charAt(i);
                    boolean opens = c == '\u201c' || c == '\u00ab' || c == '`';
                    boolean closes = c == '\u201d' || c == '\u00bb';
                    if (begin < 0 && !closes) {
                        begin = i;
                    } else if (begin >= 0 && !opens) {
                        found.add(new Quotation(new Span(begin, i + width), passage.number(), false));
                        begin = -1;
                    }
                    i += width;
                } else {
                    i++;
                }
            }
            if (begin >= 0 && passage.span().end() - begin > 20) {
                found.add(new Quotation(new Span(begin, passage.span().end()), passage.number(), true));
            }
        }
        return List.copyOf(found);
    }

    /** How many characters a mark at {@code i} takes; 0 when there is none. Two single marks stand for a double one. */
    private static int width(String text, int i) {
        char c = text.charAt(i);
        if (c == '"' || c == '\u201c' || c == '\u201d' || c == '\u00ab' || c == '\u00bb') {
            return 1;
        }
        boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
        return doubled && (c == '\'' || c == '`') ? 2 : 0;
    }
}
