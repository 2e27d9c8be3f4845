package dateline.peers;

import dateline.eval.PeerSystem;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.AnnotationPipeline;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphCoreAnnotations;
import edu.stanford.nlp.semgraph.SemanticGraphEdge;
import edu.stanford.nlp.time.TimeAnnotations;
import edu.stanford.nlp.time.TimeAnnotator;
import edu.stanford.nlp.time.Timex;
import edu.stanford.nlp.util.CoreMap;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Stanford CoreNLP 4.5.10 with its default English models. Fine-grained names (regular expressions over lists) are off, as
 * they only rename what the statistical models found and take most of the time. Two configurations are timed: {@code full}
 * with its rules for times and numbers, {@code fast} without; names and trees are the same in both.
 */
public final class CoreNlp implements PeerSystem {
    @Override
    public String name() {
        return "CoreNLP 4.5.10";
    }

    @Override
    public String key() {
        return "corenlp";
    }

    @Override
    public Optional<NameTagger> names() {
        StanfordCoreNLP pipeline = onGivenWords("tokenize,pos,lemma,ner");
        return Optional.of(words -> tags(annotated(pipeline, words)));
    }

    @Override
    public Optional<Parser> parser() {
        StanfordCoreNLP pipeline = onGivenWords("tokenize,pos,depparse");
        return Optional.of(words -> arcs(annotated(pipeline, words), words.size()));
    }

    @Override
    public Optional<TimexTagger> timexes() {
        Properties settings = new Properties();
        settings.setProperty("annotators", "tokenize,pos");
        AnnotationPipeline pipeline = new StanfordCoreNLP(settings);
        pipeline.addAnnotator(new TimeAnnotator("sutime", new Properties()));
        return Optional.of((text, created) -> timexes(pipeline, text, created));
    }

    @Override
    public List<Probe> probes() {
        List<Path> files = Arrays.stream(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(path -> path.contains("stanford-corenlp"))
                .map(Path::of)
                .toList();
        String main = CoreNlpProbe.class.getName();
        return List.of(
                new Probe("fast", main, "3g", List.of("fast"), files),
                new Probe("full", main, "3g", List.of("full"), files));
    }

    /** Reads words as they are given, one sentence a call. */
    private static StanfordCoreNLP onGivenWords(String annotators) {
        Properties settings = settings("fast");
        settings.setProperty("annotators", annotators);
        settings.setProperty("tokenize.whitespace", "true");
        settings.setProperty("ssplit.eolonly", "true");
        return new StanfordCoreNLP(settings);
    }

    /** Settings of a configuration, {@code fast} or {@code full}, for raw text. */
    static Properties settings(String configuration) {
        boolean rules = switch (configuration) {
            case "full" -> true;
            case "fast" -> false;
            default -> throw new IllegalArgumentException("peers: no configuration '" + configuration + "'");
        };
        Properties settings = new Properties();
        settings.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
        settings.setProperty("ssplit.newlineIsSentenceBreak", "two");
        settings.setProperty("ner.applyFineGrained", "false");
        settings.setProperty("ner.buildEntityMentions", "false");
        settings.setProperty("ner.useSUTime", String.valueOf(rules));
        settings.setProperty("ner.applyNumericClassifiers", String.valueOf(rules));
        return settings;
    }

    private static List<CoreMap> annotated(StanfordCoreNLP pipeline, List<String> words) {
        Annotation annotation = new Annotation(
                String.join(" ", words.stream().map(CoreNlp::unbroken).toList()));
        pipeline.annotate(annotation);
        return annotation.get(CoreAnnotations.SentencesAnnotation.class);
    }

    /** A word that holds a blank would become two. */
    private static String unbroken(String word) {
        String unbroken = word.replaceAll("\\s+", "_");
        return unbroken.isEmpty() ? "_" : unbroken;
    }

    private static List<String> tags(List<CoreMap> sentences) {
        List<String> tags = new ArrayList<>();
        for (CoreMap sentence : sentences) {
            String before = "O";
            for (CoreLabel word : sentence.get(CoreAnnotations.TokensAnnotation.class)) {
                String type = switch (String.valueOf(word.ner())) {
                    case "PERSON" -> "PER";
                    case "ORGANIZATION" -> "ORG";
                    case "LOCATION" -> "LOC";
                    case "MISC" -> "MISC";
                    default -> "O";
                };
                tags.add(type.equals("O") ? "O" : (type.equals(before) ? "I-" : "B-") + type);
                before = type;
            }
        }
        return tags;
    }

    private static Arcs arcs(List<CoreMap> sentences, int words) {
        List<Integer> heads = new ArrayList<>(Collections.nCopies(words, -1));
        List<String> relations = new ArrayList<>(Collections.nCopies(words, "dep"));
        int before = 0;
        for (CoreMap sentence : sentences) {
            SemanticGraph graph = sentence.get(SemanticGraphCoreAnnotations.BasicDependenciesAnnotation.class);
            graph.getRoots().forEach(root -> {
                if (sentences.size() == 1) {
                    heads.set(root.index() - 1, 0);
                    relations.set(root.index() - 1, "root");
                }
            });
            for (SemanticGraphEdge edge : graph.edgeIterable()) {
                int word = before + edge.getDependent().index() - 1;
                heads.set(word, before + edge.getGovernor().index());
                relations.set(word, edge.getRelation().getShortName().replaceAll(":.*", ""));
            }
            before += sentence.get(CoreAnnotations.TokensAnnotation.class).size();
        }
        return new Arcs(heads, relations);
    }

    private static List<Found> timexes(AnnotationPipeline pipeline, String text, Optional<LocalDate> created) {
        Annotation annotation = new Annotation(text);
        created.ifPresent(day -> annotation.set(CoreAnnotations.DocDateAnnotation.class, day.toString()));
        pipeline.annotate(annotation);
        List<Found> found = new ArrayList<>();
        for (CoreMap expression : annotation.get(TimeAnnotations.TimexAnnotations.class)) {
            Timex timex = expression.get(TimeAnnotations.TimexAnnotation.class);
            found.add(new Found(
                    expression.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
                    expression.get(CoreAnnotations.CharacterOffsetEndAnnotation.class),
                    String.valueOf(timex.value())));
        }
        return found;
    }
}
