package dateline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.analysis.text.Reading;
import dateline.analysis.text.Vector;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written of a report and of a reading is read back the same. */
class ReportJsonTest {
    @Test
    void aReportComesBackTheSame() {
        String text = "date \uD83D\uDEA2\u0000\uD800 The ferry's \"crew\"\r\n\u202Ewalked out.\t";
        Report full = new Report(
                new ReportId("ab".repeat(32)),
                "a\\b.txt",
                text,
                new Span(7, text.length() - 1),
                Optional.of(LocalDate.of(2031, 3, 5)),
                Optional.of(Instant.parse("2031-03-05T10:00:00.5Z")),
                Optional.of("Norhaven Courier"),
                Optional.of("Crew walks out"),
                Optional.of("https://courier.example/1"),
                List.of("read as Windows-1252"));
        Report bare = new Report(
                full.id(),
                "-",
                "",
                new Span(0, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        for (Report report : List.of(full, bare)) {
            String json = ReportJson.write(report);
            assertThat(json).doesNotContain("\n");
            assertThat(ReportJson.read(json)).isEqualTo(report);
        }
    }

    @Test
    void aReadingComesBackTheSame() {
        Reading reading = new Reading(
                "model-1",
                List.of(
                        new Reading.SentenceReading(
                                List.of(
                                        new Reading.WordReading("B-PER", "PROPN", 1, "nsubj", "B-SOURCE", 0),
                                        new Reading.WordReading("O", "VERB", -1, "root", "B-CUE", 2.8125)),
                                new Vector(new float[] {0.5f, -0.0009765625f, 1f / 3})),
                        new Reading.SentenceReading(List.of(), new Vector(new float[0]))));
        assertThat(ReadingJson.read(ReadingJson.write(reading))).isEqualTo(reading);
    }

    @Test
    void whatIsNeitherIsRefused() {
        assertThatThrownBy(() -> ReportJson.read("{\"schema\": \"dateline/report/9\"}"))
                .hasMessageContaining("dateline/report/9");
        assertThatThrownBy(() -> ReportJson.read("{")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReadingJson.read("{}")).hasMessageContaining("expected 'dateline/reading/1'");
    }
}
