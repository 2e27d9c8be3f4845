package dateline.reconcile;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.claim.Claim;
import dateline.analysis.quantity.LengthFinder;
import dateline.analysis.quantity.Quantity;
import dateline.reconcile.date.Stamps;
import dateline.reconcile.decision.Decision;
import dateline.reconcile.decision.EntityDecisions;
import dateline.reconcile.decision.EventDecisions;
import dateline.reconcile.entity.JoinedEntity;
import dateline.reconcile.event.Dating;
import dateline.reconcile.event.Days;
import dateline.reconcile.event.EntityOf;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.EventBuilder;
import dateline.reconcile.event.EventPolicy;
import dateline.reconcile.event.Happening;
import dateline.reconcile.event.Happenings;
import dateline.reconcile.event.Kinship;
import dateline.reconcile.finding.Comparison;
import dateline.reconcile.finding.Consequences;
import dateline.reconcile.finding.Figure;
import dateline.reconcile.finding.Link;
import dateline.reconcile.finding.Links;
import dateline.reconcile.finding.NumberFinding;
import dateline.reconcile.finding.Numbers;
import dateline.reconcile.finding.Outcomes;
import dateline.reconcile.finding.PrimaryWords;
import dateline.reconcile.finding.PrimaryWordsFinder;
import dateline.reconcile.origin.Copies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts the rooms of {@code reconcile} in their order; decides nothing itself. */
public final class Reconciler {
    private final Function<List<Analysis>, List<JoinedEntity>> joiner;
    private final Stamps stamps;
    private final Stamps.Redate redate;
    private final Happenings happenings;
    private final EventBuilder events;
    private final Numbers numbers;
    private final Outcomes outcomes;
    private final Links links;
    private final Consequences consequences;
    private final PrimaryWordsFinder primaryWords;
    private final LengthFinder lengths;

    /**
     * @param joiner joins the referents of several reports into entities
     * @param redate works out a report's dates as if it had been published on another day
     */
    public Reconciler(Lexicon lexicon, Function<List<Analysis>, List<JoinedEntity>> joiner, Stamps.Redate redate) {
        this.joiner = joiner;
        this.redate = redate;
        Kinship kinship = new Kinship(lexicon);
        stamps = new Stamps(Stamps.Policy.DEFAULT, kinship, redate);
        happenings = new Happenings(lexicon);
        events = new EventBuilder(kinship, EventPolicy.DEFAULT);
        lengths = new LengthFinder(lexicon);
        numbers = new Numbers(new Comparison(lexicon, kinship, Comparison.Policy.DEFAULT), Numbers.Policy.DEFAULT);
        outcomes = new Outcomes(lexicon, kinship, Outcomes.Policy.DEFAULT);
        links = new Links(lexicon);
        consequences = new Consequences(lexicon, Consequences.Policy.DEFAULT);
        primaryWords = new PrimaryWordsFinder(PrimaryWordsFinder.Policy.DEFAULT);
    }

    /** @param decisions a person's decisions, in the order in which they were taken */
    public Reconciled reconcile(List<Analysis> analyses, List<Decision> decisions) {
        List<Decision.Applied> log = new ArrayList<>();
        StoryReports given = new StoryReports(analyses);
        List<JoinedEntity> entities = EntityDecisions.apply(
                joiner.apply(given.analyses()),
                decisions,
                (report, referent) ->
                        given.get(report).referents().get(referent).name(),
                log);
        EntityOf entityOf = EntityOf.of(entities, given.size());
        Copies.Origins origins = Copies.find(given, Copies.Policy.DEFAULT);
        List<Stamps.Stamp> judged = stamps.judge(given, happenings.collect(given, entityOf, origins));
        StoryReports story = redated(given, judged);
        List<PrimaryWords> primary = primaryWords.find(story, entityOf, entities);
        List<Happening> tellings = happenings.collect(story, entityOf, origins);
        List<List<Happening>> groups =
                EventDecisions.regroup(events.group(tellings, links.apart(story)), story, decisions, log);
        List<Event> dated = EventDecisions.redate(date(groups, story, judged), story, decisions, log);
        List<Figure> figures = figures(story, dated, origins);
        List<NumberFinding> held = numbers.find(story, figures);
        List<Link> linked = new ArrayList<>(links.find(story, dated));
        linked.addAll(consequences.find(story, dated, linked));
        return new Reconciled(
                story,
                entities,
                entityOf,
                origins,
                judged,
                dated,
                figures,
                held,
                outcomes.find(story, entityOf, origins.root()),
                linked,
                primary,
                decisions,
                log);
    }

