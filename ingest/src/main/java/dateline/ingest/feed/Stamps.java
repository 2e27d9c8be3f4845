package dateline.ingest.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times as feeds write them: ISO 8601 and its profiles, RFC 822 and what passes for it (month before day, long names,
 * two-digit years, named zones, no seconds, no weekday), and the form of C's {@code asctime}.
 */
public final class Stamps {
    private Stamps() {}

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Pattern ISO = Pattern.compile(
            "^(\\d{4})-?(\\d{1,2})-?(\\d{1,2})(?:(?:\\s*[Tt]\\s*|\\s+)(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?)?\\s*(.*)$");
    private static final Pattern YEAR_DAY =
            Pattern.compile("^(\\d{4})-(\\d{3})(?:T(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?)?\\s*(.*)$");
    private static final Pattern NAMED =
            Pattern.compile("\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK = Pattern.compile(
            "(?<!\\d)(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?\\s*([ap]\\.?m\\.?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERS = Pattern.compile("(?<![\\d:+])(\\d{1,4})(?:st|nd|rd|th)?(?![\\d:])");
    private static final Pattern SLASHED = Pattern.compile("^(\\d{1,4})[/.](\\d{1,2})[/.](\\d{1,4})\\b(.*)$");
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})?\\b");
    private static final Pattern ZONE_NAME = Pattern.compile("\\b([A-Z]{1,5})\\b");

    /** Hours from Greenwich; the names of RFC 822 and those that feeds of English-language papers use besides. */
    private static final Map<String, Double> ZONES = Map.ofEntries(
            Map.entry("Z", 0.0),
            Map.entry("UT", 0.0),
            Map.entry("UTC", 0.0),
            Map.entry("GMT", 0.0),
            Map.entry("WET", 0.0),
            Map.entry("BST", 1.0),
            Map.entry("WEST", 1.0),
            Map.entry("CET", 1.0),
            Map.entry("MET", 1.0),
            Map.entry("CEST", 2.0),
            Map.entry("EET", 2.0),
            Map.entry("SAST", 2.0),
            Map.entry("EEST", 3.0),
            Map.entry("MSK", 3.0),
            Map.entry("PKT", 5.0),
            Map.entry("HKT", 8.0),
            Map.entry("SGT", 8.0),
            Map.entry("AWST", 8.0),
            Map.entry("JST", 9.0),
            Map.entry("KST", 9.0),
            Map.entry("AEST", 10.0),
            Map.entry("AEDT", 11.0),
            Map.entry("NZST", 12.0),
            Map.entry("NZDT", 13.0),
            Map.entry("NST", -3.5),
            Map.entry("NDT", -2.5),
            Map.entry("AST", -4.0),
            Map.entry("ADT", -3.0),
            Map.entry("EDT", -4.0),
            Map.entry("EST", -5.0),
            Map.entry("ET", -5.0),
            Map.entry("CDT", -5.0),
            Map.entry("CST", -6.0),
            Map.entry("MDT", -6.0),
            Map.entry("MST", -7.0),
            Map.entry("PDT", -7.0),
            Map.entry("PST", -8.0),
            Map.entry("PT", -8.0),
            Map.entry("AKST", -9.0),
            Map.entry("AKDT", -8.0),
            Map.entry("HST", -10.0));

    /** The longest that can be a time; anything longer is prose. */
    private static final int LENGTH_MAX = 80;

    /** Never throws: words that are no time give a stamp without a day. */
    public static Stamp of(String written) {
        String words = written.strip().replaceAll("\\s+", " ");
        try {
            return words.length() > LENGTH_MAX ? unread(written.strip()) : read(written.strip(), words);
        } catch (DateTimeException impossible) {
            return unread(written.strip());
        }
    }

    private static Stamp unread(String written) {
        return new Stamp(written, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Stamp read(String written, String words) {
        Matcher yearDay = YEAR_DAY.matcher(words);
        if (yearDay.matches()) {
            LocalDate day = LocalDate.ofYearDay(number(yearDay, 1), number(yearDay, 2));
            return stamp(
                    written,
                    day,
                    clock(part(yearDay, 3), part(yearDay, 4), part(yearDay, 5)),
                    zone(part(yearDay, 6).orElse("")));
        }
        Matcher iso = ISO.matcher(words);
        if (iso.matches()) {
            LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            return stamp(
                    written,
                    day,
                    clock(part(iso, 4), part(iso, 5), part(iso, 6)),
                    zone(part(iso, 7).orElse("")));
        }
        Matcher slashed = SLASHED.matcher(words);
        if (slashed.matches()) {
            return slashed(slashed)
                    .map(day -> stamp(
                            written,
                            day,
                            clockIn(part(slashed, 4).orElse("")),
                            zone(part(slashed, 4).orElse(""))))
                    .orElse(unread(written));
        }
        Matcher month = NAMED.matcher(words);
        return month.find() ? named(written, words, month) : unread(written);
    }

    private static Stamp named(String written, String words, Matcher month) {
        int monthNumber = MONTHS.indexOf(month.group(1).toLowerCase(Locale.ROOT)) / 3 + 1;
        Matcher clock = CLOCK.matcher(words);
        String rest = words;
        String after = words.substring(month.end());
        if (clock.find()) {
            rest = words.substring(0, clock.start()) + " " + words.substring(clock.end());
            after = words.substring(clock.end());
        }
        int day = 0;
        int year = -1;
        Matcher numbers = NUMBERS.matcher(
                OFFSET.matcher(rest.replaceAll("(?<=[A-Za-z\\d])-(?=[A-Za-z])|(?<=[A-Za-z])-(?=\\d)", " "))
                        .replaceAll(" "));
        while (numbers.find()) {
            int number = Integer.parseInt(numbers.group(1));
            if (numbers.group(1).length() <= 2 && day == 0) {
                day = number;
            } else if (year < 0 && numbers.group(1).length() != 3) {
                // Two digits: RFC 2822 counts 00-49 as this century's.
                year = numbers.group(1).length() == 4 ? number : number < 50 ? 2000 + number : 1900 + number;
            }
        }
        if (day == 0 || year < 0) {
            return unread(written);
        }
        return stamp(written, LocalDate.of(year, monthNumber, day), clockIn(words), zone(after));
    }

    /** Day before month or month before day: taken only where one of them can be no month. */
    private static Optional<LocalDate> slashed(Matcher slashed) {
        int first = number(slashed, 1);
        int second = number(slashed, 2);
        int third = number(slashed, 3);
        if (slashed.group(1).length() == 4) {
            return Optional.of(LocalDate.of(first, second, third));
        }
        int year = slashed.group(3).length() == 4 ? third : third < 50 ? 2000 + third : 1900 + third;
        if (first == second || second > 12) {
            return Optional.of(LocalDate.of(year, first, second));
        }
        return first > 12 ? Optional.of(LocalDate.of(year, second, first)) : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Stamp stamp(String written, LocalDate day, Optional<LocalTime> time, Optional<ZoneOffset> zone) {
        // Midnight at the end of a day is written 24:00, which is the next day's 00:00 to everyone else.
        boolean endOfDay = time.isPresent() && time.get().equals(LocalTime.MAX);
        return new Stamp(
                written,
                Optional.of(endOfDay ? day.plusDays(1) : day),
                endOfDay ? Optional.of(LocalTime.MIDNIGHT) : time,
                time.isPresent() ? zone : Optional.empty());
    }

    private static Optional<LocalTime> clockIn(String words) {
        Matcher clock = CLOCK.matcher(words);
        if (!clock.find()) {
            return Optional.empty();
        }
        Optional<String> half = part(clock, 4);
        int hour = Integer.parseInt(clock.group(1));
        if (half.isPresent() && hour <= 12) {
            hour = hour % 12 + (half.get().toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        return clock(Optional.of(String.valueOf(hour)), part(clock, 2), part(clock, 3));
    }

    private static Optional<String> part(Matcher matcher, int group) {
        return Optional.ofNullable(matcher.group(group));
    }

    private static Optional<LocalTime> clock(Optional<String> hour, Optional<String> minute, Optional<String> second) {
        if (hour.isEmpty() || minute.isEmpty()) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(hour.get());
        int minutes = Integer.parseInt(minute.get());
        // A leap second is the last second of its minute to every clock here.
        int seconds = second.isEmpty() ? 0 : Math.min(59, Integer.parseInt(second.get()));
        if (hours == 24 && minutes == 0) {
            return Optional.of(LocalTime.MAX);
        }
        return Optional.of(LocalTime.of(hours, minutes, seconds));
    }

    private static Optional<ZoneOffset> zone(String words) {
        Matcher offset = OFFSET.matcher(words);
        if (offset.find()) {
            int hours = Integer.parseInt(offset.group(2));
            int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            int sign = offset.group(1).equals("-") ? -1 : 1;
            return hours > 18
                    ? Optional.empty()
                    : Optional.of(ZoneOffset.ofTotalSeconds(sign * (hours * 3600 + minutes * 60)));
        }
        Matcher name = ZONE_NAME.matcher(words.toUpperCase(Locale.ROOT));
        while (name.find()) {
            Double hours = ZONES.get(name.group(1));
            if (hours != null) {
                return Optional.of(ZoneOffset.ofTotalSeconds((int) (hours * 3600)));
            }
        }
        return Optional.empty();
    }
}
