package dateline.eval;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.FeedReader;
import dateline.ingest.feed.Markup;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds: the share of the expectations written at the head of test files that hold of what Dateline read. What counts is
 * what Dateline needs of a feed; a parser's internals (well-formedness, encodings' names, details of types) do not. Strings
 * are equal when a browser shows them alike. Feeds without an expectation must be read, or refused with a reason.
 */
public final class FeedsTask implements Task {
    private static final Pattern EXPECT =
            Pattern.compile("Expect:\\s*(.*?)\\s*(?=\\n[A-Z][A-Za-z-]*:|-->|\\z)", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("(?m)^\\s*Header:\\s*([\\w-]+):\\s*(.*?)\\s*$");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\"';\\s]+)");
    private static final Pattern COUNTED = Pattern.compile(
            "(?:feed|channel|entries|items)/(?:title|link|links/href|id|guid|author|authors/(?:name|email)|published|published_parsed|issued|issued_parsed"
                    + "|updated|updated_parsed|modified|modified_parsed|date|date_parsed|summary|description|subtitle|tagline|info|content/value"
                    + "|content/language|language|source/(?!.*_detail).*|source|enclosures.*)");

    /** The server that feedparser's own tests are written against. */
    private static final String HOME = "http://127.0.0.1:8097/";

    @Override
    public String name() {
        return "feeds";
    }

    private static final class Tally {
        int counted;
        int held;
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Map<String, Tally> sets = new LinkedHashMap<>();
        Tally all = new Tally();
        int left = 0;
        int unread = 0;
        int plain = 0;
        int plainRead = 0;
        FeedReader reader = new FeedReader();
        List<Path> files = DataFiles.below(data, name -> name.matches("(?i).*\\.(?:xml|rss|atom|rdf|json|cdf)"));
        try (PrintWriter out = predictions.isEmpty()
                ? new PrintWriter(java.io.Writer.nullWriter())
                : new PrintWriter(Files.newBufferedWriter(predictions.get(), StandardCharsets.UTF_8))) {
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                String head = head(bytes);
                Feed.Result result = reader.read(bytes, envelope(head, file));
                Matcher expect = EXPECT.matcher(head);
                if (!expect.find()) {
                    plain++;
                    plainRead += result instanceof Feed.Result.Read ? 1 : 0;
                    continue;
                }
                List<Expectation> parts;
                try {
                    parts = Expectation.parts(expect.group(1).replaceAll("\\s*\\n\\s*", " "));
                } catch (Expectation.Unreadable unreadable) {
                    unread++;
                    out.println(line(file, expect.group(1), "", "not understood"));
                    continue;
                }
                Map<String, Object> values =
                        result instanceof Feed.Result.Read read ? FeedValues.of(read.feed()) : Map.of();
                Tally set = sets.computeIfAbsent(
                        String.valueOf(Optional.ofNullable(file.getParent())
                                .map(Path::getFileName)
                                .orElse(file)),
                        key -> new Tally());
                for (Expectation part : parts) {
                    if (part.paths().stream()
                            .noneMatch(each -> COUNTED.matcher(each).matches())) {
                        left++;
                        continue;
                    }
                    boolean holds = part.holds(values, Markup::same);
                    set.counted++;
                    all.counted++;
                    set.held += holds ? 1 : 0;
                    all.held += holds ? 1 : 0;
                    out.println(line(file, part.written(), part.said(values, Markup::same), holds ? "holds" : "fails"));
                }
            }
        }
        if (all.counted == 0) {
            throw new IOException("feeds: no feed with a counted expectation below " + data);
        }
        Scores.Builder scores = Scores.of(name())
                .figure("share", (double) all.held / all.counted)
                .figure("counted", all.counted)
                .figure("held", all.held)
                .figure("not_counted", left)
                .figure("not_understood", unread)
                .figure("without_expectation", plain)
                .figure("without_expectation_read", plainRead);
        sets.forEach((set, tally) -> {
            if (tally.counted > 0) {
                scores.figure(set, "share", (double) tally.held / tally.counted).figure(set, "counted", tally.counted);
            }
        });
        return scores.remark(
                        "share: of the expectations on title, link, id, author, published, updated, summary and content, language, source, enclosures of feed and entries.")
                .remark(
                        "not_counted: well-formedness, encodings' names, *_detail, rights, tags, contributors, images and the like.")
                .done();
    }

    private static String head(byte[] bytes) {
        int length = Math.min(bytes.length, 1 << 16);
        String latin = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        Charset charset = StandardCharsets.UTF_8;
        if (latin.indexOf('\u0000') >= 0) {
            boolean four = latin.contains("\u0000\u0000\u0000");
            boolean little = latin.charAt(1) == '\u0000' || latin.startsWith("\u00FF\u00FE");
            charset = Charset.forName((four ? "UTF-32" : "UTF-16") + (little ? "LE" : "BE"));
        }
        return new String(bytes, 0, length, charset);
    }

    private static Feed.Envelope envelope(String head, Path file) {
        Map<String, String> headers = new LinkedHashMap<>();
        Matcher header = HEADER.matcher(head);
        while (header.find()) {
            headers.putIfAbsent(header.group(1).toLowerCase(Locale.ROOT), header.group(2));
        }
        Matcher charset = CHARSET.matcher(headers.getOrDefault("content-type", ""));
        String location = headers.getOrDefault("content-location", "");
        boolean safe = location.matches("(?i)https?://.*");
        return new Feed.Envelope(
                Optional.of(safe ? location : HOME + file.getFileName()),
                charset.find() ? Optional.of(charset.group(1)) : Optional.empty(),
                Optional.ofNullable(headers.get("content-language")));
    }

    private static String line(Path file, String expectation, String said, String verdict) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("file", String.valueOf(file));
        line.put("expectation", expectation);
        line.put("said", said);
        line.put("verdict", verdict);
        return JsonMapper.shared().writeValueAsString(line);
    }
}
