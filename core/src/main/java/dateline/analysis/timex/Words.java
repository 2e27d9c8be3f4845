package dateline.analysis.timex;

import dateline.analysis.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The classes of words in {@code timex/words.txt}: their forms, and the value behind each form. */
final class Words {
    private final Map<String, List<String>> forms = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();

    Words(Lexicon lexicon) {
        for (List<String> row : lexicon.rows("timex/words.txt")) {
            if (row.size() != 3) {
                throw new IllegalArgumentException("timex/words.txt: not class, value, forms: " + row);
            }
            List<String> all = forms.computeIfAbsent(row.get(0), name -> new ArrayList<>());
            Map<String, String> meant = values.computeIfAbsent(row.get(0), name -> new HashMap<>());
            for (String form : row.get(2).split("\\|")) {
                all.add(form.strip());
                meant.putIfAbsent(key(form), row.get(1));
            }
        }
        forms.values()
                .forEach(all -> all.sort(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())));
    }

    boolean has(String name) {
        return forms.containsKey(name);
    }

    List<String> forms(String name) {
        return forms.getOrDefault(name, List.of());
    }

    Optional<String> value(String name, String form) {
        return Optional.ofNullable(values.getOrDefault(name, Map.of()).get(key(form)));
    }

    /** An expression for any form of a class, the longest first. */
    String expression(String name) {
        List<String> parts = new ArrayList<>();
        for (String form : forms(name)) {
            boolean dot = form.endsWith(".");
            String stem = dot ? form.substring(0, form.length() - 1) : form;
            String end = dot ? "\\.?" : "";
            if (stem.equals(stem.toLowerCase(Locale.ROOT))) {
                parts.add(literal(stem) + end);
            } else {
                parts.add("(?-i:" + literal(stem) + "|" + literal(stem.toUpperCase(Locale.ROOT)) + ")" + end);
            }
        }
        return String.join("|", parts);
    }

    private static String literal(String words) {
        return words.replaceAll("[^\\p{L}\\p{N} '’-]", "\\\\$0");
    }

    private static String key(String form) {
        String key =
                form.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).replace('’', '\'');
        return key.endsWith(".") ? key.substring(0, key.length() - 1) : key;
    }
}
