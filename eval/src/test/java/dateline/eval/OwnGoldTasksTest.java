package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnGoldTasksTest {
    private static final String VOTE =
            "The Assembly of Orm passed the harbour bill by a vote of 61 to 38 on Monday, with 4 abstentions, against"
                    + " the wishes of those leading the mayor's party. A ferry sank off the town a day later and 12 people"
                    + " died. Police put the cost at more than $3 million.";

    @TempDir
    Path data;

    @Test
    void aNumberIsRightWithItsKindAndBothEnds() throws IOException {
        Files.writeString(data.resolve("orm.jsonl"), "{\"id\": \"orm\", \"text\": \"" + VOTE + "\"}\n");
        List<String> gold = new ArrayList<>();
        gold.add(number("38", "votes", "38", "38"));
        gold.add(number("4", "votes", "4", "4"));
        gold.add(number("12", "killed", "12", "12"));
        gold.add(number("$3 million", "money", "3000001", "null"));
        gold.add(number("61", "votes", "60", "61"));
        Files.write(data.resolve("quantities.jsonl"), gold);
        Scores scores = new QuantitiesTask().run(data, Optional.of(data.resolve("said.txt")), System.err);
        assertThat(scores.figures())
                .as(Files.readString(data.resolve("said.txt")))
                .containsEntry("found", 1.0)
                .containsEntry("accuracy", 0.8);
    }

    @Test
    void twoTextsOfOneCopyAreOneOrigin() throws IOException {
        String copy =
                "A ferry sank off Orm on Tuesday and twelve people died, the harbour master said in a short statement.";
        String other =
                "Bakers in the town of Lund have gone on strike over the price of flour, which has doubled this year.";
        Files.writeString(
                data.resolve("texts.jsonl"),
                "{\"id\": \"a\", \"text\": \"" + copy + "\"}\n{\"id\": \"b\", \"text\": \"" + copy + " More soon.\"}\n"
                        + "{\"id\": \"c\", \"text\": \"" + other + "\"}\n");
        Files.write(
                data.resolve("origins.jsonl"),
                List.of(
                        "{\"a\": " + whole("a", copy) + ", \"b\": " + whole("b", copy + " More soon.")
                                + ", \"origin\": \"near\", \"part\": \"tune\"}",
                        "{\"a\": " + whole("a", copy) + ", \"b\": " + whole("c", other)
                                + ", \"origin\": \"none\", \"part\": \"tune\"}"));
        Scores scores = new OriginsTask().run(data, Optional.empty(), System.err);
        assertThat(scores.figures())
                .containsEntry("precision", 1.0)
                .containsEntry("recall", 1.0)
                .containsEntry("pairs", 2.0);
    }

    @Test
    void aTextThatChangedIsNotMeasured() throws IOException {
        Files.writeString(data.resolve("orm.jsonl"), "{\"id\": \"orm\", \"text\": \"Another text.\"}\n");
        Files.write(data.resolve("quantities.jsonl"), List.of(number("38", "votes", "38", "38")));
        assertThatThrownBy(() -> new QuantitiesTask().run(data, Optional.empty(), System.err))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none of the texts");
    }

    private static String number(String words, String what, String min, String max) {
        int start = VOTE.indexOf(words);
        return "{\"file\": \"orm.jsonl\", \"id\": \"orm\", \"sha256\": \"" + GoldTexts.sha256(VOTE) + "\", \"start\": "
                + start
                + ", \"end\": " + (start + words.length()) + ", \"what\": \"" + what + "\", \"min\": " + min
                + ", \"max\": " + max + ", \"of\": null, \"part\": \"tune\"}";
    }

    private static String whole(String id, String text) {
        return "{\"file\": \"texts.jsonl\", \"id\": \"" + id + "\", \"sha256\": \"" + GoldTexts.sha256(text)
                + "\", \"start\": 0, \"end\": " + text.length() + "}";
    }
}
