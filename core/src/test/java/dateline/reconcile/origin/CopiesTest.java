package dateline.reconcile.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.analysis.Analysis;
import dateline.pipeline.Pipeline;
import dateline.reconcile.StoryReports;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopiesTest {
    private static final String SPEECH =
            "\"We looked at every bolt of that bridge in the spring and found nothing that would have let it fall, and"
                    + " I will say so to anyone who asks me, under oath if they like, because it is the truth and I stand"
                    + " by it.\"";
    private static final String COPY =
            "The old toll bridge at Marrow Ford gave way on Monday as a hay lorry crossed it, the county said. The"
                    + " driver swam ashore and was taken to hospital with a broken arm. Engineers will look at the piers"
                    + " once the river falls.";

    private final Pipeline pipeline = Pipeline.bundled();

    @Test
    void anEditedCopyIsOfOneOrigin() {
        Copies.Origins origins = find(
                COPY,
                "A hay lorry went through a bridge on Monday. The driver swam ashore and was taken to hospital with a"
                        + " broken arm. Engineers will look at the piers once the river falls.");
        assertThat(origins.root()).as("two sentences of three are the agency's").containsExactly(0, 0);
    }

    @Test
    void ownWordsOnTheSameNewsAreNoCopy() {
        Copies.Origins origins = find(
                COPY,
                "A farmer escaped from his cab when the crossing at Marrow Ford collapsed under him. Neighbours had"
                        + " warned the council about it for years, and several of them came to watch.");
        assertThat(origins.copies()).isEmpty();
        assertThat(origins.partial()).isEmpty();
    }

    @Test
    void aQuotationGivenToBothIsNoCopy() {
        Copies.Origins origins = find(
                "Anders Quill, who runs the county's works, would hear of no blame after the fall of the Marrow Ford"
                        + " crossing, which had carried carts since his grandfather's day and was to be rebuilt next year"
                        + " at some cost. "
                        + SPEECH
                        + " Villagers who had gathered outside the hall shook their heads at this, and a few walked"
                        + " out before he had finished, calling for the papers to be opened to all of them at once.",
                "Questions were put to the works department last night by people who now drive an hour more to reach"
                        + " their fields. Its head was blunt in his answer. "
                        + SPEECH
                        + " He would not say whether the inspectors had gone under water, or which firm had sent them,"
                        + " and left by a side door soon after the meeting had turned to the matter of who should"
                        + " pay.");
        assertThat(origins.copies()).as("only the speech is shared").isEmpty();
        assertThat(origins.partial()).isEmpty();
    }

    private Copies.Origins find(String... texts) {
        List<Analysis> analyses = new ArrayList<>();
        for (String text : texts) {
            Report report = new Report(
                    new ReportId(String.valueOf((char) ('1' + analyses.size())).repeat(64)),
                    "-",
                    text,
                    new Span(0, text.length()),
                    Optional.of(LocalDate.of(2031, 3, 4)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            analyses.add(new Analysis(
                    pipeline.segment(report),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        return Copies.find(new StoryReports(analyses), Copies.Policy.DEFAULT);
    }
}
