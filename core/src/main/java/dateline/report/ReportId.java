package dateline.report;

/** Names a report by its content: the SHA-256 of its bytes as they were given, in lower-case hex. */
public record ReportId(String sha256) implements Comparable<ReportId> {
    public ReportId {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("report id: '" + sha256 + "' is not a SHA-256 in hex");
        }
    }

    @Override
    public int compareTo(ReportId other) {
        return sha256.compareTo(other.sha256);
    }
}
