package dateline.analysis.quantity;

import dateline.analysis.Lexicon;
import dateline.analysis.quantity.Numeral.Kind;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Tree;
import dateline.analysis.timex.Timex;
import dateline.report.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what one report counts and measures, with the interval its words allow and the predicate it belongs to. */
public final class QuantityFinder {
    private static final Set<String> HARM =
            Set.of("killed", "wounded", "arrested", "missing", "evacuated", "displaced");
    private static final Set<String> TIME_UNITS = Set.of(
            "second",
            "minute",
            "hour",
            "day",
            "night",
            "week",
            "weekend",
            "fortnight",
            "month",
            "year",
            "decade",
            "century",
            "quarter",
            "season",
            "o'clock",
            "am",
            "pm",
            "gmt",
            "est",
            "hrs",
            "hr",
            "summer",
            "winter",
            "morning",
            "evening");
    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec");
    private static final Set<String> STREETS = Set.of(
            "street",
            "avenue",
            "road",
            "boulevard",
            "lane",
            "drive",
            "square",
            "st",
            "ave",
            "rd",
            "st.",
            "ave.",
            "rd.",
            "terrace",
            "place",
            "way");
    private static final Set<String> NAMED_BY_NUMBER = Set.of(
            "no",
            "no.",
            "number",
            "flight",
            "route",
            "highway",
            "interstate",
            "boeing",
            "airbus",
            "section",
            "article",
            "chapter",
            "page",
            "paragraph",
            "title",
            "line",
            "room",
            "gate",
            "terminal",
            "level",
            "phase",
            "type",
            "channel",
            "bbc",
            "radio",
            "fm",
            "apollo",
            "bus",
            "train",
            "platform",
            "unit",
            "reactor",
            "pier",
            "berth",
            "runway",
            "proposition",
            "amendment",
            "resolution",
            "fig",
            "figure",
            "table",
            "category",
            "group",
            "area",
            "zone",
            "district",
            "exit",
            "junction",
            "tel",
            "phone",
            "call",
            "fax",
            "vol",
            "volume",
            "part",
            "step",
            "photo",
            "image",
            "day",
            "week",
            "post",
            "posts",
            "version",
            "windows",
            "studio",
            "ward",
            "court",
            "class",
            "grade",
            "round",
            "stage",
            "verse",
            "psalm",
            "versus");
    private static final Set<String> ELECTION = Set.of(
            "vote",
            "voter",
            "ballot",
            "election",
            "primary",
            "poll",
            "runoff",
            "referendum",
            "electorate",
            "candidate",
            "precinct",
            "turnout");
    private static final Set<String> WINNING = Set.of(
            "win",
            "receive",
            "take",
            "get",
            "secure",
            "garner",
            "poll",
            "gain",
            "claim",
            "score",
            "draw",
            "lose",
            "lead",
            "trail",
            "defeat",
            "beat",
            "have",
            "capture",
            "collect",
            "obtain",
            "elect",
            "re-elect",
            "vote",
            "support",
            "back",
            "pick",
            "choose",
            "prefer",
            "favor",
            "with");
    private static final Set<String> QUAKE =
            Set.of("quake", "earthquake", "tremor", "aftershock", "temblor", "shock", "jolt");
    /** "a vote of 61 to 38", "passed the bill in a 61-38 vote", "voted 61-to-38". */
    private static final Pattern RESULT = Pattern.compile(
            "(?i)\\b(?:vot(?:e|es|ed|ing)(?: \\p{L}+){0,4}|by|in a|on a|was|pass(?:ed|es)(?: \\p{L}+){0,3}) "
                    + "(?<ayes>\\d{1,3})(?:\\s?[-\u2010\u2011\u2013]\\s?(?:to\\s?[-\u2010\u2011\u2013]\\s?)?| to )"
                    + "(?<noes>\\d{1,3})\\b");
    /** Those whom a count of votes counts, besides members of a party. */
    private static final Set<String> SIDES =
            Set.of("abstention", "nay", "aye", "defector", "vote", "republican", "democrat", "lawmaker");
    /** How far behind a party's members the verb may stand that says which side they took. */
    private static final int SIDING_WORDS_MAX = 14;

    private static final Set<String> SIDING = Set.of(
            "vote", "join", "support", "back", "oppose", "cross", "side", "abstain", "defect", "break", "favor",
            "reject");
    private static final Pattern YEAR = Pattern.compile("(?:1[6-9]|20)\\d\\d");

    private final NumberReader numbers;
    private final Deeds deeds;
    private final Map<String, List<String>> units = new LinkedHashMap<>();

    public QuantityFinder(Lexicon lexicon) {
        numbers = new NumberReader(lexicon);
        deeds = new Deeds(lexicon);
        for (List<String> row : lexicon.rows("quantity/units.txt")) {
            units.put(row.get(0), row);
        }
    }

    /** All quantities of a report, in order of their words. */
    public List<Quantity> find(Segmented segmented, List<Tree> trees, List<Timex> timexes) {
        List<Quantity> found = new ArrayList<>();
        for (Tree tree : trees) {
            found.addAll(new InSentence(segmented, tree, timexes).find());
        }
        found.sort(Comparator.comparing(Quantity::span));
        return List.copyOf(found);
    }

    private final class InSentence {
        private final Tree tree;
        private final String text;
        private final int offset;
        private final List<Span> times = new ArrayList<>();
        private final List<Quantity> found = new ArrayList<>();
        private final Map<Integer, Integer> counted = new LinkedHashMap<>();

