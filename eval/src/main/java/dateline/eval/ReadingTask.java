package dateline.eval;

import dateline.eval.PeerSystem.Probe;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Speed of reading raw text: words a second with one caller and with two, seconds to load, memory held. Reads every
 * {@code *.txt} below the folder, sentence splitting included, in a process of its own. CoreNLP is measured beside it by
 * {@code eval/peers.sh}, in the same run.
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
        progress.println("reading: " + files.size() + " texts, Dateline");
        Map<String, Double> ours = ReadingProbe.run(ReadingProbe.class.getName(), "256m", List.of(), files);
        Scores.Builder scores =
                figures(Scores.of(name()), ours).figure("disk_mb", megabytes(files("dateline-reader", "onnxruntime")));
        List<PeerSystem> peers = PeerSystem.present();
        for (PeerSystem peer : peers) {
            for (Probe probe : peer.probes()) {
                progress.println("reading: " + files.size() + " texts, " + peer.name() + ", " + probe.key());
                beside(scores, ours, peer, probe, files);
            }
        }
        if (!peers.isEmpty()) {
            return scores.remark(files.size()
                            + " texts, each system in a process of its own, one after the other; ratios are"
                            + " of the time for the same texts, words are each system's own.")
                    .done();
        }
        return scores.peer("CoreNLP 4.5.10, full", "words_per_second", 1350, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10, fast", "words_per_second", 2470, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10", "load_seconds", 5.1, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10", "resident_mb", 2130, "measured in the trial, reader.md")
                .remark(files.size()
                        + " texts; the peers' figures are from another run: eval/peers.sh measures both in one.")
                .done();
    }

    private static void beside(
            Scores.Builder scores, Map<String, Double> ours, PeerSystem peer, Probe probe, List<Path> files)
            throws IOException {
        Map<String, Double> theirs = ReadingProbe.run(probe.main(), probe.heap(), probe.options(), files);
        String end = "_" + probe.key();
        scores.figure("ratio" + end, ratio(theirs, ours, "seconds_1_caller"))
                .figure("ratio_2_callers" + end, ratio(theirs, ours, "seconds_2_callers"))
                .figure("ratio_processor" + end, ratio(theirs, ours, "processor_seconds"));
        String system = peer.name() + ", " + probe.key();
        figures(Scores.of("reading"), theirs)
                .done()
                .figures()
                .forEach((key, value) -> scores.peer(system, key, value, "this run"));
        scores.peer(system, "disk_mb", megabytes(probe.files()), "this run");
    }

    private static double ratio(Map<String, Double> theirs, Map<String, Double> ours, String key) {
        return theirs.getOrDefault(key, Double.NaN) / ours.getOrDefault(key, Double.NaN);
    }

    /** The jars on the class path that a reader needs: the model's and its runtime's. */
    private static List<Path> files(String... names) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Arrays.stream(names).anyMatch(path::contains))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static double megabytes(List<Path> files) throws IOException {
        double bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes / (1 << 20);
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
                .figure("words_per_processor_second", words / measured.getOrDefault("processor_seconds", Double.NaN))
                .figure("load_seconds", measured.getOrDefault("load_seconds", Double.NaN))
                .figure("resident_mb", measured.getOrDefault("resident_mb", Double.NaN))
                .figure("resident_2_callers_mb", measured.getOrDefault("resident_2_callers_mb", Double.NaN))
                .figure("words", words);
    }
}
