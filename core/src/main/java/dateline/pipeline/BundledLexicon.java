package dateline.pipeline;

import dateline.analysis.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Opens the lexicon that is shipped inside the program. */
public final class BundledLexicon {
    private BundledLexicon() {}

    /** The lists of one language, e.g. {@code en}. */
    public static Lexicon of(String language) {
        return new Lexicon(name -> read("/lexicon/" + language + "/" + name));
    }

    private static String read(String path) {
        try (InputStream stream = BundledLexicon.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("lexicon: there is no list " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
