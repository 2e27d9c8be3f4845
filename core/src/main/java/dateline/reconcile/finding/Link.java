package dateline.reconcile.finding;

import dateline.report.Span;

/** That one event answered, was caused by or came after another, as the words of a report say. */
public record Link(int event, int to, Relation relation, int report, Span words) {
    public enum Relation {
        RESPONSE,
        CAUSE,
        SEQUENCE
    }
}
