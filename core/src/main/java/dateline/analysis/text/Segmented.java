package dateline.analysis.text;

import dateline.analysis.layout.Layout;
import dateline.report.Report;
import java.util.List;

/** A report cut up, before anything in it is understood: its layout, and the sentences of its prose and posts. */
public record Segmented(Report report, Layout layout, List<Sentence> sentences) {
    public Segmented {
        sentences = List.copyOf(sentences);
    }
}
