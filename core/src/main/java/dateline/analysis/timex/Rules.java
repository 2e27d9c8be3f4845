package dateline.analysis.timex;

import dateline.analysis.Lexicon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The rules of {@code timex/rules.txt}, made ready to find with, in the order written. */
final class Rules {
    private static final String BLANK = "(?:[\\s\\u00a0]{1,4})";
    private static final Pattern REFERENCE = Pattern.compile("([%&])([a-z]+)([0-9]?)");
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-z]+[0-9]?)>");

    private final Words words;
    private final Map<String, String> macros = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Set<String>> needed = new ArrayList<>();
    private final Map<String, BitSet> needsMet = new HashMap<>();

    /**
     * One rule.
     *
     * @param needs numbers of sets of words, of each of which one must stand in the sentence for the rule to be tried
     * @param fixed what the rule says beyond the words
     */
    record Rule(
            String name,
            Pattern pattern,
            List<String> groups,
            List<Integer> needs,
            Meaning meaning,
            Map<String, String> fixed,
            List<Example> examples) {}

    /** A sentence with its timexes in brackets, as told on a day, and what they mean. */
    record Example(LocalDate day, String sentence, List<String> values) {}

    Rules(Lexicon lexicon) {
        words = new Words(lexicon);
        List<String> lines = lexicon.lines("timex/rules.txt");
        for (String line : lines) {
            if (line.startsWith("let ")) {
                String[] parts = line.split("\\s+", 3);
                macros.put(parts[1], parts[2]);
            }
        }
        String name = "";
        String find = "";
        boolean exact = false;
        String means = "";
        String near = "";
        List<Example> examples = new ArrayList<>();
        for (String line : lines) {
            String rest =
                    line.contains(" ") ? line.substring(line.indexOf(' ') + 1).strip() : "";
            if (line.startsWith("rule ")) {
                add(name, find, exact, near, means, examples);
                name = rest;
                near = "";
                find = "";
                means = "";
                examples = new ArrayList<>();
            } else if (line.startsWith("find ") || line.startsWith("exact ")) {
                find = rest;
                exact = line.startsWith("exact ");
            } else if (line.startsWith("near ")) {
                near = rest;
            } else if (line.startsWith("means ")) {
                means = rest;
            } else if (line.startsWith("try ")) {
                String[] parts = rest.split("\\|", -1);
                String values = parts[2].strip();
                examples.add(new Example(
                        LocalDate.parse(parts[0].strip()),
                        parts[1].strip(),
                        values.isEmpty() ? List.of() : List.of(values.split("\\s+"))));
            } else if (!line.startsWith("let ")) {
                throw new IllegalArgumentException("timex/rules.txt: not understood: " + line);
            }
        }
        add(name, find, exact, near, means, examples);
        for (int i = 0; i < needed.size(); i++) {
            for (String word : needed.get(i)) {
                needsMet.computeIfAbsent(word, key -> new BitSet()).set(i);
            }
        }
    }

    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\p{N}+");

    List<Rule> all() {
        return List.copyOf(rules);
    }

    Words words() {
        return words;
    }

    /** The rules that can match at all in a sentence, by the words that stand in it. */
    List<Rule> worthTrying(String sentence) {
        BitSet met = new BitSet();
        Matcher token = TOKEN.matcher(sentence);
        while (token.find()) {
            Optional.ofNullable(needsMet.get(key(token.group()))).ifPresent(met::or);
        }
        return rules.stream()
                .filter(rule -> rule.needs().stream().allMatch(met::get))
                .toList();
    }

    /** A word as the needs know it: in lower case; all figures are one. */
    private static String key(String token) {
        return Character.isDigit(token.charAt(0)) ? "0" : token.toLowerCase(Locale.ROOT);
    }

    private void add(String name, String find, boolean exact, String near, String means, List<Example> examples) {
        if (name.isEmpty()) {
            return;
        }
        if (find.isEmpty() || means.isEmpty()) {
            throw new IllegalArgumentException("timex/rules.txt: rule " + name + " lacks find or means");
        }
        String[] meaning = means.split("\\s+");
        Map<String, String> fixed = new LinkedHashMap<>();
        for (int i = 1; i < meaning.length; i++) {
            String[] pair = meaning[i].split("=", 2);
            fixed.put(pair[0], pair[1]);
        }
        String expression = expand(find, name).replace("«", "(?<mark>").replace("»", ")");
        expression = blanks(expression);
        List<String> groups = new ArrayList<>();
        Matcher group = GROUP.matcher(expression);
        while (group.find()) {
            groups.add(group.group(1));
        }
        Pattern pattern;
        try {
            pattern = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:" + expression + ")(?![\\p{L}\\p{N}])",
                    exact ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "timex/rules.txt: rule " + name + " cannot be read: " + wrong.getDescription(), wrong);
        }
        rules.add(new Rule(
                name, pattern, groups, needs(find, near), Meaning.valueOf(meaning[0]), fixed, List.copyOf(examples)));
    }

    /** Puts in the forms of classes and the text of macros. */
    private String expand(String find, String rule) {
        StringBuilder expanded = new StringBuilder();
        Matcher reference = REFERENCE.matcher(find);
        while (reference.find()) {
            String name = reference.group(2);
            String inner;
            if (macros.containsKey(name)) {
                inner = expand(macros.get(name), rule);
            } else if (words.has(name)) {
                inner = words.expression(name);
            } else {
                throw new IllegalArgumentException("timex/rules.txt: rule " + rule + " speaks of unknown " + name);
            }
            String open = reference.group(1).equals("%") ? "(?<" + name + reference.group(3) + ">" : "(?:";
            reference.appendReplacement(expanded, Matcher.quoteReplacement(open + inner + ")"));
        }
        return reference.appendTail(expanded).toString();
    }

    private static String blanks(String expression) {
        StringBuilder result = new StringBuilder();
        boolean bracket = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length()) {
                result.append(c).append(expression.charAt(++i));
            } else if (c == ' ') {
                result.append(bracket ? "\\s\\u00a0" : BLANK);
            } else {
                bracket = c == '[' || bracket && c != ']';
                result.append(c);
            }
        }
        return result.toString();
    }

    /**
     * The words a rule cannot do without: those it names with {@code near}, or else the classes that stand in its expression
     * outside of any bracket and are not optional.
     */
    private List<Integer> needs(String find, String near) {
        List<Integer> needs = new ArrayList<>();
        for (String set : near.isEmpty() ? new String[0] : near.split(" & ")) {
            Set<String> words = new LinkedHashSet<>();
            for (String word : set.split(" ")) {
                if (word.startsWith("%")) {
                    words.addAll(firstWords(word.substring(1)));
                } else {
                    words.add(word);
                }
            }
            needs.add(need(words));
        }
        if (!near.isEmpty() || topLevelChoice(find)) {
            return needs;
        }
        Matcher reference = REFERENCE.matcher(find);
        while (reference.find()) {
            String before = find.substring(0, reference.start());
            boolean open = before.replaceAll("[^(]", "").length()
                    > before.replaceAll("[^)]", "").length();
            boolean optional = reference.end() < find.length() && "?*".indexOf(find.charAt(reference.end())) >= 0;
            if (!open && !optional && words.has(reference.group(2))) {
                needs.add(need(firstWords(reference.group(2))));
            }
        }
        return needs;
    }

    private Set<String> firstWords(String name) {
        Set<String> first = new LinkedHashSet<>();
        for (String form : words.forms(name)) {
            Matcher token = TOKEN.matcher(form);
            if (token.find()) {
                first.add(key(token.group()));
            }
        }
        if (first.isEmpty()) {
            throw new IllegalArgumentException("timex/rules.txt: near unknown " + name);
        }
        return first;
    }

    private int need(Set<String> words) {
        int known = needed.indexOf(words);
        if (known >= 0) {
            return known;
        }
        needed.add(words);
        return needed.size() - 1;
    }

    private static boolean topLevelChoice(String find) {
        int depth = 0;
        for (int i = 0; i < find.length(); i++) {
            char c = find.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == '|' && depth == 0) {
                return true;
            }
        }
        return false;
    }
}
