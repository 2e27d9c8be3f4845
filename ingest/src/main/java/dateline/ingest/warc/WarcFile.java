package dateline.ingest.warc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;

/** Reads the documents of an archive one after another; only one is in memory at a time. */
public final class WarcFile {
    private WarcFile() {}

    /** Longest document, in bytes once unpacked; more is no report. */
    static final int DOCUMENT_LENGTH_MAX = 24 << 20;

    /** Bytes looked through for the next record after a damaged one. */
    private static final long SEARCH_LENGTH_MAX = 1L << 30;

    /** Damaged places after which the file is given up: it is something else. */
    private static final int DAMAGES_MAX = 1000;

    /** Longest archive inside a WACZ package, once unpacked. */
    private static final long PACKED_LENGTH_MAX = 8L << 30;

    public static void read(Path file, Consumer<Captured> to) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long from = 0;
            int number = 0;
            for (int damages = 0; from < size; damages++) {
                if (damages > DAMAGES_MAX) {
                    to.accept(new Captured.Bad(
                            "byte " + from, "damaged in more than " + DAMAGES_MAX + " places; given up"));
                    return;
                }
                channel.position(from);
                Progress progress = new Progress(from, number);
                Optional<String> damage = records(channel, progress, to);
                if (damage.isEmpty()) {
                    return;
                }
                to.accept(new Captured.Bad(progress.where(), damage.get()));
                number = progress.number;
                from = next(channel, progress.at + 1, size);
            }
        }
    }

    /** A WACZ package: a zip file with archives in its folder {@code archive/}. */
    public static void readPackage(Path file, Consumer<Captured> to) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            int archives = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().toLowerCase(Locale.ROOT).matches("archive/[^/]+\\.w?arc(?:\\.gz)?")) {
                    continue;
                }
                archives++;
                Path unpacked = Files.createTempFile("dateline-wacz", ".warc");
                try {
                    Optional<String> problem = unpack(zip, entry, unpacked);
                    if (problem.isPresent()) {
                        to.accept(new Captured.Bad(entry.getName(), problem.get()));
                    } else {
                        read(unpacked, captured -> to.accept(within(entry.getName(), captured)));
                    }
                } finally {
                    Files.deleteIfExists(unpacked);
                }
            }
            if (archives == 0) {
                to.accept(new Captured.Bad("", "a zip file without web archives (WACZ keeps them in archive/)"));
            }
        }
    }

    private static Optional<String> unpack(ZipFile zip, ZipEntry entry, Path unpacked) throws IOException {
        if (entry.getSize() > PACKED_LENGTH_MAX) {
            return Optional.of("longer than any archive read from a package (" + (PACKED_LENGTH_MAX >> 30) + " GB)");
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            Files.copy(new Bounded(stream, PACKED_LENGTH_MAX), unpacked, StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (java.util.zip.ZipException | java.io.EOFException damaged) {
            return Optional.of("damaged inside the package");
        }
    }

    private static Captured within(String archive, Captured captured) {
        return switch (captured) {
            case Captured.Document document ->
                new Captured.Document(
                        archive + ", " + document.where(),
                        document.address(),
                        document.at(),
                        document.type(),
                        document.bytes());
            case Captured.Again again ->
                new Captured.Again(archive + ", " + again.where(), again.address(), again.first());
            case Captured.Bad bad -> new Captured.Bad(archive + ", " + bad.where(), bad.why());
        };
    }

    /** How far reading came. */
    private static final class Progress {
        private final long begin;
        private long at;
        private int number;

        Progress(long begin, int number) {
            this.begin = begin;
            this.at = begin;
            this.number = number;
        }

        String where() {
            return "record " + number + ", byte " + at;
        }
    }

    /** Reads on until the end (then there is nothing to say) or until a place that cannot be read. */
    private static Optional<String> records(FileChannel channel, Progress progress, Consumer<Captured> to)
            throws IOException {
        WarcReader reader;
        try {
            // Not closed: closing it would close the file, which is read again after a damaged record.
            reader = new WarcReader(channel);
        } catch (IOException | RuntimeException damaged) {
            progress.number++;
            return Optional.of("no record begins here");
        }
        reader.setLenient(true);
        while (true) {
            progress.number++;
            try {
                Optional<WarcRecord> record = reader.next();
                if (record.isEmpty()) {
                    return Optional.empty();
                }
                progress.at = progress.begin + reader.position();
                record(record.get(), progress.where()).ifPresent(to);
                record.get().body().consume();
            } catch (IOException damaged) {
                return Optional.of(
                        damaged instanceof java.io.EOFException
                                ? "the record ends before its announced length"
                                : "the record is damaged");
            } catch (RuntimeException lying) {
                // jwarc throws these for headers it cannot make sense of.
                return Optional.of("the record's header cannot be read");
            }
        }
    }

    private static Optional<Captured> record(WarcRecord record, String where) throws IOException {
        return switch (record) {
            case WarcRevisit revisit ->
                Optional.of(new Captured.Again(
                        where,
                        revisit.target(),
                        revisit.refersToTargetURI().map(String::valueOf).orElse(revisit.target())));
            case WarcResponse response -> response(response, where);
            case WarcResource resource ->
                isWeb(resource.target())
                        ? Optional.of(
                                document(resource, where, resource.target(), resource.contentType(), resource.body()))
                        : Optional.empty();
            case WarcConversion conversion ->
                Optional.of(
                        document(conversion, where, conversion.target(), conversion.contentType(), conversion.body()));
            default -> Optional.empty();
        };
    }

    /** Archives keep their own notes as records too, e.g. what a collector was told to do. */
    private static boolean isWeb(String target) {
        return target.regionMatches(true, 0, "http", 0, 4);
    }

    private static Optional<Captured> response(WarcResponse response, String where) throws IOException {
        if (!isWeb(response.target())) {
            return Optional.empty();
        }
        HttpResponse http;
        try {
            http = response.http();
        } catch (IOException | RuntimeException lying) {
            return Optional.of(new Captured.Bad(where, "what the server answered is no HTTP"));
        }
        if (http.status() != 200) {
            return Optional.of(new Captured.Bad(where, response.target() + " answered with status " + http.status()));
        }
        try {
            return Optional.of(document(response, where, response.target(), http.contentType(), http.bodyDecoded()));
        } catch (java.io.EOFException | java.util.zip.ZipException damaged) {
            return Optional.of(new Captured.Bad(where, "the answer's body is damaged or ends early"));
        } catch (IOException unknown) {
            return Optional.of(new Captured.Bad(where, "the answer's body cannot be decoded"));
        }
    }

    private static Captured document(WarcRecord record, String where, String address, MediaType type, MessageBody body)
            throws IOException {
        String base = type.base().toString().toLowerCase(Locale.ROOT);
        boolean readable = base.isEmpty()
                || base.matches(
                        "text/(?!css|javascript|csv|calendar).*|.*[/+](?:xml|html|xhtml\\+xml)|application/octet-stream|.*rss.*|.*atom.*");
        if (!readable) {
            return new Captured.Bad(where, address + " is no text (" + base + ")");
        }
        byte[] bytes = new Bounded(body.stream(), DOCUMENT_LENGTH_MAX + 1L).readAllBytes();
        if (bytes.length > DOCUMENT_LENGTH_MAX) {
            return new Captured.Bad(where, address + " unpacks to more than " + (DOCUMENT_LENGTH_MAX >> 20) + " MB");
        }
        if (!record.truncated().equals(WarcTruncationReason.NOT_TRUNCATED)) {
            return new Captured.Bad(where, address + " was cut off by its collector (" + record.truncated() + ")");
        }
        return new Captured.Document(where, address, record.date(), base, bytes);
    }

    /** Where the next record seems to begin: a gzip member or a version line. */
    private static long next(FileChannel channel, long from, long size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long end = Math.min(size, from + SEARCH_LENGTH_MAX);
        for (long at = from; at < end; at += buffer.capacity() - 8) {
            buffer.clear();
            int read = channel.read(buffer, at);
            for (int i = 0; i + 7 < read; i++) {
                boolean member = buffer.get(i) == 0x1f && buffer.get(i + 1) == (byte) 0x8b && buffer.get(i + 2) == 8;
                boolean version = buffer.get(i) == 'W'
                        && buffer.get(i + 1) == 'A'
                        && buffer.get(i + 2) == 'R'
                        && buffer.get(i + 3) == 'C'
                        && buffer.get(i + 4) == '/';
                if (member || version) {
                    return at + i;
                }
            }
        }
        return size;
    }

    /** Gives no more than so many bytes of another stream. */
    private static final class Bounded extends java.io.FilterInputStream {
        private long left;

        Bounded(InputStream stream, long max) {
            super(stream);
            left = max;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            left--;
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = super.read(into, offset, (int) Math.min(left, length));
            left -= Math.max(0, read);
            return read;
        }
    }
}
