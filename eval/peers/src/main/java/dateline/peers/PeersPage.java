package dateline.peers;

import dateline.eval.NamesTask;
import dateline.eval.ParsingTask;
import dateline.eval.PeerSystem;
import dateline.eval.ReadingTask;
import dateline.eval.Scores;
import dateline.eval.TimexTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes every measure that has a peer and writes the page {@code docs/peers.md}; started by {@code eval/peers.sh}. */
public final class PeersPage {
    private static final String HERE = "this run";

    private PeersPage() {}

    /** @param arguments the folder with {@code reader} and {@code temporal_tagging}, the folder of texts, the page to write */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Path texts = Path.of(arguments[1]);
        // Speed first: the machine is then as idle as it gets, and this process holds no models yet.
        Scores reading = new ReadingTask().run(texts, Optional.empty(), System.err);
        Scores names = new NamesTask().run(data.resolve("reader"), Optional.empty(), System.err);
        Scores parsing = new ParsingTask().run(data.resolve("reader"), Optional.empty(), System.err);
        System.err.println("timex: all documents");
        Scores timex = new TimexTask().run(data.resolve("temporal_tagging"), Optional.empty(), System.err);
        String page = page(reading, names, parsing, timex);
        Files.writeString(Path.of(arguments[2]), page);
        System.out.print(page);
    }

    static String page(Scores reading, Scores names, Scores parsing, Scores timex) {
        StringBuilder page = new StringBuilder("# Beside its peers\n\nMade by `eval/peers.sh`; not written by hand. ")
                .append("Every figure of a row was taken on the same input in the same run, with Java ")
                .append(Runtime.version().feature())
                .append(" on ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors.\n\nCoreNLP runs with its default English models, fine-grained names off; ")
                .append(
                        "`full` is with its rules for times and numbers, `fast` without. Names and trees are the same in both. ")
                .append("HeidelTime gets its words and word classes from CoreNLP.\n");
        page.append("\n## Names: F1 of exact spans with type, gold words\n\n");
        sets(page, names);
        page.append("\n## Trees: gold words, without punctuation and subtypes of labels\n\n");
        sets(page, parsing);
        page.append("\n## Time expressions: all TimeML documents at hand\n\n");
        columns(page, timex);
        page.append("\n## Reading raw text: names, classes, trees\n\n");
        columns(page, reading);
        page.append("\nHow many times as long the peer takes for the same texts:\n\n| | ratio |\n|---|---|\n");
        reading.figures().forEach((key, value) -> {
            if (key.startsWith("ratio")) {
                page.append("| ").append(key).append(" | ").append(shown(value)).append(" |\n");
            }
        });
        page.append(
                "\nA processor second is time the process really had a processor; what else the machine was doing does not "
                        + "count. Where the other figures disagree with it, the machine was shared.\n");
        return page.toString();
    }

    /** One row for every figure of a set that a peer has too. */
    private static void sets(StringBuilder page, Scores scores) {
        page.append("| set | figure | Dateline | peer | | difference |\n|---|---|---|---|---|---|\n");
        List<PeerSystem> peers = PeerSystem.present();
        scores.sets()
                .forEach((set, figures) -> figures.forEach((key, value) -> peers.forEach(peer -> {
                    Double theirs = figures.get(key + "_" + peer.key());
                    if (theirs != null) {
                        page.append("| ")
                                .append(String.join(
                                        " | ",
                                        set,
                                        key,
                                        shown(value),
                                        shown(theirs),
                                        peer.name(),
                                        signed(value - theirs)))
                                .append(" |\n");
                    }
                })));
    }

    /** One row for every figure that a peer has too, one column a system. */
    private static void columns(StringBuilder page, Scores scores) {
        Map<String, Map<String, Double>> peers = new LinkedHashMap<>();
        for (Scores.Peer peer : scores.peers()) {
            if (peer.source().equals(HERE)) {
                peers.computeIfAbsent(peer.system(), key -> new LinkedHashMap<>())
                        .put(peer.figure().replaceAll(",.*", ""), peer.value());
            }
        }
        Map<String, Double> ours = new LinkedHashMap<>(scores.figures());
        page.append("| figure | Dateline | ")
                .append(String.join(" | ", peers.keySet()))
                .append(" |\n|---|---|")
                .append("---|".repeat(peers.size()))
                .append('\n');
        ours.forEach((key, value) -> {
            if (peers.values().stream().anyMatch(each -> each.containsKey(key))) {
                List<String> row = new ArrayList<>(List.of(key, shown(value)));
                peers.values()
                        .forEach(each -> row.add(Optional.ofNullable(each.get(key))
                                .map(PeersPage::shown)
                                .orElse("")));
                page.append("| ").append(String.join(" | ", row)).append(" |\n");
            }
        });
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.3f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }
}
