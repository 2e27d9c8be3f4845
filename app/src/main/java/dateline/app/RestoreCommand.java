package dateline.app;

import dateline.archive.Copy;
import dateline.archive.Export;
import dateline.archive.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline restore}. */
@Command(
        name = "restore",
        description = "Fills an empty archive from a backup or an export, and verifies it.",
        footer = {"", "Example:", "  dateline restore --archive desk/ desk-monday/"},
        exitCodeListHeading = "%nExit codes:%n")
final class RestoreCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Parameters(paramLabel = "FOLDER", description = "What backup or export wrote.")
    private Path folder = Path.of("");

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            Verification verified = Export.isOne(folder)
                    ? Export.rebuild(folder, archive.location(), Rows.on(console, "restored"))
                    : Copy.restore(folder, archive.location(), Rows.on(console, "restored"));
            if (verified.broken().isPresent()) {
                console.say("what was restored does not hold: "
                        + verified.broken().get().sentence() + ".");
                return Exit.BROKEN;
            }
            console.out().println(archive.location() + ": " + verified.entries() + " entries, head " + verified.head());
            console.out().flush();
            return Exit.FINE;
        } catch (IOException trouble) {
            console.say(trouble.getMessage() + ".");
            return Exit.NOT_WRITTEN;
        }
    }
}
