package dateline.analysis.layout;

import dateline.analysis.Lexicon;
import dateline.report.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The day and hour that a page prints about itself ("Last Updated: Monday, 3 March 2031, 02:24 GMT"), and calendar dates as such. */
final class Stamps {
    // Scrapers and typists garble month names after the third letter, so the tail is left open.
    static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\\.?";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?)";
    private static final String DATE = "(?:" + MONTH + "\\s+\\d{1,2}(?:st|nd|rd|th)?\\s*[,-]?\\s*\\d{4}(?!\\d)"
            + "|\\d{1,2}(?:st|nd|rd|th)?\\s+" + MONTH + ",?\\s+\\d{4}(?!\\d)"
            + "|\\d{4}-\\d{2}-\\d{2}"
            + "|\\d{1,2}\\s?[/.]\\s?\\d{1,2}\\s?[/.]\\s?\\d{2,4}(?!\\d)"
            + "|\\d{1,2}-\\d{1,2}-\\d{4}(?!\\d))";
    private static final Pattern DAY = Pattern.compile("(?i)" + DATE);
    private static final Pattern MONTH_DAY_YEAR =
            Pattern.compile("(?i)(" + MONTH + ")\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*[,-]?\\s*(\\d{4}))?(?!\\d)");
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("(?i)(\\d{1,2})(?:st|nd|rd|th)?\\s+(" + MONTH + ")(?:,?\\s+(\\d{4}))?(?!\\d)");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private final Pattern chain;
    private final Pattern labelled;

    /** @param labelled whether the page names what the day is ("Updated"), so that no other sign is needed */
    record Stamp(Span span, boolean labelled) {}

    Stamps(Lexicon lexicon) {
        String labels = alternatives(lexicon.lines("layout/stamp-labels.txt"));
        String zone = "(?:\\(?(?:GMT|UTC)\\s?[+-]\\d{1,2}(?::?\\d{2})?\\)?|(?:"
                + alternatives(lexicon.lines("layout/zones.txt")) + ")\\b)";
        String time =
                "(?:(?:at\\s+)?\\d{1,2}\\s?[:.]\\s?\\d{2}(?::\\s?\\d{2})?(?:\\s?[ap]\\.?\\s?m\\b\\.?)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?)(?:\\s*"
                        + zone + ")?";
        String label = "(?:(?:" + labels + ")\\b\\s*:?\\s*(?:on\\s+|at\\s+)?)";
        String stamp = "(?:" + label + time + "(?!\\s*,?\\s*(?:" + WEEKDAY + "\\s*)?" + DATE + ")|" + label + "?(?:"
                + time + ",?\\s*)?(?:" + WEEKDAY + "\\s*)?" + DATE + "(?:,?\\s*[|·•-]?\\s*" + time + ")?)";
        chain = Pattern.compile("(?i)(?<![\\p{L}\\d])" + stamp + "(?:\\s*[|·•/;-]?\\s*" + stamp + "){0,3}");
        labelled = Pattern.compile("(?i)(?<![\\p{L}\\d])(?:" + labels + ")\\b");
    }

    private static String alternatives(List<String> phrases) {
        return phrases.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** The stamp that begins exactly at {@code at}, when what follows shows that it is no part of a sentence. */
    Optional<Stamp> at(String text, int at, int end) {
        Matcher matcher = chain.matcher(text).region(at, end).useTransparentBounds(true);
        return matcher.lookingAt() && standsApart(text, matcher.start(), matcher.end(), end)
                ? Optional.of(stamp(text, matcher))
                : Optional.empty();
    }

    /** The first stamp inside a stretch that no preposition or article ties to a sentence. */
    Optional<Stamp> in(String text, int begin, int end, boolean labelledOnly) {
        Matcher matcher = chain.matcher(text).region(begin, end).useTransparentBounds(true);
        while (matcher.find()) {
            Stamp stamp = stamp(text, matcher);
            // An hour alone proves nothing inside a text ("a video posted at 10.30pm").
            if ((stamp.labelled() || !labelledOnly)
                    && DAY.matcher(stamp.span().in(text)).find()
                    && !isTied(text, begin, matcher.start())
                    && standsApart(text, matcher.start(), matcher.end(), end)) {
                return Optional.of(stamp);
            }
        }
        return Optional.empty();
    }

    private Stamp stamp(String text, Matcher matcher) {
        Span span = Blocks.trim(text, matcher.start(), matcher.end());
        return new Stamp(span, labelled.matcher(span.in(text)).lookingAt());
    }

    private static final Pattern TIE = Pattern.compile(
            "(?i)(?:\\b(?:on|in|of|since|until|till|from|by|before|after|to|and|or|the|a|for|between|through|this|that|dated|late|early|effective|around)|,)\\s*$");

    private static boolean isTied(String text, int begin, int at) {
        return TIE.matcher(text.substring(Math.max(begin, at - 12), at)).find();
    }

    /** A page's own date ends the line or is followed, without a stop, by the capital that opens the text. */
    private static boolean standsApart(String text, int begin, int at, int end) {
        int next = at;
        while (next < end && (Blocks.isBlank(text.charAt(next)) || "|·•-–—/".indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        if (next >= end) {
            return true;
        }
        if (next == at) {
            return false;
        }
        char c = text.charAt(next);
        if (text.startsWith("by ", next) && next + 3 < end && Character.isUpperCase(text.charAt(next + 3))) {
            return true;
        }
        return Character.isUpperCase(c) || Character.isDigit(c) || "\"“'‘(".indexOf(c) >= 0;
    }

    /** The day meant by words such as {@code March 4, 2031} or {@code 4 March}; a missing year is taken from {@code near}. */
    static Optional<LocalDate> day(String words, Optional<LocalDate> near) {
        Matcher iso = ISO.matcher(words);
        if (iso.find()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher american = MONTH_DAY_YEAR.matcher(words);
        Matcher european = DAY_MONTH_YEAR.matcher(words);
        boolean isEuropean = european.find();
        boolean isAmerican = american.find();
        if (isEuropean && (!isAmerican || european.start() <= american.start())) {
            return day(european.group(2), european.group(1), Optional.ofNullable(european.group(3)), near);
        }
        return isAmerican
                ? day(american.group(1), american.group(2), Optional.ofNullable(american.group(3)), near)
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String month, String day, Optional<String> year, Optional<LocalDate> near) {
        int number = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
        if (year.isPresent()) {
            return day(year.get(), String.valueOf(number), day);
        }
        if (near.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> best = Optional.empty();
        for (int shift = -1; shift <= 1; shift++) {
            Optional<LocalDate> candidate =
                    day(String.valueOf(near.get().getYear() + shift), String.valueOf(number), day);
            if (candidate.isPresent()
                    && (best.isEmpty() || distance(candidate.get(), near.get()) < distance(best.get(), near.get()))) {
                best = candidate;
            }
        }
        return best;
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(one.toEpochDay() - other.toEpochDay());
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
