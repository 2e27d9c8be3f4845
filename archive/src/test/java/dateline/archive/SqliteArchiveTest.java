package dateline.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive in a folder. */
class SqliteArchiveTest extends ArchiveContract {
    @TempDir(factory = InMemory.class)
    Path folder;

    private int places;

    @Override
    Location place() {
        return new Location.Folder(folder.resolve("archive" + ++places));
    }

    @Override
    void tamper(Location place, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + ((Location.Folder) place).file());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    String address(Location place) {
        return place.toString();
    }

    @Test
    void aFullDiskIsSaidAndWhatWasKeptBeforeHolds() throws Exception {
        Location place = place();
        try (Archive archive = Archive.open(place)) {
            archive.accept(Fiction.numbered(1));
            String head = archive.head();
            archive.database().write(handle -> handle.execute("pragma max_page_count = 60"));
            assertThatThrownBy(() -> {
                        for (int i = 2; i < 400; i++) {
                            archive.accept(Fiction.numbered(i));
                        }
                    })
                    .isInstanceOf(ArchiveTrouble.class)
                    .hasMessageContaining("the disk is full");
            assertThat(archive.head()).isNotEqualTo(head);
            assertThat(Verification.of(archive).broken()).isEmpty();
            assertThat(Verification.of(archive).head()).isEqualTo(archive.head());
        }
    }

    @Test
    void aReadOnlyArchiveIsSaidAndCanStillBeRead() throws Exception {
        Location.Folder place = (Location.Folder) place();
        try (Archive archive = Archive.open(place)) {
            archive.accept(Fiction.numbered(1));
        }
        byte[] before = Files.readAllBytes(place.file());
        Files.setPosixFilePermissions(place.path(), PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(place.file(), PosixFilePermissions.fromString("r--r--r--"));
        try {
            assertThatThrownBy(() -> Archive.open(place))
                    .isInstanceOf(ArchiveTrouble.class)
                    .hasMessageContaining("read-only");
            try (Archive archive = Archive.openToRead(place)) {
                assertThat(archive.reports()).hasSize(1);
            }
            assertThat(Files.readAllBytes(place.file())).isEqualTo(before);
        } finally {
            Files.setPosixFilePermissions(place.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFileThatIsNoArchiveIsSaid() throws Exception {
        Location.Folder place = (Location.Folder) place();
        Files.createDirectories(place.path());
        Files.writeString(place.file(), "These are the minutes of the harbour board. ".repeat(100));
        assertThatThrownBy(() -> Archive.open(place)).hasMessageContaining("damaged or no archive");
        Path file = Files.writeString(folder.resolve("plain"), "x");
        assertThatThrownBy(() -> Archive.open(new Location.Folder(file)))
                .hasMessageContaining("an archive is a folder");
    }
}
