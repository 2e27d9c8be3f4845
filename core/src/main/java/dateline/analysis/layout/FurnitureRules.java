package dateline.analysis.layout;

import dateline.analysis.Lexicon;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of {@code layout/furniture.txt}, in the order written, and the counting rule for share bars. */
final class FurnitureRules {
    enum Scope {
        BLOCK,
        TAIL,
        SPAN,
        REST
    }

    /** One rule with its running examples. */
    record Rule(
            String name, String why, Scope scope, int lengthMax, Pattern match, List<String> yes, List<String> no) {}

    /** What a rule takes out; {@code rest}: all that follows in the report goes too. */
    record Hit(Span span, String why, boolean rest) {}

    /** Longest paragraph that may be a share bar; the longest seen is about 300 characters. */
    private static final int SHARE_BAR_LENGTH_MAX = 500;

    private static final int SHARE_WORDS_MIN = 3;

    /** Verbs and articles of a sentence about share services ("Facebook was blocked"); a bar has at most one by chance. */
    private static final Pattern SENTENCE_WORD =
            Pattern.compile("(?i)^(?:the|was|were|is|are|had|has|have|said|says|that|which|who|after|been|will|to)$");

    private final List<Rule> rules;
    private final Set<String> shareWords;

    FurnitureRules(Lexicon lexicon) {
        rules = parse(lexicon.lines("layout/furniture.txt"));
        shareWords = lexicon.words("layout/share-words.txt");
    }

    List<Rule> rules() {
        return rules;
    }

    private static List<Rule> parse(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("rule ") && !group.isEmpty()) {
                rules.add(rule(group));
                group.clear();
            }
            group.add(line);
        }
        if (!group.isEmpty()) {
            rules.add(rule(group));
        }
        return List.copyOf(rules);
    }

    private static Rule rule(List<String> group) {
        return new Rule(
                one(group, "rule"),
                one(group, "why"),
                Scope.valueOf(one(group, "scope").toUpperCase(Locale.ROOT)),
                Integer.parseInt(one(group, "max")),
                Pattern.compile(one(group, "match")),
                all(group, "yes"),
                all(group, "no"));
    }

    private static String one(List<String> group, String key) {
        List<String> values = all(group, key);
        if (values.size() != 1) {
            throw new IllegalArgumentException(
                    "layout/furniture.txt: " + group.getFirst() + " has " + values.size() + " lines '" + key + "'");
        }
        return values.getFirst();
    }

    private static List<String> all(List<String> group, String key) {
        return group.stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }

    /** All that goes from one paragraph. */
    List<Hit> find(String text, Span block) {
        List<Hit> hits = new ArrayList<>();
        String words = block.in(text);
        for (Rule rule : rules) {
            hit(rule, words, block).ifPresent(hits::add);
            if (!hits.isEmpty() && hits.getLast().span().equals(block)) {
                return List.of(hits.getLast());
            }
        }
        if (isShareBar(words)) {
            return List.of(new Hit(block, "share bar", false));
        }
        return hits;
    }

    static Optional<Hit> hit(Rule rule, String words, Span block) {
        if (words.length() > rule.lengthMax() && rule.scope() != Scope.TAIL) {
            return Optional.empty();
        }
        Matcher matcher = rule.match().matcher(words);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return switch (rule.scope()) {
            case BLOCK -> Optional.of(new Hit(block, rule.why(), false));
            case REST -> Optional.of(new Hit(block, rule.why(), true));
            case SPAN ->
                Optional.of(new Hit(
                        new Span(block.begin() + matcher.start(), block.begin() + matcher.end()), rule.why(), false));
            case TAIL ->
                words.length() - matcher.start() > rule.lengthMax()
                        ? Optional.empty()
                        : Optional.of(
                                new Hit(new Span(block.begin() + matcher.start(), block.end()), rule.why(), false));
        };
    }

    private boolean isShareBar(String words) {
        if (words.length() > SHARE_BAR_LENGTH_MAX || words.matches("(?s).*[.!?][\"”’]?")) {
            return false;
        }
        int share = 0;
        int sentence = 0;
        String[] parts = words.split("\\s+");
        for (String part : parts) {
            String bare = part.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}]+|[^\\p{L}+]+$", "");
            if (shareWords.contains(bare) && !part.endsWith(",")) {
                share++;
            } else if (SENTENCE_WORD.matcher(bare).matches()) {
                sentence++;
            }
        }
        return share >= SHARE_WORDS_MIN && sentence <= 1 && share * 6 >= parts.length;
    }
}
