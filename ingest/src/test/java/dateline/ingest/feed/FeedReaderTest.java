package dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Harbour Wire</title><link>https://wire.example/</link><language>en_GB</language>
            <item><title>Ferry &amp; tug collide</title><link>/ferry</link><guid isPermaLink="false">w-17</guid>
            <pubDate>Wed, 05 Mar 2031 07:10:00 EST</pubDate><dc:creator>Ann Holt</dc:creator>
            <source url="https://coast.example/rss">Coast Post</source>
            <description>Two vessels met.</description>
            <content:encoded><![CDATA[<p>Two vessels <b>met</b> off Lista.</p><p>Nobody was hurt.</p><script>x()</script>]]></content:encoded>
            <enclosure url="https://wire.example/a.jpg" type="image/jpeg" length="1200"/></item>
            </channel></rss>""";

    private static Feed.Result result(String xml) {
        return new FeedReader().read(xml.getBytes(StandardCharsets.UTF_8), Feed.Envelope.none());
    }

    private static Feed read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private static Feed read(byte[] bytes, Optional<String> charset) {
        Feed.Envelope envelope =
                new Feed.Envelope(Optional.of("https://wire.example/rss.xml"), charset, Optional.empty());
        Feed.Result result = new FeedReader().read(bytes, envelope);
        assertThat(result).isInstanceOf(Feed.Result.Read.class);
        return ((Feed.Result.Read) result).feed();
    }

    private static Feed.Result.Refused refused(String xml) {
        Feed.Result result = result(xml);
        assertThat(result).isInstanceOf(Feed.Result.Refused.class);
        return (Feed.Result.Refused) result;
    }

    @Test
    void rssKeepsTheTruePublisherTheFullTextAndTheInstant() {
        Feed feed = read(RSS);
        assertThat(feed.about().title().orElseThrow().text()).isEqualTo("Harbour Wire");
        assertThat(feed.about().language()).contains("en-GB");
        Entry entry = feed.entries().getFirst();
        assertThat(entry.about().title().orElseThrow().text()).isEqualTo("Ferry & tug collide");
        assertThat(entry.about().link()).contains("https://wire.example/ferry");
        assertThat(entry.about().id()).contains("w-17");
        assertThat(entry.about().authors().getFirst().name()).contains("Ann Holt");
        assertThat(entry.source().orElseThrow().title().orElseThrow().text()).isEqualTo("Coast Post");
        assertThat(entry.source().orElseThrow().link()).contains("https://coast.example/rss");
        assertThat(entry.about()
                        .published()
                        .orElseThrow()
                        .moment()
                        .orElseThrow()
                        .instant())
                .contains(Instant.parse("2031-03-05T12:10:00Z"));
        assertThat(entry.contents().getFirst().text()).isEqualTo("Two vessels met off Lista.\n\nNobody was hurt.");
        assertThat(entry.enclosures().getFirst().length()).contains(1200L);
        assertThat(entry.given()).startsWith("<item>").endsWith("</item>").contains("w-17");
    }

    @Test
    void atomKeepsFirstPublicationAndLastChangeApart() {
        Feed feed = read("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://coast.example/news/"><title type="html">Coast &amp;amp; Post</title>
                <entry><id>tag:coast.example,2031:9</id><title>Bridge <![CDATA[shut]]></title><link href="bridge"/>
                <published>2031-03-05T06:00:00+01:00</published><updated>2031-03-05T09:30:00+01:00</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <a href="/b">bridge</a> is shut.</p></div></content>
                <source><title>Fjord Agency</title><id>urn:fjord</id></source></entry></feed>""");
        Entry entry = feed.entries().getFirst();
        assertThat(feed.about().title().orElseThrow().text()).isEqualTo("Coast & Post");
        assertThat(entry.about().link()).contains("https://coast.example/news/bridge");
        assertThat(entry.about().updated().orElseThrow().moment().orElseThrow().instant())
                .contains(Instant.parse("2031-03-05T08:30:00Z"));
        assertThat(entry.contents().getFirst().value())
                .isEqualTo("<p>The <a href=\"https://coast.example/b\">bridge</a> is shut.</p>");
        assertThat(entry.source().orElseThrow().id()).contains("urn:fjord");
    }

    @Test
    void rdfHoldsItsItemsOutsideTheChannel() {
        Feed feed = read("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="https://wire.example/"><title>Wire</title></channel>
                <item rdf:about="https://wire.example/1"><title>Storm nears</title><link>https://wire.example/1</link><dc:date>2031-03-05</dc:date></item></rdf:RDF>""");
        assertThat(feed.kind()).isEqualTo("rdf");
        assertThat(feed.entries()).hasSize(1);
        Stamp stamp = feed.entries().getFirst().about().updated().orElseThrow();
        assertThat(stamp.day()).contains(LocalDate.of(2031, 3, 5));
        assertThat(stamp.moment().orElseThrow().instant())
                .as("a day is no instant")
                .isEmpty();
    }

    @Test
    void jsonFeedIsReadToo() {
        Feed feed = read("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "feed_url": "https://wire.example/f.json",
                 "items": [{"id": "1", "url": "/1", "title": "Storm nears", "content_html": "<p>It nears.</p>",
                 "date_published": "2031-03-05T06:00:00Z", "authors": [{"name": "Ann Holt"}],
                 "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12}]}]}""");
        Entry entry = feed.entries().getFirst();
        assertThat(entry.about().link()).contains("https://wire.example/1");
        assertThat(entry.contents().getFirst().text()).isEqualTo("It nears.");
        assertThat(entry.enclosures().getFirst().address()).isEqualTo("https://wire.example/a.mp3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><item><title>Open &nbsp; end</title><link>https://a.example/?a=1&b=2</link>",
                "  \n<rss><channel><item><title>Open end<link>https://a.example/1</link></item></channel></rss>",
                "<rss xmlns=\"http://nobody.example/wrong\"><channel><foo:bar/><item><title>x</title></item></channel></rss>"
            })
    void brokenFeedsOfTheWorldAreReadAsFarAsTheyGo(String xml) {
        assertThat(read(xml).entries()).hasSize(1);
    }

    @Test
    void entityBombIsRefused() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE rss [<!ENTITY a \"ha\">");
        for (char c = 'b'; c <= 'm'; c++) {
            bomb.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]><rss><channel><title>&m;</title></channel></rss>");
        Feed.Result.Refused refused = refused(bomb.toString());
        assertThat(refused.why()).contains("nests entities");
        assertThat(refused.where()).startsWith("character ");
    }

    @Test
    void manyUsesOfOneEntityAreRefused() {
        String xml = "<!DOCTYPE rss [<!ENTITY a \"" + "z".repeat(900) + "\">]><rss><channel><title>"
                + "&a;".repeat(5000) + "</title></channel></rss>";
        assertThat(refused(xml).why()).contains("grows beyond all measure");
    }

    @Test
    void externalEntityIsRefused() {
        assertThat(refused(
                                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>")
                        .why())
                .contains("fetched from elsewhere");
    }

    @Test
    void plainEntityIsPutInAndAnExternalDocumentTypeIsNotFetched() {
        assertThat(
                        read("<!DOCTYPE rss [<!ENTITY paper \"Coast Post\">]><rss><channel><title>&paper;</title></channel></rss>")
                                .about()
                                .title()
                                .orElseThrow()
                                .text())
                .isEqualTo("Coast Post");
        assertThat(
                        read("<!DOCTYPE rss PUBLIC \"-//N//DTD RSS 0.91//EN\" \"http://127.0.0.1:1/rss.dtd\"><rss><channel><title>T</title></channel></rss>")
                                .about()
                                .title())
                .isPresent();
    }

    @Test
    void endlessNestingStaysBounded() {
        String xml = "<rss><channel><item><title>t</title><description>" + "<b>".repeat(20_000) + "deep";
        assertThat(read(xml).entries()).hasSize(1);
        String escaped = "<rss><channel><item><title>t</title><description>" + "&lt;b&gt;".repeat(50_000)
                + "deep</description></item></channel></rss>";
        assertThat(read(escaped).entries().getFirst().given()).contains("deep");
    }

    @Test
    void moreTagsThanAnyFeedAreRefused() {
        assertThat(refused("<rss><channel>" + "<b>".repeat(600_000)).why()).contains("tags");
    }

    @Test
    void tooLongAFeedIsRefusedWithItsLimit() {
        byte[] bytes = new byte[FeedReader.LENGTH_MAX + 1];
        assertThat(new FeedReader().read(bytes, Feed.Envelope.none()))
                .isEqualTo(new Feed.Result.Refused("byte 25165824", "longer than any feed (at most 24 MB)"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',the feed is empty",
        "'   ',there is nothing in it",
        "hello,not a feed",
        "'{\"a\": 1}',no JSON Feed",
        "'{\"version\": ',not whole JSON"
    })
    void whatIsNoFeedSaysSo(String text, String why) {
        assertThat(refused(text).why()).contains(why);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1251", "ISO-8859-1", "Big5"})
    void charsetsAreFoundByMarkShapeOrDeclaration(String charset) {
        String title = charset.equals("windows-1251") ? "Порт" : charset.equals("Big5") ? "港口" : "Café";
        String xml = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><rss><channel><title>" + title
                + "</title></channel></rss>";
        Feed feed = read(xml.getBytes(Charset.forName(charset)), Optional.empty());
        assertThat(feed.about().title().orElseThrow().text()).isEqualTo(title);
        assertThat(feed.notes()).isEmpty();
    }

    @Test
    void aWrongCharsetIsSaid() {
        byte[] bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss><channel><title>Café “x”</title></channel></rss>"
                .getBytes(Charset.forName("windows-1252"));
        Feed feed = read(bytes, Optional.of("utf-8"));
        assertThat(feed.about().title().orElseThrow().text()).isEqualTo("Café “x”");
        assertThat(feed.notes()).containsExactly("is not in the charset it names; read as windows-1252");
    }

    @ParameterizedTest
    @CsvSource({
        "'Wed, 5 Mar 31 07:10 PST', 2031-03-05, 15:10Z",
        "'March 5, 2031 7:10 PM GMT', 2031-03-05, 19:10Z",
        "2031-03-05T07:10:00.123+05:30, 2031-03-05, 01:40Z",
        "20310305T071000Z, 2031-03-05, 07:10Z",
        "'Wed Mar  5 07:10:00 2031', 2031-03-05, ''",
        "'05-Mar-2031 07:10:00 +0000', 2031-03-05, 07:10Z",
        "'2031-03-05 24:00:00 UTC', 2031-03-06, 00:00Z",
        "25/03/2031 10:00, 2031-03-25, ''",
        "03/05/2031, '', ''",
        "2031-03, '', ''",
        "yesterday, '', ''",
        "'Wed, 31 Feb 2031 10:00:00 GMT', '', ''"
    })
    void timesAreNoFinerThanTheyWereWritten(String words, String day, String instant) {
        Stamp stamp = Stamps.of(words);
        assertThat(stamp.day().map(LocalDate::toString).orElse("")).isEqualTo(day);
        assertThat(stamp.moment()
                        .flatMap(moment -> moment.instant())
                        .map(each -> each.toString().substring(11).replaceFirst(":00Z$", "Z"))
                        .orElse(""))
                .isEqualTo(instant);
    }
}
