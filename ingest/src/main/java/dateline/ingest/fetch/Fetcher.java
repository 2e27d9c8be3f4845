package dateline.ingest.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches documents over HTTP/1.1. The JDK's own client looks names up itself, so that a name may lead elsewhere between a
 * check and the connection (DNS rebinding); here the address that was checked is the one that is connected to.
 */
public final class Fetcher {
    private static final int HEADER_LENGTH_MAX = 64 << 10;
    private static final int CONNECT_MILLIS_MAX = 10_000;

    /** Looks a name up. */
    public interface Names {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    /** Waits; a test need not. */
    public interface Pause {
        void millis(long millis) throws InterruptedException;
    }

    private final FetchPolicy policy;
    private final Names names;
    private final Pause pause;
    private final Map<String, Long> lastByHost = new LinkedHashMap<>();
    private final Map<String, Robots> robotsByHost = new LinkedHashMap<>();

    public Fetcher(FetchPolicy policy) {
        this(policy, host -> List.of(InetAddress.getAllByName(host)), Thread::sleep);
    }

    public Fetcher(FetchPolicy policy, Names names, Pause pause) {
        this.policy = policy;
        this.names = names;
        this.pause = pause;
    }

    /** What a source said of its last answer, to be asked whether that still holds. */
    public record Known(Optional<String> tag, Optional<String> modified) {
        public static Known nothing() {
            return new Known(Optional.empty(), Optional.empty());
        }
    }

    private record Answer(int status, Map<String, List<String>> headers, byte[] body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(List::getFirst);
        }
    }

    /** The fetch ends here, for a reason that a person is told. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean lasting;

        Stop(String message, boolean lasting) {
            super(message);
            this.lasting = lasting;
        }
    }

    /** Fetches; never throws for what a server or an address does. One fetch at a time. */
    public synchronized Fetched fetch(String address, Known known) throws InterruptedException {
        long end = System.nanoTime() + policy.timeMax().toNanos();
        String at = address;
        boolean permanent = true;
        try {
            for (int hops = 0; hops <= policy.redirectsMax(); hops++) {
                URI uri = address(at);
                if (policy.robots() && !robots(uri, end).allows(path(uri))) {
                    throw new Stop("its robots.txt does not want it fetched", true);
                }
                Answer answer = ask(uri, known, end);
                if (answer.status() == 304) {
                    return new Fetched.Unchanged();
                }
                Optional<String> location = answer.header("location");
                if (answer.status() >= 300 && answer.status() < 400 && location.isPresent()) {
                    permanent &= answer.status() == 301 || answer.status() == 308;
                    at = resolved(uri, location.get());
                    continue;
                }
                if (answer.status() != 200) {
                    return new Fetched.Failed(
                            address,
                            "the server answered with status " + answer.status(),
                            answer.status(),
                            answer.header("retry-after")
                                    .filter(each -> each.matches("\\d{1,7}"))
                                    .map(Long::valueOf),
                            answer.status() == 410);
                }
                boolean moved = hops > 0 && permanent;
                return new Fetched.Document(
                        at, answer.body(), answer.headers(), moved ? Optional.of(at) : Optional.empty());
            }
            throw new Stop("redirected more than " + policy.redirectsMax() + " times", false);
        } catch (Stop stop) {
            return failed(address, String.valueOf(stop.getMessage()), stop.lasting);
        } catch (SocketTimeoutException slow) {
            return failed(address, "no whole answer within " + policy.timeMax().toSeconds() + " seconds", false);
        } catch (EOFException early) {
            return failed(address, "the answer ends before its announced length", false);
        } catch (ZipException damaged) {
            return failed(address, "the packed answer is damaged", false);
        } catch (SSLException untrusted) {
            return failed(address, "its certificate or encryption cannot be trusted", false);
        } catch (IOException failure) {
            return failed(address, "the connection failed", false);
        }
    }

    private static Fetched failed(String address, String why, boolean lasting) {
        return new Fetched.Failed(address, why, 0, Optional.empty(), lasting);
    }

