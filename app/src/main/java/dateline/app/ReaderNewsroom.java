package dateline.app;

import dateline.account.Account;
import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.pipeline.BundledLexicon;
import dateline.pipeline.Pipeline;
import dateline.reader.EmbeddedRunner;
import dateline.reader.ModelException;
import dateline.reader.Reader;
import dateline.reconcile.decision.Decision;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.story.Placement;
import dateline.story.PlacementModel;
import dateline.story.Profile;
import dateline.story.Profiler;
import dateline.story.Stories;
import dateline.story.Story;
import dateline.story.StoryPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;

/** Opens the reader and the pipeline of this machine. */
final class ReaderNewsroom implements Newsroom {
    private final Lexicon lexicon = BundledLexicon.of("en");
    private final EmbeddedRunner runner;

    private ReaderNewsroom(EmbeddedRunner runner) {
        this.runner = runner;
    }

    /** Model and word lists are opened side by side: each takes half a second or more. */
    static Newsroom open() throws Newsroom.Closed {
        CompletableFuture<Reader> reader = CompletableFuture.supplyAsync(Reader::open);
        Pipeline pipeline = Pipeline.bundled();
        try {
            return new ReaderNewsroom(new EmbeddedRunner(reader.join(), pipeline));
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof ModelException missing) {
                throw new Newsroom.Closed(
                        Optional.ofNullable(missing.getMessage()).orElse("the reader's model cannot be opened"));
            }
            throw failure;
        }
    }

    @Override
    public List<Analysis> analyse(List<Report> reports, IntConsumer done) {
        return runner.analyse(reports, Runtime.getRuntime().availableProcessors(), done);
    }

    @Override
    public List<List<Integer>> stories(List<Analysis> analyses) {
        List<Profile> profiles = profiles(analyses);
        Stories stories = stories(profiles, StoryPolicy.GIVEN_TOGETHER);
        Map<ReportId, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            ReportId story =
                    stories.storyOf(profiles.get(i).id()).map(Story::id).orElseThrow();
            groups.computeIfAbsent(story, key -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> sorted = new ArrayList<>(groups.values());
        sorted.sort((a, b) ->
                a.size() != b.size() ? Integer.compare(b.size(), a.size()) : Integer.compare(a.get(0), b.get(0)));
        return sorted;
    }

    @Override
    public Placement placement(List<Analysis> analyses, ReportId report) {
        return stories(profiles(analyses), StoryPolicy.DEFAULT)
                .placement(report)
                .orElseThrow(() -> new IllegalArgumentException("placement: " + report + " is none of the reports"));
    }

    private List<Profile> profiles(List<Analysis> analyses) {
        Profiler profiler = new Profiler(lexicon, Profiler.Policy.DEFAULT);
        return analyses.stream().map(profiler::profile).toList();
    }

    private Stories stories(List<Profile> profiles, StoryPolicy policy) {
        Stories stories = new Stories(policy, new PlacementModel(lexicon), List.of());
        stories.addAll(profiles);
        return stories;
    }

    @Override
    public Account account(List<Analysis> story, List<Decision> decisions, Optional<Instant> asOf) {
        return runner.account(story, decisions, asOf);
    }

    @Override
    public Map<String, Long> timings() {
        return runner.timings();
    }

    @Override
    public void close() {
        runner.close();
    }
}
