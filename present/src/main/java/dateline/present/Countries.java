package dateline.present;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Numbers and names of countries by their two letters. */
public record Countries(Map<String, Country> byLetters) {
    public record Country(String number, String name) {}

    public static Countries read() {
        Map<String, Country> countries = new LinkedHashMap<>();
        try (InputStream stream = Countries.class.getResourceAsStream("/dateline/present/csv/countries.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("present: the program was built without its table of countries");
            }
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] parts = line.split("\t");
                if (parts.length == 3) {
                    countries.put(parts[0], new Country(parts[1], parts[2]));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Countries(countries);
    }

    public Optional<Country> of(String letters) {
        return Optional.ofNullable(byLetters.get(letters));
    }
}
