package dateline.analysis.mention;

import dateline.analysis.layout.Layout;
import dateline.analysis.text.Segmented;
import java.util.BitSet;

/** Which characters of a report stand inside quotation marks; a quotation left open ends with its paragraph. */
final class Quotes {
    private final BitSet inside = new BitSet();

    Quotes(Segmented segmented) {
        String text = segmented.report().text();
        for (Layout.Passage passage : segmented.layout().passages()) {
            boolean open = false;
            for (int i = passage.span().begin(); i < passage.span().end(); i++) {
                char c = text.charAt(i);
                if (c == '“' || c == '«') {
                    open = true;
                } else if (c == '”' || c == '»') {
                    open = false;
                } else if (c == '"') {
                    open = !open;
                } else if (open) {
                    inside.set(i);
                }
            }
        }
    }

    boolean inside(int position) {
        return inside.get(position);
    }
}
