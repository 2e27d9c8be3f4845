package dateline.ingest.page;

import dateline.ingest.text.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.QueryParser;

/**
 * When a page was published and last changed, from the best evidence to the weakest: what machines are told (JSON-LD, marked
 * elements, metadata), what stands in elements made for it, the address, and words that a reader sees. A day that cannot be
 * is passed over, and said.
 */
final class PageDates {
    /** Before this there was no Web; earlier days on a page are those of what it tells of, or clocks that were never set. */
    private static final LocalDate EARLIEST = LocalDate.of(1991, 8, 6);

    /** Lines with a date that are longer than this are sentences. */
    private static final int LINE_LENGTH_MAX = 110;

    /** Elements tried; an article's own dates are among the first on its page. */
    private static final int CANDIDATES_MAX = 150;

    /** Lines looked at; the date of an article stands among the first. */
    private static final int LINES_MAX = 2_000;

    private static final Pattern SECONDS = Pattern.compile("^(\\d{10})(\\d{3})?$");
    private static final Pattern PUBLISHED_CUE = Pattern.compile(
            "(?i)(?<!last )(?:first published|originally published|published|posted|publication date|date published|pub(?:lished)? date|release date|released|issued|created|written|date)(?: on| at| by .{2,40}? on)?\\s*:?\\s");
    private static final Pattern MODIFIED_CUE =
            Pattern.compile("(?i)\\b(?:last )?(?:updated|modified|edited|reviewed|changed|revised|last update)\\b");
    private static final List<String> NAMES = WordLists.lines("date-names.txt");
    private static final List<String> MODIFIED_NAMES = WordLists.lines("modified-names.txt");
    private static final List<String> MARKS = WordLists.lines("date-marks.txt");

    private final Document document;
    private final LinkedData data;
    private final Marks marks;
    private final Optional<String> address;
    private final LocalDate latest;
    private final boolean monthFirst;
    private final Elsewhere elsewhere = new Elsewhere();
    private final Set<String> notes = new LinkedHashSet<>();

    /** @param latest no page can come from after this day */
    PageDates(Document document, LinkedData data, Marks marks, Optional<String> address, LocalDate latest) {
        this.document = document;
        this.data = data;
        this.marks = marks;
        this.address = address;
        this.latest = latest;
        this.monthFirst = monthFirst(document);
    }

    /** Days that were not believed, and why. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    Optional<Known<Moment>> published() {
        return told().map(this::inOwnZone)
                .or(() -> printed(false))
                .or(() -> address.flatMap(
                        words -> WrittenDays.inAddress(words).flatMap(moment -> possible(moment, How.ADDRESS, words))))
                .or(this::cued)
                .or(this::nearTitle)
                .or(() -> printed(true))
                .or(() -> data.text("uploadDate").flatMap(words -> read(words, How.LINKED_DATA, "JSON-LD uploadDate")))
                .or(this::anywhere)
                .or(this::modified);
    }

    private Optional<Known<Moment>> told() {
        return data.text("datePublished")
                .flatMap(words -> read(words, How.LINKED_DATA, "JSON-LD datePublished"))
                .or(() -> first(marks.marked("datePublished"), How.MICRODATA, "itemprop datePublished"))
                .or(() -> metadata(NAMES))
                .or(() -> first(marks.marked("dateCreated"), How.MICRODATA, "itemprop dateCreated"))
                .or(() ->
                        data.text("dateCreated").flatMap(words -> read(words, How.LINKED_DATA, "JSON-LD dateCreated")));
    }

    /**
     * Machines are often told the instant in universal time, so that an evening in America carries the next day. The day printed
     * for readers in the address is the one in the publisher's zone: it is taken when the instant falls on it somewhere on Earth.
     */
    private Known<Moment> inOwnZone(Known<Moment> told) {
        Optional<Instant> instant = told.value().instant();
        if (instant.isEmpty()
                || !instant.get()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .equals(told.value().day())) {
            return told;
        }
        return address.flatMap(WrittenDays::inAddress)
                .filter(shown -> !shown.day().equals(told.value().day()))
                .filter(shown -> shown.day()
                                .equals(instant.get()
                                        .atZone(ZoneOffset.ofHours(-12))
                                        .toLocalDate())
                        || shown.day()
                                .equals(instant.get()
                                        .atZone(ZoneOffset.ofHours(14))
                                        .toLocalDate()))
                .map(shown -> new Known<>(
                        new Moment(shown.day(), instant), told.how(), told.where() + ", with the day of its address"))
                .orElse(told);
    }

