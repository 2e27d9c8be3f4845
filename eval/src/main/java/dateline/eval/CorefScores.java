package dateline.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How alike two partitions of the same mentions are: MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998) and CEAF with
 * entity similarity phi-4 (Luo 2005), and their mean F1, the CoNLL figure (Pradhan et al. 2012). Mentions are gold, so both
 * partitions cover the same ones; singletons count.
 */
record CorefScores(Figure muc, Figure bCubed, Figure ceafE) {
    /** Precision and recall of one metric. */
    record Figure(double precision, double recall) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    double conll() {
        return (muc.f1() + bCubed.f1() + ceafE.f1()) / 3;
    }

    /** @param gold of each mention the name of its chain; {@code ours} likewise, over the same mentions in the same order */
    static CorefScores of(List<String> gold, List<String> ours) {
        if (gold.size() != ours.size()) {
            throw new IllegalArgumentException(
                    "coreference: " + gold.size() + " mentions in the gold, " + ours.size() + " in ours");
        }
        Map<String, List<Integer>> key = chains(gold);
        Map<String, List<Integer>> response = chains(ours);
        Figure muc = new Figure(links(response, gold), links(key, ours));
        Figure bCubed = new Figure(mentions(response, key, gold), mentions(key, response, ours));
        double alike = alike(key, response, ours);
        Figure ceafE =
                new Figure(response.isEmpty() ? 0 : alike / response.size(), key.isEmpty() ? 0 : alike / key.size());
        return new CorefScores(muc, bCubed, ceafE);
    }

    private static Map<String, List<Integer>> chains(List<String> names) {
        Map<String, List<Integer>> chains = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            chains.computeIfAbsent(names.get(i), name -> new ArrayList<>()).add(i);
        }
        return chains;
    }

    /** Share of the links that hold the chains together which the other side keeps. */
    private static double links(Map<String, List<Integer>> chains, List<String> other) {
        int kept = 0;
        int needed = 0;
        for (List<Integer> chain : chains.values()) {
            long parts = chain.stream().map(other::get).distinct().count();
            kept += chain.size() - (int) parts;
            needed += chain.size() - 1;
        }
        return needed == 0 ? 0 : kept / (double) needed;
    }

    /** Mean over mentions of the share of their chain that the other side's chain of the mention holds. */
    private static double mentions(
            Map<String, List<Integer>> chains, Map<String, List<Integer>> others, List<String> other) {
        double sum = 0;
        for (List<Integer> chain : chains.values()) {
            Map<String, Integer> shared = new LinkedHashMap<>();
            chain.forEach(mention -> shared.merge(other.get(mention), 1, Integer::sum));
            for (int count : shared.values()) {
                sum += count * count / (double) chain.size();
            }
        }
        int all = others.values().stream().mapToInt(List::size).sum();
        return all == 0 ? 0 : sum / all;
    }

    /** Sum of phi-4 over the best one-to-one matching of chains; matched within groups of chains that share mentions at all. */
    private static double alike(
            Map<String, List<Integer>> key, Map<String, List<Integer>> response, List<String> ours) {
        List<String> keys = new ArrayList<>(key.keySet());
        Map<String, Integer> group = new HashMap<>();
        Map<Integer, List<String>> keysOf = new TreeMap<>();
        Map<Integer, List<String>> responsesOf = new TreeMap<>();
        // Chains reached from each other over shared mentions.
        Map<String, List<String>> reaches = new HashMap<>();
        Map<String, List<String>> reachedFrom = new HashMap<>();
        for (String each : keys) {
            for (int mention : key.getOrDefault(each, List.of())) {
                reaches.computeIfAbsent(each, k -> new ArrayList<>()).add(ours.get(mention));
                reachedFrom
                        .computeIfAbsent(ours.get(mention), k -> new ArrayList<>())
                        .add(each);
            }
        }
        for (String each : keys) {
            if (group.containsKey(each)) {
                continue;
            }
            int number = keysOf.size();
            List<String> found = new ArrayList<>(List.of(each));
            Map<String, Boolean> responses = new LinkedHashMap<>();
            group.put(each, number);
            for (int at = 0; at < found.size(); at++) {
                for (String there : reaches.getOrDefault(found.get(at), List.of())) {
                    if (responses.putIfAbsent(there, true) == null) {
                        for (String back : reachedFrom.getOrDefault(there, List.of())) {
                            if (group.putIfAbsent(back, number) == null) {
                                found.add(back);
                            }
                        }
                    }
                }
            }
            keysOf.put(number, found);
            responsesOf.put(number, new ArrayList<>(responses.keySet()));
        }
        double sum = 0;
        for (Map.Entry<Integer, List<String>> each : keysOf.entrySet()) {
            List<String> columns = responsesOf.getOrDefault(each.getKey(), List.of());
            double[][] weight = new double[each.getValue().size()][columns.size()];
            for (int i = 0; i < weight.length; i++) {
                List<Integer> chain = key.getOrDefault(each.getValue().get(i), List.of());
                for (int j = 0; j < columns.size(); j++) {
                    String column = columns.get(j);
                    long shared = chain.stream()
                            .filter(mention -> ours.get(mention).equals(column))
                            .count();
                    weight[i][j] = 2.0
                            * shared
                            / (chain.size()
                                    + response.getOrDefault(column, List.of()).size());
                }
            }
            for (Map.Entry<Integer, Integer> pair : Assignment.heaviest(weight).entrySet()) {
                sum += weight[pair.getKey()][pair.getValue()];
            }
        }
        return sum;
    }
}
