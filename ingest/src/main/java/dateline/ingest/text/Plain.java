package dateline.ingest.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text file says about itself before its body: a first line {@code  date 2031-03-05 }, or front matter between
 * lines of dashes.
 *
 * @param bodyBegin where the body begins in the text
 */
public record Plain(
        int bodyBegin,
        Optional<Moment> published,
        Optional<String> outlet,
        Optional<String> title,
        Optional<String> address,
        List<String> notes) {
    public Plain {
        notes = List.copyOf(notes);
    }

    private static final Pattern DATE_LINE = Pattern.compile(
            "\\A\\x{FEFF}?\\s*date:?[ \\t]+(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}(?:T[0-9:.]+(?:Z|[+-]\\d{2}:?\\d{2})?)?)(?=\\s|\\z)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A\\x{FEFF}?\\s*---[ \\t]*\\R((?:[^\\r\\n]*\\R){0,60}?)---[ \\t]*(?:\\R\\s*|\\z)");
    private static final Pattern PAIR = Pattern.compile("^([A-Za-z][\\w -]{0,30}?)\\s*:\\s*(.*)$");

    public static Plain of(String text) {
        Matcher date = DATE_LINE.matcher(text);
        if (date.find()) {
            List<String> notes = new ArrayList<>();
            Optional<Moment> published = date(date.group(1), notes);
            return new Plain(date.end(), published, Optional.empty(), Optional.empty(), Optional.empty(), notes);
        }
        Matcher front = FRONT_MATTER.matcher(text);
        if (front.find() && !pairs(front.group(1)).isEmpty()) {
            return of(pairs(front.group(1)), front.end());
        }
        int begin = 0;
        while (begin < text.length()
                && (Character.isWhitespace(text.charAt(begin)) || text.charAt(begin) == '\uFEFF')) {
            begin++;
        }
        return new Plain(begin, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Reads the pairs of front matter or of a sidecar; the words for one thing differ, the first that is there counts. */
    public static Plain of(Map<String, String> pairs, int bodyBegin) {
        List<String> notes = new ArrayList<>();
        Optional<Moment> published = first(
                        pairs,
                        "published",
                        "date",
                        "publishedat",
                        "published_at",
                        "datepublished",
                        "published_time",
                        "pubdate",
                        "date_published")
                .flatMap(words -> date(words, notes));
        return new Plain(
                bodyBegin,
                published,
                first(pairs, "outlet", "publisher", "source", "site", "site_name", "newspaper"),
                first(pairs, "title", "headline"),
                first(pairs, "address", "url", "link", "canonical"),
                notes);
    }

    private static Optional<Moment> date(String words, List<String> notes) {
        Optional<Moment> moment = Moment.parse(words);
        if (moment.isEmpty()) {
            notes.add("its date '" + words + "' is no day of the calendar (YYYY-MM-DD is expected); taken as undated");
        }
        return moment;
    }

    private static Map<String, String> pairs(String lines) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines.split("\\R")) {
            Matcher pair = PAIR.matcher(line.strip());
            if (pair.matches()) {
                pairs.putIfAbsent(
                        pair.group(1).toLowerCase(Locale.ROOT),
                        pair.group(2).strip().replaceFirst("^([\"'])(.*)\\1$", "$2"));
            }
        }
        return pairs;
    }

    private static Optional<String> first(Map<String, String> pairs, String... keys) {
        for (String key : keys) {
            String value = pairs.get(key);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    /** This, completed by what another source says where this says nothing. */
    public Plain or(Plain other) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(other.notes);
        return new Plain(
                bodyBegin,
                published.or(other::published),
                outlet.or(other::outlet),
                title.or(other::title),
                address.or(other::address),
                all);
    }
}
