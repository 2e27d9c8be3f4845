package dateline.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

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
        return new PageReader().read("<!doctype html><html><head>" + head + "</head><body>" + body + "</body></html>");
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
        assertThat(page.title()).contains("Port shut");
        assertThat(page.outlet()).contains("Coast Post");
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
        assertThat(page.published()).hasValueSatisfying(moment -> {
            assertThat(moment.day()).isEqualTo(LocalDate.of(2031, 3, 5));
            assertThat(moment.instant()).contains(Instant.parse("2031-03-05T21:10:00Z"));
        });
        assertThat(page.outlet()).contains("Coast Post");
        assertThat(page.address()).contains("https://coast.example/port");
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
        assertThat(read(head, article("")).published())
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
}
