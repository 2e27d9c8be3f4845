package dateline.ingest.page;

import dateline.ingest.text.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads one page of HTML. */
public final class PageReader {
    private final ArticleText articleText = new ArticleText();

    public Page read(String html) {
        Document document = Jsoup.parse(html);
        LinkedData data = new LinkedData(document);
        Optional<String> outlet = meta(document, "og:site_name")
                .or(() -> data.text("publisher"))
                .or(() -> meta(document, "application-name"));
        Optional<String> title = title(document, data, outlet);
        Optional<String> address = address(document, data);
        List<String> notes = new ArrayList<>();
        Optional<PageDates.Found> published = PageDates.published(document, data, address);
        published.flatMap(PageDates.Found::guess).ifPresent(from -> notes.add("its date is a guess from " + from));
        Optional<Moment> modified = PageDates.modified(document, data);
        return new Page(
                articleText.take(document, data, title),
                title,
                outlet,
                published.map(PageDates.Found::moment),
                modified,
                address,
                notes);
    }

    private static Optional<String> meta(Document document, String name) {
        for (Element meta : document.select("meta[property=" + name + "], meta[name=" + name + "]")) {
            if (!meta.attr("content").isBlank()) {
                return Optional.of(meta.attr("content").strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> title(Document document, LinkedData data, Optional<String> outlet) {
        Optional<String> title =
                data.text("headline").or(() -> meta(document, "og:title")).or(() -> meta(document, "twitter:title"));
        if (title.isEmpty()) {
            List<Element> headings = document.select("h1").stream()
                    .filter(each -> !each.text().isBlank())
                    .toList();
            title = headings.size() == 1
                    ? Optional.of(headings.getFirst().text())
                    : Optional.of(document.title()).filter(words -> !words.isBlank());
        }
        return title.map(words -> withoutSite(Jsoup.parse(words).text().strip(), outlet))
                .filter(words -> !words.isEmpty());
    }

    /** Sites put their name behind or before the headline ("Port shut | Coast Post"). */
    private static String withoutSite(String title, Optional<String> outlet) {
        if (outlet.isPresent()) {
            String site = java.util.regex.Pattern.quote(outlet.get());
            return title.replaceFirst("(?i)\\s+[|–—:·»-]\\s+" + site + ".*$", "")
                    .replaceFirst("(?i)^" + site + "\\s*[|–—:·»-]\\s+", "");
        }
        String cut = title.replaceFirst("\\s+[|–—»]\\s+[^|–—»]{2,40}$", "");
        return cut.split("\\s+").length >= 3 ? cut : title;
    }

    private static Optional<String> address(Document document, LinkedData data) {
        Element canonical = document.selectFirst("link[rel=canonical]");
        Optional<String> link = canonical == null
                ? Optional.empty()
                : Optional.of(canonical.attr("href").strip());
        return link.filter(words -> words.startsWith("http"))
                .or(() -> meta(document, "og:url").filter(words -> words.startsWith("http")))
                .or(data::address);
    }
}