        InSentence(Segmented segmented, Tree tree, List<Timex> timexes) {
            this.tree = tree;
            Span span = tree.sentence().span();
            this.text = segmented.report().quote(span);
            this.offset = span.begin();
            for (Timex timex : timexes) {
                if (timex.sentence() == tree.sentence().index()) {
                    times.add(timex.span());
                }
            }
        }

        List<Quantity> find() {
            for (Numeral numeral : numbers.read(text)) {
                at(numeral).ifPresent(found::add);
            }
            for (int i = 0; i < tree.size(); i++) {
                sum(i);
            }
            for (int i = 0; i < tree.size(); i++) {
                single(i);
            }
            return found;
        }

        private Optional<Quantity> at(Numeral numeral) {
            int first = tree.wordAt(offset + numeral.core());
            int last = tree.wordAt(offset + numeral.coreEnd() - 1);
            if (first < 0 || last < 0) {
                return Optional.empty();
            }
            int word = headOf(first, last);
            int noun = noun(word, last, numeral);
            if (noun >= 0 && tree.lower(noun).matches("more|other|others")) {
                noun = -1;
            }
            boolean partitive = noun >= 0 && tree.head(noun) == word && tree.isRelation(noun, "nmod");
            int carrier = noun >= 0 && !partitive ? noun : word;
            Optional<List<String>> unit = unit(numeral, last, noun);
            boolean magnitude = magnitude(numeral, first, last);
            if (!magnitude && excluded(numeral, first, last, word, noun, unit)) {
                return Optional.empty();
            }
            Deeds.Deed deed = deed(numeral, word, noun, carrier, last, unit, magnitude);
            if (numeral.kind() == Kind.NONE
                    && !Set.of("killed", "wounded", "missing", "arrested").contains(deed.what())) {
                return Optional.empty();
            }
            if (numeral.min().isEmpty()
                    && numeral.max().isEmpty()
                    && deed.what().equals("other")) {
                return Optional.empty();
            }
            if (numeral.isOne() && deed.what().equals("other") && !countsOne(numeral, word, noun)) {
                return Optional.empty();
            }
            int end = offset + numeral.end();
            int begin = offset + numeral.begin();
            boolean shown = noun >= 0 && unit.isEmpty() && tree.span(noun).end() > end && noun - last <= 7;
            Span span = new Span(begin, shown ? tree.span(noun).end() : Math.max(end, unitEnd(numeral, last, unit)));
            if (magnitude) {
                span = magnitudeSpan(span);
            }
            Optional<String> of = noun >= 0 && unit.isEmpty() && !magnitude && numeral.kind() != Kind.NONE
                            || noun >= 0 && numeral.kind() == Kind.NONE && deeds.isPersonWord(tree, noun)
                    ? Optional.of(chunk(noun, partitive ? -1 : last))
                    : Optional.empty();
            Optional<String> subset = subset(deed, carrier, noun, partitive, of);
            counted.put(noun >= 0 ? noun : word, found.size());
            String what = deed.what();
            return Optional.of(new Quantity(
                    span,
                    tree.sentence().index(),
                    word,
                    what,
                    of,
                    subset,
                    said(span),
                    value(numeral.min()),
                    value(numeral.max()),
                    unitName(unit, magnitude),
                    deed.predicate()));
        }

        private OptionalDouble value(Optional<BigDecimal> number) {
            return number.isPresent() ? OptionalDouble.of(number.get().doubleValue()) : OptionalDouble.empty();
        }

        private String said(Span span) {
            return tree.report().quote(span).replaceAll("\\s+", " ");
        }

        /** The word of the number that the others hang on: the last one whose governor lies outside. */
        private int headOf(int first, int last) {
            for (int i = last; i >= first; i--) {
                int head = tree.head(i);
                if (head < first || head > last) {
                    return i;
                }
            }
            return last;
        }

        /** The noun that is counted, or -1. */
        private int noun(int word, int last, Numeral numeral) {
            int head = tree.head(word);
            if (numeral.currency().isEmpty()
                    && head >= 0
                    && head > last
                    && tree.isRelation(word, "nummod", "det", "amod", "compound", "nmod", "advmod", "obl")
                    && tree.isClass(head, "NOUN", "PROPN", "SYM", "ADJ")
                    && (tree.isRelation(word, "nummod", "det", "amod", "compound") || head == last + 1)) {
                return head;
            }
            for (int each : tree.children(word)) {
                if (each > last
                        && tree.isRelation(each, "nmod", "obl")
                        && tree.isClass(each, "NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM")
                        && tree.preposition(each).equals("of")) {
                    return tree.isClass(each, "PRON", "DET") ? -1 : each;
                }
            }
            if (numeral.currency().isPresent()) {
                return -1;
            }
            // A slip ("dozens protesters") or a wrong arc: the end of the noun phrase that follows at once.
            int at = last + 1;
            while (at < tree.size()
                    && at <= last + 4
                    && (tree.isClass(at, "ADJ", "NOUN", "PROPN")
                            || tree.lower(at).equals("-"))
                    && at + 1 < tree.size()
                    && tree.isClass(at + 1, "NOUN", "PROPN", "ADJ")) {
                at++;
            }
            return at < tree.size()
                            && at > last
                            && tree.isClass(at, "NOUN")
                            && adjacent(last, at)
                            && !tree.isRelation(at, "nsubj") | tree.head(word) == at | tree.head(at) != tree.head(word)
                    ? at
                    : -1;
        }

        private boolean adjacent(int last, int noun) {
            for (int i = last + 1; i <= noun; i++) {
                if (tree.isClass(i, "PUNCT", "ADP", "VERB", "CCONJ", "AUX")) {
                    return false;
                }
            }
            return true;
        }

