package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScoresTest {
    private final Scores scores = Scores.of("names")
            .figure("f1", 0.5)
            .figure("small_dev", "f1", 0.25)
            .figure("small_dev", "words", 1200)
            .peer("Somebody", "f1, small_dev", 0.2, "made up")
            .done();

    @Test
    void printsFiguresSetsAndPeersInTheOrderGiven() {
        assertThat(scores.text()).isEqualTo("""
                        names
                          f1                            0.5000
                          small_dev
                            f1                          0.2500
                            words                       1,200
                          others
                            Somebody: f1, small_dev                                 0.2000  (made up)
                        """);
    }

    @Test
    void writesOneJsonObjectWithTheFiguresUnderTheirOwnKeys() {
        assertThat(scores.json())
                .isEqualTo(
                        "{\"task\": \"names\", \"f1\": 0.5, \"sets\": {\"small_dev\": {\"f1\": 0.25, \"words\": 1200}}, "
                                + "\"peers\": [{\"system\": \"Somebody\", \"figure\": \"f1, small_dev\", \"value\": 0.2, "
                                + "\"source\": \"made up\"}]}");
    }
}
