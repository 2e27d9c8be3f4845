package dateline.ingest.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a report says it was published: the day as printed, and the instant where a zone was given.
 *
 * @param day the day in the zone that was given
 */
public record Moment(LocalDate day, Optional<Instant> instant) {
    private static final Pattern ISO_DAY = Pattern.compile("^(\\d{4})-?(\\d{2})-?(\\d{2})(?![\\d-]).*", Pattern.DOTALL);
    private static final List<DateTimeFormatter> DAYS = List.of(
            day("MMMM d, uuuu"),
            day("MMM d, uuuu"),
            day("d MMMM uuuu"),
            day("d MMM uuuu"),
            day("uuuu/M/d"),
            day("d.M.uuuu"),
            day("EEEE, MMMM d, uuuu"),
            day("EEEE, d MMMM uuuu"),
            day("EEE, d MMM uuuu"),
            day("EEEE d MMMM uuuu"));

    private static DateTimeFormatter day(String pattern) {
        return new java.time.format.DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(java.time.format.ResolverStyle.SMART);
    }

    /** Reads a day or an instant as written in files and pages; empty when the words are none or no such day exists. */
    public static Optional<Moment> parse(String words) {
        String stripped =
                words.strip().replaceFirst("(?i)^(\\w+day),? ", "$1, ").replaceAll("\\s+", " ");
        Optional<Moment> zoned = zoned(stripped);
        if (zoned.isPresent()) {
            return zoned;
        }
        Matcher iso = ISO_DAY.matcher(stripped);
        if (iso.matches()) {
            try {
                return Optional.of(new Moment(
                        LocalDate.of(
                                Integer.parseInt(iso.group(1)),
                                Integer.parseInt(iso.group(2)),
                                Integer.parseInt(iso.group(3))),
                        Optional.empty()));
            } catch (DateTimeException impossible) {
                return Optional.empty();
            }
        }
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(new Moment(LocalDate.parse(stripped, format), Optional.empty()));
            } catch (DateTimeParseException other) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<Moment> zoned(String words) {
        String iso = words.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:)", "$1T$2")
                .replaceFirst("\\s*([+-]\\d{2})(\\d{2})$", "$1:$2")
                .replaceFirst("(T\\d{2}:\\d{2}\\S*?)\\s*([+-]\\d{2})$", "$1$2:00")
                .replaceFirst("\\s?(?:UTC|GMT)$", "Z")
                .replaceFirst("\\s([+-]\\d{2}:\\d{2})$", "$1");
        try {
            OffsetDateTime time = OffsetDateTime.parse(iso);
            return Optional.of(new Moment(time.toLocalDate(), Optional.of(time.toInstant())));
        } catch (DateTimeParseException notIso) {
            try {
                ZonedDateTime time = ZonedDateTime.parse(words, DateTimeFormatter.RFC_1123_DATE_TIME);
                return Optional.of(new Moment(time.toLocalDate(), Optional.of(time.toInstant())));
            } catch (DateTimeParseException notMail) {
                return Optional.empty();
            }
        }
    }
}
