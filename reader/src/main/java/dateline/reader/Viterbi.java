package dateline.reader;

/** Best sequence of BIO tags under the one rule that I-X follows B-X or I-X (Viterbi 1967). Tags: O, then B and I of each type. */
final class Viterbi {
    private Viterbi() {}

    /** @param scores word by tag, any scale that log-softmax can be taken of */
    static int[] best(float[][] scores) {
        int words = scores.length;
        if (words == 0) {
            return new int[0];
        }
        int tags = scores[0].length;
        double[][] sum = new double[words][tags];
        int[][] from = new int[words][tags];
        for (int w = 0; w < words; w++) {
            double[] log = logSoftmax(scores[w]);
            for (int t = 0; t < tags; t++) {
                double best = Double.NEGATIVE_INFINITY;
                int source = 0;
                if (w == 0) {
                    best = isInside(t) ? -1e9 : 0;
                } else {
                    for (int s = 0; s < tags; s++) {
                        if (!isInside(t) || s == t || s == t - 1) {
                            if (sum[w - 1][s] > best) {
                                best = sum[w - 1][s];
                                source = s;
                            }
                        }
                    }
                }
                sum[w][t] = best + log[t];
                from[w][t] = source;
            }
        }
        int[] path = new int[words];
        int last = 0;
        for (int t = 1; t < tags; t++) {
            if (sum[words - 1][t] > sum[words - 1][last]) {
                last = t;
            }
        }
        for (int w = words - 1; w >= 0; w--) {
            path[w] = last;
            last = from[w][last];
        }
        return path;
    }

    private static boolean isInside(int tag) {
        return tag > 0 && tag % 2 == 0;
    }

    static double[] logSoftmax(float[] scores) {
        double max = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            max = Math.max(max, score);
        }
        double sum = 0;
        for (float score : scores) {
            sum += StrictMath.exp(score - max);
        }
        double log = max + StrictMath.log(sum);
        double[] result = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            result[i] = scores[i] - log;
        }
        return result;
    }
}
