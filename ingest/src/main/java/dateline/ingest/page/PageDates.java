package dateline.ingest.page;

import dateline.ingest.text.Moment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** When a page was published, from the best evidence to the weakest; the weak ones are marked as guesses. */
final class PageDates {
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    private static final Pattern WRITTEN = Pattern.compile(
            "(?i)\\b(?:(" + MONTH + ")\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})|(\\d{1,2})(?:st|nd|rd|th)?\\s+("
                    + MONTH + ")\\.?,?\\s+(\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))\\b");
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "/((?:19|20)\\d{2})[/-]?(\\d{2}|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[/-]?(\\d{2})(?=[/_.-]|$)");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final List<String> NAMES = WordLists.lines("date-names.txt");

    /** A day and, when it was not given as such, where it was guessed from. */
    record Found(Moment moment, Optional<String> guess) {}

    private PageDates() {}

    static Optional<Found> published(Document document, LinkedData data, Optional<String> address) {
        Optional<Moment> given = data.text("datePublished")
                .flatMap(PageDates::moment)
                .or(() -> meta(document))
                .or(() -> data.text("dateCreated").flatMap(PageDates::moment))
                .or(() -> data.text("uploadDate").flatMap(PageDates::moment));
        if (given.isPresent()) {
            return given.map(moment -> new Found(moment, Optional.empty()));
        }
        return marked(document)
                .map(moment -> new Found(moment, Optional.empty()))
                .or(() -> address.flatMap(PageDates::inAddress)
                        .map(moment -> new Found(moment, Optional.of("its address"))))
                .or(() -> written(document).map(moment -> new Found(moment, Optional.of("a line near its title"))))
                .or(() -> data.text("dateModified")
                        .flatMap(PageDates::moment)
                        .map(moment -> new Found(moment, Optional.of("its last change"))));
    }

    static Optional<Moment> modified(Document document, LinkedData data) {
        return data.text("dateModified")
                .or(() -> {
                    Element meta = document.selectFirst(
                            "meta[property=article:modified_time],meta[property=og:updated_time],meta[itemprop=dateModified],meta[name=lastmod]");
                    return meta == null ? Optional.empty() : Optional.of(meta.attr("content"));
                })
                .flatMap(PageDates::moment);
    }

    private static Optional<Moment> moment(String words) {
        return Moment.parse(words).or(() -> inWords(words));
    }

    private static Optional<Moment> meta(Document document) {
        for (String name : NAMES) {
            for (Element meta : document.select("meta")) {
                for (String attribute : List.of("name", "property", "itemprop", "http-equiv")) {
                    if (meta.attr(attribute).toLowerCase(Locale.ROOT).equals(name)) {
                        Optional<Moment> moment = moment(meta.attr("content"));
                        if (moment.isPresent()) {
                            return moment;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Moment> marked(Document document) {
        for (String query : List.of(
                "[itemprop=datePublished]",
                "time[pubdate]",
                "article header time, header time[datetime], .byline time, .article-header time",
                "abbr.published, .entry-date, .published, .post-date, .dateline, .timestamp, .article-date, .pubdate,"
                        + " .date-published, .publish-date, .article__date",
                "article time[datetime], main time[datetime]",
                "time[datetime]")) {
            for (Element element : document.select(query)) {
                for (String words : List.of(
                        element.attr("datetime"), element.attr("content"), element.attr("title"), element.text())) {
                    Optional<Moment> moment =
                            words.isBlank() || words.length() > 120 ? Optional.empty() : moment(words);
                    if (moment.isPresent()) {
                        return moment;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Moment> inAddress(String address) {
        Matcher matcher = IN_ADDRESS.matcher(address);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String month = matcher.group(2);
        int number = Character.isDigit(month.charAt(0))
                ? Integer.parseInt(month)
                : MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) / 3 + 1;
        return Moment.parse("%s-%02d-%s".formatted(matcher.group(1), number, matcher.group(3)));
    }

    private static Optional<Moment> inWords(String words) {
        Matcher matcher = WRITTEN.matcher(words);
        if (!matcher.find()) {
            return Optional.empty();
        }
        if (matcher.group(7) != null) {
            return Moment.parse(matcher.group());
        }
        String month = matcher.group(1) != null ? matcher.group(1) : matcher.group(5);
        String day = matcher.group(1) != null ? matcher.group(2) : matcher.group(4);
        String year = matcher.group(1) != null ? matcher.group(3) : matcher.group(6);
        int number = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
        return Moment.parse("%s-%02d-%02d".formatted(year, number, Integer.parseInt(day)));
    }

    /** The first day written in a short element, in the order of the page: headers print it above the text. */
    private static Optional<Moment> written(Document document) {
        for (Element element : document.select("span, p, div, li, td, small, em, b, strong, a, dd, font, h4, h5, h6")) {
            String words = element.ownText();
            if (words.length() >= 8 && words.length() <= 90) {
                Optional<Moment> moment = inWords(words);
                if (moment.isPresent() && moment.get().day().getYear() > 1990) {
                    return moment;
                }
            }
        }
        return Optional.empty();
    }
}
