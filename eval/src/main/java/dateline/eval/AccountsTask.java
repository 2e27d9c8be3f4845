package dateline.eval;

import dateline.account.Account;
import dateline.codec.AccountJson;
import dateline.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Scores accounts of clusters that have gold: folders below the data folder that hold a {@code gold.json}, and clusters for
 * which this project keeps gold of its own in {@code eval/gold/<cluster>.json} (reported apart).
 */
final class AccountsTask implements Task {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path OWN_GOLD = Path.of("eval", "gold");

    /** Makes the account of a folder of reports; the reports come with it, for their texts. */
    interface Maker {
        Made make(Path folder, PrintStream progress) throws IOException;
    }

    record Made(Account account, List<Report> reports) {}

    private final Maker maker;

    AccountsTask(Maker maker) {
        this.maker = maker;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Map<Path, Path> given = new LinkedHashMap<>();
        for (Path gold : DataFiles.below(data, name -> name.equals("gold.json"))) {
            Optional.ofNullable(gold.getParent()).ifPresent(folder -> given.put(folder, gold));
        }
        Map<Path, Path> own = new LinkedHashMap<>();
        for (Path cluster : DataFiles.below(data, name -> name.equals("cluster.json"))) {
            Path folder = cluster.toAbsolutePath().getParent();
            if (folder == null) {
                continue;
            }
            Path gold = OWN_GOLD.resolve(folder.getFileName() + ".json");
            if (Files.exists(gold) && !Files.exists(folder.resolve("gold.json"))) {
                own.put(folder, gold);
            }
        }
        if (given.isEmpty() && own.isEmpty()) {
            throw new IOException("accounts: no gold.json below " + data);
        }
        Scores.Builder scores = Scores.of("accounts");
        List<Double> overall = new ArrayList<>();
        List<Double> traceable = new ArrayList<>();
        List<Double> ownOverall = new ArrayList<>();
        for (Map<Path, Path> part : List.of(given, own)) {
            for (Map.Entry<Path, Path> cluster : part.entrySet()) {
                String name = cluster.getKey().getFileName().toString();
                progress.println("accounts: " + name);
                Map<String, Double> figures = score(cluster.getKey(), cluster.getValue(), predictions, progress);
                figures.forEach((key, value) -> scores.figure(part == own ? name + " (own gold)" : name, key, value));
                (part == own ? ownOverall : overall).add(figures.get("overall"));
                traceable.add(figures.get("traceable"));
            }
        }
        if (!overall.isEmpty()) {
            scores.figure("overall", mean(overall));
        }
        scores.figure("traceable", mean(traceable));
        if (!ownOverall.isEmpty()) {
            scores.figure("own_gold_overall", mean(ownOverall));
        }
        return scores.peer("careful people writing blind", "overall", 0.86, "design.md, measured")
                .peer("a script that dumps sentences", "overall", 0.20, "design.md, measured")
                .done();
    }

    private Map<String, Double> score(Path folder, Path gold, Optional<Path> predictions, PrintStream progress)
            throws IOException {
        Made made = maker.make(folder, progress);
        String json = AccountJson.write(made.account(), made.reports());
        if (predictions.isPresent()) {
            Files.createDirectories(predictions.get());
            Files.writeString(
                    predictions.get().resolve(folder.getFileName() + ".account.json"), json, StandardCharsets.UTF_8);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Report report : made.reports()) {
            texts.put(Path.of(report.file()).getFileName().toString(), report.text());
        }
        JsonNode wanted = JSON.readTree(Files.readString(gold, StandardCharsets.UTF_8));
        return new AccountScorer(wanted, JSON.readTree(json), texts).score();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
