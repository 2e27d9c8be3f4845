package dateline.analysis.place;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.analysis.mention.Drawn;
import dateline.analysis.mention.MentionFinder;
import dateline.pipeline.BundledLexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceResolverTest {
    private final MentionFinder finder = new MentionFinder(BundledLexicon.of("en"));
    private final PlaceResolver resolver = new PlaceResolver(BundledLexicon.of("en"));

    private ResolvedPlace place(String name, String... sentences) {
        Drawn drawn = Drawn.of(sentences);
        List<ResolvedPlace> places =
                resolver.resolve(drawn.segmented(), drawn.trees(), finder.find(drawn.segmented(), drawn.trees()));
        return places.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no place " + name + " in " + places));
    }

    @Test
    void putsAnEmbassyWhereItStandsAndNotInTheCountryWhoseItIs() {
        ResolvedPlace embassy = place(
                "Chilean embassy",
                "The|DET|3|det Chilean|ADJ|3|amod|B-MISC embassy|NOUN|6|nsubj in|ADP|5|case Oslo|PROPN|3|nmod|B-LOC burned|VERB|0|root .|PUNCT|6|punct");
        assertThat(embassy.precision()).isEqualTo("site");
        assertThat(embassy.within()).contains("Oslo");
        assertThat(embassy.place())
                .hasValueSatisfying(place -> assertThat(place.country()).isEqualTo("NO"));
    }

    @Test
    void givesAnEmbassyNoPinWhenNothingSaysWhereItStands() {
        ResolvedPlace embassy = place(
                "Chilean embassy",
                "The|DET|3|det Chilean|ADJ|3|amod|B-MISC embassy|NOUN|4|nsubj burned|VERB|0|root .|PUNCT|4|punct");
        assertThat(embassy.place()).isEmpty();
        assertThat(embassy.precision()).isEqualTo("unlocated");
    }

    @Test
    void readsTheLargerPlaceBehindAComma() {
        assertThat(place(
                                "Paris",
                                "He|PRON|2|nsubj lives|VERB|0|root in|ADP|4|case Paris|PROPN|2|obl|B-LOC ,|PUNCT|6|punct Texas|PROPN|4|appos|B-LOC .|PUNCT|2|punct")
                        .place())
                .hasValueSatisfying(place -> assertThat(place.region()).contains("US.TX"));
    }

    @Test
    void prefersTheNamesakeInACountryThatTheReportNames() {
        assertThat(place(
                                "Cambridge",
                                "Cambridge|PROPN|2|nsubj|B-LOC flooded|VERB|0|root .|PUNCT|2|punct",
                                "Rivers|NOUN|2|nsubj rose|VERB|0|root across|ADP|4|case Ontario|PROPN|2|obl|B-LOC and|CCONJ|6|cc Canada|PROPN|4|conj|B-LOC .|PUNCT|2|punct")
                        .place())
                .hasValueSatisfying(place -> assertThat(place.country()).isEqualTo("CA"));
    }

    @Test
    void takesAProvinceForTheRegionAndABareNameForTheTown() {
        String sentence = "Floods|NOUN|2|nsubj hit|VERB|0|root Isfahan|PROPN|%s .|PUNCT|2|punct";
        assertThat(place("Isfahan", sentence.formatted("2|obj|B-LOC")).precision())
                .isEqualTo("city");
        assertThat(place("Isfahan", sentence.formatted("4|compound|B-LOC province|NOUN|2|obj"))
                        .precision())
                .isEqualTo("region");
    }

    @Test
    void leavesAnUnknownVillageWithoutAPinOrNoFinerThanItsCountry() {
        assertThat(place("Zzyrvik", "Floods|NOUN|2|nsubj hit|VERB|0|root Zzyrvik|PROPN|2|obj|B-LOC .|PUNCT|2|punct")
                        .place())
                .isEmpty();
        ResolvedPlace inNorway = place(
                "Zzyrvik",
                "Floods|NOUN|2|nsubj hit|VERB|0|root Zzyrvik|PROPN|2|obj|B-LOC in|ADP|5|case Norway|PROPN|3|nmod|B-LOC .|PUNCT|2|punct");
        assertThat(inNorway.precision()).isEqualTo("country");
        assertThat(inNorway.within()).contains("Norway");
    }
}
