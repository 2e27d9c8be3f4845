package dateline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointsTest {
    @Test
    void goesThereAndBackInTextsWithManyPairs() {
        Random random = new Random(31);
        for (int round = 0; round < 40; round++) {
            StringBuilder text = new StringBuilder();
            int size = random.nextInt(3000);
            while (text.length() < size) {
                text.append(random.nextInt(3) == 0 ? "🌊" : random.nextInt(40) == 0 ? "\uD800" : "x");
            }
            CodePoints points = new CodePoints(text.toString());
            int point = 0;
            for (int unit = 0; unit <= text.length(); ) {
                assertThat(points.fromUnits(unit)).isEqualTo(point);
                assertThat(points.toUnits(point)).isEqualTo(unit);
                point++;
                unit += unit < text.length() ? Character.charCount(text.codePointAt(unit)) : 1;
            }
        }
    }

    @Test
    void refusesToCutACharacterAndToLeaveTheText() {
        CodePoints points = new CodePoints("a🌊b");
        assertThatThrownBy(() -> points.fromUnits(2)).hasMessageContaining("cuts a character");
        assertThatThrownBy(() -> points.fromUnits(5)).hasMessageContaining("leaves a text of 4");
        assertThatThrownBy(() -> points.toUnits(4)).hasMessageContaining("leaves a text of 3");
    }
}
