package dateline.analysis.quantity;

import dateline.analysis.Lexicon;
import dateline.analysis.quantity.Numeral.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers out of the characters of a sentence: digits, words, hedges, ranges. Knows nothing of grammar. */
final class NumberReader {
    private static final Pattern ATOM = Pattern.compile(
            "(?<sign>(?:US|HK|NZ|A|C|U\\.S\\.)?\\$|[€£¥₹])|(?<digits>\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?<=[\\s$€£])\\.\\d+)|(?<word>\\p{L}+(?:['’]\\p{L}+)?)|(?<dash>[-\u2010\u2011\u2013\u2014])|(?<other>\\S)");
    private static final Set<String> BOUND = Set.of("above", "from", "to", "below", "near", "around", "plain");

    private record Atom(int begin, int end, String text, String kind) {}

    /** A bare value; {@code open} when nothing is said about the most it can be, and not even about the least for "many". */
    private record Value(
            int next,
            Optional<BigDecimal> min,
            Optional<BigDecimal> max,
            Optional<String> currency,
            Kind kind,
            boolean scaled) {
        static Value exactly(int next, BigDecimal number, Kind kind, boolean scaled) {
            return new Value(next, Optional.of(number), Optional.of(number), Optional.empty(), kind, scaled);
        }

        Value in(String currency) {
            return new Value(next, min, max, Optional.of(currency), kind, scaled);
        }

        boolean open() {
            return max.isEmpty();
        }
    }

    private record Hedge(int next, String bound) {}

    private record Bounds(Optional<BigDecimal> min, Optional<BigDecimal> max) {}

    private final Map<String, BigDecimal> units = new LinkedHashMap<>();
    private final Map<String, BigDecimal> tens = new LinkedHashMap<>();
    private final Map<String, BigDecimal> scales = new LinkedHashMap<>();
    private final Map<String, BigDecimal> letters = new LinkedHashMap<>();
    private final Map<List<String>, Bounds> vague = new LinkedHashMap<>();
    private final Set<String> none = new java.util.LinkedHashSet<>();
    private final Map<List<String>, String> before = new LinkedHashMap<>();
    private final Map<List<String>, String> after = new LinkedHashMap<>();
    private final Set<String> money = new java.util.LinkedHashSet<>();
    private int longest = 1;

    NumberReader(Lexicon lexicon) {
        for (List<String> row : lexicon.rows("quantity/numbers.txt")) {
            String word = row.get(1);
            switch (row.get(0)) {
                case "unit" -> units.put(word, new BigDecimal(row.get(2)));
                case "ten" -> tens.put(word, new BigDecimal(row.get(2)));
                case "scale" -> scales.put(word, new BigDecimal(row.get(2)));
                case "letter" -> letters.put(word, new BigDecimal(row.get(2)));
                case "vague" -> vague.put(words(word), new Bounds(bound(row.get(2)), bound(row.get(3))));
                case "none" -> none.add(word);
                default -> throw new IllegalArgumentException("quantity/numbers.txt: no kind '" + row.get(0) + "'");
            }
        }
        for (List<String> row : lexicon.rows("quantity/hedges.txt")) {
            if (!BOUND.contains(row.get(2))) {
                throw new IllegalArgumentException("quantity/hedges.txt: no bound '" + row.get(2) + "'");
            }
            (row.get(0).equals("before") ? before : after).put(words(row.get(1)), row.get(2));
        }
        for (List<String> row : lexicon.rows("quantity/units.txt")) {
            if (row.get(1).equals("money") && row.get(0).matches("[a-z]{3}")) {
                money.add(row.get(0).toUpperCase(Locale.ROOT));
            }
        }
        for (List<String> each : vague.keySet()) {
            longest = Math.max(longest, each.size());
        }
        for (List<String> each : before.keySet()) {
            longest = Math.max(longest, each.size());
        }
    }

    private static Optional<BigDecimal> bound(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        for (String each : phrase.split("[\\s]+|(?=-)|(?<=-)")) {
            words.add(each);
        }
        return List.copyOf(words);
    }

