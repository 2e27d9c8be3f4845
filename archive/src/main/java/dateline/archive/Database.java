package dateline.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The door to the two databases: opening, the one writer, versions, and what their errors mean in a sentence. Behind it
 * nothing knows which of the two it is.
 */
final class Database implements AutoCloseable {
    /** Version of the tables that this program writes: the newest script in {@code sql/}. */
    static final int VERSION = 1;

    /** Number that stands for Dateline's writer among PostgreSQL's advisory locks: "dateline" in ASCII. */
    private static final long WRITER = 0x646174656c696e65L;

    /** A killed writer's session can outlive it this long on PostgreSQL, until the server notices. */
    private static final long WRITER_WAIT_NANOS = 5_000_000_000L;

    private static final int BUSY_MILLIS = 20_000;
    private static final int SQLITE_PRIMARY_CODE = 0xff;

    private final Location location;
    private final Jdbi jdbi;
    private final Optional<Handle> writer;
    private final AutoCloseable lock;

    private Database(Location location, Jdbi jdbi, Optional<Handle> writer, AutoCloseable lock) {
        this.location = location;
        this.jdbi = jdbi;
        this.writer = writer;
        this.lock = lock;
    }

    /** Work on a handle that may fail as databases do. */
    interface Work<T> {
        T on(Handle handle) throws SQLException, IOException;
    }

    static Database open(Location location, boolean write) throws IOException {
        return switch (location) {
            case Location.Folder folder -> folder(folder, write);
            case Location.Database database -> server(database, write);
        };
    }

