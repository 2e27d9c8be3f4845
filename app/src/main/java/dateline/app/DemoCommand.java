package dateline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline demo}: the account of a story written for this project. */
@Command(
        name = "demo",
        description = "Gives the account of one of the bundled stories, all of them fiction.",
        footer = {"", "Example:", "  dateline demo", "  dateline demo ferry-occupation"},
        exitCodeListHeading = "%nExit codes:%n")
final class DemoCommand implements Callable<Integer> {
    /** The stories play in years to come, so that nobody takes them for news; for once no date lies in the future. */
    private static final LocalDate TODAY = LocalDate.of(9999, 1, 1);

    /** The story with everything that is hard at once. */
    private static final String DEFAULT = "ferry-occupation";

    private final Console console;
    private final Newsroom.Door door;
    private final Path home;

    @Parameters(
            paramLabel = "STORY",
            arity = "0..1",
            description = "Which story; without it ferry-occupation, and the names of the others.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "Where the account is written as a page (by default into the folder of the build).")
    private Optional<Path> page = Optional.empty();

    DemoCommand(Console console, Newsroom.Door door, Path home) {
        this.console = console;
        this.door = door;
        this.home = home;
    }

    @Override
    public Integer call() {
        List<String> stories = stories();
        if (stories.isEmpty()) {
            console.say("there are no stories in " + home.resolve("stories")
                    + "; run dateline from its own folder, or set DATELINE_HOME to it.");
            return Exit.NOTHING_READ;
        }
        String chosen = name.orElse(stories.contains(DEFAULT) ? DEFAULT : stories.getFirst());
        if (!stories.contains(chosen)) {
            console.say("there is no story '" + chosen + "'; there are " + String.join(", ", stories) + ".");
            return Exit.USAGE;
        }
        if (name.isEmpty() && stories.size() > 1) {
            console.say("this is '" + chosen + "'; 'dateline demo NAME' shows another: "
                    + String.join(
                            ", ",
                            stories.stream()
                                    .filter(each -> !each.equals(chosen))
                                    .toList()) + ".");
        }
        return new AccountCommand(console, door)
                .run(
                        List.of(home.resolve("stories").resolve(chosen).resolve("reports")),
                        TODAY,
                        Optional.of(page.orElseGet(() -> place(chosen))));
    }

    /** The page goes where builds go: there no one misses it or commits it. */
    private Path place(String story) {
        Path folder = home.resolve("app").resolve("target");
        return (Files.isDirectory(folder) ? folder : home).resolve("demo-" + story + ".html");
    }

    private List<String> stories() {
        try (Stream<Path> folders = Files.list(home.resolve("stories"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("reports")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
