package dateline.archive;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Headers as one JSON object with sorted names. */
final class Headers {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();

    private Headers() {}

    static String write(Map<String, String> headers) {
        return JSON.writeValueAsString(new TreeMap<>(headers));
    }

    static Map<String, String> read(String json) {
        Map<String, String> headers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : JSON.readTree(json).properties()) {
            headers.put(each.getKey(), each.getValue().asString());
        }
        return headers;
    }
}
