package dateline.story;

import dateline.analysis.text.Vector;
import dateline.report.ReportId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What placement compares of one report.
 *
 * @param published the day printed on it; {@code instant} the moment, where one was given
 * @param words headline and opening
 * @param lead headline and first sentences only
 * @param people persons named
 * @param places places named, by the gazetteer's id
 * @param days days of the calendar that it tells of, other than its own
 * @param figures numbers of a known kind: what is counted, from, to
 * @param meaning mean of the sentence vectors; {@code leadMeaning} of the first sentences
 * @param keys by which it is looked up, most telling first
 */
public record Profile(
        ReportId id,
        Optional<LocalDate> published,
        Optional<Instant> instant,
        Terms words,
        Terms lead,
        Terms people,
        Terms places,
        List<LocalDate> days,
        List<Figure> figures,
        Vector meaning,
        Vector leadMeaning,
        List<String> keys) {
    /** A number of a known kind. {@code from} and {@code to} may be infinite. */
    public record Figure(String what, double from, double to) {}

    /** Day and instant of publication, then content hash; undated reports last, by hash. */
    public static final Comparator<Profile> CANONICAL = Comparator.comparing(
                    (Profile profile) -> profile.published().orElse(LocalDate.MAX))
            .thenComparing(profile -> profile.instant().orElse(Instant.MAX))
            .thenComparing(Profile::id);

    public Profile {
        days = List.copyOf(days);
        figures = List.copyOf(figures);
        keys = List.copyOf(keys);
    }
}
