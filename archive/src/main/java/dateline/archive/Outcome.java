package dateline.archive;

import dateline.report.ReportId;

/** What became of an arrival. */
public sealed interface Outcome {
    ReportId report();

    /** A report that was not known. */
    record Accepted(ReportId report) implements Outcome {}

    /** The same bytes at the same address are kept already; nothing was written. */
    record Unchanged(ReportId report) implements Outcome {}

    /** The same bytes, from which a newer version takes out something else; that is kept beside the old. */
    record Retaken(ReportId report) implements Outcome {}

    /** The bytes are kept already, from another address; the new address was added. */
    record Repeated(ReportId report) implements Outcome {}

    /** The address is known with other bytes: both are kept, and this is revision {@code number} (the first is 1). */
    record Revision(ReportId report, int number, ReportId before) implements Outcome {}
}
