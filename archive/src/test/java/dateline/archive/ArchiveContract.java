package dateline.archive;

import static dateline.archive.Fiction.NOON;
import static dateline.archive.Fiction.arrival;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.report.ReportId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an archive does, whatever it is kept in. */
abstract class ArchiveContract {
    /** A place where nothing is yet. */
    abstract Location place() throws Exception;

    /** Changes a kept archive behind its back. */
    abstract void tamper(Location place, String sql) throws Exception;

    private static final String PAGE = "https://courier.example/strike";

    @Test
    void aReportIsKeptByteForByte() throws Exception {
        Arrival arrival = arrival(PAGE, "Zażółć gęślą jaźń \u0000 \uD83D\uDEA2 the pilots walked out.", 5);
        Location place = place();
        ReportId id = arrival.report().id();
        try (Archive archive = Archive.open(place)) {
            assertThat(archive.accept(arrival)).isEqualTo(new Outcome.Accepted(id));
        }
        try (Archive archive = Archive.openToRead(place)) {
            assertThat(archive.bytes(id)).hasValue(arrival.bytes());
            assertThat(archive.report(id)).hasValue(arrival.report());
            Kept kept = archive.kept(id).orElseThrow();
            assertThat(kept.address()).isEqualTo(PAGE);
            assertThat(kept.headers()).isEqualTo(arrival.headers());
            assertThat(kept.arrived()).isEqualTo(NOON);
            assertThat(Verification.of(archive).broken()).isEmpty();
        }
    }

