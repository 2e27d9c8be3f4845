package dateline.ingest.warc;

import java.time.Instant;

/** What came of one record of an archive. */
public sealed interface Captured {
    /**
     * A document as it was fetched.
     *
     * @param where the record's number and place, e.g. {@code record 3, byte 1200}
     * @param address what was asked for
     * @param at when it was fetched
     * @param type the media type, without parameters, in small letters; empty when none was given
     */
    record Document(String where, String address, Instant at, String type, byte[] bytes) implements Captured {}

    /** The same content as a capture before, of {@code first}. */
    record Again(String where, String address, String first) implements Captured {}

    /** Left out. */
    record Bad(String where, String why) implements Captured {}
}
