package dateline.reader;

import dateline.account.Account;
import dateline.analysis.Analysis;
import dateline.analysis.text.Reading;
import dateline.analysis.text.Segmented;
import dateline.pipeline.Pipeline;
import dateline.reconcile.decision.Decision;
import dateline.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Drives the pipeline's functions on this machine, with a reader in the same process: reports in, analyses and accounts out.
 * Reads several reports side by side; the result does not depend on which is done first.
 */
public final class EmbeddedRunner implements AutoCloseable {
    private final Reader reader;
    private final Pipeline pipeline;
    private final Map<String, Long> nanos = new LinkedHashMap<>();

    public EmbeddedRunner(Reader reader, Pipeline pipeline) {
        this.reader = reader;
        this.pipeline = pipeline;
    }

    public Analysis analyse(Report report) {
        long start = System.nanoTime();
        Segmented segmented = pipeline.segment(report);
        long cut = System.nanoTime();
        Reading reading = reader.read(segmented);
        long read = System.nanoTime();
        Analysis analysis = pipeline.analyse(segmented, reading);
        long done = System.nanoTime();
        count("segment", cut - start);
        count("read", read - cut);
        count("analyse", done - read);
        return analysis;
    }

    /**
     * Analyses in the order of the reports.
     *
     * @param callers how many reports are read side by side; one per core
     * @param done told the number finished, after each
     */
    public List<Analysis> analyse(List<Report> reports, int callers, IntConsumer done) {
        if (reports.size() < 2 || callers < 2) {
            List<Analysis> analyses = new ArrayList<>();
            for (Report report : reports) {
                analyses.add(analyse(report));
                done.accept(analyses.size());
            }
            return analyses;
        }
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Future<Analysis>> futures = new ArrayList<>();
            for (Report report : reports) {
                futures.add(pool.submit(() -> analyse(report)));
            }
            List<Analysis> analyses = new ArrayList<>();
            for (Future<Analysis> future : futures) {
                analyses.add(future.get());
                done.accept(analyses.size());
            }
            return analyses;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", stopped);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("reading failed: " + failure.getCause(), failure);
        } finally {
            pool.shutdownNow();
        }
    }

    public Account account(List<Analysis> story, List<Decision> decisions, Optional<Instant> asOf) {
        long start = System.nanoTime();
        Account account = pipeline.account(story, decisions, asOf);
        count("reconcile and compose", System.nanoTime() - start);
        return account;
    }

    /** Milliseconds spent in each stage so far, over all callers. */
    public Map<String, Long> timings() {
        Map<String, Long> millis = new LinkedHashMap<>();
        synchronized (nanos) {
            nanos.forEach((stage, time) -> millis.put(stage, TimeUnit.NANOSECONDS.toMillis(time)));
        }
        return millis;
    }

    private void count(String stage, long time) {
        synchronized (nanos) {
            nanos.merge(stage, time, Long::sum);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