        private Optional<List<String>> unit(Numeral numeral, int last, int noun) {
            if (numeral.currency().isPresent()) {
                List<String> row = units.get(numeral.currency().get());
                return Optional.of(
                        row != null
                                ? row
                                : List.of(
                                        numeral.currency().get(),
                                        "money",
                                        numeral.currency().get().toUpperCase(Locale.ROOT)));
            }
            int at = last + 1;
            if (at < tree.size() && tree.lower(at).equals("-")) {
                at++;
            }
            if (at < tree.size()
                    && Set.of(
                                    "us",
                                    "u.s.",
                                    "square",
                                    "nautical",
                                    "cubic",
                                    "australian",
                                    "canadian",
                                    "iranian",
                                    "iraqi",
                                    "british",
                                    "sterling",
                                    "american")
                            .contains(tree.lower(at))
                    && at + 1 < tree.size()) {
                List<String> both = units.get(tree.lower(at) + " " + tree.lemma(at + 1));
                at = both == null && Set.of("square", "cubic", "nautical").contains(tree.lower(at))
                        ? at
                        : both != null ? at : at + 1;
                if (both != null) {
                    return Optional.of(both);
                }
            }
            if (at >= tree.size()) {
                return Optional.empty();
            }
            if (at + 1 < tree.size()) {
                List<String> pair = units.get(tree.lower(at) + " " + singular(at + 1));
                if (pair != null) {
                    return Optional.of(pair);
                }
            }
            List<String> row = units.get(tree.lower(at));
            row = row != null ? row : units.get(singular(at));
            if (row == null && tree.lower(at).equals("pounds") && numeral.coreEnd() > 0) {
                boolean weight = tree.size() > at + 1
                        && tree.lower(at + 1).equals("of")
                        && numeral.min().isPresent()
                        && numeral.min().get().compareTo(BigDecimal.valueOf(5000)) < 0;
                return weight
                        ? Optional.of(List.of("pound", "other", "lb"))
                        : Optional.of(List.of("pound", "money", "GBP"));
            }
            boolean glued = row != null && row.get(0).matches("m|g|in|ft") && tree.isClass(at, "ADP");
            return row == null || glued || row.get(0).matches("degree") && false ? Optional.empty() : Optional.of(row);
        }

        private String singular(int word) {
            String lower = tree.lower(word);
            String lemma = tree.lemma(word);
            return units.containsKey(lemma)
                    ? lemma
                    : lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
        }

        private int unitEnd(Numeral numeral, int last, Optional<List<String>> unit) {
            if (unit.isEmpty() || numeral.currency().isPresent()) {
                return offset + numeral.end();
            }
            int at = last + 1;
            int words = unit.get().get(0).split(" ").length;
            if (at < tree.size() && tree.lower(at).equals("-")) {
                at++;
            }
            int end = at;
            for (int i = at; i < Math.min(tree.size(), at + 3); i++) {
                end = i;
                if (units.get(tree.lower(i)) != null
                        || units.get(singular(i)) != null
                        || tree.lower(i).startsWith("pound")) {
                    break;
                }
                if (words > 1 && i - at + 1 == words) {
                    break;
                }
            }
            return tree.span(Math.min(end, tree.size() - 1)).end();
        }

        private Optional<String> unitName(Optional<List<String>> unit, boolean magnitude) {
            if (magnitude) {
                return text.contains("Richter") ? Optional.of("Richter") : Optional.empty();
            }
            return unit.map(row -> row.get(2));
        }

        /** "a 6.1-magnitude quake", "magnitude 5.9", "measuring 6.4 on the Richter scale". */
        private boolean magnitude(Numeral numeral, int first, int last) {
            if (numeral.kind() != Kind.DIGITS
                    || numeral.max().isEmpty()
                    || numeral.max().get().compareTo(BigDecimal.TEN) >= 0
                    || numeral.currency().isPresent()) {
                return false;
            }
            boolean decimal = tree.form(last).contains(".");
            for (int i = Math.max(0, first - 4); i < Math.min(tree.size(), last + 6); i++) {
                boolean beside = i >= first - 4 && i <= last + 2;
                if (tree.lower(i).equals("magnitude")
                        && (decimal
                                || i == first - 1
                                || i == last + 1
                                || i == last + 2
                                || i == first - 2 && tree.lower(first - 1).equals("of"))
                        && beside) {
                    return true;
                }
                if (tree.lower(i).equals("richter") && i > last) {
                    return true;
                }
            }
            if (!decimal) {
                return false;
            }
            boolean quake = false;
            for (int i = 0; i < tree.size(); i++) {
                quake |= QUAKE.contains(tree.lemma(i))
                        || tree.lower(i).equals("magnitude")
                        || tree.lower(i).equals("richter");
            }
            int before = first - 1;
            while (before >= 0 && tree.isClass(before, "ADP", "ADV", "DET", "AUX", "SCONJ")) {
                before--;
            }
            boolean measured = before >= 0
                    && Set.of(
                                    "measure",
                                    "measuring",
                                    "measured",
                                    "register",
                                    "registered",
                                    "registering",
                                    "magnitude",
                                    "revise",
                                    "revised",
                                    "upgrade",
                                    "upgraded",
                                    "downgrade",
                                    "downgraded",
                                    "put")
                            .contains(tree.lower(before));
            boolean followed = last + 1 < tree.size()
                    && (QUAKE.contains(tree.lemma(last + 1))
                            || last + 2 < tree.size()
                                    && QUAKE.contains(tree.lemma(last + 2))
                                    && tree.isClass(last + 1, "ADJ", "NOUN"));
            boolean other = last + 1 < tree.size()
                    && (units.containsKey(tree.lower(last + 1))
                            || tree.lower(last + 1).matches("million|billion|percent|per|%"));
            return quake && !other && (measured || followed);
        }

