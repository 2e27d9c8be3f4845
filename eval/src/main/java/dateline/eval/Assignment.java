package dateline.eval;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Heaviest one-to-one assignment by the Hungarian method (Kuhn 1955), in cubic time. */
final class Assignment {
    private Assignment() {}

    /** Row to column, for pairs of positive weight; weights are at least 0. */
    static Map<Integer, Integer> heaviest(double[][] weight) {
        int rows = weight.length;
        int columns = rows == 0 ? 0 : weight[0].length;
        Map<Integer, Integer> pairs = new TreeMap<>();
        if (rows == 0 || columns == 0) {
            return pairs;
        }
        int size = Math.max(rows, columns);
        double big = 0;
        for (double[] row : weight) {
            for (double each : row) {
                big = Math.max(big, each);
            }
        }
        big = big == 0 ? 1 : big;
        double[] u = new double[size + 1];
        double[] v = new double[size + 1];
        int[] p = new int[size + 1];
        int[] way = new int[size + 1];
        for (int i = 1; i <= size; i++) {
            p[0] = i;
            int at = 0;
            double[] least = new double[size + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] used = new boolean[size + 1];
            do {
                used[at] = true;
                int row = p[at];
                double delta = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int j = 1; j <= size; j++) {
                    if (!used[j]) {
                        double cost = big - (row <= rows && j <= columns ? weight[row - 1][j - 1] : 0) - u[row] - v[j];
                        if (cost < least[j]) {
                            least[j] = cost;
                            way[j] = at;
                        }
                        if (least[j] < delta) {
                            delta = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= size; j++) {
                    if (used[j]) {
                        u[p[j]] += delta;
                        v[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                at = next;
            } while (p[at] != 0);
            while (at != 0) {
                p[at] = p[way[at]];
                at = way[at];
            }
        }
        for (int j = 1; j <= size; j++) {
            if (p[j] >= 1 && p[j] <= rows && j <= columns && weight[p[j] - 1][j - 1] > 0) {
                pairs.put(p[j] - 1, j - 1);
            }
        }
        return pairs;
    }
}
