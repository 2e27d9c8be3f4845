package dateline.app;

import dateline.archive.Archive;
import dateline.archive.Verification;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dateline verify}. */
@Command(
        name = "verify",
        description = "Recomputes everything that an archive keeps and names the first entry that does not hold.",
        footer = {"", "Example:", "  dateline verify --archive desk/"},
        exitCodeListHeading = "%nExit codes:%n")
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "A head that was written down earlier: says whether all that was kept then is still kept.")
    private Optional<String> head = Optional.empty();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Archive open = Archive.openToRead(archive.location())) {
            Verification verified = Verification.of(open);
            if (verified.broken().isPresent()) {
                console.say(verified.broken().get().sentence() + ".");
                return Exit.BROKEN;
            }
            if (head.isPresent() && !Verification.wasHead(open, head.get())) {
                console.say("no entry of the log has the hash " + head.get()
                        + "; what was kept when it was written down is not all kept now.");
                return Exit.BROKEN;
            }
            Archive.Counts counts = open.counts();
            console.out().println("all " + verified.entries() + " entries hold");
            console.out()
                    .println("reports  " + counts.reports() + " (" + counts.texts() + " with revisions), refused "
                            + counts.refusals());
            console.out().println("head     " + verified.head());
            console.out().println("content  " + verified.content());
            console.out().flush();
            return Exit.FINE;
        } catch (IOException trouble) {
            console.say(trouble.getMessage() + ".");
            return Exit.NOTHING_READ;
        }
    }
}
