package dateline.eval;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Scores an account (JSON, {@code dateline/account/1}) against hand-made gold: seven groups of measures; the overall figure
 * is the mean of the groups times the share of quotations that stand at their place. Measures as defined with the gold
 * format; gives the same figures as the reference scorer that came with it.
 */
final class AccountScorer {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'’-][\\p{L}\\p{N}]+)*");
    private static final Set<String> STOP = Set.of(
            ("a an the of in on at to for from by with and or but as is are was were be been has have had it its this that these those "
                            + "he she they his her their who which said says say after before over into than then not no")
                    .split(" "));

    private final JsonNode gold;
    private final JsonNode account;
    private final Map<String, String> texts;
    private final Map<String, JsonNode> mentions = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, Double> out = new LinkedHashMap<>();

    /** @param texts file name to the decoded text of the report */
    AccountScorer(JsonNode gold, JsonNode account, Map<String, String> texts) {
        this.gold = gold;
        this.account = account;
        this.texts = texts;
        for (JsonNode mention : list(account, "mentions")) {
            mentions.put(text(mention, "id"), mention);
        }
        for (JsonNode report : list(account, "reports")) {
            String file = text(report, "file");
            files.put(text(report, "id"), file.substring(file.lastIndexOf('/') + 1));
        }
    }

