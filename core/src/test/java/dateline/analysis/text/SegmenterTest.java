package dateline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.analysis.layout.Layout;
import dateline.pipeline.BundledLexicon;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmenterTest {
    private final Segmenter segmenter = new Segmenter(BundledLexicon.of("en"));

    /** Blank = between words, {@code ||} = between sentences; the right column is the same text cut up. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            quoteCharacter = '`',
            value = {
                // clitics
                "The crew's boats don't leak.\tThe crew 's boats do n't leak .",
                "We’ll see, they can’t and shouldn't've.\tWe ’ll see , they ca n’t and should n't 've .",
                "The workers' pay in the 1990's and '90s\tThe workers ' pay in the 1990's and '90s",
                "He cannot stay, O'Dare said at six o'clock.\tHe can not stay , O'Dare said at six o'clock .",
                // hyphens
                "A well-known pro-harbour, anti-tax ex-mayor\tA well - known pro-harbour , anti-tax ex-mayor",
                "the south - west wall, an anti - flood one\tthe south - west wall , an anti_-_flood one",
                "Call 555-0134 on 2031-03-05 for 10-15 seats\tCall 555-0134 on 2031-03-05 for 10 - 15 seats",
                // numbers
                "20,000 people, 1.5 km, 60km, 5% of $4m at 3:30pm\t20,000 people , 1.5 km , 60 km , 5 % of $ 4 m at 3:30 pm",
                "the 2nd of 3,4 and 5/6\tthe 2nd of 3 , 4 and 5/6",
                // abbreviations
                "Dr. A. J. Marsh of St. Orm met Gen. Tull.\tDr. A. J. Marsh of St. Orm met Gen. Tull .",
                "It left at 5 p.m. Monday. It sank at 9 a.m. Officials came.\tIt left at 5 p.m. Monday . || It sank at 9 a.m. || Officials came .",
                "The U.S. Navy left. It is in the U.S. The end.\tThe U.S. Navy left . || It is in the U.S. || The end .",
                "He said no. No. 5 was hit on Jan. 4.\tHe said no . || No. 5 was hit on Jan. 4 .",
                "Marsh Inc. The firm of Orm Corp. Ltd. and others\tMarsh Inc. || The firm of Orm Corp. Ltd. and others",
                "in Ashgrove, Miss. on Friday. She is a Miss.\tin Ashgrove , Miss. on Friday . || She is a Miss .",
                "U.N.Envoy Tull, a Ph.D., spoke.\tU.N. Envoy Tull , a Ph.D. , spoke .",
                // ends of sentences
                "It ended.The boats left.\tIt ended . || The boats left .",
                "“It sank.” She left.\t“ It sank . ” || She left .",
                "\"Why?\" he asked. \"Go!\" They went.\t\" Why ? \" he asked . || \" Go ! \" || They went .",
                "It sank (all of it). Then… silence... The rest ran.\tIt sank ( all of it ) . || Then … silence ... || The rest ran .",
                "1. The first point. 2031. A year.\t1 . The first point . || 2031 . || A year .",
                "the boat sank. nobody came.\tthe boat sank . || nobody came .",
                "The govt. said so.\tThe govt. said so .",
                // posts
                "Now #Orm_Bay @port_news Pro-#Orm 🇫🇮🇸🇪👩‍🚒 go!! pic.twitter.com/Ab3\tNow #Orm_Bay @port_news Pro - #Orm 🇫🇮 🇸🇪 👩‍🚒 go !! || pic.twitter.com/Ab3",
                "lostpic.twitter.com/Ab3 (see http://orm.example/a_(b).)\tlost pic.twitter.com/Ab3 ( see http://orm.example/a_(b) . )",
                "see orm.example.org/x?y=1, www.orm.example or tip@orm.example.org.\tsee orm.example.org/x?y=1 , www.orm.example or tip@orm.example.org .",
                "see www. harbour. example. org, for more\tsee www._harbour._example._org , for more",
                "It sank :( <3 :D. Bye :)\tIt sank :( <3 :D . || Bye :)",
                "It sank. 😢 Pray for us\tIt sank . 😢 || Pray for us",
            })
    void cutsAsTheTreebanksDo(String text, String expected) {
        assertThat(cut(segmenter.segment(report(text), prose(text)))).isEqualTo(expected);
    }

    @Test
    void readsAPostApartFromTheParagraphAndLeavesOutSignatureAndFurniture() {
        String text = "Boats sank. All lost at sea — Ada Orm (@orm) May 2, 2031 Police came. Share this";
        Span post = spanOf(text, "All lost at sea — Ada Orm (@orm) May 2, 2031");
        Layout layout = new Layout(
                List.of(new Layout.Passage(1, Layout.Kind.PROSE, new Span(0, text.length()))),
                List.of(new Layout.Post(
                        0, post, spanOf(text, "All lost at sea"), "Ada Orm", "orm", Optional.empty(), List.of())),
                List.of(new Layout.Furniture(spanOf(text, "Share this"), "share bar")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Segmented segmented = segmenter.segment(report(text), layout);
        assertThat(cut(segmented)).isEqualTo("Boats sank . || All lost at sea || Police came .");
        assertThat(segmented.sentences().stream().map(each -> each.post().isPresent()))
                .containsExactly(false, true, false);
    }

    @Test
    void neverCrossesAParagraphAndNumbersSentencesInOrder() {
        String text = "Storm over Orm\nThe boats\nleft";
        Layout layout = new Layout(
                List.of(
                        new Layout.Passage(1, Layout.Kind.HEADING, new Span(0, 14)),
                        new Layout.Passage(2, Layout.Kind.FURNITURE, new Span(15, 24)),
                        new Layout.Passage(3, Layout.Kind.PROSE, new Span(25, 29))),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Segmented segmented = segmenter.segment(report(text), layout);
        assertThat(cut(segmented)).isEqualTo("Storm over Orm || left");
        assertThat(segmented.sentences()).extracting(Sentence::index).containsExactly(0, 1);
        assertThat(segmented.sentences()).extracting(Sentence::passage).containsExactly(1, 3);
    }

    @Test
    void staysInsideAndInOrderOnBrokenText() {
        Random random = new Random(7);
        String[] parts = {
            "a",
            "Ab",
            ".",
            "'",
            "’s",
            "-",
            " ",
            "\n",
            "\uD83D",
            "\uDE00",
            "1",
            ",",
            "http://",
            "www.",
            "@",
            "#",
            "\"",
            "”",
            "(",
            ")",
            "n't",
            "é",
            "\u0301",
            "م",
            "漢",
            "\u200D",
            "\uFEFF",
            "\u0000",
            "pic.twitter.com/",
            "U.",
            "Mr.",
            "co",
            ":",
            "/",
            "…",
            "$"
        };
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 120; i++) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            Segmented segmented = segmenter.segment(report(text.toString()), prose(text.toString()));
            int at = 0;
            StringBuilder covered = new StringBuilder();
            for (Sentence sentence : segmented.sentences()) {
                for (Span word : sentence.words()) {
                    assertThat(word.begin()).isGreaterThanOrEqualTo(at);
                    assertThat(word.length()).isPositive();
                    covered.append(word.in(text.toString()));
                    at = word.end();
                }
            }
            assertThat(letters(covered.toString())).as(text.toString()).isEqualTo(letters(text.toString()));
        }
    }

    @Test
    void takesTimeInProportionToTheTextWhateverItIs() {
        for (String part : List.of(
                "a", ".", "a.", "A.", "'", "a-", "1,", "http://", "www.", "@a", "a@", "(", "\uD83D", "non-", "a'",
                ")")) {
            String text = part.repeat(200_000 / part.length());
            Segmented segmented = Assertions.assertTimeout(
                    Duration.ofSeconds(20), () -> segmenter.segment(report(text), prose(text)));
            assertThat(segmented.sentences())
                    .allMatch(sentence -> sentence.words().size() <= 250);
        }
        String text = "The boats left. ".repeat(10_000);
        assertThat(segmenter.segment(report(text), prose(text)).sentences()).hasSize(10_000);
        assertThat(segmenter.segment(report(""), prose("")).sentences()).isEmpty();
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static String cut(Segmented segmented) {
        List<String> sentences = new ArrayList<>();
        for (Sentence sentence : segmented.sentences()) {
            sentences.add(String.join(
                    " ",
                    sentence.words().stream()
                            .map(word -> segmented.report().quote(word).replace(' ', '_'))
                            .toList()));
        }
        return String.join(" || ", sentences);
    }

    private static Span spanOf(String text, String words) {
        return new Span(text.indexOf(words), text.indexOf(words) + words.length());
    }

    static Report report(String text) {
        return new Report(
                new ReportId("0".repeat(64)),
                "test",
                text,
                new Span(0, text.length()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static Layout prose(String text) {
        return new Layout(
                List.of(new Layout.Passage(1, Layout.Kind.PROSE, new Span(0, text.length()))),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
