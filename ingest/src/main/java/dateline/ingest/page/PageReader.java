package dateline.ingest.page;

import dateline.ingest.text.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** Reads one page of HTML: the article on it, and what it says about itself. */
public final class PageReader {
    /** Goes up whenever a page may be read differently, so that kept readings can be told from new ones. */
    public static final int VERSION = 2;

    private final ArticleText articleText = new ArticleText();

    /**
     * Reads a page as it was received.
     *
     * @param latest the last day on which the page can have been published; later ones on it are not believed
     */
    public PageReading read(byte[] bytes, LocalDate latest) {
        Markup.Decoded decoded = Markup.decoded(bytes);
        return read(decoded.html(), decoded.notes(), latest);
    }

    private PageReading read(String html, List<String> decodingNotes, LocalDate latest) {
        Optional<PageRefused> tooMuch = Markup.tooMuch(html);
        if (tooMuch.isPresent()) {
            return tooMuch.get();
        }
        Document document = Markup.tree(html);
        Optional<PageRefused> tooLarge = Markup.tooLarge(document);
        if (tooLarge.isPresent()) {
            return tooLarge.get();
        }
        LinkedData data = new LinkedData(document);
        Marks marks = new Marks(document);
        PageNames names = new PageNames(document, data, marks);
        Optional<Known<String>> address = names.address();
        Optional<Known<String>> outlet = names.outlet(address);
        Optional<Known<String>> title = names.title(outlet);
        PageDates dates = new PageDates(document, data, marks, address.map(Known::value), latest);
        Optional<Known<Moment>> published = dates.published();
        Optional<Known<Moment>> modified = dates.modified();
        ArticleText.Taken taken = articleText.take(document, data, title.map(Known::value));
        if (taken.paragraphs().isEmpty()) {
            return new PageRefused("", "no article text was found on the page");
        }
        List<String> notes = new ArrayList<>(decodingNotes);
        notes.addAll(dates.notes());
        published
                .filter(known -> known.how().isGuess())
                .ifPresent(known ->
                        notes.add("its date is a guess from " + known.how().words() + " (" + known.where() + ")"));
        published
                .filter(known -> modified.filter(known::equals).isPresent())
                .ifPresent(known ->
                        notes.add("its date is a guess: only its last change is known (" + known.where() + ")"));
        return new Page(
                String.join("\n\n", taken.paragraphs()),
                title,
                names.byline(),
                outlet,
                published,
                modified,
                address,
                taken.posts(),
                notes);
    }
}
