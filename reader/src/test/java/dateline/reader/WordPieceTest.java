package dateline.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final List<String> VOCABULARY = Arrays.asList(
            "harbour", "##s", "harb", "##our", "cafe", "-", ".", "un", "##known", "漢", "a", "##a", "\u00DF", "#");
    private final WordPiece pieces = new WordPiece(VOCABULARY);

    @Test
    void takesTheLongestPieceFirstAndForgetsCaseAndAccents() {
        assertThat(cut("Harbours")).containsExactly("harbour", "##s");
        assertThat(cut("CAFÉ")).containsExactly("cafe");
        assertThat(cut("cafe\u0301")).containsExactly("cafe");
    }

    @Test
    void setsMarksAndIdeographsApart() {
        assertThat(cut("harb-unknown.")).containsExactly("harb", "-", "un", "##known", ".");
        assertThat(cut("漢漢a")).containsExactly("漢", "漢", "a");
        assertThat(cut("#harbours")).containsExactly("#", "harbour", "##s");
        assertThat(cut("un known harb")).containsExactly("un", "?", "harb");
    }

    @Test
    void givesOneUnknownForWhatItCannotCut() {
        assertThat(cut("harbourz")).containsExactly("?");
        assertThat(cut("")).containsExactly("?");
        assertThat(cut("\uD83D")).containsExactly("?");
        assertThat(cut("\u200D\uFE0F")).containsExactly("?");
        assertThat(cut("🚒")).containsExactly("?");
    }

    @Test
    void isBoundedOnLongWords() {
        assertThat(cut("a".repeat(100))).hasSize(24);
        assertThat(cut("a".repeat(101))).containsExactly("?");
        assertThat(cut("a.".repeat(500_000))).hasSize(24);
    }

    private List<String> cut(String word) {
        List<String> cut = new ArrayList<>();
        for (int piece : pieces.pieces(word)) {
            cut.add(piece == WordPiece.UNKNOWN ? "?" : VOCABULARY.get(piece));
        }
        return cut;
    }
}
