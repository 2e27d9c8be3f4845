package dateline.app;

import dateline.analysis.Analysis;
import dateline.report.Report;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline stories}. */
@Command(
        name = "stories",
        description =
                "Lists the stories that the reports of an archive tell; 'account --story N' gives the account of one.",
        footer = {"", "Example:", "  dateline stories --archive desk/", "  dateline account --archive desk/ --story 2"},
        exitCodeListHeading = "%nExit codes:%n")
final class StoriesCommand implements Callable<Integer> {
    private final Console console;
    private final Newsroom.Door door;

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    StoriesCommand(Console console, Newsroom.Door door) {
        this.console = console;
        this.door = door;
    }

    @Override
    public Integer call() {
        List<Report> reports;
        try {
            reports = Inputs.of(archive.location()).reports();
        } catch (IOException trouble) {
            console.say(trouble.getMessage() + ".");
            return Exit.NOTHING_READ;
        }
        if (reports.isEmpty()) {
            console.say("the archive holds no report.");
            return Exit.NOTHING_READ;
        }
        try (Newsroom newsroom = door.open()) {
            List<Analysis> analyses = newsroom.analyse(reports, new Progress(console, reports.size()));
            int number = 0;
            for (List<Integer> story : newsroom.stories(analyses)) {
                number++;
                List<Report> of = story.stream().sorted().map(reports::get).toList();
                console.out().println(number + ". " + line(of));
            }
            console.out().flush();
            return Exit.FINE;
        } catch (Newsroom.Closed closed) {
            console.say(closed.getMessage() + ".");
            return Exit.NOT_RUNNABLE;
        }
    }

    /** Days of the first and last report, how many there are, and the first one's headline or name. */
    private static String line(List<Report> story) {
        List<LocalDate> days = story.stream()
                .flatMap(each -> each.published().stream())
                .sorted()
                .toList();
        String time = days.isEmpty()
                ? "undated"
                : days.getFirst().equals(days.getLast())
                        ? days.getFirst().toString()
                        : days.getFirst() + " to " + days.getLast();
        Report first = story.getFirst();
        return time + ", " + story.size() + (story.size() == 1 ? " report: " : " reports, the first: ")
                + first.title().orElse(first.file());
    }
}
