package dateline.analysis.timex;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.analysis.layout.Layout;
import dateline.analysis.text.Lemmas;
import dateline.analysis.text.Reading;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Sentence;
import dateline.analysis.text.Tree;
import dateline.pipeline.BundledLexicon;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TimexFinderTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2031, 3, 5);

    private final TimexFinder finder = new TimexFinder(BundledLexicon.of("en"));

    @Test
    void aWeekdayKeepsTheOtherDaysItCanMean() {
        Timex timex = only("The dam broke on Tuesday.");
        assertThat(timex.value()).isEqualTo(day("2031-03-04"));
        assertThat(timex.alternatives()).containsExactly(day("2031-03-11"), day("2031-02-25"));
        assertThat(timex.basis()).isEqualTo(Timex.Basis.RECKONED);
        assertThat(timex.anchor()).contains(WEDNESDAY);
        assertThat(timex.why()).isEqualTo("the last Tuesday before Wednesday 5 March 2031");
    }

    @Test
    void whatIsToComeIsTheNextSuchDay() {
        Timex timex = only("The crew will be taken off on Tuesday.");
        assertThat(timex.value()).isEqualTo(day("2031-03-11"));
        assertThat(timex.alternatives()).first().isEqualTo(day("2031-03-04"));
    }

    @Test
    void theDayAfterTheStampStaysPossible() {
        // A Monday report that tells of "Tuesday" as past: the nearest future is among the readings for others to
        // settle.
        Timex timex = finder.find(Told.on(Optional.of(LocalDate.of(2031, 3, 3)), "The hall was stormed on Tuesday."))
                .get(0);
        assertThat(timex.value()).isEqualTo(day("2031-02-25"));
        assertThat(timex.alternatives()).first().isEqualTo(day("2031-03-04"));
    }

    @Test
    void anUndatedReportDatesNothingByHalf() {
        List<Timex> found = finder.find(Told.on(
                Optional.empty(),
                "It burned on Tuesday and last week. It was built on 3 May 2011 and opened in June."));
        assertThat(found).extracting(Timex::iso).containsExactly("XXXX-WXX-2", "XXXX-WXX", "2011-05-03", "XXXX-06");
        assertThat(found.get(0).value()).isEqualTo(new TimeValue.Unresolved("the report has no day to reckon from"));
        assertThat(found.get(2).value()).isEqualTo(day("2011-05-03"));
    }

    @Test
    void aPostIsReckonedFromItsOwnDay() {
        String text = "The march began on Friday. We saw the fire yesterday. Police came on Friday.";
        Layout.Post post = new Layout.Post(
                0,
                new Span(27, 53),
                new Span(27, 53),
                "Ada Brook",
                "adab",
                Optional.of(LocalDate.of(2031, 2, 20)),
                List.of());
        List<Timex> found = finder.find(Told.on(Optional.of(WEDNESDAY), text, List.of(post), List.of()));
        assertThat(found).extracting(Timex::iso).containsExactly("2031-02-28", "2031-02-19", "2031-02-28");
    }

    @Test
    void theNextDayIsThatOfTheTale() {
        assertThat(isos("The ship left port on January 3. The following morning it struck a reef. "
                        + "Two days later it sank."))
                .containsExactly("2031-01-03", "2031-01-04TMO", "2031-01-06");
    }

    @Test
    void valuesAreNoFinerThanTheWords() {
        assertThat(only("It closed in 2029.").value()).isEqualTo(new TimeValue.Year(2029));
        assertThat(only("It closed last month.").value())
                .isEqualTo(new TimeValue.Month(java.time.YearMonth.of(2031, 2)));
        assertThat(only("It closed last week.").value())
                .isEqualTo(new TimeValue.Interval(LocalDate.of(2031, 2, 24), LocalDate.of(2031, 3, 2), false));
        assertThat(only("It has grown in recent years.").value()).isEqualTo(new TimeValue.Unresolved("no boundary"));
        assertThat(only("It lasted nearly three months.").value())
                .isEqualTo(new TimeValue.Duration("P3M", Optional.of("APPROX")));
        assertThat(only("It was held early last year.").value())
                .isInstanceOfSatisfying(
                        TimeValue.Interval.class,
                        interval -> assertThat(interval.approximate()).isTrue());
    }

    @Test
    void theTreeTellsWhichVerbTheDayHangsOn() {
        // The nearest verb in the words is "said"; in the tree "Friday" hangs on "sail".
        String text = "Crews will sail, he said, on Friday.";
        int[] heads = {2, 2, -1, 2, 5, 2, 2, 8, 2, 2};
        String[] relations = {"nsubj", "aux", "root", "punct", "nsubj", "parataxis", "punct", "case", "obl", "punct"};
        String[] classes = {"NOUN", "AUX", "VERB", "PUNCT", "PRON", "VERB", "PUNCT", "ADP", "PROPN", "PUNCT"};
        assertThat(finder.find(Told.on(Optional.of(WEDNESDAY), text)).get(0).value())
                .isEqualTo(day("2031-02-28"));
        assertThat(read(text, heads, relations, classes).get(0).value()).isEqualTo(day("2031-03-07"));
    }

    @Test
    void brokenTextNeverThrowsAndSpansStayInside() {
        String[] bits = {
            "Tuesday",
            "31",
            "February",
            "99",
            ":",
            "/",
            "-",
            "the",
            "last",
            "2 1/2",
            "years",
            "ago",
            "mid-",
            "1990s",
            "’",
            "\n",
            "every",
            "noon",
            "25:61",
            "p.m.",
            "\uD83D\uDE00",
            "29 February",
            "second",
            "quarter",
            "0",
            "half",
            "a",
            "of",
            "this",
            "weekend",
            "nineteen",
            "Easter",
            "century",
            "0th",
            "[",
            "GMT)"
        };
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder("On ");
            for (int j = 0; j < 30; j++) {
                text.append(bits[random.nextInt(bits.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            Optional<LocalDate> day = i % 2 == 0 ? Optional.of(WEDNESDAY) : Optional.empty();
            for (Timex timex : finder.find(Told.on(day, text.toString()))) {
                assertThat(timex.span().in(text.toString())).isNotBlank();
                assertThat(timex.why()).isNotBlank();
            }
        }
    }

    private Timex only(String text) {
        List<Timex> found = finder.find(Told.on(Optional.of(WEDNESDAY), text));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> isos(String text) {
        return finder.find(Told.on(Optional.of(WEDNESDAY), text)).stream()
                .map(Timex::iso)
                .toList();
    }

    private List<Timex> read(String text, int[] heads, String[] relations, String[] classes) {
        List<Span> words = new ArrayList<>();
        Matcher word = Pattern.compile("\\p{L}+|[,.]").matcher(text);
        List<Reading.WordReading> readings = new ArrayList<>();
        while (word.find()) {
            int i = words.size();
            words.add(new Span(word.start(), word.end()));
            readings.add(new Reading.WordReading("O", classes[i], heads[i], relations[i], "O", 0));
        }
        Segmented cut = Told.on(Optional.of(WEDNESDAY), text);
        Sentence whole = cut.sentences().get(0);
        Sentence sentence = new Sentence(0, 1, whole.post(), whole.span(), words);
        Tree tree = new Tree(
                cut.report(),
                sentence,
                new Reading.SentenceReading(readings, new dateline.analysis.text.Vector(new float[] {1})),
                Lemmas.lowerCase());
        return finder.find(new Segmented(cut.report(), cut.layout(), List.of(sentence)), List.of(tree));
    }

    private static TimeValue day(String iso) {
        return new TimeValue.Day(LocalDate.parse(iso), Optional.empty());
    }
}
