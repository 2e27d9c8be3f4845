package dateline.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dateline.eval.GoldSentences.Gold;
import dateline.eval.NamesTask.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderTasksTest {
    @TempDir
    Path data;

    @Test
    void takesNamesOutOfTags() {
        assertThat(NamesTask.names(List.of("B-PER", "I-PER", "B-PER", "O", "I-LOC", "I-ORG")))
                .containsExactly(
                        new Name(0, 2, "PER"), new Name(2, 3, "PER"), new Name(4, 5, "LOC"), new Name(5, 6, "ORG"));
    }

    @Test
    void countsAnExactSpanOnce() {
        NamesTask.Counts counts = new NamesTask.Counts();
        counts.add(Set.of(1, 2, 3), Set.of(3, 4));
        assertThat(counts.precision()).isEqualTo(0.5);
        assertThat(counts.recall()).isEqualTo(1.0 / 3);
        assertThat(counts.f1()).isEqualTo(0.4);
    }

    @Test
    void ranksWithTies() {
        assertThat(VectorTask.spearman(List.of(1.0, 2.0, 2.0, 3.0), List.of(10.0, 20.0, 20.0, 30.0)))
                .isEqualTo(1, within(1e-12));
        assertThat(VectorTask.spearman(List.of(1.0, 2.0, 3.0), List.of(3.0, 2.0, 1.0)))
                .isEqualTo(-1, within(1e-12));
    }

    @Test
    void readsTreesNamesAndJsonAndLeavesOutTrainingSets() throws IOException {
        Files.writeString(
                data.resolve("orm_test.conllu"),
                "# id\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdo\tdo\tAUX\t_\t_\t0\troot\t_\t_\n"
                        + "2\tn't\tnot\tPART\t_\t_\t1\tadvmod:neg\t_\t_\n2.1\tgo\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
        Files.writeString(data.resolve("orm_dev.iob2"), "# id\n1\tAda\tB-PER\t-\t-\n2\tOrm\tI-PER\t-\t-\n\n");
        Files.writeString(data.resolve("orm_train.jsonl"), "{\"w\": [\"no\"]}\n");
        Files.writeString(
                data.resolve("sea_dev.jsonl"),
                "{\"id\": \"s\", \"w\": [\"Orm\"], \"pos\": [\"PROPN\"], \"head\": [0], \"rel\": [\"root\"], \"ner\": [\"B-LOC\"], \"misc\": true}\n");
        Map<String, List<Gold>> sets = GoldSentences.below(data);
        assertThat(sets.keySet()).containsExactly("orm_dev", "orm_test", "sea_dev");
        assertThat(sets.get("orm_test"))
                .containsExactly(new Gold(
                        "",
                        List.of("do", "n't"),
                        List.of("AUX", "PART"),
                        List.of(0, 1),
                        List.of("root", "advmod"),
                        List.of(),
                        false));
        assertThat(sets.get("orm_dev").get(0).names()).containsExactly("B-PER", "I-PER");
        assertThat(sets.get("sea_dev").get(0).misc()).isTrue();
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new NamesTask(() -> dateline.reader.Reader.open(data), List.of())
                        .run(data, Optional.empty(), System.err))
                .hasMessageContaining(data.toString())
                .hasMessageContaining("model.onnx");
    }
}
