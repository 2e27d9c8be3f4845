package dateline.ingest;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.FeedReader;
import dateline.ingest.feed.FeedReports;
import dateline.ingest.jsonl.JsonReport;
import dateline.ingest.post.Posts;
import dateline.ingest.text.Told;
import dateline.ingest.warc.Captured;
import dateline.ingest.warc.WarcFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files that hold many reports: feeds, archives of the web, JSON Lines, posts. Each report is handed on as soon as it is read. */
final class Containers {
    /** Longest line of JSON Lines, in bytes: a page with all it carries inside. */
    private static final int LINE_LENGTH_MAX = 24 << 20;

    /** Bytes that one byte of a gzip file may become: JSON packs ten to one, bombs a thousand to one. */
    private static final int RATIO_MAX = 200;

    /** Longest JSON document of posts, in bytes. */
    private static final int POSTS_LENGTH_MAX = 64 << 20;

    /** Makes a checked report of what a container holds. */
    interface Maker {
        Taken told(Told told, String origin);

        Taken document(byte[] bytes, String type, String address, String origin);
    }

    private final FeedReader feedReader = new FeedReader();

    /** True when the file was a container, and all in it has been handed on. */
    boolean read(Path file, String origin, Maker maker, Consumer<Taken> to) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        byte[] head;
        try (InputStream stream = Files.newInputStream(file)) {
            head = stream.readNBytes(Magic.HEAD_LENGTH);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        boolean packed = start.startsWith("\u001F\u008B");
        if (start.startsWith("WARC/")
                || name.matches(".*\\.w?arc")
                || packed && name.matches(".*\\.w?arc(?:\\.gz)?.*")) {
            WarcFile.read(file, captured -> to.accept(captured(captured, origin, maker)));
        } else if (name.endsWith(".wacz")) {
            wacz(file, origin, maker, to);
        } else if (name.matches(".*\\.(?:jsonl|ndjson)(?:\\.gz)?")) {
            lines(file, packed, origin, maker, to);
        } else if (name.endsWith(".json")) {
            json(file, origin, maker, to);
        } else if (name.matches(".*\\.(?:rss|atom|rdf)")
                || Magic.name(head, head.length).equals(Optional.of("a news feed"))) {
            feed(bounded(file, FeedReader.LENGTH_MAX), origin, Feed.Envelope.none(), maker, to);
        } else {
            return false;
        }
        return true;
    }

    private static byte[] bounded(Path file, int lengthMax) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(lengthMax + 1);
        }
    }

    void feed(byte[] bytes, String origin, Feed.Envelope envelope, Maker maker, Consumer<Taken> to) {
        boolean[] some = {false};
        Optional<String> refused = entries(bytes, origin, envelope, maker, taken -> {
            some[0] = true;
            to.accept(taken);
        });
        if (refused.isPresent()) {
            to.accept(new Taken.Rejected(origin, "", refused.get()));
        } else if (!some[0]) {
            to.accept(new Taken.Rejected(origin, "", "a news feed that holds no entry"));
        }
    }

    /** Hands on each entry; gives the reason, with its place, when the feed could not be read. */
    Optional<String> entries(byte[] bytes, String origin, Feed.Envelope envelope, Maker maker, Consumer<Taken> to) {
        return switch (feedReader.read(bytes, envelope)) {
            case Feed.Result.Refused refused ->
                Optional.of(refused.why() + (refused.where().isEmpty() ? "" : ", at " + refused.where()));
            case Feed.Result.Read read -> {
                int number = 0;
                for (Told told : FeedReports.of(read.feed())) {
                    number++;
                    to.accept(maker.told(told, origin + "#" + number));
                }
                yield Optional.empty();
            }
        };
    }

    private static void wacz(Path file, String origin, Maker maker, Consumer<Taken> to) throws IOException {
        try {
            WarcFile.readPackage(file, captured -> to.accept(captured(captured, origin, maker)));
        } catch (ZipException damaged) {
            to.accept(new Taken.Rejected(origin, "", "damaged, or no WACZ package"));
        }
    }

    private static Taken captured(Captured captured, String origin, Maker maker) {
        return switch (captured) {
            case Captured.Bad bad -> new Taken.Rejected(origin, bad.where(), bad.why());
            case Captured.Again again -> new Taken.Repeated(origin + " (" + again.where() + ")", again.first());
            case Captured.Document document -> {
                Taken taken = maker.document(
                        document.bytes(), document.type(), document.address(), origin + " (" + document.where() + ")");
                yield taken instanceof Taken.Accepted accepted
                        ? new Taken.Accepted(accepted.report(), accepted.bytes(), Optional.of(document.at()))
                        : taken;
            }
        };
    }

    private static void lines(Path file, boolean packed, String origin, Maker maker, Consumer<Taken> to)
            throws IOException {
        long size = Files.size(file);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream stream = packed ? new BufferedInputStream(new GZIPInputStream(raw)) : raw) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long taken = 0;
            int number = 1;
            boolean tooLong = false;
            for (int c = stream.read(); ; c = stream.read()) {
                taken++;
                if (packed && taken > (long) RATIO_MAX * size + LINE_LENGTH_MAX) {
                    to.accept(new Taken.Rejected(
                            origin, "line " + number, "unpacks to more than " + RATIO_MAX + " times its size"));
                    return;
                }
                if (c != '\n' && c >= 0) {
                    tooLong |= line.size() >= LINE_LENGTH_MAX;
                    if (!tooLong) {
                        line.write(c);
                    }
                    continue;
                }
                String where = "line " + number;
                if (tooLong) {
                    to.accept(new Taken.Rejected(origin, where, "longer than " + (LINE_LENGTH_MAX >> 20) + " MB"));
                } else {
                    line(line.toString(StandardCharsets.UTF_8), origin, where, maker, to);
                }
                line.reset();
                tooLong = false;
                number++;
                if (c < 0) {
                    return;
                }
            }
        } catch (EOFException | ZipException damaged) {
            to.accept(
                    new Taken.Rejected(origin, "", "the gzip file is damaged or ends early; what came before is read"));
        }
    }

    private static void line(String line, String origin, String where, Maker maker, Consumer<Taken> to) {
        if (line.isBlank()) {
            return;
        }
        switch (JsonReport.read(line.strip())) {
            case JsonReport.Line.Bad bad ->
                to.accept(new Taken.Rejected(
                        origin, bad.where().isEmpty() ? where : where + ", " + bad.where(), bad.why()));
            case JsonReport.Line.Report report -> to.accept(maker.told(report.told(), origin + " (" + where + ")"));
        }
    }

    private void json(Path file, String origin, Maker maker, Consumer<Taken> to) throws IOException {
        byte[] bytes = bounded(file, POSTS_LENGTH_MAX);
        if (bytes.length > POSTS_LENGTH_MAX) {
            to.accept(new Taken.Rejected(
                    origin, "", "longer than " + (POSTS_LENGTH_MAX >> 20) + " MB; as JSON Lines it could be read"));
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.contains("jsonfeed.org/version")) {
            feed(bytes, origin, Feed.Envelope.none(), maker, to);
            return;
        }
        for (Posts.Post post : Posts.read(text)) {
            switch (post) {
                case Posts.Post.Bad bad -> to.accept(new Taken.Rejected(origin, bad.where(), bad.why()));
                case Posts.Post.Report report -> to.accept(maker.told(report.told(), origin));
            }
        }
    }
}
