package dateline.reconcile.event;

/**
 * Weights of the agreement of slots, all shares of 1, and the thresholds. Set on the development clusters; see
 * docs/evaluation.md for what each gives.
 *
 * @param joinMin a telling joins the best event at or above this
 * @param mergeMin two events of one day become one at or above this
 * @param weakJoinMin a thin telling joins at or above this
 * @param sameDay added when both are dated and the days overlap
 * @param otherPlace taken away when both name places and none is shared
 */
public record EventPolicy(
        double kind,
        double participants,
        double words,
        double meaning,
        double sameDay,
        double otherPlace,
        double joinMin,
        double mergeMin,
        double weakJoinMin) {
    public static final EventPolicy DEFAULT = new EventPolicy(0.32, 0.22, 0.28, 0.18, 0.08, 0.10, 0.42, 0.52, 0.34);

    /**
     * For mentions that somebody else marked, each to be placed, down to "the ruling" and "it": the kind of happening weighs
     * more, since most mentions bring neither date nor participants. First values, not yet fitted to any set.
     */
    public static final EventPolicy MENTIONS = new EventPolicy(0.50, 0.15, 0.15, 0.20, 0.04, 0.05, 0.60, 0.70, 0.60);
}
