package dateline.ingest.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** What a page is called, who wrote it, who published it and where it lives. */
final class PageNames {
    private static final Pattern BY = Pattern.compile(
            "(?i)^(?:(?:written|posted|words|story|reported|published|reporting) by|by|author:?|from)[\\s:]+");
    /** Elements tried; an article's own byline is among the first on its page. */
    private static final int CANDIDATES_MAX = 50;

    private static final int TITLE_LENGTH_MAX = 500;

    private static final int NAME_LENGTH_MAX = 100;
    private static final List<String> BYLINE_NAMES = WordLists.lines("byline-names.txt");
    private static final List<String> BYLINE_MARKS = WordLists.lines("byline-marks.txt");

    private final Document document;
    private final LinkedData data;
    private final Marks marks;
    private final Elsewhere elsewhere = new Elsewhere();

    PageNames(Document document, LinkedData data, Marks marks) {
        this.document = document;
        this.data = data;
        this.marks = marks;
    }

    Optional<Known<String>> address() {
        Element canonical = document.selectFirst("link[rel=canonical]");
        return Optional.ofNullable(canonical)
                .map(link -> link.attr("href").strip())
                .filter(PageNames::isAddress)
                .map(words -> new Known<>(words, How.METADATA, "link canonical"))
                .or(() -> marks.meta("og:url")
                        .filter(PageNames::isAddress)
                        .map(words -> new Known<>(words, How.METADATA, "meta og:url")))
                .or(() -> data.address()
                        .filter(PageNames::isAddress)
                        .map(words -> new Known<>(words, How.LINKED_DATA, "JSON-LD url")));
    }

    private static boolean isAddress(String words) {
        try {
            URI address = new URI(words);
            return address.getHost() != null
                    && String.valueOf(address.getScheme()).startsWith("http");
        } catch (URISyntaxException other) {
            return false;
        }
    }

