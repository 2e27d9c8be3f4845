package dateline.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * An expectation as feedparser's test files write it: a Python expression over {@code feed} and {@code entries} of
 * comparisons, {@code and}, {@code or}, {@code not}, {@code in}, subscripts, strings, numbers, tuples, lists and dictionaries,
 * {@code len}, {@code ord}, {@code has_key} and {@code get}. What is not there has no value; a comparison with it does not hold.
 */
final class Expectation {
    /** Python's None. */
    static final Object NONE = new Object() {
        @Override
        public String toString() {
            return "None";
        }
    };

    /** What a subscript gives that names nothing. */
    private static final Object ABSENT = new Object() {
        @Override
        public String toString() {
            return "(absent)";
        }
    };

    private sealed interface Node {}

    private record Literal(Object value) implements Node {}

    private record Name(String name) implements Node {}

    private record Subscript(Node of, Node key) implements Node {}

    private record Call(Node of, String method, List<Node> arguments) implements Node {}

    private record Series(List<Node> items) implements Node {}

    private record Dictionary(List<Node> keys, List<Node> values) implements Node {}

    private record Comparison(List<Node> sides, List<String> operators) implements Node {}

    private record Not(Node of) implements Node {}

    private record Either(List<Node> of) implements Node {}

    private record Both(List<Node> of) implements Node {}

    /** The expression is in words this reader does not know. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private final Node node;
    private final String written;

    private Expectation(Node node, String written) {
        this.node = node;
        this.written = written;
    }

    /** The parts of an expression that must all hold. */
    static List<Expectation> parts(String expression) throws Unreadable {
        Parser parser = new Parser(expression);
        Node node = parser.either();
        parser.end();
        List<Expectation> parts = new ArrayList<>();
        for (Node each : flat(node)) {
            parts.add(new Expectation(each, expression));
        }
        return parts;
    }

    private static List<Node> flat(Node node) {
        if (node instanceof Both both) {
            return both.of().stream().flatMap(each -> flat(each).stream()).toList();
        }
        return List.of(node);
    }

    String written() {
        return written;
    }

    /** The names looked at, e.g. {@code entries/source/title}; numbers are left out. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        collect(node, paths);
        return paths;
    }

    private static void collect(Node node, List<String> paths) {
        switch (node) {
            case Literal literal -> {}
            case Name name -> paths.add(name.name());
            case Subscript subscript ->
                path(subscript).ifPresentOrElse(paths::add, () -> collect(subscript.of(), paths));
            case Call call -> {
                if (call.method().equals("has_key") || call.method().equals("get")) {
                    path(new Subscript(call.of(), call.arguments().getFirst())).ifPresent(paths::add);
                } else {
                    collect(call.of(), paths);
                }
            }
            case Series series -> series.items().forEach(each -> collect(each, paths));
            case Dictionary dictionary -> dictionary.values().forEach(each -> collect(each, paths));
            case Comparison comparison -> comparison.sides().forEach(each -> collect(each, paths));
            case Not not -> collect(not.of(), paths);
            case Either either -> either.of().forEach(each -> collect(each, paths));
            case Both both -> both.of().forEach(each -> collect(each, paths));
        }
    }

    private static Optional<String> path(Node node) {
        return switch (node) {
            case Name name -> Optional.of(name.name());
            case Subscript subscript ->
                path(subscript.of()).flatMap(outer -> switch (subscript.key()) {
                    case Literal literal ->
                        Optional.of(literal.value() instanceof Long ? outer : outer + "/" + literal.value());
                    default -> Optional.empty();
                });
            default -> Optional.empty();
        };
    }

    /**
     * @param values {@code feed} and {@code entries} as maps, lists, strings and numbers
     * @param same when two strings count as equal
     */
    boolean holds(Map<String, Object> values, BiPredicate<String, String> same) {
        return truth(value(node, values, same));
    }

    /** What the left side of the comparison was, for the record. */
    String said(Map<String, Object> values, BiPredicate<String, String> same) {
        return String.valueOf(
                node instanceof Comparison comparison
                        ? value(comparison.sides().getFirst(), values, same)
                        : value(node, values, same));
    }

