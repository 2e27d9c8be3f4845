package dateline.reconcile.entity;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Mention.Type;
import dateline.analysis.mention.Referent;
import dateline.analysis.mention.Spelling;
import dateline.analysis.place.Gazetteer;
import dateline.analysis.place.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Joins the referents of one story's reports into entities. The surest grounds come first, and no ground joins what a report
 * holds apart, two persons with different full names, or things of different sorts. The result is the same for the same
 * reports in any order, but for the numbers of the reports.
 */
public final class EntityJoiner {
    /** First words of descriptions that mean somebody else's in each report. */
    private static final Set<String> OWNED =
            Set.of("his", "her", "its", "their", "our", "my", "your", "whose", "same", "other", "another", "own");

    private final Gazetteer gazetteer;
    private final Set<String> bodyNames;
    private final Set<String> legal;
    private final Set<String> loose;
    private final Set<String> amounts;
    private final List<Set<String>> sameBody = new ArrayList<>();
    private final List<Set<String>> nicknames = new ArrayList<>();

    public EntityJoiner(Lexicon lexicon) {
        this(lexicon, Gazetteer.bundled());
    }

    public EntityJoiner(Lexicon lexicon, Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        bodyNames = lexicon.words("mention/orgwords.txt");
        legal = lexicon.words("entity/legal.txt");
        loose = lexicon.words("entity/loose.txt");
        amounts = lexicon.words("entity/amounts.txt");
        for (String line : lexicon.lines("entity/same-body.txt")) {
            sameBody.add(Set.of(line.split(" ")));
        }
        for (String line : lexicon.lines("entity/nicknames.txt")) {
            nicknames.add(Set.of(line.split(" ")));
        }
    }

    public List<JoinedEntity> join(List<Analysis> analyses) {
        return new Story(analyses).join();
    }

    /** One referent of one report, with what it is called there. */
    private static final class Node {
        final int report;
        final Referent referent;
        final String key;
        Type type;
        /** Its names as they stand, with how often; descriptions when it has none. */
        final Map<String, Integer> called = new LinkedHashMap<>();

        String country = "";
        int group;

        Node(int report, Referent referent, String key) {
            this.report = report;
            this.referent = referent;
            this.key = key;
            this.type = referent.type();
        }

        boolean named() {
            return referent.named();
        }
    }

    private final class Story {
        private final List<Analysis> analyses;
        private final List<Node> nodes = new ArrayList<>();
        private final Map<Integer, List<Node>> groups = new TreeMap<>();
        private final Map<Integer, List<String>> grounds = new TreeMap<>();
        private final List<Node[]> apart = new ArrayList<>();
        private final List<dateline.report.Span> apartWords = new ArrayList<>();

        Story(List<Analysis> analyses) {
            this.analyses = analyses;
            for (int i = 0; i < analyses.size(); i++) {
                Analysis analysis = analyses.get(i);
                String hash = analysis.segmented().report().id().sha256();
                for (Referent referent : analysis.referents()) {
                    nodes.add(node(i, analysis, referent, hash));
                }
            }
            // Decisions follow the content of the reports, not the order in which they were handed in.
            nodes.sort(Comparator.comparing((Node node) -> node.key).thenComparing(node -> node.referent.id()));
            Map<String, Node> byId = new LinkedHashMap<>();
            for (int i = 0; i < nodes.size(); i++) {
                nodes.get(i).group = i;
                groups.put(i, new ArrayList<>(List.of(nodes.get(i))));
                grounds.put(i, new ArrayList<>());
                byId.put(nodes.get(i).report + "/" + nodes.get(i).referent.id(), nodes.get(i));
            }
            for (int i = 0; i < analyses.size(); i++) {
                for (Analysis.Apart pair : analyses.get(i).apart()) {
                    Node one = byId.get(i + "/" + pair.one());
                    Node other = byId.get(i + "/" + pair.other());
                    if (one != null && other != null) {
                        apart.add(new Node[] {one, other});
                        apartWords.add(pair.words());
                    }
                }
            }
        }