    /** What is held of the stamps of a story's reports, in the story's order. */
    public List<Stamps.Stamp> stamps(List<Analysis> analyses) {
        StoryReports given = new StoryReports(analyses);
        EntityOf entityOf = EntityOf.of(joiner.apply(given.analyses()), given.size());
        return stamps.judge(given, happenings.collect(given, entityOf, Copies.find(given, Copies.Policy.DEFAULT)));
    }

    /** The same reports in the same order, dates reckoned from the stamps as taken. */
    private StoryReports redated(StoryReports given, List<Stamps.Stamp> judged) {
        List<Analysis> dated = new ArrayList<>();
        for (Stamps.Stamp stamp : judged) {
            Analysis analysis = given.get(stamp.report());
            dated.add(stamp.mended() ? redate.from(analysis, stamp.taken().orElseThrow(), Set.of()) : analysis);
        }
        return new StoryReports(dated);
    }

    private static List<Event> date(List<List<Happening>> groups, StoryReports story, List<Stamps.Stamp> judged) {
        Set<Integer> mended = new TreeSet<>();
        judged.stream().filter(Stamps.Stamp::mended).forEach(stamp -> mended.add(stamp.report()));
        List<Optional<Days>> newsDays = new ArrayList<>();
        for (int report = 0; report < story.size(); report++) {
            newsDays.add(newsDay(story.get(report), judged.get(report)));
        }
        List<Event> dated = new ArrayList<>();
        for (List<Happening> group : groups) {
            dated.add(Dating.date(dated.size(), group, story, newsDays, mended));
        }
        return dated;
    }

    /** The day of a report's own news: that of its first claim with a day near the stamp, else the stamp. */
    private static Optional<Days> newsDay(Analysis analysis, Stamps.Stamp stamp) {
        for (Claim claim : analysis.claims()) {
            if (claim.sentence() > 6) {
                break;
            }
            if (claim.background() || claim.modality() != Claim.Modality.ACTUAL) {
                continue;
            }
            for (int timex : claim.timexes()) {
                Optional<Days> days = Days.of(analysis.timexes().get(timex).value());
                boolean ahead = days.isPresent()
                        && stamp.taken().isPresent()
                        && days.get().from().isAfter(stamp.taken().get());
                if (days.isPresent() && days.get().length() == 1 && !ahead) {
                    return days;
                }
            }
        }
        return stamp.taken().map(day -> new Days(day, day));
    }

    private List<Figure> figures(StoryReports story, List<Event> events, Copies.Origins origins) {
        Map<String, Integer> eventOf = new TreeMap<>();
        for (Event event : events) {
            for (Happening telling : event.tellings()) {
                for (Claim claim : telling.claims()) {
                    for (int quantity : claim.quantities()) {
                        eventOf.putIfAbsent(telling.report() + "/" + quantity, event.index());
                    }
                }
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (int report = 0; report < story.size(); report++) {
            Analysis analysis = story.get(report);
            List<Quantity> quantities = new ArrayList<>(analysis.quantities());
            analysis.trees().forEach(tree -> quantities.addAll(lengths.find(tree)));
            for (int i = 0; i < quantities.size(); i++) {
                Quantity quantity = quantities.get(i);
                var post = analysis.trees().get(quantity.sentence()).sentence().post();
                String origin = post.isPresent()
                        ? "post:"
                                + analysis.segmented()
                                        .layout()
                                        .posts()
                                        .get(post.getAsInt())
                                        .handle()
                                        .toLowerCase(java.util.Locale.ROOT)
                        : "report:" + origins.root().get(report);
                figures.add(new Figure(report, i, quantity, origin, eventOf.getOrDefault(report + "/" + i, -1)));
            }
        }
        return figures;
    }
}
