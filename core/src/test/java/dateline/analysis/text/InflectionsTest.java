package dateline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.pipeline.BundledLexicon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionsTest {
    private final Inflections inflections = new Inflections(BundledLexicon.of("en"));

    @ParameterizedTest
    @CsvSource({
        "criticize, criticizing, criticized",
        "carry, carrying, carried",
        "stop, stopping, stopped",
        "visit, visiting, visited",
        "take, taking, took",
        "go, going, went",
        "do, doing, did",
        "cut, cutting, cut",
        "hit, hit, hit",
        "show, showing, showed",
        "destroy, destroying, destroyed",
        "refer, referring, referred",
        "grab, grab, grabbed",
        "burn, burning, burned",
        "have, having, had"
    })
    void past(String lemma, String form, String past) {
        assertThat(inflections.past(lemma, form)).isEqualTo(past);
    }

    @ParameterizedTest
    @CsvSource({"carry, carries", "push, pushes", "sell, sells", "have, has", "go, goes", "play, plays"})
    void third(String lemma, String third) {
        assertThat(inflections.third(lemma)).isEqualTo(third);
    }
}
