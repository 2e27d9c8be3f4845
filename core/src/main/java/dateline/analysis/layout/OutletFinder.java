package dateline.analysis.layout;

import dateline.analysis.Lexicon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads who published a report from its furniture: the page's own address, its newsletter, its copyright line. A paper named
 * in the reporting ("the Coast Post says") is a source, not the outlet, so prose is never looked at.
 */
final class OutletFinder {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)\\b(?:https?://)?((?:[a-z0-9-]+\\.)+[a-z]{2,12})(?:/\\S*)?");
    private static final Pattern OWN_ADDRESS =
            Pattern.compile("(?i)(?:permalink|permanent link|short(?: |-)?link|source url|original(?: article)?(?:"
                    + " at)?|url)\\s*:?\\s*(?:https?://)?(?:www\\.)?((?:[a-z0-9-]+\\.)+[a-z]{2,12})(?:/\\S*)?");
    private static final String NAME = "((?:The )?[A-Z][\\w.&'’-]*(?: (?:of|the|and|&|[A-Z][\\w.&'’-]*)){0,4})";
    private static final List<Pattern> SAYINGS = List.of(
            Pattern.compile("^" + NAME + " sends (?:you |out )?(?:a|an|its|our) "),
            Pattern.compile("^" + NAME + " is not responsible for the content of external"),
            Pattern.compile(
                    "(?:[Cc]opyright|©|\\([Cc]\\)|&copy;)\\s*(?:©\\s*)?(?:\\d{4}(?:[-–]\\d{2,4})?)?,?\\s*(?:by )?"
                            + NAME),
            Pattern.compile("(?i:first|originally) (?i:published|appeared) (?i:on|in|at|by) " + NAME),
            Pattern.compile("[Dd]ownload the " + NAME + " app\\b"),
            Pattern.compile("(?i:sign up|subscribe) (?i:for|to) (?:the )?" + NAME
                    + "(?:[’']s)? (?:\\w+ ){0,2}(?:newsletter|briefing)"),
            Pattern.compile("^More from " + NAME + "$"),
            Pattern.compile("(?i:follow|like|find) " + NAME + " on (?:Twitter|Facebook|X|Telegram|Instagram)$"));

    private final Map<String, String> byDomain = new LinkedHashMap<>();
    private final Agencies agencies;

    OutletFinder(Lexicon lexicon, Agencies agencies) {
        this.agencies = agencies;
        for (List<String> row : lexicon.rows("layout/outlets.txt")) {
            byDomain.put(row.get(0), row.get(1));
        }
    }

    Optional<String> find(String text, List<Layout.Furniture> all) {
        // A picture's copyright line names the picture's owner.
        List<Layout.Furniture> furniture =
                all.stream().filter(each -> !each.why().startsWith("picture")).toList();
        for (Layout.Furniture each : furniture) {
            Matcher own = OWN_ADDRESS.matcher(each.span().in(text));
            if (own.find()) {
                String domain = own.group(1).toLowerCase(Locale.ROOT);
                return Optional.of(known(domain).orElse(domain));
            }
        }
        for (Layout.Furniture each : furniture) {
            Optional<String> saying = fromSayings(each.span().in(text));
            if (saying.isPresent()) {
                return saying;
            }
        }
        for (Layout.Furniture each : furniture) {
            Matcher address = ADDRESS.matcher(each.span().in(text));
            while (address.find()) {
                Optional<String> name = known(address.group(1).toLowerCase(Locale.ROOT));
                if (name.isPresent()) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> fromSayings(String words) {
        for (Pattern saying : SAYINGS) {
            Matcher matcher = saying.matcher(words);
            if (matcher.find()) {
                String name = matcher.group(1)
                        .replaceFirst("(?:[.,]|\\s(?:All|Inc|Ltd|Interactive|and|of|the))+$", "")
                        .strip();
                // A copyright line with an agency's name credits the agency; it does not say whose page this is.
                boolean person = words.toLowerCase(Locale.ROOT).startsWith("follow") && name.split(" ").length == 2;
                if (!name.isEmpty()
                        && agencies.find(name).isEmpty()
                        && !person
                        && !name.matches("(?i)all|us|our|rights")) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> known(String domain) {
        String rest = domain;
        while (rest.contains(".")) {
            if (byDomain.containsKey(rest)) {
                return Optional.ofNullable(byDomain.get(rest));
            }
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return Optional.empty();
    }
}
