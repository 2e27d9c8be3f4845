package dateline.app;

import dateline.account.Account;
import dateline.analysis.Analysis;
import dateline.reconcile.decision.Decision;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.story.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** What the commands need of the reasoning: reports in, analyses and accounts out. */
interface Newsroom extends AutoCloseable {
    /** Analyses in the order of the reports; {@code done} is told the number finished, after each. */
    List<Analysis> analyse(List<Report> reports, IntConsumer done);

    /** Positions in {@code analyses}, grouped by story, the largest group first. */
    List<List<Integer>> stories(List<Analysis> analyses);

    /** Where one of the reports stands among them, and why; {@code report} is one of {@code analyses}. */
    Placement placement(List<Analysis> analyses, ReportId report);

    Account account(List<Analysis> story, List<Decision> decisions, Optional<Instant> asOf);

    /** Milliseconds by stage so far, over all cores. */
    Map<String, Long> timings();

    @Override
    void close();

    /** Opens a newsroom when it is first needed: bad input is told without waiting for the model. */
    interface Door {
        Newsroom open() throws Closed;
    }

    /** The newsroom cannot be opened; the message says why and what to do. */
    final class Closed extends Exception {
        private static final long serialVersionUID = 1L;

        Closed(String message) {
            super(message);
        }
    }
}