    Map<String, Double> score() {
        double traceable = traceable();
        List<JsonNode> events = new ArrayList<>(list(account, "events"));
        Map<JsonNode, Integer> place = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            place.put(events.get(i), i);
        }
        List<JsonNode> ranked = new ArrayList<>(events);
        ranked.sort(Comparator.comparingDouble(event -> event.path("rank").asDouble(1e9)));
        List<JsonNode> wanted = list(gold, "events");
        Map<String, JsonNode> of = align(wanted, ranked);
        double recall = wanted.isEmpty() ? 0 : of.size() / (double) wanted.size();
        Set<JsonNode> matched = identity(of.values());
        long inTop = ranked.subList(0, Math.min(wanted.size(), ranked.size())).stream()
                .filter(matched::contains)
                .count();
        double focus = events.isEmpty()
                ? 0
                : Math.min(1, inTop / (0.65 * Math.max(1, Math.min(wanted.size(), events.size()))));
        double economy = events.isEmpty() ? 0 : Math.min(1, 3.0 * wanted.size() / events.size());
        out.put("event_recall", recall);
        out.put("focus", focus);
        out.put("economy", economy);
        List<Optional<Double>> groups = new ArrayList<>();
        groups.add(Optional.of(recall + focus > 0 ? 2 * recall * focus / (recall + focus) * economy : 0));
        groups.add(time(wanted, of, place));
        groups.add(who(of));
        groups.add(says(events));
        groups.add(differences(of));
        groups.add(origins(of, events));
        groups.add(first(ranked, wanted.size()));
        String[] names = {"events", "time", "who", "says", "differences", "origins", "first"};
        for (int i = 0; i < names.length; i++) {
            int at = i;
            groups.get(i).ifPresent(value -> out.put("GROUP " + names[at], value));
        }
        out.put("traceable", traceable);
        out.put(
                "overall",
                mean(groups.stream().flatMap(Optional::stream).toList()).orElse(0.0) * traceable);
        return out;
    }

    private double traceable() {
        int good = 0;
        for (JsonNode mention : mentions.values()) {
            String text = texts.get(files.getOrDefault(text(mention, "report"), ""));
            String quote = text(mention, "quote");
            if (text != null && !quote.isBlank()) {
                int start = mention.path("start").asInt();
                int end = mention.path("end").asInt();
                int length = text.codePointCount(0, text.length());
                if (start >= 0 && start <= end && end <= length) {
                    int from = text.offsetByCodePoints(0, start);
                    good += text.substring(from, text.offsetByCodePoints(from, end - start))
                                    .equals(quote)
                            ? 1
                            : 0;
                }
            }
        }
        return mentions.isEmpty() ? 0 : good / (double) mentions.size();
    }

    // ---- 1 events

    private boolean carries(JsonNode event, JsonNode wanted) {
        String label = head(text(event, "label"), 200);
        for (String quote : quotes(event.get("mentions"), 60)) {
            if (has(label + " " + quote, wanted.get("must"))) {
                return true;
            }
        }
        return false;
    }

    private Map<String, JsonNode> align(List<JsonNode> wanted, List<JsonNode> ranked) {
        double[][] weight = new double[wanted.size()][ranked.size()];
        for (int i = 0; i < wanted.size(); i++) {
            for (int j = 0; j < ranked.size(); j++) {
                if (carries(ranked.get(j), wanted.get(i))) {
                    boolean label = has(
                            head(text(ranked.get(j), "label"), 200),
                            wanted.get(i).get("must"));
                    weight[i][j] = 1
                            + (label ? LABEL : 0)
                            + DATE
                                    * dateScore(
                                            text(ranked.get(j).path("when"), "edtf"), strings(wanted.get(i), "dates"))
                            + (j < wanted.size() ? TOP : 0);
                }
            }
        }
        Map<String, JsonNode> of = new LinkedHashMap<>();
        if (!ranked.isEmpty()) {
            Assignment.heaviest(weight).forEach((i, j) -> of.put(text(wanted.get(i), "id"), ranked.get(j)));
        }
        return of;
    }

    /** How much a right date, the place among the top and the label count in choosing which event stands for which. */
    private static final double DATE = 0.3;

    private static final double TOP = 0.2;
    private static final double LABEL = 0.3;

    // ---- 2 time

    private Optional<Double> time(List<JsonNode> wanted, Map<String, JsonNode> of, Map<JsonNode, Integer> place) {
        List<Double> all = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        for (JsonNode each : wanted) {
            JsonNode event = of.get(text(each, "id"));
            double score = event == null ? 0 : dateScore(text(event.path("when"), "edtf"), strings(each, "dates"));
            all.add(score);
            if (event != null) {
                found.add(score);
            }
        }
        List<Double> order = new ArrayList<>();
        for (JsonNode pair : list(gold, "order")) {
            JsonNode a = of.get(pair.get(0).asString());
            JsonNode b = of.get(pair.get(1).asString());
            order.add(a != null && b != null && place.getOrDefault(a, 0) < place.getOrDefault(b, 0) ? 1.0 : 0.0);
        }
        return group(Map.of(
                "dates_of_all",
                mean(all),
                "dates_of_found",
                Optional.of(mean(found).orElse(0.0)),
                "order",
                mean(order)));
    }

    // ---- 3 who and where

    private Optional<Double> who(Map<String, JsonNode> of) {
        Map<String, List<JsonNode>> owner = new LinkedHashMap<>();
        for (JsonNode entity : list(account, "entities")) {
            Set<String> names = new LinkedHashSet<>();
            if (!text(entity, "name").isEmpty()) {
                names.add(name(text(entity, "name")));
            }
            strings(entity, "names").forEach(each -> names.add(name(each)));
            names.forEach(
                    each -> owner.computeIfAbsent(each, k -> new ArrayList<>()).add(entity));
        }
        List<Double> same = new ArrayList<>();
        for (JsonNode group : list(gold, "aliases")) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    Optional<JsonNode> a = owner(owner, group.get(i).asString());
                    Optional<JsonNode> b = owner(owner, group.get(j).asString());
                    same.add(a.isPresent() && b.isPresent() && a.get() == b.get() ? 1.0 : 0.0);
                }
            }
        }
        List<Double> apart = new ArrayList<>();
        for (JsonNode pair : list(gold, "distinct")) {
            Optional<JsonNode> a = owner(owner, pair.get(0).asString());
            Optional<JsonNode> b = owner(owner, pair.get(1).asString());
            apart.add(a.isPresent() && b.isPresent() && a.get() != b.get() ? 1.0 : 0.0);
        }
        List<Double> typed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : gold.path("types").properties()) {
            for (JsonNode each : entry.getValue()) {
                typed.add(
                        owner(owner, each.asString())
                                        .filter(e -> text(e, "type").equals(entry.getKey()))
                                        .isPresent()
                                ? 1.0
                                : 0.0);
            }
        }
        List<Double> placed = new ArrayList<>();
        for (JsonNode each : list(gold, "places")) {
            placed.add(
                    Optional.ofNullable(of.get(text(each, "event")))
                                    .filter(event -> placed(each, event))
                                    .isPresent()
                            ? 1.0
                            : 0.0);
        }
        Map<String, Optional<Double>> rows = new LinkedHashMap<>();
        rows.put("aliases", mean(same));
        rows.put("distinct", mean(apart));
        rows.put("types", mean(typed));
        rows.put("places", mean(placed));
        return group(rows);
    }

    private static Optional<JsonNode> owner(Map<String, List<JsonNode>> owner, String said) {
        String name = name(said);
        if (!owner.containsKey(name)) {
            String best = "";
            for (String each : owner.keySet()) {
                if (each.length() > 3
                        && each.length() > best.length()
                        && Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(each) + "(?![\\p{L}\\p{N}_])")
                                .matcher(name)
                                .find()) {
                    best = each;
                }
            }
            name = best;
        }
        List<JsonNode> found = owner.getOrDefault(name, List.of());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean placed(JsonNode wanted, JsonNode event) {
        List<JsonNode> wheres = new ArrayList<>();
        JsonNode where = event.path("where");
        if (where.isArray()) {
            where.forEach(wheres::add);
        } else if (where.isObject()) {
            wheres.add(where);
        }
        List<String> names = strings(wanted, "names");
        if (names.isEmpty()) {
            return wheres.stream().noneMatch(each -> each.hasNonNull("lat"));
        }
        return names.stream()
                .anyMatch(each -> wheres.stream()
                        .map(w -> low(text(w, "name")))
                        .filter(w -> !w.isEmpty())
                        .anyMatch(w -> w.contains(low(each)) || low(each).contains(w)));
    }

    // ---- 4 who says

    private Optional<Double> says(List<JsonNode> events) {
        List<JsonNode> claims = list(account, "claims");
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonNode entity : list(account, "entities")) {
            names.put(text(entity, "id"), text(entity, "name") + " | " + String.join(" | ", strings(entity, "names")));
        }
        List<Double> heard = new ArrayList<>();
        for (JsonNode each : list(gold, "attributions")) {
            boolean found = false;
            for (JsonNode claim : claims) {
                found |= by(claim, strings(each, "speaker"), names) && has(said(claim), each.get("must"));
            }
            heard.add(found ? 1.0 : 0.0);
        }
        List<String> hedged = new ArrayList<>();
        int doubted = 0;
        for (JsonNode claim : claims) {
            if (!text(claim, "hedge").isEmpty()) {
                hedged.add(said(claim));
                doubted++;
            }
        }
        for (JsonNode event : events) {
            if (text(event, "standing").equals("unverified")) {
                quotes(event.get("mentions"), 60).forEach(quote -> hedged.add(text(event, "label") + " " + quote));
            }
        }
        List<Double> doubt = new ArrayList<>();
        for (JsonNode each : list(gold, "unverified")) {
            doubt.add(hedged.stream().anyMatch(h -> has(h, each)) ? 1.0 : 0.0);
        }
        List<Double> plain = new ArrayList<>();
        for (JsonNode each : list(gold, "plain")) {
            plain.add(hedged.stream().anyMatch(h -> has(h, each)) ? 0.0 : 1.0);
        }
        Optional<Double> d = mean(doubt);
        Optional<Double> p = mean(plain);
        Optional<Double> hedge = d.isEmpty() || p.isEmpty()
                ? d
                : Optional.of(d.get() + p.get() > 0 ? 2 * d.get() * p.get() / (d.get() + p.get()) : 0);
        if (hedge.isPresent() && p.isEmpty() && !claims.isEmpty()) {
            hedge = Optional.of(hedge.get() * Math.min(1, 2 * (1 - doubted / (double) claims.size())));
        }
        Map<String, Optional<Double>> rows = new LinkedHashMap<>();
        rows.put("attributions", mean(heard));
        rows.put("hedge", hedge);
        return group(rows);
    }

    private boolean by(JsonNode claim, List<String> accepted, Map<String, String> names) {
        JsonNode mention = mentions.get(text(claim, "mention"));
        String said = text(claim, "speakerAs");
        List<String> parts = new ArrayList<>();
        if (!said.isEmpty() && words(said) <= 8 && mention != null) {
            String text = texts.getOrDefault(files.getOrDefault(text(mention, "report"), ""), "");
            int length = text.codePointCount(0, text.length());
            int from = Math.min(length, Math.max(0, mention.path("start").asInt() - 600));
            int to = Math.min(length, mention.path("end").asInt() + 400);
            String near =
                    from < to ? text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to)) : "";
            if (low(near).contains(low(said))) {
                parts.add(said);
            }
        }
        if (names.containsKey(text(claim, "speaker"))) {
            parts.add(names.get(text(claim, "speaker")));
        }
        for (JsonNode via : list(claim, "via")) {
            parts.add(via.isString() ? via.asString() : text(via, "name"));
        }
        String all = low(String.join(" | ", parts));
        return accepted.stream()
                .anyMatch(each -> Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(low(each)))
                        .matcher(all)
                        .find());
    }

    private String said(JsonNode claim) {
        String text = text(claim, "text");
        String mention = text(claim, "mention");
        List<String> quotes =
                mention.isEmpty() || !mentions.containsKey(mention) || words(text(mentions.get(mention), "quote")) > 60
                        ? List.of()
                        : List.of(text(mentions.get(mention), "quote"));
        return String.join(" ", quotes) + " " + (words(text) <= 60 ? text : "");
    }

    // ---- 5 differences and numbers

    private boolean carried(JsonNode difference, JsonNode values) {
        Set<Integer> sides = new HashSet<>();
        for (JsonNode position : list(difference, "positions")) {
            List<String> quotes = quotes(position.get("mentions"), 40);
            String text = head(text(position, "value"), 200) + " "
                    + String.join(" ", quotes.subList(0, Math.min(2, quotes.size())));
            List<Integer> hit = new ArrayList<>();
            for (int k = 0; k < values.size(); k++) {
                for (JsonNode stem : values.get(k)) {
                    if (low(text).contains(low(stem.asString()))) {
                        hit.add(k);
                        break;
                    }
                }
            }
            if (hit.size() == 1) {
                sides.add(hit.get(0));
            }
        }
        return sides.size() > 1;
    }

    private Optional<Double> differences(Map<String, JsonNode> of) {
        List<JsonNode> found = list(account, "disagreements");
        List<JsonNode> wanted = list(gold, "disagreements");
        Optional<Double> score = Optional.empty();
        if (!wanted.isEmpty()) {
            double[][] weight = new double[wanted.size()][found.size()];
            for (int i = 0; i < wanted.size(); i++) {
                for (int j = 0; j < found.size(); j++) {
                    weight[i][j] = carried(found.get(j), wanted.get(i).get("values")) ? 1 : 0;
                }
            }
            double worth = 0;
            for (Map.Entry<Integer, Integer> pair :
                    (found.isEmpty() ? new TreeMap<Integer, Integer>() : Assignment.heaviest(weight)).entrySet()) {
                worth += wanted.get(pair.getKey()).path("update").asBoolean(false)
                                == found.get(pair.getValue()).path("update").asBoolean(false)
                        ? 1
                        : 0.5;
            }
            score = Optional.of(
                    found.isEmpty() ? 0 : worth / wanted.size() * Math.min(1, 3.0 * wanted.size() / found.size()));
        }
        List<Double> quiet = new ArrayList<>();
        for (JsonNode each : list(gold, "agreements")) {
            quiet.add(
                    found.stream()
                                    .anyMatch(d -> carried(d, each.get("values"))
                                            && !d.path("update").asBoolean(false))
                            ? 0.0
                            : 1.0);
        }
        Optional<Double> alarm = mean(quiet);
        if (found.isEmpty() && alarm.isPresent()) {
            alarm = Optional.of(0.0);
        }
        List<Double> counted = new ArrayList<>();
        for (JsonNode each : list(gold, "quantities")) {
            counted.add(
                    Optional.ofNullable(of.get(text(each, "event")))
                                    .filter(event -> counted(each, event))
                                    .isPresent()
                            ? 1.0
                            : 0.0);
        }
        List<Double> standing = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : gold.path("standing").properties()) {
            JsonNode event = of.get(entry.getKey());
            boolean right = false;
            for (JsonNode each : entry.getValue()) {
                right |= event != null && text(event, "standing").equals(each.asString());
            }
            standing.add(right ? 1.0 : 0.0);
        }
        Map<String, Optional<Double>> rows = new LinkedHashMap<>();
        rows.put("disagreements", score);
        rows.put("no_false_alarm", alarm);
        rows.put("quantities", mean(counted));
        rows.put("standing", mean(standing));
        return group(rows);
    }

    private boolean counted(JsonNode wanted, JsonNode event) {
        for (JsonNode quantity : list(event, "quantities")) {
            JsonNode mention = mentions.get(text(quantity, "mention"));
            String quote = mention == null || words(text(mention, "quote")) > 60 ? "" : text(mention, "quote");
            if (has(quote + " " + text(quantity, "said"), wanted.get("must"))
                    && sameNumber(quantity.get("min"), wanted.get("min"))
                    && sameNumber(quantity.get("max"), wanted.get("max"))
                    && (low(text(quantity, "what")).equals(low(text(wanted, "what")))
                            || text(wanted, "what").equals("other"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameNumber(JsonNode one, JsonNode other) {
        OptionalDouble a = one == null || one.isNull() ? OptionalDouble.empty() : OptionalDouble.of(one.asDouble());
        OptionalDouble b =
                other == null || other.isNull() ? OptionalDouble.empty() : OptionalDouble.of(other.asDouble());
        return a.equals(b);
    }

    // ---- 6 origins

    private Optional<Double> origins(Map<String, JsonNode> of, List<JsonNode> events) {
        List<String> posts = new ArrayList<>();
        list(account, "posts").forEach(post -> posts.add(handle(post)));
        List<String> wantedPosts = new ArrayList<>();
        for (JsonNode post : list(gold, "posts")) {
            for (int i = 0; i < post.path("count").asInt(1); i++) {
                wantedPosts.add(handle(post));
            }
        }
        List<String> credits = new ArrayList<>();
        List<String> cautions = new ArrayList<>();
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (JsonNode report : list(account, "reports")) {
            String file = files.get(text(report, "id"));
            strings(report, "credits").forEach(credit -> credits.add(file + "|" + low(credit)));
            boolean stamp = list(report, "cautions").stream()
                    .anyMatch(caution -> text(caution, "kind").equals("stamp"));
            if (stamp) {
                cautions.add(file);
            }
            String root = text(report, "copyOf").isEmpty() ? text(report, "id") : text(report, "copyOf");
            groups.computeIfAbsent(root, k -> new ArrayList<>()).add(file);
        }
        List<String> wantedCredits = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : gold.path("credits").properties()) {
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(each -> wantedCredits.add(entry.getKey() + "|" + low(each.asString())));
            } else {
                wantedCredits.add(entry.getKey() + "|" + low(entry.getValue().asString()));
            }
        }
        List<String> wantedCautions = new ArrayList<>();
        gold.path("cautions").properties().forEach(entry -> wantedCautions.add(entry.getKey()));
        List<String> repeats = new ArrayList<>();
        groups.values().forEach(group -> repeats.addAll(pairs(group)));
        List<String> wantedRepeats = new ArrayList<>();
        for (JsonNode group : list(gold, "repeats")) {
            List<String> names = new ArrayList<>();
            group.forEach(each -> names.add(each.asString()));
            wantedRepeats.addAll(pairs(names));
        }
        List<Double> independent = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : gold.path("independent").properties()) {
            JsonNode event = of.get(entry.getKey());
            int n = event == null ? -1 : event.path("independentSources").asInt(0);
            independent.add(
                    n >= entry.getValue().get(0).asInt()
                                    && n <= entry.getValue().get(1).asInt()
                                    && event != null
                            ? 1.0
                            : 0.0);
        }
        List<JsonNode> responses = list(gold, "responses");
        int edges = 0;
        Set<String> drawn = new HashSet<>();
        for (JsonNode event : events) {
            for (JsonNode follows : list(event, "follows")) {
                if (Set.of("response", "cause").contains(text(follows, "relation"))
                        && drawn.add(text(event, "id") + ">" + text(follows, "event"))) {
                    edges++;
                }
            }
        }
        List<Double> replied = new ArrayList<>();
        for (JsonNode each : responses) {
            JsonNode a = of.get(text(each, "event"));
            JsonNode b = of.get(text(each, "to"));
            replied.add(a != null && b != null && drawn.contains(text(a, "id") + ">" + text(b, "id")) ? 1.0 : 0.0);
        }
        Optional<Double> reply = mean(replied);
        if (reply.isPresent() && edges > 0) {
            reply = Optional.of(reply.get() * Math.min(1, 3.0 * responses.size() / edges));
        }
        Map<String, Optional<Double>> rows = new LinkedHashMap<>();
        rows.put("posts", f1(posts, wantedPosts));
        rows.put("credits", f1(credits, wantedCredits));
        rows.put("cautions", f1(cautions, wantedCautions));
        rows.put("repeats", f1(repeats, wantedRepeats));
        rows.put("independent", mean(independent));
        rows.put("responses", reply);
        return group(rows);
    }

    private static String handle(JsonNode post) {
        return low(text(post, "handle")).replaceFirst("^@+", "") + "|" + text(post, "date");
    }

    private static List<String> pairs(List<String> names) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                String a = names.get(i);
                String b = names.get(j);
                found.add(a.compareTo(b) < 0 ? a + "|" + b : b + "|" + a);
            }
        }
        return found;
    }

    // ---- 7 what is read first

    private Optional<Double> first(List<JsonNode> ranked, int top) {
        List<JsonNode> brief = list(account, "brief");
        List<String> sentences = brief.stream().map(each -> text(each, "text")).toList();
        String told = String.join(" ", sentences);
        boolean shortEnough = words(told) > 0 && words(told) <= 120;
        List<Double> cover = new ArrayList<>();
        for (JsonNode group : list(gold, "brief_must")) {
            boolean in = false;
            for (JsonNode stem : group) {
                in |= low(told).contains(low(stem.asString()));
            }
            cover.add(in ? 1.0 : 0.0);
        }
        List<Double> sound = new ArrayList<>();
        for (JsonNode each : brief) {
            String text = text(each, "text").strip();
            boolean whole = text.matches("(?s)^[\"“‘'(]?[A-Z0-9].*") && text.matches("(?s).*[.!?\"”’]$");
            sound.add(supported(each) && whole && words(text) <= 45 ? 1.0 : 0.0);
        }
        StringBuilder shown = new StringBuilder(told);
        ranked.forEach(event -> shown.append(" \n ").append(text(event, "label")));
        List<Double> clean = new ArrayList<>();
        for (JsonNode each : list(gold, "boilerplate")) {
            clean.add(low(shown.toString()).contains(low(each.asString())) ? 0.0 : 1.0);
        }
        List<Double> labels = new ArrayList<>();
        for (JsonNode event : ranked.subList(0, Math.min(top, ranked.size()))) {
            int length = words(text(event, "label"));
            labels.add(length >= 3 && length <= 20 ? 1.0 : 0.0);
        }
        Map<String, Optional<Double>> rows = new LinkedHashMap<>();
        rows.put(
                "brief",
                Optional.of(shortEnough ? mean(cover).orElse(0.0) * mean(sound).orElse(0.0) : 0.0));
        rows.put("no_boilerplate", ranked.isEmpty() ? Optional.of(0.0) : mean(clean));
        rows.put("labels", Optional.of(mean(labels).orElse(0.0)));
        return group(rows);
    }

    private boolean supported(JsonNode sentence) {
        StringBuilder cited = new StringBuilder();
        for (String id : strings(sentence, "cites")) {
            if (mentions.containsKey(id)) {
                cited.append(' ').append(text(mentions.get(id), "quote"));
            }
        }
        Set<String> have = content(cited.toString());
        Set<String> stems = new HashSet<>();
        have.forEach(word -> stems.add(head(word, 5)));
        Set<String> need = content(text(sentence, "text"));
        if (need.isEmpty()) {
            return false;
        }
        int near = 0;
        for (String word : need) {
            if (word.chars().anyMatch(Character::isDigit) && !have.contains(word)) {
                return false;
            }
            near += have.contains(word) || stems.contains(head(word, 5)) ? 1 : 0;
        }
        return near / (double) need.size() >= 0.7;
    }

    private static Set<String> content(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            if (!STOP.contains(word.toLowerCase(Locale.ROOT)) && word.length() > 2
                    || word.chars().allMatch(Character::isDigit)) {
                words.add(word.toLowerCase(Locale.ROOT).replace('’', '\''));
            }
        }
        return words;
    }

    // ---- small parts

    private Optional<Double> group(Map<String, Optional<Double>> rows) {
        rows.forEach((key, value) -> value.ifPresent(each -> out.put(key, each)));
        return mean(rows.values().stream().flatMap(Optional::stream).toList());
    }

    private static Optional<Double> mean(List<Double> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().mapToDouble(Double::doubleValue).sum() / values.size());
    }

    private static Optional<Double> f1(List<String> got, List<String> want) {
        if (got.isEmpty() && want.isEmpty()) {
            return Optional.empty();
        }
        List<String> rest = new ArrayList<>(got);
        int hit = 0;
        for (String each : want) {
            hit += rest.remove(each) ? 1 : 0;
        }
        return Optional.of(2.0 * hit / (got.size() + want.size()));
    }

    private static double dateScore(String said, List<String> accepted) {
        Optional<LocalDate[]> got = days(said);
        if (accepted.isEmpty()) {
            return got.isEmpty() ? 1 : 0;
        }
        double best = 0;
        for (String each : accepted) {
            Optional<LocalDate[]> want = days(each);
            if (got.isPresent() && want.isPresent()) {
                LocalDate[] g = got.get();
                LocalDate[] w = want.get();
                if (g[0].equals(w[0]) && g[1].equals(w[1])) {
                    return 1;
                }
                if (!g[0].isAfter(w[0])
                        && !w[1].isAfter(g[1])
                        && ChronoUnit.DAYS.between(g[0], g[1]) - ChronoUnit.DAYS.between(w[0], w[1]) <= 2) {
                    best = 0.5;
                }
            }
        }
        return best;
    }

    private static Optional<LocalDate[]> days(String edtf) {
        String clean = edtf.replaceAll("[~?%]", "");
        String[] ends = clean.split("/", -1);
        if (clean.isEmpty() || ends.length > 2) {
            return Optional.empty();
        }
        try {
            LocalDate[] first = bounds(ends[0]);
            LocalDate[] last = bounds(ends[ends.length - 1]);
            return Optional.of(new LocalDate[] {first[0], last[1]});
        } catch (DateTimeException | IllegalArgumentException notADate) {
            return Optional.empty();
        }
    }

    private static LocalDate[] bounds(String part) {
        Matcher matcher =
                Pattern.compile("(\\d{4})(?:-(\\d\\d))?(?:-(\\d\\d))?(?:T.*)?").matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(part);
        }
        int year = Integer.parseInt(matcher.group(1));
        if (matcher.group(2) == null) {
            return new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)};
        }
        LocalDate month = LocalDate.of(year, Integer.parseInt(matcher.group(2)), 1);
        if (matcher.group(3) == null) {
            return new LocalDate[] {month, month.plusMonths(1).minusDays(1)};
        }
        LocalDate day = month.withDayOfMonth(Integer.parseInt(matcher.group(3)));
        return new LocalDate[] {day, day};
    }

    private List<String> quotes(JsonNode ids, int most) {
        List<String> found = new ArrayList<>();
        if (ids != null) {
            for (JsonNode id : ids) {
                JsonNode mention = mentions.get(id.asString());
                if (mention != null && words(text(mention, "quote")) <= most) {
                    found.add(text(mention, "quote"));
                }
            }
        }
        return found;
    }

    private static boolean has(String text, JsonNode must) {
        String low = low(text);
        for (JsonNode group : must) {
            boolean in = false;
            if (group.isString()) {
                in = low.contains(low(group.asString()));
            } else {
                for (JsonNode stem : group) {
                    in |= low.contains(low(stem.asString()));
                }
            }
            if (!in) {
                return false;
            }
        }
        return true;
    }

    private static String low(String text) {
        return text.replaceAll("\\s+", " ").replace('’', '\'').strip().toLowerCase(Locale.ROOT);
    }

    private static String name(String text) {
        return low(text).replaceAll("^(the|a|an) |'s$|^#", "");
    }

    private static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }

    private static String head(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node == null ? null : node.get(key);
        return value == null || value.isNull() ? "" : value.asString();
    }

    private static List<JsonNode> list(JsonNode node, String key) {
        List<JsonNode> found = new ArrayList<>();
        JsonNode array = node.get(key);
        if (array != null && array.isArray()) {
            array.forEach(found::add);
        }
        return found;
    }

    private static List<String> strings(JsonNode node, String key) {
        return DataFiles.strings(node, key);
    }

    private static Set<JsonNode> identity(Collection<JsonNode> nodes) {
        Set<JsonNode> found = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        found.addAll(nodes);
        return found;
    }
}
