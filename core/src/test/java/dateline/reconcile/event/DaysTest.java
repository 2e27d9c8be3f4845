package dateline.reconcile.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.reconcile.decision.EventDecisions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
    @ParameterizedTest
    @CsvSource({
        "2031-03-04, 2031-03-04",
        "2031-03, 2031-03",
        "2031, 2031",
        "2031-03-04/2031-03-06, 2031-03-04/2031-03-06",
        "2031-03-01/2031-03-31, 2031-03"
    })
    void isWrittenNoFinerThanItWasRead(String given, String written) {
        assertThat(EventDecisions.days(given).edtf()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2031-13", "2031-02-30", "04.03.2031", ""})
    void refusesWhatIsNoDate(String given) {
        assertThatThrownBy(() -> EventDecisions.days(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a date");
    }
}
