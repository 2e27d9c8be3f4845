package dateline.codec;

import dateline.analysis.text.Reading;
import dateline.analysis.text.Reading.SentenceReading;
import dateline.analysis.text.Reading.WordReading;
import dateline.analysis.text.Vector;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the model read in one report, as JSON with one sentence per line: {@code dateline/reading/1}. A word is
 * {@code [name, class, head, relation, attribution, factuality]}; a vector is the base64 of its 32-bit floats, big end first.
 */
public final class ReadingJson {
    public static final String SCHEMA = "dateline/reading/1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReadingJson() {}

    public static String write(Reading reading) {
        return new JsonText()
                .text("schema", SCHEMA)
                .text("model", reading.model())
                .lines("sentences", reading.sentences(), ReadingJson::sentence)
                .onManyLines();
    }

    private static String sentence(SentenceReading sentence) {
        return new JsonText()
                .list("words", sentence.words(), ReadingJson::word)
                .text("vector", vector(sentence.vector()))
                .onOneLine();
    }

    private static String word(WordReading word) {
        return "[" + JsonText.quoted(word.name()) + "," + JsonText.quoted(word.wordClass()) + "," + word.head() + ","
                + JsonText.quoted(word.relation()) + "," + JsonText.quoted(word.attribution()) + ","
                + word.factuality() + "]";
    }

    private static String vector(Vector vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.size());
        for (int i = 0; i < vector.size(); i++) {
            bytes.putFloat(vector.at(i));
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** @throws IllegalArgumentException when the text is no reading of this version */
    public static Reading read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (!node.path("schema").asString("").equals(SCHEMA)) {
                throw new IllegalArgumentException(
                        "codec: schema is '" + node.path("schema").asString("") + "', expected '" + SCHEMA + "'");
            }
            List<SentenceReading> sentences = new ArrayList<>();
            for (JsonNode sentence : node.path("sentences")) {
                List<WordReading> words = new ArrayList<>();
                for (JsonNode word : sentence.path("words")) {
                    words.add(new WordReading(
                            word.path(0).asString(),
                            word.path(1).asString(),
                            word.path(2).asInt(),
                            word.path(3).asString(),
                            word.path(4).asString(),
                            word.path(5).asDouble()));
                }
                ByteBuffer bytes = ByteBuffer.wrap(
                        Base64.getDecoder().decode(sentence.path("vector").asString()));
                float[] values = new float[bytes.remaining() / Float.BYTES];
                for (int i = 0; i < values.length; i++) {
                    values[i] = bytes.getFloat();
                }
                sentences.add(new SentenceReading(words, new Vector(values)));
            }
            return new Reading(node.path("model").asString(), sentences);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("codec: not a reading: the JSON is broken", broken);
        }
    }
}
