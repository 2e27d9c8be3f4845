package dateline.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One respect in which two reports are alike or apart; a number, 0 to 1 unless said. */
public enum Feature {
    /** Cosine of headline and opening, words weighed by the fixed table. */
    WORDS("wording"),
    /** The same for the leads alone. */
    LEAD("wording of the leads"),
    /** The lead of one in the opening of the other, the better of both ways. */
    LEAD_IN_OPENING("lead of one in the other"),
    PEOPLE("persons named"),
    /** 1 when one of them names nobody, so that no shared person means nothing. */
    NO_PEOPLE("one names nobody"),
    PLACES("places named"),
    NO_PLACES("one names no place"),
    /** Cosine of the mean sentence vectors, -1 to 1. */
    MEANING("meaning"),
    LEAD_MEANING("meaning of the leads"),
    /** Natural logarithm of one plus the days between the publications; counted to 14; 0 when one has no date. */
    DAYS_APART("days apart"),
    SAME_DAY("published on one day"),
    /** {@link #WORDS} of reports of one day: on one day a little likeness says more. */
    SAME_DAY_WORDS("wording, on one day"),
    UNDATED("one has no date"),
    /** The same features once more for pairs of which one has no date: without days, words have to carry the decision. */
    UNDATED_WORDS("wording, without dates"),
    UNDATED_LEAD("wording of the leads, without dates"),
    UNDATED_PEOPLE("persons named, without dates"),
    UNDATED_PLACES("places named, without dates"),
    UNDATED_MEANING("meaning, without dates"),
    /** Days of the calendar told of by both, three or more being 1. */
    SHARED_DAYS("days told of by both"),
    /** Numbers of one kind that cannot both hold, three or more being 1: twin events differ in them. */
    FIGURES_APART("numbers that differ");

    /** A longer gap says no more than this one: the weights are fitted on pairs within it. */
    private static final long GAP_DAYS_MAX = 14;

    private final String words;

    Feature(String words) {
        this.words = words;
    }

    /** What it is called before a person. */
    public String words() {
        return words;
    }

    /** Its name in {@code story/placement.txt}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All features of a pair, by {@link #ordinal()}; the same whichever way round. */
    public static double[] of(Profile one, Profile other) {
        double[] values = new double[values().length];
        double words = one.words().cosine(other.words());
        boolean dated = one.published().isPresent() && other.published().isPresent();
        long gap = dated
                ? StrictMath.min(
                        GAP_DAYS_MAX,
                        StrictMath.abs(ChronoUnit.DAYS.between(
                                one.published().get(), other.published().get())))
                : 0;
        values[WORDS.ordinal()] = words;
        values[LEAD.ordinal()] = one.lead().cosine(other.lead());
        values[LEAD_IN_OPENING.ordinal()] =
                StrictMath.max(one.lead().cosine(other.words()), one.words().cosine(other.lead()));
        values[PEOPLE.ordinal()] = one.people().cosine(other.people());
        values[NO_PEOPLE.ordinal()] = one.people().isEmpty() || other.people().isEmpty() ? 1 : 0;
        values[PLACES.ordinal()] = one.places().cosine(other.places());
        values[NO_PLACES.ordinal()] = one.places().isEmpty() || other.places().isEmpty() ? 1 : 0;
        values[MEANING.ordinal()] = one.meaning().cosine(other.meaning());
        values[LEAD_MEANING.ordinal()] = one.leadMeaning().cosine(other.leadMeaning());
        values[DAYS_APART.ordinal()] = StrictMath.log1p(gap);
        values[SAME_DAY.ordinal()] = dated && gap == 0 ? 1 : 0;
        values[SAME_DAY_WORDS.ordinal()] = dated && gap == 0 ? words : 0;
        values[UNDATED.ordinal()] = dated ? 0 : 1;
        if (!dated) {
            values[UNDATED_WORDS.ordinal()] = words;
            values[UNDATED_LEAD.ordinal()] = values[LEAD.ordinal()];
            values[UNDATED_PEOPLE.ordinal()] = values[PEOPLE.ordinal()];
            values[UNDATED_PLACES.ordinal()] = values[PLACES.ordinal()];
            values[UNDATED_MEANING.ordinal()] = values[MEANING.ordinal()];
        }
        List<LocalDate> days = new ArrayList<>(one.days());
        days.retainAll(other.days());
        values[SHARED_DAYS.ordinal()] = StrictMath.min(3, days.size()) / 3.0;
        values[FIGURES_APART.ordinal()] = apart(one.figures(), other.figures());
        return values;
    }

    private static double apart(List<Profile.Figure> mine, List<Profile.Figure> theirs) {
        int apart = 0;
        for (Profile.Figure one : mine) {
            for (Profile.Figure other : theirs) {
                if (one.what().equals(other.what()) && (one.from() > other.to() || other.from() > one.to())) {
                    apart++;
                }
            }
        }
        return StrictMath.min(3, apart) / 3.0;
    }
}
