package dateline.reconcile.event;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.analysis.claim.Claim;
import dateline.analysis.text.Vector;
import dateline.pipeline.BundledLexicon;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EventBuilderTest {
    private final EventBuilder builder = new EventBuilder(new Kinship(BundledLexicon.of("en")), EventPolicy.DEFAULT);
    private final List<Happening> tellings = new ArrayList<>();

    @Test
    void tellingsOfOneKindWithTheSameActorsAreOneEvent() {
        telling("storm", "ASSAULT", "2031-03-04", Set.of(1, 2), "storm", "crowd", "ministry");
        telling("storm", "ASSAULT", "2031-03-04", Set.of(1, 2), "break_into", "crowd", "ministry", "door");
        assertThat(builder.group(tellings)).hasSize(1);
    }

    @Test
    void twoEarthquakesAWeekApartStayApart() {
        telling("quake", "DISASTER", "2031-03-04", Set.of(1), "earthquake", "island", "magnitude");
        telling("quake", "DISASTER", "2031-03-11", Set.of(1), "earthquake", "island", "magnitude");
        assertThat(builder.group(tellings)).hasSize(2);
    }

    @Test
    void kindsThatHaveNothingToDoWithEachOtherStayApartOnOneDay() {
        telling("storm", "ASSAULT", "2031-03-04", Set.of(1, 2), "storm", "crowd", "ministry");
        telling("restore", "AID", "2031-03-04", Set.of(3), "restore", "power", "village");
        assertThat(builder.group(tellings)).hasSize(2);
    }

    @Test
    void aThinTellingThatFitsNowhereFoundsNothing() {
        telling("storm", "ASSAULT", "2031-03-04", Set.of(1, 2), "storm", "crowd", "ministry");
        tellings.add(new Happening(
                1,
                0,
                List.of(claim("election", "ELECTION")),
                "report:0",
                0.2,
                Set.of("election"),
                Set.of("vote"),
                Map.of("vote", 1),
                Set.of(),
                Set.of(),
                Set.of(),
                new Vector(new float[] {0, 1}),
                Optional.empty(),
                true));
        assertThat(builder.group(tellings)).hasSize(1);
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        telling("storm", "ASSAULT", "2031-03-04", Set.of(1, 2), "storm", "crowd", "ministry");
        telling("storm", "ASSAULT", "2031-03-04", Set.of(1), "break_into", "crowd", "ministry", "door");
        telling("quake", "DISASTER", "2031-03-04", Set.of(4), "earthquake", "island");
        List<List<Happening>> forward = builder.group(tellings);
        Collections.reverse(tellings);
        assertThat(builder.group(tellings)).isEqualTo(forward);
    }

    private void telling(String family, String type, String day, Set<Integer> entities, String... stems) {
        Map<String, Integer> words = new TreeMap<>();
        for (String stem : stems) {
            words.put(stem, 1);
        }
        Days days = new Days(LocalDate.parse(day), LocalDate.parse(day));
        tellings.add(new Happening(
                tellings.size(),
                tellings.size(),
                List.of(claim(family, type)),
                "report:" + tellings.size(),
                1.0 / (1 + tellings.size()),
                Set.of(family),
                Set.of(stems[0]),
                words,
                new TreeSet<>(entities),
                Set.of(),
                Set.of(),
                new Vector(new float[] {1, 0}),
                Optional.of(days),
                false));
    }

    private static Claim claim(String family, String type) {
        return new Claim(
                0,
                0,
                0,
                new Span(0, 5),
                family,
                family,
                OptionalInt.empty(),
                false,
                type,
                "",
                List.of(),
                List.of(),
                List.of(),
                Claim.Polarity.AFFIRMED,
                Claim.Modality.ACTUAL,
                List.of(),
                false,
                1);
    }
}
