package dateline.reconcile.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.analysis.Analysis;
import dateline.analysis.layout.Layout;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Mention.Type;
import dateline.analysis.mention.Referent;
import dateline.analysis.text.Segmented;
import dateline.pipeline.BundledLexicon;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntityJoinerTest {
    private final EntityJoiner joiner = new EntityJoiner(BundledLexicon.of("en"));

    /** A report that does nothing but name: each name is one referent. */
    private static final class Naming {
        private final StringBuilder text = new StringBuilder();
        private final List<Mention> mentions = new ArrayList<>();
        private final List<Referent> referents = new ArrayList<>();
        private final List<Analysis.Apart> apart = new ArrayList<>();
        private final char hash;

        Naming(char hash) {
            this.hash = hash;
        }

        Naming name(Type type, String... names) {
            return refer(type, true, names);
        }

        Naming refer(Type type, boolean named, String... names) {
            List<Integer> ids = new ArrayList<>();
            for (String name : names) {
                Span span = new Span(text.length(), text.length() + name.length());
                text.append(name).append(' ');
                ids.add(mentions.size());
                mentions.add(new Mention(
                        mentions.size(), named ? Mention.Kind.NAME : Mention.Kind.DESCRIPTION, type, span, 0, 0, 0, 0));
            }
            referents.add(new Referent(
                    referents.size(),
                    type,
                    names[0],
                    named,
                    List.of(names).subList(1, names.length),
                    ids,
                    Optional.empty()));
            return this;
        }

        Naming apart(int one, int other) {
            apart.add(new Analysis.Apart(one, other, new Span(0, 1)));
            return this;
        }

        Analysis done() {
            Report report = new Report(
                    new ReportId(String.valueOf(hash).repeat(64)),
                    "x",
                    text.toString(),
                    new Span(0, text.length()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            Layout layout = new Layout(
                    List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
            return new Analysis(
                    new Segmented(report, layout, List.of()),
                    List.of(),
                    List.of(),
                    mentions,
                    referents,
                    apart,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    private List<String> names(Naming... reports) {
        return joiner.join(java.util.Arrays.stream(reports).map(Naming::done).toList()).stream()
                .map(JoinedEntity::name)
                .toList();
    }

    @Test
    void joinsSpellingsLettersAndShortForms() {
        assertThat(names(
                        new Naming('a')
                                .name(Type.ORGANIZATION, "Orlan Relief Organisation")
                                .name(Type.PLACE, "U.S."),
                        new Naming('b').name(Type.ORGANIZATION, "ORO").name(Type.PLACE, "America"),
                        new Naming('c')
                                .name(Type.ORGANIZATION, "Orlan Relief Organization")
                                .name(Type.PLACE, "United States")))
                .containsExactlyInAnyOrder("Orlan Relief Organisation", "United States");
    }

    @Test
    void joinsASurnameToItsOnlyBearerAndToNobodyWhenThereAreTwo() {
        assertThat(names(new Naming('a').name(Type.PERSON, "Inga Tallow"), new Naming('b').name(Type.PERSON, "Tallow")))
                .containsExactly("Inga Tallow");
        assertThat(names(
                        new Naming('a').name(Type.PERSON, "Inga Tallow").name(Type.PERSON, "Peter Tallow"),
                        new Naming('b').name(Type.PERSON, "Tallow")))
                .hasSize(3);
    }

    @Test
    void takesAPostsAuthorWithAnInitialForTheSamePerson() {
        assertThat(names(
                        new Naming('a').name(Type.PERSON, "Inga M. Tallow"),
                        new Naming('b').name(Type.PERSON, "Inga Tallow")))
                .hasSize(1);
    }

    @Test
    void neverJoinsWhatAReportHoldsApart() {
        List<JoinedEntity> entities = joiner.join(List.of(
                new Naming('a')
                        .name(Type.ORGANIZATION, "Orlan Group")
                        .name(Type.ORGANIZATION, "Orlan")
                        .apart(0, 1)
                        .done(),
                new Naming('b').name(Type.ORGANIZATION, "Orlan").done()));
        assertThat(entities).hasSize(2);
        assertThat(entities).allSatisfy(each -> assertThat(each.notSame()).hasSize(1));
    }

    @Test
    void takesTwoNamesForOneWhenBothAreToldApartFromTheBodyWhoseNameTheyBear() {
        List<JoinedEntity> entities = joiner.join(List.of(
                new Naming('a')
                        .name(Type.ORGANIZATION, "Orlan Riders")
                        .name(Type.ORGANIZATION, "Orlan")
                        .apart(0, 1)
                        .done(),
                new Naming('b')
                        .name(Type.ORGANIZATION, "Sabah Orlan")
                        .name(Type.ORGANIZATION, "Orlan")
                        .apart(0, 1)
                        .done()));
        assertThat(entities).hasSize(2);
        assertThat(entities.stream().flatMap(each -> each.grounds().stream()))
                .anySatisfy(ground -> assertThat(ground).contains("both told apart from \"Orlan\""));
    }

    @Test
    void givesTheSameEntitiesInAnyOrderOfReports() {
        Analysis one = new Naming('a')
                .name(Type.PERSON, "Inga Tallow")
                .name(Type.PLACE, "Norway")
                .done();
        Analysis two = new Naming('b')
                .name(Type.PLACE, "Norway")
                .name(Type.PERSON, "Tallow")
                .done();
        assertThat(joiner.join(List.of(one, two)).stream()
                        .map(JoinedEntity::name)
                        .toList())
                .isEqualTo(joiner.join(List.of(two, one)).stream()
                        .map(JoinedEntity::name)
                        .toList());
    }

    @Test
    void keepsCrowdsApartUnlessTheyAreCalledTheSame() {
        assertThat(names(
                        new Naming('a').refer(Type.GROUP, false, "dozens of strikers"),
                        new Naming('b').refer(Type.GROUP, false, "strikers").refer(Type.GROUP, false, "picketers")))
                .hasSize(2);
    }
}
