package dateline.ingest.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON file of the same stem beside a text or page, with what is known about it. */
public final class Sidecar {
    private Sidecar() {}

    private static final long LENGTH_MAX = 1_000_000;

    /** The path of the sidecar of {@code file}, when there is one. */
    public static Optional<Path> beside(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path sidecar = file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".json");
        return !sidecar.equals(file) && Files.isRegularFile(sidecar) ? Optional.of(sidecar) : Optional.empty();
    }

    /** What the sidecar says; a damaged one says nothing but that. */
    public static Plain read(Path sidecar) {
        Map<String, String> pairs = new LinkedHashMap<>();
        try {
            if (Files.size(sidecar) > LENGTH_MAX) {
                return nothing("its sidecar " + sidecar.getFileName() + " is too large to be one; not used");
            }
            JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(sidecar));
            if (!json.isObject()) {
                return nothing("its sidecar " + sidecar.getFileName() + " holds no JSON object; not used");
            }
            json.properties().forEach(each -> {
                if (each.getValue().isString()) {
                    pairs.put(
                            each.getKey().toLowerCase(Locale.ROOT),
                            each.getValue().stringValue());
                }
            });
        } catch (IOException | JacksonException failure) {
            return nothing("its sidecar " + sidecar.getFileName() + " could not be read as JSON; not used");
        }
        return Plain.of(pairs, 0);
    }

    private static Plain nothing(String note) {
        return new Plain(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(note));
    }
}
