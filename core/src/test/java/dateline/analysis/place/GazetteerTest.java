package dateline.analysis.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
    private final Gazetteer gazetteer = Gazetteer.bundled();

    @ParameterizedTest(name = "{0} is first of all {1} in {2}")
    @CsvSource({
        "the U.S., COUNTRY, US",
        "America, COUNTRY, US",
        "Norwegen, NONE, ''",
        "Tromsø, CITY, NO",
        "Tromso, CITY, NO",
        "Tex., REGION, US",
        "Saint Louis, CITY, US",
        "the West Bank, REGION, PS",
        "Bombay, CITY, IN",
        "Travis County, DISTRICT, US",
        "Persian Gulf, SEA, ''",
        "Paris, CITY, FR",
    })
    void findsPlacesUnderTheNamesThatNewspapersUse(String name, String kind, String country) {
        var found = gazetteer.named(name);
        assertThat(found.isEmpty() ? "NONE" : found.get(0).kind().name()).isEqualTo(kind);
        assertThat(found.isEmpty() ? "" : found.get(0).country()).isEqualTo(country);
    }

    @Test
    void keepsNamesakesApartAndKnowsTheirRegions() {
        assertThat(gazetteer.named("Paris"))
                .anySatisfy(place -> assertThat(place.region()).contains("US.TX"))
                .anySatisfy(place -> assertThat(place.capital()).isTrue());
    }

    @Test
    void knowsTheWordsForPeoples() {
        assertThat(gazetteer.ofPeople("Icelanders"))
                .hasValueSatisfying(place -> assertThat(place.country()).isEqualTo("IS"));
        assertThat(gazetteer.ofPeople("Martian")).isEmpty();
        assertThat(gazetteer.country("BT"))
                .hasValueSatisfying(place -> assertThat(place.name()).isEqualTo("Bhutan"));
    }

    @Test
    void measuresDistances() {
        Place oslo = gazetteer.named("Oslo").get(0);
        Place bergen = gazetteer.named("Bergen").get(0);
        assertThat(oslo.kilometresTo(bergen)).isBetween(290.0, 320.0);
    }
}
