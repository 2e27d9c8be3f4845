package dateline.eval;

import dateline.analysis.text.Reading.SentenceReading;
import dateline.eval.GoldSentences.Gold;
import dateline.eval.PeerSystem.NameTagger;
import dateline.reader.Reader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.ObjectMapper;

/**
 * Names as the model tags them on gold words: F1 of exact spans with their type (PER, ORG, LOC, MISC). MISC is left out
 * where a corpus does not mark it. For tweets also without names that are a handle or a hashtag, which one corpus marks and
 * another does not.
 */
public final class NamesTask implements Task {
    private final Supplier<Reader> open;
    private final List<PeerSystem> peers;

    public NamesTask() {
        this(Reader::open, PeerSystem.present());
    }

    NamesTask(Supplier<Reader> open, List<PeerSystem> peers) {
        this.open = open;
        this.peers = List.copyOf(peers);
    }

    /** A name: words {@code from} to before {@code to}. */
    record Name(int from, int to, String type) {}

    @Override
    public String name() {
        return "names";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Scores.Builder scores = Scores.of(name());
        double sum = 0;
        int sets = 0;
        List<String> lines = new ArrayList<>();
        Map<PeerSystem, NameTagger> taggers = new LinkedHashMap<>();
        peers.forEach(peer -> peer.names().ifPresent(tagger -> taggers.put(peer, tagger)));
        Map<PeerSystem, Double> sums = new LinkedHashMap<>();
        try (Reader reader = open.get()) {
            for (Map.Entry<String, List<Gold>> set : GoldSentences.below(data).entrySet()) {
                Counts all = new Counts();
                Counts plain = new Counts();
                Map<PeerSystem, Counts> theirs = new LinkedHashMap<>();
                Map<PeerSystem, Counts> theirsPlain = new LinkedHashMap<>();
                for (Gold gold : set.getValue()) {
                    if (!gold.hasNames()) {
                        continue;
                    }
                    List<String> tags = tags(reader.read(gold.words()));
                    Set<Name> expected = scored(names(gold.names()), gold);
                    Set<Name> found = scored(names(tags), gold);
                    all.add(expected, found);
                    Set<Name> expectedPlain = withoutHandles(expected, gold.words());
                    plain.add(expectedPlain, withoutHandles(found, gold.words()));
                    taggers.forEach((peer, tagger) -> {
                        Set<Name> other = scored(names(tagger.tags(gold.words())), gold);
                        theirs.computeIfAbsent(peer, key -> new Counts()).add(expected, other);
                        theirsPlain
                                .computeIfAbsent(peer, key -> new Counts())
                                .add(expectedPlain, withoutHandles(other, gold.words()));
                    });
                    if (predictions.isPresent()) {
                        lines.add(line(set.getKey(), gold, tags));
                    }
                }
                if (all.expected == 0) {
                    continue;
                }
                progress.println("names: " + set.getKey());
                scores.figure(set.getKey(), "f1", all.f1());
                scores.figure(set.getKey(), "precision", all.precision());
                scores.figure(set.getKey(), "recall", all.recall());
                if (plain.expected < all.expected) {
                    scores.figure(set.getKey(), "f1_without_handles", plain.f1());
                }
                theirs.forEach((peer, counts) -> {
                    scores.figure(set.getKey(), "f1_" + peer.key(), counts.f1());
                    scores.figure(set.getKey(), "f1_over_" + peer.key(), all.f1() - counts.f1());
                    sums.merge(peer, counts.f1(), Double::sum);
                });
                if (plain.expected < all.expected) {
                    theirsPlain.forEach((peer, counts) -> {
                        scores.figure(set.getKey(), "f1_without_handles_" + peer.key(), counts.f1());
                        scores.figure(set.getKey(), "f1_without_handles_over_" + peer.key(), plain.f1() - counts.f1());
                    });
                }
                sum += all.f1();
                sets++;
            }
        }
        if (sets == 0) {
            throw new IOException("names: no sentences with names below " + data);
        }
        write(predictions, lines);
        scores.figure("f1", sum / sets);
        int counted = sets;
        sums.forEach((peer, total) -> scores.peer(peer.name(), "f1, the same sets", total / counted, "this run"));
        return scores.peer("CoreNLP 4.5.10", "f1, Worldwide held out", 0.735, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10", "f1, WNUT17 test", 0.457, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10", "f1_without_handles, BTC test", 0.614, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10", "f1, UNER-EWT test", 0.751, "measured in the trial, reader.md")
                .remark("f1 is the mean over sets; the model is trained on the names of ewt_dev.")
                .done();
    }

    static List<String> tags(SentenceReading reading) {
        return reading.words().stream().map(word -> word.name()).toList();
    }

    /** Spans of a BIO sequence; an I that follows nothing of its kind begins a span. */
    static Set<Name> names(List<String> tags) {
        Set<Name> names = new LinkedHashSet<>();
        int from = -1;
        String type = "";
        for (int i = 0; i <= tags.size(); i++) {
            String tag = i < tags.size() ? tags.get(i) : "O";
            boolean goesOn =
                    from >= 0 && tag.startsWith("I-") && tag.substring(2).equals(type);
            if (from >= 0 && !goesOn) {
                names.add(new Name(from, i, type));
                from = -1;
            }
            if (!goesOn && (tag.startsWith("B-") || tag.startsWith("I-"))) {
                from = i;
                type = tag.substring(2);
            }
        }
        return names;
    }

    /** Without types the corpus does not mark, and without spans on words whose gold nobody knows. */
    private static Set<Name> scored(Set<Name> names, Gold gold) {
        Set<Name> scored = new LinkedHashSet<>();
        for (Name name : names) {
            boolean known = name.type().matches("PER|ORG|LOC") || name.type().equals("MISC") && gold.misc();
            for (int i = name.from(); i < name.to(); i++) {
                known &= gold.names().get(i).matches("O|[BI]-.*");
            }
            if (known) {
                scored.add(name);
            }
        }
        return scored;
    }

    private static Set<Name> withoutHandles(Set<Name> names, List<String> words) {
        Set<Name> plain = new LinkedHashSet<>();
        for (Name name : names) {
            boolean handle = false;
            for (int i = Math.max(0, name.from() - 1); i < name.to(); i++) {
                String word = words.get(i);
                boolean sign = word.startsWith("@") || word.startsWith("#");
                handle |= sign && (i >= name.from() || word.length() == 1);
            }
            if (!handle) {
                plain.add(name);
            }
        }
        return plain;
    }

    private static String line(String set, Gold gold, List<String> tags) {
        ObjectMapper json = new ObjectMapper();
        return json.writeValueAsString(Map.of("set", set)).replace("}", "")
                + ", \"id\": " + json.writeValueAsString(gold.id())
                + ", \"w\": " + json.writeValueAsString(gold.words())
                + ", \"ner\": " + json.writeValueAsString(tags) + "}";
    }

    static void write(Optional<Path> predictions, List<String> lines) throws IOException {
        if (predictions.isPresent()) {
            try (BufferedWriter writer = Files.newBufferedWriter(predictions.get())) {
                for (String line : lines) {
                    writer.write(line);
                    writer.write('\n');
                }
            }
        }
    }

    /** How many were expected, found, and found right. */
    static final class Counts {
        int expected;
        int found;
        int right;

        <T> void add(Set<T> gold, Set<T> ours) {
            expected += gold.size();
            found += ours.size();
            right += (int) ours.stream().filter(gold::contains).count();
        }

        void add(boolean gold, boolean ours) {
            expected += gold ? 1 : 0;
            found += ours ? 1 : 0;
            right += gold && ours ? 1 : 0;
        }

        double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        double recall() {
            return expected == 0 ? 0 : (double) right / expected;
        }

        double f1() {
            return expected + found == 0 ? 0 : 2.0 * right / (expected + found);
        }
    }
}