        private Span magnitudeSpan(Span span) {
            int first = tree.wordAt(span.begin());
            int last = tree.wordAt(Math.max(span.begin(), span.end() - 1));
            int from = first;
            int to = last;
            for (int i = Math.max(0, first - 2); i < Math.min(tree.size(), last + 3); i++) {
                if (tree.lower(i).equals("magnitude") || tree.lower(i).equals("richter")) {
                    from = Math.min(from, i);
                    to = Math.max(to, i);
                }
            }
            return span.cover(tree.span(from, to));
        }

        // ---- what is no quantity

        private boolean excluded(
                Numeral numeral, int first, int last, int word, int noun, Optional<List<String>> unit) {
            Span span = new Span(offset + numeral.core(), offset + numeral.coreEnd());
            boolean one = numeral.isOne();
            if (times.stream().anyMatch(time -> time.overlaps(span))) {
                return true;
            }
            String before = first > 0 ? tree.lower(first - 1) : "";
            String after = last + 1 < tree.size() ? tree.lower(last + 1) : "";
            String digits = text.substring(numeral.core(), numeral.coreEnd());
            char left = numeral.core() > 0 ? text.charAt(numeral.core() - 1) : ' ';
            char right = numeral.coreEnd() < text.length() ? text.charAt(numeral.coreEnd()) : ' ';
            boolean bare = numeral.kind() == Kind.DIGITS && unit.isEmpty();
            if (bareNumber(numeral)
                    && noun < 0
                    && numeral.begin() == numeral.core()
                    && first > 0
                    && (NAMED_BY_NUMBER.contains(before)
                                    && tree.isRelation(word, "nummod", "appos", "dep", "compound", "flat")
                                    && tree.head(word) < first
                            || tree.isClass(first - 1, "PROPN")
                                    && tree.head(word) <= first - 1
                                    && tree.isRelation(
                                            word, "nummod", "flat", "compound", "dep", "nmod", "appos", "obl")
                                    && tree.child(word, "case") < 0)) {
                return true;
            }
            // "one in three", "nine out of ten".
            String rest = text.substring(numeral.coreEnd());
            if (noun < 0
                            && rest.matches(
                                    "(?s)^\\s+(?:in|out of|in"
                                            + " every)\\s+(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\\b.*")
                    || text.substring(0, numeral.core())
                            .matches("(?s).*\\b(?:one|two|three|four|six|seven|eight|nine|\\d+) (?:in|out of|in"
                                    + " every)\\s+")) {
                return true;
            }
            // "A six-member team" names a kind of team; a range of years; a result such as 1-2.
            if (rest.matches("(?s)^[-\u2010\u2011]\\p{L}.*")
                    && unit.isEmpty()
                    && !rest.matches("(?s)^[-\u2010\u2011](?:strong|odd|magnitude)\\b.*")) {
                return true;
            }
            if (digits.matches("\\d{4}\\s?[-\u2013]\\s?(?:\\d{2}|\\d{4})")
                            && YEAR.matcher(digits.substring(0, 4)).matches()
                    || noun < 0 && digits.matches("\\d{1,2}\\s?[-\u2013]\\s?\\d{1,2}") && unit.isEmpty()) {
                return true;
            }
            // "when she was six"
            if (tree.child(word, "cop") >= 0
                    && tree.child(word, "nsubj") >= 0
                    && tree.lower(tree.child(word, "nsubj")).matches("i|he|she|who")
                    && small(numeral, 120)) {
                return true;
            }
            // Part of a longer word or code: K1, G20, B-52, 9/11, 01:48, 3VWJr, p.dw.example/3.
            if (Character.isLetter(left)
                    || left == '@'
                    || left == '#'
                    || left == '_'
                    || left == '/'
                    || left == ':' && Character.isDigit(right)
                    || left == '.') {
                return true;
            }
            if (numeral.kind() == Kind.DIGITS
                    && (right == ':'
                                    && numeral.coreEnd() + 1 < text.length()
                                    && Character.isDigit(text.charAt(numeral.coreEnd() + 1))
                            || right == '/'
                            || right == '_'
                            || right == '@')) {
                return true;
            }
            if (numeral.kind() == Kind.DIGITS && Character.isLetter(right) && unit.isEmpty()) {
                return true;
            }
            if (left == ':' && numeral.core() > 1 && Character.isDigit(text.charAt(numeral.core() - 2))) {
                return true;
            }
            boolean hyphenLeft = left == '-' || left == '–';
            if (hyphenLeft && numeral.core() > 1 && Character.isLetterOrDigit(text.charAt(numeral.core() - 2))) {
                return true;
            }
            if (numeral.kind() == Kind.DIGITS
                    && (right == '-' || right == '–')
                    && numeral.coreEnd() + 1 < text.length()
                    && Character.isDigit(text.charAt(numeral.coreEnd() + 1))) {
                return true;
            }
            // Ages.
            if (after.equals("-")
                    && last + 2 < tree.size()
                    && tree.lower(last + 2).matches("year|years|month|week|day|hour|minute|yearold|old")) {
                return true;
            }
            if (before.equals("aged")
                    || before.equals("age")
                    || after.matches("years?-old")
                    || text.substring(numeral.coreEnd())
                            .matches(
                                    "(?s)^[-\u2010\u2011–](?:years?|months?|weeks?|days?|hours?|minutes?|second|nd|rd|th)\\b.*")) {
                return true;
            }
            if (bare
                    && before.equals(",")
                    && first > 1
                    && tree.isClass(first - 2, "PROPN")
                    && (after.equals(",") || after.equals(".") || after.isEmpty() || after.equals(";"))
                    && small(numeral, 120)) {
                return true;
            }
            if (bare && before.equals("(") && after.equals(")")) {
                return true;
            }
            // Years and dates, whether or not somebody dated them.
            if (bare
                    && numeral.begin() == numeral.core()
                    && YEAR.matcher(digits).matches()
                    && (!countedPlural(noun, last) || !digits.endsWith("00") && !deeds.isPersonWord(tree, noun))) {
                return true;
            }
            if (MONTHS.contains(before) && numeral.kind() == Kind.DIGITS && small(numeral, 32)
                    || MONTHS.contains(after) && small(numeral, 32) && !tree.isClass(last + 1, "VERB", "AUX")) {
                return true;
            }
            if (noun >= 0 && TIME_UNITS.contains(tree.lemma(noun))
                    || TIME_UNITS.contains(stripPlural(after)) && unit.isEmpty()
                    || after.equals("-")
                            && last + 2 < tree.size()
                            && TIME_UNITS.contains(stripPlural(tree.lower(last + 2)))) {
                return true;
            }
            if (bare
                    && (after.matches("a\\.?m\\.?|p\\.?m\\.?|gmt|utc|est|edt|pst|hrs|hours|o'clock")
                            || before.matches("at")
                                    && after.matches("[.,;)]?")
                                    && small(numeral, 25)
                                    && noun < 0
                                    && digits.matches("\\d{1,2}(\\.\\d\\d)?"))) {
                return true;
            }
            // Ordinals, numbered things, addresses, list numbers, telephone numbers.
            if (after.matches("st|nd|rd|th")
                    || bare
                            && NAMED_BY_NUMBER.contains(before)
                            && numeral.begin() == numeral.core()
                            && !deeds.countsItself(tree, Math.max(0, noun))) {
                return true;
            }
            if (bare && first == 0 && (after.equals(".") || after.equals(")")) && tree.size() > 2) {
                return true;
            }
            for (int i = last + 1; i <= Math.min(tree.size() - 1, last + 4) && bare; i++) {
                if (STREETS.contains(tree.lower(i))
                        && Character.isUpperCase(tree.form(i).charAt(0))
                        && tree.isClass(i - 1, "PROPN")) {
                    return true;
                }
                if (!tree.isClass(i, "PROPN", "NOUN", "ADJ")) {
                    break;
                }
            }
            if (bare && before.matches("\\+|tel\\.?") || bare && digits.matches("0\\d+|\\d{7,}")) {
                return true;
            }
            // "Section 12", "Formula One", "Group of Seven": a name that holds a number.
            if (tree.reading(word).name().length() > 1
                    && tree.isClass(word, "PROPN", "NUM", "NOUN")
                    && !tree.reading(word).name().endsWith("MISC")
                    && numeral.begin() == numeral.core()
                    && (noun < 0
                            || tree.reading(noun).name().length() > 1
                                    && !tree.reading(word).name().startsWith("B"))) {
                return true;
            }
            // A score: "won 3-1", "2 to 1".
            if (bare && text.substring(numeral.coreEnd()).matches("(?s)^\\s?[-–]\\s?\\d.*")
                    || bare
                            && after.equals("to")
                            && last + 2 < tree.size()
                            && tree.isClass(last + 2, "NUM")
                            && tree.lower(last + 2).matches("\\d+|one|two|three")
                            && small(numeral, 30)
                            && noun < 0
                            && !before.equals("from")) {
                return true;
            }
            if (one) {
                return notCounting(first, last, word, noun);
            }
            // "the four said", "first of the two", "both sides" count nothing new, but "the two men were killed" does:
            // kept.
            return numeral.kind() == Kind.VAGUE
                    && text.substring(numeral.core(), numeral.coreEnd())
                            .toLowerCase(Locale.ROOT)
                            .equals("both")
                    && deeds.of(tree, noun >= 0 && tree.head(noun) != word ? noun : word, noun >= 0 ? noun : word, true)
                            .isEmpty();
        }

