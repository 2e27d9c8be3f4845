package dateline.analysis.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.pipeline.BundledLexicon;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every example that stands beside a rule. */
class FurnitureRulesTest {
    private final FurnitureRules rules = new FurnitureRules(BundledLexicon.of("en"));

    @TestFactory
    List<DynamicTest> examples() {
        List<DynamicTest> tests = new ArrayList<>();
        for (FurnitureRules.Rule rule : rules.rules()) {
            assertThat(rule.yes()).as(rule.name()).isNotEmpty();
            assertThat(rule.no()).as(rule.name()).isNotEmpty();
            for (String example : rule.yes()) {
                String words = example.replace("[[", "").replace("]]", "");
                Span expected = new Span(example.indexOf("[["), example.indexOf("]]") - 2);
                tests.add(DynamicTest.dynamicTest(
                        rule.name() + ": " + words,
                        () -> assertThat(FurnitureRules.hit(rule, words, new Span(0, words.length())))
                                .hasValueSatisfying(hit ->
                                        assertThat(hit.span().in(words).strip()).isEqualTo(expected.in(words)))));
            }
            for (String words : rule.no()) {
                tests.add(DynamicTest.dynamicTest(
                        rule.name() + " not: " + words,
                        () -> assertThat(rules.find(words, new Span(0, words.length())))
                                .isEmpty()));
            }
        }
        return tests;
    }

    @Test
    void aBarOfServicesIsFurnitureAndASentenceAboutThemIsNot() {
        String bar =
                "Watch video 02:10 Share Storm in Norhaven Send Facebook Whatsapp Tumblr linkedin Permalink https://p.dw.com/p/1abc";
        String sentence = "Facebook, Twitter and WhatsApp were cut off on Tuesday";
        assertThat(rules.find(bar, new Span(0, bar.length())))
                .extracting(FurnitureRules.Hit::why)
                .containsExactly("share bar");
        assertThat(rules.find(sentence, new Span(0, sentence.length()))).isEmpty();
    }
}
