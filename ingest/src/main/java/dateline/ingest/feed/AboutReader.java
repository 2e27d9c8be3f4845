package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Reads what a feed, an entry or a source element says about itself, in whatever vocabulary it says so. */
final class AboutReader {
    private final Words words;
    private final boolean atom;

    AboutReader(Words words, boolean atom) {
        this.words = words;
        this.atom = atom;
    }

    /** The children of an element by vocabulary and name ({@code title}, {@code dc:title}), in their order. */
    record Parts(Map<String, List<Element>> byName) {
        List<Element> all(String... names) {
            List<Element> all = new ArrayList<>();
            for (String name : names) {
                all.addAll(byName.getOrDefault(name, List.of()));
            }
            return all;
        }

        Optional<Element> first(String... names) {
            return all(names).stream().findFirst();
        }
    }

    static Parts parts(Element parent) {
        Map<String, List<Element>> byName = new LinkedHashMap<>();
        List<Element> children = new ArrayList<>();
        for (Element child : parent.children()) {
            children.add(child);
            if (Names.vocabulary(child).equals("media") && Names.local(child).equals("group")) {
                children.addAll(child.children());
            }
        }
        for (Element child : children) {
            String vocabulary = Names.vocabulary(child);
            if (!vocabulary.equals("?")) {
                String name = vocabulary.isEmpty() ? Names.local(child) : vocabulary + ":" + Names.local(child);
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(child);
            }
        }
        return new Parts(byName);
    }

    About read(Element element, boolean feed) {
        Parts parts = parts(element);
        Optional<String> language = parts.first("language", "dc:language")
                .map(Words::plain)
                .or(() -> feed ? words.language(element) : Words.attribute(element, "xml:lang"))
                .map(Words::tag)
                .filter(each -> !each.isBlank());
        List<Link> links = links(parts);
        if (links.isEmpty()) {
            Words.attribute(element, "href")
                    .flatMap(each -> words.address(element, each))
                    .ifPresent(each -> links.add(
                            new Link(each, "alternate", Optional.empty(), Optional.empty(), Optional.empty())));
        }
        Optional<String> id = parts.first("id", "guid", "dc:identifier")
                .map(Words::plain)
                .filter(each -> !each.isBlank())
                .or(() -> Words.about(element).filter(each -> !each.isBlank()));
        return new About(
                wording(parts, "title", "dc:title", "media:title"),
                id,
                link(parts, links),
                links,
                authors(parts, feed),
                people(parts.all("contributor", "dc:contributor", "dcterms:contributor")),
                people(parts.all("webmaster", "dc:publisher", "itunes:owner")).stream()
                        .findFirst(),
                stamp(
                        parts,
                        "published",
                        "pubdate",
                        "issued",
                        "dcterms:issued",
                        "dcterms:available",
                        "prism:publicationdate"),
                stamp(
                                parts,
                                "updated",
                                "modified",
                                "lastbuilddate",
                                "dcterms:modified",
                                "dc:date",
                                "prism:modificationdate")
                        .or(() -> Words.attribute(element, "lastmod").map(Stamps::of)),
                stamp(parts, "created", "dcterms:created"),
                feed
                        ? wording(
                                parts,
                                "subtitle",
                                "tagline",
                                "description",
                                "abstract",
                                "dc:description",
                                "itunes:subtitle",
                                "itunes:summary")
                        : wording(
                                parts,
                                firstOf(parts, "summary", "description"),
                                "summary",
                                "description",
                                "subtitle",
                                "abstract",
                                "dc:description",
                                "dcterms:abstract",
                                "itunes:summary",
                                "media:description"),
                wording(parts, "rights", "copyright", "dc:rights"),
                language,
                categories(parts),
                parts.first("logo", "icon")
                        .map(Words::plain)
                        .or(() -> parts.first("image")
                                .flatMap(each -> parts(each).first("url"))
                                .map(Words::plain)),
                parts.first("generator").map(Words::plain).filter(each -> !each.isBlank()));
    }

    /** Which of the two stands first in the feed: the other one is the text, when there is no better one. */
    static String firstOf(Parts parts, String one, String other) {
        Optional<Element> first = parts.first(one);
        Optional<Element> second = parts.first(other);
        boolean swapped = first.isPresent()
                && second.isPresent()
                && second.get().elementSiblingIndex() < first.get().elementSiblingIndex();
        return swapped ? other : one;
    }

