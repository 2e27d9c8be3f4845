package dateline.analysis.layout;

import dateline.analysis.Lexicon;
import dateline.report.Report;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the head of a report: a scraped headline, byline and date line that run into the first sentence, and the dateline
 * of the text itself. Where no sign parts a headline from the text, both stay reporting.
 */
final class HeadFinder {
    /** How far into the first paragraph a headline with its date line may reach, in characters. */
    private static final int HEAD_LENGTH_MAX = 450;

    private static final int HEADLINE_WORDS_MIN = 3;
    private static final int HEADLINE_WORDS_MAX = 32;

    /** Words after a capital in which at least two ordinary small words show a sentence rather than a name or a headline. */
    private static final int SENTENCE_WINDOW = 7;

    /** Paragraphs from the top in which the page's own date line may stand by itself. */
    private static final int STAMPED_BLOCKS_MAX = 5;

    private static final String MONTH_DAY =
            "(?:(?i:" + Stamps.MONTH + ")\\s+\\d{1,2}|\\d{1,2}\\s+(?i:" + Stamps.MONTH + "))(?:,?\\s+\\d{4})?";
    private static final String DASH = "\\s*(?:—|–|―|--|[-_](?=\\s))\\s*";
    private static final String CAPITALS =
            "[\\p{Lu}][\\p{Lu}.'’\\-]{2,}(?:[ /]+[\\p{Lu}][\\p{Lu}.'’\\-]+){0,3}|UN HQ|RIO DE JANEIRO";
    private static final String NAME =
            "[\\p{Lu}][\\p{L}.'’\\-]+(?: (?:[\\p{Lu}][\\p{L}.'’\\-]+|de|da|do|del|al|el|la|of)){0,3}";
    private static final Pattern BYLINE = Pattern.compile(
            "[Bb]y\\s*((?:the\\s+)?(?:[\\p{Lu}][\\p{L}.'’\\-]*\\s?){1,4}(?:(?:,|\\s?and|\\s?&)\\s+(?:[\\p{Lu}][\\p{L}.'’\\-]*\\s?){1,4}){0,4})(?:[|,/]\\s*(?:[\\p{Lu}][\\w.&'’]*\\s?){1,4}(?:[Ww]riters?|[Ss]taff|[Cc]orrespondents?|[Rr]eporters?)?)?");

    private final Stamps stamps;
    private final Set<String> beginners;
    private final Set<String> numberWords;
    private final Set<String> smallWords;
    private final Set<String> notDatelines;
    private final Pattern capitalDateline;
    private final Pattern nameDateline;
    private final Pattern agencyDateline;

    /**
     * What was found.
     *
     * @param brackets what stands in brackets in the dateline, perhaps an agency
     */
    record Head(
            Optional<Span> headline,
            List<Layout.Furniture> furniture,
            Optional<Layout.Dateline> dateline,
            Optional<Span> brackets) {}

    HeadFinder(Lexicon lexicon, Stamps stamps, Agencies agencies) {
        this.stamps = stamps;
        beginners = lexicon.words("layout/beginners.txt");
        numberWords = lexicon.words("layout/number-words.txt");
        smallWords = lexicon.words("layout/small-words.txt");
        notDatelines = lexicon.words("layout/not-datelines.txt");
        String credit = "\\(\\s*(" + agencies.pattern() + "(?:\\s*(?:,|/|and|&)\\s*" + agencies.pattern()
                + ")*|[\\p{Lu}][\\w.&'’ /]{1,30})\\s*\\)";
        String agency =
                "\\(\\s*(" + agencies.pattern() + "(?:\\s*(?:,|/|and|&)\\s*" + agencies.pattern() + ")*)\\s*\\)";
        capitalDateline = Pattern.compile("(" + CAPITALS + ")((?:,\\s+" + NAME + "){0,2})(?:,?\\s+(" + MONTH_DAY
                + "))?(?:,?\\s*" + credit + ")?(?:" + DASH + "|:\\s+)");
        nameDateline = Pattern.compile("(" + NAME + ")((?:,\\s+" + NAME + "){0,2})(?:,?\\s+(" + MONTH_DAY + "))?,?\\s*"
                + agency + "(?:" + DASH + "|:\\s+)?");
        agencyDateline = Pattern.compile("()()(" + MONTH_DAY + ")?\\s*" + agency + DASH);
    }

