package dateline.peers;

import dateline.eval.PeerSystem;
import de.unihd.dbs.heideltime.standalone.Config;
import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.components.JCasFactory;
import de.unihd.dbs.heideltime.standalone.components.impl.JCasFactoryImpl;
import de.unihd.dbs.heideltime.standalone.components.impl.UimaContextImpl;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import de.unihd.dbs.uima.types.heideltime.Dct;
import de.unihd.dbs.uima.types.heideltime.Sentence;
import de.unihd.dbs.uima.types.heideltime.Timex3;
import de.unihd.dbs.uima.types.heideltime.Token;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_component.JCasAnnotator_ImplBase;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.XMLInputSource;

/**
 * HeidelTime 2.1 with its English rules for news. Sentences, words and their classes come from CoreNLP: the tagger it was
 * made for is not on the registry, and its own bridge to the Stanford tagger fails with today's version of that.
 */
public final class HeidelTime implements PeerSystem {
    private static final String TYPES = "desc/type/HeidelTime_TypeSystem.xml";

    @Override
    public String name() {
        return "HeidelTime 2.1";
    }

    @Override
    public String key() {
        return "heideltime";
    }

    @Override
    public Optional<TimexTagger> timexes() {
        Properties words = new Properties();
        words.setProperty("annotators", "tokenize,pos");
        words.setProperty("ssplit.newlineIsSentenceBreak", "two");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(words);
        try {
            Config.setProps(settings());
            TypeSystemDescription types = UIMAFramework.getXMLParser()
                    .parseTypeSystemDescription(
                            new XMLInputSource(HeidelTime.class.getClassLoader().getResource(TYPES)));
            JCasFactory documents = new JCasFactoryImpl(new TypeSystemDescription[] {types});
            JCasAnnotator_ImplBase rules = new de.unihd.dbs.uima.annotator.heideltime.HeidelTime();
            rules.initialize(new UimaContextImpl(Language.ENGLISH, DocumentType.NEWS, false));
            return Optional.of((text, created) -> {
                try {
                    return find(documents.createJCas(), pipeline, rules, text, created);
                } catch (UIMAException failure) {
                    throw new IllegalStateException("peers: HeidelTime failed on a text", failure);
                }
            });
        } catch (UIMAException | IOException failure) {
            throw new IllegalStateException("peers: HeidelTime does not start", failure);
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("considerDate", "true");
        settings.setProperty("considerDuration", "true");
        settings.setProperty("considerSet", "true");
        settings.setProperty("considerTime", "true");
        settings.setProperty("considerTemponym", "false");
        settings.setProperty("uimaVarDate", "Date");
        settings.setProperty("uimaVarDuration", "Duration");
        settings.setProperty("uimaVarLanguage", "Language");
        settings.setProperty("uimaVarSet", "Set");
        settings.setProperty("uimaVarTime", "Time");
        settings.setProperty("uimaVarTemponym", "Temponym");
        settings.setProperty("uimaVarTypeToProcess", "Type");
        return settings;
    }

    private static List<Found> find(
            JCas document,
            StanfordCoreNLP pipeline,
            JCasAnnotator_ImplBase rules,
            String text,
            Optional<LocalDate> created)
            throws UIMAException {
        document.setDocumentText(text);
        if (created.isPresent()) {
            Dct day = new Dct(document, 0, 0);
            day.setValue(created.orElseThrow().format(DateTimeFormatter.BASIC_ISO_DATE));
            day.setTimexId("t0");
            day.addToIndexes();
        }
        Annotation annotation = new Annotation(text);
        pipeline.annotate(annotation);
        int number = 0;
        for (CoreMap each : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
            Sentence sentence = new Sentence(
                    document,
                    each.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
                    each.get(CoreAnnotations.CharacterOffsetEndAnnotation.class));
            sentence.setSentenceId(number++);
            sentence.addToIndexes();
            for (CoreLabel word : each.get(CoreAnnotations.TokensAnnotation.class)) {
                Token token = new Token(document, word.beginPosition(), word.endPosition());
                token.setPos(word.tag());
                token.addToIndexes();
            }
        }
        rules.process(document);
        List<Found> found = new ArrayList<>();
        document.getAnnotationIndex(Timex3.type)
                .forEach(each -> found.add(
                        new Found(each.getBegin(), each.getEnd(), String.valueOf(((Timex3) each).getTimexValue()))));
        return found;
    }
}
