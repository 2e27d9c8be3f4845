package dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.account.Account;
import dateline.analysis.Analysis;
import dateline.analysis.layout.Layout;
import dateline.analysis.text.Segmented;
import dateline.reconcile.decision.Decision;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.story.Placement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program from its command line to what it prints, with a newsroom that understands nothing. */
class MainTest {
    private static final String WORDS = "Dockers in Norhaven walked out on Tuesday, the harbour office said.";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> accountOf = new ArrayList<>();
    private boolean opened;

    private int run(String... arguments) {
        return runWith("", arguments);
    }

    private int runWith(String standardInput, String... arguments) {
        return runWith(
                standardInput,
                () -> {
                    opened = true;
                    return new StandIn();
                },
                arguments);
    }

    private int runWith(String standardInput, Newsroom.Door door, String... arguments) {
        out.reset();
        err.reset();
        accountOf.clear();
        opened = false;
        Console console = new Console(
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2031-06-01T12:00:00Z"), ZoneOffset.UTC),
                false,
                false,
                80);
        return Main.run(console, door, folder, arguments);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private String good(String name) throws IOException {
        return write(name, " date 2031-03-05 " + WORDS + " (" + name + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "account", "read", "eval", "demo", "verify", "backup", "restore", "export", "ingest", "watch",
                "stories"
            })
    void everyCommandHasHelpAnExampleAndTheExitCodes(String command) {
        assertThat(command.isEmpty() ? run("--help") : run(command, "--help")).isZero();
        assertThat(printed()).contains("Example:").contains("Exit codes:").contains("some inputs were left out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acount",
                "account",
                "account x --nonsense",
                "account x --format xml",
                "account x --published 2031-02-30",
                "account x --as-of soon",
                "read",
                "read x --format json",
                "read x --published 2031-13-01",
                "read .",
                "eval accounts",
                "ingest x",
                "account x --archive y",
                "account --archive y --published 2031-03-05",
                "demo nowhere"
            })
    void aWrongCommandLineIsSaidInOneSentence(String line) throws IOException {
        good("stories/a/reports/001.txt");
        assertThat(line.isEmpty() ? run() : run(line.split(" "))).isEqualTo(Exit.USAGE);
        assertThat(said()).startsWith("dateline: ").doesNotContain("Exception");
        assertThat(said().lines().count()).isLessThanOrEqualTo(3);
        assertThat(opened).isFalse();
    }

    @Test
    void oneGoodReportGivesAnAccount() throws IOException {
        assertThat(run("account", good("a.txt"))).isZero();
        assertThat(printed()).contains("A STORY");
        assertThat(said()).isEmpty();
    }

    @Test
    void badInputIsNamedAndTheRestIsStillRead() throws IOException {
        good("in/a.txt");
        write("in/empty.txt", "");
        write("in/scan.txt", "%PDF-1.7\n1 0 obj");
        write("in/photo.png", "GIF89a");
        write(
                "in/deutsch.txt",
                " date 2031-03-05 Die Hafenarbeiter haben am Dienstag die Arbeit niedergelegt, und sie sind nicht zurück.");
        write("in/twice.txt", " date 2031-03-05 " + WORDS + " (in/a.txt)");
        assertThat(run("account", folder.resolve("in").toString())).isEqualTo(Exit.SOME_LEFT_OUT);
        assertThat(said().lines())
                .anyMatch(line -> line.contains("empty.txt") && line.contains("empty"))
                .anyMatch(line -> line.contains("scan.txt") && line.contains("a PDF"))
                .anyMatch(line -> line.contains("photo.png") && line.contains("picture"))
                .anyMatch(line -> line.contains("deutsch.txt") && line.contains("German"))
                .anyMatch(line -> line.contains("twice.txt") && line.contains("same bytes as a.txt"));
        assertThat(accountOf).containsExactly("a.txt");
    }

    @Test
    void nothingReadableIsExitOneWithoutOpeningTheReader() throws IOException {
        assertThat(run("account", folder.resolve("none.txt").toString())).isEqualTo(Exit.NOTHING_READ);
        assertThat(said()).contains("no such file");
        Files.createDirectories(folder.resolve("bare"));
        assertThat(run("account", folder.resolve("bare").toString())).isEqualTo(Exit.NOTHING_READ);
        assertThat(said()).contains("holds no report");
        assertThat(opened).isFalse();
    }

    @Test
    void anUndatedReportIsTakenAndSaid() throws IOException {
        assertThat(run("account", write("a.txt", WORDS))).isZero();
        assertThat(said()).contains("a.txt").contains("no date");
        assertThat(runWith(WORDS, "account", "-", "--published", "2031-03-05")).isZero();
        assertThat(accountOf).containsExactly("-");
    }

    @Test
    void anOutputThatCannotBeWrittenIsFoundOutFirst() throws IOException {
        assertThat(run(
                        "account",
                        good("a.txt"),
                        "-o",
                        folder.resolve("none/x.json").toString()))
                .isEqualTo(Exit.NOT_WRITTEN);
        assertThat(said()).contains("there is no folder");
        assertThat(run("account", good("a.txt"), "-o", folder.toString())).isEqualTo(Exit.NOT_WRITTEN);
        assertThat(opened).isFalse();
    }

    @Test
    void anOutputIsWholeAndTakesItsFormFromItsName() throws IOException {
        Path file = folder.resolve("account.json");
        assertThat(run("account", good("a.txt"), "-o", file.toString())).isZero();
        assertThat(Files.readString(file)).contains("\"dateline/account/1\"");
        assertThat(printed()).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.txt", "account.json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html", "md", "csv", "geojson"})
    void everyFormatIsWritten(String format) throws IOException {
        assertThat(run("account", good("a.txt"), "--format", format)).isZero();
        assertThat(printed()).isNotBlank();
    }

    @Test
    void aReportAsItWasReadIsAlsoAPage() throws IOException {
        assertThat(run("read", good("a.txt"), "--format", "html")).isZero();
        assertThat(printed()).startsWith("<!doctype html>");
        Path page = folder.resolve("a.html");
        assertThat(run("read", good("a.txt"), "-o", page.toString())).isZero();
        assertThat(Files.readString(page)).startsWith("<!doctype html>");
        assertThat(printed()).isEmpty();
        assertThat(run(
                        "read",
                        good("a.txt"),
                        "-o",
                        folder.resolve("none/a.html").toString()))
                .isEqualTo(Exit.NOT_WRITTEN);
    }

    @Test
    void aWrongFormIsNamedWithTheRightOnes() throws IOException {
        assertThat(run("account", good("a.txt"), "--format", "xml")).isEqualTo(Exit.USAGE);
        assertThat(said()).contains("--format: 'xml' is none of text, json, html, md, csv, geojson.");
    }

    @Test
    void unrelatedStoriesAreListedAndOneIsChosen() throws IOException {
        String first = good("a.txt");
        String second = write(
                "other.txt", " date 2031-03-06 A glacier broke off above Osmark on Thursday, the valley office said.");
        assertThat(run("account", first, second)).isEqualTo(Exit.SOME_LEFT_OUT);
        assertThat(said())
                .contains("2 stories")
                .contains("--story")
                .contains("1. " + first)
                .contains("2. " + second);
        assertThat(run("account", first, second, "--story", "2")).isEqualTo(Exit.SOME_LEFT_OUT);
        assertThat(accountOf).containsExactly(second);
        assertThat(run("account", first, second, "--story", "3")).isEqualTo(Exit.USAGE);
    }

    @Test
    void whatWasPublishedLaterIsNotInAnEarlierAccount() throws IOException {
        String early = good("a.txt");
        String late = write("b.txt", " date 2031-03-09 " + WORDS);
        assertThat(run("account", early, late, "--as-of", "2031-03-06")).isEqualTo(Exit.SOME_LEFT_OUT);
        assertThat(accountOf).containsExactly(early);
        assertThat(said()).contains("b.txt").contains("after 2031-03-06");
    }

    @Test
    void decisionsAreReadAndWrongOnesAreRefused() throws IOException {
        String right = write(
                "right.json",
                "[{\"kind\":\"merge-entities\",\"of\":[\"A\",\"B\"],\"author\":\"mara\",\"reason\":\"same body\"}]");
        assertThat(run("account", good("a.txt"), "--decisions", right)).isZero();
        String wrong = write("wrong.json", "[{\"kind\":\"mend\",\"of\":\"A\",\"author\":\"mara\",\"reason\":\"x\"}]");
        assertThat(run("account", good("a.txt"), "--decisions", wrong)).isEqualTo(Exit.USAGE);
        assertThat(said()).contains("decision 1").contains("mend").contains("merge-entities");
        assertThat(run("account", good("a.txt"), "--decisions", write("no.json", "not json")))
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void theDemoReadsABundledStoryWithoutComplainingOfItsFutureDate() throws IOException {
        write("stories/a/reports/001.txt", " date 2035-03-05 " + WORDS);
        assertThat(run("demo")).isZero();
        assertThat(said()).contains("demo-a.html").doesNotContain("future");
        assertThat(accountOf).containsExactly("001.txt");
        Path page = folder.resolve("page.html");
        assertThat(run("demo", "a", "--page", page.toString())).isZero();
        assertThat(Files.readString(page)).contains("<html");
    }

    @Test
    void saysWhyAReportStandsWhereItStands() throws IOException {
        Path report = Files.writeString(
                folder.resolve("why.txt"), " date 2031-03-05 The glacier broke off at noon on Tuesday.");
        assertThat(run("why", report.toString())).isZero();
        assertThat(printed()).contains("why.txt (2031-03-05) founds a story.");
        assertThat(run("why", folder.resolve("nothing.txt").toString())).isEqualTo(Exit.NOTHING_READ);
    }

    @Test
    void anArchiveGivesTheAccountOfTheFolderItWasFilledFrom() throws IOException {
        String story = Path.of("..", "stories", "level-crossing", "reports").toString();
        String archive = folder.resolve("desk").toString();
        int count;
        try (var files = Files.list(Path.of(story))) {
            count = (int) files.filter(each -> each.toString().endsWith(".txt")).count();
        }
        assertThat(run("ingest", story, "--archive", archive)).isZero();
        assertThat(said()).contains(count + " accepted, 0 unchanged, 0 revisions, 0 refused");
        assertThat(run("verify", "--archive", archive)).isZero();
        String verified = printed();
        assertThat(verified).contains("entries hold").contains("reports  " + count);

        assertThat(run("ingest", story, "--archive", archive)).isZero();
        assertThat(said()).contains("0 accepted, " + count + " unchanged, 0 revisions, 0 refused");
        assertThat(run("verify", "--archive", archive)).isZero();
        assertThat(printed()).isEqualTo(verified);

        int exit = runWith("", ReaderNewsroom::open, "account", story, "--format", "json");
        String ofFolder = printed();
        assertThat(ofFolder).contains("\"events\"");
        assertThat(runWith("", ReaderNewsroom::open, "account", "--archive", archive, "--format", "json"))
                .isEqualTo(exit);
        assertThat(printed()).isEqualTo(ofFolder);
    }

    @Test
    void aChangedFileIsARevisionAndWhatIsRefusedIsKept() throws IOException {
        String archive = folder.resolve("desk").toString();
        good("in/a.txt");
        good("other/a.txt");
        write("in/b.txt", " date 2031-03-06 A glacier broke off above Osmark on Thursday, the valley office said.");
        write("in/empty.txt", "");
        assertThat(run(
                        "ingest",
                        folder.resolve("in").toString(),
                        folder.resolve("other").toString(),
                        "--archive",
                        archive))
                .isEqualTo(Exit.SOME_LEFT_OUT);
        assertThat(said()).contains("3 accepted, 0 unchanged, 0 revisions, 1 refused");
        write("in/b.txt", " date 2031-03-06 A glacier broke off above Osmark on Thursday; the road is open again.");
        assertThat(run("ingest", folder.resolve("in").toString(), "--archive", archive))
                .isEqualTo(Exit.SOME_LEFT_OUT);
        assertThat(said()).contains("0 accepted, 1 unchanged, 1 revisions, 1 refused");
        assertThat(run("verify", "--archive", archive)).isZero();
        assertThat(printed()).contains("refused 1");

        assertThat(run("stories", "--archive", archive)).isZero();
        assertThat(printed().lines())
                .containsExactly("1. 2031-03-05, 2 reports, the first: a.txt", "2. 2031-03-06, 1 report: b.txt");
        assertThat(run("account", "--archive", archive, "--story", "2")).isEqualTo(Exit.SOME_LEFT_OUT);
        assertThat(accountOf).containsExactly("b.txt");
        assertThat(run("account", "--archive", folder.resolve("none").toString()))
                .isEqualTo(Exit.NOTHING_READ);
    }

    /** Gives each report an empty analysis, parts stories by the word "glacier", and composes an account without events. */
    private final class StandIn implements Newsroom {
        @Override
        public List<Analysis> analyse(List<Report> reports, IntConsumer done) {
            List<Analysis> analyses = new ArrayList<>();
            for (Report report : reports) {
                Layout layout = new Layout(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                analyses.add(new Analysis(
                        new Segmented(report, layout, List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
                done.accept(analyses.size());
            }
            return analyses;
        }

        @Override
        public List<List<Integer>> stories(List<Analysis> analyses) {
            List<Integer> glacier = new ArrayList<>();
            List<Integer> harbour = new ArrayList<>();
            for (int i = 0; i < analyses.size(); i++) {
                (analyses.get(i).segmented().report().text().contains("glacier") ? glacier : harbour).add(i);
            }
            return List.of(harbour, glacier).stream()
                    .filter(each -> !each.isEmpty())
                    .toList();
        }

        @Override
        public Placement placement(List<Analysis> analyses, ReportId report) {
            return new Placement.Founds(report, Optional.empty());
        }

        @Override
        public Account account(List<Analysis> story, List<Decision> decisions, Optional<Instant> asOf) {
            story.forEach(each -> accountOf.add(each.segmented().report().file()));
            return new Account(
                    new Account.Story(
                            "s", "A story", Optional.empty(), Optional.empty(), Optional.empty(), story.size(), 0, 1),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }

        @Override
        public Map<String, Long> timings() {
            return Map.of();
        }

        @Override
        public void close() {}
    }
}
