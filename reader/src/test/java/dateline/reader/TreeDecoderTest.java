package dateline.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeDecoderTest {
    @Test
    void breaksACycleWhereItCostsLeast() {
        // Words 1 and 2 each like the other best; the root is cheaper for word 2.
        double[][] scores = {{-9, -99, -1}, {-3, -1, -99}};
        assertThat(TreeDecoder.heads(scores)).containsExactly(2, 0);
    }

    @Test
    void givesOneRootWhenTwoWordsWantToBe() {
        double[][] scores = {{-1, -99, -5}, {-1, -4, -99}};
        assertThat(TreeDecoder.heads(scores)).containsExactly(0, 1);
    }

    @Test
    void findsTheBestOfAllTrees() {
        Random random = new Random(5);
        for (int n = 1; n <= 5; n++) {
            for (int round = 0; round < 200; round++) {
                double[][] scores = scores(random, n);
                double best = Double.NEGATIVE_INFINITY;
                int all = (int) Math.pow(n + 1, n);
                for (int code = 0; code < all; code++) {
                    int[] heads = new int[n];
                    int rest = code;
                    for (int d = 0; d < n; d++) {
                        heads[d] = rest % (n + 1);
                        rest /= n + 1;
                    }
                    if (isTree(heads)) {
                        best = Math.max(best, sum(scores, heads));
                    }
                }
                int[] found = TreeDecoder.heads(scores);
                assertThat(isTree(found)).as(Arrays.toString(found)).isTrue();
                assertThat(sum(scores, found)).isEqualTo(best, within(1e-6));
            }
        }
    }

    @Test
    void staysATreeOnLongSentencesOfAnyScores() {
        Random random = new Random(6);
        for (int n : new int[] {50, 160}) {
            assertThat(isTree(TreeDecoder.heads(scores(random, n)))).isTrue();
            double[][] equal = new double[n][n + 1];
            assertThat(isTree(TreeDecoder.heads(equal))).isTrue();
            double[][] cycles = new double[n][n + 1];
            for (int d = 0; d < n; d++) {
                cycles[d][(d ^ 1) + 1 <= n ? (d ^ 1) + 1 : 0] = 10;
            }
            assertThat(isTree(TreeDecoder.heads(cycles))).isTrue();
        }
        assertThat(TreeDecoder.heads(new double[0][])).isEmpty();
    }

    private static double[][] scores(Random random, int n) {
        double[][] scores = new double[n][n + 1];
        for (double[] row : scores) {
            for (int h = 0; h <= n; h++) {
                row[h] = random.nextGaussian() * 4;
            }
        }
        return scores;
    }

    private static double sum(double[][] scores, int[] heads) {
        double sum = 0;
        for (int d = 0; d < heads.length; d++) {
            sum += scores[d][heads[d]];
        }
        return sum;
    }

    private static boolean isTree(int[] heads) {
        int roots = 0;
        for (int d = 0; d < heads.length; d++) {
            roots += heads[d] == 0 ? 1 : 0;
            int up = d + 1;
            for (int steps = 0; up != 0; steps++) {
                if (steps > heads.length) {
                    return false;
                }
                up = heads[up - 1];
            }
        }
        return roots == 1;
    }
}
