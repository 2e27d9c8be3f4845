package dateline.ingest.page;

import dateline.ingest.text.Moment;
import java.util.List;
import java.util.Optional;

/**
 * What a page holds.
 *
 * @param text the article's paragraphs, parted by empty lines; empty when none was found
 * @param published the day or instant of publication, as far as the page says
 * @param modified the last change, as far as the page says
 * @param notes which of this is a guess
 */
public record Page(
        String text,
        Optional<String> title,
        Optional<String> outlet,
        Optional<Moment> published,
        Optional<Moment> modified,
        Optional<String> address,
        List<String> notes) {
    public Page {
        notes = List.copyOf(notes);
    }
}