    Optional<Known<String>> outlet(Optional<Known<String>> address) {
        return marks.meta("og:site_name")
                .map(words -> new Known<>(words, How.METADATA, "meta og:site_name"))
                .or(() -> data.text("publisher")
                        .filter(words -> !isAddress(words))
                        .map(words -> new Known<>(words, How.LINKED_DATA, "JSON-LD publisher")))
                .or(() -> marks.marked("publisher").stream()
                        .findFirst()
                        .filter(words -> words.length() <= NAME_LENGTH_MAX)
                        .map(words -> new Known<>(words, How.MICRODATA, "itemprop publisher")))
                .or(() -> marks.meta("application-name")
                        .map(words -> new Known<>(words, How.METADATA, "meta application-name")))
                .or(() -> address.flatMap(known -> host(known.value()))
                        .map(host -> new Known<>(host, How.ADDRESS, "the host of its address")))
                .map(known -> new Known<>(plain(known.value()), known.how(), known.where()))
                .filter(known -> !known.value().isEmpty());
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(new URI(address).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www\\d?|m|mobile|amp)\\.", ""));
        } catch (URISyntaxException other) {
            return Optional.empty();
        }
    }

    Optional<Known<String>> title(Optional<Known<String>> outlet) {
        Optional<Known<String>> title = data.text("headline")
                .map(words -> new Known<>(words, How.LINKED_DATA, "JSON-LD headline"))
                .or(() -> marks.marked("headline").stream()
                        .findFirst()
                        .map(words -> new Known<>(words, How.MICRODATA, "itemprop headline")))
                .or(() -> marks.meta("og:title").map(words -> new Known<>(words, How.METADATA, "meta og:title")))
                .or(() -> marks.meta("twitter:title")
                        .map(words -> new Known<>(words, How.METADATA, "meta twitter:title")))
                .or(this::printedTitle);
        return title.map(known -> new Known<>(
                        withoutSite(plain(known.value()), outlet.map(Known::value)), known.how(), known.where()))
                .filter(known -> !known.value().isEmpty());
    }

    /** The only large heading, or the one that the page's title repeats; else the page's title itself. */
    private Optional<Known<String>> printedTitle() {
        String printed = Spaces.single(document.title());
        String given = printed.length() > TITLE_LENGTH_MAX ? printed.substring(0, TITLE_LENGTH_MAX) : printed;
        String whole = Words.squeezed(given);
        List<String> headings = document.select("h1").stream()
                .limit(CANDIDATES_MAX)
                .map(each -> Spaces.single(each.text()))
                .filter(each -> !each.isEmpty())
                .toList();
        Optional<String> repeated = headings.stream()
                .filter(each -> each.length() > 8 && whole.contains(Words.squeezed(each)))
                .findFirst();
        if (repeated.isPresent() || headings.size() == 1) {
            return repeated.or(() -> headings.stream().findFirst())
                    .map(words -> new Known<>(words, How.VISIBLE_TEXT, "its heading"));
        }
        return Optional.of(given)
                .filter(words -> !words.isBlank())
                .map(words -> new Known<>(words, How.METADATA, "its title element"));
    }

    /** Sites put their name behind or before the headline ("Port shut | Coast Post"). */
    private static String withoutSite(String title, Optional<String> outlet) {
        if (outlet.isPresent()) {
            String site = Pattern.quote(outlet.get());
            String cut = title.replaceFirst("(?i)\\s+[|–—:·»•-]\\s+" + site + ".*$", "")
                    .replaceFirst("(?i)^" + site + "\\s*[|–—:·»•-]\\s+", "");
            if (!cut.equals(title)) {
                return cut;
            }
        }
        String cut = title.replaceFirst("\\s+[|–—»]\\s+[^|–—»]{2,40}$", "");
        return cut.split("\\s+").length >= 3 ? cut : title;
    }

    Optional<Known<String>> byline() {
        Optional<String> linked = joined(data.names("author"));
        if (linked.isPresent()) {
            return linked.map(words -> new Known<>(words, How.LINKED_DATA, "JSON-LD author"));
        }
        Optional<String> marked = joined(marks.marked("author"));
        if (marked.isPresent()) {
            return marked.map(words -> new Known<>(words, How.MICRODATA, "itemprop author"));
        }
        for (String name : BYLINE_NAMES) {
            Optional<String> given = marks.meta(name).flatMap(PageNames::name);
            if (given.isPresent()) {
                return given.map(words -> new Known<>(words, How.METADATA, "meta " + name));
            }
        }
        List<Element> candidates = document.select(String.join(", ", BYLINE_MARKS)).stream()
                .limit(CANDIDATES_MAX)
                .toList();
        for (String query : BYLINE_MARKS) {
            Evaluator evaluator = QueryParser.parse(query);
            for (Element element : candidates) {
                Optional<String> printed = !element.is(evaluator) || elsewhere.holds(element)
                        ? Optional.empty()
                        : Block.below(element).stream()
                                .findFirst()
                                .map(Block::text)
                                .flatMap(PageNames::name);
                if (printed.isPresent()) {
                    return printed.map(words -> new Known<>(words, How.VISIBLE_TEXT, query));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> joined(List<String> given) {
        Set<String> names = new LinkedHashSet<>();
        given.forEach(each -> name(each).ifPresent(names::add));
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    /** A name without "By" and without what stands behind it; empty when the words are no name. */
    private static Optional<String> name(String words) {
        String name = BY.matcher(plain(words)).replaceFirst("");
        Optional<dateline.ingest.text.Moment> day = WrittenDays.first(name);
        if (day.isPresent()) {
            name = name.replaceFirst(
                    "(?i)[\\s|,·•-]*(?:on |published |updated )?(?:\\d|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)).*$",
                    "");
        }
        name = name.replaceFirst("[\\s|,·•–—-]+$", "").strip();
        boolean isName = !name.isEmpty()
                && name.length() <= NAME_LENGTH_MAX
                && !isAddress(name)
                && !name.startsWith("@")
                && name.codePoints().anyMatch(Character::isLetter);
        return isName ? Optional.of(name) : Optional.empty();
    }

    private static String plain(String words) {
        return Spaces.single(Parser.unescapeEntities(words, false).replaceAll("<[^>]{0,300}>", " "));
    }
}
