package dateline.app;

import dateline.analysis.Analysis;
import dateline.ingest.Settings;
import dateline.ingest.text.Moment;
import dateline.present.text.ReadPage;
import dateline.present.text.TextStyle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline read}: one report as it was read. */
@Command(
        name = "read",
        description =
                "Shows how one report was read: names, times, numbers, speakers, claims, and what was left out and why.",
        footer = {"", "Example:", "  dateline read reports/001.txt"},
        exitCodeListHeading = "%nExit codes:%n")
final class ReadCommand implements Callable<Integer> {
    private final Console console;
    private final Newsroom.Door door;

    @Parameters(paramLabel = "FILE", description = "A report, or - for standard input.")
    private Path file = Path.of("-");

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "Day or instant of publication, when the report carries none.")
    private Optional<String> published = Optional.empty();

    @Option(names = "--no-color", description = "No colour, even on a terminal.")
    private boolean noColour;

    ReadCommand(Console console, Newsroom.Door door) {
        this.console = console;
        this.door = door;
    }

    @Override
    public Integer call() {
        Optional<Moment> moment = published.flatMap(Moment::parse);
        if (published.isPresent() && moment.isEmpty()) {
            throw new WrongUsage("--published: '" + published.get() + "' is no day of the calendar (2024-03-05)");
        }
        Inputs inputs = Inputs.read(List.of(file), new Settings(console.today(), moment, console.in()), console);
        if (inputs.reports().isEmpty()) {
            return Exit.NOTHING_READ;
        }
        try (Newsroom newsroom = door.open()) {
            TextStyle style = new TextStyle(console.width(), console.terminal() && !noColour, true);
            for (Analysis analysis : newsroom.analyse(
                    inputs.reports(), new Progress(console, inputs.reports().size()))) {
                console.out().print(ReadPage.render(analysis, style));
            }
            console.out().flush();
            return inputs.someLeftOut() ? Exit.SOME_LEFT_OUT : Exit.FINE;
        } catch (Newsroom.Closed closed) {
            console.say(closed.getMessage() + ".");
            return Exit.NOT_RUNNABLE;
        }
    }
}
