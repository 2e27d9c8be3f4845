package dateline.eval;

import dateline.analysis.text.Segmented;
import dateline.analysis.text.Segmenter;
import dateline.pipeline.BundledLexicon;
import dateline.reader.Reader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A process that does nothing but read, so that its speed and its memory are those of reading: opens a system, reads every
 * text it is given, with one caller and with two, and prints what it measured.
 */
public final class ReadingProbe {
    /** Passes over the texts; the first one warms up and is not counted. */
    private static final int PASSES = 3;

    private ReadingProbe() {}

    /** Something that reads a raw text: words, sentences, names, arcs. */
    public interface TextSystem {
        /** Gives the number of words read. */
        int read(String text);
    }

    /** @param arguments the files to read */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        measure(
                () -> {
                    Reader reader = Reader.open();
                    Segmenter segmenter = new Segmenter(BundledLexicon.of("en"));
                    return text -> {
                        Segmented segmented = RawText.segmented(text, segmenter);
                        return reader.read(segmented).sentences().stream()
                                .mapToInt(sentence -> sentence.words().size())
                                .sum();
                    };
                },
                arguments,
                System.out);
    }

    /** Prints lines of a key and a number. */
    public static void measure(Supplier<TextSystem> open, String[] files, PrintStream out)
            throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        for (String file : files) {
            texts.add(Files.readString(Path.of(file), StandardCharsets.UTF_8));
        }
        long begin = System.nanoTime();
        TextSystem system = open.get();
        system.read("One boat came.");
        out.println("load_seconds " + seconds(begin));
        double one = Double.MAX_VALUE;
        double processor = Double.MAX_VALUE;
        int words = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            begin = System.nanoTime();
            double processorBegin = processorSeconds();
            words = 0;
            for (String text : texts) {
                words += system.read(text);
            }
            one = pass == 0 ? one : Math.min(one, seconds(begin));
            processor = pass == 0 ? processor : Math.min(processor, processorSeconds() - processorBegin);
        }
        out.println("words " + words);
        out.println("seconds_1_caller " + one);
        out.println("processor_seconds " + processor);
        out.println("resident_mb " + residentMegabytes());
        double two = Double.MAX_VALUE;
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            for (int pass = 1; pass < PASSES; pass++) {
                begin = System.nanoTime();
                List<Callable<Integer>> calls = new ArrayList<>();
                texts.forEach(text -> calls.add(() -> system.read(text)));
                for (Future<Integer> each : callers.invokeAll(calls)) {
                    each.get();
                }
                two = Math.min(two, seconds(begin));
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("reading: a caller failed", failure);
        }
        out.println("seconds_2_callers " + two);
        out.println("resident_2_callers_mb " + residentMegabytes());
    }

    /** Runs a probe in a Java process of its own and gives what it printed. */
    public static Map<String, Double> run(String probe, String heap, List<String> options, List<Path> files)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        String model = System.getProperty("dateline.model", "");
        if (!model.isEmpty()) {
            command.add("-Ddateline.model=" + model);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), probe));
        command.addAll(options);
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = "nothing";
        Map<String, Double> measured = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                if (parts.length == 2 && parts[1].matches("[0-9.]+(E-?\\d+)?")) {
                    measured.put(parts[0], Double.parseDouble(parts[1]));
                } else if (!line.startsWith("\tat ")) {
                    said = line;
                }
            }
        }
        if (!measured.containsKey("seconds_2_callers")) {
            throw new IOException(
                    "reading: " + probe + " ended before it had read everything; its last words: " + said);
        }
        return measured;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Processor time this whole process has used, all threads: what other programs on the machine do does not count. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /** What Linux says this process holds in memory; 0 elsewhere. */
    private static double residentMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }
}
