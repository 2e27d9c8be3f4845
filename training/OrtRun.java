import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a model over sentences written by evaluate.py, one at a time: MODEL IN OUT [output names, comma apart]. */
class OrtRun {
    public static void main(String[] args) throws Exception {
        String[] names = args.length > 3 ? args[3].split(",") : new String[0];
        try (OrtEnvironment env = OrtEnvironment.getEnvironment();
                DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(args[1]))));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[2])), 1 << 20))) {
            OrtSession.SessionOptions options = new OrtSession.SessionOptions();
            options.setIntraOpNumThreads(1);
            long begin = System.nanoTime();
            try (OrtSession session = env.createSession(args[0], options)) {
                System.out.printf("load %.2f s%n", (System.nanoTime() - begin) / 1e9);
                int count = in.readInt();
                long words = 0;
                long took = 0;
                for (int i = 0; i < count; i++) {
                    int pieces = in.readInt();
                    int n = in.readInt();
                    Map<String, OnnxTensor> feed = new LinkedHashMap<>();
                    String[] inputs = {"input_ids", "attention_mask", "token_type_ids", "word_index"};
                    for (String input : inputs) {
                        if (!session.getInputNames().contains(input) && input.equals("word_index")) {
                            for (int k = 0; k <= n; k++) in.readInt();
                            continue;
                        }
                        int length = input.equals("word_index") ? n + 1 : pieces;
                        long[] values = new long[length];
                        for (int k = 0; k < length; k++) {
                            values[k] = input.equals("attention_mask") ? 1 : in.readInt();
                        }
                        feed.put(input, OnnxTensor.createTensor(env, LongBuffer.wrap(values), new long[] {1, length}));
                    }
                    long t = System.nanoTime();
                    try (OrtSession.Result result = session.run(feed)) {
                        took += System.nanoTime() - t;
                        words += n;
                        for (String name : names) {
                            FloatBuffer b = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
                            out.writeInt(b.remaining());
                            ByteBuffer bytes = ByteBuffer.allocate(4 * b.remaining());
                            while (b.hasRemaining()) bytes.putFloat(b.get());
                            out.write(bytes.array());
                        }
                    }
                    feed.values().forEach(OnnxTensor::close);
                }
                System.out.printf("%d words in %.2f s: %.0f words/s%n", words, took / 1e9, words / (took / 1e9));
            }
        }
    }
}
