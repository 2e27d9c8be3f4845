package dateline.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * What a feed says about itself, about one entry, or about the publication an entry was taken from.
 *
 * @param id the lasting name; for RSS the {@code guid}
 * @param link the page it stands for
 * @param summary description, subtitle, tagline or summary
 * @param published when first out; {@code updated} when last changed
 */
public record About(
        Optional<Wording> title,
        Optional<String> id,
        Optional<String> link,
        List<Link> links,
        List<Person> authors,
        List<Person> contributors,
        Optional<Person> publisher,
        Optional<Stamp> published,
        Optional<Stamp> updated,
        Optional<Stamp> created,
        Optional<Wording> summary,
        Optional<Wording> rights,
        Optional<String> language,
        List<Category> categories,
        Optional<String> picture,
        Optional<String> generator) {
    public About {
        links = List.copyOf(links);
        authors = List.copyOf(authors);
        contributors = List.copyOf(contributors);
        categories = List.copyOf(categories);
    }

    About withAuthors(List<Person> known) {
        return new About(
                title,
                id,
                link,
                links,
                known,
                contributors,
                publisher,
                published,
                updated,
                created,
                summary,
                rights,
                language,
                categories,
                picture,
                generator);
    }

    About withTitle(Optional<Wording> named, Optional<String> address) {
        return new About(
                named,
                id,
                address,
                links,
                authors,
                contributors,
                publisher,
                published,
                updated,
                created,
                summary,
                rights,
                language,
                categories,
                picture,
                generator);
    }
}
