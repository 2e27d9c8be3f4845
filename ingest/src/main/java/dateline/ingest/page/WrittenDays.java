package dateline.ingest.page;

import dateline.ingest.text.Moment;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as they are written for readers and in addresses. */
final class WrittenDays {
    private static final String MONTH =
            "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    private static final Pattern WRITTEN = Pattern.compile("(?i)(?<![\\p{L}\\d])(?:(?<m1>" + MONTH
            + ")\\.?\\s+(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(?<y1>\\d{4})|(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s*(?:of\\s+)?[-\\s]\\s*(?<m2>"
            + MONTH
            + ")\\.?,?[-\\s]\\s*(?<y2>\\d{4})|(?<y3>(?:19|20)\\d{2})[-/.](?<n3>\\d{1,2})[-/.](?<d3>\\d{1,2}))(?!\\d)");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![\\d./-])(\\d{1,2})([./-])(\\d{1,2})\\2((?:19|20)\\d{2})(?![\\d/-])");
    private static final Pattern IN_ADDRESS = Pattern.compile(
            "/((?:19|20)\\d{2})[/_-]?(\\d{2}|\\d(?=[/_-])|(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)[/_-]?(\\d{1,2})(?=[/_.-]|$)"
                    + "|[/_-]((?:19|20)\\d{2})-(\\d{2})-(\\d{2})(?=[/_.-]|$)");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private WrittenDays() {}

    /** The first day written with the name of its month, or year first. */
    static Optional<Moment> first(String words) {
        Matcher matcher = WRITTEN.matcher(words);
        while (matcher.find()) {
            Optional<Moment> day;
            if (matcher.group("y3") != null) {
                day = day(matcher.group("y3"), Integer.parseInt(matcher.group("n3")), matcher.group("d3"));
            } else if (matcher.group("m1") != null) {
                day = day(matcher.group("y1"), month(matcher.group("m1")), matcher.group("d1"));
            } else {
                day = day(matcher.group("y2"), month(matcher.group("m2")), matcher.group("d2"));
            }
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** The first day in figures alone; where both orders are possible, {@code monthFirst} decides. */
    static Optional<Moment> figures(String words, boolean monthFirst) {
        Matcher matcher = NUMERIC.matcher(words);
        while (matcher.find()) {
            int one = Integer.parseInt(matcher.group(1));
            int other = Integer.parseInt(matcher.group(3));
            boolean american =
                    other > 12 || one <= 12 && monthFirst && !matcher.group(2).equals(".");
            Optional<Moment> day =
                    day(matcher.group(4), american ? one : other, String.valueOf(american ? other : one));
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** The day in the path of an address. */
    static Optional<Moment> inAddress(String address) {
        Matcher matcher = IN_ADDRESS.matcher(address);
        while (matcher.find()) {
            boolean dashed = matcher.group(4) != null;
            String month = matcher.group(dashed ? 5 : 2);
            int number = Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : month(month);
            Optional<Moment> day = day(matcher.group(dashed ? 4 : 1), number, matcher.group(dashed ? 6 : 3));
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) / 3 + 1;
    }

    private static Optional<Moment> day(String year, int month, String day) {
        return Moment.parse(String.format(Locale.ROOT, "%s-%02d-%02d", year, month, Integer.parseInt(day)));
    }
}
