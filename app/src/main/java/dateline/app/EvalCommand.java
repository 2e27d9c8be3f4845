package dateline.app;

import dateline.eval.Scores;
import dateline.eval.Task;
import dateline.eval.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline eval}: one measure on data the user has. */
@Command(
        name = "eval",
        description =
                "Takes one measure: finds the files of its kind below DIR, prints the figure and what others have reached.",
        footer = {"", "Example:", "  dateline eval accounts --data clusters/ --json"},
        exitCodeListHeading = "%nExit codes:%n")
final class EvalCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "TASK", description = "The measure; an unknown one lists all.")
    private String task = "";

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Where the data lies.")
    private Path data = Path.of(".");

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Write the raw predictions there, one JSON object a line.")
    private Optional<Path> predictions = Optional.empty();

    EvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Task> named = Tasks.named(task);
        if (named.isEmpty()) {
            console.say("there is no measure '" + task + "'; there are "
                    + String.join(", ", Tasks.all().stream().map(Task::name).toList()) + ".");
            return Exit.USAGE;
        }
        Optional<String> obstacle = predictions.flatMap(Output::obstacle);
        if (obstacle.isPresent()) {
            console.say(obstacle.get() + ".");
            return Exit.NOT_WRITTEN;
        }
        try {
            Scores scores = named.get().run(data, predictions, console.err());
            console.out().print(json ? scores.json() + "\n" : scores.text());
            console.out().flush();
            return Exit.FINE;
        } catch (IOException failure) {
            console.say(failure.getMessage() + ".");
            return Exit.NOTHING_READ;
        }
    }
}