    private static URI address(String words) throws Stop {
        URI uri;
        try {
            uri = new URI(words.strip().replace(" ", "%20").replace("|", "%7C"));
        } catch (URISyntaxException wrong) {
            throw new Stop("no address of the web", true);
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Stop("only http and https are fetched, not '" + scheme + "'", true);
        }
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            throw new Stop("no host in the address, or a password", true);
        }
        return uri;
    }

    private static String resolved(URI from, String location) throws Stop {
        try {
            return from.resolve(location.strip().replace(" ", "%20")).toString();
        } catch (IllegalArgumentException wrong) {
            throw new Stop("redirected to no address", false);
        }
    }

    private static String path(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath())
                .filter(each -> !each.isEmpty())
                .orElse("/");
        return Optional.ofNullable(uri.getRawQuery())
                .map(query -> path + "?" + query)
                .orElse(path);
    }

    private static String host(URI uri) {
        return Optional.ofNullable(uri.getHost())
                .orElse("")
                .replaceAll("[\\[\\]]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private Robots robots(URI uri, long end) throws InterruptedException, Stop {
        String key = uri.getScheme() + "://" + host(uri) + ":" + port(uri);
        Robots known = robotsByHost.get(key);
        if (known != null) {
            return known;
        }
        Robots robots = Robots.open();
        try {
            Answer answer = ask(uri.resolve("/robots.txt"), Known.nothing(), end);
            if (answer.status() == 200) {
                robots = Robots.of(new String(answer.body(), StandardCharsets.UTF_8), "dateline");
            } else if (answer.status() >= 500) {
                // RFC 9309: while the file cannot be had, nothing may be.
                return Robots.closed();
            }
        } catch (IOException unreachable) {
            robots = Robots.open();
        }
        robotsByHost.put(key, robots);
        return robots;
    }

    /** The first address of the name that may be reached; the socket is connected to exactly this one. */
    private InetAddress reachable(String host) throws Stop {
        List<InetAddress> all;
        try {
            all = names.of(host);
        } catch (UnknownHostException unknown) {
            throw new Stop("there is no host '" + host + "'", false);
        }
        for (InetAddress each : all) {
            boolean open = Network.isPublic(each) || policy.allowed().stream().anyMatch(network -> network.holds(each));
            if (!open) {
                throw new Stop("'" + host + "' is at " + each.getHostAddress() + ", which is no public address", true);
            }
        }
        return all.getFirst();
    }

    private Answer ask(URI uri, Known known, long end) throws IOException, Stop, InterruptedException {
        String host = host(uri);
        pace(host + ":" + port(uri));
        InetAddress address = reachable(host);
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port(uri)), Math.min(CONNECT_MILLIS_MAX, left(end)));
            Socket socket = isSecure(uri) ? secured(plain, host, port(uri)) : plain;
            socket.setSoTimeout(left(end));
            StringBuilder request = new StringBuilder("GET " + path(uri) + " HTTP/1.1\r\nHost: " + uri.getHost()
                    + (uri.getPort() > 0 ? ":" + uri.getPort() : "") + "\r\nUser-Agent: " + policy.agent()
                    + "\r\nAccept: application/rss+xml, application/atom+xml, application/feed+json, text/html, */*;q=0.5"
                    + "\r\nAccept-Encoding: gzip, deflate\r\nConnection: close\r\n");
            known.tag()
                    .ifPresent(tag -> request.append("If-None-Match: ")
                            .append(oneLine(tag))
                            .append("\r\n"));
            known.modified()
                    .ifPresent(day -> request.append("If-Modified-Since: ")
                            .append(oneLine(day))
                            .append("\r\n"));
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return answer(new Deadline(new BufferedInputStream(socket.getInputStream()), socket, end));
        }
    }

    private static String oneLine(String words) {
        return words.replaceAll("[\\r\\n]", "");
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static int left(long end) throws SocketTimeoutException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no time left");
        }
        return (int) Math.min(Integer.MAX_VALUE, millis);
    }

    private void pace(String host) throws InterruptedException {
        long now = System.nanoTime() / 1_000_000;
        long least = policy.pause().toMillis();
        long since = now - lastByHost.getOrDefault(host, now - least);
        if (since < least) {
            pause.millis(least - since);
        }
        lastByHost.put(host, System.nanoTime() / 1_000_000);
    }

    private Answer answer(InputStream stream) throws IOException, Stop {
        String status = line(stream);
        String[] words = status.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("\\d{3}")) {
            throw new Stop("what the server answered is no HTTP", false);
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        int length = 0;
        for (String line = line(stream); !line.isEmpty(); line = line(stream)) {
            length += line.length();
            if (length > HEADER_LENGTH_MAX) {
                throw new Stop("the answer's header does not end", false);
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(
                                line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        int code = Integer.parseInt(words[1]);
        byte[] body = code == 304 || code == 204 ? new byte[0] : unpacked(body(stream, headers), headers);
        return new Answer(code, headers, body);
    }

    private byte[] body(InputStream stream, Map<String, List<String>> headers) throws IOException, Stop {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (first(headers, "transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            while (true) {
                String size = line(stream).replaceFirst(";.*", "").strip();
                if (!size.matches("[0-9a-fA-F]{1,7}")) {
                    throw new Stop("the answer is cut into pieces wrongly", false);
                }
                int chunk = Integer.parseInt(size, 16);
                if (chunk == 0) {
                    return body.toByteArray();
                }
                copy(stream, chunk, body);
                line(stream);
            }
        }
        String announced = first(headers, "content-length");
        if (announced.matches("\\d{1,12}")) {
            copy(stream, Long.parseLong(announced), body);
            return body.toByteArray();
        }
        byte[] all = stream.readNBytes(policy.bytesMax() + 1);
        if (all.length > policy.bytesMax()) {
            throw tooLong();
        }
        return all;
    }

    private Stop tooLong() {
        return new Stop("longer than " + (policy.bytesMax() >> 20) + " MB", true);
    }

    private void copy(InputStream stream, long length, ByteArrayOutputStream to) throws IOException, Stop {
        if (to.size() + length > policy.bytesMax()) {
            throw tooLong();
        }
        byte[] piece = stream.readNBytes((int) length);
        if (piece.length < length) {
            throw new EOFException("ended early");
        }
        to.writeBytes(piece);
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst).orElse("");
    }

    private byte[] unpacked(byte[] body, Map<String, List<String>> headers) throws IOException, Stop {
        String encoding = first(headers, "content-encoding").toLowerCase(Locale.ROOT);
        if (body.length == 0 || encoding.isEmpty() || encoding.equals("identity")) {
            return body;
        }
        long max = Math.min(policy.bytesMax(), (long) body.length * policy.ratioMax() + 4096);
        InputStream packed = new ByteArrayInputStream(body);
        try (InputStream stream = switch (encoding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(packed);
            case "deflate" -> new InflaterInputStream(packed);
            default -> throw new Stop("packed in a way nobody asked for (" + encoding + ")", false);
        }) {
            byte[] all = stream.readNBytes((int) max + 1);
            if (all.length > max) {
                throw new Stop(
                        "unpacks to more than " + policy.ratioMax() + " times its length or "
                                + (policy.bytesMax() >> 20) + " MB",
                        true);
            }
            return all;
        }
    }

    private static String line(InputStream stream) throws IOException, Stop {
        StringBuilder line = new StringBuilder();
        for (int c = stream.read(); c != '\n'; c = stream.read()) {
            if (c < 0) {
                throw new EOFException("ended early");
            }
            if (line.length() > HEADER_LENGTH_MAX) {
                throw new Stop("the answer's header does not end", false);
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /** Ends reading when the time is up, however slowly the bytes drip. */
    private static final class Deadline extends java.io.FilterInputStream {
        private final Socket socket;
        private final long end;

        Deadline(InputStream stream, Socket socket, long end) {
            super(stream);
            this.socket = socket;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            socket.setSoTimeout(left(end));
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            socket.setSoTimeout(left(end));
            return super.read(into, offset, length);
        }
    }
}
