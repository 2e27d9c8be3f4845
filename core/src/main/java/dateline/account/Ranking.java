package dateline.account;

import dateline.analysis.claim.Claim;
import dateline.reconcile.Reconciled;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How much an event matters for the story: who tells it, how early in their reports, and what kind of happening it is. */
final class Ranking {
    /**
     * @param perOrigin weight of each further independent origin that tells of it
     * @param grave added for kinds of happening that make news by themselves
     * @param slight taken away for sayings and for kinds that no list knows
     * @param background taken away for what went before the news
     */
    record Policy(double perOrigin, double grave, double slight, double background) {
        static final Policy DEFAULT = new Policy(0.55, 0.25, 0.45, 1.1);
    }

    private static final Set<String> GRAVE =
            Set.of("ASSAULT", "DISASTER", "DEATH", "ELECTION", "ACCIDENT", "COURT", "PROTEST", "CRIME");

    private Ranking() {}

    static double score(Event event, Reconciled story, Policy policy) {
        Map<String, Double> perOrigin = new TreeMap<>();
        Set<String> types = new TreeSet<>();
        int background = 0;
        boolean known = false;
        int quantities = 0;
        for (Happening telling : event.tellings()) {
            perOrigin.merge(telling.origin(), telling.weight(), Math::max);
            Claim claim = telling.claim();
            types.add(claim.type());
            known |= claim.isKnown();
            background += claim.background() ? 1 : 0;
            quantities += Math.min(1, claim.quantities().size());
        }
        double score = 0;
        for (double weight : perOrigin.values()) {
            score += policy.perOrigin() * (0.35 + weight);
        }
        score += 0.06 * Math.min(6, event.tellings().size()) + 0.04 * Math.min(3, quantities);
        if (types.stream().anyMatch(GRAVE::contains)) {
            score += policy.grave();
        }
        String type = event.tellings().get(0).claim().type();
        if (!known || type.equals("STATEMENT") || type.equals("OTHER")) {
            score -= policy.slight();
        }
        if (background * 2 > event.tellings().size()) {
            score -= policy.background();
        }
        if (event.days().isPresent() && event.basis() != Event.Basis.INFERRED) {
            score += 0.15;
        }
        return score;
    }
}
