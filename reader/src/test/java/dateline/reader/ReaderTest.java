package dateline.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.analysis.layout.Layout;
import dateline.analysis.text.Reading;
import dateline.analysis.text.Reading.SentenceReading;
import dateline.analysis.text.Reading.WordReading;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Segmenter;
import dateline.pipeline.BundledLexicon;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

class ReaderTest {
    @TempDir
    Path folder;

    @Test
    void namesTheFolderAndTheRemedyWhenThereIsNoModel() {
        assertThatThrownBy(() -> Reader.open(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("put them back");
    }

    @Test
    void namesTheFileAndTheRemedyWhenTheModelIsDamaged() throws IOException {
        Files.write(folder.resolve("model.onnx"), new byte[] {1, 2, 3});
        List<String> vocabulary = new ArrayList<>(Collections.nCopies(200, "x"));
        vocabulary.set(101, "[CLS]");
        Files.write(folder.resolve("vocab.txt"), vocabulary);
        assertThatThrownBy(() -> Reader.open(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder.resolve("model.onnx").toString())
                .hasMessageContaining("restore the file");
    }

    @Test
    void namesTheVocabularyWhenThatIsDamaged() throws IOException {
        Files.write(folder.resolve("model.onnx"), new byte[] {1});
        Files.write(folder.resolve("vocab.txt"), List.of("one"));
        assertThatThrownBy(() -> Reader.open(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("vocab.txt");
    }

    /** Needs the model that is shipped, or the one DATELINE_MODEL names; skipped, and said so, where neither is there. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithTheModel {
        private final Optional<Reader> opened = open();
        private final Segmenter segmenter = new Segmenter(BundledLexicon.of("en"));

        @AfterAll
        void close() {
            opened.ifPresent(Reader::close);
        }

        @Test
        void readsNamesClassesAndArcs() {
            SentenceReading read = reader().read(List.of("Ada", "Orm", "visited", "Norway", "on", "Friday", "."));
            assertThat(read.words())
                    .extracting(WordReading::wordClass)
                    .containsExactly("PROPN", "PROPN", "VERB", "PROPN", "ADP", "PROPN", "PUNCT");
            assertThat(read.words().get(0).name()).isEqualTo("B-PER");
            assertThat(read.words().get(3).name()).isEqualTo("B-LOC");
            assertThat(read.words().get(2).head()).isEqualTo(-1);
            assertThat(read.words().get(2).relation()).isEqualTo("root");
            assertThat(read.words().get(0).head()).isEqualTo(2);
            assertThat(read.words().get(0).relation()).isEqualTo("nsubj");
            assertThat(read.words().get(3).relation()).isEqualTo("obj");
        }

        @Test
        void answersInTheRightShapeWhateverComesIn() {
            Reader reader = reader();
            List<String> texts = List.of(
                    "",
                    "   \n \t ",
                    "?! ... --- ***",
                    "هاجم المتظاهرون السفارة يوم الثلاثاء.",
                    "\uD83D \uDE00\uD83D x\uD800",
                    "\u0000\u0001\uFFFF\uFEFF",
                    "x".repeat(1_000_000),
                    "boat ".repeat(700),
                    "🚒".repeat(3_000),
                    "a.b-c_d/e@f#g ".repeat(40));
            for (String text : texts) {
                Segmented segmented = segmented(text);
                Reading reading = reader.read(segmented);
                assertThat(reading.sentences()).hasSameSizeAs(segmented.sentences());
                for (int i = 0; i < reading.sentences().size(); i++) {
                    List<WordReading> words = reading.sentences().get(i).words();
                    assertThat(words).hasSameSizeAs(segmented.sentences().get(i).words());
                    assertThat(isTree(words)).isTrue();
                    assertThat(reading.sentences().get(i).vector().size()).isEqualTo(384);
                }
            }
        }

        @Test
        void namesTheFileWhenTheModelWasCutShort() throws IOException {
            reader();
            try (InputStream model = Reader.class.getResourceAsStream("/dateline/reader/model.onnx");
                    InputStream vocabulary = Reader.class.getResourceAsStream("/dateline/reader/vocab.txt")) {
                assumeTrue(model != null && vocabulary != null, "the model is elsewhere");
                byte[] bytes = model.readAllBytes();
                Files.write(folder.resolve("model.onnx"), Arrays.copyOf(bytes, bytes.length / 2));
                Files.write(folder.resolve("vocab.txt"), vocabulary.readAllBytes());
            }
            assertThatThrownBy(() -> Reader.open(folder))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining(folder.resolve("model.onnx").toString())
                    .hasMessageContaining("restore the file");
        }

        @Test
        void readsALongSentenceInPartsWithoutLosingAWord() {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                words.add(i % 7 == 6 ? "," : "incomprehensibilities");
            }
            List<WordReading> read = reader().read(words).words();
            assertThat(read).hasSize(500);
            assertThat(isTree(read)).isTrue();
        }

        @Test
        void roundsWhatItSays() {
            SentenceReading read = reader().read(List.of("The", "ferry", "sank", "off", "Orm", "."));
            double length = 0;
            for (int i = 0; i < read.vector().size(); i++) {
                float value = read.vector().at(i);
                assertThat(value * 1024).isEqualTo((float) Math.rint(value * 1024));
                length += (double) value * value;
            }
            assertThat(length).isBetween(0.99, 1.01);
            for (WordReading word : read.words()) {
                assertThat(word.factuality()).isBetween(-3.0, 3.0);
                assertThat(word.factuality() * 16).isEqualTo(Math.rint(word.factuality() * 16));
            }
        }

        @Test
        void answersTheSameToSeveralCallersAtOnce() throws Exception {
            Reader reader = reader();
            Segmented segmented =
                    segmented("The ferry sank off Orm. Ada Orm said \"nobody\" was lost. Police came, too.");
            Reading alone = reader.read(segmented);
            List<Callable<Reading>> calls = Collections.nCopies(6, () -> reader.read(segmented));
            try (ExecutorService callers = Executors.newFixedThreadPool(3)) {
                for (Future<Reading> each : callers.invokeAll(calls)) {
                    assertThat(each.get()).isEqualTo(alone);
                }
            }
        }

        private Reader reader() {
            assumeTrue(opened.isPresent(), "no model is there; set DATELINE_MODEL");
            return opened.orElseThrow();
        }

        private Segmented segmented(String text) {
            Report report = new Report(
                    new ReportId("0".repeat(64)),
                    "test",
                    text,
                    new Span(0, text.length()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
            return segmenter.segment(
                    report,
                    new Layout(
                            List.of(new Layout.Passage(1, Layout.Kind.PROSE, new Span(0, text.length()))),
                            List.of(),
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    private static Optional<Reader> open() {
        boolean there = Reader.class.getResource("/dateline/reader/model.onnx") != null
                || System.getProperty("dateline.model") != null
                || System.getenv("DATELINE_MODEL") != null;
        return there ? Optional.of(Reader.open()) : Optional.empty();
    }

    private static boolean isTree(List<WordReading> words) {
        int roots = 0;
        for (int i = 0; i < words.size(); i++) {
            roots += words.get(i).head() < 0 ? 1 : 0;
            int up = i;
            for (int steps = 0; up >= 0; steps++) {
                if (steps > words.size()) {
                    return false;
                }
                up = words.get(up).head();
            }
        }
        return roots == 1;
    }
}
