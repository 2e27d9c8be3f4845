package dateline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.pipeline.BundledLexicon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishLemmasTest {
    private final Lemmas lemmas = new EnglishLemmas(BundledLexicon.of("en"));

    @ParameterizedTest
    @CsvSource({
        "VERB, storm, stormed storming storms Stormed",
        "VERB, carry, carried carrying carries",
        "VERB, kill, killed killing kills",
        "VERB, shell, shelled shelling",
        "VERB, cancel, cancelled canceled cancelling",
        "VERB, stop, stopped stopping stops",
        "VERB, shoot, shot shooting",
        "VERB, say, said says saying",
        "VERB, die, died dying dies",
        "VERB, lie, lying lay",
        "VERB, flee, fled fleeing flees",
        "VERB, hold, held",
        "VERB, break, broke broken breaking",
        "VERB, wound, wounded wounding wounds wound",
        "VERB, retaliate, retaliated retaliating",
        "VERB, evacuate, evacuated",
        "VERB, blame, blamed blaming",
        "VERB, monitor, monitored monitoring",
        "VERB, restore, restored restoring",
        "VERB, target, targeted targeting targets",
        "VERB, charge, charged charging",
        "VERB, hang, hanged hung hanging",
        "VERB, release, released releasing",
        "VERB, focus, focused focusing",
        "VERB, bring, brought bringing bring",
        "VERB, proceed, proceed proceeded proceeds",
        "VERB, pass, passed passes passing",
        "VERB, reach, reached reaches",
        "VERB, veto, vetoed vetoes",
        "VERB, offer, offered offering",
        "VERB, type, typed typing",
        "VERB, re-elect, re-elected",
        "AUX, be, is was were 's ’s been being am",
        "AUX, have, had has 've",
        "AUX, will, wo 'll will",
        "NOUN, soldier, soldiers soldier Soldiers",
        "NOUN, army, armies",
        "NOUN, boss, bosses boss",
        "NOUN, spokesman, spokesmen spokesman",
        "NOUN, child, children",
        "NOUN, virus, virus viruses",
        "NOUN, crisis, crises crisis",
        "NOUN, base, bases",
        "NOUN, wife, wives",
        "NOUN, specimen, specimen specimens",
        "NOUN, gas, gas gases",
        "NOUN, 1990s, 1990s",
        "ADJ, bad, worst worse",
        "ADJ, deadly, deadliest",
        "PART, not, n't n’t",
        "PROPN, orms, Orms",
    })
    void givesTheDictionaryForm(String wordClass, String lemma, String forms) {
        for (String form : forms.split(" ")) {
            assertThat(lemmas.lemma(form, wordClass)).as(form).isEqualTo(lemma);
        }
    }

    @Test
    void answersForAnyWordOfAnyClass() {
        for (String form : new String[] {
            "", "s", "ed", "ing", "ies", "'s", "ss", "\uD83D", "م", "ed".repeat(100_000), "-", "eed", "men"
        }) {
            for (String wordClass : new String[] {"VERB", "AUX", "NOUN", "ADJ", "PART", "X", ""}) {
                assertThat(lemmas.lemma(form, wordClass)).isNotNull();
            }
        }
    }
}
