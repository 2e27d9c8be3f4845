package dateline.app;

import dateline.archive.Archive;
import dateline.archive.Location;
import dateline.ingest.Intake;
import dateline.ingest.Settings;
import dateline.ingest.Taken;
import dateline.pipeline.BundledLexicon;
import dateline.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The reports that the paths gave, and whether any input was left out on the way. Everything odd has been said on standard
 * error by then.
 */
record Inputs(List<Report> reports, boolean someLeftOut) {
    static Inputs read(List<Path> paths, Settings settings, Console console) {
        List<Report> reports = new ArrayList<>();
        boolean[] leftOut = {false};
        new Intake(BundledLexicon.of("en")).read(paths, settings, taken -> {
            switch (taken) {
                case Taken.Accepted accepted -> {
                    reports.add(accepted.report());
                    accepted.report()
                            .notes()
                            .forEach(note -> console.say(accepted.report().file() + ": " + note + "."));
                }
                case Taken.Rejected rejected -> {
                    leftOut[0] = true;
                    console.say(rejected.sentence());
                }
                case Taken.Repeated repeated -> console.say(repeated.sentence());
            }
        });
        return new Inputs(List.copyOf(reports), leftOut[0]);
    }

    /** The reports that an archive holds now, in canonical order. @throws IOException with one sentence that says why not */
    static Inputs of(Location location) throws IOException {
        try (Archive archive = Archive.openToRead(location)) {
            List<Report> reports = new ArrayList<>();
            archive.eachReport(reports::add);
            return new Inputs(List.copyOf(reports), false);
        }
    }
}
