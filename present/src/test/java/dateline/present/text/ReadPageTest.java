package dateline.present.text;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.present.Golden;
import dateline.present.ReadStory;
import org.junit.jupiter.api.Test;

class ReadPageTest {
    @Test
    void showsAllThatWasReadAndWhatWasLeftOut() {
        Golden.same("text/read.txt", ReadPage.render(ReadStory.analysis()));
    }

    @Test
    void aReportOfAttacksIsOnlyText() {
        String text = ReadPage.render(ReadStory.hostile());
        assertThat(text).doesNotContain("\u001B").doesNotContain("\u202E").doesNotContain("\u0000");
        assertThat(text.lines().filter(line -> Columns.of(line) > 80)).isEmpty();
    }
}
