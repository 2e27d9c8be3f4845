package dateline.present.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.account.Account;
import dateline.codec.TerminalStory;
import dateline.present.Harmless;
import dateline.present.HostileStory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    private final Account account = TerminalStory.account();
    private final String page = HtmlPage.render(account, TerminalStory.reports());
    private final Document document = Jsoup.parse(page);

    @Test
    void everyCitationLeadsToExactlyItsWords() {
        for (Account story : List.of(account, HostileStory.account())) {
            Document page = Jsoup.parse(
                    HtmlPage.render(story, story == account ? TerminalStory.reports() : HostileStory.reports()));
            assertThat(page.select("a.cite")).isNotEmpty();
            for (String target : new TreeSet<>(page.select("a.cite").eachAttr("href"))) {
                String id = target.substring(1);
                Account.Provenance words = story.mentions().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow();
                StringBuilder lit = new StringBuilder();
                page.getElementsByClass("p-" + id).forEach(piece -> lit.append(piece.wholeText()));
                assertThat(squeezed(lit.toString())).isEqualTo(squeezed(words.quote()));
            }
        }
    }

    /** White space is laid out anew between paragraphs, and unfit characters are marks. */
    private static String squeezed(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Harmless.isUnfit(text, i)) {
                out.append(Harmless.MARK);
            } else if (!Character.isWhitespace(text.codePointAt(i))) {
                out.appendCodePoint(text.codePointAt(i));
            }
        }
        return out.toString();
    }

    @Test
    void everyLinkLeadsSomewhereAndNoPlaceIsNamedTwice() {
        for (Document each :
                List.of(document, Jsoup.parse(HtmlPage.render(HostileStory.account(), HostileStory.reports())))) {
            Set<String> ids = new TreeSet<>();
            for (Element element : each.select("[id]")) {
                assertThat(ids.add(element.id()))
                        .as("id " + element.id() + " once")
                        .isTrue();
            }
            for (Element link : each.select("[href]")) {
                assertThat(link.attr("href")).startsWith("#");
                assertThat(ids).contains(link.attr("href").substring(1));
            }
            for (Element element : each.select("[aria-labelledby]")) {
                assertThat(ids).contains(element.attr("aria-labelledby"));
            }
        }
    }

    @Test
    void fromTheWordsOneGetsBackToWhatWasMadeOfThem() {
        Element made = document.expectFirst("#u-m1");
        assertThat(made.select("a").eachAttr("href")).contains("#b1", "#e4", "#c1", "#d1", "#a1", "#q1", "#n1");
    }

    @Test
    void allOfTheReportIsThere() {
        for (int i = 0; i < 4; i++) {
            String text = TerminalStory.reports().get(i).text();
            Element report = document.expectFirst("#r" + (i + 1));
            StringBuilder shown = new StringBuilder();
            report.select(".para > p").forEach(p -> shown.append(p.wholeText()));
            assertThat(squeezed(shown.toString())).isEqualTo(squeezed(text));
        }
    }

    @Test
    void anAttackIsOnlyText() {
        String hostile = HtmlPage.render(HostileStory.account(), HostileStory.reports());
        Document parsed = Jsoup.parse(hostile);
        assertThat(parsed.select("script")).hasSize(1);
        assertThat(parsed.select("style")).hasSize(1);
        assertThat(parsed.select("img, iframe, form, input, link, base, object, embed, video, audio"))
                .isEmpty();
        assertThat(parsed.select("meta[http-equiv]").eachAttr("http-equiv")).containsExactly("Content-Security-Policy");
        parsed.getAllElements()
                .forEach(element -> element.attributes().forEach(attribute -> {
                    assertThat(attribute.getKey())
                            .doesNotStartWith("on")
                            .isNotIn("style", "src", "srcset", "xlink:href");
                }));
        assertThat(hostile.codePoints()
                        .filter(point -> point >= 0x202A && point <= 0x202E
                                || point >= 0x2066 && point <= 0x2069
                                || point == 0
                                || point == 0x1B
                                || point == 0x9B
                                || Character.getType(point) == Character.SURROGATE))
                .isEmpty();
        assertThat(parsed.expectFirst("h1").text()).isEqualTo(HostileStory.PAYLOADS.get(0));
        for (String payload : HostileStory.PAYLOADS) {
            assertThat(squeezed(parsed.expectFirst("#r1").wholeText())).contains(squeezed(payload));
        }
    }

    @Test
    void theOrderInWhichReportsAreHandedOverDoesNotMatter() {
        List<dateline.report.Report> turned = new ArrayList<>(TerminalStory.reports());
        Collections.reverse(turned);
        assertThat(HtmlPage.render(account, turned)).isEqualTo(page);
    }

    @Test
    void aMissingReportIsNamed() {
        assertThatThrownBy(() -> HtmlPage.render(account, List.of()))
                .hasMessageContaining("r1 (coast-post.txt) was not handed over");
    }

    @Test
    void nothingButItsOwnStyleAndScriptMayRun() {
        String policy = document.expectFirst("meta[http-equiv]").attr("content");
        assertThat(policy)
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe")
                .contains("style-src 'sha256-")
                .contains("script-src 'sha256-");
        assertThat(document.select("[style]")).isEmpty();
        assertThat(page)
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("@import")
                .doesNotContain("url(");
    }
}
