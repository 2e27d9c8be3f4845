package dateline.story;

import dateline.report.ReportId;
import java.util.Optional;

/** Where one report stands. A story is named by its first report. */
public sealed interface Placement permits Placement.Founds, Placement.Joins, Placement.Bridges, Placement.Repeats {
    ReportId report();

    ReportId story();

    /** It is the first of its story; {@code near} is the story that it came nearest to joining, when there is any. */
    record Founds(ReportId report, Optional<Near> near) implements Placement {
        @Override
        public ReportId story() {
            return report;
        }
    }

    /** It tells of the story's events. */
    record Joins(ReportId report, ReportId story, Grounds grounds) implements Placement {}

    /** It belongs to one story and speaks nearly as much for another: whether the two are one is for the analyst. */
    record Bridges(ReportId report, ReportId story, Grounds grounds, Near other) implements Placement {}

    /** Its words are another report's words. */
    record Repeats(ReportId report, ReportId story, Grounds grounds) implements Placement {}

    /** Another story, and why it is near. */
    record Near(ReportId story, Grounds grounds) {}
}
