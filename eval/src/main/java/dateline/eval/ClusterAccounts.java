package dateline.eval;

import dateline.analysis.Analysis;
import dateline.ingest.Intake;
import dateline.ingest.Settings;
import dateline.ingest.Taken;
import dateline.pipeline.BundledLexicon;
import dateline.pipeline.Pipeline;
import dateline.reader.EmbeddedRunner;
import dateline.reader.Reader;
import dateline.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the account of a folder of text reports the way the command line does, all reports taken as one story. */
final class ClusterAccounts implements AccountsTask.Maker {
    /** Later than any report under measure, so that none is said to lie in the future. */
    private static final LocalDate TODAY = LocalDate.of(2100, 1, 1);

    @Override
    public AccountsTask.Made make(Path folder, PrintStream progress) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        List<Report> reports = new ArrayList<>();
        for (Taken taken : new Intake(BundledLexicon.of("en")).read(files, Settings.of(TODAY))) {
            if (taken instanceof Taken.Accepted accepted) {
                reports.add(accepted.report());
            } else {
                progress.println("accounts: " + folder + ": " + taken);
            }
        }
        try (EmbeddedRunner runner = new EmbeddedRunner(Reader.open(), Pipeline.bundled())) {
            List<Analysis> analyses =
                    runner.analyse(reports, Runtime.getRuntime().availableProcessors(), done -> {});
            return new AccountsTask.Made(runner.account(analyses, List.of(), Optional.empty()), reports);
        }
    }
}
