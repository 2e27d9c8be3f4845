package dateline.app;

import dateline.archive.Archive;
import dateline.archive.Copy;
import dateline.archive.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline backup}. */
@Command(
        name = "backup",
        description =
                "Copies an archive into a new folder, also while another program writes to it, and verifies the copy.",
        footer = {"", "Example:", "  dateline backup --archive desk/ desk-monday/"},
        exitCodeListHeading = "%nExit codes:%n")
final class BackupCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Parameters(paramLabel = "FOLDER", description = "The new folder.")
    private Path folder = Path.of("");

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Archive open = Archive.openToRead(archive.location())) {
            Verification verified = Copy.backup(open, folder, Rows.on(console, "copied"));
            console.out().println(folder + ": " + verified.entries() + " entries, head " + verified.head());
            console.out().flush();
            return Exit.FINE;
        } catch (IOException trouble) {
            console.say(trouble.getMessage() + ".");
            return Exit.NOT_WRITTEN;
        }
    }
}
