package dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.pipeline.BundledLexicon;
import dateline.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold many reports, good ones and bad ones. */
class ContainersTest {
    private static final String WORDS =
            "The ferry Arendal ran aground off Lista on Tuesday evening. All passengers were taken off, the company said.";

    @TempDir
    private Path folder;

    private List<Taken> read(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return new Intake(BundledLexicon.of("en")).read(List.of(file), Settings.of(LocalDate.of(2031, 3, 6)));
    }

    private List<Taken> read(String name, String text) throws IOException {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Report report(Taken taken) {
        assertThat(taken).isInstanceOf(Taken.Accepted.class);
        return ((Taken.Accepted) taken).report();
    }

    private static String sentence(Taken taken) {
        assertThat(taken).isInstanceOf(Taken.Rejected.class);
        return ((Taken.Rejected) taken).sentence();
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>Harbour Wire</title>" + items + "</channel></rss>";
    }

    @Test
    void eachEntryOfAFeedIsAReportOfItsTruePublisher() throws IOException {
        List<Taken> taken = read(
                "wire.xml",
                rss(
                        "<item><title>Ferry aground</title><link>https://coast.example/1</link><source url=\"https://coast.example/\">Coast Post</source>"
                                + "<pubDate>Wed, 05 Mar 2031 07:10:00 GMT</pubDate><description>" + WORDS
                                + "</description></item>"
                                + "<item><title>Storm nears the coast of Lista tonight</title></item>"));
        assertThat(taken).hasSize(2);
        Report report = report(taken.getFirst());
        assertThat(report.outlet()).contains("Coast Post");
        assertThat(report.publishedAt()).contains(Instant.parse("2031-03-05T07:10:00Z"));
        assertThat(report.address()).contains("https://coast.example/1");
        assertThat(report.notes()).contains("carried by the feed of Harbour Wire");
        assertThat(report.file()).endsWith("wire.xml#1");
        assertThat(report(taken.getLast()).notes()).contains("the feed gives its title only");
    }

    @Test
    void datesOf1970And2099AreSaid() throws IOException {
        List<Taken> taken = read(
                "wire.rss",
                rss("<item><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate><description>" + WORDS
                        + "</description></item>"
                        + "<item><pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate><description>" + WORDS
                        + " Now.</description></item>"));
        assertThat(report(taken.getFirst()).published()).isEmpty();
        assertThat(report(taken.getFirst()).notes())
                .anyMatch(note -> note.contains("1970-01-01 is no date of publication"));
        assertThat(report(taken.getLast()).notes()).anyMatch(note -> note.contains("lies in the future"));
    }

    @Test
    void hostileFeedIsRefusedByNameAndPlace() throws IOException {
        assertThat(sentence(read(
                                "bomb.xml",
                                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/hosts\">]><rss/>")
                        .getFirst()))
                .contains("bomb.xml", "fetched from elsewhere", "character");
    }

    @Test
    void jsonLinesOfNewsPleaseAndPlainOnesAreReadAndBrokenOnesNamed() throws IOException {
        List<Taken> taken = read("dump.jsonl", """
                {"maintext": "%s", "title": "Ferry aground", "date_publish": "2031-03-05 07:10:00", "source_domain": "coast.example", "url": "https://coast.example/1", "text": null}
                {"text": "half a line
                {"title": "no text"}

                {"text": "%s Two tugs came.", "published": "2031-03-05T09:00:00Z", "outlet": {"name": "Harbour Radio"}}
                """.formatted(WORDS, WORDS));
        assertThat(taken).hasSize(4);
        assertThat(report(taken.get(0)).published()).contains(LocalDate.of(2031, 3, 5));
        assertThat(report(taken.get(0)).outlet()).contains("coast.example");
        assertThat(sentence(taken.get(1))).contains("line 2", "not whole JSON");
        assertThat(sentence(taken.get(2))).contains("line 3", "no text");
        assertThat(report(taken.get(3)).outlet()).contains("Harbour Radio");
    }

    @Test
    void gzipBombOfJsonLinesIsStopped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            byte[] blank = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1200; i++) {
                out.write(blank);
            }
        }
        List<Taken> taken = read("bomb.jsonl.gz", bytes.toByteArray());
        assertThat(sentence(taken.getLast())).contains("times its size");
    }

    @Test
    void postsOfMastodonActivityStreamsAndThePlainFormAreReports() throws IOException {
        List<Taken> mastodon = read("posts.json", """
                [{"id": "1", "created_at": "2031-03-05T07:12:00.000Z", "url": "https://social.example/@port/1", "content": "<p>Ferry aground off Lista.</p><p>Please stay away.</p>",
                  "account": {"acct": "port@social.example", "display_name": "Lista Port"}}, {"content": ""}]""");
        Report post = report(mastodon.getFirst());
        assertThat(post.text()).isEqualTo("Ferry aground off Lista.\n\nPlease stay away.");
        assertThat(post.outlet()).contains("Lista Port (@port@social.example)");
        assertThat(sentence(mastodon.getLast())).contains("post 2");
        List<Taken> outbox = read("outbox.json", """
                {"type": "OrderedCollection", "orderedItems": [{"type": "Create", "actor": "https://social.example/users/port", "published": "2031-03-05T07:12:00Z",
                  "object": {"type": "Note", "content": "<p>The ferry is afloat again.</p>", "id": "https://social.example/2"}}]}""");
        assertThat(report(outbox.getFirst()).outlet()).contains("@port@social.example");
        List<Taken> plain = read("plain.json", """
                {"author": "Ann Holt", "text": "I can see the ferry from my window.", "date": "2031-03-05"}""");
        assertThat(report(plain.getFirst()).outlet()).contains("Ann Holt");
        assertThat(sentence(read("broken.json", "[{\"text\": ").getFirst())).contains("line 1", "not whole JSON");
    }

    private static byte[] record(String type, String target, String contentType, String block, String more) {
        return ("WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + target
                        + "\r\nWARC-Date: 2031-03-05T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-"
                        + "%012d".formatted(Math.abs(block.hashCode()))
                        + ">\r\nContent-Type: " + contentType + "\r\n" + more + "Content-Length: "
                        + block.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + block + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] page(String address, String title) {
        String html = "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>" + WORDS
                + " " + title + ".</p></article></body></html>";
        return record(
                "response",
                address,
                "application/http; msgtype=response",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + html.length() + "\r\n\r\n" + html,
                "");
    }

    private static byte[] member(byte[] record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(record);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    @Test
    void warcOfGzipMembersGivesPagesAndNamesRevisits() throws IOException {
        byte[] revisit = record(
                "revisit",
                "https://coast.example/1",
                "application/http; msgtype=response",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
                "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n");
        List<Taken> taken = read(
                "CC-NEWS.warc.gz",
                join(
                        member(page("https://coast.example/1", "Ferry aground")),
                        member(revisit),
                        member(page("https://coast.example/2", "Ferry afloat"))));
        assertThat(taken).hasSize(3);
        assertThat(report(taken.get(0)).address()).contains("https://coast.example/1");
        assertThat(taken.get(1)).isInstanceOf(Taken.Repeated.class);
        assertThat(report(taken.get(2)).title()).contains("Ferry afloat");
    }

    @Test
    void aDamagedMemberIsNamedAndTheNextIsRead() throws IOException {
        byte[] broken = member(page("https://coast.example/x", "Lost"));
        for (int i = 40; i < broken.length - 8; i++) {
            broken[i] ^= 0x5a;
        }
        List<Taken> taken = read(
                "damaged.warc.gz",
                join(
                        member(page("https://coast.example/1", "Ferry aground")),
                        broken,
                        member(page("https://coast.example/2", "Ferry afloat"))));
        assertThat(taken.stream().filter(Taken.Accepted.class::isInstance)).hasSize(2);
        assertThat(taken.stream().filter(Taken.Rejected.class::isInstance).map(ContainersTest::sentence))
                .isNotEmpty()
                .allMatch(each -> each.contains("byte"));
    }

    @Test
    void aTruncatedRecordIsNamed() throws IOException {
        byte[] whole = page("https://coast.example/2", "Ferry afloat");
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 60);
        List<Taken> taken = read("cut.warc", join(page("https://coast.example/1", "Ferry aground"), cut));
        assertThat(report(taken.getFirst()).title()).contains("Ferry aground");
        assertThat(sentence(taken.get(1))).contains("record 2");
    }

    @Test
    void aRecordThatLiesAboutItsLengthDoesNotSwallowTheRest() throws IOException {
        String lying = new String(page("https://coast.example/x", "Lie"), StandardCharsets.UTF_8)
                .replaceFirst("Content-Length: \\d+\r\n\r\nHTTP", "Content-Length: 12\r\n\r\nHTTP");
        List<Taken> taken = read(
                "lying.warc",
                join(lying.getBytes(StandardCharsets.UTF_8), page("https://coast.example/2", "Ferry afloat")));
        assertThat(taken.stream().filter(Taken.Rejected.class::isInstance)).isNotEmpty();
        assertThat(report(taken.getLast()).title()).contains("Ferry afloat");
    }

    @Test
    void waczIsAPackageOfArchives() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("archive/data.warc.gz"));
            zip.write(member(page("https://coast.example/1", "Ferry aground")));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("pages/pages.jsonl"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        List<Taken> taken = read("collection.wacz", bytes.toByteArray());
        assertThat(taken).hasSize(1);
        assertThat(report(taken.getFirst()).file()).contains("archive/data.warc.gz, record 1");
        assertThat(sentence(read("no.wacz", "not a zip").getFirst())).contains("no WACZ package");
    }
}
