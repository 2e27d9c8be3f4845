package dateline.present.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void countsWhatAReaderSeesAsOne() {
        assertThat(Columns.of("é")).isEqualTo(1);
        assertThat(Columns.of("e\u0301")).isEqualTo(1);
        assertThat(Columns.of("港口")).isEqualTo(4);
        assertThat(Columns.of("👩‍👩‍👧‍👦")).isEqualTo(2);
        assertThat(Columns.of("🇫🇮")).isEqualTo(2);
        assertThat(Columns.of("❤️")).isEqualTo(2);
    }

    @Test
    void breaksAtBlanksAndLongWordsWhereTheLineEnds() {
        assertThat(Columns.wrap("the ferry ran aground", 10)).containsExactly("the ferry", "ran", "aground");
        assertThat(Columns.wrap("a bbbbbbbbbb c", 4)).containsExactly("a", "bbbb", "bbbb", "bb c");
        assertThat(Columns.wrap("港口爆炸造成", 5)).containsExactly("港口", "爆炸", "造成");
        assertThat(Columns.wrap("[1\u00A0¶2] [2\u00A0¶3]", 8)).containsExactly("[1\u00A0¶2]", "[2\u00A0¶3]");
        assertThat(Columns.wrap("", 8)).containsExactly("");
    }
}
