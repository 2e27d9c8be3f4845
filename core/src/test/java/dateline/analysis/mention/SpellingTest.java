package dateline.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest(name = "{0} and {1} alike: {2}")
    @CsvSource({
        "Husayn, Hussein, true",
        "Organisation, Organization, true",
        "Qasim, Kassem, true",
        "Müller, Muller, true",
        "Marta, Marie, false",
        "Anders, Andrea, false",
        "Iran, Iraq, false",
        "Nord, Nora, false",
    })
    void knowsTranscriptionsOfOneName(String one, String other, boolean alike) {
        assertThat(Spelling.alike(one, other)).isEqualTo(alike);
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "ORC, Orlan Relief Council, true",
        "O.R.C., Orlan Relief Council, true",
        "#OLF, Orlan Lake Fleet, true",
        "BFA, Bank for Agriculture, true",
        "ORC, Orlan Reserve, false",
        "Orc, Orlan Relief Council, false",
    })
    void readsAcronyms(String letters, String name, boolean fits) {
        assertThat(Spelling.isAcronymOf(letters, name)).isEqualTo(fits);
    }
}
