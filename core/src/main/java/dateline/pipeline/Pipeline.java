package dateline.pipeline;

import dateline.account.Account;
import dateline.account.Composer;
import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.attribution.AttributionFinder;
import dateline.analysis.claim.Claim;
import dateline.analysis.claim.ClaimFinder;
import dateline.analysis.layout.LayoutFinder;
import dateline.analysis.mention.MentionFinder;
import dateline.analysis.mention.MentionFinder.Mentions;
import dateline.analysis.place.Gazetteer;
import dateline.analysis.place.PlaceResolver;
import dateline.analysis.quantity.Quantity;
import dateline.analysis.quantity.QuantityFinder;
import dateline.analysis.text.EnglishLemmas;
import dateline.analysis.text.Lemmas;
import dateline.analysis.text.Reading;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Segmenter;
import dateline.analysis.text.Tree;
import dateline.analysis.text.Vector;
import dateline.analysis.timex.Timex;
import dateline.analysis.timex.TimexFinder;
import dateline.reconcile.Reconciled;
import dateline.reconcile.Reconciler;
import dateline.reconcile.date.Stamps;
import dateline.reconcile.decision.Decision;
import dateline.reconcile.entity.EntityJoiner;
import dateline.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The functions that every runner calls, wired once: {@code segment}, then (outside) the reader's reading, {@code analyse},
 * and {@code account}.
 */
public final class Pipeline {
    /** A happening dated this many days or more before publication is background: what two weeks old is no news. */
    private static final int BACKGROUND_DAYS_MIN = 12;

    private final Lemmas lemmas;
    private final LayoutFinder layouts;
    private final Segmenter segmenter;
    private final TimexFinder timexes;
    private final QuantityFinder quantities;
    private final MentionFinder mentions;
    private final PlaceResolver places;
    private final AttributionFinder attributions;
    private final ClaimFinder claims;
    private final Reconciler reconciler;
    private final Composer composer;

    /** The pipeline with the knowledge that is shipped inside the program. */
    public static Pipeline bundled() {
        return new Pipeline(BundledLexicon.of("en"), Gazetteer.bundled());
    }

    public Pipeline(Lexicon lexicon, Gazetteer gazetteer) {
        lemmas = new EnglishLemmas(lexicon);
        layouts = new LayoutFinder(lexicon);
        segmenter = new Segmenter(lexicon);
        timexes = new TimexFinder(lexicon);
        quantities = new QuantityFinder(lexicon);
        mentions = new MentionFinder(lexicon, gazetteer);
        places = new PlaceResolver(lexicon, gazetteer);
        attributions = new AttributionFinder(lexicon);
        claims = new ClaimFinder(lexicon);
        composer = new Composer(Composer.Policy.DEFAULT, lexicon);
        EntityJoiner joiner = new EntityJoiner(lexicon, gazetteer);
        reconciler = new Reconciler(lexicon, joiner::join, this::redated);
    }

    /** Layout, sentences and words of a report. */
    public Segmented segment(Report report) {
        return segmenter.segment(report, layouts.find(report));
    }

    /** All that one report says, from its words and what the model read in them. */
    public Analysis analyse(Segmented segmented, Reading reading) {
        List<Tree> trees = new ArrayList<>();
        List<Vector> vectors = new ArrayList<>();
        for (int i = 0; i < segmented.sentences().size(); i++) {
            Reading.SentenceReading read = reading.sentences().get(i);
            trees.add(new Tree(segmented.report(), segmented.sentences().get(i), read, lemmas));
            vectors.add(read.vector());
        }
        List<Timex> when = timexes.find(segmented, trees);
        List<Quantity> numbers = quantities.find(segmented, trees, when);
        Mentions named = mentions.find(segmented, trees);
        List<Attribution> said = attributions.find(segmented, trees, named.mentions(), named.referents());
        List<Claim> told = claims.find(new ClaimFinder.Given(
                segmented, trees, named.mentions(), named.referents(), when, numbers, said, BACKGROUND_DAYS_MIN));
        return new Analysis(
                segmented,
                trees,
                vectors,
                named.mentions(),
                named.referents(),
                named.apart(),
                when,
                numbers,
                said,
                told,
                places.resolve(segmented, trees, named));
    }

    /** What is held of the stamps of one story's reports. */
    public List<Stamps.Stamp> stamps(List<Analysis> story) {
        return reconciler.stamps(story);
    }

    /** One story's account, from the analyses of its reports in any order. */
    public Account account(List<Analysis> story, List<Decision> decisions, Optional<Instant> asOf) {
        return composer.compose(reconcile(story, decisions), asOf.map(Instant::toString));
    }

    /** What the reports of one story make of each other, before it is composed. */
    public Reconciled reconcile(List<Analysis> story, List<Decision> decisions) {
        return reconciler.reconcile(story, decisions);
    }

    /** The analysis with its dates reckoned as if the report had been published on another day. */
    private Analysis redated(Analysis analysis, LocalDate published, Set<Integer> sentences) {
        Report was = analysis.segmented().report();
        Report moved = new Report(
                was.id(),
                was.file(),
                was.text(),
                was.body(),
                Optional.of(published),
                Optional.empty(),
                was.outlet(),
                was.title(),
                was.address(),
                was.notes());
        List<Tree> trees = sentences.isEmpty()
                ? analysis.trees()
                : analysis.trees().stream()
                        .filter(tree -> sentences.contains(tree.sentence().index()))
                        .toList();
        Segmented segmented = new Segmented(
                moved,
                analysis.segmented().layout(),
                trees.stream().map(Tree::sentence).toList());
        List<Timex> anew = timexes.find(segmented, trees);
        List<Timex> aligned = new ArrayList<>();
        for (Timex timex : analysis.timexes()) {
            aligned.add(anew.stream()
                    .filter(each -> each.span().equals(timex.span()))
                    .findFirst()
                    .orElse(timex));
        }
        return analysis.withTimexes(aligned);
    }
}
