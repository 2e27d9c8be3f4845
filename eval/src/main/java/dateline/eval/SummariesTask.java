package dateline.eval;

import dateline.account.Account;
import dateline.analysis.Analysis;
import dateline.analysis.text.Sentence;
import dateline.report.Report;
import dateline.report.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The brief beside the first three sentences of each article and beside TextRank (Mihalcea and Tarau 2004), all cut at the
 * brief's length, by ROUGE-1 and ROUGE-2 F1 against editors' summaries (Multi-News, NeuS as JSON Lines).
 */
public final class SummariesTask implements Task {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The brief's own limit; the others get the same. */
    private static final int WORDS_MAX = 120;

    private static final int LEAD_SENTENCES = 3;
    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 30;

    private final Supplier<Analyst> analysts;
    private final int most;

    public SummariesTask() {
        this(Analyst::open, Integer.MAX_VALUE);
    }

    /** @param most how many sets of articles to take from each file at most */
    SummariesTask(Supplier<Analyst> analysts, int most) {
        this.analysts = analysts;
        this.most = most;
    }

    @Override
    public String name() {
        return "summaries";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Map<String, Tally> sets = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        try (Analyst analyst = analysts.get()) {
            for (Path file : DataFiles.below(data, name -> name.endsWith(".jsonl") && !name.contains("train"))) {
                List<JsonNode> clusters = DataFiles.jsonLines(file);
                if (clusters.isEmpty()
                        || !clusters.get(0).has("articles")
                        || !clusters.get(0).has("reference_summary")) {
                    continue;
                }
                String set = String.valueOf(file.getFileName()).replace(".jsonl", "");
                progress.println("summaries: " + set);
                for (JsonNode cluster : clusters.subList(0, Math.min(most, clusters.size()))) {
                    String id = cluster.get("id").asString();
                    String reference = cluster.get("reference_summary").asString();
                    Map<String, String> summaries = summaries(analyst, cluster);
                    String part = TimexTask.heldApart(id) ? " held apart" : " tuned on";
                    for (String each : List.of(set, set + part)) {
                        Tally tally = sets.computeIfAbsent(each, k -> new Tally());
                        summaries.forEach((system, summary) -> tally.add(system, summary, reference));
                    }
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("set", set);
                    line.put("id", id);
                    line.putAll(summaries);
                    lines.add(JSON.writeValueAsString(line));
                }
            }
        }
        if (sets.isEmpty()) {
            throw new IOException("summaries: no 'articles' with 'reference_summary' below " + data);
        }
        if (predictions.isPresent()) {
            Files.write(predictions.get(), lines, StandardCharsets.UTF_8);
        }
        Scores.Builder scores = Scores.of(name());
        Map<String, List<Double>> means = new LinkedHashMap<>();
        sets.forEach((set, tally) -> tally.figures().forEach((key, value) -> {
            if (!set.contains(" ")) {
                means.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
            }
            scores.figure(set, key, value);
        }));
        means.forEach((key, values) -> scores.figure(
                key, values.stream().mapToDouble(Double::doubleValue).average().orElse(0)));
        return scores.remark("all systems cut at " + WORDS_MAX
                        + " words; ROUGE without stemming; rouge1_gain, rouge2_gain: over the better of the two others")
                .done();
    }

