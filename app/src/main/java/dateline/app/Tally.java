package dateline.app;

import dateline.archive.Archive;
import dateline.ingest.Taken;
import dateline.ingest.jsonl.ReportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps what was accepted, says what was not, and counts. */
final class Tally implements Consumer<Taken>, AutoCloseable {
    private final Optional<ReportFile> file;
    private final Optional<Archive> archive;
    private final Optional<Shelf> shelf;
    private final Console console;
    private String source = "";
    private int taken;
    private int added;
    private int known;
    private int bad;

    Tally(Optional<ReportFile> file, Optional<Archive> archive, Console console) {
        this.file = file;
        this.archive = archive;
        this.shelf = archive.map(Shelf::new);
        this.console = console;
    }

    /** What comes next comes from this file, folder or address. */
    void of(String next) {
        source = next;
    }

    @Override
    public void accept(Taken each) {
        try {
            if (shelf.isPresent()) {
                shelf.get().put(each, source, console.clock().instant());
            }
            switch (each) {
                case Taken.Accepted accepted -> {
                    taken++;
                    if (file.isPresent() && file.get().add(accepted.report())) {
                        added++;
                    } else {
                        known++;
                    }
                }
                case Taken.Rejected rejected -> {
                    bad++;
                    console.say(rejected.sentence());
                }
                case Taken.Repeated repeated -> {
                    taken++;
                    known++;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Keeps for good what the archive held back. */
    void flush() throws IOException {
        if (shelf.isPresent()) {
            shelf.get().flush();
        }
    }

    /** Of the file and of the archive, what became of all. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (file.isPresent()) {
            sentences.add(added + " reports added, " + known + " known already, " + bad + " left out.");
        }
        shelf.ifPresent(each -> sentences.add(each.sentence()));
        return sentences;
    }

    int exit() {
        return bad == 0 ? Exit.FINE : taken == 0 ? Exit.NOTHING_READ : Exit.SOME_LEFT_OUT;
    }

    @Override
    public void close() throws IOException {
        archive.ifPresent(Archive::close);
        if (file.isPresent()) {
            file.get().close();
        }
    }
}
