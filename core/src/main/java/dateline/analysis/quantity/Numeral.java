package dateline.analysis.quantity;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as it stands in a sentence, before it is known what it counts.
 *
 * @param begin where the wording begins in the sentence, hedge and currency sign included; {@code end} where it ends
 * @param core where the bare number begins, without hedge; {@code coreEnd} where it ends
 * @param min smallest it can be, {@code max} largest; both empty for "many"
 * @param currency a currency sign or code written with the number
 * @param kind how it is written
 */
record Numeral(
        int begin,
        int end,
        int core,
        int coreEnd,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        Optional<String> currency,
        Kind kind) {
    enum Kind {
        DIGITS,
        WORDS,
        VAGUE,
        NONE
    }

    /** True when it stands for exactly one. */
    boolean isOne() {
        return min.isPresent()
                && max.isPresent()
                && min.get().compareTo(BigDecimal.ONE) == 0
                && max.get().compareTo(BigDecimal.ONE) == 0;
    }
}
