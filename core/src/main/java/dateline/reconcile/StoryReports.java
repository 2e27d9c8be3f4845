package dateline.reconcile;

import dateline.analysis.Analysis;
import dateline.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The analyses of one story's reports in the one canonical order: day and instant of publication, then content hash; undated
 * reports last, by hash. A report is named by its position here, from 0.
 */
public record StoryReports(List<Analysis> analyses) {
    public StoryReports {
        List<Analysis> sorted = new ArrayList<>(analyses);
        sorted.sort(Comparator.comparing(
                        (Analysis a) -> a.segmented().report().published().orElse(LocalDate.MAX))
                .thenComparing(a -> a.segmented()
                        .report()
                        .publishedAt()
                        .map(Object::toString)
                        .orElse("~"))
                .thenComparing(a -> a.segmented().report().id()));
        analyses = List.copyOf(sorted);
    }

    public int size() {
        return analyses.size();
    }

    public Analysis get(int report) {
        return analyses.get(report);
    }

    public Report report(int report) {
        return analyses.get(report).segmented().report();
    }
}
