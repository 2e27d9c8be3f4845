package dateline.analysis.text;

import java.util.Arrays;

/** A sentence's meaning as a direction; fixed once made. */
public final class Vector {
    private final float[] values;

    public Vector(float[] values) {
        this.values = values.clone();
    }

    public int size() {
        return values.length;
    }

    public float at(int index) {
        return values[index];
    }

    /** Cosine similarity, -1 to 1; 0 when either has no length. Summed in index order, so the same everywhere. */
    public double cosine(Vector other) {
        double dot = 0;
        double mine = 0;
        double theirs = 0;
        for (int i = 0; i < Math.min(values.length, other.values.length); i++) {
            dot += (double) values[i] * other.values[i];
            mine += (double) values[i] * values[i];
            theirs += (double) other.values[i] * other.values[i];
        }
        return mine == 0 || theirs == 0 ? 0 : dot / StrictMath.sqrt(mine * theirs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