    @Test
    void theSameAgainChangesNothing() throws Exception {
        try (Archive archive = Archive.open(place())) {
            List<Arrival> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                all.add(Fiction.numbered(i));
            }
            archive.accept(all);
            Verification before = Verification.of(archive);
            assertThat(archive.accept(all)).allMatch(each -> each instanceof Outcome.Unchanged);
            assertThat(Verification.of(archive)).isEqualTo(before);
        }
    }

    @Test
    void aChangedPageIsARevisionAndNotASecondReport() throws Exception {
        try (Archive archive = Archive.open(place())) {
            Arrival first = arrival(PAGE, "Forty pilots walked out.\nThe port is shut.", 5);
            Arrival second = arrival(PAGE, "Forty-two pilots walked out.\nThe port is shut.", 5);
            archive.accept(first);
            assertThat(archive.accept(second))
                    .isEqualTo(new Outcome.Revision(
                            second.report().id(), 2, first.report().id()));
            assertThat(archive.reports()).containsExactly(second.report().id());
            assertThat(archive.revisions(PAGE))
                    .extracting(each -> each.report().id())
                    .containsExactly(first.report().id(), second.report().id());
            assertThat(archive.bytes(first.report().id())).hasValue(first.bytes());
            assertThat(archive.revised()).containsExactly(PAGE);
        }
    }

    @Test
    void aPageThatGoesBackIsARevisionOnlyWhenItsCaptureSaysSo() throws Exception {
        try (Archive archive = Archive.open(place())) {
            Arrival first = arrival(PAGE, "One.", 5, Optional.of(NOON));
            Arrival second = arrival(PAGE, "Two.", 5, Optional.of(NOON.plusSeconds(60)));
            Arrival back = arrival(PAGE, "One.", 5, Optional.of(NOON.plusSeconds(120)));
            archive.accept(List.of(first, second));
            assertThat(archive.accept(back)).isInstanceOf(Outcome.Revision.class);
            assertThat(archive.reports()).containsExactly(first.report().id());
            assertThat(archive.accept(List.of(first, second, back)))
                    .allMatch(each -> each instanceof Outcome.Unchanged);
        }
    }

    @Test
    void theSameBytesFromElsewhereAreOneReportWithTwoAddresses() throws Exception {
        try (Archive archive = Archive.open(place())) {
            Arrival here = arrival(PAGE, "The pilots walked out.", 5);
            Arrival there = arrival("https://gazette.example/1", "The pilots walked out.", 5);
            archive.accept(here);
            assertThat(archive.accept(there))
                    .isEqualTo(new Outcome.Repeated(here.report().id()));
            assertThat(archive.reports()).hasSize(1);
            assertThat(archive.sightings(here.report().id()))
                    .extracting(Kept::address)
                    .containsExactly(PAGE, "https://gazette.example/1");
        }
    }

    @Test
    void reportsComeInCanonicalOrderWhateverTheOrderOfArrival() throws Exception {
        List<Arrival> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(arrival("https://courier.example/" + i, "Dispatch " + i + ".", i % 5));
        }
        List<List<ReportId>> orders = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(all, new Random(seed));
            try (Archive archive = Archive.open(place())) {
                archive.accept(all);
                orders.add(archive.reports());
                contents.add(Verification.of(archive).content());
                List<Integer> days = new ArrayList<>();
                archive.eachReport(report -> days.add(
                        report.published().map(day -> day.getDayOfMonth()).orElse(99)));
                assertThat(days).isSorted().hasSize(30);
            }
        }
        assertThat(orders).containsOnly(orders.getFirst());
        assertThat(contents).containsOnly(contents.getFirst());
    }

    @Test
    void aBatchThatFailsLeavesNothing() throws Exception {
        Location place = place();
        try (Archive archive = Archive.open(place)) {
            archive.accept(arrival(PAGE, "One.", 5));
            String head = archive.head();
            tamper(place, "alter table sighting rename to hidden");
            assertThatThrownBy(() -> archive.accept(List.of(Fiction.numbered(1), Fiction.numbered(2))))
                    .isInstanceOf(IOException.class);
            tamper(place, "alter table hidden rename to sighting");
            assertThat(archive.head()).isEqualTo(head);
            archive.accept(arrival(PAGE, "Two.", 5));
            assertThat(Verification.of(archive).broken()).isEmpty();
        }
    }

    @Test
    void whatWasRefusedIsKeptWithItsReasonOnce() throws Exception {
        try (Archive archive = Archive.open(place())) {
            Refusal refusal = new Refusal("feed.xml", "entry 3\u0000", "has no text", Optional.empty(), NOON);
            archive.refuse(refusal);
            archive.refuse(refusal);
            assertThat(archive.refusals()).hasSize(1);
            assertThat(archive.refusals().getFirst().why()).isEqualTo("has no text");
            assertThat(Verification.of(archive).broken()).isEmpty();
        }
    }

    @Test
    void whatWasMadeBelongsToTheTextAndToItsMakersVersion() throws Exception {
        try (Archive archive = Archive.open(place())) {
            Arrival arrival = arrival(PAGE, "One.", 5);
            archive.accept(arrival);
            byte[] reading = "read".getBytes(StandardCharsets.UTF_8);
            archive.keepMade(arrival.report(), "reading", "model-1", reading, NOON);
            String head = archive.head();
            archive.keepMade(arrival.report(), "reading", "model-1", reading, NOON.plusSeconds(9));
            assertThat(archive.head()).isEqualTo(head);
            assertThat(archive.made(arrival.report(), "reading", "model-1")).hasValue(reading);
            assertThat(archive.made(arrival.report(), "reading", "model-2")).isEmpty();
        }
    }

    @Test
    void aNewerTakingOfTheSameBytesReplacesTheTextAndKeepsTheOld() throws Exception {
        try (Archive archive = Archive.open(place())) {
            Arrival old = arrival(PAGE, "One. Read also: Two.", 5);
            Arrival anew = new Arrival(
                    old.bytes(),
                    Fiction.report(old.bytes(), "One.", Optional.empty()),
                    "text/2",
                    PAGE,
                    old.headers(),
                    NOON,
                    Optional.empty());
            archive.accept(old);
            assertThat(archive.accept(anew)).isInstanceOf(Outcome.Retaken.class);
            assertThat(archive.accept(anew)).isInstanceOf(Outcome.Unchanged.class);
            assertThat(archive.report(old.report().id()).orElseThrow().text()).isEqualTo("One.");
            assertThat(archive.sightings(old.report().id())).hasSize(2);
            assertThat(archive.revisions(PAGE)).hasSize(1);
        }
    }

    @Test
    void documentsHaveAHistoryAndStatesHaveNone() throws Exception {
        try (Archive archive = Archive.open(place())) {
            assertThat(archive.keep("account", "story-1", new byte[] {1}, NOON)).isTrue();
            assertThat(archive.keep("account", "story-1", new byte[] {1}, NOON)).isFalse();
            assertThat(archive.keep("account", "story-1", new byte[] {2}, NOON)).isTrue();
            assertThat(archive.document("account", "story-1")).hasValue(new byte[] {2});
            assertThat(archive.history("account", "story-1")).hasSize(2);
            assertThat(archive.names("account")).containsExactly("story-1");
            String head = archive.head();
            archive.putState("feed", new byte[] {1});
            archive.putState("feed", new byte[] {2});
            assertThat(archive.state("feed")).hasValue(new byte[] {2});
            assertThat(archive.head()).isEqualTo(head);
        }
    }

    @Test
    void aSecondWriterIsRefusedWithASentenceAndAReaderIsNot() throws Exception {
        Location place = place();
        try (Archive archive = Archive.open(place)) {
            archive.accept(arrival(PAGE, "One.", 5));
            assertThatThrownBy(() -> Archive.open(place))
                    .isInstanceOf(ArchiveTrouble.class)
                    .hasMessageContaining("one writer at a time");
            try (Archive reading = Archive.openToRead(place)) {
                assertThat(reading.reports()).hasSize(1);
            }
        }
        Archive.open(place).close();
    }

    @Test
    void anArchiveOfANewerVersionIsRefusedAndNotTouched() throws Exception {
        Location place = place();
        try (Archive archive = Archive.open(place)) {
            archive.accept(arrival(PAGE, "One.", 5));
        }
        tamper(place, "update flyway_schema_history set version = '7'");
        assertThatThrownBy(() -> Archive.open(place)).hasMessageContaining("newer Dateline");
        assertThatThrownBy(() -> Archive.openToRead(place)).hasMessageContaining("newer Dateline");
        tamper(place, "update flyway_schema_history set version = '1'");
        try (Archive archive = Archive.open(place)) {
            assertThat(Verification.of(archive).broken()).isEmpty();
        }
    }

    @Test
    void anArchiveThatIsNotThereIsSaidAndNotMadeByReading() throws Exception {
        Location place = place();
        assertThatThrownBy(() -> Archive.openToRead(place)).hasMessageContaining("there is no archive at");
    }

    @Test
    void verifyNamesTheFirstBrokenLink() throws Exception {
        Location place = place();
        try (Archive archive = Archive.open(place)) {
            for (int i = 0; i < 6; i++) {
                archive.accept(Fiction.numbered(i));
            }
            archive.refuse(new Refusal("a", "", "empty", Optional.empty(), Instant.EPOCH));
        }
        // Content and sighting alternate: 5 is the third report's bytes, 6 where it was seen, 13 the refusal.
        String[][] cases = {
            {
                "update content set bytes = (select bytes from content where number = 1) where number = 5",
                "entry 5 ",
                "was changed"
            },
            {
                "update sighting set taken = replace(taken, 'Norhaven', 'Osmark') where number = 6",
                "entry 6 ",
                "was changed"
            },
            {"update sighting set arrived = '2031-03-05T12:00:01Z' where number = 8", "entry 8 ", "was changed"},
            {"delete from rejection where number = 13", "entry 13 ", "is gone"},
            {"update log set digest = previous where number = 4", "entry 4 ", ""},
            {"delete from log where number = 9", "entry 9 ", "missing"},
            {"insert into rejection values (99, 'b', '', 'x', null, 'y')", "entry 99 ", "does not know"},
        };
        for (String[] each : cases) {
            Location copy = place();
            try (Archive to = Archive.open(copy)) {
                for (int i = 0; i < 6; i++) {
                    to.accept(Fiction.numbered(i));
                }
                to.refuse(new Refusal("a", "", "empty", Optional.empty(), Instant.EPOCH));
                assertThat(Verification.of(to).broken()).isEmpty();
            }
            tamper(copy, each[0]);
            try (Archive to = Archive.openToRead(copy)) {
                assertThat(Verification.of(to).broken().orElseThrow().sentence())
                        .as(each[0])
                        .contains(each[1])
                        .contains(each[2]);
            }
        }
    }

    @Test
    void aBackupAndAnExportAreRestoredToAnEqualArchive(@TempDir(factory = InMemory.class) Path folder)
            throws Exception {
        Location place = place();
        Verification original;
        try (Archive archive = Archive.open(place)) {
            for (int i = 0; i < 40; i++) {
                archive.accept(Fiction.numbered(i));
            }
            Arrival odd = arrival(PAGE, "\u0000\uD83D\uDEA2 The ferry\r\nwaited.", 5);
            archive.accept(odd);
            archive.refuse(new Refusal("feed.xml", "entry 3", "has no text", Optional.empty(), NOON));
            archive.keepMade(odd.report(), "reading", "model-1", new byte[] {0, -1, 7}, NOON);
            archive.keep("account", "story-1", new byte[] {1, 0}, NOON);
            archive.putState("feed", new byte[] {9});
            original = Verification.of(archive);
            // The writer is open and goes on.
            try (Archive reading = Archive.openToRead(place)) {
                assertThat(Copy.backup(reading, folder.resolve("backup"), rows -> {}))
                        .isEqualTo(original);
                Export.write(reading, folder.resolve("export"), rows -> {});
                assertThatThrownBy(() -> Export.write(reading, folder.resolve("export"), rows -> {}))
                        .hasMessageContaining("exists already");
            }
            archive.accept(Fiction.numbered(77));
            assertThatThrownBy(() -> Copy.restore(folder.resolve("backup"), place, rows -> {}))
                    .isInstanceOf(ArchiveTrouble.class);
        }
        Location fromBackup = place();
        Location fromExport = place();
        assertThat(Copy.restore(folder.resolve("backup"), fromBackup, rows -> {}))
                .isEqualTo(original);
        assertThat(Export.rebuild(folder.resolve("export"), fromExport, rows -> {}))
                .isEqualTo(original);
        for (Location each : List.of(fromBackup, fromExport)) {
            try (Archive archive = Archive.openToRead(each)) {
                assertThat(archive.state("feed")).hasValue(new byte[] {9});
            }
            assertThatThrownBy(() -> Copy.restore(folder.resolve("backup"), each, rows -> {}))
                    .hasMessageContaining("not empty");
        }
    }

    /** How often the import is killed: a handful here, {@code -Ddateline.kills=200} for the measure. */
    private static final int KILLS = Integer.getInteger("dateline.kills", 4);

    private static final int REPORTS = 800;

    @Test
    void anImportKilledAtAnyMomentGoesOnToTheSameArchive() throws Exception {
        Location whole = place();
        Importer.take(whole, REPORTS);
        Verification expected;
        try (Archive archive = Archive.openToRead(whole)) {
            expected = Verification.of(archive);
        }
        Random random = new Random(20310305);
        Location place = place();
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Importer.class.getName(),
                            address(place),
                            String.valueOf(REPORTS))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            child.getInputStream().read();
            Thread.sleep(random.nextInt(KILL_MILLIS_MAX));
            killed += child.isAlive() ? 1 : 0;
            child.destroyForcibly().waitFor();
            if (i % 20 == 19) {
                place = finished(place, expected);
            }
        }
        finished(place, expected);
        System.out.println(
                getClass().getSimpleName() + ": killed " + killed + " of " + KILLS + " runs; every archive equal");
    }

    /** About as long as a whole import takes once its process has begun. */
    private static final int KILL_MILLIS_MAX = 2500;

    private Location finished(Location place, Verification expected) throws Exception {
        try (Archive archive = Archive.open(place)) {
            // Before the rest is taken in: what the kills left must hold by itself.
            assertThat(Verification.of(archive).broken()).isEmpty();
        }
        Importer.take(place, REPORTS);
        try (Archive archive = Archive.openToRead(place)) {
            assertThat(Verification.of(archive)).isEqualTo(expected);
        }
        return place();
    }

    /** What another process opens the place by. */
    abstract String address(Location place);
}
