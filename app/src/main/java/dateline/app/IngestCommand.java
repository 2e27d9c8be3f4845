package dateline.app;

import dateline.ingest.Intake;
import dateline.ingest.Settings;
import dateline.ingest.Taken;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.fetch.Fetcher;
import dateline.pipeline.BundledLexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dateline ingest}: takes sources in once and keeps their reports in an archive or a file. */
@Command(
        name = "ingest",
        description = {
            "Takes files, folders and addresses in once and keeps each report, once, in an archive,",
            "in a file of JSON Lines, or in both."
        },
        footer = {
            "",
            "Example:",
            "  dateline ingest my-reports/ --archive desk/",
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

    @Mixin
    private Keeping keeping = new Keeping();

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
        try (Tally tally = keeping.open(console)) {
            for (String source : sources) {
                tally.of(source);
                if (isAddress(source) && fetcher.isPresent()) {
                    switch (fetcher.get().fetch(source, Fetcher.Known.nothing())) {
                        case Fetched.Document document -> intake.fetched(document, settings, tally);
                        case Fetched.Failed failed -> tally.accept(new Taken.Rejected(source, "", failed.why()));
                        case Fetched.Unchanged unchanged ->
                            tally.accept(new Taken.Rejected(source, "", "the server sent nothing"));
                    }
                } else {
                    intake.read(List.of(Path.of(source)), settings, tally);
                }
            }
            tally.flush();
            tally.sentences().forEach(console::say);
            return tally.exit();
        } catch (IOException | java.io.UncheckedIOException failure) {
            return keeping.notKept(failure, console);
        }
    }

    private static boolean isAddress(String source) {
        return source.matches("(?i)[a-z][a-z0-9+.-]+://.*");
    }
}
