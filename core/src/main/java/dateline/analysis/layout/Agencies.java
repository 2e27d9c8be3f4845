package dateline.analysis.layout;

import dateline.analysis.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The news agencies and the forms in which papers credit them. */
final class Agencies {
    /** One agency: its usual short name, and whether a form of it is an ordinary word too. */
    record Agency(String name, boolean weak) {}

    private final Map<String, Agency> byForm = new LinkedHashMap<>();
    private final String forms;

    Agencies(Lexicon lexicon) {
        List<String> all = new ArrayList<>();
        for (List<String> row : lexicon.rows("layout/agencies.txt")) {
            for (String form : row.get(2).split("\\|")) {
                // A full name of several words is never an ordinary word, however odd the short one.
                boolean weak = row.get(1).equals("weak") && !form.contains(" ");
                byForm.put(form, new Agency(row.get(0), weak));
                all.add(form);
            }
        }
        forms = all.stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** A regular expression for any form, longest first. */
    String pattern() {
        return "(?:" + forms + ")";
    }

    Optional<Agency> find(String form) {
        return Optional.ofNullable(byForm.get(form.strip()));
    }

    /** The agencies of a list such as {@code AFP, AP and Reuters}; empty when any part is no agency or all are ordinary words. */
    List<Agency> list(String words) {
        List<Agency> agencies = new ArrayList<>();
        boolean strong = false;
        for (String part : words.split("\\s*(?:[,;/|+&]|\\band\\b|\\bwith\\b|\\bvia\\b)\\s*")) {
            if (part.isBlank()) {
                continue;
            }
            Optional<Agency> agency = find(part);
            if (agency.isEmpty()) {
                return List.of();
            }
            agencies.add(agency.get());
            strong |= !agency.get().weak();
        }
        return strong ? List.copyOf(agencies) : List.of();
    }
}
