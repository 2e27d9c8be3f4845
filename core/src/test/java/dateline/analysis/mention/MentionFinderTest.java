package dateline.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.analysis.mention.MentionFinder.Mentions;
import dateline.pipeline.BundledLexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionFinderTest {
    private final MentionFinder finder = new MentionFinder(BundledLexicon.of("en"));

    private Mentions find(Drawn drawn) {
        return finder.find(drawn.segmented(), drawn.trees());
    }

    private static Referent called(Mentions found, String name) {
        return found.referents().stream()
                .filter(each -> each.name().equals(name) || each.names().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is called " + name + " in " + found.referents()));
    }

    @Test
    void takesTitlesAndGenitivesOffAPersonsNameAndRemembersTheTitle() {
        Mentions found = find(Drawn.of(
                "Governor|NOUN|2|compound|B-PER Inga|PROPN|4|nmod|I-PER 's|PART|2|case|I-PER aide|NOUN|5|nsubj left|VERB|0|root .|PUNCT|5|punct",
                "The|DET|2|det governor|NOUN|3|nsubj stayed|VERB|0|root .|PUNCT|3|punct"));
        assertThat(called(found, "Inga").names()).containsExactly("governor");
    }

    @Test
    void growsABodysNameOverTheWordThatSaysWhatItIs() {
        Mentions found = find(
                Drawn.of(
                        "The|DET|3|det Orlan|PROPN|3|compound|B-ORG Brigades|PROPN|4|nsubj withdrew|VERB|0|root .|PUNCT|4|punct"));
        assertThat(called(found, "Orlan Brigades").type()).isEqualTo(Mention.Type.ORGANIZATION);
    }

    @Test
    void leavesAGluedNounOutOfTheNameAndTakesItAsTheSameOne() {
        Mentions found = find(Drawn.of(
                "The|DET|3|det Orlan|PROPN|3|compound|B-ORG militia|NOUN|4|nsubj|I-ORG withdrew|VERB|0|root .|PUNCT|4|punct",
                "The|DET|2|det militia|NOUN|3|nsubj denied|VERB|0|root it|PRON|3|obj .|PUNCT|3|punct"));
        Referent orlan = called(found, "Orlan");
        assertThat(orlan.named()).isTrue();
        assertThat(orlan.names()).contains("Orlan militia", "militia");
    }

    @Test
    void holdsApartWhatTheReportHoldsApart() {
        Mentions found = find(
                Drawn.of(
                        "Dawn|PROPN|2|compound|B-ORG Orlan|PROPN|9|nsubj|I-ORG ,|PUNCT|5|punct a|DET|5|det force|NOUN|2|appos separate|ADJ|5|amod from|ADP|8|case Orlan|PROPN|6|obl|B-ORG withdrew|VERB|0|root .|PUNCT|9|punct"));
        assertThat(found.apart()).hasSize(1);
        Referent dawn = called(found, "Dawn Orlan");
        Referent other = called(found, "Orlan");
        assertThat(dawn.id()).isNotEqualTo(other.id());
        assertThat(List.of(found.apart().get(0).one(), found.apart().get(0).other()))
                .containsExactly(dawn.id(), other.id());
    }

    @Test
    void knowsAnAcronymByItsBrackets() {
        Mentions found = find(Drawn.of(
                "The|DET|4|det Orlan|PROPN|4|compound|B-ORG Relief|PROPN|4|compound|I-ORG Council|PROPN|8|nsubj|I-ORG (|PUNCT|6|punct ORC|PROPN|4|appos|B-ORG )|PUNCT|6|punct paid|VERB|0|root .|PUNCT|8|punct",
                "ORC|PROPN|2|nsubj|B-ORG left|VERB|0|root .|PUNCT|2|punct"));
        assertThat(called(found, "Orlan Relief Council").acronym()).contains("ORC");
        assertThat(called(found, "Orlan Relief Council").mentions()).hasSize(3);
    }

    @Test
    void linksSurnameDescriptionAndPronounToTheFullName() {
        Mentions found = find(Drawn.of(
                "Mary|PROPN|6|nsubj|B-PER Tallow|PROPN|1|flat|I-PER ,|PUNCT|5|punct the|DET|5|det mayor|NOUN|1|appos spoke|VERB|0|root .|PUNCT|6|punct",
                "Tallow|PROPN|2|nsubj|B-PER warned|VERB|0|root that|SCONJ|6|mark her|PRON|5|nmod brother|NOUN|6|nsubj drowned|VERB|2|ccomp .|PUNCT|2|punct",
                "He|PRON|2|nsubj fished|VERB|0|root .|PUNCT|2|punct"));
        Referent mayor = called(found, "Mary Tallow");
        assertThat(mayor.names()).contains("Tallow", "mayor");
        assertThat(mayor.mentions()).hasSize(4);
        assertThat(called(found, "her brother").mentions()).hasSize(2);
    }

    @Test
    void doesNotTakeAnObjectForTheSubjectOfItsVerb() {
        Mentions found = find(
                Drawn.of(
                        "Peter|PROPN|3|nsubj|B-PER Vane|PROPN|1|flat|I-PER praised|VERB|0|root him|PRON|3|obj .|PUNCT|3|punct"));
        assertThat(called(found, "Peter Vane").mentions()).hasSize(1);
    }

    @Test
    void tellsACountryFromItsPeopleAndItsArmy() {
        Mentions found = find(Drawn.of(
                "Chilean|ADJ|2|amod|B-MISC troops|NOUN|3|nsubj left|VERB|0|root Chile|PROPN|3|obj|B-LOC .|PUNCT|3|punct",
                "Chileans|PROPN|2|nsubj|B-MISC cheered|VERB|0|root .|PUNCT|2|punct"));
        assertThat(called(found, "Chile").type()).isEqualTo(Mention.Type.PLACE);
        assertThat(called(found, "Chile").mentions()).hasSize(2);
        assertThat(called(found, "Chilean troops").type()).isEqualTo(Mention.Type.GROUP);
        assertThat(called(found, "Chileans").type()).isEqualTo(Mention.Type.GROUP);
    }

    @Test
    void readsAHashtagAsAName() {
        Mentions found =
                find(Drawn.of("#LakeGuard|PROPN|2|nsubj|B-ORG left|VERB|0|root #Norway|PROPN|2|obj .|PUNCT|2|punct"));
        assertThat(called(found, "LakeGuard").type()).isEqualTo(Mention.Type.ORGANIZATION);
        assertThat(called(found, "Norway").type()).isEqualTo(Mention.Type.PLACE);
    }
}
