package dateline.ingest.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What is known of the names that pages give their parts, and of the words printed over boxes that are no part of the article. */
final class Furniture {
    /** What a printed label says about what it stands over. */
    enum Label {
        /** It heads a box that is not the article. */
        BOX,
        /** The article ends above it. */
        END,
        /** It is itself not the article, and says nothing about its surroundings. */
        LINE
    }

    private static final Pattern NAME_PARTS = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

    /** Generated class lists run to kilobytes; what a part is called stands at their beginning. */
    private static final int NAMES_LENGTH_MAX = 1_000;

    /** Labels are short; longer blocks are not looked up. */
    private static final int LABEL_LENGTH_MAX = 160;

    /** A beginning of so many words is never that of a sentence of news. */
    private static final int PLAIN_WORDS_MIN = 4;

    private final Set<String> always = new LinkedHashSet<>(WordLists.lines("not-article.txt"));
    private final Set<String> apart = new LinkedHashSet<>(WordLists.lines("apart.txt"));
    private final Set<String> seldom = new LinkedHashSet<>(WordLists.lines("seldom-article.txt"));
    private final Set<String> article = new LinkedHashSet<>(WordLists.lines("article.txt"));
    private final Set<String> bodies = new LinkedHashSet<>(WordLists.lines("article-body.txt"));
    private final Set<String> leads = new LinkedHashSet<>(WordLists.lines("lead.txt"));
    private final Set<String> firstWords = new LinkedHashSet<>();
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final Map<String, Label> beginnings = new LinkedHashMap<>();

    Furniture() {
        for (String line : WordLists.lines("labels.txt")) {
            String[] parts = line.split("\\s+", 2);
            Label label = Label.valueOf(parts[0].toUpperCase(Locale.ROOT));
            String words = parts[1];
            firstWords.add(firstWord(words));
            if (words.endsWith("*")) {
                beginnings.put(key(words.substring(0, words.length() - 1)), label);
            } else {
                labels.put(key(words), label);
            }
        }
    }

    /** Whether an element's names say that it is not the article. */
    boolean isFurniture(Element element) {
        List<String> names = names(element);
        return has(names, always) || has(names, apart) || has(names, seldom) && !has(names, article);
    }

    /** Whether an element's names say that it stands apart from the article and may be longer. */
    boolean isApart(Element element) {
        return has(names(element), apart);
    }

    /** Whether an element's names say that it is the article or near it. */
    boolean isArticle(Element element) {
        return has(names(element), article);
    }

    /** Whether an element's names say that it holds the article's body and nothing else. */
    boolean isBody(Element element) {
        return has(names(element), bodies);
    }

    /** Whether an element's names say that it holds the article's first paragraph. */
    boolean isLead(Element element) {
        return has(names(element), leads);
    }

    /** What the words say when they are a label. */
    Optional<Label> label(String words) {
        if (words.length() > LABEL_LENGTH_MAX || !firstWords.contains(firstWord(words))) {
            return Optional.empty();
        }
        String key = key(words);
        Label label = labels.get(key.replaceAll("[: ]+$", ""));
        if (label != null) {
            return Optional.of(label);
        }
        boolean sentence = words.matches(".*[.!?][\"”’)]*");
        for (Map.Entry<String, Label> each : beginnings.entrySet()) {
            String beginning = each.getKey();
            boolean plain = beginning.endsWith(":") || beginning.split(" ").length >= PLAIN_WORDS_MIN;
            if (key.startsWith(beginning)
                    && (beginning.endsWith(":")
                            || key.length() == beginning.length()
                            || key.charAt(beginning.length()) == ' ')
                    && (plain || !sentence)) {
                return Optional.of(each.getValue());
            }
        }
        return Optional.empty();
    }

    private static String firstWord(String words) {
        int begin = 0;
        while (begin < words.length() && !Character.isLetter(words.charAt(begin))) {
            begin++;
        }
        int end = begin;
        while (end < words.length() && Character.isLetter(words.charAt(end))) {
            end++;
        }
        return words.substring(begin, end).toLowerCase(Locale.ROOT);
    }

    /** Lower case letters and digits, single spaces; numbers at the ends (counts of comments and shares) left out. */
    private static String key(String words) {
        String key =
                Spaces.single(words.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("[^\\p{L}\\p{N}':]+", " "));
        return key.replaceAll("^\\d+ (?=\\D)|(?<=\\D) \\d+$", "").replaceAll("^[: ]+", "");
    }

    private static List<String> names(Element element) {
        List<String> names = new ArrayList<>();
        for (String attribute : List.of(element.className(), element.id(), element.attr("data-component"))) {
            String given = attribute.length() > NAMES_LENGTH_MAX ? attribute.substring(0, NAMES_LENGTH_MAX) : attribute;
            for (String name : given.strip().split("\\s+")) {
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Names are cut at marks and capitals; up to three parts in a row are looked up together ({@code cookie-banner}). */
    private static boolean has(List<String> names, Set<String> known) {
        for (String name : names) {
            String[] cut = NAME_PARTS.split(name);
            for (int from = 0; from < cut.length; from++) {
                StringBuilder joined = new StringBuilder();
                for (int to = from; to < Math.min(cut.length, from + 3); to++) {
                    joined.append(to > from ? "-" : "").append(cut[to].toLowerCase(Locale.ROOT));
                    if (known.contains(joined.toString())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
