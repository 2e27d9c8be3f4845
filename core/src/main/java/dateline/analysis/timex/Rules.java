package dateline.analysis.timex;

import dateline.analysis.Lexicon;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Map<String, Set<String>> classesByFirst = new HashMap<>();

    /**
     * One rule.
     *
     * @param needs classes of words without which it cannot match, so that it need not be tried
     * @param fixed what the rule says beyond the words
     */
    record Rule(
            String name,
            Pattern pattern,
            List<String> groups,
            List<String> needs,
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
        List<Example> examples = new ArrayList<>();
        for (String line : lines) {
            String rest =
                    line.contains(" ") ? line.substring(line.indexOf(' ') + 1).strip() : "";
            if (line.startsWith("rule ")) {
                add(name, find, exact, means, examples);
                name = rest;
                find = "";
                means = "";
                examples = new ArrayList<>();
            } else if (line.startsWith("find ") || line.startsWith("exact ")) {
                find = rest;
                exact = line.startsWith("exact ");
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
        add(name, find, exact, means, examples);
        for (Rule rule : rules) {
            for (String need : rule.needs()) {
                for (String form : words.forms(need)) {
                    Matcher first = TOKEN.matcher(form);
                    if (first.find()) {
                        classesByFirst
                                .computeIfAbsent(first.group().toLowerCase(Locale.ROOT), key -> new LinkedHashSet<>())
                                .add(need);
                    }
                }
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
        Set<String> present = new LinkedHashSet<>();
        Matcher token = TOKEN.matcher(sentence);
        while (token.find()) {
            present.addAll(classesByFirst.getOrDefault(token.group().toLowerCase(Locale.ROOT), Set.of()));
        }
        return rules.stream().filter(rule -> present.containsAll(rule.needs())).toList();
    }

    private void add(String name, String find, boolean exact, String means, List<Example> examples) {
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
                name, pattern, groups, needs(find), Meaning.valueOf(meaning[0]), fixed, List.copyOf(examples)));
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

    /** Classes that stand in an expression outside of any bracket and are not optional. */
    private List<String> needs(String find) {
        List<String> needs = new ArrayList<>();
        if (topLevelChoice(find)) {
            return needs;
        }
        Matcher reference = REFERENCE.matcher(find);
        while (reference.find()) {
            String before = find.substring(0, reference.start());
            boolean open = before.replaceAll("[^(]", "").length()
                    > before.replaceAll("[^)]", "").length();
            boolean optional = reference.end() < find.length() && "?*".indexOf(find.charAt(reference.end())) >= 0;
            if (!open && !optional && words.has(reference.group(2))) {
                needs.add(reference.group(2));
            }
        }
        return needs;
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
