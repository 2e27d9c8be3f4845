package dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
    private static final String FIRST =
            "Dockers in Norhaven walked out on Tuesday, the harbour office said, after talks on night shifts broke"
                    + " down.";
    private static final String SECOND =
            "Nobody was hurt, but twelve ships lay at the quay, and the office said that it would not talk again"
                    + " before Friday.";

    private static Page read(String head, String body) {
        String html = "<!doctype html><html><head>" + head + "</head><body>" + body + "</body></html>";
        PageReading reading = new PageReader().read(html.getBytes(StandardCharsets.UTF_8), LocalDate.of(2031, 6, 1));
        assertThat(reading).isInstanceOf(Page.class);
        return (Page) reading;
    }

    private static String article(String inner) {
        return "<div id=cookie-banner><p>We use cookies, and we ask you to agree, with all of them, now and always,"
                + " please do.</p></div><nav><a"
                + " href=/>Home</a></nav><div"
                + " class=story-body><h1>Port"
                + " shut</h1><p>" + FIRST + "</p>" + inner + "<p>" + SECOND + "</p></div><div"
                + " class=related-stories><ul><li><a"
                + " href=/x>Other"
                + " ports of"
                + " the coast</a></li></ul></div><section"
                + " id=comments><p>What"
                + " a mess,"
                + " said one"
                + " reader,"
                + " and many"
                + " others"
                + " agreed,"
                + " at length,"
                + " with"
                + " commas,"
                + " in anger.</p></section>";
    }

    @Test
    void theArticleIsTakenWithItsParagraphsAndNothingElse() {
        Page page = read(
                "<title>Port shut | Coast Post</title><meta property=og:site_name content='Coast Post'>", article(""));
        assertThat(page.text()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(page.title().map(Known::value)).contains("Port shut");
        assertThat(page.outlet().map(Known::value)).contains("Coast Post");
    }

    @Test
    void linkedDataInAGraphTellsDayOutletAndAddress() {
        String data = "<script"
                + " type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"Port"
                + " shut by"
                + " strike\",\"datePublished\":\"2031-03-05T22:10:00+01:00\",\"dateModified\":\"2031-03-06\",\"publisher\":{\"name\":\"Coast"
                + " Post\"},\"url\":\"https://coast.example/port\","
                + "\"articleBody\":\"" + FIRST + " " + SECOND + "\"}]}</script>";
        Page page =
                read(data, article("<p>Sign up for our letter to hear more of this, day after day, in your mail.</p>"));
        assertThat(page.published().map(Known::how)).contains(How.LINKED_DATA);
        assertThat(page.modified().map(known -> known.value().day())).contains(LocalDate.of(2031, 3, 6));
        assertThat(page.published().map(Known::value)).hasValueSatisfying(moment -> {
            assertThat(moment.day()).isEqualTo(LocalDate.of(2031, 3, 5));
            assertThat(moment.instant()).contains(Instant.parse("2031-03-05T21:10:00Z"));
        });
        assertThat(page.outlet().map(Known::value)).contains("Coast Post");
        assertThat(page.address().map(Known::value)).contains("https://coast.example/port");
        assertThat(page.text()).isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void anEmbeddedPostBecomesASignedParagraph() {
        Page page = read(
                "",
                article("<blockquote class=twitter-tweet><p>Gate is open.<br>No police <a"
                        + " href=https://t.co/a>pic.twitter.com/a</a></p>&mdash; Mara Lind (@maralind) <a"
                        + " href=https://twitter.com/maralind/status/1>March 4, 2031</a></blockquote>"));
        assertThat(page.text())
                .isEqualTo(FIRST
                        + "\n\nGate is open. No police pic.twitter.com/a — Mara Lind (@maralind) March 4, 2031\n\n"
                        + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta property='article:published_time' content='2031-03-05T08:00:00Z'>",
                "<meta name=pubdate content='Wed, 5 Mar 2031 08:00:00 GMT'>",
                "<link rel=canonical href='https://coast.example/2031/03/05/port-shut'>",
                "<meta name=date content='5 March 2031'>"
            })
    void theDayIsFoundInManyPlaces(String head) {
        assertThat(read(head, article("")).published().map(Known::value))
                .hasValueSatisfying(moment -> assertThat(moment.day()).isEqualTo(LocalDate.of(2031, 3, 5)));
    }

    @Test
    void aGuessedDayIsMarked() {
        assertThat(read("<link rel=canonical href='https://coast.example/2031/03/05/port-shut'>", article(""))
                        .notes())
                .singleElement()
                .asString()
                .contains("guess");
    }

    @Test
    void whatASiteSaysInMarkedElementsIsTaken() {
        Page page = read(
                "",
                "<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>Port shut by strike</h1><span"
                        + " itemprop=author>By Mara Lind</span><time itemprop=datePublished"
                        + " datetime='2031-03-05T22:10:00+01:00'>yesterday</time><div itemprop=articleBody><p>" + FIRST
                        + "</p><p>" + SECOND + "</p></div></div>");
        assertThat(page.text()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(page.byline()).contains(new Known<>("Mara Lind", How.MICRODATA, "itemprop author"));
        assertThat(page.published().map(Known::how)).contains(How.MICRODATA);
    }

    @Test
    void anInstantInUniversalTimeKeepsTheDayOfItsAddress() {
        Page page = read(
                "<link rel=canonical href='https://coast.example/2031/03/04/port'><meta property='article:published_time'"
                        + " content='2031-03-05T01:09:55Z'>",
                article(""));
        assertThat(page.published().map(Known::value)).hasValueSatisfying(moment -> {
            assertThat(moment.day()).isEqualTo(LocalDate.of(2031, 3, 4));
            assertThat(moment.instant()).contains(Instant.parse("2031-03-05T01:09:55Z"));
        });
    }

    @Test
    void theLastChangeIsNotThePublication() {
        Page page = read(
                "<meta property='article:modified_time' content='2031-03-09T08:00:00Z'>",
                "<h1>Port shut</h1><p>Updated 9 March 2031</p><p>Published 5 March 2031</p>" + article(""));
        assertThat(page.published().map(known -> known.value().day())).contains(LocalDate.of(2031, 3, 5));
        assertThat(page.modified().map(known -> known.value().day())).contains(LocalDate.of(2031, 3, 9));
    }

    @Test
    void commentsLongerThanTheArticleAreLeftOut() {
        String comment =
                "<p>Nobody asked the dockers, and nobody ever will, wrote one reader, who had much more to say.</p>";
        Page page = read(
                "<title>Port shut</title>",
                "<h1>Port shut</h1><div><p>" + FIRST + "</p><p>" + SECOND + " "
                        + FIRST.toUpperCase(java.util.Locale.ROOT)
                        + " " + SECOND.toUpperCase(java.util.Locale.ROOT) + "</p></div><div class=commentlist>"
                        + comment.repeat(12) + "</div>");
        assertThat(page.text()).startsWith(FIRST).doesNotContain("one reader");
    }

    @Test
    void whatStandsUnderALabelIsNotTheArticle() {
        Page page = read(
                "",
                article("<h3>Read next</h3><ul><li><a href=/a>Ferries late in the north of the country</a></li><li><a"
                        + " href=/b>A new crane for the old quay of Norhaven</a></li></ul>"));
        assertThat(page.text()).isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void aTextThatAScriptWouldUnpackIsRead() {
        Page page = read(
                "",
                "<h1>Port shut</h1><script type='text/template'><p>" + FIRST + "</p><p>" + SECOND + "</p></script>");
        assertThat(page.text()).contains(FIRST).contains(SECOND);
    }
}