    private static Map<String, String> summaries(Analyst analyst, JsonNode cluster) {
        List<Analysis> analyses = new ArrayList<>();
        List<List<String>> sentences = new ArrayList<>();
        int number = 0;
        for (JsonNode article : cluster.get("articles")) {
            String text = article.isString()
                    ? article.asString()
                    : article.get("text").asString();
            if (text.isBlank()) {
                continue;
            }
            Report report = Analyst.report("article " + number++, text, new Span(0, text.length()));
            Analysis analysis = analyst.analyse(report);
            if (analysis.trees().isEmpty()) {
                continue;
            }
            analyses.add(analysis);
            List<String> own = new ArrayList<>();
            for (Sentence sentence : analysis.segmented().sentences()) {
                own.add(report.quote(sentence.span()).replaceAll("\\s+", " ").strip());
            }
            sentences.add(own);
        }
        Account account = analyst.pipeline().account(analyses, List.of(), Optional.empty());
        Map<String, String> summaries = new LinkedHashMap<>();
        summaries.put(
                "brief",
                cut(account.brief().stream().map(Account.BriefSentence::text).toList()));
        summaries.put("lead3", cut(lead(sentences)));
        summaries.put("textrank", cut(textRank(sentences)));
        return summaries;
    }

    /** The first sentences of each article, in turn, so that a limit does not leave out whole articles. */
    private static List<String> lead(List<List<String>> articles) {
        List<String> lead = new ArrayList<>();
        for (int i = 0; i < LEAD_SENTENCES; i++) {
            for (List<String> article : articles) {
                if (i < article.size()) {
                    lead.add(article.get(i));
                }
            }
        }
        return lead;
    }

    private static List<String> textRank(List<List<String>> articles) {
        List<String> all = articles.stream().flatMap(List::stream).toList();
        List<TreeSet<String>> words =
                all.stream().map(each -> new TreeSet<>(Rouge.words(each))).toList();
        double[][] weight = new double[all.size()][all.size()];
        double[] sums = new double[all.size()];
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                long shared =
                        words.get(i).stream().filter(words.get(j)::contains).count();
                double norm = Math.log(Math.max(1, words.get(i).size()))
                        + Math.log(Math.max(1, words.get(j).size()));
                double alike = norm <= 0 ? 0 : shared / norm;
                weight[i][j] = alike;
                weight[j][i] = alike;
                sums[i] += alike;
                sums[j] += alike;
            }
        }
        double[] rank = IntStream.range(0, all.size()).mapToDouble(i -> 1).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[rank.length];
            for (int i = 0; i < rank.length; i++) {
                double in = 0;
                for (int j = 0; j < rank.length; j++) {
                    in += sums[j] == 0 ? 0 : weight[j][i] / sums[j] * rank[j];
                }
                next[i] = 1 - DAMPING + DAMPING * in;
            }
            rank = next;
        }
        double[] last = rank;
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -last[i]).thenComparing(i -> i))
                .map(all::get)
                .toList();
    }

    /** Sentences in their order as far as the words reach; the last one is cut. */
    private static String cut(List<String> sentences) {
        List<String> words = new ArrayList<>();
        for (String sentence : sentences) {
            for (String word : sentence.split(" ", -1)) {
                if (words.size() < WORDS_MAX) {
                    words.add(word);
                }
            }
        }
        return String.join(" ", words);
    }

    /** ROUGE sums of each system. */
    private static final class Tally {
        private final Map<String, double[]> sums = new TreeMap<>();

        void add(String system, String summary, String reference) {
            double[] sum = sums.computeIfAbsent(system, k -> new double[3]);
            sum[0] += Rouge.f1(summary, reference, 1);
            sum[1] += Rouge.f1(summary, reference, 2);
            sum[2]++;
        }

        Map<String, Double> figures() {
            Map<String, Double> figures = new LinkedHashMap<>();
            for (int n = 0; n < 2; n++) {
                int length = n;
                double best = sums.entrySet().stream()
                        .filter(each -> !each.getKey().equals("brief"))
                        .mapToDouble(each -> each.getValue()[length] / each.getValue()[2])
                        .max()
                        .orElse(0);
                sums.forEach((system, sum) -> figures.put("rouge" + (length + 1) + "_" + system, sum[length] / sum[2]));
                figures.put(
                        "rouge" + (length + 1) + "_gain",
                        figures.getOrDefault("rouge" + (length + 1) + "_brief", 0.0) - best);
            }
            return figures;
        }
    }
}
