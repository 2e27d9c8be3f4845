package dateline.reconcile.event;

import dateline.analysis.Lexicon;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How near two kinds of happening are: {@code claim/related.txt}. */
public final class Kinship {
    private final Map<String, Set<String>> related = new HashMap<>();

    public Kinship(Lexicon lexicon) {
        for (List<String> row : lexicon.rows("claim/related.txt")) {
            Set<String> others = new HashSet<>(List.of(row.get(1).split(" +")));
            related.computeIfAbsent(row.get(0), k -> new HashSet<>()).addAll(others);
            for (String other : others) {
                related.computeIfAbsent(other, k -> new HashSet<>()).add(row.get(0));
            }
        }
    }

    public boolean related(String one, String other) {
        return related.getOrDefault(one, Set.of()).contains(other);
    }

    public Set<String> of(String family) {
        return related.getOrDefault(family, Set.of());
    }
}