        private Node node(int report, Analysis analysis, Referent referent, String hash) {
            Node node = new Node(report, referent, hash);
            for (int id : referent.mentions()) {
                Mention mention = analysis.mentions().get(id);
                String words =
                        analysis.segmented().report().quote(mention.span()).replaceAll("\\s+", " ");
                boolean name = mention.kind() == Mention.Kind.NAME;
                Optional<Place> people = name ? gazetteer.ofPeople(words) : Optional.empty();
                List<Place> places = name && referent.type() == Type.PLACE ? gazetteer.named(words) : List.of();
                boolean country = !places.isEmpty() && places.get(0).kind() == Place.Kind.COUNTRY;
                if (country) {
                    node.country = places.get(0).country();
                } else if (people.isPresent() && referent.type() == Type.PLACE) {
                    node.country = people.get().country();
                    if (referent.mentions().size() > 1) {
                        continue;
                    }
                }
                if (name || !referent.named() && mention.kind() == Mention.Kind.DESCRIPTION) {
                    node.called.merge(words, 1, Integer::sum);
                }
            }
            if (node.called.isEmpty()) {
                node.called.put(referent.name(), 1);
            }
            return node;
        }

        List<JoinedEntity> join() {
            each((one, other) -> sameCountry(one, other));
            each((one, other) -> sameWords(one, other));
            each((one, other) -> samePerson(one, other));
            each((one, other) -> letters(one, other));
            each((one, other) -> shorter(one, other));
            each((one, other) -> spelling(one, other));
            each((one, other) -> translated(one, other));
            surnames();
            bothApart();
            each((one, other) -> sameDescription(one, other));
            onlyOne();
            return result();
        }

        private interface Ground {
            /** Why two are one; empty when nothing says so. */
            Optional<String> of(Node one, Node other);
        }

        /**
         * Asks a ground of every pair. Reports of one story call things by the same few names, so an answer is kept for two ways of
         * being called that each come more than once; a ground looks at nothing else of two nodes.
         */
        private void each(Ground ground) {
            List<Integer> looks = looks();
            int[] times = new int[nodes.size()];
            looks.forEach(look -> times[look]++);
            Map<Long, Optional<String>> answers = new HashMap<>(); // looked up only, never gone through
            for (int i = 0; i < nodes.size(); i++) {
                for (int k = i + 1; k < nodes.size(); k++) {
                    Node one = nodes.get(i);
                    Node other = nodes.get(k);
                    if (one.group == other.group
                            || one.report == other.report
                                    && one.named() == other.named()
                                    && !one.called.keySet().equals(other.called.keySet())) {
                        continue;
                    }
                    int mine = looks.get(i);
                    int theirs = looks.get(k);
                    Optional<String> why;
                    if (times[mine] > 1 && times[theirs] > 1) {
                        long pair = ((long) mine * nodes.size() + theirs) * 2 + (one.report == other.report ? 1 : 0);
                        why = answers.computeIfAbsent(pair, unasked -> ground.of(one, other));
                    } else {
                        why = ground.of(one, other);
                    }
                    why.ifPresent(reason -> merge(one, other, reason));
                }
            }
        }

        /** For each node a number that stands for all a ground looks at: type, country, names and acronym. */
        private List<Integer> looks() {
            Map<String, Integer> numbers = new HashMap<>(); // looked up only, never gone through
            List<Integer> looks = new ArrayList<>();
            for (Node node : nodes) {
                String look = String.join(
                        "\n",
                        node.type.name(),
                        String.valueOf(node.named()),
                        node.country,
                        node.referent.acronym().orElse(""),
                        String.join("\n", node.called.keySet()));
                looks.add(numbers.computeIfAbsent(look, unseen -> numbers.size()));
            }
            return looks;
        }

