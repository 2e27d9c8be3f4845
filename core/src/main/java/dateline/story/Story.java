package dateline.story;

import dateline.report.ReportId;
import java.util.List;
import java.util.Optional;

/**
 * Reports about one run of events.
 *
 * @param reports in canonical order; the first names the story
 * @param near the earlier story that its first report came nearest to joining: it goes on with that, or is a part of it
 */
public record Story(List<ReportId> reports, Optional<ReportId> near) {
    public Story {
        reports = List.copyOf(reports);
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("story: has no report");
        }
    }

    public ReportId id() {
        return reports.get(0);
    }
}
