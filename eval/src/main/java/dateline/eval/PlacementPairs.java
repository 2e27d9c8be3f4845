package dateline.eval;

import dateline.story.Feature;
import dateline.story.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes the features of pairs of reports for {@code training/placement/fit.py}: of each report and those before it that are
 * likest in wording. Usage: {@code PlacementPairs STREAMS_DIR OUT_DIR}.
 */
public final class PlacementPairs {
    /** Enough that all of a report's own story is among them. */
    private static final int PAIRS_MAX = 24;

    private static final int WINDOW_DAYS = 14;

    private PlacementPairs() {}

    private record Pair(StreamFile.Told one, StreamFile.Told other, double words) {}

    public static void main(String[] arguments) throws IOException {
        for (Path file : StreamFile.below(Path.of(arguments[0]))) {
            StreamFile stream = StreamFile.read(file, System.err);
            List<StreamFile.Told> told = new ArrayList<>(stream.told());
            told.sort(Comparator.comparing(StreamFile.Told::profile, Profile.CANONICAL));
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(
                    Path.of(arguments[1]).resolve(stream.name() + ".tsv"), StandardCharsets.UTF_8))) {
                out.print("half\tsame\tpair");
                for (Feature feature : Feature.values()) {
                    out.print("\t" + feature.key());
                }
                out.println();
                for (int i = 0; i < told.size(); i++) {
                    for (Pair pair : nearest(told, i)) {
                        write(out, pair, half(told, pair.one()), half(told, pair.other()));
                    }
                }
            }
        }
    }

    private static void write(PrintWriter out, Pair pair, int half, int otherHalf) {
        if (half != otherHalf) {
            return;
        }
        out.print(half + "\t" + (pair.one().story().equals(pair.other().story()) ? 1 : 0) + "\t"
                + pair.one().id() + " " + pair.other().id());
        for (double value : Feature.of(pair.one().profile(), pair.other().profile())) {
            out.print("\t" + (float) value);
        }
        out.println();
    }

    private static List<Pair> nearest(List<StreamFile.Told> told, int at) {
        List<Pair> pairs = new ArrayList<>();
        Profile own = told.get(at).profile();
        for (StreamFile.Told other : told.subList(0, at)) {
            Profile profile = other.profile();
            boolean dated = own.published().isPresent() && profile.published().isPresent();
            if (!dated
                    || !profile.published().get().isBefore(own.published().get().minusDays(WINDOW_DAYS))) {
                pairs.add(new Pair(told.get(at), other, own.words().cosine(profile.words())));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::words).reversed());
        return pairs.subList(0, Math.min(PAIRS_MAX, pairs.size()));
    }

    /** Early and late halves of a dated stream; odd and even topics where some have no date (ids like {@code ecb-12-ecbplus}). */
    private static int half(List<StreamFile.Told> told, StreamFile.Told one) {
        boolean undated =
                told.stream().anyMatch(each -> each.profile().published().isEmpty());
        String[] parts = one.story().split("-");
        return undated && parts.length > 1 && parts[1].matches("\\d+")
                ? Integer.parseInt(parts[1]) % 2
                : told.indexOf(one) < told.size() / 2 ? 0 : 1;
    }
}
