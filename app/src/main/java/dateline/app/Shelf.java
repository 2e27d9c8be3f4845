package dateline.app;

import dateline.archive.Archive;
import dateline.archive.Arrival;
import dateline.archive.Outcome;
import dateline.archive.Refusal;
import dateline.ingest.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what was taken in into an archive, many in one transaction, and counts what became of it. */
final class Shelf {
    /** Name and version of what takes reports out of bytes. */
    private static final String EXTRACTOR = "ingest/1";

    /** Reports held back for one transaction, and their bytes: a wait for the disk is worth some hundred small reports. */
    private static final int PENDING_MAX = 200;

    private static final long PENDING_BYTES_MAX = 32L << 20;

    private final Archive archive;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long pendingBytes;
    private int accepted;
    private int unchanged;
    private int revisions;
    private int refused;

    Shelf(Archive archive) {
        this.archive = archive;
    }

    /** @param source what the command was given, against which the names of files in a folder are told */
    void put(Taken taken, String source, Instant now) throws IOException {
        switch (taken) {
            case Taken.Accepted each -> {
                arrivals.add(new Arrival(
                        each.bytes(),
                        each.report(),
                        EXTRACTOR,
                        each.report()
                                .address()
                                .filter(address -> !address.isBlank())
                                .orElseGet(() -> address(each, source)),
                        Map.of(),
                        now,
                        each.captured()));
                pendingBytes += each.bytes().length;
            }
            case Taken.Rejected each -> {
                refused++;
                refusals.add(new Refusal(
                        file(source, each.origin()).map(Path::toString).orElse(each.origin()),
                        each.where(),
                        each.why(),
                        Optional.empty(),
                        now));
            }
            case Taken.Repeated each -> unchanged++;
        }
        if (arrivals.size() + refusals.size() >= PENDING_MAX || pendingBytes >= PENDING_BYTES_MAX) {
            flush();
        }
    }

    /**
     * A file is known by its whole path, so that a changed file is a revision. What stands in a container without an address
     * is known by its bytes: its place there may be another's tomorrow.
     */
    private static String address(Taken.Accepted each, String source) {
        return file(source, each.report().file())
                .map(path -> path.toUri().toString())
                .orElseGet(() -> "urn:sha256:" + each.report().id().sha256());
    }

    private static Optional<Path> file(String source, String origin) {
        try {
            Path given = Path.of(source).toAbsolutePath().normalize();
            Path file = Files.isDirectory(given) ? given.resolve(origin) : given;
            boolean same = Files.isDirectory(given) || source.equals(origin);
            return same && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (java.nio.file.InvalidPathException noFile) {
            return Optional.empty();
        }
    }

    /** Keeps for good what was held back. */
    void flush() throws IOException {
        for (Outcome outcome : archive.accept(arrivals)) {
            switch (outcome) {
                case Outcome.Accepted each -> accepted++;
                case Outcome.Unchanged each -> unchanged++;
                case Outcome.Repeated each -> unchanged++;
                case Outcome.Retaken each -> revisions++;
                case Outcome.Revision each -> revisions++;
            }
        }
        archive.refuse(refusals);
        arrivals.clear();
        refusals.clear();
        pendingBytes = 0;
    }

    String sentence() {
        return archive.location() + ": " + accepted + " accepted, " + unchanged + " unchanged, " + revisions
                + " revisions, " + refused + " refused.";
    }
}
