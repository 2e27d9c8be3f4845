package dateline.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Everything recomputed: each kept byte and word against its entry in the log, each entry against the one before it.
 *
 * @param entries links of the log
 * @param head hash of the last; written down elsewhere it proves that nothing before it was changed since
 * @param content hash of what is kept, whatever the order and the time of its arrival
 * @param broken the first link that does not hold, if any
 */
public record Verification(long entries, String head, String content, Optional<Broken> broken) {
    /** A link that does not hold. {@code why} is part of a sentence. */
    public record Broken(long number, String why) {
        public String sentence() {
            return "entry " + number + " of the log: " + why;
        }
    }

    /** Checks one moment of the archive; may run while it is written. */
    public static Verification of(Archive archive) throws IOException {
        return archive.database().snapshot(Verification::of);
    }

    /** Whether {@code hash} was the log's head once: then all that was kept then is kept now. */
    public static boolean wasHead(Archive archive, String hash) throws IOException {
        return archive.database()
                .read(handle -> handle.createQuery("select 1 from log where hash = ?")
                        .bind(0, hash)
                        .mapTo(Integer.class)
                        .findFirst()
                        .isPresent());
    }

    private static Verification of(Handle handle) {
        List<Broken> broken = new ArrayList<>();
        Chain chain = new Chain();
        try (var entries = handle
                .createQuery("select number, what, digest, previous, hash from log order by number")
                .setFetchSize(1000)
                .map((result, context) -> Log.entry(result))
                .stream()) {
            entries.forEach(chain::next);
        }
        chain.broken.ifPresent(broken::add);
        List<String> content = new ArrayList<>();
        for (Table table : Table.values()) {
            rows(handle, table, broken, content);
            handle.createQuery("select min(t.number) from " + table.word()
                            + " t where not exists (select 1 from log l where l.number = t.number and l.what = ?)")
                    .bind(0, table.word())
                    .mapTo(Long.class)
                    .findFirst()
                    .filter(number -> number != 0)
                    .ifPresent(number -> broken.add(new Broken(
                            number, "a row of " + table.word() + " stands in the archive that the log does not know")));
        }
        handle.createQuery(
                        "select min(s.number) from sighting s where not exists (select 1 from content c where c.sha256 = s.sha256)")
                .mapTo(Long.class)
                .findFirst()
                .filter(number -> number != 0)
                .ifPresent(number -> broken.add(new Broken(number, "the bytes of the report seen there are missing")));
        content.sort(null);
        return new Verification(
                chain.count,
                chain.hash,
                Sha256.of(String.join("\n", content)),
                broken.stream().min((one, other) -> Long.compare(one.number(), other.number())));
    }

    /** Walks the links. */
    private static final class Chain {
        private long count;
        private String hash = Entry.NOTHING;
        private Optional<Broken> broken = Optional.empty();

        private void next(Entry entry) {
            count++;
            if (broken.isEmpty()) {
                if (entry.number() != count) {
                    broken = Optional.of(new Broken(count, "it is missing"));
                } else if (!entry.previous().equals(hash)) {
                    broken = Optional.of(new Broken(count, "it does not follow from the entry before it"));
                } else if (!entry.holds()) {
                    broken = Optional.of(new Broken(count, "its own hash does not hold; it was changed"));
                }
            }
            hash = entry.hash();
        }
    }

    private static void rows(Handle handle, Table table, List<Broken> broken, List<String> content) {
        String sql = "select l.number, l.digest, " + table.select() + " from log l left join " + table.word()
                + " t on t.number = l.number where l.what = ? order by l.number";
        try (var rows = handle
                .createQuery(sql)
                .bind(0, table.word())
                .setFetchSize(16)
                .map((result, context) -> {
                    long number = result.getLong(1);
                    String digest = result.getString(2);
                    result.getLong(3);
                    if (result.wasNull()) {
                        return new Checked(
                                Optional.of(new Broken(number, "what it kept (" + table.word() + ") is gone")), "");
                    }
                    Row row = Row.read(table, result, 3);
                    boolean holds = row.digest().equals(digest)
                            && (table != Table.CONTENT || row.text("sha256").equals(Sha256.of(row.bytes())));
                    return new Checked(
                            holds
                                    ? Optional.empty()
                                    : Optional.of(new Broken(
                                            number, "what it kept (" + table.word() + named(row) + ") was changed")),
                            timeless(row));
                })
                .stream()) {
            rows.forEach(checked -> {
                checked.broken.ifPresent(broken::add);
                content.add(checked.timeless);
            });
        }
    }

    private record Checked(Optional<Broken> broken, String timeless) {}

    private static String named(Row row) {
        return switch (row.table()) {
            case CONTENT, MADE -> ", report " + row.text("sha256");
            case SIGHTING -> ", " + row.text("address");
            case REJECTION -> ", " + row.text("origin");
            case DOCUMENT -> ", " + row.text("kind") + " " + row.text("name");
        };
    }

    /** The row without its place in the log and without its time of arrival. */
    private static String timeless(Row row) {
        int arrived = row.table().columns().indexOf("arrived");
        List<Optional<String>> texts = new ArrayList<>(row.texts());
        if (arrived >= 0) {
            texts.set(arrived, Optional.empty());
        }
        return new Row(row.table(), 0, texts, row.bytes()).digest();
    }
}
