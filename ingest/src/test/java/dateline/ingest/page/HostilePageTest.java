package dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.Intake;
import dateline.ingest.Settings;
import dateline.ingest.Taken;
import dateline.pipeline.BundledLexicon;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages made to break a reader: each is read or refused with place and reason, in bounded time and memory. */
@Timeout(120)
class HostilePageTest {
    private static final String FIRST =
            "Dockers in Norhaven walked out on Tuesday, the harbour office said, after talks on night shifts broke down.";
    private static final String SECOND =
            "Nobody was hurt, but twelve ships lay at the quay, and the office said that it would not talk again.";
    private static final String ARTICLE =
            "<article><h1>Port shut</h1><p>" + FIRST + "</p><p>" + SECOND + "</p></article>";
    private static final LocalDate LATEST = LocalDate.of(2031, 6, 1);

    private static PageReading read(String html) {
        return new PageReader().read(html.getBytes(StandardCharsets.UTF_8), LATEST);
    }

    private static Page page(String html) {
        assertThat(read(html)).isInstanceOf(Page.class);
        return (Page) read(html);
    }

    private static PageRefused refused(String html) {
        assertThat(read(html)).isInstanceOf(PageRefused.class);
        return (PageRefused) read(html);
    }

    /** As many bytes as are asked for, made as they are read; counts them. */
    private static final class Endless extends InputStream {
        private static final byte[] TAG = "<b>".getBytes(StandardCharsets.US_ASCII);
        private long given;

        @Override
        public int read() {
            byte[] head = "<!doctype html><html><body>".getBytes(StandardCharsets.US_ASCII);
            int at = (int) Math.min(given, Integer.MAX_VALUE);
            given++;
            return given > (1L << 30) ? -1 : at < head.length ? head[at] : TAG[at % TAG.length];
        }
    }

    @Test
    void aGigabyteOfBoldTagsIsRefusedBeforeItIsRead() {
        Endless gigabyte = new Endless();
        List<Taken> taken = new Intake(BundledLexicon.of("en"))
                .read(List.of(Path.of("-")), new Settings(LATEST, Optional.empty(), gigabyte));
        assertThat(taken)
                .singleElement()
                .isInstanceOfSatisfying(
                        Taken.Rejected.class,
                        each -> assertThat(each.sentence()).contains("MB"));
        assertThat(gigabyte.given).isLessThan(30_000_000);
    }

    @Test
    void moreTagsThanAnyPageHasAreRefusedAtTheirPlace() {
        PageRefused refused = refused("<b>".repeat(2_000_000));
        assertThat(refused.where()).isEqualTo("character 300,000");
        assertThat(refused.why()).contains("tags");
    }

    @Test
    void tagsNestedWithoutEndAreRefusedAtTheirPlace() {
        PageRefused refused = refused("<div>".repeat(50_000) + ARTICLE);
        assertThat(refused.where()).startsWith("html > body > div > div");
        assertThat(refused.why()).contains("nested");
    }

    @Test
    void nestingThatBrowsersStandIsRead() {
        assertThat(page("<div class='related meta author'>".repeat(900) + ARTICLE)
                        .text())
                .contains(FIRST);
    }

    @Test
    void millionsOfCharactersOfTextAreRefused() {
        assertThat(refused("<p>" + "Ships lay still, ".repeat(150_000)).why()).contains("characters of text");
    }

    @Test
    void attributesOfManyMegabytesAreCut() {
        String names = "comment-x ".repeat(500_000);
        assertThat(page("<div class='" + names + "' id='" + "aB".repeat(2_000_000) + "'>" + ARTICLE + "</div>")
                        .text())
                .isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void thousandsOfLineBreaksAndLabelsAreNoTrouble() {
        assertThat(page("<br> \n".repeat(40_000) + ARTICLE).text()).contains(SECOND);
        assertThat(page("<div>Related</div>".repeat(10_000) + ARTICLE).text()).contains(SECOND);
    }

    @Test
    void brokenAndBottomlessLinkedDataIsPassedOver() {
        String open = "<script type='application/ld+json'>";
        assertThat(page(open + "[".repeat(1_000_000) + "</script>" + ARTICLE).text())
                .contains(FIRST);
        assertThat(page(open
                                + "{\"@type\":\"NewsArticle\",\"headline\":\"Say \"no\"\",\"datePublished\":\"2031-03-05\"}</script>"
                                + ARTICLE)
                        .published()
                        .map(known -> known.value().day()))
                .contains(LocalDate.of(2031, 3, 5));
    }

    @Test
    void aWrongCharsetIsSeenThrough() {
        String words = ARTICLE.replace("Norhaven", "Nørhaven’s port");
        byte[] utf8 = ("<meta charset=iso-8859-1>" + words).getBytes(StandardCharsets.UTF_8);
        byte[] windows = ("<meta charset=utf-8>" + words).getBytes(Charset.forName("windows-1252"));
        byte[] latin = ("<meta charset=iso-8859-1>" + words).getBytes(Charset.forName("windows-1252"));
        byte[] unknown = ("<meta charset=no-such-thing>" + words).getBytes(Charset.forName("windows-1252"));
        byte[] wide = ("<meta charset=utf-16>" + words).getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(utf8, windows, latin, unknown, wide)) {
            assertThat(new PageReader().read(bytes, LATEST))
                    .isInstanceOfSatisfying(
                            Page.class, page -> assertThat(page.text()).contains("Nørhaven’s port"));
        }
    }

    @Test
    void aDateOf1970IsNotBelieved() {
        Page page = page("<meta property='article:published_time' content='1970-01-01T00:00:00Z'>" + ARTICLE);
        assertThat(page.published()).isEmpty();
        assertThat(page.notes())
                .anyMatch(note -> note.contains("1970-01-01") && note.contains("article:published_time"));
    }

    @Test
    void aDateOf2099IsNotBelievedAndAnotherIsLookedFor() {
        Page page = page("<meta property='article:published_time' content='2099-01-01T00:00:00Z'>"
                + "<link rel=canonical href='https://coast.example/2031/03/05/port'>" + ARTICLE);
        assertThat(page.published().map(known -> known.value().day())).contains(LocalDate.of(2031, 3, 5));
        assertThat(page.published().map(Known::how)).contains(How.ADDRESS);
        assertThat(page.notes()).anyMatch(note -> note.contains("2099-01-01") && note.contains("future"));
    }

    @Test
    void aPageWithoutWordsIsRefused() {
        assertThat(refused("<html><body><img src=a.png></body></html>").why()).contains("no article text");
    }
}
