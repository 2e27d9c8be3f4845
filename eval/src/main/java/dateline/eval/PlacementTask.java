package dateline.eval;

import dateline.pipeline.BundledLexicon;
import dateline.report.ReportId;
import dateline.story.PlacementModel;
import dateline.story.Profile;
import dateline.story.Stories;
import dateline.story.Story;
import dateline.story.StoryPolicy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Which reports are put together: B-cubed over streams of reports with the story of each, in canonical order; and whether any
 * arrival order, also with half arriving late, ends in the same stories byte for byte.
 */
final class PlacementTask implements Task {
    private static final int ORDERS = 20;

    @Override
    public String name() {
        return "placement";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        List<Path> files = StreamFile.below(data);
        if (files.isEmpty()) {
            throw new IOException("placement: no stream (*.jsonl whose lines have id, text and story) below " + data);
        }
        Scores.Builder scores = Scores.of(name());
        List<String> raw = new ArrayList<>();
        PlacementModel model = new PlacementModel(BundledLexicon.of("en"));
        double sum = 0;
        int same = 0;
        int orders = 0;
        Map<String, double[]> found = new LinkedHashMap<>();
        for (Path file : files) {
            StreamFile stream = StreamFile.read(file, progress);
            Map<ReportId, String> placed = storyOf(placed(model, List.of(profiles(stream))));
            List<String> gold = new ArrayList<>();
            List<String> ours = new ArrayList<>();
            for (StreamFile.Told told : stream.told()) {
                gold.add(told.story());
                ours.add(placed.getOrDefault(told.profile().id(), ""));
                raw.add("{\"stream\": \"" + stream.name() + "\", \"id\": \"" + told.id() + "\", \"story\": \""
                        + placed.getOrDefault(told.profile().id(), "") + "\"}");
            }
            double[] bcubed = bcubed(gold, ours);
            double[] counts = {
                ours.stream().distinct().count(), gold.stream().distinct().count(), gold.size()
            };
            found.put(stream.name(), new double[] {bcubed[0], bcubed[1], bcubed[2], counts[0], counts[1], counts[2]});
            sum += bcubed[2];
            String canonical = written(placed(model, List.of(profiles(stream))));
            for (int seed = 1; seed <= ORDERS; seed++) {
                orders++;
                if (written(placed(model, shuffled(stream, seed))).equals(canonical)) {
                    same++;
                }
            }
            progress.println("placement: " + stream.name() + ": " + ORDERS + " arrival orders tried");
        }
        scores.figure("bcubed_f1", sum / files.size());
        found.forEach((stream, figures) -> scores.figure(key(stream) + "_bcubed_f1", figures[2]));
        scores.figure("same_in_any_order", (double) same / orders);
        found.forEach((stream, figures) -> scores.figure(stream, "bcubed_f1", figures[2])
                .figure(stream, "bcubed_precision", figures[0])
                .figure(stream, "bcubed_recall", figures[1])
                .figure(stream, "stories", figures[3])
                .figure(stream, "stories_gold", figures[4])
                .figure(stream, "reports", figures[5]));
        if (predictions.isPresent()) {
            Files.write(predictions.get(), raw, StandardCharsets.UTF_8);
        }
        return scores.peer(
                        "TF-IDF, one pass, own threshold",
                        "bcubed_f1, allsides_stream",
                        0.850,
                        "README of story_clustering")
                .peer("TF-IDF, one pass, own threshold", "bcubed_f1, ecbplus_docs", 0.846, "README of story_clustering")
                .peer("TF-IDF, one pass, own threshold", "bcubed_f1, basil_stream", 0.989, "README of story_clustering")
                .remark(
                        "bcubed_f1 is the mean over streams. The weights are fitted on these streams; what one half's weights reach on the other stands in docs/placement.md.")
                .remark(
                        "The days of the AllSides stream are those of its story pages, so reports of one story share a day; true streams are harder.")
                .done();
    }

    /** {@code allsides} of {@code allsides_stream}. */
    private static String key(String stream) {
        return stream.replaceAll("_(stream|docs).*$", "");
    }

    private static List<Profile> profiles(StreamFile stream) {
        return stream.told().stream().map(StreamFile.Told::profile).toList();
    }

    /** Odd seeds: any order, one by one. Even seeds: half at once, the other half late, one by one. */
    private static List<List<Profile>> shuffled(StreamFile stream, int seed) {
        List<Profile> mixed = new ArrayList<>(profiles(stream));
        Collections.shuffle(mixed, new Random(seed));
        int atOnce = seed % 2 == 0 ? mixed.size() / 2 : 0;
        List<List<Profile>> arriving = new ArrayList<>();
        arriving.add(mixed.subList(0, atOnce));
        mixed.subList(atOnce, mixed.size()).forEach(each -> arriving.add(List.of(each)));
        return arriving;
    }

    private static Stories placed(PlacementModel model, List<List<Profile>> arriving) {
        Stories stories = new Stories(StoryPolicy.DEFAULT, model, List.of());
        arriving.forEach(stories::addAll);
        return stories;
    }

    private static Map<ReportId, String> storyOf(Stories stories) {
        Map<ReportId, String> of = new TreeMap<>();
        for (Story story : stories.stories()) {
            story.reports().forEach(report -> of.put(report, story.id().sha256()));
        }
        return of;
    }

    private static String written(Stories stories) {
        StringBuilder text = new StringBuilder();
        for (Story story : stories.stories()) {
            text.append(story).append('\n');
            story.reports()
                    .forEach(report -> text.append(stories.placement(report)).append('\n'));
        }
        return text.toString();
    }

    /** Precision, recall and F1, averaged over reports (Bagga and Baldwin 1998). */
    static double[] bcubed(List<String> gold, List<String> ours) {
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < gold.size(); i++) {
            int inGold = 0;
            int inOurs = 0;
            int inBoth = 0;
            for (int j = 0; j < gold.size(); j++) {
                boolean sameGold = gold.get(i).equals(gold.get(j));
                boolean sameOurs = ours.get(i).equals(ours.get(j));
                inGold += sameGold ? 1 : 0;
                inOurs += sameOurs ? 1 : 0;
                inBoth += sameGold && sameOurs ? 1 : 0;
            }
            precision += (double) inBoth / inOurs;
            recall += (double) inBoth / inGold;
        }
        precision /= gold.size();
        recall /= gold.size();
        return new double[] {precision, recall, 2 * precision * recall / (precision + recall)};
    }
}