        private void merge(Node one, Node other, String why) {
            if (one.group == other.group || !mayJoin(group(one.group), group(other.group))) {
                return;
            }
            int into = Math.min(one.group, other.group);
            int from = Math.max(one.group, other.group);
            for (Node node : group(from)) {
                node.group = into;
                group(into).add(node);
            }
            groups.remove(from);
            List<String> reasons = reasons(into);
            for (String reason : reasons(from)) {
                if (!reasons.contains(reason)) {
                    reasons.add(reason);
                }
            }
            if (!why.isEmpty() && !reasons.contains(why)) {
                reasons.add(why);
            }
        }

        private List<Node> group(int number) {
            return groups.getOrDefault(number, List.of());
        }

        private List<String> reasons(int group) {
            return grounds.getOrDefault(group, new ArrayList<>());
        }

        private boolean mayJoin(List<Node> some, List<Node> others) {
            for (Node[] pair : apart) {
                if (some.contains(pair[0]) && others.contains(pair[1])
                        || some.contains(pair[1]) && others.contains(pair[0])) {
                    return false;
                }
            }
            for (Node one : some) {
                for (Node other : others) {
                    if (one.type == Type.PERSON
                            && other.type == Type.PERSON
                            && one.named()
                            && other.named()
                            && !compatiblePersons(one, other)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean compatiblePersons(Node one, Node other) {
            for (String mine : one.called.keySet()) {
                for (String theirs : other.called.keySet()) {
                    List<String> a = Spelling.words(mine);
                    List<String> b = Spelling.words(theirs);
                    if (a.size() > 1 && b.size() > 1 && !oneName(a, b)) {
                        return false;
                    }
                }
            }
            return true;
        }

        // ---- grounds

        private Optional<String> sameCountry(Node one, Node other) {
            return one.type == Type.PLACE
                            && other.type == Type.PLACE
                            && !one.country.isEmpty()
                            && one.country.equals(other.country)
                    ? Optional.of(different(one, other, "name one country"))
                    : Optional.empty();
        }

        private Optional<String> sameWords(Node one, Node other) {
            if (!fit(one, other)
                    || !one.country.isEmpty()
                    || !other.country.isEmpty()
                    || !one.named() && !other.named()) {
                return Optional.empty();
            }
            for (String mine : one.called.keySet()) {
                for (String theirs : other.called.keySet()) {
                    String a = withoutCountryWords(mine);
                    String b = withoutCountryWords(theirs);
                    boolean bare = !one.named() || !other.named();
                    String plain = Spelling.withoutStorm(a);
                    if (!bare && plain.equals(Spelling.withoutStorm(b)) && !(plain.equals(a) && plain.equals(b))) {
                        return Optional.of(a.equals(b) ? "" : said(mine, theirs, "name one storm"));
                    }
                    if ((a.equals(b) || a.length() > 4 && a.replace(" ", "").equals(b.replace(" ", "")))
                            && (!bare || a.contains(" "))
                            && !(one.type == Type.PERSON && !a.contains(" "))) {
                        return Optional.of(mine.equals(theirs) ? "" : said(mine, theirs, "differ only in writing"));
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<String> samePerson(Node one, Node other) {
            if (one.type != Type.PERSON || other.type != Type.PERSON || !one.named() || !other.named()) {
                return Optional.empty();
            }
            for (String mine : one.called.keySet()) {
                for (String theirs : other.called.keySet()) {
                    List<String> a = Spelling.words(mine);
                    List<String> b = Spelling.words(theirs);
                    if (a.size() > 1 && b.size() > 1 && oneName(a, b)) {
                        return Optional.of(a.equals(b) ? "" : said(mine, theirs, "agree in given name and surname"));
                    }
                }
            }
            return Optional.empty();
        }

        /** A surname alone joins the one person of the story who bears it, and nobody when two do. */
        private void surnames() {
            for (Node node : nodes) {
                if (node.type != Type.PERSON && node.type != Type.OTHER
                        || !node.named()
                        || node.called.keySet().stream()
                                .anyMatch(each -> Spelling.words(each).size() > 1)) {
                    continue;
                }
                String only = Spelling.words(node.called.keySet().iterator().next()).stream()
                        .findFirst()
                        .orElse("");
                Map<Integer, Node> bearers = new TreeMap<>();
                Node alone = null;
                for (Node other : nodes) {
                    if (other == node || other.type != Type.PERSON || !other.named()) {
                        continue;
                    }
                    for (String name : other.called.keySet()) {
                        List<String> words = Spelling.words(name);
                        if (words.size() > 1 && Spelling.alike(words.get(words.size() - 1), only)) {
                            bearers.put(other.group, other);
                        } else if (words.size() == 1 && words.get(0).equals(only)) {
                            alone = other;
                        }
                    }
                }
                if (bearers.size() == 1 && only.length() > 2) {
                    Node bearer = bearers.values().iterator().next();
                    merge(
                            bearer,
                            node,
                            "\"" + node.referent.name() + "\" is the surname of one person only in these reports, \""
                                    + bearer.referent.name() + "\"");
                } else if (bearers.isEmpty() && alone != null) {
                    merge(node, alone, "");
                }
            }
        }

        private Optional<String> letters(Node one, Node other) {
            if (!fit(one, other)
                    || one.type == Type.PERSON
                    || other.type == Type.PERSON
                    || !one.named()
                    || !other.named()
                    || !one.country.isEmpty()
                    || !other.country.isEmpty()) {
                return Optional.empty();
            }
            for (String mine : one.called.keySet()) {
                for (String theirs : other.called.keySet()) {
                    if (Spelling.isAcronymOf(mine, theirs) || Spelling.isAcronymOf(theirs, mine)) {
                        boolean first = Spelling.isAcronymOf(mine, theirs);
                        return Optional.of("\"" + (first ? mine : theirs) + "\" is made of the first letters of \""
                                + (first ? theirs : mine) + "\"");
                    }
                    boolean given = one.referent
                                    .acronym()
                                    .filter(each -> Spelling.fold(each).equals(Spelling.fold(theirs)))
                                    .isPresent()
                            || other.referent
                                    .acronym()
                                    .filter(each -> Spelling.fold(each).equals(Spelling.fold(mine)))
                                    .isPresent();
                    if (given) {
                        return Optional.of(said(mine, theirs, "are given as one in brackets"));
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<String> shorter(Node one, Node other) {
            if (!fit(one, other)
                    || one.type == Type.PERSON
                    || one.type == Type.PLACE
                    || !one.named()
                    || !other.named()) {
                return Optional.empty();
            }
            for (String mine : one.called.keySet()) {
                for (String theirs : other.called.keySet()) {
                    String a = Spelling.fold(Spelling.split(mine));
                    String b = Spelling.fold(Spelling.split(theirs));
                    if (isShort(a, b) || isShort(b, a)) {
                        return Optional.of(said(mine, theirs, "are the short and the long form of one name"));
                    }
                }
            }
            return Optional.empty();
        }

        private boolean isShort(String brief, String full) {
            if (brief.length() < 3 || brief.length() >= full.length()) {
                return false;
            }
            if (full.startsWith(brief + " of ") && bodyNames.contains(brief.substring(brief.lastIndexOf(' ') + 1))) {
                return gazetteer.named(full.substring(brief.length() + 4)).stream()
                        .anyMatch(place -> place.kind() == Place.Kind.COUNTRY);
            }
            if (full.startsWith(brief + " ")) {
                return legal.containsAll(
                        List.of(full.substring(brief.length() + 1).split(" ")));
            }
            if (full.endsWith(" " + brief)
                    && brief.contains(" ")
                    && bodyNames.contains(brief.substring(brief.lastIndexOf(' ') + 1))) {
                String before = full.substring(0, full.length() - brief.length() - 1);
                return gazetteer.ofPeople(before).isPresent()
                        || gazetteer.named(before).stream().anyMatch(place -> place.kind() == Place.Kind.COUNTRY);
            }
            return false;
        }

        private Optional<String> spelling(Node one, Node other) {
            if (!fit(one, other)
                    || one.type == Type.PERSON
                    || !one.named()
                    || !other.named()
                    || !one.country.isEmpty()
                    || !other.country.isEmpty()) {
                return Optional.empty();
            }
            for (String mine : one.called.keySet()) {
                for (String theirs : other.called.keySet()) {
                    String a = Spelling.split(mine);
                    String b = Spelling.split(theirs);
                    if (Spelling.alikeNames(a, b)
                            && Spelling.fold(a).length() > 5
                            && !bothKnownPlaces(one, mine, theirs)) {
                        return Optional.of(said(mine, theirs, "are two spellings of one name"));
                    }
                }
            }
            return Optional.empty();
        }

        private boolean bothKnownPlaces(Node one, String mine, String theirs) {
            return one.type == Type.PLACE && gazetteer.knows(mine) && gazetteer.knows(theirs);
        }

        /** "Orlan Relief Forces" and "Orlan Relief Units": two words or more alike, and last words that translators exchange. */
        private Optional<String> translated(Node one, Node other) {
            if (!fit(one, other)
                    || one.type == Type.PERSON
                    || one.type == Type.PLACE
                    || !one.named()
                    || !other.named()) {
                return Optional.empty();
            }
            for (String mine : one.called.keySet()) {
                for (String theirs : other.called.keySet()) {
                    List<String> a = Spelling.words(mine);
                    List<String> b = Spelling.words(theirs);
                    if (a.size() < 3 || a.size() != b.size()) {
                        continue;
                    }
                    boolean alike = true;
                    for (int i = 0; i < a.size() - 1; i++) {
                        alike &= Spelling.alike(a.get(i), b.get(i));
                    }
                    String x = a.get(a.size() - 1);
                    String y = b.get(b.size() - 1);
                    if (alike
                            && !x.equals(y)
                            && sameBody.stream().anyMatch(set -> set.contains(x) && set.contains(y))) {
                        return Optional.of(
                                said(mine, theirs, "differ only in the last word, which translators exchange"));
                    }
                }
            }
            return Optional.empty();
        }

        /** Two bodies that reports hold apart from one third whose name both bear are one. */
        private void bothApart() {
            for (int i = 0; i < apart.size(); i++) {
                for (int k = i + 1; k < apart.size(); k++) {
                    for (int side = 0; side < 4; side++) {
                        Node one = apart.get(i)[side & 1];
                        Node third = apart.get(i)[1 - (side & 1)];
                        Node other = apart.get(k)[side >> 1];
                        Node fourth = apart.get(k)[1 - (side >> 1)];
                        if (third.group != fourth.group
                                || one.group == other.group
                                || one.type != other.type
                                || !one.named()
                                || !other.named()) {
                            continue;
                        }
                        String shared = third.referent.name();
                        if (bears(one, shared) && bears(other, shared)) {
                            merge(
                                    one,
                                    other,
                                    said(
                                            one.referent.name(),
                                            other.referent.name(),
                                            "are both told apart from \"" + shared + "\", whose name both bear"));
                        }
                    }
                }
            }
        }

        private static boolean bears(Node node, String name) {
            List<String> wanted = Spelling.words(name);
            return node.called.keySet().stream()
                    .anyMatch(each -> Spelling.words(each).containsAll(wanted)
                            && Spelling.words(each).size() > wanted.size());
        }

        private Optional<String> sameDescription(Node one, Node other) {
            if (one.named() || other.named() || one.type != other.type || one.report == other.report) {
                return Optional.empty();
            }
            for (String mine : one.called.keySet()) {
                for (String theirs : other.called.keySet()) {
                    List<String> a = bare(mine);
                    List<String> b = bare(theirs);
                    if (a.isEmpty()
                            || b.isEmpty()
                            || loose.contains(a.get(a.size() - 1))
                            || OWNED.contains(a.get(0))
                            || OWNED.contains(b.get(0))) {
                        continue;
                    }
                    if (a.equals(b) && (a.size() > 1 || one.type == Type.GROUP) && sameAmount(mine, theirs)) {
                        return Optional.of(
                                one.type == Type.GROUP
                                        ? "called \"" + String.join(" ", a) + "\" in both reports"
                                        : said(mine, theirs, "are described in the same words"));
                    }
                    boolean within = a.size() >= 2
                            && b.size() >= 2
                            && a.get(a.size() - 1).equals(b.get(b.size() - 1))
                            && (a.containsAll(b) || b.containsAll(a));
                    if (one.type == Type.PERSON && within && a.get(0).equals(b.get(0))) {
                        return Optional.of(said(mine, theirs, "are described in the same words, once more fully"));
                    }
                }
            }
            return Optional.empty();
        }

        private List<String> bare(String words) {
            List<String> kept = new ArrayList<>();
            for (String word : Spelling.words(words)) {
                if (!amounts.contains(word) && !word.matches("\\d.*")) {
                    kept.add(word);
                }
            }
            return kept;
        }

        private static boolean sameAmount(String one, String other) {
            String a = one.replaceAll("\\D", "");
            String b = other.replaceAll("\\D", "");
            return a.isEmpty() || b.isEmpty() || a.equals(b);
        }

        /** "the embassy" where all reports speak of one embassy only. */
        private void onlyOne() {
            for (Node node : nodes) {
                if (node.named()
                        || node.type != Type.PLACE && node.type != Type.ORGANIZATION
                        || group(node.group).size() > 1) {
                    continue;
                }
                String noun = node.called.keySet().stream()
                        .filter(each -> !each.contains(" "))
                        .map(Spelling::fold)
                        .findFirst()
                        .orElse("");
                if (noun.isEmpty() || loose.contains(noun) || noun.endsWith("s")) {
                    continue;
                }
                Map<Integer, Node> bearers = new TreeMap<>();
                for (Node other : nodes) {
                    if (other == node || other.type != node.type) {
                        continue;
                    }
                    for (String name : other.called.keySet()) {
                        List<String> words = Spelling.words(name);
                        if (words.size() > 1
                                && words.size() <= 5
                                && words.get(words.size() - 1).equals(noun)) {
                            bearers.put(other.group, other);
                        }
                    }
                }
                if (bearers.size() == 1) {
                    Node bearer = bearers.values().iterator().next();
                    merge(bearer, node, "\"" + bearer.referent.name() + "\" is the only " + noun + " in these reports");
                }
            }
        }

        // ---- helpers

        /** A name folded, a country at its beginning by its code: "U.S. Mint" and "United States Mint" are one. */
        private String withoutCountryWords(String name) {
            String folded = Spelling.full(name);
            String[] words = folded.split(" ");
            for (int length = Math.min(3, words.length - 1); length >= 1; length--) {
                String begin = String.join(" ", List.of(words).subList(0, length));
                List<Place> places = gazetteer.named(begin);
                if (!places.isEmpty() && places.get(0).kind() == Place.Kind.COUNTRY) {
                    return places.get(0).country().toLowerCase(java.util.Locale.ROOT) + " "
                            + String.join(" ", List.of(words).subList(length, words.length));
                }
            }
            return folded;
        }

        private static boolean fit(Node one, Node other) {
            return one.type == other.type
                    || one.type == Type.OTHER && other.type != Type.GROUP
                    || other.type == Type.OTHER && one.type != Type.GROUP
                    || one.type == Type.ORGANIZATION && other.type == Type.PLACE
                    || one.type == Type.PLACE && other.type == Type.ORGANIZATION;
        }

        private boolean oneName(List<String> one, List<String> other) {
            String a = one.get(0);
            String b = other.get(0);
            boolean last = Spelling.alike(one.get(one.size() - 1), other.get(other.size() - 1));
            boolean given = Spelling.alike(a, b)
                    || a.length() == 1 && b.startsWith(a)
                    || b.length() == 1 && a.startsWith(b)
                    || nicknames.stream().anyMatch(set -> set.contains(a) && set.contains(b));
            if (last && given) {
                return true;
            }
            List<String> longer = one.size() >= other.size() ? one : other;
            List<String> shorter = longer == one ? other : one;
            return longer.size() > shorter.size()
                    && (longer.subList(0, shorter.size()).equals(shorter)
                            || longer.subList(longer.size() - shorter.size(), longer.size())
                                    .equals(shorter));
        }

        private static String said(String one, String other, String what) {
            boolean order = one.compareTo(other) <= 0;
            return "\"" + (order ? one : other) + "\" and \"" + (order ? other : one) + "\" " + what;
        }

        private static String different(Node one, Node other, String what) {
            String a = one.called.keySet().iterator().next();
            String b = other.called.keySet().iterator().next();
            return a.equals(b) ? "" : said(a, b, what);
        }

        // ---- the result

        /** A group with what it is to be called and how often it is mentioned. */
        private record Weighed(List<Node> group, String name, int mentions) {}

        private List<JoinedEntity> result() {
            List<Weighed> ordered = new ArrayList<>();
            for (List<Node> group : groups.values()) {
                int mentioned = group.stream()
                        .mapToInt(node -> node.referent.mentions().size())
                        .sum();
                ordered.add(new Weighed(group, name(group), mentioned));
            }
            ordered.sort(
                    Comparator.comparing((Weighed each) -> each.group().stream().noneMatch(Node::named))
                            .thenComparing(each -> -each.mentions())
                            .thenComparing(Weighed::name)
                            .thenComparing(each -> each.group().get(0).key)
                            .thenComparing(each -> each.group().get(0).referent.id()));
            Map<Integer, Integer> indexes = new TreeMap<>();
            for (int i = 0; i < ordered.size(); i++) {
                indexes.put(ordered.get(i).group().get(0).group, i);
            }
            List<JoinedEntity> entities = new ArrayList<>();
            for (Weighed each : ordered) {
                entities.add(entity(entities.size(), each.group(), each.name(), indexes));
            }
            return List.copyOf(entities);
        }

        private JoinedEntity entity(int index, List<Node> group, String name, Map<Integer, Integer> indexes) {
            List<JoinedEntity.NotSame> notSame = new ArrayList<>();
            for (int i = 0; i < apart.size(); i++) {
                Node[] pair = apart.get(i);
                for (int side = 0; side < 2; side++) {
                    if (pair[side].group == group.get(0).group && pair[1 - side].group != group.get(0).group) {
                        notSame.add(new JoinedEntity.NotSame(
                                indexes.getOrDefault(pair[1 - side].group, index),
                                pair[side].report,
                                apartWords.get(i)));
                    }
                }
            }
            List<String> reasons = new ArrayList<>(reasons(group.get(0).group));
            Type type = type(group, reasons);
            List<JoinedEntity.Member> members = new ArrayList<>();
            group.stream()
                    .sorted(Comparator.comparing((Node node) -> node.report).thenComparing(node -> node.referent.id()))
                    .forEach(node -> members.add(new JoinedEntity.Member(node.report, node.referent.id())));
            Map<String, Integer> used = used(group);
            Set<String> others = new LinkedHashSet<>();
            used.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .forEach(entry -> others.add(entry.getKey()));
            group.stream()
                    .sorted(Comparator.comparing(node -> node.key))
                    .forEach(node -> node.referent.names().forEach(others::add));
            others.remove(name);
            return new JoinedEntity(
                    index,
                    type,
                    group.stream().anyMatch(Node::named),
                    name,
                    List.copyOf(others),
                    members,
                    notSame.stream()
                            .sorted(Comparator.comparing(JoinedEntity.NotSame::report)
                                    .thenComparing(JoinedEntity.NotSame::entity)
                                    .thenComparing(JoinedEntity.NotSame::words))
                            .toList(),
                    reasons.stream().sorted().toList());
        }

        private static Type type(List<Node> group, List<String> reasons) {
            boolean storm = group.stream()
                    .flatMap(node -> node.called.keySet().stream())
                    .map(Spelling::fold)
                    .anyMatch(name -> !Spelling.withoutStorm(name).equals(name));
            if (storm && group.stream().anyMatch(Node::named)) {
                return Type.OTHER;
            }
            Map<Type, Integer> votes = new TreeMap<>();
            for (Node node : group) {
                if (node.named() == group.stream().anyMatch(Node::named)) {
                    votes.merge(
                            node.type,
                            node.referent.mentions().size() * (node.type == Type.OTHER ? 1 : 2),
                            Integer::sum);
                }
            }
            Type best = group.get(0).type;
            int most = 0;
            for (Map.Entry<Type, Integer> entry : votes.entrySet()) {
                if (entry.getValue() > most) {
                    best = entry.getKey();
                    most = entry.getValue();
                }
            }
            if (votes.size() > 1) {
                reasons.add("read as " + best.name().toLowerCase(java.util.Locale.ROOT) + " in most places");
            }
            return best;
        }

        private static Map<String, Integer> used(List<Node> group) {
            boolean named = group.stream().anyMatch(Node::named);
            Map<String, Integer> used = new TreeMap<>();
            for (Node node : group) {
                if (node.named() == named) {
                    node.called.forEach((name, times) -> used.merge(name, times, Integer::sum));
                }
            }
            return used;
        }

        /** The most used of the full names; letters only when there is nothing else; a country by its usual name if anyone uses it. */
        private String name(List<Node> group) {
            Map<String, Integer> used = used(group);
            String country = group.stream()
                    .map(node -> node.country)
                    .filter(each -> !each.isEmpty())
                    .findFirst()
                    .orElse("");
            if (!country.isEmpty()) {
                String usual = gazetteer.country(country).map(Place::name).orElse("");
                for (String name : used.keySet()) {
                    if (Spelling.fold(name).equals(Spelling.fold(usual))) {
                        return name;
                    }
                }
                used.keySet()
                        .removeIf(name -> gazetteer.ofPeople(name).isPresent()
                                && used.keySet().stream()
                                        .anyMatch(other ->
                                                gazetteer.ofPeople(other).isEmpty()));
                boolean only = used.keySet().stream()
                        .allMatch(name -> gazetteer.ofPeople(name).isPresent());
                if (only && !usual.isEmpty()) {
                    return usual;
                }
            }
            boolean person = group.stream().anyMatch(node -> node.type == Type.PERSON && node.named());
            String best = null;
            double bestScore = 0;
            for (Map.Entry<String, Integer> entry : used.entrySet()) {
                String name = entry.getKey();
                int words = (int) Spelling.words(name).stream()
                        .filter(word -> word.length() > 1)
                        .count();
                boolean letters = Spelling.looksLikeAcronym(name) && words == 1;
                boolean shouted = name.length() > 6 && name.equals(name.toUpperCase(java.util.Locale.ROOT));
                double score = entry.getValue()
                        + (words > 1 ? person ? 100 : 3 : 0)
                        - (letters && country.isEmpty() ? 50 : 0)
                        - (shouted ? 20 : 0)
                        - (name.contains(" ") ? 0 : 0.5);
                if (best == null || score > bestScore) {
                    best = name;
                    bestScore = score;
                }
            }
            return best == null ? group.get(0).referent.name() : best;
        }
    }
}
