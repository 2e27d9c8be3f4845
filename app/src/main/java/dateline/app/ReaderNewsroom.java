package dateline.app;

import dateline.account.Account;
import dateline.analysis.Analysis;
import dateline.pipeline.Pipeline;
import dateline.reader.EmbeddedRunner;
import dateline.reader.ModelException;
import dateline.reader.Reader;
import dateline.reconcile.decision.Decision;
import dateline.report.Report;
import dateline.story.Grouping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;

/** Opens the reader and the pipeline of this machine. */
final class ReaderNewsroom implements Newsroom {
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
        return Grouping.groups(analyses, Grouping.Policy.DEFAULT);
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
