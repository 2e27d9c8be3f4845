package dateline.ingest.page;

import dateline.ingest.text.Moment;
import java.util.List;
import java.util.Optional;

/**
 * An article taken out of a page.
 *
 * @param text the article's paragraphs, parted by empty lines; never blank. An embedded post is one paragraph that ends with its signature
 * @param byline who wrote it, without "By"; several names parted by commas
 * @param published the day or instant of publication
 * @param modified the last change
 * @param address the canonical address
 * @param posts how many embedded posts stand in the text
 * @param notes which of this is a guess, and what was not believed and why
 */
public record Page(
        String text,
        Optional<Known<String>> title,
        Optional<Known<String>> byline,
        Optional<Known<String>> outlet,
        Optional<Known<Moment>> published,
        Optional<Known<Moment>> modified,
        Optional<Known<String>> address,
        int posts,
        List<String> notes)
        implements PageReading {
    public Page {
        if (text.isBlank()) {
            throw new IllegalArgumentException("page: an article without words");
        }
        notes = List.copyOf(notes);
    }
}