    /** All numbers of a sentence, in order, not overlapping. */
    List<Numeral> read(String text) {
        List<Atom> atoms = atoms(text);
        List<Numeral> found = new ArrayList<>();
        int at = 0;
        while (at < atoms.size()) {
            Optional<Numeral> numeral = at(atoms, at);
            numeral.ifPresent(found::add);
            int end = numeral.map(Numeral::end).orElse(atoms.get(at).end());
            while (at < atoms.size() && atoms.get(at).begin() < end) {
                at++;
            }
        }
        return List.copyOf(found);
    }

    private static List<Atom> atoms(String text) {
        List<Atom> atoms = new ArrayList<>();
        Matcher matcher = ATOM.matcher(text);
        while (matcher.find()) {
            String kind = matcher.group("sign") != null
                    ? "sign"
                    : matcher.group("digits") != null
                            ? "digits"
                            : matcher.group("word") != null ? "word" : matcher.group("dash") != null ? "dash" : "other";
            atoms.add(new Atom(matcher.start(), matcher.end(), matcher.group().toLowerCase(Locale.ROOT), kind));
        }
        return atoms;
    }

    private Optional<Numeral> at(List<Atom> atoms, int at) {
        Optional<Hedge> first = phrase(before, atoms, at);
        if (first.isPresent()) {
            // Two hedges may follow each other: "at least about 40", "some other 70".
            Optional<Hedge> second = phrase(before, atoms, first.get().next());
            for (int count = second.isPresent() ? 2 : 1; count > 0; count--) {
                Hedge last = count == 2 ? second.get() : first.get();
                String bound = count == 2 && !first.get().bound().equals("plain")
                        ? first.get().bound()
                        : last.bound();
                Optional<Value> value = range(atoms, last.next()).filter(each -> each.kind() != Kind.NONE);
                if (value.isPresent()) {
                    return Optional.of(numeral(atoms, at, last.next(), value.get(), bound));
                }
            }
        }
        return range(atoms, at).map(value -> numeral(atoms, at, at, value, ""));
    }

    private Numeral numeral(List<Atom> atoms, int from, int core, Value value, String before) {
        Optional<Hedge> trailing = trailing(atoms, value.next());
        int next = trailing.map(Hedge::next).orElse(value.next());
        String bound = before.isEmpty() || before.equals("plain")
                ? trailing.map(Hedge::bound).orElse(before)
                : before;
        Bounds bounds = bounds(value, bound);
        return new Numeral(
                atoms.get(from).begin(),
                atoms.get(next - 1).end(),
                atoms.get(core).begin(),
                atoms.get(value.next() - 1).end(),
                bounds.min(),
                bounds.max(),
                value.currency(),
                value.kind());
    }

    /** What is left of a value's bounds under a hedge. Open values ("dozens") stay as they are: "nearly hundreds" is 200 and more. */
    private static Bounds bounds(Value value, String hedge) {
        Bounds same = new Bounds(value.min(), value.max());
        if (value.min().isEmpty() || value.max().isEmpty()) {
            return same;
        }
        BigDecimal min = value.min().get();
        BigDecimal max = value.max().get();
        boolean single = min.compareTo(max) == 0;
        boolean whole = min.stripTrailingZeros().scale() <= 0;
        return switch (hedge) {
            case "above" -> new Bounds(Optional.of(whole ? min.add(BigDecimal.ONE) : min), Optional.empty());
            case "from" -> new Bounds(value.min(), Optional.empty());
            case "to" -> new Bounds(Optional.empty(), value.max());
            case "below" ->
                new Bounds(
                        Optional.empty(),
                        Optional.of(whole && max.compareTo(BigDecimal.TEN) >= 0 ? max.subtract(BigDecimal.ONE) : max));
            case "near" ->
                single
                        ? new Bounds(
                                Optional.of(min.multiply(BigDecimal.valueOf(7)).divide(BigDecimal.valueOf(8))),
                                value.max())
                        : same;
            case "around" ->
                single
                        ? new Bounds(
                                Optional.of(min.subtract(min.divide(BigDecimal.TEN))),
                                Optional.of(min.add(min.divide(BigDecimal.TEN))))
                        : same;
            default -> same;
        };
    }

