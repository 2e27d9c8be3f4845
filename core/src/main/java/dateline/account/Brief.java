package dateline.account;

import dateline.analysis.Analysis;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.text.Tree;
import dateline.reconcile.Reconciled;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the brief: whole sentences of the reports that between them tell the main events, the main thing first, then the
 * dissent on numbers. No sentence starts in mid-air; each cites its words.
 */
final class Brief {
    private static final int WORDS_MAX = 120;
    private static final int SENTENCE_WORDS_MAX = 45;

    /** So many first sentences of each report may stand in the brief even when no event was made of them. */
    private static final int OPENING_SENTENCES = 6;

    /** What the story's own words weigh beside the rank of the events told (chosen on the summaries' part that is tuned on). */
    private static final double CENTRAL = 2.0;

    /** A sentence that adds less stays out, even where there is room. */
    private static final double GAIN_MIN = 0.0;

    private final Reconciled from;
    private final Citations citations;
    private final Map<Integer, Integer> ranks;

    Brief(Reconciled from, Citations citations, Map<Integer, Integer> ranks) {
        this.from = from;
        this.citations = citations;
        this.ranks = ranks;
    }

    /** In how large a part of the story's sentences a word stands. */
    private Map<String, Double> shares() {
        Map<String, Integer> counts = new java.util.TreeMap<>();
        int sentences = 0;
        for (int report = 0; report < from.story().size(); report++) {
            for (Tree tree : from.story().get(report).trees()) {
                sentences++;
                words(tree).forEach(word -> counts.merge(word, 1, Integer::sum));
            }
        }
        Map<String, Double> shares = new java.util.TreeMap<>();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            shares.put(entry.getKey(), entry.getValue() / (double) sentences);
        }
        return shares;
    }

    private static Set<String> words(Tree tree) {
        Set<String> words = new TreeSet<>();
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isClass(i, "NOUN", "PROPN", "VERB", "NUM", "ADJ")) {
                words.add(tree.lemma(i));
            }
        }
        return words;
    }

    private record Candidate(
            int report, Span span, String text, Set<Integer> events, double score, Set<String> words) {}

    List<Account.BriefSentence> write(
            List<Event> shown, List<Account.Disagreement> disagreements, Map<Integer, String> eventIds) {
        List<Candidate> candidates = candidates(shown);
        List<Account.BriefSentence> brief = new ArrayList<>();
        Set<Integer> covered = new TreeSet<>();
        Set<String> told = new TreeSet<>();
        Map<String, Double> shares = shares();
        int words = 0;
        while (true) {
            Candidate best = null;
            double bestGain = GAIN_MIN;
            for (Candidate candidate : candidates) {
                int length = Citations.count(candidate.text());
                if (words + length > WORDS_MAX) {
                    continue;
                }
                double gain = gain(candidate, covered, told, shares, brief.isEmpty());
                if (gain > bestGain) {
                    best = candidate;
                    bestGain = gain;
                }
            }
            if (best == null) {
                break;
            }
            brief.add(new Account.BriefSentence(best.text(), List.of(citations.cite(best.report(), best.span()))));
            words += Citations.count(best.text());
            covered.addAll(best.events());
            told.addAll(best.words());
            candidates.remove(best);
            if (brief.size() == 1) {
                words += dissent(brief, disagreements, eventIds, best.events(), WORDS_MAX - words);
            }
        }
        return brief;
    }

    /** What a sentence adds: events not yet told, and words that matter to the whole story and are not yet told (SumBasic's idea). */
    private double gain(
            Candidate candidate, Set<Integer> covered, Set<String> told, Map<String, Double> shares, boolean first) {
        double gain = 0;
        double central = 0;
        for (String word : candidate.words()) {
            central += told.contains(word) ? 0 : shares.getOrDefault(word, 0.0);
        }
        gain += CENTRAL * central;
        for (int event : candidate.events()) {
            if (!covered.contains(event)) {
                gain += 1.0 / (0.6 + 0.4 * ranks.getOrDefault(event, 100));
            }
        }
        long seen = candidate.words().stream().filter(told::contains).count();
        double repeated = candidate.words().isEmpty()
                ? 1
                : seen / (double) candidate.words().size();
        return gain + candidate.score() * (first ? 1.6 : 0.6) - repeated * 0.9;
    }

    /** Sides of a number that the first sentence gives, when they differ. */
    private int dissent(
            List<Account.BriefSentence> brief,
            List<Account.Disagreement> disagreements,
            Map<Integer, String> eventIds,
            Set<Integer> events,
            int room) {
        Set<String> ids = new TreeSet<>();
        events.forEach(event -> ids.add(eventIds.getOrDefault(event, "")));
        for (Account.Disagreement disagreement : disagreements) {
            if (disagreement.kind().equals("quantity")
                    && !disagreement.update()
                    && disagreement.about().stream().anyMatch(ids::contains)
                    && disagreement.positions().size() <= 4
                    && Set.of("killed", "wounded", "magnitude").stream()
                            .anyMatch(what -> disagreement.question().contains(what)
                                    || what.equals("magnitude")
                                            && disagreement.question().startsWith("How strong"))) {
                List<String> values = new ArrayList<>();
                List<String> cites = new ArrayList<>();
                for (Account.Position position : disagreement.positions()) {
                    values.add(position.value());
                    cites.add(position.mentions().get(0));
                }
                String text = "Reports differ: " + String.join("; ", values) + ".";
                if (Citations.count(text) <= Math.min(room, SENTENCE_WORDS_MAX)) {
                    brief.add(new Account.BriefSentence(text, cites));
                    return Citations.count(text);
                }
            }
        }
        return 0;
    }

    private List<Candidate> candidates(List<Event> shown) {
        Map<String, Candidate> found = new java.util.TreeMap<>();
        for (Event event : shown) {
            int looked = 0;
            for (Happening telling : event.tellings()) {
                if (looked++ == 12) {
                    break;
                }
                Analysis analysis = from.story().get(telling.report());
                Tree tree = analysis.trees().get(telling.claim().sentence());
                String key = key(telling.report(), tree);
                Candidate there = found.get(key);
                if (there != null) {
                    Set<Integer> events = new LinkedHashSet<>(there.events());
                    events.add(event.index());
                    found.put(
                            key,
                            new Candidate(
                                    there.report(), there.span(), there.text(), events, there.score(), there.words()));
                } else if (isWhole(analysis, tree)) {
                    double weight =
                            telling.weight() + (telling.claim().quantities().isEmpty() ? 0 : 0.15);
                    found.put(key, candidate(telling.report(), analysis, tree, Set.of(event.index()), weight));
                }
            }
        }
        openings(found);
        List<Candidate> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparing(Candidate::report)
                .thenComparing(c -> c.span().begin()));
        return sorted;
    }

    /** The first sentences of each report, which tell what it is about even where no event was made of them. */
    private void openings(Map<String, Candidate> to) {
        for (int report = 0; report < from.story().size(); report++) {
            Analysis analysis = from.story().get(report);
            int taken = 0;
            for (Tree tree : analysis.trees()) {
                if (taken == OPENING_SENTENCES) {
                    break;
                }
                taken++;
                String key = key(report, tree);
                if (!to.containsKey(key) && isWhole(analysis, tree)) {
                    to.put(key, candidate(report, analysis, tree, Set.of(), 1.0 / (1.0 + 0.12 * taken)));
                }
            }
        }
    }

    private static String key(int report, Tree tree) {
        return String.format(Locale.ROOT, "%05d/%06d", report, tree.sentence().index());
    }

    private Candidate candidate(int report, Analysis analysis, Tree tree, Set<Integer> events, double weight) {
        Span span = tree.sentence().span();
        String text = analysis.segmented()
                .report()
                .quote(span)
                .replaceAll("\\s+", " ")
                .strip();
        Set<String> words = words(tree);
        double score = weight;
        if (!analysis.attributions().stream()
                .filter(Attribution::quoted)
                .filter(a -> a.content().stream().anyMatch(span::overlaps))
                .toList()
                .isEmpty()) {
            score -= 0.25;
        }
        int length = Citations.count(text);
        score -= length > 32 ? 0.15 : length < 8 ? 0.3 : 0;
        return new Candidate(report, span, text, events, score, words);
    }

    /** A sentence that stands alone: no post, no opening pronoun or connective, balanced quotation marks, a full stop. */
    private static boolean isWhole(Analysis analysis, Tree tree) {
        if (tree.sentence().post().isPresent()) {
            return false;
        }
        String text = analysis.segmented()
                .report()
                .quote(tree.sentence().span())
                .replaceAll("\\s+", " ")
                .strip();
        int length = Citations.count(text);
        if (length > SENTENCE_WORDS_MAX
                || length < 6
                || !text.matches("^[A-Z0-9“\"‘'].*")
                || !text.matches(".*[.!?][”\"’')]?$")) {
            return false;
        }
        if (text.chars().filter(c -> c == '"').count() % 2 == 1
                || text.chars().filter(c -> c == '“').count()
                        != text.chars().filter(c -> c == '”').count()) {
            return false;
        }
        String first = tree.lower(0);
        if (Set.of(
                        "he",
                        "she",
                        "it",
                        "they",
                        "this",
                        "that",
                        "these",
                        "those",
                        "but",
                        "and",
                        "so",
                        "also",
                        "however",
                        "meanwhile",
                        "his",
                        "her",
                        "their",
                        "its",
                        "there",
                        "we",
                        "i",
                        "you",
                        "then",
                        "instead",
                        "\"",
                        "“",
                        "or",
                        "yet",
                        "nor",
                        "such",
                        "another",
                        "others",
                        "both",
                        "here")
                .contains(first)) {
            return false;
        }
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isRelation(i, "nsubj")
                    && tree.head(i) == tree.root()
                    && tree.isClass(i, "PRON")
                    && !Set.of("who", "which", "that").contains(tree.lower(i))) {
                return false;
            }
        }
        return tree.isClass(tree.root(), "VERB") || tree.child(tree.root(), "cop", "nsubj") >= 0;
    }
}
