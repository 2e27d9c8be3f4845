package dateline.eval;

import dateline.analysis.text.Vector;
import dateline.pipeline.BundledLexicon;
import dateline.report.ReportId;
import dateline.story.PlacementModel;
import dateline.story.Profile;
import dateline.story.Stories;
import dateline.story.StoryPolicy;
import dateline.story.Terms;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * What placing one report costs as the window fills: made-up reports whose words are as common as in news (the table of word
 * weights), in stories of their own names. Usage: {@code PlacementCost 1000 10000 100000}; the figure of each size is taken over the
 * last thousand placements of one run, all reports lying within the window.
 */
public final class PlacementCost {
    private static final int MEASURED = 1000;
    private static final int STORY_SIZE_MEAN = 12;
    private static final Instant START = Instant.parse("2031-03-01T00:00:00Z");

    private final Random random = new Random(1);
    private final String[] words;
    private final double[] upTo;

    private PlacementCost() {
        List<List<String>> rows = BundledLexicon.of("en").rows("story/word-weights.txt").stream()
                .filter(row -> !row.get(0).equals("texts"))
                .toList();
        words = rows.stream().map(row -> row.get(0)).toArray(String[]::new);
        upTo = new double[words.length];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += Double.parseDouble(rows.get(i).get(1));
            upTo[i] = sum;
        }
    }

    public static void main(String[] arguments) {
        int[] sizes =
                Arrays.stream(arguments).mapToInt(Integer::parseInt).sorted().toArray();
        new PlacementCost().run(sizes);
    }

    private void run(int[] sizes) {
        int all = sizes[sizes.length - 1];
        Stories stories = new Stories(StoryPolicy.DEFAULT, new PlacementModel(BundledLexicon.of("en")), List.of());
        List<List<String>> cores = new ArrayList<>();
        // Processor time, not the clock on the wall: other work on the machine is no part of the cost.
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[all];
        long seconds = 50L * 24 * 3600 / all;
        System.out.println("reports\tmedian_ms\tp95_ms\theap_mb");
        int next = 0;
        for (int i = 0; i < all; i++) {
            Profile profile = report(i, START.plusSeconds(seconds * i), cores);
            long begun = clock.getCurrentThreadCpuTime();
            stories.add(profile);
            nanos[i] = clock.getCurrentThreadCpuTime() - begun;
            if (i + 1 == sizes[next]) {
                next++;
                long[] last = Arrays.copyOfRange(nanos, Math.max(0, i + 1 - MEASURED), i + 1);
                Arrays.sort(last);
                System.gc();
                long heap = Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory();
                System.out.printf(
                        Locale.ROOT,
                        "%d\t%.2f\t%.2f\t%d%n",
                        i + 1,
                        last[last.length / 2] / 1e6,
                        last[last.length * 95 / 100] / 1e6,
                        heap >> 20);
            }
        }
    }

    /** One of the running stories, a new one now and then. */
    private Profile report(int number, Instant at, List<List<String>> cores) {
        int story = cores.isEmpty() || random.nextInt(STORY_SIZE_MEAN) == 0
                ? cores.size()
                : Math.max(0, cores.size() - 1 - random.nextInt(Math.min(cores.size(), 400)));
        if (story == cores.size()) {
            List<String> core = new ArrayList<>(List.of("name" + story, "body" + story, "town" + story / 3));
            for (int i = 0; i < 20; i++) {
                core.add(word());
            }
            cores.add(core);
        }
        Map<String, Double> weights = new TreeMap<>();
        float[] meaning = new float[128];
        Random ofStory = new Random(story);
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] = (float) (ofStory.nextGaussian() + random.nextGaussian());
        }
        for (String word : cores.get(story)) {
            if (random.nextInt(10) < 7) {
                weights.merge(word, weight(word) * 1.7, Double::sum);
            }
        }
        for (int i = 0; i < 80; i++) {
            String word = word();
            weights.putIfAbsent(word, weight(word));
        }
        Terms terms = Terms.of(weights);
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return new Profile(
                new ReportId(String.format(Locale.ROOT, "%064x", number)),
                Optional.of(day),
                Optional.of(at),
                terms,
                terms,
                Terms.of(Map.of("name" + story, 1.0)),
                Terms.of(Map.of("town" + story / 3, 1.0)),
                List.of(),
                List.of(),
                new Vector(meaning),
                new Vector(meaning),
                terms.heaviest(32));
    }

    private String word() {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, at);
        return words[Math.min(words.length - 1, found < 0 ? -found - 1 : found)];
    }

    private double weight(String word) {
        int at = Arrays.binarySearch(words, word);
        double texts = at < 0 ? 0.5 : upTo[at] - (at == 0 ? 0 : upTo[at - 1]);
        return StrictMath.max(0.05, StrictMath.log(3450 / texts));
    }
}
