package dateline.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Speed of reading raw text: words a second with one caller and with two, seconds to load, memory held. Reads every
 * {@code *.txt} below the folder, sentence splitting included, in a process of its own. CoreNLP is measured beside it by
 * {@code eval/peers}, in the same run.
 */
public final class ReadingTask implements Task {
    /** Enough for a steady figure; more only takes longer. */
    private static final int FILES_MAX = 60;

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        List<Path> files = files(data);
        Map<String, Double> ours = ReadingProbe.run(ReadingProbe.class.getName(), "256m", List.of(), files);
        return figures(Scores.of(name()), ours)
                .peer("CoreNLP 4.5.10, full", "words_per_second", 1350, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10, fast", "words_per_second", 2470, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10", "load_seconds", 5.1, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10", "resident_mb", 2130, "measured in the trial, reader.md")
                .remark(files.size()
                        + " texts; the peers' figures are from another run: eval/peers measures both in one.")
                .done();
    }

    static List<Path> files(Path data) throws IOException {
        List<Path> files = DataFiles.below(data, name -> name.endsWith(".txt"));
        if (files.isEmpty()) {
            throw new IOException("reading: no texts (*.txt) below " + data);
        }
        return files.subList(0, Math.min(FILES_MAX, files.size()));
    }

    static Scores.Builder figures(Scores.Builder scores, Map<String, Double> measured) {
        double words = measured.getOrDefault("words", 0.0);
        return scores.figure("words_per_second", words / measured.getOrDefault("seconds_1_caller", Double.NaN))
                .figure("words_per_second_2_callers", words / measured.getOrDefault("seconds_2_callers", Double.NaN))
                .figure("load_seconds", measured.getOrDefault("load_seconds", Double.NaN))
                .figure("resident_mb", measured.getOrDefault("resident_mb", Double.NaN))
                .figure("resident_2_callers_mb", measured.getOrDefault("resident_2_callers_mb", Double.NaN))
                .figure("words", words);
    }
}
