package dateline.ingest.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a site's robots.txt allows (RFC 9309): the longest rule that fits decides, and allowing wins a tie. */
final class Robots {
    private record Rule(String pattern, boolean allow) {}

    private static final int LENGTH_MAX = 500 << 10;

    private final List<Rule> rules;

    private Robots(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    static Robots open() {
        return new Robots(List.of());
    }

    static Robots closed() {
        return new Robots(List.of(new Rule("/", false)));
    }

    static Robots of(String text, String agent) {
        List<Rule> own = new ArrayList<>();
        List<Rule> everyone = new ArrayList<>();
        boolean named = false;
        boolean forOwn = false;
        boolean forAll = false;
        boolean inRules = true;
        for (String written :
                text.substring(0, Math.min(text.length(), LENGTH_MAX)).split("\\R")) {
            String line = written.replaceFirst("#.*", "").strip();
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (key.equals("user-agent")) {
                if (inRules) {
                    forOwn = false;
                    forAll = false;
                    inRules = false;
                }
                forOwn |= value.toLowerCase(Locale.ROOT).startsWith(agent);
                forAll |= value.equals("*");
                named |= forOwn;
            } else if (key.equals("allow") || key.equals("disallow")) {
                inRules = true;
                if (!value.isEmpty()) {
                    Rule rule = new Rule(value, key.equals("allow"));
                    if (forOwn) {
                        own.add(rule);
                    }
                    if (forAll) {
                        everyone.add(rule);
                    }
                }
            }
        }
        return new Robots(named ? own : everyone);
    }

    boolean allows(String path) {
        int longest = -1;
        boolean allowed = true;
        for (Rule rule : rules) {
            int length = rule.pattern().length();
            if (fits(rule.pattern(), path) && (length > longest || length == longest && rule.allow())) {
                longest = length;
                allowed = rule.allow();
            }
        }
        return allowed;
    }

    /** {@code *} stands for anything, a last {@code $} for the end; without backtracking, so that no pattern is slow. */
    private static boolean fits(String pattern, String path) {
        boolean whole = pattern.endsWith("$");
        String[] pieces = (whole ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
        if (!path.startsWith(pieces[0])) {
            return false;
        }
        int at = pieces[0].length();
        for (int i = 1; i < pieces.length; i++) {
            boolean last = i == pieces.length - 1;
            int found = last && whole ? path.length() - pieces[i].length() : path.indexOf(pieces[i], at);
            if (found < at || last && whole && !path.endsWith(pieces[i])) {
                return false;
            }
            at = found + pieces[i].length();
        }
        return !whole || at == path.length();
    }
}
