package dateline.eval;

import dateline.analysis.Analysis;
import dateline.analysis.claim.Claim;
import dateline.analysis.claim.ClaimFinder;
import dateline.analysis.layout.Layout;
import dateline.analysis.place.Gazetteer;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Sentence;
import dateline.analysis.text.Tree;
import dateline.pipeline.BundledLexicon;
import dateline.reconcile.StoryReports;
import dateline.reconcile.entity.EntityJoiner;
import dateline.reconcile.event.EntityOf;
import dateline.reconcile.event.EventBuilder;
import dateline.reconcile.event.EventPolicy;
import dateline.reconcile.event.Happening;
import dateline.reconcile.event.Happenings;
import dateline.reconcile.event.Kinship;
import dateline.reconcile.origin.Copies;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import dateline.story.PlacementModel;
import dateline.story.Profile;
import dateline.story.Profiler;
import dateline.story.Stories;
import dateline.story.Story;
import dateline.story.StoryPolicy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Which marked event mentions are of one event, over documents, in the layout of ECB+ as JSON Lines. Documents are put into
 * stories by the program (the topics of the set are not used); of each marked mention the program makes a claim and a telling,
 * and joins the tellings of a story into events as it does for an account.
 */
public final class CoreferenceTask implements Task {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Days after which a happening is background, as in the pipeline. */
    private static final int BACKGROUND_DAYS_MIN = 12;

    private final Supplier<Analyst> analysts;
    private final ClaimFinder claims = new ClaimFinder(BundledLexicon.of("en"));
    private final Profiler profiler = new Profiler(BundledLexicon.of("en"), Profiler.Policy.DEFAULT);
    private final Happenings happenings = new Happenings(BundledLexicon.of("en"));
    private final EventBuilder events;
    private final EntityJoiner joiner = new EntityJoiner(BundledLexicon.of("en"), Gazetteer.bundled());

    public CoreferenceTask() {
        this(Analyst::open, EventPolicy.MENTIONS);
    }

    CoreferenceTask(Supplier<Analyst> analysts, EventPolicy policy) {
        this.analysts = analysts;
        events = new EventBuilder(new Kinship(BundledLexicon.of("en")), policy);
    }

    /** A marked mention: where it stands, its chain in the gold, and its words. */
    private record Marked(int document, int sentence, int head, String chain, String words) {}

    /** One document as read, with its marked mentions. */
    private record Document(String name, String topic, Analysis analysis, List<Marked> marked) {}

    @Override
    public String name() {
        return "coreference";
    }

    @Override
    public Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException {
        Scores.Builder scores = Scores.of(name());
        List<String> lines = new ArrayList<>();
        List<Map<String, Double>> figures = new ArrayList<>();
        try (Analyst analyst = analysts.get()) {
            for (Path file : DataFiles.below(data, name -> name.endsWith(".jsonl"))) {
                List<JsonNode> documents = DataFiles.jsonLines(file);
                if (documents.isEmpty()
                        || !documents.get(0).has("validated_sentences")
                        || !documents.get(0).has("mentions")) {
                    continue;
                }
                String set = String.valueOf(file.getFileName()).replace(".jsonl", "");
                progress.println("coreference: " + set);
                Map<String, Double> found = score(read(analyst, documents), set, lines);
                figures.add(found);
                found.forEach((key, value) -> scores.figure(set, key, value));
            }
        }
        if (figures.isEmpty()) {
            throw new IOException("coreference: no document with 'mentions' and 'validated_sentences' below " + data);
        }
        if (predictions.isPresent()) {
            Files.write(predictions.get(), lines, StandardCharsets.UTF_8);
        }
        for (String key : figures.get(0).keySet()) {
            scores.figure(
                    key,
                    figures.stream()
                            .mapToDouble(each -> each.getOrDefault(key, 0.0))
                            .average()
                            .orElse(0));
        }
        return scores.peer(
                        "same head lemma within predicted topics", "conll_f1, ECB+ test", 0.765, "Barhom et al. 2019")
                .peer("Barhom et al. 2019", "conll_f1, ECB+ test", 0.795, "recalled from the paper")
                .peer("CDLM", "conll_f1, ECB+ test", 0.856, "Caciularu et al. 2021, recalled from the paper")
                .remark("gold mentions of validated sentences, all topics of a file together, singletons counted;"
                        + " stories as the program places the documents; lemma_conll_f1: same head lemma in the"
                        + " same story")
                .remark("the thresholds of EventPolicy.MENTIONS are not fitted to either part yet")
                .done();
    }