    Head find(Report report, List<Span> blocks) {
        String text = report.text();
        List<Layout.Furniture> furniture = new ArrayList<>();
        Optional<Span> headline = Optional.empty();
        Optional<Layout.Dateline> dateline = Optional.empty();
        Optional<Span> brackets = Optional.empty();
        Set<String> wordsSmall = blocks.isEmpty() ? Set.of() : smallWordsOf(text, report.body());
        for (int i = 0; i < blocks.size(); i++) {
            Span block = blocks.get(i);
            int at = block.begin();
            if (i < STAMPED_BLOCKS_MAX) {
                at = skipFurniture(text, block, at, furniture);
                boolean stampedBelow = at > block.begin()
                        || (i + 1 < blocks.size()
                                && stamps.at(
                                                text,
                                                blocks.get(i + 1).begin(),
                                                blocks.get(i + 1).end())
                                        .isPresent());
                if (i == 0) {
                    Optional<Stamps.Stamp> inner =
                            stamps.in(text, at, Math.min(block.end(), at + HEAD_LENGTH_MAX), false);
                    if (inner.isPresent()) {
                        headline =
                                headline(text, new Span(at, inner.get().span().begin()), true, wordsSmall, true);
                        at = skipFurniture(text, block, inner.get().span().begin(), furniture);
                    } else {
                        headline =
                                headline(text, new Span(at, block.end()), stampedBelow, wordsSmall, blocks.size() > 1);
                        if (headline.isPresent()) {
                            at = skipFurniture(
                                    text,
                                    block,
                                    Blocks.trim(text, headline.get().end(), block.end())
                                            .begin(),
                                    furniture);
                        }
                    }
                }
            }
            int begin = Math.min(at, block.end());
            stamps.in(text, begin, block.end(), true)
                    .ifPresent(stamp -> furniture.add(new Layout.Furniture(stamp.span(), "date line of the page")));
            if (dateline.isEmpty() && begin < block.end() && i < STAMPED_BLOCKS_MAX) {
                Optional<Matcher> found = datelineAt(text, begin, block.end());
                if (found.isPresent()) {
                    dateline = Optional.of(dateline(text, found.get(), report));
                    brackets = Optional.ofNullable(found.get().group(4))
                            .map(words ->
                                    new Span(found.get().start(4), found.get().end(4)));
                }
            }
        }
        return new Head(headline, List.copyOf(furniture), dateline, brackets);
    }

    /** Date lines and bylines one after another from {@code at}; gives where the text goes on. */
    private int skipFurniture(String text, Span block, int at, List<Layout.Furniture> furniture) {
        int next = at;
        while (next < block.end()) {
            Optional<Stamps.Stamp> stamp = stamps.at(text, next, block.end());
            Optional<Span> byline = bylineAt(text, next, block.end());
            if (stamp.isPresent()) {
                furniture.add(new Layout.Furniture(stamp.get().span(), "date line of the page"));
                next = stamp.get().span().end();
            } else if (byline.isPresent()) {
                furniture.add(new Layout.Furniture(byline.get(), "byline"));
                next = byline.get().end();
            } else {
                return next;
            }
            while (next < block.end()
                    && (Blocks.isBlank(text.charAt(next)) || "|·•-–—/".indexOf(text.charAt(next)) >= 0)) {
                next++;
            }
        }
        return next;
    }

    private Optional<Span> bylineAt(String text, int at, int end) {
        Matcher matcher = BYLINE.matcher(text).region(at, end);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        Span span = Blocks.trim(text, matcher.start(), matcher.end());
        int after = Blocks.trim(text, span.end(), end).begin();
        boolean ends = after >= end
                || stamps.at(text, after, end).isPresent()
                || "|".indexOf(text.charAt(after)) >= 0
                || datelineAt(text, after, end).isPresent();
        return ends ? Optional.of(span) : Optional.empty();
    }

    private Optional<Span> headline(
            String text, Span stretch, boolean strong, Set<String> wordsSmall, boolean mayBeAll) {
        Span words = Blocks.trim(text, stretch.begin(), stretch.end());
        if (words.length() == 0) {
            return Optional.empty();
        }
        Optional<Span> before = beforeSentence(text, words, strong, wordsSmall);
        if (before.isPresent()) {
            return before;
        }
        String all = words.in(text);
        boolean stops = Blocks.endsSentence(text, words) || all.matches("(?s).*[.!?…]\\s.*") || all.endsWith(":");
        int count = all.split("\\s+").length;
        return mayBeAll
                        && !stops
                        && count >= HEADLINE_WORDS_MIN
                        && count <= HEADLINE_WORDS_MAX
                        && !all.matches("^[-•*\\d].*[.]$")
                ? Optional.of(words)
                : Optional.empty();
    }

    /** The headline that runs, without a stop, into the first sentence: up to a capital that only opens a sentence. */
    private Optional<Span> beforeSentence(String text, Span words, boolean strong, Set<String> wordsSmall) {
        List<Span> tokens = tokens(text, words, HEADLINE_WORDS_MAX + 6);
        for (int i = HEADLINE_WORDS_MIN; i < tokens.size() - 3 && i <= HEADLINE_WORDS_MAX; i++) {
            String previous = tokens.get(i - 1).in(text);
            if (endsThought(previous) && !previous.matches(".*[?!]")) {
                if (previous.matches(".*[.…][\"”'’]?")) {
                    return Optional.empty();
                }
                continue;
            }
            if (opensSentence(text, tokens, i, strong, wordsSmall)) {
                return Optional.of(new Span(words.begin(), tokens.get(i - 1).end()));
            }
        }
        return Optional.empty();
    }

