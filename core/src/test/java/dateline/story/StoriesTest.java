package dateline.story;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.analysis.text.Vector;
import dateline.pipeline.BundledLexicon;
import dateline.report.ReportId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoriesTest {
    private static final PlacementModel MODEL = new PlacementModel(BundledLexicon.of("en"));
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);
    private static final String FERRY = "ferry arendal aground reef lista captain passengers lifeboats";
    private static final String QUAKE = "earthquake magnitude valley rubble rescuers aftershock hospital collapsed";

    @Test
    void reportsOfOneHappeningAreOneStoryAndOthersAnother() {
        Stories stories = stories(StoryPolicy.DEFAULT, List.of());
        stories.addAll(List.of(
                report(1, MONDAY, FERRY + " coastguard"),
                report(2, MONDAY, FERRY + " tugboat"),
                report(3, MONDAY.plusDays(1), FERRY + " salvage tugboat tow insurers owners"),
                report(4, MONDAY, QUAKE)));
        assertThat(stories.stories())
                .extracting(story -> story.reports().size())
                .containsExactlyInAnyOrder(3, 1);
        assertThat(stories.placement(id(3)).orElseThrow()).isInstanceOf(Placement.Joins.class);
        assertThat(stories.placement(id(4)).orElseThrow()).isInstanceOf(Placement.Founds.class);
    }

    @Test
    void groundsNameTheNearestReportAndTheWordsShared() {
        Stories stories = stories(StoryPolicy.DEFAULT, List.of());
        stories.addAll(List.of(report(1, MONDAY, FERRY), report(2, MONDAY.plusDays(1), FERRY + " salvage")));
        Placement.Repeats repeats = (Placement.Repeats) stories.placement(id(2)).orElseThrow();
        assertThat(repeats.grounds().nearest()).isEqualTo(id(1));
        assertThat(repeats.grounds().words()).contains("arendal", "ferry");
        assertThat(repeats.grounds().mean()).isGreaterThan(StoryPolicy.DEFAULT.joinMin());
    }

    @Test
    void aStoryRunsOnForMonthsWhileItsReportsComeWithinTheWindow() {
        Stories stories = stories(StoryPolicy.DEFAULT, List.of());
        for (int week = 0; week < 16; week++) {
            stories.add(report(week, MONDAY.plusWeeks(week), FERRY));
        }
        assertThat(stories.stories()).hasSize(1);
    }

    @Test
    void whatComesAfterALongSilenceIsAStoryOfItsOwn() {
        Stories stories = stories(StoryPolicy.DEFAULT, List.of());
        stories.addAll(List.of(report(1, MONDAY, QUAKE), report(2, MONDAY.plusMonths(3), QUAKE)));
        assertThat(stories.stories()).hasSize(2);
    }

    @Test
    void anAnalystKeepsApartWhatIsAlikeAndPutsTogetherWhatIsNot() {
        List<StoryDecision> decisions = List.of(
                new StoryDecision(id(1), id(2), false, "an editor", "two groundings a year apart, one misdated"),
                new StoryDecision(id(4), id(1), true, "an editor", "the quake sank the quay"));
        for (List<Integer> order : List.of(List.of(1, 2, 3, 4), List.of(4, 3, 2, 1), List.of(2, 4, 1, 3))) {
            Stories stories = stories(StoryPolicy.DEFAULT, decisions);
            for (int number : order) {
                stories.add(
                        switch (number) {
                            case 1 -> report(1, MONDAY, FERRY);
                            case 2 -> report(2, MONDAY, FERRY);
                            case 3 -> report(3, MONDAY.plusDays(20), FERRY);
                            default -> report(4, MONDAY.plusDays(1), QUAKE);
                        });
            }
            assertThat(stories.storyOf(id(1))).isNotEqualTo(stories.storyOf(id(2)));
            assertThat(stories.storyOf(id(4))).isEqualTo(stories.storyOf(id(1)));
        }
    }

    @Test
    void anEarlierReportThatArrivesLateGivesTheStoryItsNameAndTheOldNameLeadsThere() {
        Stories stories = stories(StoryPolicy.DEFAULT, List.of());
        stories.addAll(
                List.of(report(2, MONDAY.plusDays(1), FERRY + " tow"), report(3, MONDAY.plusDays(2), FERRY + " tow")));
        assertThat(stories.storyOf(id(3)).orElseThrow().id()).isEqualTo(id(2));
        assertThat(stories.add(report(1, MONDAY, FERRY + " tow"))).contains(id(1));
        assertThat(stories.storyOf(id(2)).orElseThrow().id()).isEqualTo(id(1));
    }

    /** Small limits, so that reports push one another out of sight all the time. */
    @Test
    void anyArrivalOrderEndsInTheSameStoriesByteForByte() {
        StoryPolicy narrow = new StoryPolicy(6, 5, 3, 0.01, 0.02, 0.35, 0.3, 0.25, 0.08, 0.9);
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            List<Profile> reports = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Optional<LocalDate> day =
                        random.nextInt(8) == 0 ? Optional.empty() : Optional.of(MONDAY.plusDays(random.nextInt(25)));
                reports.add(random(i, day, random));
            }
            Stories atOnce = stories(narrow, List.of());
            atOnce.addAll(reports);
            Collections.shuffle(reports, random);
            Stories oneByOne = stories(narrow, List.of());
            int late = random.nextInt(30);
            oneByOne.addAll(reports.subList(0, late));
            reports.subList(late, reports.size()).forEach(oneByOne::add);
            assertThat(written(oneByOne)).as("seed %d", seed).isEqualTo(written(atOnce));
        }
    }

    private static Stories stories(StoryPolicy policy, List<StoryDecision> decisions) {
        return new Stories(policy, MODEL, decisions);
    }

    private static String written(Stories stories) {
        StringBuilder text = new StringBuilder();
        for (Story story : stories.stories()) {
            text.append(story.id().sha256().substring(0, 6))
                    .append(' ')
                    .append(story.near())
                    .append('\n');
            story.reports()
                    .forEach(report -> text.append(stories.placement(report)).append('\n'));
        }
        return text.toString();
    }

    private static Profile random(int number, Optional<LocalDate> day, Random random) {
        String[] topics = {
            FERRY,
            QUAKE,
            "election ballot recount senate margin canvass voters",
            "ferry quay strike union wages dockers"
        };
        List<String> words = new ArrayList<>(List.of(topics[random.nextInt(4)].split(" ")));
        Collections.shuffle(words, random);
        List<String> kept = new ArrayList<>(words.subList(0, 4 + random.nextInt(3)));
        kept.add("word" + random.nextInt(9));
        kept.add("word" + random.nextInt(9) + "x");
        return report(number, day, String.join(" ", kept));
    }

    private static Profile report(int number, LocalDate day, String words) {
        return report(number, Optional.of(day), words);
    }

    private static Profile report(int number, Optional<LocalDate> day, String words) {
        Map<String, Double> weights = new TreeMap<>();
        float[] meaning = new float[16];
        for (String word : words.split(" ")) {
            weights.put(word, 1.0);
            meaning[Math.floorMod(word.hashCode(), 16)] += 1;
        }
        Terms terms = Terms.of(weights);
        Vector vector = new Vector(meaning);
        return new Profile(
                id(number),
                day,
                Optional.empty(),
                terms,
                terms,
                Terms.of(Map.of()),
                Terms.of(Map.of()),
                List.of(),
                List.of(),
                vector,
                vector,
                terms.heaviest(32));
    }

    private static ReportId id(int number) {
        return new ReportId(String.format("%064x", (number * 2654435761L) & 0xffffffffL));
    }
}
