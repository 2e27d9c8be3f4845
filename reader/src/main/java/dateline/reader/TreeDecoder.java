package dateline.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The best dependency tree under arc scores, with exactly one root (Chu and Liu 1965, Edmonds 1967). */
final class TreeDecoder {
    private TreeDecoder() {}

    /**
     * @param scores word by head, log scale: {@code scores[d][0]} for the root, {@code scores[d][h]} for word h, counted from 1
     * @return head of each word counted from 1, 0 for the root
     */
    static int[] heads(double[][] scores) {
        int n = scores.length;
        if (n == 0) {
            return new int[0];
        }
        int[] greedy = new int[n];
        int roots = 0;
        for (int d = 0; d < n; d++) {
            greedy[d] = best(scores[d], d);
            roots += greedy[d] == 0 ? 1 : 0;
        }
        if (roots == 1 && isTree(greedy)) {
            return greedy;
        }
        // One root only: its cost is made so high that a second one never pays.
        double[][] weight = new double[n + 1][n + 1];
        for (double[] row : weight) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        for (int d = 0; d < n; d++) {
            for (int h = 0; h <= n; h++) {
                if (h != d + 1) {
                    weight[d + 1][h] = scores[d][h] - (h == 0 ? 10_000 : 0);
                }
            }
        }
        int[] tree = edmonds(weight);
        int[] heads = new int[n];
        for (int d = 0; d < n; d++) {
            heads[d] = tree[d + 1];
        }
        return heads;
    }

    private static int best(double[] row, int word) {
        int best = 0;
        for (int h = 1; h < row.length; h++) {
            if (h != word + 1 && row[h] > row[best]) {
                best = h;
            }
        }
        return best;
    }

    private static boolean isTree(int[] heads) {
        int[] state = new int[heads.length + 1];
        state[0] = 2;
        for (int d = 1; d <= heads.length; d++) {
            int up = d;
            List<Integer> path = new ArrayList<>();
            while (state[up] == 0) {
                state[up] = 1;
                path.add(up);
                up = heads[up - 1];
            }
            if (state[up] == 1) {
                return false;
            }
            path.forEach(each -> state[each] = 2);
        }
        return true;
    }

    /** Heads of nodes 1..n of the heaviest arborescence from 0; {@code weight[d][h]}. Contracts one cycle at a time. */
    private static int[] edmonds(double[][] weight) {
        int n = weight.length;
        int[] head = new int[n];
        for (int d = 1; d < n; d++) {
            for (int h = 0; h < n; h++) {
                if (h != d && (head[d] == d || weight[d][h] > weight[d][head[d]] || head[d] == 0 && h == 0)) {
                    head[d] = h;
                }
            }
        }
        int[] cycle = cycle(head);
        if (cycle.length == 0) {
            return head;
        }
        boolean[] inCycle = new boolean[n];
        double cycleWeight = 0;
        for (int v : cycle) {
            inCycle[v] = true;
            cycleWeight += weight[v][head[v]];
        }
        int[] old = new int[n];
        int[] renumbered = new int[n];
        int size = 0;
        for (int v = 0; v < n; v++) {
            if (!inCycle[v]) {
                old[size] = v;
                renumbered[v] = size++;
            }
        }
        int joint = size++;
        double[][] smaller = new double[size][size];
        for (double[] row : smaller) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        int[] enters = new int[size];
        int[] leaves = new int[size];
        for (int d = 0; d < n; d++) {
            for (int h = 0; h < n; h++) {
                if (d == h || d == 0) {
                    continue;
                }
                if (!inCycle[d] && !inCycle[h]) {
                    smaller[renumbered[d]][renumbered[h]] = weight[d][h];
                } else if (!inCycle[d]) {
                    if (weight[d][h] > smaller[renumbered[d]][joint]) {
                        smaller[renumbered[d]][joint] = weight[d][h];
                        leaves[renumbered[d]] = h;
                    }
                } else if (!inCycle[h]) {
                    double gain = weight[d][h] - weight[d][head[d]] + cycleWeight;
                    if (gain > smaller[joint][renumbered[h]]) {
                        smaller[joint][renumbered[h]] = gain;
                        enters[renumbered[h]] = d;
                    }
                }
            }
        }
        int[] solved = edmonds(smaller);
        int[] result = new int[n];
        for (int v : cycle) {
            result[v] = head[v];
        }
        for (int d = 1; d < size; d++) {
            if (d == joint) {
                int entry = enters[solved[d]];
                result[entry] = old[solved[d]];
            } else {
                result[old[d]] = solved[d] == joint ? leaves[d] : old[solved[d]];
            }
        }
        return result;
    }

    private static int[] cycle(int[] head) {
        int[] state = new int[head.length];
        state[0] = -1;
        for (int d = 1; d < head.length; d++) {
            int up = d;
            while (state[up] == 0) {
                state[up] = d;
                up = head[up];
            }
            if (state[up] == d) {
                List<Integer> found = new ArrayList<>();
                int at = up;
                do {
                    found.add(at);
                    at = head[at];
                } while (at != up);
                return found.stream().mapToInt(Integer::intValue).toArray();
            }
        }
        return new int[0];
    }
}
