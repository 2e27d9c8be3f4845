package dateline.story;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One report among the others: what it was held against, how likely each is of its story, and where it stands now. */
final class Entry implements Comparable<Entry> {
    /** Of a place or a day as a key, beside words whose weight is their share of the text. */
    private static final double NAMED_KEY = 0.2;

    final Profile profile;
    /** Looked up only. */
    final Map<String, Double> keys = new HashMap<>();
    /** Reports before it that it was compared with, by the number of keys shared; the last is the weakest. */
    final TreeSet<Rival> candidates = new TreeSet<>();
    /** Likelihood in millionths, of those before it that are likely enough; what a person has decided counts a million. */
    final TreeMap<Entry, Long> likely = new TreeMap<>();
    /** Those after it that have it among their {@link #likely}. */
    final TreeSet<Entry> later = new TreeSet<>();

    Optional<Group> group = Optional.empty();

    /** A report that shares keys, and how much they weigh in thousand-millionths: whole numbers, so that sums do not depend on order. */
    record Rival(long shared, Entry entry) implements Comparable<Rival> {
        @Override
        public int compareTo(Rival other) {
            return shared != other.shared ? Long.compare(other.shared, shared) : other.entry.compareTo(entry);
        }
    }

    Entry(Profile profile) {
        this.profile = profile;
        Map<String, Double> weights = new HashMap<>();
        for (int i = 0; i < profile.words().size(); i++) {
            weights.put(profile.words().term(i), profile.words().weight(i));
        }
        for (String key : profile.keys()) {
            keys.put(key, weights.getOrDefault(key, NAMED_KEY));
        }
    }

    /** What sharing a key with another report weighs. */
    long weight(String key, Entry other) {
        return StrictMath.round(keys.getOrDefault(key, 0.0) * other.keys.getOrDefault(key, 0.0) * 1e9);
    }

    Optional<LocalDate> day() {
        return profile.published();
    }

    /** Whether both were published at the same moment as far as is known: then none is before the other. */
    boolean peer(Entry other) {
        return profile.published().equals(other.profile.published())
                && profile.instant().equals(other.profile.instant());
    }

    @Override
    public int compareTo(Entry other) {
        return Profile.CANONICAL.compare(profile, other.profile);
    }

    /** Reports that stand together, in canonical order. */
    static final class Group {
        final TreeSet<Entry> members = new TreeSet<>();
    }
}
