package dateline.analysis.claim;

import dateline.analysis.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which words name which kind of happening: {@code claim/families.txt}, ready for look-up by dictionary form. */
public final class Families {
    /** A kind of happening. */
    public record Family(String name, String type, String mode) {}

    private final Map<String, Family> verbs = new LinkedHashMap<>();
    private final Map<String, Family> nouns = new LinkedHashMap<>();
    private final Map<String, List<Family>> all = new LinkedHashMap<>();
    private final Set<String> light;
    private final Set<String> happen;
    private final Set<String> sayings;
    private final Map<String, String> control = new LinkedHashMap<>();

    public Families(Lexicon lexicon) {
        for (List<String> row : lexicon.rows("claim/families.txt")) {
            if (row.size() != 5) {
                throw new IllegalArgumentException("claim/families.txt: five columns expected in " + row);
            }
            Family family = new Family(row.get(0), row.get(1), row.get(2).equals("-") ? "" : row.get(2));
            put(verbs, row.get(3), family);
            put(nouns, row.get(4), family);
        }
        light = lexicon.words("claim/light.txt");
        happen = lexicon.words("claim/happen.txt");
        sayings = lexicon.words("claim/notable.txt");
        for (List<String> row : lexicon.rows("claim/control.txt")) {
            control.put(row.get(0), row.get(1));
        }
    }

    /** Every kind that a word can name ("beat": in a brawl, in a vote), the likeliest first; empty for a word in no list. */
    public List<Family> all(String lemma) {
        return List.copyOf(all.getOrDefault(lemma, List.of()));
    }

    private void put(Map<String, Family> to, String words, Family family) {
        for (String word : words.split(" +")) {
            if (!word.equals("-")) {
                to.putIfAbsent(word, family);
                all.computeIfAbsent(word, k -> new ArrayList<>()).add(family);
            }
        }
    }

    public Optional<Family> verb(String lemma) {
        return Optional.ofNullable(verbs.get(lemma));
    }

    public Optional<Family> noun(String lemma) {
        return Optional.ofNullable(nouns.get(lemma));
    }

    /** True for a verb that leaves the meaning to its object ("carry_out strikes"). */
    public boolean isLight(String lemma) {
        return light.contains(lemma);
    }

    /** True for a verb that, said of a happening, only tells that or with what result it took place. */
    public boolean isHappen(String lemma) {
        return happen.contains(lemma);
    }

    /** True for a kind of happening that consists in saying something ("vow", "accuse"). */
    public boolean isSaying(String family) {
        return sayings.contains(family);
    }

    /** How a verb tells of the happening in its clause complement: actual, possible, future, intended or not. */
    public Optional<String> control(String lemma) {
        return Optional.ofNullable(control.get(lemma));
    }

    public Set<String> controlVerbs() {
        return new LinkedHashSet<>(control.keySet());
    }
}
