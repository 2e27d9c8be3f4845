package dateline.ingest;

import dateline.report.Report;
import java.time.Instant;
import java.util.Optional;

/** What became of one input. */
public sealed interface Taken {
    /**
     * A report was read. What the reader should know about it stands in its notes.
     *
     * @param bytes as they were given; their SHA-256 is the report's id
     * @param captured when it was seen at its address, where an archive of the web says so
     */
    record Accepted(Report report, byte[] bytes, Optional<Instant> captured) implements Taken {}

    /**
     * Nothing could be read.
     *
     * @param origin the file, folder or {@code -}
     * @param where the place in it, e.g. {@code byte 0}; empty when it is the whole
     * @param why in words an editor understands, without a full stop
     */
    record Rejected(String origin, String where, String why) implements Taken {
        /** One sentence with file and reason. */
        public String sentence() {
            return origin + ": " + why + (where.isEmpty() ? "" : " (" + where + ")") + "; left out.";
        }
    }

    /** The same bytes were read before, under the name {@code first}: one report, not two. */
    record Repeated(String origin, String first) implements Taken {
        /** One sentence with both files. */
        public String sentence() {
            return origin + ": the same bytes as " + first + "; taken once.";
        }
    }
}
