package dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.text.Moment;
import dateline.pipeline.BundledLexicon;
import dateline.report.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
    private static final String WORDS = "Dockers in Norhaven walked out on Tuesday, the harbour office said.";
    private static final LocalDate TODAY = LocalDate.of(2031, 6, 1);
    private static final Intake INTAKE = new Intake(BundledLexicon.of("en"));

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Taken one(Path path) {
        List<Taken> taken = INTAKE.read(List.of(path), Settings.of(TODAY));
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    private static Report accepted(Path path) {
        assertThat(one(path)).isInstanceOf(Taken.Accepted.class);
        return ((Taken.Accepted) one(path)).report();
    }

    private static String rejected(Path path) {
        assertThat(one(path)).isInstanceOf(Taken.Rejected.class);
        return ((Taken.Rejected) one(path)).sentence();
    }

    @Test
    void aDateLineIsHeaderAndTheTextStaysAsGiven() throws IOException {
        String text = " date 2031-03-05 " + WORDS + "\r\n\r\nNobody was hurt.";
        Report report = accepted(write("a.txt", text));
        assertThat(report.text()).isEqualTo(text);
        assertThat(report.body().in(text)).startsWith("Dockers").endsWith("hurt.");
        assertThat(report.published()).contains(LocalDate.of(2031, 3, 5));
        assertThat(report.notes()).isEmpty();
        assertThat(report.id().sha256()).hasSize(64);
    }

    @Test
    void frontMatterAndSidecarTellOutletTitleAddressAndInstant() throws IOException {
        Report front = accepted(write(
                "a.txt",
                "---\n"
                        + "title: \"Port shut\"\n"
                        + "outlet: Coast Post\n"
                        + "date: 2031-03-05T23:30:00-05:00\n"
                        + "url: https://coast.example/a\n"
                        + "---\n"
                        + WORDS));
        assertThat(front.outlet()).contains("Coast Post");
        assertThat(front.title()).contains("Port shut");
        assertThat(front.address()).contains("https://coast.example/a");
        assertThat(front.published()).contains(LocalDate.of(2031, 3, 5));
        assertThat(front.publishedAt()).contains(Instant.parse("2031-03-06T04:30:00Z"));
        assertThat(front.body().in(front.text())).isEqualTo(WORDS);

        Path plain = write("b.txt", WORDS);
        write("b.json", "{\"outlet\": \"Coast Post\", \"published\": \"2031-03-05T10:00:00+01:00\"}");
        assertThat(accepted(plain).outlet()).contains("Coast Post");
        assertThat(accepted(plain).publishedAt()).contains(Instant.parse("2031-03-05T09:00:00Z"));
    }

    @Test
    void datesThatCannotBeAreSaid() throws IOException {
        assertThat(accepted(write("a.txt", WORDS)).notes())
                .singleElement()
                .asString()
                .contains("no date");
        Report impossible = accepted(write("b.txt", " date 2031-02-30 " + WORDS));
        assertThat(impossible.published()).isEmpty();
        assertThat(impossible.notes())
                .singleElement()
                .asString()
                .contains("2031-02-30")
                .contains("no day of the calendar");
        Report future = accepted(write("c.txt", " date 2032-02-28 " + WORDS));
        assertThat(future.notes()).singleElement().asString().contains("future");
        Settings given = new Settings(
                TODAY, Moment.parse("2031-03-05"), new ByteArrayInputStream(WORDS.getBytes(StandardCharsets.UTF_8)));
        assertThat(INTAKE.read(List.of(Path.of("-")), given))
                .singleElement()
                .isInstanceOfSatisfying(Taken.Accepted.class, taken -> {
                    assertThat(taken.report().published()).contains(LocalDate.of(2031, 3, 5));
                    assertThat(taken.report().file()).isEqualTo("-");
                });
    }

    @Test
    void encodingsAreReadAndSaid() throws IOException {
        Path windows = Files.write(
                folder.resolve("a.txt"),
                ("The café “Norhaven” was shut on Tuesday, the owner said.").getBytes(Charset.forName("windows-1252")));
        assertThat(accepted(windows).text()).contains("café “Norhaven”");
        assertThat(accepted(windows).notes()).anyMatch(note -> note.contains("Windows-1252"));
        Path mark = Files.writeString(folder.resolve("b.txt"), "\uFEFF date 2031-03-05 " + WORDS);
        assertThat(accepted(mark).body().in(accepted(mark).text())).isEqualTo(WORDS);
        assertThat(accepted(mark).text()).startsWith("\uFEFF");
        Path wide =
                Files.write(folder.resolve("c.txt"), (" date 2031-03-05 " + WORDS).getBytes(StandardCharsets.UTF_16LE));
        assertThat(accepted(wide).published()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 x | a PDF",
                "GIF89a | a picture (GIF)",
                "'' | the file is empty",
                "'   ' | the file is empty",
                "' date 2031-03-05 ' | nothing after its header",
                "'12 34 -- 56' | not a word",
                "<?xml version='1.0'?><rss></rss> | a news feed",
                "Die Hafenarbeiter haben am Dienstag die Arbeit niedergelegt und sie sind nicht zurück in dem Hafen. |"
                        + " in German"
            })
    void whatIsNoReportIsNamed(String content, String reason) throws IOException {
        assertThat(rejected(write("a.txt", content))).contains("a.txt").contains(reason);
    }

    @Test
    void binaryAndOverlongInputIsRefused() throws IOException {
        byte[] noise = new byte[4000];
        new java.util.Random(3).nextBytes(noise);
        noise[0] = 'x';
        assertThat(rejected(Files.write(folder.resolve("a.txt"), noise))).contains("binary");
        Path big = folder.resolve("b.txt");
        try (var writer = Files.newBufferedWriter(big)) {
            for (int i = 0; i < 100_000; i++) {
                writer.write(WORDS);
            }
        }
        assertThat(rejected(big)).contains("MB");
        Settings piped = new Settings(TODAY, Optional.empty(), Files.newInputStream(big));
        assertThat(INTAKE.read(List.of(Path.of("-")), piped)).singleElement().isInstanceOf(Taken.Rejected.class);
    }

    @Test
    void aFolderIsReadInOrderWithoutHiddenFilesAndSidecars() throws IOException {
        write("b.txt", " date 2031-03-05 " + WORDS);
        write("b.json", "{}");
        write(".hidden.txt", WORDS);
        write("c.txt", " date 2031-03-05 " + WORDS);
        Files.createDirectories(folder.resolve("a"));
        write("a/z.txt", " date 2031-03-06 " + WORDS);
        write("d.pdf", "%PDF-1.4");
        List<Taken> taken = INTAKE.read(List.of(folder), Settings.of(TODAY));
        assertThat(taken).hasSize(4);
        assertThat(taken.get(0))
                .isInstanceOfSatisfying(
                        Taken.Accepted.class,
                        each -> assertThat(each.report().file()).isEqualTo("a/z.txt"));
        assertThat(taken.get(2)).isEqualTo(new Taken.Repeated("c.txt", "b.txt"));
        assertThat(taken.get(3))
                .isInstanceOfSatisfying(
                        Taken.Rejected.class,
                        each -> assertThat(each.sentence()).contains("d.pdf").contains("PDF"));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(rejected(empty)).contains("holds no report");
        assertThat(rejected(folder.resolve("none.txt"))).contains("no such file");
    }

    @Test
    void aSavedPageIsAReportOfItsArticle() throws IOException {
        String html = "<html><head><meta property='article:published_time'"
                + " content='2031-03-05T08:00:00Z'></head><body><article><p>"
                + WORDS
                + " Twelve ships lay at the quay, and nobody knew for how long.</p><p>Nobody was hurt, the"
                + " office said, but the gate stayed shut.</p></article></body></html>";
        Report report = accepted(write("a.html", html));
        assertThat(report.text()).startsWith(WORDS).contains("\n\nNobody was hurt");
        assertThat(report.publishedAt()).contains(Instant.parse("2031-03-05T08:00:00Z"));
        assertThat(rejected(write("b.html", "<html><body></body></html>"))).contains("no article text");
    }
}
