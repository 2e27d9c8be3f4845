package dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real sockets that answer badly. */
class FetcherTest {
    private ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();

    /** What the server does with one connection, after the request was read. */
    private interface Answer {
        void to(String path, OutputStream out) throws IOException, InterruptedException;
    }

    private volatile Answer answer = (path, out) -> {};

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                connections.incrementAndGet();
                StringBuilder request = new StringBuilder();
                while (!request.toString().endsWith("\r\n\r\n")) {
                    request.append((char) socket.getInputStream().read());
                }
                answer.to(request.toString().split(" ")[1], socket.getOutputStream());
            } catch (IOException | InterruptedException ended) {
                continue;
            }
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private Fetched fetch(String address, boolean loopback, boolean robots, Fetcher.Names names)
            throws InterruptedException {
        FetchPolicy policy = new FetchPolicy(
                "Dateline-test (+desk@coast.example)",
                1 << 20,
                50,
                Duration.ofSeconds(3),
                4,
                Duration.ZERO,
                robots,
                loopback ? List.of(Network.parse("127.0.0.1").orElseThrow()) : List.of());
        return new Fetcher(policy, names, millis -> {}).fetch(address, Fetcher.Known.nothing());
    }

    private Fetched fetch(String path) throws InterruptedException {
        return fetch(
                "http://127.0.0.1:" + server.getLocalPort() + path,
                true,
                false,
                host -> List.of(InetAddress.getByName(host)));
    }

    private static String why(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Failed.class);
        return ((Fetched.Failed) fetched).why();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.9", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
                        "0.0.0.0", "224.0.0.1",
                "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "::ffff:127.0.0.1",
                        "::ffff:169.254.169.254", "64:ff9b::7f00:1",
                "2002:7f00:1::", "ff02::1", "168.63.129.16"
            })
    void addressesThatAreNotPublicAreClosed(String address) throws Exception {
        assertThat(Network.isPublic(InetAddress.getByName(address))).isFalse();
        assertThat(why(fetch("http://host.example/", false, false, host -> List.of(InetAddress.getByName(address)))))
                .contains("no public address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "2606:4700::1111", "11.0.0.1"})
    void publicAddressesAreOpen(String address) throws Exception {
        assertThat(Network.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNameThatLeadsInsideAtTheSecondLookUpIsNotFollowed() throws Exception {
        // DNS rebinding: public when the redirect is checked, inside when it is followed. Each hop connects to what was
        // checked.
        answer = (path, out) -> send(
                out,
                "HTTP/1.1 302 Found\r\nLocation: http://turn.example:" + server.getLocalPort()
                        + "/in\r\nContent-Length: 0\r\n\r\n");
        AtomicInteger lookUps = new AtomicInteger();
        Fetcher.Names names = host -> {
            lookUps.incrementAndGet();
            return List.of(InetAddress.getByName(host.equals("turn.example") ? "127.0.0.2" : "127.0.0.1"));
        };
        Fetched fetched = fetch("http://start.example:" + server.getLocalPort() + "/", true, false, names);
        assertThat(why(fetched)).contains("'turn.example' is at 127.0.0.2");
        assertThat(connections).hasValue(1);
        assertThat(lookUps).as("one look-up a connection, none after the check").hasValue(2);
    }

    @Test
    void aNameWithOneInsideAddressAmongPublicOnesIsRefused() throws Exception {
        assertThat(why(fetch(
                        "http://both.example/",
                        false,
                        false,
                        host -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")))))
                .contains("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd,only http",
        "ftp://a.example/,only http",
        "http://user:word@a.example/,password",
        "http:///x,no host",
        "ht tp://x,no address",
        "gopher://127.0.0.1/,only http"
    })
    void otherSchemesAreRefused(String address, String why) throws Exception {
        assertThat(why(fetch(address, true, false, host -> List.of()))).contains(why);
    }

    @Test
    void endlessRedirectStops() throws Exception {
        answer = (path, out) ->
                send(out, "HTTP/1.1 301 Moved\r\nLocation: /" + path.length() + path + "\r\nContent-Length: 0\r\n\r\n");
        assertThat(why(fetch("/a"))).contains("redirected more than 4 times");
        assertThat(connections).hasValue(5);
    }

    @Test
    void redirectToAFileIsRefused() throws Exception {
        answer = (path, out) -> send(out, "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n");
        assertThat(why(fetch("/"))).contains("only http and https");
    }

    @Test
    void drippingServerStopsInTime() throws Exception {
        answer = (path, out) -> {
            send(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            for (int i = 0; i < 100; i++) {
                Thread.sleep(100);
                send(out, "x");
            }
        };
        long start = System.nanoTime();
        assertThat(why(fetch("/"))).contains("within 3 seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void prematureEndIsNoDocument() throws Exception {
        answer = (path, out) -> send(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>");
        assertThat(why(fetch("/"))).contains("ends before its announced length");
    }

    @Test
    void gzipBombStops() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(new byte[8 << 20]);
        }
        answer = (path, out) -> {
            send(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n");
            out.write(bytes.toByteArray());
        };
        assertThat(why(fetch("/"))).contains("unpacks to more than");
    }

    @Test
    void tooLongAnAnswerStopsBeforeItIsRead() throws Exception {
        answer = (path, out) -> send(out, "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n");
        assertThat(why(fetch("/"))).contains("longer than 1 MB");
    }

    @Test
    void endlessHeaderAndNonsenseStop() throws Exception {
        answer = (path, out) -> send(out, "HTTP/1.1 200 OK\r\n" + "X-A: b\r\n".repeat(20_000));
        assertThat(why(fetch("/"))).contains("does not end");
        answer = (path, out) -> send(out, "SSH-2.0-OpenSSH\r\n");
        assertThat(why(fetch("/"))).contains("no HTTP");
    }

    @Test
    void chunkedGzipIsReadWhole() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write("<rss/>".getBytes(StandardCharsets.UTF_8));
        }
        answer = (path, out) -> {
            send(
                    out,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nETag: \"a\"\r\n\r\n"
                            + Integer.toHexString(bytes.size()) + "\r\n");
            out.write(bytes.toByteArray());
            send(out, "\r\n0\r\n\r\n");
        };
        Fetched.Document document = (Fetched.Document) fetch("/");
        assertThat(new String(document.bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        assertThat(document.header("etag")).contains("\"a\"");
    }

    @Test
    void robotsAreAskedOnceAndObeyed() throws Exception {
        answer = (path, out) -> send(
                out,
                path.equals("/robots.txt")
                        ? "HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /private\nAllow: /private/open\n"
                        : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        String home = "http://127.0.0.1:" + server.getLocalPort();
        Fetcher.Names names = host -> List.of(InetAddress.getByName(host));
        assertThat(why(fetch(home + "/private/x", true, true, names))).contains("robots.txt");
        assertThat(fetch(home + "/private/open", true, true, names)).isInstanceOf(Fetched.Document.class);
    }

    @ParameterizedTest
    @CsvSource({"/a/b.html, true", "/secret/x, false", "/x.pdf, false", "/x.pdf?y, true", "/ok, true"})
    void robotsRulesOfTheAgentItselfGoBeforeThoseForAll(String path, boolean allowed) {
        Robots robots = Robots.of(
                "User-agent: *\nDisallow: /\n\nUser-agent: dateline\nDisallow: /secret\nDisallow: /*.pdf$\n",
                "dateline");
        assertThat(robots.allows(path)).isEqualTo(allowed);
    }

    @Test
    void unknownHostAndRetryAfterAreSaid() throws Exception {
        assertThat(why(fetch("http://nowhere.example/", false, false, host -> {
                    throw new UnknownHostException(host);
                })))
                .contains("no host 'nowhere.example'");
        answer = (path, out) -> send(out, "HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
        assertThat(((Fetched.Failed) fetch("/")).retryAfterSeconds()).contains(120L);
    }
}
