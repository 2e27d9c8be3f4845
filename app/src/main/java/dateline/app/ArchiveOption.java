package dateline.app;

import dateline.archive.Location;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which archive a command is about. */
final class ArchiveOption {
    @Option(
            names = "--archive",
            paramLabel = "PLACE",
            description = {
                "A folder, or a database that several share: postgresql://user:password@host/name.",
                "By default what DATELINE_ARCHIVE says, else the folder dateline-archive."
            })
    private Optional<String> place = Optional.empty();

    Location location() {
        return location(place.or(() -> Optional.ofNullable(System.getenv("DATELINE_ARCHIVE")))
                .orElse("dateline-archive"));
    }

    static Location location(String words) {
        try {
            return Location.of(words);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(String.valueOf(wrong.getMessage()));
        }
    }
}
