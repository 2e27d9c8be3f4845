package dateline.ingest;

import dateline.ingest.feed.Feed;
import dateline.ingest.fetch.Fetched;
import dateline.ingest.fetch.Fetcher;
import dateline.report.ReportId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks feeds for news and hands on each entry once; a changed entry is a new one. */
public final class FeedWatch {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\"';\\s]+)");

    /** Entries remembered of all sources together; the largest feeds hold some hundred. */
    private static final int SEEN_MAX = 200_000;

    private final Fetcher fetcher;
    private final Intake intake;
    private final Consumer<Taken> to;
    private final Map<ReportId, Boolean> seen = new LinkedHashMap<>();

    public FeedWatch(Fetcher fetcher, Intake intake, Consumer<Taken> to) {
        this.fetcher = fetcher;
        this.intake = intake;
        this.to = to;
    }

    /** Tries one source and says how it is then. */
    public Health poll(Health before, Settings settings, Instant now) throws InterruptedException {
        Fetched fetched = fetcher.fetch(before.address(), new Fetcher.Known(before.tag(), before.modified()));
        return switch (fetched) {
            case Fetched.Unchanged unchanged ->
                before.read(Health.State.UNCHANGED, before.address(), before.tag(), before.modified(), now);
            case Fetched.Failed failed ->
                before.failed(
                        failed.why(),
                        failed.lasting(),
                        failed.retryAfterSeconds().map(Duration::ofSeconds),
                        now);
            case Fetched.Document document -> read(before, document, settings, now);
        };
    }

    private Health read(Health before, Fetched.Document document, Settings settings, Instant now) {
        Matcher charset = CHARSET.matcher(document.header("content-type").orElse(""));
        Feed.Envelope envelope = new Feed.Envelope(
                Optional.of(document.address()),
                charset.find() ? Optional.of(charset.group(1)) : Optional.empty(),
                document.header("content-language"));
        List<Taken> all = new ArrayList<>();
        Optional<String> refused = intake.feed(document.bytes(), document.address(), envelope, settings, all::add);
        if (refused.isPresent()) {
            return before.failed(refused.get(), false, Optional.empty(), now);
        }
        int fresh = 0;
        for (Taken taken : all) {
            if (!(taken instanceof Taken.Accepted accepted)) {
                to.accept(taken);
            } else if (seen.putIfAbsent(accepted.report().id(), true) == null) {
                fresh++;
                to.accept(taken);
            }
        }
        while (seen.size() > SEEN_MAX) {
            seen.remove(seen.keySet().iterator().next());
        }
        Health.State state = all.isEmpty() ? Health.State.EMPTY : fresh > 0 ? Health.State.NEW : Health.State.UNCHANGED;
        return before.read(
                state,
                document.moved().orElse(before.address()),
                document.header("etag"),
                document.header("last-modified"),
                now);
    }
}
