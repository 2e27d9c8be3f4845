package dateline.present.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LitTextTest {
    private static LitText.Mark mark(String id, int start, int end) {
        return new LitText.Mark(start, end, "mark", List.of("id", id, "class", id), List.of("class", id));
    }

    @Test
    void aMarkMayHoldAnother() {
        Html html = new Html();
        new LitText("the ferry ran aground", List.of(mark("b", 4, 9), mark("a", 0, 13))).write(html, 0, 21);
        assertThat(html.toString())
                .isEqualTo("<mark id=\"a\" class=\"a\">the <mark id=\"b\" class=\"b\">ferry</mark> ran</mark> aground");
    }

    @Test
    void marksThatCrossAreCutAndOnlyTheFirstPieceHasTheId() {
        Html html = new Html();
        LitText lit = new LitText("abcdef", List.of(mark("a", 0, 4), mark("b", 2, 6)));
        lit.write(html, 0, 6);
        assertThat(html.toString())
                .isEqualTo(
                        "<mark id=\"a\" class=\"a\">ab<mark id=\"b\" class=\"b\">cd</mark></mark><mark class=\"b\">ef</mark>");
        assertThat(lit.cut()).extracting(LitText.Mark::start).containsExactly(2);
    }

    @Test
    void aMarkOverTwoParagraphsIsCutBetweenThem() {
        Html html = new Html();
        LitText lit = new LitText("ab\n\ncd", List.of(mark("a", 1, 5)));
        lit.write(html, 0, 2);
        lit.write(html, 4, 6);
        assertThat(html.toString()).isEqualTo("a<mark id=\"a\" class=\"a\">b</mark><mark class=\"a\">c</mark>d");
        assertThat(lit.cut()).hasSize(1);
    }

    @Test
    void anyMarksOverAnyTextKeepTheTextAndTheirWords() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String text = "abcdefghijklmnopqrstuvwxyz".substring(0, 1 + random.nextInt(26));
            List<LitText.Mark> marks = new ArrayList<>();
            for (int i = 0; i < random.nextInt(9); i++) {
                int start = random.nextInt(text.length());
                marks.add(mark("m" + i, start, start + 1 + random.nextInt(text.length() - start)));
            }
            Html html = new Html();
            int middle = random.nextInt(text.length() + 1);
            LitText lit = new LitText(text, marks);
            html.open("p");
            lit.write(html, 0, middle);
            html.close().open("p");
            lit.write(html, middle, text.length());
            html.close();
            Document parsed = Jsoup.parseBodyFragment(html.toString());
            assertThat(parsed.body().wholeText()).isEqualTo(text);
            for (LitText.Mark mark : marks) {
                String id = mark.first().get(1);
                StringBuilder words = new StringBuilder();
                parsed.select("." + id).forEach(piece -> words.append(piece.wholeText()));
                assertThat(words.toString()).isEqualTo(text.substring(mark.start(), mark.end()));
                assertThat(parsed.select("#" + id)).hasSize(1);
            }
        }
    }
}
