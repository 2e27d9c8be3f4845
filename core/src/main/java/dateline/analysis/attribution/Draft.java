package dateline.analysis.attribution;

import dateline.analysis.attribution.Attribution.Stance;
import dateline.analysis.text.Tree;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An attribution while it is being put together. */
final class Draft {
    final Tree tree;
    final Range cue;
    /** The cue's word that others hang on. */
    final int head;
    /** True when the model tagged the cue. */
    final boolean tagged;

    Optional<Range> source = Optional.empty();
    /** The word of the source that the verb hangs on, -1 when there is none. */
    int speaker = -1;

    final List<Span> content = new ArrayList<>();
    Stance stance = Stance.ASSERTS;
    Optional<String> hedge = Optional.empty();
    final List<Attribution.Via> via = new ArrayList<>();
    boolean quoted;

    Draft(Tree tree, Range cue, int head, boolean tagged) {
        this.tree = tree;
        this.cue = cue;
        this.head = head;
        this.tagged = tagged;
    }

    Span cueSpan() {
        return tree.span(cue.from(), cue.to());
    }

    Optional<Span> sourceSpan() {
        return source.map(range -> tree.span(range.from(), range.to()));
    }

    int passage() {
        return tree.sentence().passage();
    }

    void add(Range range) {
        content.add(tree.span(range.from(), range.to()));
    }
}
