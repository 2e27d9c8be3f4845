package dateline.archive;

import dateline.codec.ReportJson;
import dateline.report.Report;
import dateline.report.ReportId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The archive, open. Any number may read it, also while one writes; a second writer is refused. Whatever one call of
 * {@link #accept} is given is kept whole or, when the process dies, not at all, and may be given again: what is kept already
 * changes nothing.
 */
public final class Archive implements AutoCloseable {
    private static final Comparator<Seen> IN_TIME =
            Comparator.comparing(Seen::moment).thenComparingLong(Seen::number);

    /** Publication, then hash; undated reports last, by hash. The same on every machine and for every order of arrival. */
    private static final Comparator<Seen> CANONICAL = Comparator.comparing(
                    (Seen seen) -> seen.published().orElse(Instant.MAX))
            .thenComparing(Seen::sha256);

    private final Database database;
    private long lastNumber;
    private String lastHash;

    private Archive(Database database, long lastNumber, String lastHash) {
        this.database = database;
        this.lastNumber = lastNumber;
        this.lastHash = lastHash;
    }

    /** The columns of a sighting that order needs: {@code published} is the instant, or the begin of the day in UTC. */
    private record Seen(
            long number,
            String sha256,
            String address,
            Instant arrived,
            Optional<Instant> captured,
            Optional<Instant> published) {
        Instant moment() {
            return captured.orElse(arrived);
        }
    }

    /** Opens for writing, and makes the archive when there is none. @throws ArchiveTrouble with one sentence that says why not */
    public static Archive open(Location location) throws IOException {
        return opened(Database.open(location, true));
    }

    /** Opens an archive that exists, for reading. */
    public static Archive openToRead(Location location) throws IOException {
        return opened(Database.open(location, false));
    }

    private static Archive opened(Database database) throws IOException {
        try {
            Optional<Entry> last = database.read(handle -> handle.createQuery(
                            "select number, what, digest, previous, hash from log order by number desc limit 1")
                    .map((result, context) -> Log.entry(result))
                    .findFirst());
            return new Archive(
                    database,
                    last.map(Entry::number).orElse(0L),
                    last.map(Entry::hash).orElse(Entry.NOTHING));
        } catch (IOException | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    public Location location() {
        return database.location();
    }

    Database database() {
        return database;
    }

    /** Hash of the newest link of the log: stands for everything that is kept. */
    public synchronized String head() {
        return lastHash;
    }

    public Outcome accept(Arrival arrival) throws IOException {
        return accept(List.of(arrival)).getFirst();
    }

    /** Keeps all of them in one transaction: one wait for the disk instead of many. Outcomes in the same order. */
    public synchronized List<Outcome> accept(List<Arrival> arrivals) throws IOException {
        return adding(handle -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Arrival arrival : arrivals) {
                outcomes.add(accept(handle, arrival));
            }
            return outcomes;
        });
    }

    private Outcome accept(Handle handle, Arrival arrival) {
        ReportId id = arrival.report().id();
        List<Seen> there = seen(handle, "where address = ?", safe(arrival.address()));
        Optional<Seen> latest = there.stream().max(IN_TIME);
        boolean pairKnown = there.stream().anyMatch(each -> each.sha256().equals(id.sha256()));
        boolean isLatest = latest.isPresent() && latest.get().sha256().equals(id.sha256());
        // A page can go back to what it was. Without a moment of capture that cannot be told from a source read twice.
        boolean wentBack = pairKnown
                && !isLatest
                && latest.isPresent()
                && arrival.captured().isPresent()
                && arrival.captured().get().isAfter(latest.get().moment());
        if (pairKnown && !wentBack) {
            return retaken(handle, arrival) ? new Outcome.Retaken(id) : new Outcome.Unchanged(id);
        }
        boolean bytesKnown = handle.createQuery("select 1 from content where sha256 = ?")
                .bind(0, id.sha256())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        if (!bytesKnown) {
            add(handle, Table.CONTENT, arrival.bytes(), Optional.of(id.sha256()), Optional.empty());
        }
        sight(handle, arrival);
        if (latest.isPresent()) {
            int revisions = revisions(there).size();
            return new Outcome.Revision(
                    id, revisions + 1, new ReportId(latest.get().sha256()));
        }
        return bytesKnown ? new Outcome.Repeated(id) : new Outcome.Accepted(id);
    }

    /** A newer version of what takes reports out of bytes may take out more: then that is kept beside the old. */
    private boolean retaken(Handle handle, Arrival arrival) {
        Map<String, Object> old = handle.createQuery(
                        "select extractor, taken from sighting where address = ? and sha256 = ? order by number desc limit 1")
                .bind(0, safe(arrival.address()))
                .bind(1, arrival.report().id().sha256())
                .mapToMap()
                .one();
        boolean otherwise = !arrival.extractor().equals(old.get("extractor"))
                && !ReportJson.write(arrival.report()).equals(old.get("taken"));
        if (otherwise) {
            sight(handle, arrival);
        }
        return otherwise;
    }

    private void sight(Handle handle, Arrival arrival) {
        Report report = arrival.report();
        Optional<Instant> published = report.publishedAt()
                .or(() -> report.published()
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        add(
                handle,
                Table.SIGHTING,
                new byte[0],
                Optional.of(report.id().sha256()),
                Optional.of(arrival.address()),
                Optional.of(arrival.arrived().toString()),
                arrival.captured().map(Instant::toString),
                Optional.of(Headers.write(arrival.headers())),
                Optional.of(arrival.extractor()),
                Optional.of(ReportJson.write(report)),
                published.map(Instant::toString));
    }

    /** Keeps what was refused and why; the same refusal of the same thing is kept once. */
    public synchronized void refuse(Refusal refusal) throws IOException {
        refuse(List.of(refusal));
    }

    /** As {@link #refuse(Refusal)}, in one transaction. */
    public synchronized void refuse(List<Refusal> refusals) throws IOException {
        adding(handle -> {
            for (Refusal refusal : refusals) {
                boolean known = rejections(handle, "where origin = ?", refusal.origin()).stream()
                        .anyMatch(each -> each.where().equals(safe(refusal.where()))
                                && each.why().equals(safe(refusal.why()))
                                && each.sha256().equals(refusal.sha256()));
                if (!known) {
                    add(
                            handle,
                            Table.REJECTION,
                            new byte[0],
                            Optional.of(refusal.origin()),
                            Optional.of(refusal.where()),
                            Optional.of(refusal.why()),
                            refusal.sha256(),
                            Optional.of(refusal.arrived().toString()));
                }
            }
            return refusals.size();
        });
    }

    /** Neither database keeps a NUL in a text, nor half a character. */
    private static String safe(String text) {
        String known = text.replace('\u0000', '\uFFFD');
        return new String(
                known.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** What was refused, in the order in which it came. */
    public List<Refusal> refusals() throws IOException {
        return database.read(handle -> rejections(handle, "", new Object[0]));
    }

    private static List<Refusal> rejections(Handle handle, String where, Object... values) {
        var query = handle.createQuery(
                "select origin, place, reason, sha256, arrived from rejection " + where + " order by number");
        for (int i = 0; i < values.length; i++) {
            query.bind(i, safe(values[i].toString()));
        }
        return query.map((result, context) -> new Refusal(
                        result.getString(1),
                        result.getString(2),
                        result.getString(3),
                        Optional.ofNullable(result.getString(4)),
                        Instant.parse(result.getString(5))))
                .list();
    }

    /**
     * The reports that hold now, in canonical order: of each address the latest revision, of equal bytes one. Only names
     * are held in memory, so that an archive of any length can be walked.
     */
    public List<ReportId> reports() throws IOException {
        return database.read(handle -> current(handle).stream()
                .map(each -> new ReportId(each.sha256()))
                .toList());
    }

    /** Walks {@link #reports} in canonical order, one report in memory at a time. */
    public void eachReport(Consumer<Report> use) throws IOException {
        for (ReportId id : reports()) {
            report(id).ifPresent(use);
        }
    }

    private static List<Seen> current(Handle handle) {
        Map<String, Seen> latestAt = new HashMap<>();
        Map<String, Seen> standsFor = new HashMap<>();
        for (Seen seen : seen(handle, "")) {
            latestAt.merge(seen.address(), seen, (one, other) -> IN_TIME.compare(one, other) > 0 ? one : other);
            standsFor.merge(seen.sha256(), seen, Archive::better);
        }
        return latestAt.values().stream()
                .map(Seen::sha256)
                .distinct()
                .map(standsFor::get)
                .sorted(CANONICAL)
                .toList();
    }

    /**
     * Which of two sightings of the same bytes speaks for them: the dated one, the earlier, the lesser address - never the
     * first to arrive, for then the order of arrival would show. Of one address the newer taking.
     */
    private static Seen better(Seen one, Seen other) {
        if (one.address().equals(other.address())) {
            return one.number() > other.number() ? one : other;
        }
        int order = Comparator.comparing((Seen seen) -> seen.published().orElse(Instant.MAX))
                .thenComparing(Seen::address)
                .compare(one, other);
        return order <= 0 ? one : other;
    }

    /** The report as it was taken in; of equal bytes at several addresses the one that stands for them. */
    public Optional<Report> report(ReportId id) throws IOException {
        return kept(id).map(Kept::report);
    }

    /** The report with where and when it was seen. */
    public Optional<Kept> kept(ReportId id) throws IOException {
        return database.read(handle -> {
            Optional<Seen> best =
                    seen(handle, "where sha256 = ?", id.sha256()).stream().reduce(Archive::better);
            return best.isEmpty()
                    ? Optional.<Kept>empty()
                    : Optional.of(
                            sightings(handle, "where number = ?", best.get().number())
                                    .getFirst());
        });
    }

    /** Everywhere that these bytes were seen, in the order of arrival. */
    public List<Kept> sightings(ReportId id) throws IOException {
        return database.read(handle -> sightings(handle, "where sha256 = ?", id.sha256()));
    }

    /** The bytes of a report as they were given. */
    public Optional<byte[]> bytes(ReportId id) throws IOException {
        return database.read(handle -> handle.createQuery("select bytes from content where sha256 = ?")
                .bind(0, id.sha256())
                .map((result, context) -> result.getBytes(1))
                .findFirst());
    }

    /** The revisions of an address, oldest first; a newer taking of the same bytes is no revision. */
    public List<Kept> revisions(String address) throws IOException {
        return database.read(handle -> {
            List<Kept> all = new ArrayList<>();
            for (Seen seen : revisions(seen(handle, "where address = ?", address))) {
                all.add(sightings(handle, "where number = ?", seen.number()).getFirst());
            }
            return all;
        });
    }

    /** The addresses with more than one revision, by address. */
    public List<String> revised() throws IOException {
        return database.read(handle -> handle
                .createQuery("select address from sighting group by address having count(distinct sha256) > 1")
                .mapTo(String.class)
                .list()
                .stream()
                .sorted()
                .toList());
    }

    private static List<Seen> revisions(List<Seen> there) {
        List<Seen> sorted = there.stream().sorted(IN_TIME).toList();
        List<Seen> revisions = new ArrayList<>();
        for (Seen seen : sorted) {
            if (!revisions.isEmpty() && revisions.getLast().sha256().equals(seen.sha256())) {
                revisions.set(revisions.size() - 1, seen);
            } else {
                revisions.add(seen);
            }
        }
        return revisions;
    }

    private static List<Seen> seen(Handle handle, String where, Object... values) {
        var query = handle.createQuery(
                "select number, sha256, address, arrived, captured, published from sighting " + where);
        for (int i = 0; i < values.length; i++) {
            query.bind(i, values[i]);
        }
        return query.map((result, context) -> new Seen(
                        result.getLong(1),
                        result.getString(2),
                        result.getString(3),
                        Instant.parse(result.getString(4)),
                        Optional.ofNullable(result.getString(5)).map(Instant::parse),
                        Optional.ofNullable(result.getString(6)).map(Instant::parse)))
                .list();
    }

    private static List<Kept> sightings(Handle handle, String where, Object value) {
        return handle.createQuery("select number, taken, extractor, address, headers, arrived, captured from sighting "
                        + where + " order by number")
                .bind(0, value)
                .map((result, context) -> new Kept(
                        result.getLong(1),
                        ReportJson.read(result.getString(2)),
                        result.getString(3),
                        result.getString(4),
                        Headers.read(result.getString(5)),
                        Instant.parse(result.getString(6)),
                        Optional.ofNullable(result.getString(7)).map(Instant::parse)))
                .list();
    }

    /**
     * Keeps what was made of a report: its {@code reading}, its {@code analysis}. Belongs to the report's text and to the
     * version of the maker (the model's digest, the rules'): when either changes, {@link #made} finds nothing and it is made anew.
     */
    public void keepMade(Report report, String kind, String version, byte[] bytes, Instant arrived) throws IOException {
        keepMade(List.of(new Made(report, kind, version, bytes)), arrived);
    }

    /** As the other, in one transaction. What is kept already in the same words is not kept twice. */
    public synchronized void keepMade(List<Made> all, Instant arrived) throws IOException {
        adding(handle -> {
            for (Made made : all) {
                Optional<byte[]> old = made(handle, made.report(), made.kind(), made.version());
                if (old.isEmpty() || !java.util.Arrays.equals(old.get(), made.bytes())) {
                    add(
                            handle,
                            Table.MADE,
                            made.bytes(),
                            Optional.of(made.report().id().sha256()),
                            Optional.of(made.kind()),
                            Optional.of(versioned(made.report(), made.version())),
                            Optional.empty(),
                            Optional.of(arrived.toString()));
                }
            }
            return all.size();
        });
    }

    /** One thing made of a report; see {@link #keepMade}. */
    public record Made(Report report, String kind, String version, byte[] bytes) {}

    public Optional<byte[]> made(Report report, String kind, String version) throws IOException {
        return database.read(handle -> made(handle, report, kind, version));
    }

    private static Optional<byte[]> made(Handle handle, Report report, String kind, String version) {
        return handle.createQuery(
                        "select bytes from made where sha256 = ? and kind = ? and version = ? order by number desc limit 1")
                .bind(0, report.id().sha256())
                .bind(1, kind)
                .bind(2, versioned(report, version))
                .map((result, context) -> result.getBytes(1))
                .findFirst();
    }

    private static String versioned(Report report, String version) {
        return version + "/" + Sha256.of(report.text()).substring(0, 16);
    }

    /** Keeps a document (an account, a decision, a list of stories) under a name; {@code false} when the latest there is the same. */
    public synchronized boolean keep(String kind, String name, byte[] bytes, Instant arrived) throws IOException {
        return adding(handle -> {
            Optional<byte[]> old = document(handle, kind, name);
            if (old.isPresent() && java.util.Arrays.equals(old.get(), bytes)) {
                return false;
            }
            add(
                    handle,
                    Table.DOCUMENT,
                    bytes,
                    Optional.of(kind),
                    Optional.of(name),
                    Optional.empty(),
                    Optional.of(arrived.toString()));
            return true;
        });
    }

    /** The latest document of that kind and name. */
    public Optional<byte[]> document(String kind, String name) throws IOException {
        return database.read(handle -> document(handle, kind, name));
    }

    private static Optional<byte[]> document(Handle handle, String kind, String name) {
        return handle.createQuery("select bytes from document where kind = ? and name = ? order by number desc limit 1")
                .bind(0, kind)
                .bind(1, name)
                .map((result, context) -> result.getBytes(1))
                .findFirst();
    }

    /** All that was kept under a name, oldest first. */
    public List<byte[]> history(String kind, String name) throws IOException {
        return database.read(
                handle -> handle.createQuery("select bytes from document where kind = ? and name = ? order by number")
                        .bind(0, kind)
                        .bind(1, name)
                        .map((result, context) -> result.getBytes(1))
                        .list());
    }

    /** The names of a kind, sorted. */
    public List<String> names(String kind) throws IOException {
        return database.read(handle -> handle
                .createQuery("select distinct name from document where kind = ?")
                .bind(0, kind)
                .mapTo(String.class)
                .list()
                .stream()
                .sorted()
                .toList());
    }

    /** Where a runner stands, e.g. a feed's ETag: replaced at will, no part of the record. */
    public synchronized void putState(String name, byte[] bytes) throws IOException {
        database.write(handle -> handle.createUpdate(
                        "insert into state (name, bytes) values (?, ?) on conflict (name) do update set bytes = excluded.bytes")
                .bind(0, name)
                .bind(1, bytes)
                .execute());
    }

    public Optional<byte[]> state(String name) throws IOException {
        return database.read(handle -> handle.createQuery("select bytes from state where name = ?")
                .bind(0, name)
                .map((result, context) -> result.getBytes(1))
                .findFirst());
    }

    private interface Adding<T> {
        T on(Handle handle) throws IOException;
    }

    /** One transaction; when it fails, the log's end is where it was. */
    private <T> T adding(Adding<T> work) throws IOException {
        long number = lastNumber;
        String hash = lastHash;
        boolean done = false;
        try {
            T result = database.write(work::on);
            done = true;
            return result;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            if (!done) {
                lastNumber = number;
                lastHash = hash;
            }
        }
    }

    @SafeVarargs
    private void add(Handle handle, Table table, byte[] bytes, Optional<String>... texts) {
        List<Optional<String>> values =
                Stream.of(texts).map(text -> text.map(Archive::safe)).toList();
        Row row = new Row(table, lastNumber + 1, values, bytes);
        Entry entry = Entry.after(row.number(), lastHash, row);
        insert(handle, row);
        Log.insert(handle, entry);
        lastNumber = entry.number();
        lastHash = entry.hash();
    }

    static void insert(Handle handle, Row row) {
        Update update = handle.createUpdate(row.table().insert()).bind(0, row.number());
        for (int i = 0; i < row.texts().size(); i++) {
            if (i == row.table().bytesAt()) {
                update.bind(i + 1, row.bytes());
            } else if (row.texts().get(i).isPresent()) {
                update.bind(i + 1, row.texts().get(i).get());
            } else {
                update.bindNull(i + 1, java.sql.Types.VARCHAR);
            }
        }
        update.execute();
    }

    /** How much is kept. */
    public Counts counts() throws IOException {
        return database.read(handle -> {
            Set<String> addresses = new LinkedHashSet<>();
            seen(handle, "").forEach(each -> addresses.add(each.address()));
            return new Counts(
                    current(handle).size(),
                    count(handle, "content"),
                    addresses.size(),
                    count(handle, "rejection"),
                    count(handle, "made"),
                    count(handle, "document"));
        });
    }

    private static long count(Handle handle, String table) {
        return handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one();
    }

    /**
     * @param reports that hold now
     * @param texts different bytes ever kept, revisions included
     */
    public record Counts(long reports, long texts, long addresses, long refusals, long made, long documents) {}

    @Override
    public void close() {
        database.close();
    }
}
