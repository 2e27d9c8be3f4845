package dateline.app;

import dateline.archive.Archive;
import dateline.archive.Export;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline export}. */
@Command(
        name = "export",
        description = "Writes an archive as WARC and JSON Lines, from which 'dateline restore' builds an equal one.",
        footer = {"", "Example:", "  dateline export --archive desk/ desk-export/"},
        exitCodeListHeading = "%nExit codes:%n")
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Parameters(paramLabel = "FOLDER", description = "The new folder: reports.warc.gz and archive.jsonl.")
    private Path folder = Path.of("");

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Archive open = Archive.openToRead(archive.location())) {
            Export.write(open, folder, Rows.on(console, "exported"));
            return Exit.FINE;
        } catch (IOException trouble) {
            console.say(trouble.getMessage() + ".");
            return Exit.NOT_WRITTEN;
        }
    }
}
