package dateline.analysis.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.analysis.mention.Drawn;
import dateline.pipeline.BundledLexicon;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LengthFinderTest {
    private final LengthFinder finder = new LengthFinder(BundledLexicon.of("en"));

    @Test
    void readsHowLongSomethingLasted() {
        assertThat(found("The|DET|2|det tremor|NOUN|3|nsubj lasted|VERB|0|root 10|NUM|5|nummod seconds|NOUN|3|obj"))
                .isEqualTo("duration 10 seconds 10..10 -");
        assertThat(
                        found(
                                "The|DET|2|det hearing|NOUN|3|nsubj ended|VERB|0|root three|NUM|5|nummod days|NOUN|6|obl ago|ADV|3|advmod"))
                .isEqualTo("ago three days ago 259200..259200 -");
    }

    @Test
    void readsHowOldSomebodyIs() {
        assertThat(
                        found(
                                "Jan|PROPN|6|nsubj|B-PER Berg|PROPN|1|flat|I-PER ,|PUNCT|1|punct 61|NUM|1|appos ,|PUNCT|1|punct resigned|VERB|0|root"))
                .isEqualTo("age 61 1923696000..1923696000 Jan Berg");
    }

    @Test
    void timesThatOnlySayWhenAreNoLengths() {
        assertThat(
                        found(
                                "It|PRON|2|nsubj rained|VERB|0|root the|DET|6|det last|ADJ|6|amod two|NUM|6|nummod weeks|NOUN|2|obl"))
                .isEmpty();
    }

    private String found(String drawn) {
        StringBuilder text = new StringBuilder();
        for (Quantity each : finder.find(Drawn.of(drawn).trees().get(0))) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s %s %.0f..%.0f %s",
                    each.what(),
                    each.said(),
                    each.min().orElse(-1),
                    each.max().orElse(-1),
                    each.of().orElse("-")));
        }
        return text.toString();
    }
}
