package dateline.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapesTest {
    @ParameterizedTest
    @CsvSource({
        "harbour, 1",
        "n't, 1",
        "مرفأ, 1",
        "Harbour, 2",
        "O'dare, 2",
        "#Orm, 2",
        "ORM, 3",
        "U.S., 3",
        "A, 4",
        "J., 4",
        "McOrm, 5",
        "K1, 5",
        "60km, 5",
        "orM, 5",
        "1.5, 6",
        "٣, 6",
        ":, 7",
        "🚒, 7"
    })
    void tellsTheCaseOfAWord(String word, int shape) {
        assertThat(Shapes.of(word)).isEqualTo(shape);
    }
}
