package dateline.analysis.quantity;

import dateline.report.Span;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number said of something, as an interval.
 *
 * @param span the number with its hedge and the noun counted ("more than 20,000 people")
 * @param sentence index of the sentence; {@code word} the number's head word there
 * @param what {@code killed wounded arrested evacuated missing displaced present magnitude money votes percent distance other}
 * @param of the noun counted, as said ("fighters"), or empty
 * @param subset a part that the number is limited to ("women among them", "of them children"), when said
 * @param said the number as worded ("over two dozen", "25 fighters")
 * @param min smallest it can be, empty when open; {@code max} largest, empty when open
 * @param unit for money, distance and the like: USD, km, Richter ...
 * @param predicate word index of the verb or happening noun that it belongs to, -1 when none
 */
public record Quantity(
        Span span,
        int sentence,
        int word,
        String what,
        Optional<String> of,
        Optional<String> subset,
        String said,
        OptionalDouble min,
        OptionalDouble max,
        Optional<String> unit,
        int predicate) {
    public Quantity {
        if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
            throw new IllegalArgumentException("quantity '" + said + "': from " + min + " to " + max);
        }
    }
}
