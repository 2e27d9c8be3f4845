package dateline.ingest;

import dateline.analysis.Lexicon;
import dateline.analysis.text.Language;
import dateline.ingest.feed.Feed;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.page.Known;
import dateline.ingest.page.Page;
import dateline.ingest.page.PageReader;
import dateline.ingest.page.PageReading;
import dateline.ingest.page.PageRefused;
import dateline.ingest.text.Decoded;
import dateline.ingest.text.Moment;
import dateline.ingest.text.Plain;
import dateline.ingest.text.Sidecar;
import dateline.ingest.text.Told;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Takes files, folders and standard input in, one report each, in the order of their names. */
public final class Intake {
    /** Longest text of one report, in bytes. The longest newspaper features have some 100,000 characters; 4 MB leaves room for any. */
    static final int TEXT_LENGTH_MAX = 4 << 20;

    /** Longest saved page, in bytes; pages carry their scripts and small pictures inside. */
    static final int PAGE_LENGTH_MAX = 24 << 20;

    private static final Set<String> REPORT_ENDINGS = Set.of(
            "", "txt", "text", "html", "htm", "xhtml", "xml", "rss", "atom", "rdf", "warc", "arc", "wacz", "jsonl",
            "ndjson", "gz");

    /** Files that live in folders of reports without being reports: sidecars and other data, notes of the keeper. */
    private static final Set<String> SILENT_ENDINGS = Set.of("json", "md", "css", "js", "csv", "yml", "yaml");

    private final Language language;
    private final PageReader pageReader = new PageReader();
    private final Containers containers = new Containers();

    public Intake(Lexicon lexicon) {
        language = new Language(lexicon);
    }

    /** Reads all that the paths name; {@code -} is standard input. Nothing throws for bad input: it is in the result. */
    public List<Taken> read(List<Path> paths, Settings settings) {
        List<Taken> taken = new ArrayList<>();
        read(paths, settings, taken::add);
        return List.copyOf(taken);
    }

    /** As {@link #read(List, Settings)}, each handed on as soon as it is read, so that files of any length can be walked. */
    public void read(List<Path> paths, Settings settings, Consumer<Taken> to) {
        Consumer<Taken> once = once(to);
        for (Path path : paths) {
            if (path.toString().equals("-")) {
                once.accept(standardInput(settings));
            } else if (Files.isDirectory(path)) {
                folder(path, settings, once);
            } else {
                files(path, path.toString(), settings, once);
            }
        }
    }

    private static Consumer<Taken> once(Consumer<Taken> to) {
        Map<ReportId, String> seen = new LinkedHashMap<>();
        return each -> {
            if (each instanceof Taken.Accepted accepted) {
                String file = accepted.report().file();
                String first = seen.putIfAbsent(accepted.report().id(), file);
                to.accept(first == null ? each : new Taken.Repeated(file, first));
            } else {
                to.accept(each);
            }
        };
    }

