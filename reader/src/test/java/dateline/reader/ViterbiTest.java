package dateline.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ViterbiTest {
    @Test
    void neverLetsATagGoOnThatDidNotBegin() {
        // Each word alone would take I of the second type; the best lawful sequence begins it.
        float[][] scores = {{0, 1, 0, 2, 3}, {0, 0, 0, 0, 5}};
        assertThat(Viterbi.best(scores)).containsExactly(3, 4);
    }

    @Test
    void findsTheBestOfAllLawfulSequences() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            float[][] scores = new float[4][5];
            for (float[] row : scores) {
                for (int t = 0; t < row.length; t++) {
                    row[t] = (float) random.nextGaussian() * 3;
                }
            }
            double best = Double.NEGATIVE_INFINITY;
            for (int code = 0; code < 625; code++) {
                int[] path = {code % 5, code / 5 % 5, code / 25 % 5, code / 125};
                best = Math.max(best, sum(scores, path));
            }
            assertThat(sum(scores, Viterbi.best(scores))).isEqualTo(best, within(1e-9));
        }
    }

    @Test
    void takesAnEmptySentence() {
        assertThat(Viterbi.best(new float[0][])).isEmpty();
    }

    /** Minus infinity for an unlawful path. */
    private static double sum(float[][] scores, int[] path) {
        double sum = 0;
        for (int w = 0; w < path.length; w++) {
            boolean inside = path[w] > 0 && path[w] % 2 == 0;
            if (inside && (w == 0 || path[w - 1] != path[w] && path[w - 1] != path[w] - 1)) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += Viterbi.logSoftmax(scores[w])[path[w]];
        }
        return sum;
    }
}
