package dateline.app;

import dateline.ingest.Intake;
import dateline.ingest.Settings;
import dateline.ingest.Taken;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.jsonl.ReportFile;
import dateline.pipeline.BundledLexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline ingest}: takes sources in once and adds their reports to a file. */
@Command(
        name = "ingest",
        description = "Takes files, folders and addresses in once and adds each report, once, to a file of JSON Lines.",
        footer = {
            "",
            "Example:",
            "  dateline ingest CC-NEWS.warc.gz -o reports.jsonl",
            "  dateline ingest https://coast.example/rss --contact desk@coast.example -o reports.jsonl"
        },
        exitCodeListHeading = "%nExit codes:%n")
final class IngestCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "SOURCE",
            arity = "1..*",
            description = "Files, folders, or http and https addresses of pages and feeds.")
    private List<String> sources = List.of();

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "Where reports are added.")
    private Path file = Path.of("");

    @Mixin
    private Outside outside = new Outside();

    IngestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Intake intake = new Intake(BundledLexicon.of("en"));
        Settings settings = new Settings(console.today(), Optional.empty(), console.in());
        boolean network = sources.stream().anyMatch(IngestCommand::isAddress);
        Optional<Fetcher> fetcher = network ? Optional.of(outside.fetcher()) : Optional.empty();
        List<Taken> bad = new ArrayList<>();
        try (ReportFile reports = new ReportFile(file)) {
            Tally tally = new Tally(reports, console, bad);
            for (String source : sources) {
                if (isAddress(source) && fetcher.isPresent()) {
                    switch (fetcher.get().fetch(source, Fetcher.Known.nothing())) {
                        case Fetched.Document document -> intake.fetched(document, settings, tally);
                        case Fetched.Failed failed -> tally.accept(new Taken.Rejected(source, "", failed.why()));
                        case Fetched.Unchanged unchanged ->
                            tally.accept(new Taken.Rejected(source, "", "the server sent nothing"));
                    }
                } else {
                    intake.read(List.of(Path.of(source)), settings).forEach(tally);
                }
            }
            console.say(tally.sentence());
            return tally.exit();
        } catch (IOException | java.io.UncheckedIOException failure) {
            console.say(file + " could not be read or written.");
            return Exit.NOT_WRITTEN;
        }
    }

    private static boolean isAddress(String source) {
        return source.matches("(?i)[a-z][a-z0-9+.-]+://.*");
    }

    /** Adds what was accepted, says what was not, and counts. */
    static final class Tally implements Consumer<Taken> {
        private final ReportFile reports;
        private final Console console;
        private final List<Taken> bad;
        private int added;
        private int known;

        Tally(ReportFile reports, Console console, List<Taken> bad) {
            this.reports = reports;
            this.console = console;
            this.bad = bad;
        }

        @Override
        public void accept(Taken taken) {
            switch (taken) {
                case Taken.Accepted accepted -> {
                    try {
                        if (reports.add(accepted.report())) {
                            added++;
                        } else {
                            known++;
                        }
                    } catch (IOException failure) {
                        throw new java.io.UncheckedIOException(failure);
                    }
                }
                case Taken.Rejected rejected -> {
                    bad.add(rejected);
                    console.say(rejected.sentence());
                }
                case Taken.Repeated repeated -> known++;
            }
        }

        String sentence() {
            return added + " reports added, " + known + " known already, " + bad.size() + " left out.";
        }

        int exit() {
            return bad.isEmpty() ? Exit.FINE : added + known == 0 ? Exit.NOTHING_READ : Exit.SOME_LEFT_OUT;
        }
    }
}
