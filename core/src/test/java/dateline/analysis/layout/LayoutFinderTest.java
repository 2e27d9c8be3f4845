package dateline.analysis.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.pipeline.BundledLexicon;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutFinderTest {
    private static final LayoutFinder FINDER = new LayoutFinder(BundledLexicon.of("en"));
    private static final String PROSE = "Dockers in Norhaven walked out on Tuesday, the harbour office said.";

    private static Report report(String text) {
        return new Report(
                new ReportId("0".repeat(64)),
                "-",
                text,
                new Span(0, text.length()),
                Optional.of(LocalDate.of(2031, 3, 5)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Layout layout(String text) {
        return FINDER.find(report(text));
    }

    private static List<String> prose(String text) {
        Layout layout = layout(text);
        return layout.passages().stream()
                .flatMap(passage -> layout.prose(passage, text).stream())
                .map(span -> span.in(text))
                .toList();
    }

    @Test
    void aSignedParagraphIsAPostWithAuthorDayAndPicture() {
        String text = PROSE
                + "\n\nCrowd at the #Norhaven gate now. Nobody stops them pic.twitter.com/aB3 — Mara Lind (@maralind) March 4, 2031\n\n"
                + PROSE;
        Layout layout = layout(text);
        assertThat(layout.posts()).singleElement().satisfies(post -> {
            assertThat(post.author()).isEqualTo("Mara Lind");
            assertThat(post.handle()).isEqualTo("maralind");
            assertThat(post.date()).contains(LocalDate.of(2031, 3, 4));
            assertThat(post.media()).containsExactly("pic.twitter.com/aB3");
            assertThat(post.body().in(text)).isEqualTo("Crowd at the #Norhaven gate now. Nobody stops them");
        });
        assertThat(layout.passages())
                .extracting(Layout.Passage::kind)
                .containsExactly(Layout.Kind.PROSE, Layout.Kind.POST, Layout.Kind.PROSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gate is open &mdash; Mara Lind (@maralind) March 4, 2031",
                "Gate is open -- Mara Lind (@maralind) 4 March 2031",
                "Gate is open - Mara Lind (@maralind) Mar 4, 2031",
                "Gate is open — Mara Lind (she/her) (@maralind) March 4, 2031",
                "Gate is open — Mara Lind (@maralind@sea.example) March 4, 2031",
                "Gate is open — Norhaven Now (t.me/maralind), 4 March 2031",
                "Gate is open — Mara Lind (@maralind) 9:14 PM · Mar 4, 2031"
            })
    void signaturesOfManyServices(String post) {
        assertThat(layout(PROSE + "\n\n" + post).posts()).singleElement().satisfies(found -> {
            assertThat(found.handle()).startsWith("maralind");
            assertThat(found.date()).contains(LocalDate.of(2031, 3, 4));
        });
    }

    @Test
    void aPostMayBeginAboveAnEmptyLine() {
        String text =
                PROSE + "\n\nPro-#Harbour crews are now inside the customs hall. Guards failed to stop them.\n\n\n\n"
                        + "They're on the stairs. Smoke in other videos: pic.twitter.com/x1 — Mara Lind (@maralind) March 4, 2031\n\n"
                        + PROSE;
        Layout layout = layout(text);
        assertThat(layout.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.body().in(text))
                        .startsWith("Pro-#Harbour")
                        .contains("They're on the stairs"));
        assertThat(prose(text)).containsExactly(PROSE, PROSE);
    }

    @Test
    void proseBeforeAPostStaysProse() {
        String above = "The harbour office said on Monday that 12 crews had left.";
        String text = above + "\n\nThey have not come back. Empty quay — Mara Lind (@maralind) March 4, 2031";
        assertThat(prose(text)).containsExactly(above);
        String lead = "A crane driver wrote on Twitter:";
        String inside = lead + " BREAKING - the gate is open! pic.twitter.com/x1 — Mara Lind (@maralind) March 4, 2031";
        assertThat(prose(PROSE + "\n\n" + inside)).containsExactly(PROSE, lead);
    }

    @Test
    void whatNoPostCouldHoldIsProse() {
        String long1 =
                "The harbour office, which has run the port since the flood of 2019 and which answers to the ministry, said on Monday that twelve crews had left their ships and that the ministry would not negotiate with anyone who had not gone back to work by the end of the week. ";
        String text = long1 + "Gate is open! No police at all #Norhaven — Mara Lind (@maralind) March 4, 2031";
        assertThat(layout(text).posts())
                .singleElement()
                .satisfies(
                        post -> assertThat(post.body().in(text)).isEqualTo("Gate is open! No police at all #Norhaven"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kw,cw/aw (AFP, AP, Reuters) | AFP,AP,Reuters",
                "— Agence France-Presse | AFP",
                "The Associated Press contributed to this report. | AP",
                "Copyright 2031 The Associated Press. All rights reserved. | AP",
                "By Mara Lind, Associated Press | AP",
                "With reporting from dpa and AFP | dpa,AFP",
                "Source: Xinhua | Xinhua",
                "© 2031 WNAP-TV. All rights reserved. | ''",
                "The quay in an old photo. (AP) | AP",
                "The governor told AFP that the gate was open. | ''",
                "Reuters reported that the gate was open. | ''",
                "Officials were quoted by AP as saying so. | ''"
            })
    void agenciesAreCreditedOnlyWhereThePaperSaysSo(String line, String agencies) {
        assertThat(String.join(
                        ",",
                        layout(PROSE + "\n\n" + line).credits().stream()
                                .map(Layout.Credit::agency)
                                .toList()))
                .isEqualTo(agencies);
    }

    @Test
    void aDatelineGivesPlaceDayAndAgency() {
        String text = "NORHAVEN, Delta, March 4 (Reuters) - Dockers walked out on Tuesday.";
        Layout layout = layout(text);
        assertThat(layout.dateline()).hasValueSatisfying(dateline -> {
            assertThat(dateline.place().map(span -> span.in(text))).contains("NORHAVEN, Delta");
            assertThat(dateline.day()).contains(LocalDate.of(2031, 3, 4));
        });
        assertThat(layout.credits()).extracting(Layout.Credit::agency).containsExactly("Reuters");
        assertThat(prose(text)).containsExactly("Dockers walked out on Tuesday.");
        assertThat(layout("BREAKING - Dockers walked out on Tuesday.").dateline())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dockers walk out in Norhaven March 4, 2031 Dockers in the port left their ships today. | Dockers walk out in Norhaven | Dockers in the port left their ships today.",
                "Last Updated: Tuesday, 4 March 2031, 02:24 GMT Port shut by strike A long strike has shut the port. | Port shut by strike | A long strike has shut the port.",
                "Port Shut In Norhaven As Crews Leave Hundreds of dockers left their ships today. | Port Shut In Norhaven As Crews Leave | Hundreds of dockers left their ships today.",
                "Dockers have worked in The Harbour since 2019, and on March 4, 2031 they left. | '' | Dockers have worked in The Harbour since 2019, and on March 4, 2031 they left.",
                "Bombs from World War Two were found near the quay of Norhaven. | '' | Bombs from World War Two were found near the quay of Norhaven."
            })
    void aScrapedHeadlineAndDateLineAreNoSentence(String text, String headline, String prose) {
        assertThat(layout(text).headline().map(span -> span.in(text)).orElse(""))
                .isEqualTo(headline);
        assertThat(prose(text)).containsExactly(prose);
    }

    @Test
    void shortBlocksWithoutStopAreHeadingsAndFurnitureNamesTheOutlet() {
        String text =
                PROSE + "\n\nRetaliation\n\n" + PROSE + "\n\nCoast Post sends a daily selection of news. Sign up here.";
        assertThat(layout(text).passages())
                .extracting(Layout.Passage::kind)
                .containsExactly(Layout.Kind.PROSE, Layout.Kind.HEADING, Layout.Kind.PROSE, Layout.Kind.FURNITURE);
        assertThat(layout(text).outlet()).contains("Coast Post");
        assertThat(layout(PROSE + "\n\nShare Send Facebook Whatsapp Permalink https://p.dw.com/p/1abc")
                        .outlet())
                .contains("DW");
        assertThat(layout("The Coast Post's Mara Lind in Norhaven says the gate is open.")
                        .outlet())
                .isEmpty();
    }

    @Test
    void brokenTextNeverThrowsAndEverySpanStaysInside() {
        Random random = new Random(7);
        String[] pieces = {
            "\n",
            "\r\n",
            "\n\n",
            " — ",
            "(@a)",
            "March 4, 2031",
            "(",
            ")",
            "\"",
            "A",
            "the ",
            "AFP",
            "(Reuters) - ",
            "…",
            "\uD83D",
            "\u0000",
            "#",
            "Share ",
            "Updated: ",
            "By Mara Lind ",
            ". ",
            ":",
            "4/3/2031 ",
            "©",
            "x".repeat(300)
        };
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String words = text.toString();
            Layout layout = layout(words);
            int at = 0;
            for (Layout.Passage passage : layout.passages()) {
                assertThat(passage.span().begin()).isGreaterThanOrEqualTo(at);
                at = passage.span().end();
                layout.prose(passage, words)
                        .forEach(span ->
                                assertThat(passage.span().contains(span)).isTrue());
            }
            assertThat(at).isLessThanOrEqualTo(words.length());
        }
    }
}
