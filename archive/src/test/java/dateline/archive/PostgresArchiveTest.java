package dateline.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The archive in a PostgreSQL that several share. Skipped, and said so, where there is no PostgreSQL. */
class PostgresArchiveTest extends ArchiveContract {
    private static Optional<PostgresServer> server = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
        assumeTrue(server.isPresent(), "no PostgreSQL on this machine (Debian: apt-get install postgresql)");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    @Override
    Location place() throws Exception {
        return Location.of(server.orElseThrow().newDatabase());
    }

    @Override
    void tamper(Location place, String sql) throws Exception {
        String shown = place.toString();
        server.orElseThrow().execute(shown.substring(shown.lastIndexOf('/') + 1), sql);
    }

    @Override
    String address(Location place) {
        return ((Location.Database) place).jdbc().replaceFirst("//(.*)\\?user=dateline", "//dateline@$1");
    }

    @Test
    void aReadOnlyDatabaseIsSaidAndCanStillBeRead() throws Exception {
        Location place = place();
        try (Archive archive = Archive.open(place)) {
            archive.accept(Fiction.numbered(1));
        }
        String name = place.toString().substring(place.toString().lastIndexOf('/') + 1);
        server.orElseThrow().execute("postgres", "alter database " + name + " set default_transaction_read_only = on");
        try (Archive archive = Archive.open(place)) {
            String head = archive.head();
            assertThatThrownBy(() -> archive.accept(Fiction.numbered(2))).hasMessageContaining("read-only");
            assertThat(archive.head()).isEqualTo(head);
            assertThat(archive.reports()).hasSize(1);
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() {
        String there = "postgresql://dateline@127.0.0.1:1/none";
        assertThatThrownBy(() -> Archive.open(Location.of(there))).hasMessageContaining("cannot be reached");
    }

    /** Part of the measure only: a killed writer's session outlives it, so each kill costs seconds here. */
    @Test
    @Override
    void anImportKilledAtAnyMomentGoesOnToTheSameArchive() throws Exception {
        assumeTrue(Integer.getInteger("dateline.kills") != null, "run with -Ddateline.kills=N");
        super.anImportKilledAtAnyMomentGoesOnToTheSameArchive();
    }
}
