package dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.account.Account;
import dateline.analysis.Analysis;
import dateline.codec.AccountJson;
import dateline.codec.AccountSchema;
import dateline.ingest.Intake;
import dateline.ingest.Settings;
import dateline.ingest.Taken;
import dateline.pipeline.BundledLexicon;
import dateline.present.text.TextPage;
import dateline.present.text.TextStyle;
import dateline.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden stories, read for real: the account differs from the one written by hand by exactly what {@code known-gaps.diff}
 * records, so that a gap can neither grow nor close unseen. {@code -Dgolden.write} records the gaps anew.
 */
class GoldenStoriesTest {
    private static final Path STORIES = Path.of("..", "stories");
    private static Newsroom newsroom;

    @BeforeAll
    static void open() throws Newsroom.Closed {
        newsroom = ReaderNewsroom.open();
    }

    @AfterAll
    static void close() {
        newsroom.close();
    }

    static List<Path> stories() throws IOException {
        try (Stream<Path> folders = Files.list(STORIES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyFolderIsWhole(Path story) {
        assertThat(story.resolve("origin.md")).exists();
        assertThat(story.resolve("account.txt")).exists();
        assertThat(story.resolve("reports")).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void differsFromTheEditorsAccountByTheKnownGapsOnly(Path story) throws IOException {
        List<String> wanted = Files.readAllLines(story.resolve("account.txt"), StandardCharsets.UTF_8);
        List<Analysis> analyses = newsroom.analyse(reports(story), done -> {});
        String made = TextPage.render(
                newsroom.account(analyses, List.of(), Optional.empty()), new TextStyle(80, false, true));
        String readings = "readings " + digest(analyses) + "\n";
        String gaps = readings + LineDiff.of(wanted, made.lines().toList());
        Path known = story.resolve("known-gaps.diff");
        if (System.getProperty("golden.write") != null) {
            Files.writeString(known, gaps, StandardCharsets.UTF_8);
        }
        String recorded = Files.readString(known, StandardCharsets.UTF_8);
        // Another processor may read a word otherwise in the last digit: then the record says nothing about this
        // machine.
        assumeTrue(
                recorded.startsWith(readings),
                "the model reads these reports otherwise on this processor than where the gaps were recorded");
        assertThat(gaps)
                .as(
                        "how the account of %s differs from account.txt; read it, then record it with -Dgolden.write",
                        story.getFileName())
                .isEqualTo(recorded);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void keepsTheFormatAndEveryQuotationStandsInItsReport(Path story) throws IOException {
        List<Report> reports = reports(story);
        assertThat(AccountSchema.problems(AccountJson.write(account(reports), reports)))
                .isEmpty();
    }

    @Test
    void otherOrderAndOtherNamesGiveTheSameBytes() throws IOException {
        List<Report> reports = reports(STORIES.resolve("ferry-occupation"));
        String first = AccountJson.write(account(reports), reports);
        List<Report> renamed = new ArrayList<>();
        for (Report report : reports) {
            renamed.add(new Report(
                    report.id(),
                    "x" + (100 - renamed.size()) + ".txt",
                    report.text(),
                    report.body(),
                    report.published(),
                    report.publishedAt(),
                    report.outlet(),
                    report.title(),
                    report.address(),
                    report.notes()));
        }
        Collections.reverse(renamed);
        String second = AccountJson.write(account(renamed), renamed);
        assertThat(second.replaceAll("\"file\": \"[^\"]*\"", ""))
                .isEqualTo(first.replaceAll("\"file\": \"[^\"]*\"", ""));
    }

    private static Account account(List<Report> reports) {
        List<Analysis> analyses = newsroom.analyse(reports, done -> {});
        return newsroom.account(analyses, List.of(), Optional.empty());
    }

    private static List<Report> reports(Path story) {
        List<Report> reports = new ArrayList<>();
        for (Taken taken : new Intake(BundledLexicon.of("en"))
                .read(List.of(story.resolve("reports")), Settings.of(LocalDate.of(2100, 1, 1)))) {
            assertThat(taken).isInstanceOf(Taken.Accepted.class);
            reports.add(((Taken.Accepted) taken).report());
        }
        return reports;
    }

    /** A digest of all that the model saw in the reports. */
    private static String digest(List<Analysis> analyses) {
        StringBuilder seen = new StringBuilder();
        for (Analysis analysis : analyses) {
            for (int i = 0; i < analysis.trees().size(); i++) {
                for (int word = 0; word < analysis.trees().get(i).size(); word++) {
                    seen.append(analysis.trees().get(i).reading(word));
                }
                seen.append(analysis.vectors().get(i).hashCode());
            }
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(seen.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
