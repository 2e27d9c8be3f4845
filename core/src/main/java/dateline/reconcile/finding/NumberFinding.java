package dateline.reconcile.finding;

import java.util.List;
import java.util.Optional;

/**
 * Numbers of one thing held against each other.
 *
 * @param event the event they belong to, -1 when they belong to no one event
 * @param positions figures that give the same interval together, in order of publication
 * @param mayBothHold why both may be true, when they may
 */
public record NumberFinding(
        int event,
        String what,
        Optional<String> of,
        Verdict verdict,
        List<List<Figure>> positions,
        Optional<String> mayBothHold) {
    public enum Verdict {
        CONTRADICTION,
        UPDATE,
        COMPATIBLE,
        SAME,
        UNRELATED
    }
}