    private Optional<Wording> wording(Parts parts, String... names) {
        for (Element element : parts.all(names)) {
            Optional<Wording> read = words.read(element, atom);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    private static Optional<Stamp> stamp(Parts parts, String... names) {
        for (String name : names) {
            List<Element> stamps = parts.all(name).stream()
                    .filter(each -> !Words.plain(each).isEmpty())
                    .toList();
            if (!stamps.isEmpty()) {
                // Writers who say it twice have added the later word below.
                return Optional.of(Stamps.of(Words.plain(stamps.getLast())));
            }
        }
        return Optional.empty();
    }

    private List<Link> links(Parts parts) {
        List<Link> links = new ArrayList<>();
        for (Element element : parts.all("link")) {
            Optional<String> href = Words.attribute(element, "href");
            String address = href.orElse(Words.plain(element));
            words.address(element, address.strip())
                    .ifPresent(absolute -> links.add(new Link(
                            absolute,
                            Words.attribute(element, "rel")
                                    .map(String::strip)
                                    .filter(each -> !each.isEmpty())
                                    .orElse("alternate"),
                            Words.attribute(element, "type"),
                            Words.attribute(element, "title"),
                            Words.attribute(element, "hreflang"))));
        }
        return links;
    }

    private Optional<String> link(Parts parts, List<Link> links) {
        Optional<String> alternate = links.stream()
                .filter(each -> each.relation().equalsIgnoreCase("alternate"))
                .filter(each -> each.type().isEmpty()
                        || each.type().get().isBlank()
                        || each.type()
                                .get()
                                .toLowerCase(Locale.ROOT)
                                .matches("text/html|application/xhtml\\+xml|text/plain"))
                .map(Link::address)
                .findFirst();
        Optional<String> permanent = parts.first("guid")
                .filter(each -> !Words.attribute(each, "isPermaLink")
                        .map(value -> value.strip().toLowerCase(Locale.ROOT))
                        .orElse("true")
                        .equals("false"))
                .flatMap(each -> words.address(each, Words.plain(each)))
                .filter(each -> each.startsWith("http"));
        return alternate.or(() -> permanent);
    }

    private List<Person> authors(Parts parts, boolean feed) {
        List<Person> atomAuthors = people(parts.all("author"));
        if (!atomAuthors.isEmpty()) {
            return atomAuthors;
        }
        List<Person> dublin = people(parts.all("dc:creator", "dc:author"));
        if (!dublin.isEmpty()) {
            return dublin;
        }
        List<Person> editors = feed ? people(parts.all("managingeditor")) : List.of();
        return editors.isEmpty() ? people(parts.all("itunes:author", "managingeditor")) : editors;
    }

    private List<Person> people(List<Element> elements) {
        List<Person> people = new ArrayList<>();
        for (Element element : elements) {
            if (element.childrenSize() == 0) {
                String line = Words.plain(element);
                if (!line.isBlank()) {
                    people.add(Person.of(line));
                }
                continue;
            }
            Parts parts = parts(element);
            Optional<String> name =
                    parts.first("name", "itunes:name").map(Words::plain).filter(each -> !each.isBlank());
            Optional<String> email =
                    parts.first("email", "itunes:email").map(Words::plain).filter(each -> !each.isBlank());
            Optional<String> address =
                    parts.first("uri", "url", "homepage").flatMap(each -> words.address(each, Words.plain(each)));
            if (name.isPresent() || email.isPresent() || address.isPresent()) {
                people.add(Person.of(name, email, address));
            }
        }
        return people;
    }

    private static List<Category> categories(Parts parts) {
        List<Category> categories = new ArrayList<>();
        for (Element element : parts.all("category", "dc:subject", "media:category", "itunes:category")) {
            String term = Words.attribute(element, "term")
                    .or(() -> Words.attribute(element, "text"))
                    .orElse(Words.plain(element));
            if (!term.isBlank()) {
                categories.add(new Category(
                        term.strip(),
                        Words.attribute(element, "scheme").or(() -> Words.attribute(element, "domain")),
                        Words.attribute(element, "label")));
            }
        }
        return categories;
    }
}
