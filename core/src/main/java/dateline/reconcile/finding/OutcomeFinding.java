package dateline.reconcile.finding;

import java.util.List;
import java.util.Optional;

/** Two tellings that cannot both be so of the same thing at the same time; each side as (report, claim) pairs. */
public record OutcomeFinding(List<Told> one, List<Told> other, String about, Optional<String> mayBothHold) {
    /** A claim of a report. */
    public record Told(int report, int claim) {}
}
