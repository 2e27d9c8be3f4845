package dateline.story;

import dateline.analysis.Lexicon;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How likely two reports tell of one story: a logistic regression over {@link Feature}s. Its weights are data
 * ({@code story/placement.txt}), fitted by {@code training/placement/fit.py}; how well likelihoods match what happens is in
 * {@code docs/placement.md}.
 */
public final class PlacementModel {
    private final Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    private final double bias;

    public PlacementModel(Lexicon lexicon) {
        double read = Double.NaN;
        for (List<String> row : lexicon.rows("story/placement.txt")) {
            double weight = Double.parseDouble(row.get(1));
            if (row.get(0).equals("bias")) {
                read = weight;
            } else {
                weights.put(named(row.get(0)), weight);
            }
        }
        if (Double.isNaN(read) || weights.size() != Feature.values().length) {
            throw new IllegalArgumentException("story/placement.txt: wants a bias and one weight for each of "
                    + Feature.values().length + " features, has " + weights.size());
        }
        bias = read;
    }

    private static Feature named(String key) {
        for (Feature feature : Feature.values()) {
            if (feature.key().equals(key)) {
                return feature;
            }
        }
        throw new IllegalArgumentException("story/placement.txt: there is no feature " + key);
    }

    /** 0 to 1. */
    public double likelihood(Profile one, Profile other) {
        double[] values = Feature.of(one, other);
        double sum = bias;
        for (Feature feature : Feature.values()) {
            sum += weights.getOrDefault(feature, 0.0) * values[feature.ordinal()];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** What each feature of a pair adds to its odds, the weightiest first; those that add nothing left out. */
    public List<Grounds.Reason> reasons(Profile one, Profile other) {
        double[] values = Feature.of(one, other);
        List<Grounds.Reason> reasons = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            double value = values[feature.ordinal()];
            double adds = weights.getOrDefault(feature, 0.0) * value;
            if (StrictMath.abs(adds) >= 0.05) {
                reasons.add(new Grounds.Reason(feature, value, adds));
            }
        }
        reasons.sort((a, b) -> Double.compare(StrictMath.abs(b.adds()), StrictMath.abs(a.adds())));
        return List.copyOf(reasons);
    }
}
