package dateline.analysis.timex;

import dateline.report.Span;
import java.util.List;
import java.util.Optional;

/**
 * Words that say when, and what they mean when the report is read alone.
 *
 * @param sentence index of the sentence
 * @param value the reading preferred here
 * @param alternatives other readings that the words allow, best first: another report may settle it
 * @param basis how it is known
 * @param anchor what relative words were reckoned from: the day of the report or post, or an earlier timex's day
 * @param iso the value in TIMEX3 form ({@code 2031-03-04TEV}, {@code P3M}, {@code 2031-W10})
 * @param why the reckoning in words, e.g. "the last Tuesday before Wednesday 5 March 2031"
 */
public record Timex(
        Span span,
        int sentence,
        TimeValue value,
        List<TimeValue> alternatives,
        Basis basis,
        Optional<java.time.LocalDate> anchor,
        String iso,
        String why) {
    public Timex {
        alternatives = List.copyOf(alternatives);
    }

    /** STATED: a date in the words. RECKONED: a relative word and a day to reckon from. NONE: no day can be given. */
    public enum Basis {
        STATED,
        RECKONED,
        NONE
    }
}
