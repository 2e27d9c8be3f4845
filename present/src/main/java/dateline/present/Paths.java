package dateline.present;

import dateline.account.Account;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** Where the ids of one account lead: from a citation to its words, from a source to its name, from an event to its disagreements. */
public final class Paths {
    private final Account account;
    private final Map<String, Account.Event> events;
    private final Map<String, Account.Entity> entities;
    private final Map<String, Account.Provenance> mentions;
    private final Map<String, Account.ReportEntry> reports;
    private final Map<String, Account.Source> sources;

    public Paths(Account account) {
        this.account = account;
        events = byId(account.events(), Account.Event::id);
        entities = byId(account.entities(), Account.Entity::id);
        mentions = byId(account.mentions(), Account.Provenance::id);
        reports = byId(account.reports(), Account.ReportEntry::id);
        sources = byId(account.sources(), Account.Source::id);
    }

    private static <T> Map<String, T> byId(List<T> values, Function<T, String> id) {
        Map<String, T> found = new LinkedHashMap<>();
        for (T value : values) {
            found.put(id.apply(value), value);
        }
        return found;
    }

    public Account account() {
        return account;
    }

    public Account.Provenance mention(String id) {
        return found(mentions, id);
    }

    public Account.ReportEntry report(String id) {
        return found(reports, id);
    }

    public Account.Event event(String id) {
        return found(events, id);
    }

    public Account.Entity entity(String id) {
        return found(entities, id);
    }

    /** The report a quoted stretch stands in. */
    public Account.ReportEntry reportOf(String mention) {
        return report(mention(mention).report());
    }

    private static <T> T found(Map<String, T> values, String id) {
        T value = values.get(id);
        if (value == null) {
            throw new IllegalArgumentException("present: the account has no " + id);
        }
        return value;
    }

    /** The name of a source or entity; the id itself never shows. */
    public String nameOf(String sourceOrEntity) {
        Account.Source source = sources.get(sourceOrEntity);
        return Harmless.line(
                source != null ? source.name() : entity(sourceOrEntity).name());
    }

    public List<String> namesOf(List<String> ids) {
        Set<String> names = new LinkedHashSet<>();
        for (String id : ids) {
            names.add(nameOf(id));
        }
        return List.copyOf(names);
    }

    /** Who published a report, as far as known; its title or file name otherwise. */
    public String outletOf(Account.ReportEntry report) {
        return Harmless.line(report.outlet().or(report::title).orElse(report.file()));
    }

    /** Who tells the words of a stretch: the author of the post it stands in, or the report's outlet. */
    public String tellerOf(String mention) {
        Account.Provenance words = mention(mention);
        for (Account.PostEntry post : account.posts()) {
            Account.Provenance whole = mention(post.mention());
            if (whole.report().equals(words.report()) && whole.start() <= words.start() && words.end() <= whole.end()) {
                return Harmless.line(post.author());
            }
        }
        return outletOf(report(words.report()));
    }

    /** {@code [2 ¶3]}: report and paragraph, the same for all words of one paragraph, without a place to break the line. */
    public String cite(String mention) {
        Account.Provenance words = mention(mention);
        return "[" + report(words.report()).number() + (words.passage() > 0 ? "\u00A0¶" + words.passage() : "") + "]";
    }

    /** The citations of several stretches, each paragraph once. */
    public List<String> cites(List<String> ids) {
        Set<String> cites = new LinkedHashSet<>();
        for (String id : ids) {
            cites.add(cite(id));
        }
        return List.copyOf(cites);
    }

    public List<Account.Disagreement> disagreementsOn(String event) {
        List<Account.Disagreement> found = new ArrayList<>();
        for (Account.Disagreement each : account.disagreements()) {
            if (each.about().contains(event)) {
                found.add(each);
            }
        }
        return found;
    }

    /** The claims by their speakers, speakers in order of their first claim. */
    public Map<String, List<Account.ClaimEntry>> claimsBySpeaker() {
        Map<String, List<Account.ClaimEntry>> bySpeaker = new LinkedHashMap<>();
        for (Account.ClaimEntry claim : account.claims()) {
            bySpeaker
                    .computeIfAbsent(speakerOf(claim), name -> new ArrayList<>())
                    .add(claim);
        }
        return bySpeaker;
    }

    public String speakerOf(Account.ClaimEntry claim) {
        Optional<String> name = claim.speaker().map(id -> entity(id).name());
        return Harmless.line(name.or(claim::speakerAs)
                .or(() -> claim.via().stream().map(Account.Via::name).findFirst())
                .orElse("Not said by whom"));
    }

    /** What was left out by reason: how often, and in which reports. */
    public Map<String, List<Account.LeftOut>> leftOutByReason() {
        Map<String, List<Account.LeftOut>> byReason = new LinkedHashMap<>();
        for (Account.LeftOut each : account.leftOut()) {
            byReason.computeIfAbsent(Harmless.line(each.why()), why -> new ArrayList<>())
                    .add(each);
        }
        return byReason;
    }

    /** {@code 3 or more}, {@code 450 to 550}, {@code at most 50}; empty when the number says no more than its words. */
    public static String bounds(OptionalDouble min, OptionalDouble max) {
        if (min.isPresent() && max.isPresent()) {
            return min.getAsDouble() == max.getAsDouble()
                    ? number(min.getAsDouble())
                    : number(min.getAsDouble()) + " to " + number(max.getAsDouble());
        }
        if (min.isPresent()) {
            return number(min.getAsDouble()) + " or more";
        }
        return max.isPresent() ? "at most " + number(max.getAsDouble()) : "";
    }

    /** A number with a comma every three digits, as English newspapers print it. */
    public static String number(double value) {
        if (value != StrictMath.rint(value) || Math.abs(value) >= 1e15) {
            return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
        String digits = Long.toString((long) Math.abs(value));
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.append(',');
            }
            out.append(digits.charAt(i));
        }
        return (value < 0 ? "\u2212" : "") + out;
    }

    public static String count(int number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }
}