        private static boolean bareNumber(Numeral numeral) {
            return numeral.kind() != Kind.VAGUE
                    && numeral.kind() != Kind.NONE
                    && numeral.currency().isEmpty();
        }

        private boolean small(Numeral numeral, int below) {
            return numeral.max().isPresent() && numeral.max().get().compareTo(BigDecimal.valueOf(below)) < 0;
        }

        private String stripPlural(String word) {
            return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        }

        private boolean countedPlural(int noun, int last) {
            return noun >= 0
                            && noun > last
                            && tree.isClass(noun, "NOUN")
                            && !tree.lower(noun).equals(tree.lemma(noun))
                            && tree.lower(noun).endsWith("s")
                    || noun >= 0 && noun > last && tree.lower(noun).matches("people|men|women|children");
        }

        /** "no one", "one of the largest", "one day", "one another", "the one who". */
        private boolean notCounting(int first, int last, int word, int noun) {
            String before = first > 0 ? tree.lower(first - 1) : "";
            String after = last + 1 < tree.size() ? tree.lower(last + 1) : "";
            if (before.matches("no|any|every|some|each|the|this|that|which|another|not|number|day")
                    || after.matches("another|day|time|night|month|year|point|side|hand|way|thing|such|'s|’s")) {
                return true;
            }
            boolean partitive = after.equals("of");
            if (partitive && noun >= 0) {
                for (int each : tree.children(noun)) {
                    if (tree.isRelation(each, "amod")
                            && (tree.lower(each)
                                            .matches("most|least|best|worst|largest|biggest|last|first|main|few|only")
                                    || tree.lower(each).endsWith("est")
                                    || tree.children(each).stream()
                                            .anyMatch(c -> tree.lower(c).equals("most")))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean countsOne(Numeral numeral, int word, int noun) {
            return noun >= 0 && noun > word && tree.isRelation(word, "nummod") && numeral.kind() == Kind.DIGITS
                    || noun >= 0
                            && tree.isRelation(word, "nummod")
                            && tree.head(word) == noun
                            && deeds.isPersonWord(tree, noun);
        }

        // ---- what it counts

        private Deeds.Deed deed(
                Numeral numeral,
                int word,
                int noun,
                int carrier,
                int last,
                Optional<List<String>> unit,
                boolean magnitude) {
            int verb = predicate(carrier);
            if (magnitude) {
                return new Deeds.Deed("magnitude", quakeOf(word, verb));
            }
            if (unit.isPresent()) {
                String what = unit.get().get(1);
                if (what.equals("percent")) {
                    Optional<Deeds.Deed> done =
                            noun >= 0 && tree.preposition(noun).equals("of") ? Optional.empty() : Optional.empty();
                    return done.orElse(new Deeds.Deed(isVote(verb, last) ? "votes" : "percent", verb));
                }
                return new Deeds.Deed(what, verb);
            }
            int target = noun >= 0 ? noun : word;
            if (isBallot(numeral, noun)) {
                return new Deeds.Deed("votes", verb);
            }
            Optional<Deeds.Deed> deed = doneTo(numeral);
            if (deed.isEmpty()) {
                deed = deeds.of(tree, carrier, target, true);
            }
            if (deed.isEmpty()
                    && noun >= 0
                    && carrier != word
                    && tree.isRelation(word, "nummod")
                    && tree.isClass(word, "NOUN")) {
                deed = deeds.of(tree, word, target, false);
            }
            if (deed.isEmpty()) {
                deed = beside(numeral, noun >= 0 ? Math.max(noun, last) : last);
            }
            if (deed.isEmpty()
                    && (noun < 0 && numeral.kind() != Kind.NONE
                            || noun >= 0
                                    && (deeds.isPersonWord(tree, noun)
                                            || tree.lower(noun).matches("people|police|demonstrators")
                                            || isPeopleLike(noun)))) {
                deed = deeds.crowd(tree, carrier, target).filter(each -> !numeral.isOne());
                for (int part = tree.wordAt(offset + numeral.core()); part <= last && deed.isEmpty(); part++) {
                    // "tens of thousands who marched": the clause may hang on any word of the number.
                    deed = deeds.crowd(tree, part, part).filter(each -> !numeral.isOne());
                }
            }
            return deed.orElse(new Deeds.Deed("other", verb));
        }

        /** "killing 12", "wounded four sailors": the word directly before, which a wrong arc may tie to something else. */
        private Optional<Deeds.Deed> doneTo(Numeral numeral) {
            int before = tree.wordAt(offset + numeral.begin()) - 1;
            if (before < 0
                    || !tree.isClass(before, "VERB", "ADJ")
                    || numeral.kind() == Kind.NONE
                    || Deeds.isPassive(tree, before)) {
                return Optional.empty();
            }
            Optional<String> done = deeds.objectWhat(tree.lemma(before));
            done = done.isPresent()
                    ? done
                    : tree.isRelation(before, "amod", "conj") ? deeds.stateWhat(tree.lower(before)) : Optional.empty();
            return done.map(what -> new Deeds.Deed(what, before));
        }

        /** Names of peoples and members: "10,000 Latvians", "Hundreds of PMF". */
        private boolean isPeopleLike(int noun) {
            return tree.isClass(noun, "PROPN") && tree.lower(noun).endsWith("s");
        }

        /** Where arcs say nothing, the next words do: "12 people also injured", "killing 12", "80 hurt". */
        private Optional<Deeds.Deed> beside(Numeral numeral, int last) {
            int at = last + 1;
            int limit = Math.min(tree.size(), last + 7);
            boolean passive = false;
            while (at < limit
                    && tree.lower(at)
                            .matches(
                                    "was|were|have|has|had|been|being|be|are|is|reported|reportedly|confirmed|also|feared|left|others|more|other|of|them|people|persons|men|women|children|presumed|believed|seriously|badly|critically|lightly|slightly|still|now|either|or|severely")) {
                passive |= tree.lower(at).matches("was|were|been|being|are|is|be");
                at++;
            }
            if (at < limit && numeral.kind() != Kind.NONE) {
                Optional<String> state = deeds.stateWhat(tree.lower(at));
                boolean active = at + 1 < tree.size()
                        && tree.isClass(at + 1, "NUM", "DET", "PRON", "PROPN")
                        && !passive
                        && !tree.isClass(at, "ADJ");
                if (state.isPresent() && !active) {
                    return Optional.of(new Deeds.Deed(state.get(), at));
                }
                Optional<String> done = deeds.objectWhat(tree.lemma(at));
                if (done.isPresent() && passive && tree.lower(at).endsWith("ed")) {
                    return Optional.of(new Deeds.Deed(done.get(), at));
                }
            }
            return Optional.empty();
        }

        private int quakeOf(int word, int verb) {
            int up = word;
            for (int steps = 0; up >= 0 && steps < 6; steps++) {
                if (QUAKE.contains(tree.lemma(up))) {
                    return up;
                }
                up = tree.head(up);
            }
            if (verb >= 0) {
                int subject = tree.child(verb, "nsubj");
                if (subject >= 0 && QUAKE.contains(tree.lemma(subject))) {
                    return subject;
                }
            }
            for (int i = 0; i < tree.size(); i++) {
                if (QUAKE.contains(tree.lemma(i))) {
                    return i;
                }
            }
            return verb;
        }

        /** In a sentence that gives a result in votes ("passed 61-38"), its two sides and those who joined a side. */
        private boolean isBallot(Numeral numeral, int noun) {
            if (!text.toLowerCase(Locale.ROOT).matches("(?s).*\\b(vot(e|es|ed|ing)|ballots?)\\b.*")) {
                return false;
            }
            Matcher result = RESULT.matcher(text);
            while (result.find()) {
                if (numeral.core() >= result.start() && numeral.coreEnd() <= result.end()) {
                    return true;
                }
                boolean near = numeral.core() >= result.end() || numeral.coreEnd() <= result.start();
                if (near && noun >= 0 && SIDES.contains(tree.lemma(noun))) {
                    return true;
                }
                if (near
                        && noun >= 0
                        && tree.isClass(noun, "PROPN")
                        && tree.lower(noun).endsWith("s")) {
                    for (int i = noun + 1; i < Math.min(tree.size(), noun + SIDING_WORDS_MAX); i++) {
                        if (tree.isClass(i, "VERB") && SIDING.contains(tree.lemma(i))) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private boolean isVote(int verb, int last) {
            for (int i = last + 1; i < Math.min(tree.size(), last + 9); i++) {
                if (Set.of("vote", "ballot").contains(tree.lemma(i)) && tree.isClass(i, "NOUN")) {
                    return !text.toLowerCase(Locale.ROOT).contains("turnout");
                }
                if (tree.isClass(i, "PUNCT") && !tree.form(i).equals("(")) {
                    break;
                }
            }
            boolean election = false;
            for (int i = 0; i < tree.size(); i++) {
                election |= ELECTION.contains(tree.lemma(i)) && tree.isClass(i, "NOUN");
            }
            return election
                    && verb >= 0
                    && WINNING.contains(tree.lemma(verb))
                    && !text.toLowerCase(Locale.ROOT).matches("(?s).*\\b(turnout|turned out)\\b.*");
        }

        /** The verb, or the predicate noun or adjective with a copula, that the number belongs to; a governing noun when there is no verb. */
        private int predicate(int carrier) {
            int up = carrier;
            int noun = -1;
            for (int steps = 0; up >= 0 && steps <= tree.size(); steps++) {
                if (tree.isClass(up, "VERB") && up != carrier || tree.child(up, "cop") >= 0) {
                    return up;
                }
                if (up != carrier && noun < 0 && tree.isClass(up, "NOUN")) {
                    noun = up;
                }
                up = tree.head(up);
            }
            return noun;
        }

        // ---- how it is worded

        /** The noun with what stands directly before it, without number and article: "US service members". */
        private String chunk(int noun, int last) {
            int first = noun;
            while (first - 1 > last
                    && tree.head(first - 1) >= first
                    && tree.head(first - 1) <= noun
                    && tree.isRelation(first - 1, "compound", "amod", "flat", "punct", "nmod")
                    && !tree.isClass(first - 1, "NUM", "ADP", "DET", "PRON")
                    && !tree.lower(first - 1).matches("other|more|another|further|additional|['\"“”(),]")) {
                first--;
            }
            int end = noun;
            while (end + 1 < tree.size() && tree.head(end + 1) == noun && tree.isRelation(end + 1, "flat")) {
                end++;
            }
            return tree.words(first, end);
        }

        private Optional<String> subset(
                Deeds.Deed deed, int carrier, int noun, boolean partitive, Optional<String> of) {
            if (deed.part()) {
                if (deed.what().equals("present")) {
                    int verb = deed.predicate();
                    int object = tree.child(verb, "obj", "obl");
                    return Optional.of("who " + tree.words(verb, object > verb && object - verb <= 6 ? object : verb));
                }
                return of.isPresent() ? of : Optional.of("included");
            }
            // "two of the dead", "three of the 40 passengers" limit a number already given; "25 of its fighters" does
            // not.
            if (partitive) {
                boolean definite = tree.children(noun).stream()
                        .anyMatch(
                                c -> tree.isRelation(c, "det") && tree.lower(c).matches("the|those|these"));
                boolean whole = deeds.countsItself(tree, noun)
                        || tree.child(noun, "nummod") >= 0
                        || tree.lower(noun).matches("victims|casualties|passengers|survivors");
                if (definite && whole) {
                    return Optional.of("of the " + chunk(noun, -1));
                }
            }
            int word = partitive || noun < 0 ? carrier : noun;
            for (int each : tree.children(word)) {
                if (tree.isRelation(each, "nmod")
                        && tree.preposition(each).equals("of")
                        && tree.lower(each).matches("them|whom|those|these")) {
                    return Optional.of("of " + tree.lower(each));
                }
            }
            int after = Math.max(noun, carrier);
            if (after + 2 < tree.size()
                    && tree.lower(after + 1).equals("of")
                    && tree.lower(after + 2).matches("them|whom|those|these")
                    && noun < 0) {
                int extra = after + 3 < tree.size() && tree.isClass(after + 3, "NOUN") ? after + 3 : after + 2;
                return Optional.of(tree.words(after + 1, extra));
            }
            return Optional.empty();
        }

        // ---- people without a number

        /** "his wife and two children" were killed: three. The parts stay, limited to what they name. */
        private void sum(int head) {
            if (!tree.isClass(head, "NOUN", "PROPN") || tree.isRelation(head, "conj", "compound", "flat")) {
                return;
            }
            List<Integer> parts = new ArrayList<>(List.of(head));
            for (int each : tree.children(head)) {
                if (tree.isRelation(each, "conj") && tree.isClass(each, "NOUN", "PROPN", "NUM")) {
                    parts.add(each);
                }
            }
            if (parts.size() < 2) {
                return;
            }
            Optional<Deeds.Deed> deed = deeds.of(tree, head, head, false)
                    .filter(each ->
                            Set.of("killed", "wounded", "arrested").contains(each.what()) && told(each.predicate()));
            if (deed.isEmpty() || deed.get().part()) {
                return;
            }
            double min = 0;
            double max = 0;
            boolean open = false;
            int begin = Integer.MAX_VALUE;
            int end = 0;
            Set<Integer> kept = new LinkedHashSet<>();
            for (int part : parts) {
                Integer index = counted.get(part);
                if (index != null) {
                    Quantity quantity = found.get(index);
                    if (quantity.min().isEmpty()
                            || !quantity.what().equals(deed.get().what())
                            || !deeds.isPerson(tree, part)) {
                        return;
                    }
                    min += quantity.min().getAsDouble();
                    open |= quantity.max().isEmpty();
                    max += quantity.max().orElse(0);
                    begin = Math.min(begin, quantity.span().begin());
                    end = Math.max(end, quantity.span().end());
                    kept.add(index);
                } else if (isSinglePerson(part)) {
                    min++;
                    max++;
                    begin = Math.min(begin, tree.span(nounBegin(part)).begin());
                    end = Math.max(end, tree.span(part).end());
                } else {
                    return;
                }
            }
            for (int index : kept) {
                Quantity part = found.get(index);
                found.set(
                        index,
                        new Quantity(
                                part.span(),
                                part.sentence(),
                                part.word(),
                                part.what(),
                                part.of(),
                                part.subset().or(part::of),
                                part.said(),
                                part.min(),
                                part.max(),
                                part.unit(),
                                part.predicate()));
            }
            for (int part : parts) {
                counted.putIfAbsent(part, -1);
            }
            Span span = new Span(begin, end);
            found.add(new Quantity(
                    span,
                    tree.sentence().index(),
                    head,
                    deed.get().what(),
                    Optional.of("people"),
                    Optional.empty(),
                    said(span),
                    OptionalDouble.of(min),
                    open ? OptionalDouble.empty() : OptionalDouble.of(max),
                    Optional.empty(),
                    deed.get().predicate()));
        }

        /** "a contractor was killed": one. */
        private void single(int word) {
            if (counted.containsKey(word)
                    || !tree.isClass(word, "NOUN", "PROPN")
                    || !isSinglePerson(word)
                    || tree.isRelation(word, "compound", "flat", "appos", "amod")) {
                return;
            }
            Optional<Deeds.Deed> deed = deeds.of(tree, word, word, false)
                    .filter(each ->
                            Set.of("killed", "wounded", "arrested").contains(each.what()) && told(each.predicate()));
            if (deed.isEmpty()) {
                return;
            }
            int first = nounBegin(word);
            int last = word;
            while (last + 1 < tree.size() && tree.head(last + 1) == word && tree.isRelation(last + 1, "flat")) {
                last++;
            }
            Span span = tree.span(first, last);
            found.add(new Quantity(
                    span,
                    tree.sentence().index(),
                    word,
                    deed.get().what(),
                    Optional.of(chunk(word, -1)),
                    deed.get().part() ? Optional.of(chunk(word, -1)) : Optional.empty(),
                    said(span),
                    OptionalDouble.of(1),
                    OptionalDouble.of(1),
                    Optional.empty(),
                    deed.get().predicate()));
        }

        private int nounBegin(int noun) {
            int first = noun;
            for (int each : tree.children(noun)) {
                if (each < noun
                        && tree.isRelation(each, "det", "amod", "compound", "nmod", "nummod", "flat", "punct")
                        && noun - each <= 6) {
                    first = Math.min(first, each);
                }
            }
            return first;
        }

        private boolean isSinglePerson(int noun) {
            String name = tree.reading(noun).name();
            if (tree.isClass(noun, "PROPN")) {
                return name.endsWith("PER")
                        && tree.child(noun, "case") < 0
                                | !tree.preposition(noun).matches("'s|’s");
            }
            String lower = tree.lower(noun);
            boolean plural = !lower.equals(tree.lemma(noun)) || lower.matches("people|police|troops|crowd|staff");
            if (plural || !deeds.isPersonWord(tree, noun) || tree.child(noun, "nummod") >= 0) {
                return false;
            }
            for (int each : tree.children(noun)) {
                if (tree.isRelation(each, "det") && tree.lower(each).matches("an?|the|this|that|another")) {
                    return true;
                }
                if (tree.isRelation(each, "nmod")
                        && each < noun
                        && (tree.isClass(each, "PRON") || tree.preposition(each).matches("'s|’s|'|’"))) {
                    return true;
                }
            }
            return tree.isRelation(noun, "conj");
        }

        /** Not denied, not merely possible or wished for. */
        private boolean told(int predicate) {
            for (int each : tree.children(predicate)) {
                String lower = tree.lower(each);
                if (tree.isRelation(each, "advmod", "det") && lower.matches("not|n't|n’t|never|no")
                        || tree.isRelation(each, "aux")
                                && lower.matches("could|would|may|might|should|will|can|must|to|wo|ca")
                        || tree.isRelation(each, "mark") && lower.matches("if|to|unless|whether")) {
                    return lower.equals("to")
                            && tree.head(predicate) >= 0
                            && tree.lemma(tree.head(predicate))
                                    .matches("believe|report|say|know|fear|claim|confirm|happen|continue")
                            && tree.isRelation(predicate, "xcomp");
                }
            }
            double factuality = tree.reading(predicate).factuality();
            return factuality == 0 || factuality > -0.5;
        }
    }
}
