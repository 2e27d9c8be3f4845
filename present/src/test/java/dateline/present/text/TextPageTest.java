package dateline.present.text;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.account.Account;
import dateline.codec.TerminalStory;
import dateline.present.Golden;
import dateline.present.HostileStory;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPageTest {
    private final Account account = TerminalStory.account();

    @Test
    void isSetAsAnEditorWouldWantIt() {
        Golden.same("text/terminal-story.txt", TextPage.render(account, new TextStyle(80, false, false)));
    }

    @Test
    void showsTheWordsUnderEachEventOnRequest() {
        Golden.same("text/terminal-story-quotes.txt", TextPage.render(account, new TextStyle(80, false, true)));
    }

    @Test
    void noLineIsWiderThanAsked() {
        for (Account each : List.of(account, HostileStory.account())) {
            for (int width : each == account ? new int[] {40, 63, 80, 132} : new int[] {80}) {
                for (boolean quotes : new boolean[] {false, true}) {
                    String text = TextPage.render(each, new TextStyle(width, false, quotes));
                    assertThat(text.lines().filter(line -> Columns.of(line) > width))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void nothingInAReportReachesTheTerminalAsACommand() {
        String text = TextPage.render(HostileStory.account(), new TextStyle(80, false, true));
        assertThat(text.codePoints()
                        .filter(point -> point != '\n'
                                && (Character.isISOControl(point)
                                        || point >= 0x202A && point <= 0x202E
                                        || point >= 0x2066 && point <= 0x2069
                                        || point == 0x200B
                                        || point == 0xFEFF
                                        || Character.getType(point) == Character.SURROGATE)))
                .isEmpty();
        assertThat(text)
                .contains("right to left \uFFFDgnp.exe\uFFFD")
                .contains("👩‍👩‍👧‍👦")
                .contains("السلام عليكم");
    }

    @Test
    void colourComesOnlyWhenAskedForAndAddsNoWords() {
        String plain = TextPage.render(account, new TextStyle(80, false, true));
        String coloured = TextPage.render(account, new TextStyle(80, true, true));
        assertThat(plain).doesNotContain("\u001B");
        assertThat(coloured).contains("\u001B[32mcorroborated · 3 sources\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[\\d+m", "")).isEqualTo(plain);
    }
}