    private static Database folder(Location.Folder folder, boolean write) throws IOException {
        Path path = folder.path();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new ArchiveTrouble(path + " is a file; an archive is a folder");
        }
        boolean there = Files.exists(folder.file());
        if (!write) {
            if (!there) {
                throw new ArchiveTrouble("there is no archive at " + path + "; 'dateline ingest --archive " + path
                        + " SOURCE' makes one");
            }
            return opened(folder, sqlite(folder, !writable(path) && !Files.exists(wal(folder))), false, () -> {});
        }
        if (there && (!writable(folder.file()) || !writable(path)) || Files.exists(path) && !writable(path)) {
            throw new ArchiveTrouble("the archive at " + path + " is read-only; nothing was written");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException failure) {
            throw new ArchiveTrouble("the folder " + path + " cannot be made: " + reason(failure), failure);
        }
        AutoCloseable lock = lock(folder);
        try {
            return opened(folder, sqlite(folder, false), true, lock);
        } catch (IOException | RuntimeException failure) {
            closeQuietly(lock);
            throw failure;
        }
    }

    private static Path wal(Location.Folder folder) {
        return folder.path().resolve("archive.sqlite-wal");
    }

    /** The owner's right to write counts for the superuser too: who took it away meant it. */
    private static boolean writable(Path path) {
        try {
            return Files.isWritable(path)
                    && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_WRITE);
        } catch (UnsupportedOperationException notPosix) {
            return Files.isWritable(path);
        } catch (IOException gone) {
            return false;
        }
    }

    private static AutoCloseable lock(Location.Folder folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new ArchiveTrouble("the archive at " + folder + " cannot be written: " + reason(failure), failure);
        }
        try {
            // The system lets go of it when the process ends, however it ends.
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            channel.close();
            throw new ArchiveTrouble(another(folder), sameProcess);
        } catch (IOException failure) {
            channel.close();
            throw new ArchiveTrouble("the archive at " + folder + " cannot be locked: " + reason(failure), failure);
        }
        channel.close();
        throw new ArchiveTrouble(another(folder));
    }

    private static String another(Location location) {
        return "another program is writing to the archive at " + location
                + "; an archive has one writer at a time, so wait until it has finished";
    }

    private static DataSource sqlite(Location.Folder folder, boolean immutable) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        if (!immutable) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            // Full: what was said to be kept is kept when the power fails, too.
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        }
        SQLiteDataSource source = new SQLiteDataSource(config);
        String file = folder.file().toAbsolutePath().toString();
        source.setUrl("jdbc:sqlite:"
                + (immutable
                        ? folder.file().toAbsolutePath().toUri().toString().replaceFirst("^file:///", "file:/")
                                + "?immutable=1"
                        : file));
        return source;
    }

    private static Database server(Location.Database database, boolean write) throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbc());
        source.setApplicationName("dateline");
        return opened(database, source, write, () -> {});
    }

    private static Database opened(Location location, DataSource source, boolean write, AutoCloseable lock)
            throws IOException {
        Jdbi jdbi = Jdbi.create(source);
        Database reading = new Database(location, jdbi, Optional.empty(), () -> {});
        if (!write) {
            int version = reading.read(Database::version);
            if (version == 0) {
                throw new ArchiveTrouble("there is no archive at " + location);
            }
            refuseNewer(location, version);
            return new Database(location, jdbi, Optional.empty(), lock);
        }
        Handle writer = reading.wrapped(jdbi::open);
        try {
            Database database = new Database(location, jdbi, Optional.of(writer), lock);
            if (location instanceof Location.Database) {
                database.read(handle -> database.onlyWriter(writer));
            }
            int version = database.read(Database::version);
            refuseNewer(location, version);
            if (version < VERSION) {
                migrate(location, source);
            }
            return database;
        } catch (IOException | RuntimeException failure) {
            writer.close();
            throw failure;
        }
    }

    private boolean onlyWriter(Handle held) throws IOException {
        long start = System.nanoTime();
        while (!held.createQuery("select pg_try_advisory_lock(?)")
                .bind(0, WRITER)
                .mapTo(Boolean.class)
                .one()) {
            if (System.nanoTime() - start > WRITER_WAIT_NANOS) {
                throw new ArchiveTrouble(another(location));
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new ArchiveTrouble("stopped while waiting for the archive at " + location, stopped);
            }
        }
        return true;
    }

    private static void refuseNewer(Location location, int version) throws ArchiveTrouble {
        if (version > VERSION) {
            throw new ArchiveTrouble(
                    "the archive at " + location + " was written by a newer Dateline (tables of version " + version
                            + ", this program knows " + VERSION + "); nothing was changed, use the newer program");
        }
    }

    private static void migrate(Location location, DataSource source) throws IOException {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:dateline/archive/sql")
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw trouble(location, failure);
        }
    }

    /** The version of the tables; 0 when there are none. */
    private static int version(Handle handle) throws SQLException {
        try (ResultSet found = handle.getConnection()
                .getMetaData()
                .getTables(null, null, "flyway_schema_history", new String[] {"TABLE"})) {
            if (!found.next()) {
                return 0;
            }
        }
        return handle
                .createQuery("select version from flyway_schema_history where success and version is not null")
                .mapTo(String.class)
                .list()
                .stream()
                .mapToInt(each -> Integer.parseInt(each.replaceFirst("\\..*", "")))
                .max()
                .orElse(0);
    }

    Location location() {
        return location;
    }

    boolean writes() {
        return writer.isPresent();
    }

    /** Reads on a connection of its own. */
    <T> T read(Work<T> work) throws IOException {
        return wrapped(() -> {
            try (Handle handle = jdbi.open()) {
                return work.on(handle);
            }
        });
    }

    /** Reads one moment of the archive, whatever is written meanwhile. */
    <T> T snapshot(Work<T> work) throws IOException {
        return wrapped(() -> {
            try (Handle handle = jdbi.open()) {
                handle.begin();
                if (location instanceof Location.Database) {
                    handle.execute("set transaction isolation level repeatable read, read only");
                }
                T result = work.on(handle);
                handle.rollback();
                return result;
            }
        });
    }

    /** Reads with the writer, so that what it has just written is seen. */
    <T> T write(Work<T> work) throws IOException {
        Handle handle = writer.orElseThrow(
                () -> new IllegalStateException("archive: " + location + " was opened for reading only"));
        return wrapped(() -> {
            handle.begin();
            boolean done = false;
            try {
                T result = work.on(handle);
                handle.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollback(handle);
                }
            }
        });
    }

    /** The first failure is the one to tell; a broken connection cannot roll back and need not. */
    private static void rollback(Handle handle) {
        try {
            handle.rollback();
        } catch (JdbiException alsoBroken) {
            return;
        }
    }

    private interface Attempt<T> {
        T run() throws SQLException, IOException;
    }

    private <T> T wrapped(Attempt<T> attempt) throws IOException {
        try {
            return attempt.run();
        } catch (SQLException | JdbiException failure) {
            throw trouble(location, failure);
        }
    }

    private static ArchiveTrouble trouble(Location location, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return new ArchiveTrouble("the archive at " + location + ": " + sqlite(sqlite), failure);
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return new ArchiveTrouble("the archive at " + location + ": " + postgresql(sql), failure);
            }
        }
        return new ArchiveTrouble(
                "the archive at " + location + ": the database failed (" + firstLine(failure) + ")", failure);
    }

    private static String sqlite(SQLiteException failure) {
        SQLiteErrorCode code = failure.getResultCode();
        String kept = "; what was committed before is kept";
        return switch (code.code & SQLITE_PRIMARY_CODE) {
            case 13 -> "the disk is full" + kept;
            case 8 -> "it is read-only; nothing was written";
            case 11, 26 -> "the file archive.sqlite is damaged or no archive; restore a backup";
            case 14 -> "the file archive.sqlite cannot be opened";
            case 5, 6 -> "another program holds its file; try again when that has finished";
            case 10 -> "the disk reports an error on reading or writing" + kept;
            default -> "the database failed (" + code + ")";
        };
    }

    private static String postgresql(SQLException failure) {
        String state = failure.getSQLState();
        if (state.equals("53100")) {
            return "the database's disk is full; what was committed before is kept";
        }
        if (state.equals("25006") || state.equals("42501")) {
            return "it is read-only for this user; nothing was written";
        }
        if (state.equals("3D000")) {
            return "there is no such database; create it first (createdb)";
        }
        if (state.startsWith("28")) {
            return "the database refuses this user or password";
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "the database cannot be reached; what was committed before is kept";
        }
        return "the database failed (" + firstLine(failure) + ")";
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static String reason(IOException failure) {
        if (failure instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return "the system gives no more than an input error";
    }

    private static void closeQuietly(AutoCloseable lock) {
        try {
            lock.close();
        } catch (Exception unimportant) {
            return;
        }
    }

    @Override
    public void close() {
        writer.ifPresent(Handle::close);
        closeQuietly(lock);
    }
}