    private void folder(Path folder, Settings settings, Consumer<Taken> to) {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(path -> !isHidden(folder, path))
                    .filter(path -> !Files.isDirectory(path))
                    .sorted((one, other) -> name(folder, one).compareTo(name(folder, other)))
                    .toList();
        } catch (IOException | java.io.UncheckedIOException failure) {
            to.accept(new Taken.Rejected(folder.toString(), "", "the folder cannot be read: " + reason(failure)));
            return;
        }
        boolean some = false;
        for (Path file : files) {
            String ending = ending(file);
            if (REPORT_ENDINGS.contains(ending)) {
                files(file, name(folder, file), settings, to);
                some = true;
            } else if (!SILENT_ENDINGS.contains(ending)) {
                to.accept(stranger(file, name(folder, file)));
                some = true;
            }
        }
        if (!some) {
            to.accept(new Taken.Rejected(folder.toString(), "", "the folder holds no report (.txt or .html)"));
        }
    }

    private static boolean isHidden(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            String name = part.toString();
            if (name.startsWith(".") || name.startsWith("~") || name.startsWith("__MACOSX")) {
                return !name.isEmpty();
            }
        }
        return false;
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static Taken stranger(Path file, String origin) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] head = stream.readNBytes(Magic.HEAD_LENGTH);
            return Magic.name(head, head.length)
                    .map(name ->
                            (Taken) new Taken.Rejected(origin, "", name + ", not text; Dateline reads .txt and .html"))
                    .orElse(new Taken.Rejected(
                            origin,
                            "",
                            "not a kind of file that Dateline takes from folders (.txt, .html); name it to"
                                    + " read it as text"));
        } catch (IOException failure) {
            return new Taken.Rejected(origin, "", "cannot be read: " + reason(failure));
        }
    }

    /** The reports of one file, of which feeds and archives hold many. */
    private void files(Path file, String origin, Settings settings, Consumer<Taken> to) {
        boolean[] some = {false};
        try {
            if (Files.exists(file)
                    && containers.read(file, origin, maker(settings), taken -> {
                        some[0] = true;
                        to.accept(taken);
                    })) {
                if (!some[0]) {
                    to.accept(new Taken.Rejected(origin, "", "there is no report in it"));
                }
                return;
            }
        } catch (IOException failure) {
            to.accept(new Taken.Rejected(origin, "", "cannot be read: " + reason(failure)));
            return;
        }
        to.accept(file(file, origin, settings));
    }

    /** Hands on the entries of a feed that was fetched; gives the reason when it could not be read. An empty feed hands on nothing. */
    Optional<String> feed(byte[] bytes, String origin, Feed.Envelope envelope, Settings settings, Consumer<Taken> to) {
        return containers.entries(bytes, origin, envelope, maker(settings), to);
    }

    /** Hands on what was fetched: the entries of a feed, or one page. */
    public void fetched(Fetched.Document document, Settings settings, Consumer<Taken> to) {
        byte[] bytes = document.bytes();
        String type = document.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        boolean feed = type.matches(".*(?:rss|atom|feed\\+json|rdf).*")
                || Magic.name(bytes, bytes.length).equals(Optional.of("a news feed"));
        if (feed) {
            Feed.Envelope envelope =
                    new Feed.Envelope(Optional.of(document.address()), Optional.empty(), Optional.empty());
            feed(bytes, document.address(), envelope, settings, to)
                    .ifPresent(why -> to.accept(new Taken.Rejected(document.address(), "", why)));
        } else {
            to.accept(maker(settings).document(bytes, type, document.address(), document.address()));
        }
    }

    private Containers.Maker maker(Settings settings) {
        return new Containers.Maker() {
            @Override
            public Taken told(Told told, String origin) {
                byte[] given = told.given().getBytes(StandardCharsets.UTF_8);
                if (told.html()) {
                    byte[] html = told.text().getBytes(StandardCharsets.UTF_8);
                    return page(given, origin, html, Optional.of(told.about()), settings);
                }
                String text = told.text().strip();
                if (text.isEmpty()) {
                    return new Taken.Rejected(origin, "", "there is not a word in it");
                }
                if (text.length() > TEXT_LENGTH_MAX) {
                    return tooLong(origin, TEXT_LENGTH_MAX, "more than " + (TEXT_LENGTH_MAX >> 20) + " MB of text");
                }
                return report(given, origin, text, new Span(0, text.length()), told.about(), List.of(), settings);
            }

            @Override
            public Taken document(byte[] bytes, String type, String address, String origin) {
                Plain asked = new Plain(
                        0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(address), List.of());
                boolean page = type.contains("html")
                        || Magic.isPage(new String(
                                bytes, 0, Math.min(bytes.length, Magic.HEAD_LENGTH), StandardCharsets.ISO_8859_1));
                Optional<String> stranger = page ? Optional.empty() : Magic.name(bytes, bytes.length);
                return stranger.isPresent()
                        ? new Taken.Rejected(origin, "byte 0", stranger.get() + ", not text")
                        : bytes(bytes, origin, page, Optional.of(asked), settings);
            }
        };
    }

    private Taken file(Path file, String origin, Settings settings) {
        if (!Files.exists(file)) {
            return new Taken.Rejected(origin, "", "there is no such file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            long size = Files.size(file);
            Optional<Plain> sidecar = Sidecar.beside(file).map(Sidecar::read);
            return stream(stream, size, origin, sidecar, settings);
        } catch (IOException failure) {
            return new Taken.Rejected(origin, "", "cannot be read: " + reason(failure));
        }
    }

    private Taken standardInput(Settings settings) {
        try {
            return stream(settings.standardInput(), 0, "-", Optional.empty(), settings);
        } catch (IOException failure) {
            return new Taken.Rejected("-", "", "standard input cannot be read: " + reason(failure));
        }
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException gone -> "there is no such file";
            default -> "the system gives no more than an input error";
        };
    }

    private Taken stream(InputStream stream, long size, String origin, Optional<Plain> sidecar, Settings settings)
            throws IOException {
        byte[] head = stream.readNBytes(Magic.HEAD_LENGTH);
        Optional<String> stranger = Magic.name(head, head.length);
        if (stranger.isPresent()) {
            return new Taken.Rejected(origin, "byte 0", stranger.get() + ", not text");
        }
        boolean page = Magic.isPage(new String(head, java.nio.charset.StandardCharsets.ISO_8859_1))
                || origin.matches("(?i).*\\.x?html?");
        int lengthMax = page ? PAGE_LENGTH_MAX : TEXT_LENGTH_MAX;
        if (size > lengthMax) {
            return tooLong(origin, lengthMax, (size >> 20) + " MB of text");
        }
        byte[] rest = stream.readNBytes(lengthMax - head.length + 1);
        if (head.length + rest.length > lengthMax) {
            return tooLong(origin, lengthMax, "more than " + (lengthMax >> 20) + " MB of text");
        }
        byte[] bytes = new byte[head.length + rest.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(rest, 0, bytes, head.length, rest.length);
        return bytes(bytes, origin, page, sidecar, settings);
    }

    private static Taken tooLong(String origin, int lengthMax, String length) {
        return new Taken.Rejected(
                origin, "", length + " is no single report (at most " + (lengthMax >> 20) + " MB); cut it up");
    }

    private Taken bytes(byte[] bytes, String origin, boolean page, Optional<Plain> sidecar, Settings settings) {
        if (bytes.length == 0) {
            return new Taken.Rejected(origin, "", "the file is empty");
        }
        Optional<Decoded> decoded = Decoded.of(bytes);
        if (decoded.isEmpty()) {
            return new Taken.Rejected(origin, "", "binary data, not text");
        }
        if (page) {
            return page(bytes, origin, bytes, sidecar, settings);
        }
        String text = decoded.get().text();
        Plain plain = Plain.of(text);
        if (sidecar.isPresent()) {
            plain = plain.or(sidecar.get());
        }
        int end = text.length();
        while (end > plain.bodyBegin() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end <= plain.bodyBegin()) {
            return new Taken.Rejected(
                    origin,
                    "",
                    plain.bodyBegin() > 0 && !text.isBlank()
                            ? "there is nothing after its header"
                            : "the file is empty");
        }
        Span body = new Span(plain.bodyBegin(), end);
        return report(bytes, origin, text, body, plain, decoded.get().notes(), settings);
    }

    /** @param bytes what was given, of which {@code html} is the page: the same, or a part of it */
    private Taken page(byte[] bytes, String origin, byte[] html, Optional<Plain> sidecar, Settings settings) {
        PageReading reading = pageReader.read(html, settings.today().plusDays(1));
        return switch (reading) {
            case PageRefused refused -> new Taken.Rejected(origin, refused.where(), refused.why());
            case Page page -> article(bytes, origin, page, sidecar, settings);
        };
    }

    private Taken article(byte[] bytes, String origin, Page page, Optional<Plain> sidecar, Settings settings) {
        // What the keeper of the files wrote down is known better than what the page says about itself.
        Plain about = new Plain(
                0,
                page.published().map(Known::value),
                page.outlet().map(Known::value),
                page.title().map(Known::value),
                page.address().map(Known::value),
                page.notes());
        if (sidecar.isPresent()) {
            about = sidecar.get().or(about);
        }
        Span body = new Span(0, page.text().length());
        return report(bytes, origin, page.text(), body, about, List.of(), settings);
    }

    private Taken report(
            byte[] bytes,
            String origin,
            String text,
            Span body,
            Plain about,
            List<String> decodingNotes,
            Settings settings) {
        if (body.in(text).codePoints().noneMatch(Character::isLetter)) {
            return new Taken.Rejected(origin, "", "there is not a word in it");
        }
        Optional<String> other = language.other(body.in(text));
        if (other.isPresent()) {
            return new Taken.Rejected(origin, "", "in " + other.get() + "; Dateline reads English only");
        }
        List<String> notes = new ArrayList<>(decodingNotes);
        notes.addAll(about.notes());
        Optional<Moment> published = dated(about, settings, notes);
        return new Taken.Accepted(
                new Report(
                        id(bytes),
                        origin,
                        text,
                        body,
                        published.map(Moment::day),
                        published.flatMap(Moment::instant),
                        about.outlet(),
                        about.title(),
                        about.address(),
                        notes),
                bytes,
                Optional.empty());
    }

    private static Optional<Moment> dated(Plain about, Settings settings, List<String> notes) {
        Optional<Moment> own = about.published();
        // A report from a zone ahead of ours may carry tomorrow's date.
        if (own.isPresent() && own.get().day().isAfter(settings.today().plusDays(1))) {
            notes.add("its date " + own.get().day() + " lies in the future and is kept only for want of a better one");
        }
        if (own.isPresent()) {
            return own;
        }
        if (settings.published().isPresent()) {
            notes.add("dated " + settings.published().get().day() + " by --published");
        } else if (about.published().isEmpty() && about.notes().isEmpty()) {
            notes.add("has no date; taken as undated, so its relative times stay unresolved (--published gives one)");
        }
        return settings.published();
    }

    private static ReportId id(byte[] bytes) {
        try {
            return new ReportId(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("ingest: this Java has no SHA-256", impossible);
        }
    }
}