    private List<Document> read(Analyst analyst, List<JsonNode> documents) {
        List<Document> read = new ArrayList<>();
        for (JsonNode document : documents) {
            Segmented segmented = segmented(analyst, document);
            Analysis analysis = analyst.analyse(segmented);
            Map<Integer, Integer> position = new LinkedHashMap<>();
            for (JsonNode sentence : document.get("sentences")) {
                if (!sentence.get(1).isEmpty()) {
                    position.put(sentence.get(0).asInt(), position.size());
                }
            }
            TreeSet<Integer> validated = new TreeSet<>();
            document.get("validated_sentences").forEach(each -> validated.add(each.asInt()));
            List<Marked> marked = new ArrayList<>();
            for (JsonNode mention : document.get("mentions")) {
                String type = mention.get("type").asString();
                int sentence = mention.get("sent").asInt();
                if ((type.startsWith("ACTION") || type.startsWith("NEG_ACTION"))
                        && validated.contains(sentence)
                        && position.containsKey(sentence)) {
                    int at = position.getOrDefault(sentence, 0);
                    marked.add(new Marked(
                            read.size(),
                            at,
                            head(analysis.trees().get(at), mention.get("tokens")),
                            mention.get("cluster").asString(),
                            mention.get("text").asString()));
                }
            }
            read.add(new Document(
                    document.get("doc").asString(), document.get("topic").asString(), analysis, marked));
        }
        return read;
    }

    /** The document with the sentences and words that the set gives it. */
    private static Segmented segmented(Analyst analyst, JsonNode document) {
        StringBuilder text = new StringBuilder();
        List<List<Span>> words = new ArrayList<>();
        for (JsonNode sentence : document.get("sentences")) {
            List<Span> spans = new ArrayList<>();
            for (JsonNode token : sentence.get(1)) {
                int begin = text.length();
                text.append(token.asString());
                spans.add(new Span(begin, text.length()));
                text.append(' ');
            }
            if (!spans.isEmpty()) {
                text.append("\n\n");
                words.add(spans);
            }
        }
        String whole = text.toString();
        Report report = Analyst.report(document.get("doc").asString(), whole, new Span(0, whole.length()));
        Segmented own = analyst.segment(report);
        List<Sentence> sentences = new ArrayList<>();
        for (List<Span> spans : words) {
            Span span = spans.get(0).cover(spans.get(spans.size() - 1));
            int passage = own.layout().passages().stream()
                    .filter(each -> each.span().overlaps(span))
                    .mapToInt(Layout.Passage::number)
                    .findFirst()
                    .orElse(1);
            sentences.add(new Sentence(sentences.size(), passage, OptionalInt.empty(), span, spans));
        }
        return new Segmented(report, own.layout(), sentences);
    }

    /** The word of the mention that governs the others. */
    private static int head(Tree tree, JsonNode tokens) {
        List<Integer> words = new ArrayList<>();
        tokens.forEach(token -> words.add(token.asInt()));
        for (int word : words) {
            if (!words.contains(tree.head(word)) && !tree.isClass(word, "DET", "ADP", "PUNCT", "AUX", "PART")) {
                return word;
            }
        }
        return words.get(0);
    }

