package dateline.eval;

import dateline.analysis.text.Reading.WordReading;
import dateline.eval.GoldSentences.Gold;
import dateline.eval.PeerSystem.Arcs;
import dateline.eval.PeerSystem.Parser;
import dateline.reader.Reader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.ObjectMapper;

/**
 * Trees on gold words: share of words with the right head (uas), with the right head and label (las, subtypes stripped),
 * and with the right class (upos). Punctuation does not count for uas and las.
 */
public final class ParsingTask implements Task {
    private final Supplier<Reader> open;
    private final List<PeerSystem> peers;

    public ParsingTask() {
        this(Reader::open, PeerSystem.present());
    }

    ParsingTask(Supplier<Reader> open, List<PeerSystem> peers) {
        this.open = open;
        this.peers = List.copyOf(peers);
    }

    @Override
    public String name() {
        return "parsing";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Scores.Builder scores = Scores.of(name());
        Tally all = new Tally();
        List<String> lines = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        Map<PeerSystem, Parser> parsers = new LinkedHashMap<>();
        peers.forEach(peer -> peer.parser().ifPresent(parser -> parsers.put(peer, parser)));
        Map<PeerSystem, Tally> theirs = new LinkedHashMap<>();
        try (Reader reader = open.get()) {
            for (Map.Entry<String, List<Gold>> set : GoldSentences.below(data).entrySet()) {
                Tally tally = new Tally();
                Map<PeerSystem, Tally> theirsHere = new LinkedHashMap<>();
                for (Gold gold : set.getValue()) {
                    if (!gold.hasTree()) {
                        continue;
                    }
                    List<WordReading> read = reader.read(gold.words()).words();
                    Arcs arcs = new Arcs(
                            read.stream().map(word -> word.head() + 1).toList(),
                            read.stream().map(WordReading::relation).toList());
                    List<String> classes =
                            read.stream().map(WordReading::wordClass).toList();
                    tally.add(gold, arcs, classes);
                    all.add(gold, arcs, classes);
                    parsers.forEach((peer, parser) -> {
                        Arcs other = parser.parse(gold.words());
                        theirs.computeIfAbsent(peer, key -> new Tally()).add(gold, other, List.of());
                        theirsHere.computeIfAbsent(peer, key -> new Tally()).add(gold, other, List.of());
                    });
                    if (predictions.isPresent()) {
                        lines.add("{\"set\": " + json.writeValueAsString(set.getKey()) + ", \"id\": "
                                + json.writeValueAsString(gold.id()) + ", \"w\": "
                                + json.writeValueAsString(gold.words()) + ", \"pos\": "
                                + json.writeValueAsString(classes)
                                + ", \"head\": "
                                + json.writeValueAsString(arcs.heads())
                                + ", \"rel\": "
                                + json.writeValueAsString(arcs.relations())
                                + "}");
                    }
                }
                if (tally.words == 0) {
                    continue;
                }
                progress.println("parsing: " + set.getKey());
                scores.figure(set.getKey(), "uas", tally.uas());
                scores.figure(set.getKey(), "las", tally.las());
                scores.figure(set.getKey(), "upos", tally.upos());
                theirsHere.forEach((peer, other) -> {
                    scores.figure(set.getKey(), "uas_" + peer.key(), other.uas());
                    scores.figure(set.getKey(), "las_" + peer.key(), other.las());
                });
            }
        }
        if (all.words == 0) {
            throw new IOException("parsing: no sentences with trees below " + data);
        }
        NamesTask.write(predictions, lines);
        scores.figure("uas", all.uas()).figure("las", all.las()).figure("upos", all.upos());
        theirs.forEach((peer, other) -> scores.peer(peer.name(), "uas, the same sets", other.uas(), "this run")
                .peer(peer.name(), "las, the same sets", other.las(), "this run"));
        return scores.peer("CoreNLP 4.5.10", "uas, EWT test", 0.818, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10", "las, EWT test", 0.767, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10", "uas, GUM test", 0.843, "measured in the trial, reader.md")
                .peer("CoreNLP 4.5.10", "las, GUM test", 0.790, "measured in the trial, reader.md")
                .remark("uas, las and upos over all sets together; EWT and GUM trees of other parts were trained on.")
                .done();
    }

    private static final class Tally {
        private int words;
        private int counted;
        private int heads;
        private int labels;
        private int classes;

        void add(Gold gold, Arcs arcs, List<String> read) {
            int size = gold.words().size();
            boolean hasClass = gold.classes().size() == size && read.size() == size;
            for (int i = 0; i < size; i++) {
                words++;
                classes += hasClass && gold.classes().get(i).equals(read.get(i)) ? 1 : 0;
                String label = gold.relations().get(i).replaceAll(":.*", "");
                if (label.equals("punct")) {
                    continue;
                }
                counted++;
                if (gold.heads().get(i).equals(arcs.heads().get(i))) {
                    heads++;
                    labels += label.equals(arcs.relations().get(i)) ? 1 : 0;
                }
            }
        }

        double uas() {
            return counted == 0 ? 0 : (double) heads / counted;
        }

        double las() {
            return counted == 0 ? 0 : (double) labels / counted;
        }

        double upos() {
            return words == 0 ? 0 : (double) classes / words;
        }
    }
}
