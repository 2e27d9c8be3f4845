package dateline.reconcile;

import dateline.reconcile.date.Stamps;
import dateline.reconcile.decision.Decision;
import dateline.reconcile.entity.JoinedEntity;
import dateline.reconcile.event.EntityOf;
import dateline.reconcile.event.Event;
import dateline.reconcile.finding.Figure;
import dateline.reconcile.finding.Link;
import dateline.reconcile.finding.NumberFinding;
import dateline.reconcile.finding.OutcomeFinding;
import dateline.reconcile.finding.PrimaryWords;
import dateline.reconcile.origin.Copies;
import java.util.List;

/** Everything that the reports of one story make of each other; the analyses in {@code story} are dated by {@code stamps}. */
public record Reconciled(
        StoryReports story,
        List<JoinedEntity> entities,
        EntityOf entityOf,
        Copies.Origins origins,
        List<Stamps.Stamp> stamps,
        List<Event> events,
        List<Figure> figures,
        List<NumberFinding> numbers,
        List<OutcomeFinding> outcomes,
        List<Link> links,
        List<PrimaryWords> primaryWords,
        List<Decision> decisions,
        List<Decision.Applied> applied) {
    public Reconciled {
        entities = List.copyOf(entities);
        stamps = List.copyOf(stamps);
        events = List.copyOf(events);
        figures = List.copyOf(figures);
        numbers = List.copyOf(numbers);
        outcomes = List.copyOf(outcomes);
        links = List.copyOf(links);
        primaryWords = List.copyOf(primaryWords);
        decisions = List.copyOf(decisions);
        applied = List.copyOf(applied);
    }
}
