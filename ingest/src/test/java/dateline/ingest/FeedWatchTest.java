package dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dateline.ingest.fetch.FetchPolicy;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.fetch.Network;
import dateline.pipeline.BundledLexicon;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two days of five feeds from a server of our own; the clock jumps from one due moment to the next, faster than 1,000 to 1. */
class FeedWatchTest {
    private static final Instant START = Instant.parse("2031-03-04T00:00:00Z");
    private static final Duration SPACING = Duration.ofMinutes(47);
    private static final int SHOWN = 12;

    private HttpServer server;
    private volatile Instant now = START;
    private final Map<String, Integer> asked = new LinkedHashMap<>();
    private int unchanged;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Item {@code i} of a feed is published i spacings after the start; every seventh is corrected two hours later. */
    private String feed(int feed) {
        StringBuilder items = new StringBuilder();
        int last = (int) (Duration.between(START, now).toMinutes() / SPACING.toMinutes());
        for (int i = last; i >= Math.max(0, last - SHOWN + 1); i--) {
            Instant published = START.plus(SPACING.multipliedBy(i));
            boolean corrected = i % 7 == 3 && !now.isBefore(published.plus(Duration.ofHours(2)));
            items.append("<item><guid isPermaLink=\"false\">")
                    .append(feed)
                    .append('-')
                    .append(i)
                    .append("</guid><title>Report ")
                    .append(i)
                    .append(" of harbour ")
                    .append(feed)
                    .append("</title><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC)))
                    .append("</pubDate><description>The ferry left harbour ")
                    .append(feed)
                    .append(" with ")
                    .append(20 + i)
                    .append(
                            corrected
                                    ? " passengers, and not more as this paper had said."
                                    : " passengers and more on board.")
                    .append("</description></item>");
        }
        return "<rss version=\"2.0\"><channel><title>Harbour " + feed + "</title>" + items + "</channel></rss>";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        int times = asked.merge(path, 1, Integer::sum);
        try (exchange) {
            if (path.equals("/robots.txt")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.equals("/old/2")) {
                exchange.getResponseHeaders().add("Location", "/feed/2");
                exchange.sendResponseHeaders(302, -1);
            } else if (times % 9 == 4) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                send(exchange, path, times);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, String path, int times) throws IOException, InterruptedException {
        int feed = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        byte[] body = feed(feed).getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + java.util.Arrays.hashCode(body) + "\"";
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged++;
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.getResponseHeaders().add("ETag", tag);
        exchange.getResponseHeaders().add("Content-Type", "application/rss+xml; charset=utf-8");
        if (feed == 3 && times % 5 == 2) {
            // Announced whole, ended early.
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            return;
        }
        if (feed == 4) {
            Thread.sleep(20);
        }
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().close();
    }

    private Fetcher fetcher() {
        FetchPolicy policy = new FetchPolicy(
                "Dateline-test (+desk@coast.example)",
                1 << 20,
                100,
                Duration.ofSeconds(20),
                4,
                Duration.ZERO,
                true,
                List.of(Network.parse("127.0.0.0/8").orElseThrow()));
        return new Fetcher(policy);
    }

    @Test
    void everyItemOfTwoDaysArrivesExactlyOnce() throws InterruptedException {
        List<String> arrived = new ArrayList<>();
        FeedWatch watch = new FeedWatch(fetcher(), new Intake(BundledLexicon.of("en")), taken -> {
            assertThat(taken).isInstanceOf(Taken.Accepted.class);
            arrived.add(((Taken.Accepted) taken).report().text());
        });
        List<Health> sources = new ArrayList<>();
        for (int feed = 0; feed < 5; feed++) {
            sources.add(Health.untried(at(feed == 2 ? "/old/2" : "/feed/" + feed), START));
        }
        Instant end = START.plus(Duration.ofDays(2));
        Set<Health.State> states = new TreeSet<>();
        while (now.isBefore(end)) {
            for (int i = 0; i < sources.size(); i++) {
                if (!sources.get(i).due().isAfter(now)) {
                    sources.set(
                            i,
                            watch.poll(
                                    sources.get(i),
                                    Settings.of(now.atOffset(ZoneOffset.UTC).toLocalDate()),
                                    now));
                    states.add(sources.get(i).state());
                }
            }
            now = sources.stream().map(Health::due).min(Instant::compareTo).orElseThrow();
        }
        // What was published in the last hours may still be waiting for the next try.
        now = end;
        for (int i = 0; i < sources.size(); i++) {
            for (int tries = 0; tries < 4; tries++) {
                sources.set(
                        i,
                        watch.poll(
                                sources.get(i),
                                Settings.of(now.atOffset(ZoneOffset.UTC).toLocalDate()),
                                now));
            }
        }
        int items = (int) (Duration.ofDays(2).toMinutes() / SPACING.toMinutes()) + 1;
        int corrections = 0;
        for (int i = 3; i < items; i += 7) {
            corrections += !end.isBefore(START.plus(SPACING.multipliedBy(i)).plus(Duration.ofHours(2))) ? 1 : 0;
        }
        assertThat(arrived).doesNotHaveDuplicates().hasSize(5 * (items + corrections));
        assertThat(states).contains(Health.State.NEW, Health.State.UNCHANGED, Health.State.BROKEN);
        assertThat(unchanged).as("answers of 304").isPositive();
        assertThat(sources.get(2).address())
                .as("a redirect that is not lasting")
                .endsWith("/old/2");
        assertThat(sources).allMatch(each -> each.lastNew().isPresent());
    }

    @Test
    void emptyBrokenAndRefusedAreToldApartAndFailuresBackOff() {
        Health untried = Health.untried("https://coast.example/rss", START);
        Health once = untried.failed("the connection failed", false, java.util.Optional.empty(), START);
        Health twice = once.failed("the connection failed", false, java.util.Optional.empty(), once.due());
        assertThat(Duration.between(START, once.due())).isEqualTo(Duration.ofMinutes(15));
        assertThat(Duration.between(once.due(), twice.due())).isEqualTo(Duration.ofMinutes(30));
        assertThat(twice.sentence()).contains("broken", "2 times in a row", "nothing new yet");
        assertThat(untried.failed("x", false, java.util.Optional.of(Duration.ofHours(9)), START)
                        .due())
                .as("Retry-After")
                .isEqualTo(START.plus(Duration.ofHours(9)));
        Health empty = twice.read(Health.State.EMPTY, twice.address(), twice.tag(), twice.modified(), START);
        assertThat(empty.sentence()).contains("a whole feed without entries");
        assertThat(empty.failures()).isZero();
    }
}
