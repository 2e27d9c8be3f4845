package dateline.eval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Lays out the results of all tasks as the Markdown page {@code docs/evaluation.md}. */
public final class EvaluationPage {
    private EvaluationPage() {}

    /**
     * @param conditions where and how the figures were taken, one sentence a line
     */
    public static String render(List<Scores> all, Floors floors, List<String> conditions) {
        StringBuilder page = new StringBuilder("# Evaluation\n\nMade by `eval/evaluate.sh`; not written by hand.\n\n");
        conditions.forEach(line -> page.append("- ").append(line).append('\n'));
        for (Scores scores : all) {
            page.append("\n## ").append(scores.task()).append("\n\n| figure | value | floor |\n|---|---|---|\n");
            scores.figures().forEach((key, value) -> {
                OptionalDouble floor = floors.floor(scores.task(), key);
                page.append("| ")
                        .append(key)
                        .append(" | ")
                        .append(shown(value))
                        .append(" | ")
                        .append(floor.isPresent() ? shown(floor.getAsDouble()) : "")
                        .append(" |\n");
            });
            if (!scores.sets().isEmpty()) {
                page.append("\n| set | figures |\n|---|---|\n");
                for (Map.Entry<String, Map<String, Double>> set : scores.sets().entrySet()) {
                    StringBuilder figures = new StringBuilder();
                    set.getValue()
                            .forEach((key, value) -> figures.append(figures.isEmpty() ? "" : ", ")
                                    .append(key)
                                    .append(' ')
                                    .append(shown(value))
                                    .append(floors.floor(scores.task(), set.getKey() + "." + key).stream()
                                            .mapToObj(floor -> " (floor " + shown(floor) + ")")
                                            .findFirst()
                                            .orElse("")));
                    page.append("| ")
                            .append(set.getKey())
                            .append(" | ")
                            .append(figures)
                            .append(" |\n");
                }
            }
            if (!scores.peers().isEmpty()) {
                page.append("\nOthers: ");
                StringBuilder peers = new StringBuilder();
                scores.peers()
                        .forEach(peer -> peers.append(peers.isEmpty() ? "" : "; ")
                                .append(peer.system())
                                .append(", ")
                                .append(peer.figure())
                                .append(": ")
                                .append(shown(peer.value()))
                                .append(" (")
                                .append(peer.source())
                                .append(')'));
                page.append(peers).append(".\n");
            }
            scores.remarks().forEach(remark -> page.append('\n').append(remark).append('\n'));
        }
        return page.toString();
    }

    private static String shown(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
