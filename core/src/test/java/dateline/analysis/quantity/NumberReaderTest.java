package dateline.analysis.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.pipeline.BundledLexicon;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumberReaderTest {
    private final NumberReader reader = new NumberReader(BundledLexicon.of("en"));

    static Stream<Arguments> rows() throws IOException {
        try (InputStream stream = NumberReaderTest.class.getResourceAsStream("/quantity/numbers.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arguments.of((Object[]) line.split("\t")));
        }
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @MethodSource("rows")
    void wordsMeanAnInterval(String words, String min, String max) {
        List<Numeral> found = reader.read("They counted " + words + " there.");
        assertThat(found).as("one number in: " + words).hasSize(1);
        assertThat(plain(found.get(0).min())).as("least").isEqualTo(min);
        assertThat(plain(found.get(0).max())).as("most").isEqualTo(max);
    }

    @Test
    void aRiseNamesTwoNumbersNotARange() {
        assertThat(reader.read("The count rose from 3 to 10 overnight.")).hasSize(2);
    }

    @Test
    void theWordingBeginsWithTheHedge() {
        String text = "Around them stood more than 20,000 anglers.";
        Numeral numeral = reader.read(text).get(0);
        assertThat(text.substring(numeral.begin(), numeral.end())).isEqualTo("more than 20,000");
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(each -> each.stripTrailingZeros().toPlainString()).orElse("-");
    }
}
