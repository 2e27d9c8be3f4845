package dateline.eval;

import dateline.analysis.text.Reading;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Segmenter;
import dateline.analysis.text.Sentence;
import dateline.pipeline.BundledLexicon;
import dateline.reader.Reader;
import dateline.report.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The attribution head of the model alone, against PolNeAR: F1 over words of source, cue and content. The gold marks
 * characters; a word has the role of its first character, cue before source before content where attributions nest, as the
 * head was trained.
 */
public final class AttributionHeadTask implements Task {
    private static final List<String> ROLES = List.of("SOURCE", "CUE", "CONTENT");

    private final Supplier<Reader> open;
    private final Segmenter segmenter;

    public AttributionHeadTask() {
        this(Reader::open);
    }

    AttributionHeadTask(Supplier<Reader> open) {
        this.open = open;
        segmenter = new Segmenter(BundledLexicon.of("en"));
    }

    @Override
    public String name() {
        return "attribution-head";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        List<NamesTask.Counts> counts = List.of(new NamesTask.Counts(), new NamesTask.Counts(), new NamesTask.Counts());
        List<String> lines = new ArrayList<>();
        int articles = 0;
        try (Reader reader = open.get()) {
            for (Path file :
                    DataFiles.below(data, name -> name.matches(".*\\.jsonl(\\.gz)?") && !name.contains("train"))) {
                for (JsonNode article : DataFiles.jsonLines(file)) {
                    if (article.get("attributions") == null || article.get("text") == null) {
                        break;
                    }
                    articles++;
                    score(article, reader, counts, lines);
                }
            }
        }
        if (articles == 0) {
            throw new IOException("attribution-head: no articles with attributions below " + data);
        }
        NamesTask.write(predictions, lines);
        return Scores.of(name())
                .figure("source_f1", counts.get(0).f1())
                .figure("cue_f1", counts.get(1).f1())
                .figure("content_f1", counts.get(2).f1())
                .peer("frozen probe", "source_f1", 0.608, "measured in the trial, reader.md")
                .peer("frozen probe", "cue_f1", 0.581, "measured in the trial, reader.md")
                .peer("frozen probe", "content_f1", 0.802, "measured in the trial, reader.md")
                .remark(articles + " articles")
                .done();
    }

    private void score(JsonNode article, Reader reader, List<NamesTask.Counts> counts, List<String> lines) {
        String text = article.get("text").asString();
        String[] roles = roles(article, text);
        Segmented segmented = RawText.segmented(text, segmenter);
        Reading reading = reader.read(segmented);
        StringBuilder tags = new StringBuilder();
        for (Sentence sentence : segmented.sentences()) {
            for (int i = 0; i < sentence.words().size(); i++) {
                Span word = sentence.words().get(i);
                String ours =
                        reading.sentences().get(sentence.index()).words().get(i).attribution();
                for (int role = 0; role < ROLES.size(); role++) {
                    counts.get(role)
                            .add(ROLES.get(role).equals(roles[word.begin()]), ours.endsWith("-" + ROLES.get(role)));
                }
                if (!ours.equals("O")) {
                    tags.append(tags.isEmpty() ? "" : ", ")
                            .append("[" + word.begin() + ", " + word.end() + ", \"" + ours + "\"]");
                }
            }
        }
        lines.add("{\"id\": \"" + article.get("id").asString() + "\", \"words\": [" + tags + "]}");
    }

    /** The role of every character; offsets in the file count code points. */
    private static String[] roles(JsonNode article, String text) {
        String[] roles = new String[text.length()];
        Arrays.fill(roles, "");
        for (String role : List.of("CONTENT", "SOURCE", "CUE")) {
            for (JsonNode attribution : article.get("attributions")) {
                JsonNode parts = attribution.get(role.toLowerCase(Locale.ROOT));
                if (parts == null) {
                    continue;
                }
                for (JsonNode part : parts) {
                    for (JsonNode span : part.get("spans")) {
                        int begin = offset(text, span.get(0).asInt());
                        int end = offset(text, span.get(1).asInt());
                        Arrays.fill(roles, begin, end, role);
                    }
                }
            }
        }
        return roles;
    }

    private static int offset(String text, int codePoints) {
        int all = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.min(codePoints, all));
    }
}
