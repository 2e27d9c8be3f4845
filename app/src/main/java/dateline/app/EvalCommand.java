package dateline.app;

import dateline.eval.EvaluationPage;
import dateline.eval.Floors;
import dateline.eval.Scores;
import dateline.eval.Task;
import dateline.eval.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @Parameters(paramLabel = "TASK", description = "The measure, or 'all'; an unknown one lists them.")
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

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "With TASK 'all': write the figures of all measures there as a Markdown page.")
    private Optional<Path> page = Optional.empty();

    @Option(
            names = "--raise",
            description = "With TASK 'all': lift the floors in eval/floors.tsv to just under what was reached.")
    private boolean raise;

    EvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (task.equals("all")) {
            return all();
        }
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

    /** Every measure that finds data; the page, the floors. */
    private int all() {
        List<Scores> taken = new ArrayList<>();
        for (Task each : Tasks.all()) {
            try {
                console.say("taking " + each.name() + " ...");
                Scores scores = each.run(data, Optional.empty(), console.err());
                taken.add(scores);
                console.out().print(json ? scores.json() + "\n" : scores.text());
                console.out().flush();
            } catch (IOException nothing) {
                console.say("left out " + each.name() + ": " + nothing.getMessage() + ".");
            }
        }
        try {
            Floors floors = Floors.in(Path.of("eval", "floors.tsv"));
            List<String> broken = taken.stream()
                    .flatMap(scores -> floors.broken(scores).stream())
                    .toList();
            broken.forEach(each -> console.say("below its floor: " + each + "."));
            if (raise) {
                taken.forEach(floors::raise);
                floors.write();
            }
            if (page.isPresent()) {
                Files.writeString(
                        page.get(),
                        EvaluationPage.render(
                                taken,
                                floors,
                                List.of(
                                        "Data: the folders of `shared/data`; held-out sets are scored elsewhere.",
                                        "Java " + Runtime.version().feature() + ", "
                                                + Runtime.getRuntime().availableProcessors()
                                                + " processors, one run.")));
            }
            return broken.isEmpty() ? Exit.FINE : Exit.NOTHING_READ;
        } catch (IOException failure) {
            console.say(failure.getMessage() + ".");
            return Exit.NOT_WRITTEN;
        }
    }
}