    private Optional<Hedge> trailing(List<Atom> atoms, int at) {
        if (at < atoms.size() && atoms.get(at).text().equals("+")) {
            return Optional.of(new Hedge(at + 1, "from"));
        }
        boolean dashed = at + 1 < atoms.size()
                && atoms.get(at).kind().equals("dash")
                && atoms.get(at + 1).text().equals("odd");
        return dashed ? Optional.of(new Hedge(at + 2, "around")) : phrase(after, atoms, at);
    }

    private static Optional<Hedge> phrase(Map<List<String>, String> phrases, List<Atom> atoms, int at) {
        Optional<Hedge> best = Optional.empty();
        for (Map.Entry<List<String>, String> each : phrases.entrySet()) {
            int next = match(each.getKey(), atoms, at);
            if (next > best.map(Hedge::next).orElse(0)) {
                best = Optional.of(new Hedge(next, each.getValue()));
            }
        }
        return best;
    }

    private static int match(List<String> words, List<Atom> atoms, int at) {
        if (at + words.size() > atoms.size()) {
            return -1;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!atoms.get(at + i).text().equals(words.get(i).replace('’', '\''))) {
                return -1;
            }
        }
        return at + words.size();
    }

    /** "between 4 and 6", "4 to 6", "4-6", "two or three", else one value. */
    private Optional<Value> range(List<Atom> atoms, int at) {
        if (at >= atoms.size()) {
            return Optional.empty();
        }
        boolean between = atoms.get(at).text().equals("between");
        Optional<Value> first = value(atoms, between ? at + 1 : at);
        if (first.isEmpty()
                || first.get().open()
                || first.get().kind() == Kind.NONE
                || first.get().next() + 1 >= atoms.size()) {
            return between ? Optional.empty() : first;
        }
        Optional<Value> both = joined(atoms, at, between, first.get());
        return both.isPresent() || between ? both : first;
    }

    private Optional<Value> joined(List<Atom> atoms, int at, boolean between, Value first) {
        int link = first.next();
        Atom joint = atoms.get(link);
        boolean dash = joint.kind().equals("dash");
        boolean to = joint.text().equals("to") || joint.text().equals("or");
        boolean and = between && joint.text().equals("and");
        // "rose from 3 to 10" tells of two numbers, not of a range.
        boolean afterFrom = at > 0
                && atoms.get(at - 1).text().equals("from")
                && !(at > 1 && atoms.get(at - 2).text().matches("rang(?:ing|ed|es|e)|anywhere"));
        if (!dash && !to && !and || to && afterFrom) {
            return Optional.empty();
        }
        Optional<Value> second = value(atoms, link + 1);
        if (second.isEmpty()
                || second.get().open()
                || second.get().kind() == Kind.NONE
                || dash && first.kind() != second.get().kind()) {
            return Optional.empty();
        }
        BigDecimal min = first.min().orElse(BigDecimal.ZERO);
        BigDecimal max = second.get().max().orElse(BigDecimal.ZERO);
        if (second.get().scaled() && !first.scaled() && min.compareTo(BigDecimal.valueOf(1000)) < 0) {
            // "4 to 6 million": the scale is that of both.
            min = min.multiply(max.divide(bare(second.get(), atoms, link + 1), 6, RoundingMode.HALF_UP))
                    .stripTrailingZeros();
        }
        if (min.compareTo(max) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new Value(
                second.get().next(),
                Optional.of(min),
                Optional.of(max),
                first.currency().or(second.get()::currency),
                first.kind(),
                second.get().scaled()));
    }

    /** A scaled number without its scale: 6 of "6 million", "six million". */
    private BigDecimal bare(Value value, List<Atom> atoms, int at) {
        for (int i = at; i < value.next(); i++) {
            Atom atom = atoms.get(i);
            if (atom.kind().equals("digits")) {
                return new BigDecimal(atom.text().replace(",", ""));
            }
            BigDecimal spelt = units.getOrDefault(atom.text(), tens.getOrDefault(atom.text(), BigDecimal.ZERO));
            if (spelt.signum() > 0) {
                return spelt;
            }
        }
        return BigDecimal.ONE;
    }

    private Optional<Value> value(List<Atom> atoms, int at) {
        if (at >= atoms.size()) {
            return Optional.empty();
        }
        Atom atom = atoms.get(at);
        boolean word = atom.kind().equals("word");
        boolean code = word
                && money.contains(atom.text().toUpperCase(Locale.ROOT))
                && at + 1 < atoms.size()
                && atoms.get(at + 1).kind().equals("digits");
        if (atom.kind().equals("sign") || code) {
            return bareValue(atoms, at + 1)
                    .filter(amount -> amount.kind() == Kind.DIGITS || amount.kind() == Kind.WORDS)
                    .map(amount -> amount.in(atom.text()));
        }
        if (word
                && atom.text().matches("us|nz|hk|a|c|au|aus")
                && at + 2 < atoms.size()
                && atoms.get(at + 1).text().equals("$")) {
            String sign = (atom.text().startsWith("au") ? "a" : atom.text()) + "$";
            return value(atoms, at + 1).map(amount -> amount.in(sign));
        }
        return bareValue(atoms, at);
    }

    private Optional<Value> bareValue(List<Atom> atoms, int at) {
        if (at >= atoms.size()) {
            return Optional.empty();
        }
        Optional<Value> loose = vagueValue(atoms, at);
        if (loose.isPresent()) {
            return loose;
        }
        Atom atom = atoms.get(at);
        if (atom.kind().equals("digits")) {
            return Optional.of(digits(atoms, at));
        }
        if (!atom.kind().equals("word")) {
            return Optional.empty();
        }
        Optional<Value> spelt = spelt(atoms, at);
        if (spelt.isEmpty() && none.contains(atom.text())) {
            boolean noOne = atom.text().equals("no")
                    && at + 1 < atoms.size()
                    && atoms.get(at + 1).text().equals("one");
            return Optional.of(Value.exactly(noOne ? at + 2 : at + 1, BigDecimal.ZERO, Kind.NONE, false));
        }
        return spelt;
    }

    private Optional<Value> vagueValue(List<Atom> atoms, int at) {
        int best = -1;
        Bounds bounds = new Bounds(Optional.empty(), Optional.empty());
        for (Map.Entry<List<String>, Bounds> each : vague.entrySet()) {
            int next = match(each.getKey(), atoms, at);
            if (next > best) {
                best = next;
                bounds = each.getValue();
            }
        }
        return best < 0
                ? Optional.empty()
                : Optional.of(new Value(best, bounds.min(), bounds.max(), Optional.empty(), Kind.VAGUE, false));
    }

    private Value digits(List<Atom> atoms, int at) {
        Atom atom = atoms.get(at);
        BigDecimal number = new BigDecimal(atom.text().replace(",", ""));
        int next = at + 1;
        boolean scaled = false;
        if (isFraction(atoms, next) && atoms.get(next).begin() > atom.end()) {
            BigDecimal below = new BigDecimal(atoms.get(next + 2).text());
            number = number.add(new BigDecimal(atoms.get(next).text())
                    .divide(below, 4, RoundingMode.HALF_UP)
                    .stripTrailingZeros());
            next += 3;
        }
        if (next < atoms.size()) {
            Atom after = atoms.get(next);
            boolean joined = after.begin() == atom.end();
            boolean apart = !joined
                    && number.compareTo(BigDecimal.valueOf(1000)) < 0
                    && (Set.of("bn", "mn", "mln", "bln", "tn").contains(after.text())
                            || after.text().equals("m") && monetary(atoms, at, next));
            if (letters.containsKey(after.text()) && (joined || apart)) {
                number = number.multiply(letters.getOrDefault(after.text(), BigDecimal.ONE));
                next++;
                scaled = true;
            }
        }
        int word = next + 1 < atoms.size() && atoms.get(next).kind().equals("dash") ? next + 1 : next;
        while (word < atoms.size() && scales.containsKey(atoms.get(word).text())) {
            number = number.multiply(scales.getOrDefault(atoms.get(word).text(), BigDecimal.ONE));
            next = word + 1;
            word = next;
            scaled = true;
        }
        return Value.exactly(next, number, Kind.DIGITS, scaled);
    }

    private static boolean isFraction(List<Atom> atoms, int at) {
        return at + 2 < atoms.size()
                && atoms.get(at).text().matches("\\d{1,2}")
                && atoms.get(at + 1).text().equals("/")
                && atoms.get(at + 2).text().matches("[1-9]\\d?");
    }

    /** "1.2 m euros" is money, "1.2 m" of rope is not. */
    private static boolean monetary(List<Atom> atoms, int at, int letter) {
        boolean sign = at > 0 && atoms.get(at - 1).kind().equals("sign");
        return sign
                || letter + 1 < atoms.size()
                        && atoms.get(letter + 1).text().matches("euros?|dollars?|pounds|people|barrels|tonnes|[€£$]");
    }

    private Optional<Value> spelt(List<Atom> atoms, int at) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal current = BigDecimal.ZERO;
        boolean begun = false;
        boolean scaled = false;
        int next = at;
        int end = -1;
        if (atoms.get(at).text().matches("an?")
                && at + 1 < atoms.size()
                && scales.containsKey(atoms.get(at + 1).text())) {
            current = BigDecimal.ONE;
            begun = true;
            next++;
        }
        while (next < atoms.size()) {
            String word = atoms.get(next).text();
            String following = next + 1 < atoms.size() ? atoms.get(next + 1).text() : "";
            if (atoms.get(next).kind().equals("dash")) {
                if (end != next
                        || !(units.containsKey(following)
                                        && tens.containsKey(atoms.get(next - 1).text())
                                || scales.containsKey(following))) {
                    break;
                }
            } else if (word.equals("and")) {
                // "three hundred and fifty" goes on; "forty and two" does not.
                if (end != next
                        || !scaled
                        || !units.containsKey(following) && !tens.containsKey(following)
                        || !atoms.get(next - 1).text().matches("hundred|thousand")) {
                    break;
                }
            } else if (units.containsKey(word)) {
                BigDecimal unit = units.getOrDefault(word, BigDecimal.ZERO);
                BigDecimal lower = current.remainder(BigDecimal.valueOf(100));
                boolean fits = lower.signum() == 0
                        || unit.compareTo(BigDecimal.TEN) < 0
                                && lower.remainder(BigDecimal.TEN).signum() == 0
                                && lower.compareTo(BigDecimal.TEN) > 0;
                if (!fits || begun && lower.signum() == 0 && current.signum() == 0 && total.signum() == 0) {
                    break;
                }
                current = current.add(unit);
                begun = true;
                end = next + 1;
            } else if (tens.containsKey(word)) {
                if (current.remainder(BigDecimal.valueOf(100)).signum() != 0) {
                    break;
                }
                current = current.add(tens.getOrDefault(word, BigDecimal.ZERO));
                begun = true;
                end = next + 1;
            } else if (scales.containsKey(word) && begun && current.signum() > 0) {
                BigDecimal scale = scales.getOrDefault(word, BigDecimal.ONE);
                scaled = true;
                end = next + 1;
                if (scale.compareTo(BigDecimal.valueOf(1000)) < 0) {
                    current = current.multiply(scale);
                    if (word.equals("dozen")) {
                        break;
                    }
                } else {
                    total = total.add(current.multiply(scale));
                    current = BigDecimal.ZERO;
                }
            } else {
                break;
            }
            next++;
        }
        return end < 0 ? Optional.empty() : Optional.of(Value.exactly(end, total.add(current), Kind.WORDS, scaled));
    }
}
