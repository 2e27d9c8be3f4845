package dateline.app;

import dateline.archive.Archive;
import dateline.archive.ArchiveTrouble;
import dateline.ingest.jsonl.ReportFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where reports that are taken in are kept: an archive, a file, or both. */
final class Keeping {
    @Option(names = "-o", paramLabel = "FILE", description = "A file of JSON Lines that reports are added to.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--archive",
            paramLabel = "PLACE",
            description = {
                "An archive that reports are kept in, with what was refused: a folder,",
                "or a database that several share: postgresql://user:password@host/name."
            })
    private Optional<String> archive = Optional.empty();

    /** Opens both, or says why not. */
    Tally open(Console console) throws IOException {
        if (file.isEmpty() && archive.isEmpty()) {
            throw new WrongUsage("where the reports go is missing: --archive PLACE, -o FILE, or both");
        }
        Optional<Archive> opened = archive.isPresent()
                ? Optional.of(Archive.open(ArchiveOption.location(archive.get())))
                : Optional.empty();
        try {
            return new Tally(
                    file.isPresent() ? Optional.of(new ReportFile(file.get())) : Optional.empty(), opened, console);
        } catch (IOException | RuntimeException failure) {
            opened.ifPresent(Archive::close);
            throw failure;
        }
    }

    int notKept(Exception failure, Console console) {
        Throwable cause = failure.getCause() instanceof ArchiveTrouble trouble ? trouble : failure;
        console.say(
                cause instanceof ArchiveTrouble
                        ? cause.getMessage() + "."
                        : file.map(Path::toString)
                                        .or(() -> archive.map(each -> "the archive"))
                                        .orElse("the file") + " could not be read or written.");
        return Exit.NOT_WRITTEN;
    }
}
