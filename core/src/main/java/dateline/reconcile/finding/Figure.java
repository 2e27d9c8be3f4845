package dateline.reconcile.finding;

import dateline.analysis.quantity.Quantity;

/**
 * One number as one report gives it.
 *
 * @param index into that report's quantities; from their number on it is a length of time or an age, which are no quantities
 * @param event -1 when it belongs to none
 */
public record Figure(int report, int index, Quantity quantity, String origin, int event) {
    public double low() {
        return quantity.min().orElse(Double.NEGATIVE_INFINITY);
    }

    public double high() {
        return quantity.max().orElse(Double.POSITIVE_INFINITY);
    }

    /** True when one number can be the other. */
    public boolean meets(Figure other) {
        return low() <= other.high() && other.low() <= high();
    }

    public boolean same(Figure other) {
        return low() == other.low() && high() == other.high();
    }

    /** A number to order by: the middle, or the closed end. */
    public double middle() {
        if (quantity.min().isPresent() && quantity.max().isPresent()) {
            return (low() + high()) / 2;
        }
        return quantity.min().isPresent() ? low() : high();
    }
}
