package dateline.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Whole archives from one place to another: backup, restore. Row for row with the log, so the copy has the same head. */
public final class Copy {
    private Copy() {}

    /**
     * Writes a copy of one moment of the archive into a new folder, while others may write to the archive. The folder appears
     * only when the copy is whole and verified.
     *
     * @param done told the number of rows copied, from time to time
     */
    public static Verification backup(Archive from, Path folder, LongConsumer done) throws IOException {
        if (Files.exists(folder)) {
            throw new ArchiveTrouble(folder + " exists already; a backup goes into a new folder");
        }
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        delete(part);
        boolean whole = false;
        try {
            Verification verified;
            try (Archive to = Archive.open(new Location.Folder(part))) {
                copy(from, to, done);
                verified = Verification.of(to);
            }
            if (verified.broken().isPresent()) {
                throw new ArchiveTrouble("no backup was made, because the archive at " + from.location()
                        + " does not hold: " + verified.broken().get().sentence());
            }
            Files.deleteIfExists(part.resolve("archive.lock"));
            Files.move(part, folder);
            whole = true;
            return verified;
        } finally {
            if (!whole) {
                delete(part);
            }
        }
    }

    /** Fills an empty archive from a backup, in one transaction. */
    public static Verification restore(Path backup, Location into, LongConsumer done) throws IOException {
        try (Archive from = Archive.openToRead(new Location.Folder(backup));
                Archive to = Archive.open(into)) {
            requireEmpty(to);
            copy(from, to, done);
            return Verification.of(to);
        }
    }

    static void requireEmpty(Archive to) throws ArchiveTrouble {
        if (!to.head().equals(Entry.NOTHING)) {
            throw new ArchiveTrouble("the archive at " + to.location()
                    + " is not empty; an archive is restored into an empty one, so that nothing is overwritten");
        }
    }

    private static void copy(Archive from, Archive to, LongConsumer done) throws IOException {
        from.database()
                .snapshot(reading -> to.database().write(writing -> {
                    long[] rows = {0};
                    for (Table table : Table.values()) {
                        rows(reading, table, row -> {
                            Archive.insert(writing, row);
                            done.accept(++rows[0]);
                        });
                    }
                    entries(reading, entry -> Log.insert(writing, entry));
                    states(reading).forEach(state -> state(writing, state));
                    return rows[0];
                }));
    }

    interface Use<T> {
        void take(T value) throws IOException;
    }

    static void rows(Handle reading, Table table, Use<Row> use) throws IOException {
        each(
                reading
                        .createQuery("select " + table.select() + " from " + table.word() + " t order by t.number")
                        .setFetchSize(16)
                        .map((result, context) -> Row.read(table, result, 1))
                        .stream(),
                use);
    }

    static void entries(Handle reading, Use<Entry> use) throws IOException {
        each(
                reading
                        .createQuery("select number, what, digest, previous, hash from log order by number")
                        .setFetchSize(1000)
                        .map((result, context) -> Log.entry(result))
                        .stream(),
                use);
    }

    private static <T> void each(Stream<T> values, Use<T> use) throws IOException {
        try (values) {
            values.forEach(value -> {
                try {
                    use.take(value);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        } catch (UncheckedIOException failure) {
            throw Optional.ofNullable(failure.getCause()).orElseGet(() -> new IOException(failure));
        }
    }

    /** Where a runner stands. */
    record State(String name, byte[] bytes) {}

    static List<State> states(Handle reading) {
        return reading
                .createQuery("select name, bytes from state")
                .map((result, context) -> new State(result.getString(1), result.getBytes(2)))
                .list()
                .stream()
                .sorted(Comparator.comparing(State::name))
                .toList();
    }

    static void state(Handle writing, State state) {
        writing.createUpdate("insert into state (name, bytes) values (?, ?)")
                .bind(0, state.name())
                .bind(1, state.bytes())
                .execute();
    }

    static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
