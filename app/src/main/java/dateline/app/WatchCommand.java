package dateline.app;

import dateline.ingest.FeedWatch;
import dateline.ingest.Health;
import dateline.ingest.Intake;
import dateline.ingest.Settings;
import dateline.ingest.feed.Opml;
import dateline.pipeline.BundledLexicon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline watch}: asks feeds for news until it is stopped. */
@Command(
        name = "watch",
        description = "Asks the feeds of a list for news until stopped (Ctrl-C) and keeps each report, once.",
        footer = {"", "Example:", "  dateline watch feeds.opml --contact desk@coast.example --archive desk/"},
        exitCodeListHeading = "%nExit codes:%n")
final class WatchCommand implements Callable<Integer> {
    private static final Pattern TOML = Pattern.compile("(?m)^\\s*(?:address|url)\\s*=\\s*\"([^\"]+)\"");

    private final Console console;

    @Parameters(paramLabel = "LIST", description = "An OPML file, or TOML with lines: address = \"https://...\"")
    private Path list = Path.of("");

    @Mixin
    private Keeping keeping = new Keeping();

    @Option(names = "--once", description = "Ask every source once, say how each is, and stop.")
    private boolean once;

    @Mixin
    private Outside outside = new Outside();

    WatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Health> sources = new ArrayList<>();
        try {
            addresses()
                    .forEach(each ->
                            sources.add(Health.untried(each, console.clock().instant())));
        } catch (IOException failure) {
            console.say(list + " cannot be read.");
            return Exit.NOTHING_READ;
        }
        if (sources.isEmpty()) {
            throw new WrongUsage(list + " names no feed");
        }
        try (Tally tally = keeping.open(console)) {
            FeedWatch watch = new FeedWatch(outside.fetcher(), new Intake(BundledLexicon.of("en")), tally);
            while (true) {
                round(sources, watch);
                tally.flush();
                if (once) {
                    tally.sentences().forEach(console::say);
                    return tally.exit();
                }
                Instant due = sources.stream()
                        .map(Health::due)
                        .min(Instant::compareTo)
                        .orElseThrow();
                Thread.sleep(Math.max(
                        0, Duration.between(console.clock().instant(), due).toMillis()));
            }
        } catch (IOException | java.io.UncheckedIOException failure) {
            return keeping.notKept(failure, console);
        }
    }

    private void round(List<Health> sources, FeedWatch watch) throws InterruptedException {
        for (int i = 0; i < sources.size(); i++) {
            Instant now = console.clock().instant();
            Health before = sources.get(i);
            if (!before.due().isAfter(now)) {
                Health after = watch.poll(before, Settings.of(console.today()), now);
                if (once || after.state() != before.state()) {
                    console.say(after.sentence());
                }
                sources.set(i, after);
            }
        }
    }

    private Set<String> addresses() throws IOException {
        byte[] bytes = Files.readAllBytes(list);
        Set<String> addresses = new LinkedHashSet<>();
        if (list.toString().endsWith(".toml")) {
            Matcher address = TOML.matcher(new String(bytes, StandardCharsets.UTF_8));
            while (address.find()) {
                addresses.add(address.group(1));
            }
        } else {
            Opml.read(bytes).forEach(each -> addresses.add(each.address()));
        }
        return addresses;
    }
}
