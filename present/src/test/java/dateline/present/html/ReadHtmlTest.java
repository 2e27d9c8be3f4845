package dateline.present.html;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.present.ReadStory;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ReadHtmlTest {
    private final Document page = Jsoup.parse(ReadHtml.render(ReadStory.analysis()));

    @Test
    void eachSpanIsColouredByItsKindAndSaysWhatItWasTakenFor() {
        Element company = page.expectFirst(".text .n.ORGANIZATION");
        assertThat(company.text()).isEqualTo("Sarnholm Port Company");
        assertThat(company.attr("title")).isEqualTo("organization, name: Sarnholm Port Company");
        assertThat(page.expectFirst(".text .t").attr("title"))
                .startsWith("2031-03-04, evening, or 2031-03-11, evening (reckoned: ");
        assertThat(page.expectFirst(".text .q").attr("title")).isEqualTo("killed, 3 or more dockers");
        assertThat(page.expectFirst(".text .out").attr("title")).isEqualTo("left out: link to another page");
        assertThat(page.expectFirst(".text .post").attr("title")).isEqualTo("post by Ilse Marek, 2031-03-04");
        assertThat(page.select(".text .cue").eachText()).containsExactly("said", "purported to show");
    }

    @Test
    void everyLinkLeadsToItsSpan() {
        Set<String> ids = new TreeSet<>();
        page.select("[id]")
                .forEach(element ->
                        assertThat(ids.add(element.id())).as(element.id()).isTrue());
        assertThat(page.select("a"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ids).contains(link.attr("href").substring(1)));
    }

    @Test
    void theTextIsWhole() {
        StringBuilder shown = new StringBuilder();
        page.select(".text > .between, .text .passage > p").forEach(each -> shown.append(each.wholeText()));
        assertThat(shown.toString().replaceAll("\\s", ""))
                .isEqualTo(ReadStory.analysis().segmented().report().text().replaceAll("\\s", ""));
    }

    @Test
    void anAttackIsOnlyTextAndThePageHasNoScript() {
        Document hostile = Jsoup.parse(ReadHtml.render(ReadStory.hostile()));
        assertThat(hostile.select("script, img, iframe, form, link, base, svg")).isEmpty();
        assertThat(hostile.select("[style], [onload], [onerror], [onfocus]")).isEmpty();
        assertThat(hostile.expectFirst("meta[http-equiv]").attr("content")).doesNotContain("script-src");
    }
}
