package dateline.app;

import dateline.analysis.Analysis;
import dateline.ingest.Settings;
import dateline.present.text.PlacementPage;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.story.Placement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline why}: why a report stands in the story it stands in. */
@Command(
        name = "why",
        description = "Says which story a report belongs to among others, and why: what it shares with which report.",
        footer = {"", "Example:", "  dateline why reports/007.txt", "  dateline why new.txt --among reports/"},
        exitCodeListHeading = "%nExit codes:%n")
final class WhyCommand implements Callable<Integer> {
    private final Console console;
    private final Newsroom.Door door;

    @Parameters(paramLabel = "REPORT", description = "The report in question.")
    private Path file = Path.of("-");

    @Option(
            names = "--among",
            paramLabel = "PATH",
            arity = "1..*",
            description = "The other reports: files and folders. By default the folder that REPORT lies in.")
    private List<Path> among = List.of();

    WhyCommand(Console console, Newsroom.Door door) {
        this.console = console;
        this.door = door;
    }

    @Override
    public Integer call() {
        Settings settings = new Settings(console.today(), Optional.empty(), console.in());
        Inputs asked = Inputs.read(List.of(file), settings, console);
        if (asked.reports().isEmpty()) {
            return Exit.NOTHING_READ;
        }
        List<Path> others = among.isEmpty()
                ? List.of(Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(".")))
                : among;
        Inputs rest = Inputs.read(others, settings, console);
        Map<ReportId, Report> reports = new LinkedHashMap<>();
        List<Report> all = new ArrayList<>(asked.reports());
        all.addAll(rest.reports());
        all.forEach(report -> reports.putIfAbsent(report.id(), report));
        try (Newsroom newsroom = door.open()) {
            List<Report> each = List.copyOf(reports.values());
            List<Analysis> analyses = newsroom.analyse(each, new Progress(console, each.size()));
            Placement placement = newsroom.placement(analyses, each.get(0).id());
            console.out().print(PlacementPage.render(placement, reports));
            console.out().flush();
            return rest.someLeftOut() ? Exit.SOME_LEFT_OUT : Exit.FINE;
        } catch (Newsroom.Closed closed) {
            console.say(closed.getMessage() + ".");
            return Exit.NOT_RUNNABLE;
        }
    }
}
