package dateline.app;

import java.util.List;

/** The difference between two texts, line by line: {@code -} only wanted, {@code +} only made, blank in both. */
final class LineDiff {
    private LineDiff() {}

    static String of(List<String> wanted, List<String> made) {
        int[][] common = new int[wanted.size() + 1][made.size() + 1];
        for (int i = wanted.size() - 1; i >= 0; i--) {
            for (int j = made.size() - 1; j >= 0; j--) {
                common[i][j] = wanted.get(i).equals(made.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        StringBuilder diff = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < wanted.size() || j < made.size()) {
            if (i < wanted.size() && j < made.size() && wanted.get(i).equals(made.get(j))) {
                diff.append("  ").append(wanted.get(i)).append('\n');
                i++;
                j++;
            } else if (j == made.size() || i < wanted.size() && common[i + 1][j] >= common[i][j + 1]) {
                diff.append("- ").append(wanted.get(i++)).append('\n');
            } else {
                diff.append("+ ").append(made.get(j++)).append('\n');
            }
        }
        return diff.toString();
    }
}
