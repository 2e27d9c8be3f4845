package dateline.ingest.feed;

import java.util.Optional;

/**
 * Words in a feed.
 *
 * @param value plain text, or HTML when {@code markup}; addresses inside it are absolute, scripts are gone
 * @param language the tag of the language they are said to be in, e.g. {@code en-US}
 */
public record Wording(String value, boolean markup, Optional<String> language) {
    /** What a reader sees, paragraphs parted by empty lines. */
    public String text() {
        return markup ? Markup.text(value) : value.strip();
    }
}
