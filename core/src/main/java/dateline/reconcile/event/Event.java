package dateline.reconcile.event;

import java.util.List;
import java.util.Optional;

/**
 * One happening behind several tellings.
 *
 * @param tellings the strongest first
 * @param days when it happened, as far as the reports together say
 * @param basis how that is known
 * @param why the reckoning in words
 * @param said the words that say when, as they stand, each once
 */
public record Event(
        int index,
        List<Happening> tellings,
        Optional<Days> days,
        Optional<String> part,
        Basis basis,
        String why,
        List<String> said) {
    /** How the date is known. */
    public enum Basis {
        STATED,
        RECKONED,
        AGREED,
        INFERRED,
        UNKNOWN
    }
}
