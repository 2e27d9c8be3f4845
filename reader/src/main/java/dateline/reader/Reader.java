package dateline.reader;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dateline.analysis.text.Reading;
import dateline.analysis.text.Reading.SentenceReading;
import dateline.analysis.text.Reading.WordReading;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Sentence;
import dateline.analysis.text.Vector;
import dateline.report.Report;
import dateline.report.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads reports with the trained model, one sentence a call. One session with one inner thread; {@link #read} may be called
 * from several threads, one report each, and answers the same whichever thread asks.
 */
public final class Reader implements AutoCloseable {
    private static final String[] NAMES = {"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"
    };
    private static final String[] CLASSES =
            "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" ");
    private static final String[] RELATIONS =
            ("acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat goeswith iobj list mark nmod"
                            + " nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp")
                    .split(" ");
    private static final String[] ATTRIBUTION = {"O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT"
    };
    private static final int ROOT = 34;
    private static final int PIECES_MAX = 512;
    /** A sentence of more words is read in parts; trained sentences end long before, and cost grows with the square. */
    private static final int WORDS_MAX = 160;
    /** A part ends behind one of these marks where its second half has one. */
    private static final String PART_ENDS = ",;:\u2013\u2014";

    private static final List<String> INPUTS = List.of("input_ids", "attention_mask", "token_type_ids", "word_index");
    private static final List<String> OUTPUTS = List.of("ner", "pos", "arc", "rel", "emb", "attribution", "factuality");

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;
    private final String model;

    private Reader(byte[] model, List<String> vocabulary, String where) {
        if (vocabulary.size() <= WordPiece.END
                || !vocabulary.get(WordPiece.BEGIN).equals("[CLS]")) {
            throw new ModelException("the vocabulary beside the model at " + where + " is damaged: line "
                    + (WordPiece.BEGIN + 1) + " should be [CLS]; put back the vocab.txt that belongs to it");
        }
        environment = OrtEnvironment.getEnvironment();
        pieces = new WordPiece(vocabulary);
        this.model = digest(model);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setMemoryPatternOptimization(false);
            session = environment.createSession(model, options);
            if (!session.getInputNames().containsAll(INPUTS)
                    || !session.getOutputNames().containsAll(OUTPUTS)) {
                throw new ModelException(
                        "the model at " + where + " is not a reader's: it has " + session.getInputNames() + " -> "
                                + session.getOutputNames() + "; put back the model.onnx that belongs to this version");
            }
        } catch (OrtException damaged) {
            throw new ModelException(
                    "the reader's model at " + where + " is damaged ("
                            + String.valueOf(String.valueOf(damaged.getMessage()))
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                            + "); restore the file from the repository",
                    damaged);
        }
    }

    /** Opens the model that DATELINE_MODEL (or the property {@code dateline.model}) names as a folder, else the one shipped inside. */
    public static Reader open() {
        String folder = System.getProperty("dateline.model", System.getenv().getOrDefault("DATELINE_MODEL", ""));
        if (!folder.isEmpty()) {
            return open(Path.of(folder));
        }
        String home = "/dateline/reader/";
        try (InputStream model = Reader.class.getResourceAsStream(home + "model.onnx");
                InputStream vocabulary = Reader.class.getResourceAsStream(home + "vocab.txt")) {
            if (model == null || vocabulary == null) {
                throw new ModelException(
                        "the reader's model is missing from the program (" + home
                                + "model.onnx); build it again, or set DATELINE_MODEL to a folder that holds model.onnx and vocab.txt");
            }
            return new Reader(model.readAllBytes(), lines(vocabulary.readAllBytes()), home + "model.onnx");
        } catch (IOException failure) {
            throw new ModelException(
                    "the reader's model inside the program cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** Opens {@code model.onnx} and {@code vocab.txt} in a folder. */
    public static Reader open(Path folder) {
        Path model = folder.resolve("model.onnx");
        Path vocabulary = folder.resolve("vocab.txt");
        if (!Files.isRegularFile(model) || !Files.isRegularFile(vocabulary)) {
            throw new ModelException("there is no model at " + folder
                    + ": model.onnx and vocab.txt are expected there; put them back or unset DATELINE_MODEL");
        }
        try {
            return new Reader(Files.readAllBytes(model), lines(Files.readAllBytes(vocabulary)), model.toString());
        } catch (IOException failure) {
            throw new ModelException("the model at " + model + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    /** Digest of the model file, 16 hex digits: readings of different models are different readings. */
    public String model() {
        return model;
    }

    public Reading read(Segmented segmented) {
        Report report = segmented.report();
        List<SentenceReading> read = new ArrayList<>();
        QuotationMarks marks = new QuotationMarks();
        for (Sentence sentence : segmented.sentences()) {
            List<String> words = new ArrayList<>();
            for (Span word : sentence.words()) {
                words.add(report.quote(word));
            }
            boolean inside = marks.insideBefore(sentence, words);
            read.add(read(words, inside, Shapes.NEWS));
        }
        return new Reading(model, read);
    }

    /** Reads one sentence that is already cut into words; a long one in parts that hang on the first part's root. */
    public SentenceReading read(List<String> words) {
        return read(words, false, Shapes.NEWS);
    }

    private SentenceReading read(List<String> words, boolean insideQuotation, int style) {
        List<WordReading> read = new ArrayList<>();
        float[] sum = new float[0];
        int from = 0;
        int root = -1;
        while (from < words.size()) {
            int to = from;
            int length = 2;
            while (to < words.size() && to - from < WORDS_MAX) {
                int more = pieces.pieces(words.get(to)).length;
                if (length + more > PIECES_MAX) {
                    break;
                }
                length += more;
                to++;
            }
            if (to < words.size()) {
                for (int cut = to; cut > from + (to - from) / 2; cut--) {
                    if (words.get(cut - 1).length() == 1 && PART_ENDS.contains(words.get(cut - 1))) {
                        to = cut;
                        break;
                    }
                }
            }
            Part part = part(words.subList(from, to), insideQuotation, style);
            for (WordReading word : part.words) {
                boolean isRoot = word.head() < 0;
                int head = isRoot ? root : word.head() + from;
                read.add(new WordReading(
                        word.name(),
                        word.wordClass(),
                        head,
                        isRoot && root >= 0 ? "parataxis" : word.relation(),
                        word.attribution(),
                        word.factuality()));
                if (isRoot && root < 0) {
                    root = read.size() - 1;
                }
            }
            if (sum.length == 0) {
                sum = part.vector;
            } else {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part.vector[i];
                }
            }
            from = to;
        }
        return new SentenceReading(read, new Vector(rounded(sum)));
    }

    private record Part(List<WordReading> words, float[] vector) {}

    private Part part(List<String> words, boolean insideQuotation, int style) {
        int length = 2;
        int[][] cut = new int[words.size()][];
        for (int i = 0; i < words.size(); i++) {
            cut[i] = pieces.pieces(words.get(i));
            length += cut[i].length;
        }
        long[][] ids = new long[1][length];
        long[][] mask = new long[1][length];
        long[][] types = new long[1][length];
        long[][] index = new long[1][words.size() + 1];
        ids[0][0] = WordPiece.BEGIN;
        types[0][0] = style;
        int at = 1;
        for (int i = 0; i < words.size(); i++) {
            index[0][i + 1] = at;
            int shape = Shapes.of(words.get(i));
            for (int piece : cut[i]) {
                ids[0][at] = piece;
                types[0][at] = shape;
                at++;
            }
        }
        ids[0][at] = WordPiece.END;
        types[0][at] = insideQuotation ? Shapes.QUOTATION_OPEN : Shapes.NEUTRAL;
        for (int i = 0; i < length; i++) {
            mask[0][i] = 1;
        }
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            inputs.put("input_ids", OnnxTensor.createTensor(environment, ids));
            inputs.put("attention_mask", OnnxTensor.createTensor(environment, mask));
            inputs.put("token_type_ids", OnnxTensor.createTensor(environment, types));
            inputs.put("word_index", OnnxTensor.createTensor(environment, index));
            try (OrtSession.Result result = session.run(inputs)) {
                return decode(words.size(), result);
            }
        } catch (OrtException failure) {
            throw new ModelException(
                    "the reader's model failed on a sentence of " + words.size() + " words: " + failure.getMessage(),
                    failure);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static Part decode(int words, OrtSession.Result result) throws OrtException {
        float[][] names = ((float[][][]) value(result, "ner"))[0];
        float[][] classes = ((float[][][]) value(result, "pos"))[0];
        float[][] arcs = ((float[][][]) value(result, "arc"))[0];
        float[][] attribution = ((float[][][]) value(result, "attribution"))[0];
        float[] factuality = ((float[][]) value(result, "factuality"))[0];
        float[] vector = ((float[][]) value(result, "emb"))[0];
        FloatBuffer relations = ((OnnxTensor) result.get("rel").orElseThrow()).getFloatBuffer();
        double[][] scores = new double[words][];
        for (int w = 0; w < words; w++) {
            scores[w] = Viterbi.logSoftmax(arcs[w]);
        }
        int[] heads = TreeDecoder.heads(scores);
        int[] nameTags = Viterbi.best(names);
        int[] attributionTags = Viterbi.best(attribution);
        List<WordReading> read = new ArrayList<>();
        for (int w = 0; w < words; w++) {
            int best = heads[w] == 0 ? ROOT : -1;
            int base = (w * (words + 1) + heads[w]) * RELATIONS.length;
            for (int r = 0; heads[w] != 0 && r < RELATIONS.length; r++) {
                if (r != ROOT && (best < 0 || relations.get(base + r) > relations.get(base + best))) {
                    best = r;
                }
            }
            double certain = StrictMath.rint(Math.max(-3, Math.min(3, factuality[w])) * 16) / 16;
            read.add(new WordReading(
                    NAMES[nameTags[w]],
                    CLASSES[argmax(classes[w])],
                    heads[w] - 1,
                    RELATIONS[best],
                    ATTRIBUTION[attributionTags[w]],
                    certain));
        }
        return new Part(read, vector);
    }

    private static Object value(OrtSession.Result result, String name) throws OrtException {
        return result.get(name)
                .orElseThrow(() -> new ModelException("the reader's model has no output '" + name + "'"))
                .getValue();
    }

    private static int argmax(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    /** Unit length, then rounded to 1/1024, so that the last digits of different processors do not show. */
    private static float[] rounded(float[] vector) {
        double length = 0;
        for (float value : vector) {
            length += (double) value * value;
        }
        double scale = length == 0 ? 0 : 1 / StrictMath.sqrt(length);
        float[] result = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            result[i] = (float) (StrictMath.rint(vector[i] * scale * 1024) / 1024);
        }
        return result;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("reader: this Java has no SHA-256", impossible);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failure) {
            throw new ModelException("the reader's model could not be closed: " + failure.getMessage(), failure);
        }
    }
}
