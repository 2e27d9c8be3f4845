package dateline.analysis.timex;

import dateline.analysis.Lexicon;
import dateline.analysis.layout.Layout;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Sentence;
import dateline.analysis.text.Tree;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Finds the words in one report that say when, and works out what they mean. What is found is decided by rules kept as data
 * ({@code lexicon/en/timex}); what it means is reckoned from the day of the report or of the post the words stand in, and
 * for "the next day" and the like from the day told last.
 */
public final class TimexFinder {
    // One slot may come from words of several classes; rules ask for it under one name.
    private static final Map<String, String> SLOT_OF = Map.ofEntries(
            Map.entry("anyweekday", "weekday"),
            Map.entry("weekdays", "weekday"),
            Map.entry("clearmonth", "month"),
            Map.entry("monthnumber", "month"),
            Map.entry("daynumber", "day"),
            Map.entry("fullyear", "year"),
            Map.entry("closeedge", "edge"),
            Map.entry("shortpart", "part"),
            Map.entry("units", "unit"),
            Map.entry("hyphenunit", "unit"),
            Map.entry("plural", "unit"),
            Map.entry("clockplural", "unit"),
            Map.entry("vague", "amount"));

    private final Rules rules;
    private final Tense.Judge tenses;
    private final Amounts amounts;

    public TimexFinder(Lexicon lexicon) {
        rules = new Rules(lexicon);
        tenses = new Tense.Judge(lexicon);
        amounts = new Amounts(rules.words());
    }

    /** All timexes in order; tense is read from the trees, one per sentence. */
    public List<Timex> find(Segmented segmented, List<Tree> trees) {
        if (trees.size() != segmented.sentences().size()) {
            throw new IllegalArgumentException("timex: " + trees.size() + " trees for "
                    + segmented.sentences().size() + " sentences");
        }
        return find(segmented, trees, true);
    }

    /** All timexes in order, with tense guessed from the words. */
    public List<Timex> find(Segmented segmented) {
        return find(segmented, List.of(), false);
    }

    Rules rules() {
        return rules;
    }

    private List<Timex> find(Segmented segmented, List<Tree> trees, boolean read) {
        List<Timex> timexes = new ArrayList<>();
        // Each post tells its own tale from its own day: -1 stands for the report itself.
        Map<Integer, Narrative> narratives = new TreeMap<>();
        for (int i = 0; i < segmented.sentences().size(); i++) {
            Sentence sentence = segmented.sentences().get(i);
            Narrative narrative = narratives.computeIfAbsent(
                    sentence.post().orElse(-1), post -> new Narrative(dayOf(segmented, post)));
            String text = segmented.report().quote(sentence.span());
            List<Found> found = found(text, sentence);
            for (Found each : found) {
                if (each.rule().meaning() == Meaning.NOTHING) {
                    continue;
                }
                Span local = new Span(
                        each.span().begin() - sentence.span().begin(),
                        each.span().end() - sentence.span().begin());
                Optional<Tree> tree = read ? Optional.of(trees.get(i)) : Optional.empty();
                Tense tense = tenses.of(text, local, tree, each.span());
                Reckoner reckoner = new Reckoner(narrative, tense, amounts);
                reckoner.reckon(each).ifPresent(timexes::add);
            }
        }
        return timexes;
    }

    private static Optional<LocalDate> dayOf(Segmented segmented, int post) {
        if (post >= 0) {
            for (Layout.Post each : segmented.layout().posts()) {
                if (each.index() == post) {
                    return each.date().or(() -> segmented.report().published());
                }
            }
        }
        return segmented.report().published();
    }

    /** What the rules find in a sentence: the longest first, then the earliest, then the rule written first. */
    private List<Found> found(String text, Sentence sentence) {
        List<Found> all = new ArrayList<>();
        for (Rules.Rule rule : rules.worthTrying(text)) {
            Matcher matcher = rule.pattern().matcher(text);
            while (matcher.find()) {
                int begin = matcher.start();
                int end = matcher.end();
                if (rule.groups().contains("mark")) {
                    begin = matcher.start("mark");
                    end = matcher.end("mark");
                }
                if (begin >= end) {
                    continue;
                }
                int start = sentence.span().begin();
                all.add(new Found(
                        rule,
                        new Span(start + begin, start + end),
                        sentence.index(),
                        text.substring(begin, end),
                        slots(rule, matcher)));
            }
        }
        all.sort(Comparator.comparingInt((Found each) -> -each.span().length())
                .thenComparingInt(each -> each.span().begin()));
        List<Found> chosen = new ArrayList<>();
        for (Found each : all) {
            if (chosen.stream().noneMatch(other -> other.span().overlaps(each.span()))) {
                chosen.add(each);
            }
        }
        chosen.sort(Comparator.comparing(Found::span));
        return chosen;
    }

    private Map<String, String> slots(Rules.Rule rule, Matcher matcher) {
        Map<String, String> slots = new LinkedHashMap<>(rule.fixed());
        for (String group : rule.groups()) {
            String said = matcher.group(group);
            if (said == null) {
                continue;
            }
            String name = group.replaceAll("[0-9]$", "");
            String value = rules.words()
                    .value(name, said)
                    .or(() -> name.equals("shortpart") || name.equals("part")
                            ? rules.words().value("part", said)
                            : Optional.empty())
                    .orElse(said.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
            slots.putIfAbsent(SLOT_OF.getOrDefault(name, name), value);
        }
        return slots;
    }
}
