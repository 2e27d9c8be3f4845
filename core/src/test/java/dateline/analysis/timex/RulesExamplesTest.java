package dateline.analysis.timex;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.pipeline.BundledLexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every example that stands beside a rule in {@code lexicon/en/timex/rules.txt}. */
class RulesExamplesTest {
    private final TimexFinder finder = new TimexFinder(BundledLexicon.of("en"));

    @TestFactory
    Stream<DynamicTest> examples() {
        return finder.rules().all().stream()
                .flatMap(rule -> rule.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                rule.name() + ": " + example.sentence(), () -> check(example))));
    }

    private void check(Rules.Example example) {
        List<String> words = new ArrayList<>();
        Matcher bracket = Pattern.compile("\\[([^\\]]*)\\]").matcher(example.sentence());
        while (bracket.find()) {
            words.add(bracket.group(1));
        }
        String text = example.sentence().replaceAll("[\\[\\]]", "");
        List<Timex> found = finder.find(Told.on(Optional.of(example.day()), text));
        assertThat(found).extracting(timex -> timex.span().in(text)).isEqualTo(words);
        assertThat(found).extracting(Timex::iso).isEqualTo(example.values());
    }
}
