package dateline.app;

import dateline.ingest.Intake;
import dateline.ingest.Settings;
import dateline.ingest.Taken;
import dateline.pipeline.BundledLexicon;
import dateline.report.Report;
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
        boolean leftOut = false;
        for (Taken taken : new Intake(BundledLexicon.of("en")).read(paths, settings)) {
            switch (taken) {
                case Taken.Accepted accepted -> {
                    reports.add(accepted.report());
                    accepted.report()
                            .notes()
                            .forEach(note -> console.say(accepted.report().file() + ": " + note + "."));
                }
                case Taken.Rejected rejected -> {
                    leftOut = true;
                    console.say(rejected.sentence());
                }
                case Taken.Repeated repeated -> console.say(repeated.sentence());
            }
        }
        return new Inputs(List.copyOf(reports), leftOut);
    }
}
