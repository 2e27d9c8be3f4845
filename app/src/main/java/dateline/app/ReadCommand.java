package dateline.app;

import dateline.analysis.Analysis;
import dateline.ingest.Settings;
import dateline.ingest.text.Moment;
import dateline.present.html.ReadHtml;
import dateline.present.text.ReadPage;
import dateline.present.text.TextStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        footer = {
            "",
            "Example:",
            "  dateline read reports/001.txt",
            "  dateline read reports/001.txt --format html -o 001.html"
        },
        exitCodeListHeading = "%nExit codes:%n")
final class ReadCommand implements Callable<Integer> {
    private final Console console;
    private final Newsroom.Door door;

    /** The forms in which one report as it was read can be had. */
    enum Form {
        TEXT,
        HTML;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "FILE", description = "A report (.txt, .html), or - for standard input.")
    private Path file = Path.of("-");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. By default text, or what the name after -o says.")
    private Optional<Form> format = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to FILE instead of standard output.")
    private Optional<Path> output = Optional.empty();

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
        Optional<Moment> moment = Moments.of(published, "--published");
        if (Files.isDirectory(file)) {
            throw new WrongUsage(file + " is a folder; name one report in it");
        }
        Form form = format.or(() -> output.map(ReadCommand::formOf)).orElse(Form.TEXT);
        Optional<String> obstacle = output.flatMap(Output::obstacle);
        if (obstacle.isPresent()) {
            console.say(obstacle.get() + ".");
            return Exit.NOT_WRITTEN;
        }
        Inputs inputs = Inputs.read(List.of(file), new Settings(console.today(), moment, console.in()), console);
        if (inputs.reports().isEmpty()) {
            return Exit.NOTHING_READ;
        }
        try (Newsroom newsroom = door.open()) {
            TextStyle style = new TextStyle(console.width(), console.terminal() && output.isEmpty() && !noColour, true);
            StringBuilder text = new StringBuilder();
            for (Analysis analysis : newsroom.analyse(
                    inputs.reports(), new Progress(console, inputs.reports().size()))) {
                text.append(
                        switch (form) {
                            case TEXT -> ReadPage.render(analysis, style);
                            case HTML -> ReadHtml.render(analysis);
                        });
            }
            return Output.deliver(
                    text.toString(), output, console, inputs.someLeftOut() ? Exit.SOME_LEFT_OUT : Exit.FINE);
        } catch (Newsroom.Closed closed) {
            console.say(closed.getMessage() + ".");
            return Exit.NOT_RUNNABLE;
        }
    }

    private static Form formOf(Path file) {
        return Format.ofFile(file).filter(Format.HTML::equals).isPresent() ? Form.HTML : Form.TEXT;
    }
}
