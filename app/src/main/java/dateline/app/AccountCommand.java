package dateline.app;

import dateline.account.Account;
import dateline.analysis.Analysis;
import dateline.ingest.Settings;
import dateline.ingest.text.Moment;
import dateline.present.text.TextStyle;
import dateline.reconcile.decision.Decision;
import dateline.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline account}: reports in, one sourced account out. */
@Command(
        name = "account",
        description = "Reads dated reports of one story and gives one sourced account of it.",
        footer = {
            "",
            "Example:",
            "  dateline account reports/ --format json -o account.json",
            "  dateline account --archive desk/ --story 2",
            "  cat report.txt | dateline account - --published 2024-03-05"
        },
        exitCodeListHeading = "%nExit codes:%n")
final class AccountCommand implements Callable<Integer> {
    private final Console console;
    private final Newsroom.Door door;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Report files (.txt, .html), feeds, .warc.gz, .wacz, .jsonl, posts (.json), folders, or -.")
    private List<Path> paths = List.of();

    @Option(
            names = "--archive",
            paramLabel = "PLACE",
            description =
                    "Instead of PATHs: the reports kept in this archive, a folder or postgresql://user:password@host/name.")
    private Optional<String> archive = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. By default text, or what the name after -o says.")
    private Optional<Format> format = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the account to FILE instead of standard output.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description =
                    "Day (2024-03-05) or instant (2024-03-05T14:00:00Z) of publication of reports that carry none.")
    private Optional<String> published = Optional.empty();

    @Option(names = "--quotes", description = "Text: under each event the words it rests on.")
    private boolean quotes;

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "JSON list of an analyst's decisions: kind, of, value, author, reason.")
    private Optional<Path> decisions = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Only what had been published by this day or instant.")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--story",
            paramLabel = "N",
            description = "When the reports tell several stories: the N-th of those listed.")
    private Optional<Integer> story = Optional.empty();

    @Option(names = "--timings", description = "Say on standard error how long each stage took.")
    private boolean timings;

    @Option(names = "--no-color", description = "No colour, even on a terminal.")
    private boolean noColour;

    AccountCommand(Console console, Newsroom.Door door) {
        this.console = console;
        this.door = door;
    }

    @Override
    public Integer call() {
        if (paths.isEmpty() == archive.isEmpty()) {
            throw new WrongUsage(
                    paths.isEmpty()
                            ? "a PATH or --archive PLACE is missing"
                            : "either PATHs or --archive can be given, not both");
        }
        if (archive.isPresent() && published.isPresent()) {
            throw new WrongUsage("--published dates files; the reports of an archive are kept as they were taken in");
        }
        return run(paths, console.today(), Optional.empty());
    }

    /** {@code page}: where the account is also written as a page. */
    int run(List<Path> from, LocalDate today, Optional<Path> page) {
        long start = System.nanoTime();
        Optional<Moment> published = Moments.of(this.published, "--published");
        Optional<Moment> until = Moments.of(asOf, "--as-of");
        Format form = format.or(() -> output.flatMap(Format::ofFile)).orElse(Format.TEXT);
        Optional<String> obstacle = output.or(() -> page).flatMap(Output::obstacle);
        if (obstacle.isPresent()) {
            console.say(obstacle.get() + ".");
            return Exit.NOT_WRITTEN;
        }
        List<Decision> decided;
        try {
            decided = decisions.isPresent() ? DecisionFile.read(decisions.get()) : List.of();
        } catch (DecisionFile.Wrong wrong) {
            console.say(wrong.getMessage() + ".");
            return Exit.USAGE;
        }
        Inputs inputs;
        try {
            inputs = archive.isPresent()
                    ? Inputs.of(ArchiveOption.location(archive.get()))
                    : Inputs.read(from, new Settings(today, published, console.in()), console);
        } catch (IOException trouble) {
            console.say(trouble.getMessage() + ".");
            return Exit.NOTHING_READ;
        }
        List<Report> reports = publishedBy(inputs.reports(), until);
        boolean leftOut =
                inputs.someLeftOut() || reports.size() < inputs.reports().size();
        if (reports.isEmpty()) {
            console.say("nothing could be read, so there is no account.");
            return Exit.NOTHING_READ;
        }
        long taken = System.nanoTime();
        try (Newsroom newsroom = door.open()) {
            long opened = System.nanoTime();
            List<Analysis> analyses = newsroom.analyse(reports, new Progress(console, reports.size()));
            List<Analysis> chosen = choose(newsroom, analyses);
            leftOut |= chosen.size() < analyses.size();
            Account account = newsroom.account(chosen, decided, until.map(AccountCommand::end));
            long composed = System.nanoTime();
            List<Report> used =
                    chosen.stream().map(each -> each.segmented().report()).toList();
            String text = form.render(
                    account,
                    used,
                    new TextStyle(console.width(), console.terminal() && output.isEmpty() && !noColour, quotes));
            int exit = Output.deliver(text, output, console, leftOut ? Exit.SOME_LEFT_OUT : Exit.FINE);
            if (page.isPresent()) {
                exit = Math.max(exit, alsoAsPage(page.get(), Format.HTML.render(account, used, TextStyle.plain())));
            }
            if (timings) {
                say("take in", taken - start);
                say("open", opened - taken);
                for (Map.Entry<String, Long> stage : newsroom.timings().entrySet()) {
                    console.err().printf(Locale.ROOT, "%-24s %8d ms%n", stage.getKey(), stage.getValue());
                }
                say("present and write", System.nanoTime() - composed);
                say("all", System.nanoTime() - start);
            }
            return exit;
        } catch (Newsroom.Closed closed) {
            console.say(closed.getMessage() + ".");
            return Exit.NOT_RUNNABLE;
        }
    }

    private void say(String stage, long nanos) {
        console.err().printf(Locale.ROOT, "%-24s %8d ms%n", stage, nanos / 1_000_000);
    }

    private int alsoAsPage(Path page, String html) {
        try {
            Output.write(page, html);
            console.say("the same as a page: " + page + ".");
            return Exit.FINE;
        } catch (IOException failure) {
            console.say(page + " could not be written.");
            return Exit.NOT_WRITTEN;
        }
    }

    private List<Analysis> choose(Newsroom newsroom, List<Analysis> analyses) {
        List<List<Integer>> stories = newsroom.stories(analyses);
        int wanted = story.orElse(1);
        if (wanted < 1 || wanted > stories.size()) {
            throw new WrongUsage("--story " + wanted + ": the reports tell " + count(stories.size()));
        }
        if (stories.size() > 1) {
            console.say("the reports tell " + count(stories.size()) + "; this account is of number " + wanted
                    + ", --story N chooses another:");
            for (int i = 0; i < stories.size(); i++) {
                List<String> files = stories.get(i).stream()
                        .map(each -> analyses.get(each).segmented().report().file())
                        .toList();
                console.err().println("  " + (i + 1) + ". " + String.join(", ", files));
            }
        }
        return stories.get(wanted - 1).stream().sorted().map(analyses::get).toList();
    }

    private static String count(int stories) {
        return stories == 1 ? "one story" : stories + " stories that have little in common";
    }

    /** A day lasts until its end, wherever in the world the reader counts it: the plain UTC day is taken. */
    private static Instant end(Moment moment) {
        return moment.instant()
                .orElseGet(() -> moment.day()
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusSeconds(1));
    }

    private List<Report> publishedBy(List<Report> reports, Optional<Moment> until) {
        if (until.isEmpty()) {
            return reports;
        }
        List<Report> kept = new ArrayList<>();
        for (Report report : reports) {
            boolean later = report.publishedAt().isPresent()
                            && until.get().instant().isPresent()
                    ? report.publishedAt().get().isAfter(until.get().instant().get())
                    : report.published().isPresent()
                            && report.published().get().isAfter(until.get().day());
            if (report.published().isEmpty()) {
                console.say(report.file() + ": has no date, so it cannot be told whether it was out by "
                        + asOf.orElse("") + "; left out.");
            } else if (later) {
                console.say(report.file() + ": published " + report.published().get() + ", after " + asOf.orElse("")
                        + "; left out.");
            } else {
                kept.add(report);
            }
        }
        return kept;
    }
}
