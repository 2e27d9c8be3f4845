package dateline.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Who "he", "they" and "the group" are: accuracy of pronouns and definite descriptions within one report, on GUM's words. */
public final class ReferenceTask implements Task {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Map<String, ReferenceTally> tallies = new TreeMap<>();
        // News texts are few: those at odd places were looked at while rules were made, those at even places never.
        ReferenceTally unseen = new ReferenceTally();
        int news = 0;
        try (TextReader reader = new TextReader();
                PrintWriter out = predictions.isEmpty()
                        ? null
                        : new PrintWriter(Files.newBufferedWriter(predictions.get(), StandardCharsets.UTF_8))) {
            for (Path file : DataFiles.below(data, name -> name.startsWith("gum_reference"))) {
                for (JsonNode document : DataFiles.jsonLines(file)) {
                    TextReader.Read read = reader.read(ReferenceText.of(document));
                    String genre = document.get("genre").asString();
                    boolean even = genre.equals("news") && news++ % 2 == 0;
                    tallies.computeIfAbsent(genre, key -> new ReferenceTally())
                            .add(document, read.segmented(), read.trees(), read.mentions(), wrong -> {
                                if (out != null) {
                                    out.println(document.get("id").asString() + "\t" + wrong);
                                }
                            });
                    if (even) {
                        unseen.add(document, read.segmented(), read.trees(), read.mentions(), wrong -> {});
                    }
                }
            }
        }
        if (!tallies.containsKey("news")) {
            throw new IOException("reference: no news text of gum_reference below " + data);
        }
        ReferenceTally tally = tallies.get("news");
        Scores.Builder scores = Scores.of(name())
                .figure("accuracy", tally.accuracy())
                .figure("accuracy_unseen", unseen.accuracy())
                .figure("pronouns", (double) tally.pronounsRight / Math.max(1, tally.pronouns))
                .figure("descriptions", (double) tally.descriptionsRight / Math.max(1, tally.descriptions))
                .figure(
                        "left_open",
                        (double) (tally.pronounsOpen + tally.descriptionsOpen)
                                / Math.max(1, tally.pronouns + tally.descriptions));
        tallies.forEach((genre, each) -> scores.figure(genre, "accuracy", each.accuracy()));
        return scores.remark(
                        "News counts. Right: the nearest earlier name (or else description) of the chain belongs to the right person, body or place.")
                .remark(
                        "Words and sentences are GUM's; classes, arcs and names are the reader's own. Left open counts as wrong.")
                .done();
    }
}
