package dateline.present.geojson;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.codec.TerminalStory;
import dateline.present.HostileStory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventsGeoJsonTest {
    private static JsonNode read(String json) {
        return JsonMapper.builder().build().readTree(json);
    }

    @Test
    void everyEventIsAFeatureAndOnlyTheLocatedHaveAGeometry() {
        JsonNode features = read(EventsGeoJson.render(TerminalStory.account())).path("features");
        assertThat(features.size()).isEqualTo(10);
        JsonNode drone = features.get(2);
        assertThat(drone.has("geometry")).isTrue();
        assertThat(drone.path("geometry").isNull()).isTrue();
        assertThat(drone.path("properties")
                        .path("places")
                        .get(0)
                        .path("precision")
                        .stringValue())
                .isEqualTo("unlocated");
        JsonNode blast = features.get(3).path("geometry");
        assertThat(blast.path("type").stringValue()).isEqualTo("Point");
        assertThat(blast.path("coordinates").get(0).doubleValue())
                .as("longitude comes first")
                .isEqualTo(24.66);
        assertThat(features.get(9).path("properties").path("when").isNull()).isTrue();
    }

    @Test
    void attacksAreOnlyText() {
        JsonNode features = read(EventsGeoJson.render(HostileStory.account())).path("features");
        assertThat(features.size()).isEqualTo(HostileStory.PAYLOADS.size());
        assertThat(features.get(0).path("properties").path("label").stringValue())
                .isEqualTo(HostileStory.PAYLOADS.get(0));
    }
}
