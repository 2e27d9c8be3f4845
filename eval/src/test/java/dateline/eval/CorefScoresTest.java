package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CorefScoresTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void theSamePartitionIsPerfectUnderOtherNames() {
        CorefScores scores = CorefScores.of(List.of("a", "a", "b", "c"), List.of("2", "2", "1", "9"));
        assertThat(scores.conll()).isEqualTo(1, CLOSE);
    }

    /** Gold {1,2,3,4,5} {6,7} {8..12}; ours joins the first two: worked by hand after Bagga and Baldwin's example. */
    @Test
    void joiningTwoChainsCostsPrecisionOnly() {
        List<String> gold = List.of("a", "a", "a", "a", "a", "b", "b", "c", "c", "c", "c", "c");
        List<String> ours = List.of("x", "x", "x", "x", "x", "x", "x", "y", "y", "y", "y", "y");
        CorefScores scores = CorefScores.of(gold, ours);
        assertThat(scores.muc().recall()).isEqualTo(1, CLOSE);
        assertThat(scores.muc().precision()).as("9 of 10 links").isEqualTo(9 / 10.0, CLOSE);
        assertThat(scores.bCubed().recall()).isEqualTo(1, CLOSE);
        assertThat(scores.bCubed().precision())
                .as("5 mentions at 5/7, 2 at 2/7, 5 at 1")
                .isEqualTo((5 * 5 / 7.0 + 2 * 2 / 7.0 + 5) / 12, CLOSE);
        double alike = 2 * 5 / 12.0 + 1;
        assertThat(scores.ceafE().precision()).isEqualTo(alike / 2, CLOSE);
        assertThat(scores.ceafE().recall()).isEqualTo(alike / 3, CLOSE);
    }

    @Test
    void singletonsCarryNoLinksButCountElsewhere() {
        CorefScores scores = CorefScores.of(List.of("a", "a", "b"), List.of("1", "2", "3"));
        assertThat(scores.muc().f1()).isZero();
        assertThat(scores.bCubed().recall()).isEqualTo((0.5 + 0.5 + 1) / 3, CLOSE);
        assertThat(scores.bCubed().precision()).isEqualTo(1, CLOSE);
        assertThat(scores.ceafE().recall()).isEqualTo((2 / 3.0 + 1) / 2, CLOSE);
        assertThat(scores.ceafE().precision()).isEqualTo((2 / 3.0 + 1) / 3, CLOSE);
    }

    @Test
    void partitionsOfDifferentMentionsAreRefused() {
        assertThatThrownBy(() -> CorefScores.of(List.of("a"), List.of())).hasMessageContaining("1 mentions");
    }
}
