package dateline.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2031-03-04 | Tuesday 4 March 2031 | 2031-03-04",
                "2031-03 | March 2031 | 2031-03",
                "2031 | 2031 | 2031",
                "2031-03~ | about March 2031 | about 2031-03",
                "2031-03-04/2031-03-06 | 4 to 6 March 2031 | 2031-03-04 to 2031-03-06",
                "2031-02-25/2031-03-04~ | 25 February to about 4 March 2031 | 2031-02-25 to about 2031-03-04",
                "2030-12-30/2031-01-02 | 30 December 2030 to 2 January 2031 | 2030-12-30 to 2031-01-02",
                "2031-03-04/.. | since Tuesday 4 March 2031 | since 2031-03-04",
                "../2031-03-04 | until Tuesday 4 March 2031 | until 2031-03-04",
                "2031-02-30 | 2031-02-30 | 2031-02-30",
                "soon | soon | soon",
            })
    void saysNoMoreThanTheDateDoes(String edtf, String words, String iso) {
        assertThat(Dates.words(edtf)).isEqualTo(words);
        assertThat(Dates.iso(edtf)).isEqualTo(iso);
    }

    @Test
    void givesTheDaysThatAreMeant() {
        assertThat(Dates.range("2031-02~"))
                .contains(new Dates.Range(LocalDate.of(2031, 2, 1), LocalDate.of(2031, 2, 28), true, true));
        assertThat(Dates.range("2031-03-04/2031-03-06~"))
                .contains(new Dates.Range(LocalDate.of(2031, 3, 4), LocalDate.of(2031, 3, 6), false, true));
        assertThat(Dates.range("2031-03-06/2031-03-04")).isEmpty();
        assertThat(Dates.range("soon")).isEmpty();
    }
}
