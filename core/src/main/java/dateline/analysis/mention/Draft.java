package dateline.analysis.mention;

import dateline.analysis.text.Tree;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;

/** A mention while it is being worked on: where it stands, and what its words say about number, gender and newness. */
final class Draft {
    enum Number {
        ONE,
        MANY,
        UNKNOWN
    }

    enum Gender {
        FEMALE,
        MALE,
        UNKNOWN
    }

    final Tree tree;
    final Mention.Kind kind;
    Mention.Type type;
    int first;
    int last;
    int head;
    Span span;
    /** Dictionary form of the head noun, or the name's last word. */
    String noun = "";
    /** A country's adjective: "Chilean". */
    boolean adjective;
    /** ISO code of the country that the name or adjective means, or empty. */
    String country = "";
    /** Words before a person's name that are no part of it: "president". */
    final List<String> titles = new ArrayList<>();
    /** Lower-case words that tell this one from others of its noun: "second", "armed". */
    final List<String> modifiers = new ArrayList<>();
    /** Those of the modifiers that are nouns: "riot" of "riot police". */
    final List<String> compounds = new ArrayList<>();

    boolean definite;
    boolean indefinite;
    boolean owned;
    /** Some of a set: "one of the divers". */
    boolean part;

    Number number = Number.UNKNOWN;
    Gender gender = Gender.UNKNOWN;
    /** The author in the signature of a post, which stands in no sentence. */
    boolean author;

    Draft(Tree tree, Mention.Kind kind, Mention.Type type, int first, int last, int head) {
        this.tree = tree;
        this.kind = kind;
        this.type = type;
        this.first = first;
        this.last = last;
        this.head = head;
        this.span = tree.span(first, last);
    }

    int sentence() {
        return tree.sentence().index();
    }

    /** The words as they stand, line breaks as blanks. */
    String words() {
        return tree.report().quote(span).replaceAll("\\s+", " ");
    }

    boolean isName() {
        return kind == Mention.Kind.NAME;
    }

    boolean covers(int word) {
        return first <= word && word <= last;
    }

    boolean inPost() {
        return tree.sentence().post().isPresent();
    }

    int post() {
        return tree.sentence().post().orElse(-1);
    }

    boolean isSubject() {
        return !author && tree.isRelation(head, "nsubj");
    }
}
