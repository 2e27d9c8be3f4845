package dateline.eval;

import dateline.analysis.text.Reading.WordReading;
import dateline.eval.GoldSentences.Gold;
import dateline.reader.Reader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
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

    public ParsingTask() {
        this(Reader::open);
    }

    ParsingTask(Supplier<Reader> open) {
        this.open = open;
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
        try (Reader reader = open.get()) {
            for (Map.Entry<String, List<Gold>> set : GoldSentences.below(data).entrySet()) {
                Tally tally = new Tally();
                for (Gold gold : set.getValue()) {
                    if (!gold.hasTree()) {
                        continue;
                    }
                    List<WordReading> read = reader.read(gold.words()).words();
                    tally.add(gold, read);
                    all.add(gold, read);
                    if (predictions.isPresent()) {
                        lines.add("{\"set\": " + json.writeValueAsString(set.getKey()) + ", \"id\": "
                                + json.writeValueAsString(gold.id()) + ", \"w\": "
                                + json.writeValueAsString(gold.words()) + ", \"pos\": "
                                + json.writeValueAsString(read.stream()
                                        .map(WordReading::wordClass)
                                        .toList())
                                + ", \"head\": "
                                + json.writeValueAsString(read.stream()
                                        .map(word -> word.head() + 1)
                                        .toList())
                                + ", \"rel\": "
                                + json.writeValueAsString(
                                        read.stream().map(WordReading::relation).toList())
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
            }
        }
        if (all.words == 0) {
            throw new IOException("parsing: no sentences with trees below " + data);
        }
        NamesTask.write(predictions, lines);
        return scores.figure("uas", all.uas())
                .figure("las", all.las())
                .figure("upos", all.upos())
                .peer("CoreNLP 4.5.10", "uas, EWT test", 0.818, "measured in the trial, reader.md")
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

        void add(Gold gold, List<WordReading> read) {
            for (int i = 0; i < read.size(); i++) {
                words++;
                WordReading word = read.get(i);
                boolean hasClass = gold.classes().size() == read.size();
                classes += hasClass && gold.classes().get(i).equals(word.wordClass()) ? 1 : 0;
                String label = gold.relations().get(i).replaceAll(":.*", "");
                if (label.equals("punct")) {
                    continue;
                }
                counted++;
                if (gold.heads().get(i) == word.head() + 1) {
                    heads++;
                    labels += label.equals(word.relation()) ? 1 : 0;
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