    Optional<Known<Moment>> modified() {
        return data.text("dateModified")
                .flatMap(words -> read(words, How.LINKED_DATA, "JSON-LD dateModified"))
                .or(() -> first(marks.marked("dateModified"), How.MICRODATA, "itemprop dateModified"))
                .or(() -> metadata(MODIFIED_NAMES))
                .or(() -> {
                    for (Element time :
                            document
                                    .select("time.updated, time[class*=modified], time[class*=updated], abbr.updated")
                                    .stream()
                                    .limit(CANDIDATES_MAX)
                                    .toList()) {
                        Optional<Known<Moment>> read = element(time, "a time element marked as the last change");
                        if (read.isPresent()) {
                            return read;
                        }
                    }
                    return Optional.empty();
                });
    }

    private Optional<Known<Moment>> metadata(List<String> names) {
        for (String name : names) {
            Optional<Known<Moment>> read = marks.meta(name).flatMap(words -> read(words, How.METADATA, "meta " + name));
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    private Optional<Known<Moment>> first(List<String> values, How how, String where) {
        for (String words : values) {
            Optional<Known<Moment>> read = read(words, how, where);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** Days in elements that publishing systems make for them. */
    private Optional<Known<Moment>> printed(boolean everywhere) {
        List<Element> candidates = candidates();
        for (String query : MARKS) {
            Evaluator evaluator = QueryParser.parse(query);
            for (Element element : candidates) {
                if (!element.is(evaluator)) {
                    continue;
                }
                // An attribute that says "published" outright outweighs what its surroundings are called.
                if (everywhere || element.hasAttr("pubdate") || !elsewhere.holds(element)) {
                    Optional<Known<Moment>> read = element(element, query);
                    if (read.isPresent()) {
                        return read;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The first elements of the page that any of the marks fits. */
    private List<Element> candidates() {
        return document.select(String.join(", ", MARKS)).stream()
                .limit(CANDIDATES_MAX)
                .toList();
    }

    private Optional<Known<Moment>> element(Element element, String where) {
        boolean time = element.normalName().equals("time");
        for (String words : List.of(element.attr("datetime"), element.attr("content"), element.attr("title"))) {
            Optional<Known<Moment>> read = words.isBlank() || words.length() > LINE_LENGTH_MAX
                    ? Optional.empty()
                    : read(words, time ? How.TIME_ELEMENT : How.MICRODATA, where);
            if (read.isPresent()) {
                return read;
            }
        }
        String words = shortText(element);
        if (words.isEmpty()
                || MODIFIED_CUE.matcher(words).find()
                        && !PUBLISHED_CUE.matcher(words + " ").find()) {
            return Optional.empty();
        }
        return read(words, time ? How.TIME_ELEMENT : How.VISIBLE_TEXT, where);
    }

    /** The words of an element that holds one line; empty when it holds more. */
    private static String shortText(Element element) {
        StringBuilder words = new StringBuilder();
        for (Block block : Block.below(element)) {
            words.append(block.text()).append(' ');
            if (words.length() > LINE_LENGTH_MAX * 2) {
                return "";
            }
        }
        return words.toString().strip();
    }

    /** "Published on 5 March 2031". */
    private Optional<Known<Moment>> cued() {
        for (Block block : lines()) {
            Matcher cue = PUBLISHED_CUE.matcher(block.text());
            if (cue.find()) {
                String rest = block.text().substring(cue.end() - 1);
                Optional<Known<Moment>> read = rest.length() > 60
                        ? readWords(rest.substring(0, 60), "a line that says so")
                        : readWords(rest, "a line that says so");
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        return Optional.empty();
    }

    /** The first line with a day below the headline, which stands above the text as a rule. */
    private Optional<Known<Moment>> nearTitle() {
        Element heading = document.selectFirst("h1");
        boolean below = false;
        int lines = 0;
        for (Block block : lines()) {
            below |= heading != null && stands(block.holder(), heading);
            if (below && ++lines <= 12 && !MODIFIED_CUE.matcher(block.text()).find()) {
                Optional<Known<Moment>> read = readWords(block.text(), "a line near its title");
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether an element stands behind another in the page. */
    private boolean stands(Element element, Element before) {
        if (order.isEmpty()) {
            int[] count = {0};
            NodeTraversor.traverse(
                    (Node node, int depth) -> {
                        if (node instanceof Element each) {
                            order.put(each, count[0]++);
                        }
                    },
                    document);
        }
        return order.getOrDefault(element, 0) >= order.getOrDefault(before, 0);
    }

    private final Map<Element, Integer> order = new IdentityHashMap<>();

    private Optional<Known<Moment>> anywhere() {
        for (Block block : lines()) {
            if (!MODIFIED_CUE.matcher(block.text()).find() && !block.text().contains("©")) {
                Optional<Known<Moment>> read = readWords(block.text(), "a line on the page");
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        return Optional.empty();
    }

    private List<Block> lines() {
        if (lines.isEmpty()) {
            for (Block block : Block.below(document.body())) {
                if (block.text().length() <= LINE_LENGTH_MAX
                        && lines.size() < LINES_MAX
                        && block.text().chars().anyMatch(Character::isDigit)
                        && !elsewhere.holds(block.holder())) {
                    lines.add(block);
                }
            }
        }
        return lines;
    }

    private final List<Block> lines = new ArrayList<>();

    private Optional<Known<Moment>> readWords(String words, String where) {
        return WrittenDays.first(words)
                .or(() -> WrittenDays.figures(words, monthFirst))
                .flatMap(moment -> possible(moment, How.VISIBLE_TEXT, where));
    }

    private Optional<Known<Moment>> read(String words, How how, String where) {
        return Moment.parse(words)
                .or(() -> WrittenDays.first(words))
                .or(() -> seconds(words))
                .or(() -> WrittenDays.figures(words, monthFirst))
                .flatMap(moment -> possible(moment, how, where));
    }

    private static Optional<Moment> seconds(String words) {
        Matcher matcher = SECONDS.matcher(words.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Instant instant = Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
        return Optional.of(new Moment(instant.atZone(ZoneOffset.UTC).toLocalDate(), Optional.of(instant)));
    }

    private Optional<Known<Moment>> possible(Moment moment, How how, String where) {
        if (moment.day().isBefore(EARLIEST)) {
            if (!how.isGuess()) {
                notes.add("its date " + moment.day() + " (" + where + ") is older than the Web and not believed");
            }
            return Optional.empty();
        }
        if (moment.day().isAfter(latest)) {
            if (!how.isGuess()) {
                notes.add("its date " + moment.day() + " (" + where + ") lies in the future and is not believed");
            }
            return Optional.empty();
        }
        return Optional.of(new Known<>(moment, how, where));
    }

    /** Only the United States (and a few neighbours) write the month first; a page that says nothing is read as theirs. */
    private boolean monthFirst(Document page) {
        Element html = page.selectFirst("html");
        String language =
                html == null ? "" : html.attr("lang").toLowerCase(Locale.ROOT).replace('_', '-');
        String locale =
                marks.meta("og:locale").orElse("").toLowerCase(Locale.ROOT).replace('_', '-');
        String said = language.startsWith("en-") ? language : locale;
        if (said.startsWith("en-")) {
            return said.equals("en-us") || said.equals("en-ph");
        }
        String host = address.map(words -> words.replaceFirst("^https?://", "").replaceFirst("[/:?].*$", ""))
                .orElse("");
        return !host.matches(".*\\.(?:uk|ie|au|nz|za|in|eu|de|fr|ch|at|nl|be|es|it|pt|se|no|dk|fi|pl|ng|ke|pk|sg)");
    }
}