    private boolean opensSentence(String text, List<Span> tokens, int i, boolean strong, Set<String> wordsSmall) {
        String word = bare(tokens.get(i).in(text));
        String previous = bare(tokens.get(i - 1).in(text));
        if (word.isEmpty()
                || !Character.isUpperCase(word.charAt(0))
                || smallWords.contains(previous.toLowerCase(Locale.ROOT))) {
            return false;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        int small = 0;
        for (int next = i + 1; next < Math.min(tokens.size(), i + 1 + SENTENCE_WINDOW); next++) {
            String each = bare(tokens.get(next).in(text));
            if (!each.isEmpty() && Character.isLowerCase(each.charAt(0)) && !smallWords.contains(each)) {
                small++;
            }
        }
        String next = bare(tokens.get(i + 1).in(text));
        boolean nextSmall = next.isEmpty()
                || !Character.isUpperCase(next.charAt(0))
                || word.length() == 1 && next.equals(next.toUpperCase(Locale.ROOT));
        if (small < 2 || !nextSmall) {
            return false;
        }
        boolean previousSmall = !previous.isEmpty() && Character.isLowerCase(previous.charAt(0));
        if (beginners.contains(lower)) {
            // In mid-sentence only names hold such capitals ("The Hague", "grade A"): the word before must be able to
            // end a headline.
            return word.length() > 1
                    || word.equals("A")
                            && !previous.matches(
                                    "(?i)vitamin|hepatitis|type|group|plan|grade|class|section|part|team|serie|series|level");
        }
        if (numberWords.contains(lower)) {
            return previousSmall || strong;
        }
        return strong && previousSmall && wordsSmall.contains(lower);
    }

    private static boolean endsThought(String token) {
        return token.matches(".*[.!?:;,…—–-][\"”'’)]*");
    }

    private static String bare(String token) {
        return token.replaceAll("^[^\\p{L}\\d]+|[^\\p{L}\\d]+$", "");
    }

    private static List<Span> tokens(String text, Span stretch, int max) {
        List<Span> tokens = new ArrayList<>();
        int at = stretch.begin();
        while (at < stretch.end() && tokens.size() < max) {
            int end = at;
            while (end < stretch.end() && !Blocks.isBlank(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                tokens.add(new Span(at, end));
            }
            at = end + 1;
        }
        return tokens;
    }

    /** The words of the report that occur with a small first letter: a capital on one of them opens a sentence. */
    private static Set<String> smallWordsOf(String text, Span body) {
        String words = text.substring(body.begin(), Math.min(body.end(), body.begin() + 40_000));
        return Pattern.compile("(?<![\\p{L}\\p{N}'’-])\\p{Ll}{3,}(?![\\p{L}])")
                .matcher(words)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<Matcher> datelineAt(String text, int at, int end) {
        for (Pattern pattern : List.of(capitalDateline, nameDateline, agencyDateline)) {
            Matcher matcher = pattern.matcher(text).region(at, Math.min(end, at + 160));
            if (matcher.lookingAt()
                    && matcher.end() < end
                    && !isLabel(matcher.group(1))
                    && !(matcher.group().strip().endsWith(":") && isTalk(text, end))) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }

    /** In a talk set as questions and answers, capitals before a colon are speakers. */
    private static boolean isTalk(String text, int from) {
        return SPEAKER.matcher(text.substring(from, Math.min(text.length(), from + 20_000)))
                .find();
    }

    private static final Pattern SPEAKER = Pattern.compile("(?m)^\\s*\\p{Lu}[\\p{Lu}. ]{1,30}:\\s");

    private boolean isLabel(String place) {
        String lower = place.toLowerCase(Locale.ROOT).strip();
        return notDatelines.contains(lower)
                || notDatelines.contains(lower.split("[ /]")[0]) && !lower.startsWith("new ");
    }

    private static Layout.Dateline dateline(String text, Matcher matcher, Report report) {
        Optional<Span> place = matcher.group(1).isEmpty()
                ? Optional.empty()
                : Optional.of(Blocks.trim(text, matcher.start(1), Math.max(matcher.end(1), matcher.end(2))));
        return new Layout.Dateline(
                Blocks.trim(text, matcher.start(), matcher.end()),
                place,
                Optional.ofNullable(matcher.group(3)).flatMap(words -> Stamps.day(words, report.published())));
    }
}
