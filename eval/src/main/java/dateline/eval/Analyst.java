package dateline.eval;

import dateline.analysis.Analysis;
import dateline.analysis.text.Reading;
import dateline.analysis.text.Segmented;
import dateline.ingest.Intake;
import dateline.ingest.Settings;
import dateline.ingest.Taken;
import dateline.pipeline.BundledLexicon;
import dateline.pipeline.Pipeline;
import dateline.reader.Reader;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From texts to analyses, as the product goes: its intake, its layout and sentences, its reader, its pipeline. */
final class Analyst implements AutoCloseable {
    /** Later than any report under measure, so that none is said to lie in the future. */
    private static final LocalDate TODAY = LocalDate.of(2100, 1, 1);

    private final Pipeline pipeline = Pipeline.bundled();
    private final Function<Segmented, Reading> read;
    private final Runnable close;

    private Analyst(Function<Segmented, Reading> read, Runnable close) {
        this.read = read;
        this.close = close;
    }

    static Analyst open() {
        Reader reader = Reader.open();
        return new Analyst(reader::read, reader::close);
    }

    /** One that gets its readings elsewhere. */
    static Analyst with(Function<Segmented, Reading> read) {
        return new Analyst(read, () -> {});
    }

    Pipeline pipeline() {
        return pipeline;
    }

    Segmented segment(Report report) {
        return pipeline.segment(report);
    }

    Analysis analyse(Report report) {
        return analyse(pipeline.segment(report));
    }

    Reading read(Segmented segmented) {
        return read.apply(segmented);
    }

    Analysis analyse(Segmented segmented) {
        return pipeline.analyse(segmented, read.apply(segmented));
    }

    /** A text that came without date and source, of which a stretch is the body. */
    static Report report(String name, String text, Span body) {
        return new Report(
                new ReportId(GoldTexts.sha256(name + "\n" + text)),
                name,
                text,
                body,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The reports of text files, as the intake takes them; what it refuses is left out. */
    static List<Report> taken(List<Path> files) throws IOException {
        List<Report> reports = new ArrayList<>();
        for (Taken taken : new Intake(BundledLexicon.of("en")).read(files, Settings.of(TODAY))) {
            if (taken instanceof Taken.Accepted accepted) {
                reports.add(accepted.report());
            }
        }
        return reports;
    }

    @Override
    public void close() {
        close.run();
    }
}