    private static boolean truth(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Long number -> number != 0;
            case String text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> false;
        };
    }

    private static Object value(Node node, Map<String, Object> values, BiPredicate<String, String> same) {
        return switch (node) {
            case Literal literal -> literal.value();
            case Name name -> found(Optional.ofNullable(values.get(name.name())));
            case Subscript subscript ->
                subscript(value(subscript.of(), values, same), value(subscript.key(), values, same));
            case Call call -> call(call, values, same);
            case Series series ->
                series.items().stream().map(each -> value(each, values, same)).toList();
            case Dictionary dictionary -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                for (int i = 0; i < dictionary.keys().size(); i++) {
                    map.put(
                            value(dictionary.keys().get(i), values, same),
                            value(dictionary.values().get(i), values, same));
                }
                yield map;
            }
            case Comparison comparison -> compare(comparison, values, same);
            case Not not -> !truth(value(not.of(), values, same));
            case Either either -> either.of().stream().anyMatch(each -> truth(value(each, values, same)));
            case Both both -> both.of().stream().allMatch(each -> truth(value(each, values, same)));
        };
    }

    private static Object found(Optional<?> value) {
        return value.isEmpty() ? ABSENT : value.get();
    }

    private static Object subscript(Object of, Object key) {
        if (of instanceof Map<?, ?> map) {
            return found(Optional.ofNullable(map.get(key)));
        }
        if (of instanceof List<?> list && key instanceof Long index) {
            long at = index < 0 ? list.size() + index : index;
            return at >= 0 && at < list.size() ? list.get((int) at) : ABSENT;
        }
        return ABSENT;
    }

    private static Object call(Call call, Map<String, Object> values, BiPredicate<String, String> same) {
        Object of = value(call.of(), values, same);
        List<Object> arguments =
                call.arguments().stream().map(each -> value(each, values, same)).toList();
        return switch (call.method()) {
            case "len" ->
                switch (of) {
                    case List<?> list -> (long) list.size();
                    case Map<?, ?> map -> (long) map.size();
                    case String text -> (long) text.codePointCount(0, text.length());
                    default -> ABSENT;
                };
            case "ord" -> of instanceof String text && !text.isEmpty() ? (Object) (long) text.codePointAt(0) : ABSENT;
            case "has_key" -> of instanceof Map<?, ?> map && map.containsKey(arguments.getFirst());
            case "get" -> {
                Object got = subscript(of, arguments.getFirst());
                yield got == ABSENT ? (arguments.size() > 1 ? arguments.get(1) : NONE) : got;
            }
            case "startswith" -> of instanceof String text && text.startsWith(String.valueOf(arguments.getFirst()));
            case "endswith" -> of instanceof String text && text.endsWith(String.valueOf(arguments.getFirst()));
            case "strip" -> of instanceof String text ? text.strip() : ABSENT;
            default -> ABSENT;
        };
    }

    private static boolean compare(
            Comparison comparison, Map<String, Object> values, BiPredicate<String, String> same) {
        for (int i = 0; i < comparison.operators().size(); i++) {
            Object left = value(comparison.sides().get(i), values, same);
            Object right = value(comparison.sides().get(i + 1), values, same);
            boolean holds = switch (comparison.operators().get(i)) {
                case "==" -> equal(left, right, same);
                case "!=" -> left != ABSENT && right != ABSENT && !equal(left, right, same);
                case "in" -> contains(right, left);
                case "not in" -> right != ABSENT && !contains(right, left);
                case "is" -> left == right || equal(left, right, same);
                case "is not" -> left != right && !equal(left, right, same);
                case "<" -> left instanceof Long one && right instanceof Long other && one < other;
                case ">" -> left instanceof Long one && right instanceof Long other && one > other;
                case "<=" -> left instanceof Long one && right instanceof Long other && one <= other;
                default -> left instanceof Long one && right instanceof Long other && one >= other;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(Object whole, Object part) {
        return switch (whole) {
            case Map<?, ?> map -> map.containsKey(part);
            case List<?> list -> list.contains(part);
            case String text -> text.contains(String.valueOf(part));
            default -> false;
        };
    }

    private static boolean equal(Object left, Object right, BiPredicate<String, String> same) {
        if (left instanceof String one && right instanceof String other) {
            return one.equals(other) || same.test(one, other);
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            if (one.size() != other.size()) {
                return false;
            }
            for (int i = 0; i < one.size(); i++) {
                if (!equal(one.get(i), other.get(i), same)) {
                    return false;
                }
            }
            return true;
        }
        // feedparser gives a language that is blank as None and leaves others away; both mean that there is none.
        if (right == NONE && left == ABSENT) {
            return true;
        }
        return left != ABSENT && left.equals(right);
    }

    /** Recursive descent over the expression's characters. */
    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Node either() throws Unreadable {
            List<Node> of = new ArrayList<>(List.of(both()));
            while (word("or")) {
                of.add(both());
            }
            return of.size() == 1 ? of.getFirst() : new Either(of);
        }

        private Node both() throws Unreadable {
            List<Node> of = new ArrayList<>(List.of(not()));
            while (word("and")) {
                of.add(not());
            }
            return of.size() == 1 ? of.getFirst() : new Both(of);
        }

        private Node not() throws Unreadable {
            return word("not") ? new Not(not()) : comparison();
        }

        private Node comparison() throws Unreadable {
            List<Node> sides = new ArrayList<>(List.of(postfix()));
            List<String> operators = new ArrayList<>();
            for (Optional<String> operator = operator(); operator.isPresent(); operator = operator()) {
                operators.add(operator.get());
                sides.add(postfix());
            }
            return operators.isEmpty() ? sides.getFirst() : new Comparison(sides, operators);
        }

        private Optional<String> operator() {
            for (String sign : List.of("==", "!=", "<=", ">=", "<", ">")) {
                if (sign(sign)) {
                    return Optional.of(sign);
                }
            }
            if (word("in")) {
                return Optional.of("in");
            }
            int before = at;
            if (word("not")) {
                if (word("in")) {
                    return Optional.of("not in");
                }
                at = before;
            }
            if (word("is")) {
                return Optional.of(word("not") ? "is not" : "is");
            }
            return Optional.empty();
        }

        private Node postfix() throws Unreadable {
            Node node = atom();
            while (true) {
                if (sign("[")) {
                    Node key = either();
                    need("]");
                    node = new Subscript(node, key);
                } else if (sign(".")) {
                    String name = name();
                    node = sign("(") ? new Call(node, name, arguments()) : new Subscript(node, new Literal(name));
                } else {
                    return node;
                }
            }
        }

        private List<Node> arguments() throws Unreadable {
            List<Node> arguments = new ArrayList<>();
            while (!sign(")")) {
                arguments.add(either());
                sign(",");
            }
            return arguments;
        }

        private Node atom() throws Unreadable {
            space();
            if (sign("(")) {
                List<Node> items = new ArrayList<>();
                boolean tuple = false;
                while (!sign(")")) {
                    items.add(either());
                    if (sign(",")) {
                        tuple = true;
                    }
                }
                return tuple || items.isEmpty() ? new Series(items) : items.getFirst();
            }
            if (sign("[")) {
                List<Node> items = new ArrayList<>();
                while (!sign("]")) {
                    items.add(either());
                    sign(",");
                }
                return new Series(items);
            }
            if (sign("{")) {
                List<Node> keys = new ArrayList<>();
                List<Node> values = new ArrayList<>();
                while (!sign("}")) {
                    keys.add(either());
                    need(":");
                    values.add(either());
                    sign(",");
                }
                return new Dictionary(keys, values);
            }
            Optional<String> string = string();
            if (string.isPresent()) {
                return new Literal(string.get());
            }
            if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
                return number();
            }
            String name = name();
            if ((name.equals("len") || name.equals("ord") || name.equals("unichr")) && sign("(")) {
                List<Node> arguments = arguments();
                if (arguments.size() != 1) {
                    throw new Unreadable(name + " takes one argument: " + text);
                }
                return new Call(arguments.getFirst(), name, List.of());
            }
            if (sign("(")) {
                arguments();
                return new Name(name + "()");
            }
            return switch (name) {
                case "None" -> new Literal(NONE);
                case "True" -> new Literal(true);
                case "False" -> new Literal(false);
                default -> new Name(name);
            };
        }

        private Node number() {
            int begin = at++;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            String digits = text.substring(begin, at);
            return new Literal(digits.contains(".") ? (Object) Double.valueOf(digits) : (Object) Long.valueOf(digits));
        }

        private Optional<String> string() throws Unreadable {
            int before = at;
            boolean raw = false;
            while (at < text.length() && "uUbBrR".indexOf(text.charAt(at)) >= 0) {
                raw |= Character.toLowerCase(text.charAt(at)) == 'r';
                at++;
            }
            if (at >= text.length() || text.charAt(at) != '"' && text.charAt(at) != '\'') {
                at = before;
                return Optional.empty();
            }
            String one = text.substring(at, at + 1);
            String quote = text.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
            at += quote.length();
            StringBuilder string = new StringBuilder();
            while (!text.startsWith(quote, at)) {
                if (at >= text.length()) {
                    throw new Unreadable("a string does not end: " + text);
                }
                char c = text.charAt(at++);
                string.append(c == '\\' && !raw ? escaped() : String.valueOf(c));
            }
            at += quote.length();
            // Strings side by side are one.
            space();
            Optional<String> next = string();
            return Optional.of(string + next.orElse(""));
        }

        private String escaped() throws Unreadable {
            char c = at < text.length() ? text.charAt(at++) : ' ';
            return switch (c) {
                case 'n' -> "\n";
                case 't' -> "\t";
                case 'r' -> "\r";
                case 'x' -> hex(2);
                case 'u' -> hex(4);
                case 'U' -> hex(8);
                case '\n' -> "";
                case '\\', '\'', '"' -> String.valueOf(c);
                default -> "\\" + c;
            };
        }

        private String hex(int length) throws Unreadable {
            try {
                int code = Integer.parseInt(text.substring(at, at + length), 16);
                at += length;
                return Character.toString(code);
            } catch (RuntimeException wrong) {
                throw new Unreadable("not " + length + " hexadecimal digits: " + text);
            }
        }

        private String name() throws Unreadable {
            space();
            int begin = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            if (begin == at) {
                throw new Unreadable("not understood from '" + text.substring(at) + "' on");
            }
            return text.substring(begin, at);
        }

        private boolean word(String word) {
            space();
            int end = at + word.length();
            boolean there = text.startsWith(word, at)
                    && (end >= text.length()
                            || !Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '_');
            at = there ? end : at;
            return there;
        }

        private boolean sign(String sign) {
            space();
            boolean there = text.startsWith(sign, at);
            at = there ? at + sign.length() : at;
            return there;
        }

        private void need(String sign) throws Unreadable {
            if (!sign(sign)) {
                throw new Unreadable("'" + sign + "' is missing at character " + at + ": " + text);
            }
        }

        private void space() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        void end() throws Unreadable {
            space();
            if (at < text.length()) {
                throw new Unreadable("not understood from '" + text.substring(at) + "' on");
            }
        }
    }
}
