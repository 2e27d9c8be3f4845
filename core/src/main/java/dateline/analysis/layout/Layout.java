package dateline.analysis.layout;

import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a report is laid out: its numbered paragraphs, the posts embedded in it, and what is page furniture.
 *
 * @param passages the paragraphs of the body in order, numbered from 1; they do not overlap
 * @param posts embedded posts, in order of their beginning
 * @param furniture stretches that are not reporting, each with the reason in words an editor understands ("share bar")
 * @param credits news agencies credited in the text (AP, AFP, Reuters, dpa ...), each once, in order
 * @param dateline place and day printed at the head of the body ("ADEN, March 4 (Reuters) -")
 * @param outlet who published the report, as far as the text itself says (a short address, "X sends a daily selection")
 * @param headline a headline that stands inside the body, as scraped
 */
public record Layout(
        List<Passage> passages,
        List<Post> posts,
        List<Furniture> furniture,
        List<Credit> credits,
        Optional<Dateline> dateline,
        Optional<String> outlet,
        Optional<Span> headline) {
    public Layout {
        passages = List.copyOf(passages);
        posts = List.copyOf(posts);
        furniture = List.copyOf(furniture);
        credits = List.copyOf(credits);
    }

    /**
     * What is to be read of a paragraph: its words without posts, furniture, headline and dateline, in order. Empty for
     * paragraphs that are no prose.
     */
    public List<Span> prose(Passage passage, String text) {
        if (passage.kind() != Kind.PROSE) {
            return List.of();
        }
        List<Span> gone = new ArrayList<>();
        posts.forEach(post -> gone.add(post.span()));
        furniture.forEach(each -> gone.add(each.span()));
        headline.ifPresent(gone::add);
        dateline.ifPresent(each -> gone.add(each.span()));
        return without(text, passage.span(), gone);
    }

    /** What is left of {@code span} without the others, each piece without blanks at its ends. */
    static List<Span> without(String text, Span span, List<Span> gone) {
        List<Span> left = new ArrayList<>();
        int at = span.begin();
        for (Span each : gone.stream().filter(span::overlaps).sorted().toList()) {
            if (each.begin() > at) {
                left.add(Blocks.trim(text, at == span.begin() ? at : afterStop(text, at, each.begin()), each.begin()));
            }
            at = Math.max(at, each.end());
        }
        if (at < span.end()) {
            left.add(Blocks.trim(text, at == span.begin() ? at : afterStop(text, at, span.end()), span.end()));
        }
        return left.stream().filter(piece -> hasWord(piece.in(text))).toList();
    }

    /** A stop that closed the sentence around what was taken out begins no sentence. */
    private static int afterStop(String text, int at, int end) {
        int next = at;
        while (next < end && ".,;:!?)".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next;
    }

    private static boolean hasWord(String words) {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** What a paragraph is. */
    public enum Kind {
        PROSE,
        HEADING,
        POST,
        FURNITURE
    }

    /** A numbered paragraph. A paragraph that holds both prose and a post is PROSE; the post's own span tells the rest. */
    public record Passage(int number, Kind kind, Span span) {}

    /**
     * An embedded post.
     *
     * @param span from its true beginning to the end of its signature
     * @param body the words of the post alone
     * @param author the name in the signature
     * @param handle without @
     * @param media addresses of pictures and videos in it, in order
     */
    public record Post(
            int index,
            Span span,
            Span body,
            String author,
            String handle,
            Optional<LocalDate> date,
            List<String> media) {
        public Post {
            media = List.copyOf(media);
        }
    }

    /** A stretch left out of the reading, and why. */
    public record Furniture(Span span, String why) {}

    /** An agency credited, by its usual short name, and where. */
    public record Credit(String agency, Span span) {}

    /** The place and day printed at the head of a report. */
    public record Dateline(Span span, Optional<Span> place, Optional<LocalDate> day) {}
}