    private Map<String, Double> score(List<Document> documents, String set, List<String> lines) {
        List<Marked> order = new ArrayList<>();
        documents.forEach(document -> order.addAll(document.marked()));
        Map<Marked, String> ours = new LinkedHashMap<>();
        Map<Marked, String> lemmas = new LinkedHashMap<>();
        Map<Marked, String> given = new LinkedHashMap<>();
        List<List<Integer>> stories = stories(documents);
        for (int story = 0; story < stories.size(); story++) {
            join(documents, stories.get(story), "s" + story + "/", ours);
            for (int document : stories.get(story)) {
                for (Marked each : documents.get(document).marked()) {
                    lemmas.put(each, "s" + story + "/" + lemma(documents.get(document), each));
                }
            }
        }
        Map<String, List<Integer>> topics = new TreeMap<>();
        for (int i = 0; i < documents.size(); i++) {
            topics.computeIfAbsent(documents.get(i).topic(), topic -> new ArrayList<>())
                    .add(i);
        }
        topics.forEach((topic, members) -> join(documents, members, "t" + topic + "/", given));
        List<String> gold = order.stream().map(Marked::chain).toList();
        CorefScores scores = CorefScores.of(gold, named(order, ours));
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("conll_f1", scores.conll());
        figures.put("muc_f1", scores.muc().f1());
        figures.put("b_cubed_f1", scores.bCubed().f1());
        figures.put("ceaf_e_f1", scores.ceafE().f1());
        figures.put(
                "gold_topics_conll_f1",
                CorefScores.of(gold, named(order, given)).conll());
        figures.put("lemma_conll_f1", CorefScores.of(gold, named(order, lemmas)).conll());
        figures.put("mentions", (double) order.size());
        figures.put("stories", (double) stories.size());
        for (Marked each : order) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("set", set);
            line.put("doc", documents.get(each.document()).name());
            line.put("sentence", each.sentence());
            line.put("word", each.head());
            line.put("text", each.words());
            line.put("lemma", lemma(documents.get(each.document()), each));
            line.put("gold", each.chain());
            line.put("ours", ours.get(each));
            lines.add(JSON.writeValueAsString(line));
        }
        return figures;
    }

    /** Positions of the documents, by the story that the program puts them in. */
    private List<List<Integer>> stories(List<Document> documents) {
        Stories stories = new Stories(StoryPolicy.DEFAULT, new PlacementModel(BundledLexicon.of("en")), List.of());
        Map<ReportId, Integer> position = new HashMap<>();
        List<Profile> profiles = new ArrayList<>();
        for (Document document : documents) {
            position.put(document.analysis().segmented().report().id(), profiles.size());
            profiles.add(profiler.profile(document.analysis()));
        }
        stories.addAll(profiles);
        List<List<Integer>> found = new ArrayList<>();
        for (Story story : stories.stories()) {
            found.add(story.reports().stream()
                    .map(report -> position.getOrDefault(report, 0))
                    .toList());
        }
        return found;
    }

    private static List<String> named(List<Marked> order, Map<Marked, String> names) {
        return order.stream().map(each -> names.getOrDefault(each, "")).toList();
    }

    private static String lemma(Document document, Marked marked) {
        return document.analysis().trees().get(marked.sentence()).lemma(marked.head());
    }

    /** Joins the marked mentions of some documents into events, and names each mention's event. */
    private void join(List<Document> documents, List<Integer> members, String prefix, Map<Marked, String> names) {
        List<Analysis> analyses = new ArrayList<>();
        Map<String, Document> byReport = new LinkedHashMap<>();
        for (int member : members) {
            Document document = documents.get(member);
            Analysis analysis = document.analysis();
            Map<Integer, List<Integer>> heads = new TreeMap<>();
            for (Marked each : document.marked()) {
                List<Integer> there = heads.computeIfAbsent(each.sentence(), k -> new ArrayList<>());
                if (!there.contains(each.head())) {
                    there.add(each.head());
                }
            }
            List<Claim> told = claims.at(
                    new ClaimFinder.Given(
                            analysis.segmented(),
                            analysis.trees(),
                            analysis.mentions(),
                            analysis.referents(),
                            analysis.timexes(),
                            analysis.quantities(),
                            analysis.attributions(),
                            BACKGROUND_DAYS_MIN),
                    heads);
            analyses.add(analysis.withClaims(told));
            byReport.put(analysis.segmented().report().id().sha256(), document);
        }
        StoryReports story = new StoryReports(analyses);
        EntityOf entities = EntityOf.of(joiner.join(story.analyses()), story.size());
        Copies.Origins origins = Copies.find(story, Copies.Policy.DEFAULT);
        List<Happening> tellings = new ArrayList<>();
        for (int report = 0; report < story.size(); report++) {
            tellings.addAll(happenings.each(story, report, tellings.size(), entities, origins));
        }
        Map<String, String> eventOf = new LinkedHashMap<>();
        int number = 0;
        for (List<Happening> group : events.group(tellings)) {
            for (Happening telling : group) {
                eventOf.put(
                        place(
                                telling.report(),
                                telling.claim().sentence(),
                                telling.claim().word()),
                        "e" + number);
            }
            number++;
        }
        for (int report = 0; report < story.size(); report++) {
            Document document = byReport.get(story.report(report).id().sha256());
            if (document == null) {
                throw new IllegalStateException("coreference: a report without document");
            }
            for (Marked each : document.marked()) {
                String place = place(report, each.sentence(), each.head());
                // What is too thin to found an event is one of its own here.
                names.put(each, prefix + eventOf.getOrDefault(place, place));
            }
        }
    }

    private static String place(int report, int sentence, int word) {
        return report + "/" + sentence + "/" + word;
    }
}
