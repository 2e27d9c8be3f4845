package dateline.present.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.codec.TerminalStory;
import dateline.present.Golden;
import dateline.present.HostileStory;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {
    @Test
    void isSetForADocument() {
        Golden.same("markdown/terminal-story.md", MarkdownPage.render(TerminalStory.account()));
    }

    @Test
    void everyNoteThatIsCitedIsThereOnce() {
        String page = MarkdownPage.render(TerminalStory.account());
        Set<String> cited = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\[\\^(m\\d+)](?!:)").matcher(page);
        while (matcher.find()) {
            cited.add(matcher.group(1));
        }
        assertThat(cited)
                .isNotEmpty()
                .allSatisfy(id ->
                        assertThat(page.split("\n\\[\\^" + id + "]: ", -1)).hasSize(2));
    }

    @Test
    void whatMarkdownCouldTakeForMoreThanTextIsEscaped() {
        assertThat(MarkdownPage.text("[press](javascript:x) ![](http://a.example) <b> `c` **d** a|b #1 @user"))
                .isEqualTo(
                        "\\[press\\](javascript:x) \\!\\[\\](http\\://a.example) \\<b\\> \\`c\\` \\*\\*d\\*\\* a\\|b \\#1 \\@user");
        assertThat(MarkdownPage.text("1. list")).isEqualTo("1\\. list");
        assertThat(MarkdownPage.text("- item")).isEqualTo("\\- item");
        assertThat(MarkdownPage.text("&lt;script&gt;")).isEqualTo("\\&lt;script\\&gt;");
        assertThat(MarkdownPage.text("see www.evil.example")).isEqualTo("see www\\.evil.example");
        assertThat(MarkdownPage.text("It cost 4.5 million.")).isEqualTo("It cost 4.5 million.");
    }

    @Test
    void attacksAreOnlyText() {
        String page = MarkdownPage.render(HostileStory.account());
        assertThat(page).doesNotContain("\u001B").doesNotContain("\u202E");
        for (String line : page.split("\n")) {
            assertThat(line.replaceAll("\\\\.", ""))
                    .doesNotContain("<")
                    .doesNotContain("](")
                    .doesNotContain("`")
                    .doesNotContain("://");
        }
    }
}
