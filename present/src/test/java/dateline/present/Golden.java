package dateline.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with an expected text under {@code src/test/resources/dateline/present}; {@code -Dgolden.write} rewrites it, to be read before it is committed. */
public final class Golden {
    private Golden() {}

    public static void same(String name, String text) {
        Path file = Path.of("src/test/resources/dateline/present").resolve(name);
        try {
            if (System.getProperty("golden.write") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as(name).isEqualTo(Files.readString(file));
        } catch (IOException failure) {
            throw new AssertionError("golden: " + file.toAbsolutePath() + " cannot be read", failure);
        }
    }
}
