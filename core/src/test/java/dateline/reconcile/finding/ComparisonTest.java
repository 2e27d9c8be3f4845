package dateline.reconcile.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.analysis.Lexicon;
import dateline.analysis.quantity.Quantity;
import dateline.pipeline.BundledLexicon;
import dateline.reconcile.event.Days;
import dateline.reconcile.event.Kinship;
import dateline.reconcile.finding.NumberFinding.Verdict;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final Lexicon LEXICON = BundledLexicon.of("en");
    private final Comparison comparison = new Comparison(LEXICON, new Kinship(LEXICON), Comparison.Policy.DEFAULT);

    @ParameterizedTest(name = "{0} | {1}: {2}, {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                // report, what, counted, said, low..high of each; verdict; reason
                "1 killed people 12 12..12; 2 killed passenger 12 12..12; SAME; the same toll of people in other words",
                "1 killed sailor 25 25..25; 2 killed - 'over two dozen' 25..; COMPATIBLE; an open number holds the exact one",
                "1 killed people 3 3..3; 2 killed people 10 10..10; UPDATE; a toll rises",
                "1 killed people 3 3..3; 1 killed woman 1 1..1; UNRELATED; a woman among the dead is a part of them",
                "1 killed people 9 9..9; 2 killed people 31000 31000..31000; UNRELATED; no toll of one happening grows so",
                "1 killed soldier 4 4..4; 2 killed villager 30 30..30; UNRELATED; kinds of people that are counted apart",
                "1 wounded - none 0..0; 2 wounded people 3 3..3; CONTRADICTION; none and three",
                "1 magnitude - 5.9 5.9..5.9; 2 magnitude - 6.1 6.1..6.1; CONTRADICTION; two measurements of one quake",
                "1 magnitude - 5.9 5.9..5.9; 2 magnitude - 3.8 3.8..3.8; UNRELATED; an aftershock is not the main shock",
                "1 other barn 80 80..80; 2 other barn 100 100..100; CONTRADICTION; rival counts of one thing",
                "1 other barn 600 600..600; 2 other barn 612 612..612; COMPATIBLE; a round number of an exact one",
                "1 other barn 3 3..3; 2 other trawler 9 9..9; UNRELATED; other things are counted",
                "1 other barn 5.9 5.9..5.9; 2 other - 7 7..7; UNRELATED; barns come whole",
                "1 present people 20000 20000..20000; 2 present people 50000 45000..55000; CONTRADICTION; rival sizes of a crowd",
                "1 present people 1 1..1; 2 present people 20000 20000..20000; UNRELATED; one of the crowd is not the crowd",
                "1 killed people 'two more' 2 2..2; 2 killed people 10 10..10; UNRELATED; two more come on top of others",
            })
    void judgesBothWaysAlike(String one, String other, Verdict verdict, String reason) {
        Setting a = setting(one);
        Setting b = setting(other);
        assertThat(comparison.compare(a, b)).as(reason).isEqualTo(verdict);
        assertThat(comparison.compare(b, a))
                .as("the other way round: " + reason)
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} | {1}: {2}")
    @CsvSource({
        "2031-03-04, 2031-03-04, UPDATE",
        "2031-03-04, 2030-11-02, UNRELATED",
    })
    void tollsOfTwoTimesAreOfTwoHappenings(LocalDate one, LocalDate other, Verdict verdict) {
        Setting a = setting("1 killed people 4 4..4", Optional.of(new Days(one, one)));
        Setting b = setting("2 killed people 11 11..11", Optional.of(new Days(other, other)));
        assertThat(comparison.compare(a, b)).isEqualTo(verdict);
    }

    private static Setting setting(String row) {
        return setting(row, Optional.empty());
    }

    private static Setting setting(String row, Optional<Days> days) {
        String said = row.contains("'") ? row.substring(row.indexOf('\'') + 1, row.lastIndexOf('\'')) : "";
        String[] parts = row.replaceAll("'[^']*' ?", "").split(" ");
        String[] range = parts[parts.length - 1].split("\\.\\.", -1);
        int report = Integer.parseInt(parts[0]);
        String counted = parts[2].equals("-") ? "" : parts[2];
        Quantity quantity = new Quantity(
                new Span(0, 1),
                0,
                0,
                parts[1],
                counted.isEmpty() ? Optional.empty() : Optional.of(counted),
                Optional.empty(),
                said.isEmpty() ? parts[3] : said + " " + counted,
                bound(range[0]),
                bound(range[1]),
                Optional.empty(),
                0);
        return new Setting(
                new Figure(report, 0, quantity, "report:" + report, 7),
                parts[1],
                counted,
                Set.of(),
                Set.of(),
                Set.of(),
                "",
                "",
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                days,
                false,
                Optional.of(LocalDate.of(2031, 3, 4 + report)),
                Optional.empty(),
                false);
    }

    private static OptionalDouble bound(String number) {
        return number.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(number));
    }
}
