package dateline.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file is by its first bytes, where that is something Dateline does not read. Names prove nothing; bytes do. */
final class Magic {
    private Magic() {}

    /** Bytes looked at from the beginning of a file. */
    static final int HEAD_LENGTH = 1024;

    private record Sign(String bytes, int at, String name) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("\u0089PNG", 0, "a picture (PNG)"),
            new Sign("\u00FF\u00D8\u00FF", 0, "a picture (JPEG)"),
            new Sign("GIF8", 0, "a picture (GIF)"),
            new Sign("II*\u0000", 0, "a picture (TIFF)"),
            new Sign("MM\u0000*", 0, "a picture (TIFF)"),
            new Sign("WEBP", 8, "a picture (WebP)"),
            new Sign("ftypavif", 4, "a picture (AVIF)"),
            new Sign("ftypheic", 4, "a picture (HEIC)"),
            new Sign("ftyp", 4, "a film (MP4)"),
            new Sign("\u001AE\u00DF\u00A3", 0, "a film (Matroska)"),
            new Sign("ID3", 0, "a sound recording (MP3)"),
            new Sign("OggS", 0, "a sound recording (Ogg)"),
            new Sign("WAVE", 8, "a sound recording (WAV)"),
            new Sign("PK\u0003\u0004", 0, "a zip archive or office document"),
            new Sign("\u001F\u008B", 0, "a compressed file (gzip)"),
            new Sign("BZh", 0, "a compressed file (bzip2)"),
            new Sign("\u00FD7zXZ", 0, "a compressed file (xz)"),
            new Sign("7z\u00BC\u00AF", 0, "a compressed file (7z)"),
            new Sign("Rar!", 0, "a compressed file (RAR)"),
            new Sign("\u00D0\u00CF\u0011\u00E0", 0, "an old office document"),
            new Sign("{\\rtf", 0, "a rich-text document (RTF)"),
            new Sign("\u007FELF", 0, "a program"),
            new Sign("SQLite format 3", 0, "a database (SQLite)"),
            new Sign("WARC/", 0, "a web archive (WARC)"),
            new Sign("%!PS", 0, "a PostScript file"));

    /** What the bytes are, in words ("a PDF"); empty when they may be text. */
    static Optional<String> name(byte[] head, int length) {
        String bytes = new String(head, 0, Math.min(length, HEAD_LENGTH), StandardCharsets.ISO_8859_1);
        // PDF readers accept the mark anywhere in the first kilobyte.
        int pdf = bytes.indexOf("%PDF-");
        if (pdf == 0 || pdf > 0 && bytes.indexOf('\u0000') >= 0) {
            return Optional.of("a PDF");
        }
        for (Sign sign : SIGNS) {
            if (bytes.startsWith(sign.bytes(), sign.at())) {
                return Optional.of(sign.name());
            }
        }
        if (bytes.startsWith("BM") && bytes.indexOf('\u0000') >= 0) {
            return Optional.of("a picture (BMP)");
        }
        String start =
                bytes.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<svg")) {
            return Optional.of("a picture (SVG)");
        }
        boolean xml = start.startsWith("<?xml") || start.startsWith("<rss") || start.startsWith("<feed");
        if (xml && (start.contains("<rss") || start.contains("<feed") || start.contains("<rdf:"))) {
            return Optional.of("a news feed");
        }
        if (xml && start.contains("<svg")) {
            return Optional.of("a picture (SVG)");
        }
        return xml && !start.contains("<html") ? Optional.of("an XML file") : Optional.empty();
    }

    /** True when the text is a page of HTML, whatever its name. */
    static boolean isPage(String text) {
        String start = text.substring(0, Math.min(text.length(), 2 * HEAD_LENGTH))
                .replace("\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || start.startsWith("<head")
                || (start.startsWith("<!--") || start.startsWith("<?xml") || start.startsWith("<meta"))
                        && (start.contains("<html") || start.contains("<head"));
    }
}
