package dateline.peers;

import dateline.eval.ReadingProbe;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.util.Arrays;

/** A process in which CoreNLP does nothing but read. */
public final class CoreNlpProbe {
    private CoreNlpProbe() {}

    /** @param arguments the configuration, then the files to read */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ReadingProbe.measure(
                () -> {
                    StanfordCoreNLP pipeline = new StanfordCoreNLP(CoreNlp.settings(arguments[0]));
                    return text -> {
                        Annotation annotation = new Annotation(text);
                        pipeline.annotate(annotation);
                        return annotation
                                .get(CoreAnnotations.TokensAnnotation.class)
                                .size();
                    };
                },
                Arrays.copyOfRange(arguments, 1, arguments.length),
                System.out);
    }
}
