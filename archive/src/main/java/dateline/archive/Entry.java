package dateline.archive;

/** One link of the log: what was added, the hash of it, the hash of the link before, and the hash of all of these. */
record Entry(long number, String what, String digest, String previous, String hash) {
    /** What stands before the first link. */
    static final String NOTHING = "0".repeat(64);

    static Entry after(long number, String previous, Row row) {
        String digest = row.digest();
        return new Entry(
                number,
                row.table().word(),
                digest,
                previous,
                hash(number, row.table().word(), digest, previous));
    }

    static String hash(long number, String what, String digest, String previous) {
        return Sha256.of(number + "\n" + what + "\n" + digest + "\n" + previous);
    }

    boolean holds() {
        return hash.equals(hash(number, what, digest, previous));
    }
}
