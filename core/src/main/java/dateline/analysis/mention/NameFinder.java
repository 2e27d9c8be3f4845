package dateline.analysis.mention;

import dateline.analysis.layout.Layout;
import dateline.analysis.mention.Mention.Kind;
import dateline.analysis.mention.Mention.Type;
import dateline.analysis.place.Gazetteer;
import dateline.analysis.place.Place;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Tree;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names: what the model tagged, with its spans put right (determiners, titles, genitives and glued nouns off; parts of bodies'
 * names on), hashtags, countries and their adjectives, names that the model saw elsewhere in the report, and authors of posts.
 */
final class NameFinder {
    private static final Set<String> CALENDAR = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
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
            "jan.",
            "feb.",
            "mar.",
            "apr.",
            "jun.",
            "jul.",
            "aug.",
            "sept.",
            "sep.",
            "oct.",
            "nov.",
            "dec.");
    private static final Set<String> PREFIXES = Set.of("pro", "anti", "ex", "non", "post", "pre");
    private static final Set<String> LOCATIVE = Set.of(
            "in",
            "near",
            "outside",
            "inside",
            "around",
            "across",
            "throughout",
            "from",
            "to",
            "into",
            "toward",
            "towards",
            "at");
    /** Words for a faith or people that stand before a body's name and do not belong to it. */
    private static final Set<String> SECTS = Set.of(
            "shiite", "shia", "shi'ite", "sunni", "islamist", "jihadist", "kurdish", "christian", "muslim", "jewish");

    private static final int WORDS_MAX = 8;
    /** A bare name that the model did not tag is taken as a town only when it is a large one. */
    private static final long TOWN_PEOPLE_MIN = 200_000;

    private final Vocabulary vocabulary;
    private final Gazetteer gazetteer;

    NameFinder(Vocabulary vocabulary, Gazetteer gazetteer) {
        this.vocabulary = vocabulary;
        this.gazetteer = gazetteer;
    }

    List<Draft> find(Segmented segmented, List<Tree> trees) {
        List<Draft> names = new ArrayList<>();
        for (Tree tree : trees) {
            List<Draft> here = new ArrayList<>();
            tagged(tree, here);
            extend(tree, here);
            hashtags(tree, here);
            runs(tree, here);
            countries(tree, here);
            names.addAll(here);
        }
        again(trees, names);
        agree(names);
        authors(segmented, trees, names);
        names.sort(Comparator.comparing((Draft d) -> d.sentence()).thenComparing(d -> d.span));
        return names;
    }

    private void tagged(Tree tree, List<Draft> here) {
        int word = 0;
        while (word < tree.size()) {
            String tag = tree.reading(word).name();
            if (tag.equals("O")) {
                word++;
                continue;
            }
            int end = word;
            while (end + 1 < tree.size() && tree.reading(end + 1).name().equals("I-" + tag.substring(2))) {
                end++;
            }
            int begin = word;
            for (int i = word; i <= end; i++) {
                if (tree.form(i).startsWith("#")) {
                    if (begin < i) {
                        name(tree, begin, i - 1, type(tag.substring(2)), here);
                    }
                    begin = tree.form(i).length() == 1 ? i + 2 : i + 1;
                }
            }
            if (begin <= end) {
                name(tree, begin, end, type(tag.substring(2)), here);
            }
            word = end + 1;
        }
    }

    private static Type type(String tag) {
        return switch (tag) {
            case "PER" -> Type.PERSON;
            case "ORG" -> Type.ORGANIZATION;
            case "LOC" -> Type.PLACE;
            default -> Type.OTHER;
        };
    }

    private void name(Tree tree, int from, int to, Type tagged, List<Draft> here) {
        Type type = tagged;
        int first = from;
        int last = to;
        List<String> titles = new ArrayList<>();
        boolean moved = true;
        while (moved && first <= last) {
            moved = false;
            String lower = tree.lower(first);
            boolean hyphen = first + 1 <= last && isHyphen(tree, first + 1);
            if (last > first && lower.matches("(?:pro|anti|ex|non|post|pre)[-‐].+")) {
                first++;
                moved = true;
            } else if (PREFIXES.contains(lower) && hyphen) {
                first += 2;
                moved = true;
            } else if (tree.isClass(first, "DET", "PUNCT", "ADP", "SYM", "CCONJ") && !hyphen && !isName(tree, first)
                    || lower.equals("the") && last > first) {
                first++;
                moved = true;
            } else if (type != Type.PERSON
                            && last > first
                            && vocabulary.glued.contains(lower)
                            && hasCapital(tree.form(first + 1))
                    || last > first + 1 && SECTS.contains(lower)) {
                first++;
                moved = true;
            } else if (type == Type.PERSON && first < last && vocabulary.titles.contains(lower)) {
                titles.add(lower);
                first++;
                moved = true;
            } else if (Character.isLowerCase(tree.form(first).codePointAt(0))
                    && first < last
                    && !hyphen
                    && !Spelling.fold(tree.form(first)).matches("al|el|bin|ibn|van|von|de|da|di|du|la|le")) {
                first++;
                moved = true;
            }
        }
        while (last > first
                && (tree.isClass(last, "PUNCT", "PART", "ADP", "DET", "CCONJ")
                        || isGenitive(tree, last)
                        || !hasCapital(tree.form(last)) && !isNumber(tree, last))
                && !(tree.form(last).endsWith(".") && hasCapital(tree.form(last)))) {
            last--;
        }
        if (first > last || !hasCapital(tree.words(first, last)) || last - first >= WORDS_MAX + 4) {
            return;
        }
        String words = tree.words(first, last);
        if (words.matches(".*(https?:|www\\.|\\.com/|@|twitter\\.com|t\\.co/).*")
                || first == last && CALENDAR.contains(tree.lower(first))) {
            return;
        }
        if (first == last
                && (tree.form(first).startsWith("#")
                        || tree.form(first).endsWith("$")
                        || last + 1 < tree.size() && tree.form(last + 1).startsWith("$"))) {
            return;
        }
        if (first == last && isCommonNoun(tree, first)) {
            return;
        }
        if (type == Type.PERSON
                && tree.lower(first).matches("hurricane|typhoon|cyclone|storm|superstorm|tropical|operation")) {
            type = Type.OTHER;
        }
        // "President Ada Vane" that the model took for something else: title, given name, surname.
        if (type != Type.PERSON
                && last > first + 1
                && vocabulary.titles.contains(tree.lower(first))
                && (vocabulary.female.contains(tree.lower(first + 1))
                        || vocabulary.male.contains(tree.lower(first + 1)))) {
            titles.add(tree.lower(first));
            first++;
            type = Type.PERSON;
        }
        Draft draft = new Draft(tree, Kind.NAME, type, first, last, head(tree, first, last));
        for (int i = first - 1; i >= 0 && vocabulary.titles.contains(tree.lower(i)); i--) {
            titles.add(0, tree.lower(i));
        }
        draft.titles.addAll(titles);
        settle(draft);
        here.add(draft);
    }

    /** A capital alone does not make a name of "Councilman", "City" or "Officer". */
    private boolean isCommonNoun(Tree tree, int word) {
        String lower = tree.lower(word);
        boolean common = vocabulary.persons.contains(lower)
                || vocabulary.sites.containsKey(lower)
                || vocabulary.titles.contains(lower)
                || vocabulary.bodies.containsKey(lower) && !lower.matches("congress|parliament|senate|house|cabinet");
        return common
                && !gazetteer.knows(lower)
                && !tree.form(word).equals(tree.form(word).toUpperCase(Locale.ROOT))
                && !vocabulary.female.contains(lower)
                && !vocabulary.male.contains(lower)
                && tree.children(word).stream().noneMatch(each -> tree.isRelation(each, "flat"));
    }

    /** Sets what the name's own words tell of its type, country and gender. */
    private void settle(Draft draft) {
        String words = draft.words();
        String lastWord = draft.tree.form(draft.last);
        boolean several = draft.last > draft.first;
        draft.noun = Spelling.fold(lastWord);
        Optional<Place> people = gazetteer.ofPeople(words);
        List<Place> places = gazetteer.named(words);
        boolean country = !places.isEmpty() && places.get(0).kind() == Place.Kind.COUNTRY;
        if (country && draft.type != Type.PERSON) {
            draft.type = Type.PLACE;
            draft.country = places.get(0).country();
        } else if (people.isPresent() && !country) {
            draft.country = people.get().country();
            boolean plural = draft.tree.isClass(draft.head, "NOUN", "PROPN")
                    && !draft.tree.isRelation(draft.head, "amod", "compound", "flat")
                    && draft.tree.lower(draft.head).matches(".*(s|ish|ese|men)");
            draft.type = plural ? Type.GROUP : Type.PLACE;
            draft.adjective = !plural;
            draft.number = plural ? Draft.Number.MANY : Draft.Number.ONE;
        } else if (several
                && vocabulary.bodyNames.contains(lastWord.toLowerCase(Locale.ROOT))
                && (draft.type != Type.PLACE
                        || !vocabulary.placeNames.contains(lastWord.toLowerCase(Locale.ROOT)) && places.isEmpty())) {
            draft.type = Type.ORGANIZATION;
        } else if (several
                && vocabulary.placeNames.contains(lastWord.toLowerCase(Locale.ROOT))
                && draft.type != Type.PERSON) {
            draft.type = Type.PLACE;
        } else if (draft.type == Type.ORGANIZATION && !several && locative(draft) && !places.isEmpty()) {
            draft.type = Type.PLACE;
        } else if (draft.type == Type.OTHER && !draft.titles.isEmpty()) {
            draft.type = Type.PERSON;
        } else if (isBody(draft, places)) {
            draft.type = Type.ORGANIZATION;
        }
        if (draft.type == Type.PERSON) {
            draft.number = Draft.Number.ONE;
            draft.gender = gender(draft);
        } else if (draft.type != Type.GROUP) {
            draft.number = Draft.Number.ONE;
        }
    }

    /** "the Orlan group", "a Lisbon-based Orlan": beside such words stands a body's name. */
    private boolean isBody(Draft draft, List<Place> places) {
        Tree tree = draft.tree;
        if (draft.first > 0 && tree.lower(draft.first - 1).equals("based")) {
            return true;
        }
        int next = draft.last + 1;
        if (next < tree.size() && tree.form(next).matches("[\"”’']")) {
            next++;
        }
        return draft.type != Type.PERSON
                && places.isEmpty()
                && next < tree.size()
                && tree.isClass(next, "NOUN")
                && vocabulary.glued.contains(tree.lower(next))
                && (tree.head(draft.head) == next || tree.form(draft.last + 1).matches("[\"”]"));
    }

    private Draft.Gender gender(Draft draft) {
        for (String title : draft.titles) {
            if (title.matches("mrs\\.?|ms\\.?|miss|queen|princess|lady|dame|.*woman|actress")) {
                return Draft.Gender.FEMALE;
            }
            if (title.matches(
                    "mr\\.?|king|prince|lord|sir|.*man|sheikh?|sultan|emir|imam|pope|rev\\.?|ayatollah|bishop|archbishop")) {
                return Draft.Gender.MALE;
            }
        }
        if (draft.last == draft.first) {
            return Draft.Gender.UNKNOWN;
        }
        String given = Spelling.fold(draft.tree.form(draft.first));
        boolean female = vocabulary.female.contains(given);
        boolean male = vocabulary.male.contains(given);
        return female == male ? Draft.Gender.UNKNOWN : female ? Draft.Gender.FEMALE : Draft.Gender.MALE;
    }

    private static boolean locative(Draft draft) {
        return LOCATIVE.contains(draft.tree.preposition(draft.head));
    }

    /** "Orlan" + "Brigades" -> "Orlan Brigades"; "Lake" + "Orlan" in two pieces of one type -> one name. */
    private void extend(Tree tree, List<Draft> here) {
        for (int i = 0; i < here.size(); i++) {
            Draft draft = here.get(i);
            int from = draft.first;
            int to = draft.last;
            Type type = draft.type;
            boolean grown = true;
            while (grown) {
                grown = false;
                if (to + 1 < tree.size() && touches(tree, to)) {
                    String next = tree.form(to + 1);
                    boolean other = covered(here, to + 1, draft);
                    if (hasCapital(next)
                            && vocabulary.bodyNames.contains(next.toLowerCase(Locale.ROOT))
                            && !draft.adjective
                            && !(type == Type.PLACE
                                    && draft.country.isEmpty()
                                    && !tree.isRelation(to, "compound", "flat", "amod"))) {
                        to++;
                        type = Type.ORGANIZATION;
                        grown = true;
                    } else if (!other
                            && hasCapital(next)
                            && vocabulary.placeNames.contains(next.toLowerCase(Locale.ROOT))) {
                        to++;
                        type = Type.PLACE;
                        grown = true;
                    } else if (other
                            && sameType(here, to + 1, type)
                            && draft.country.isEmpty()
                            && linked(tree, to, to + 1)
                            && !isCountry(here, to + 1)) {
                        to = at(here, to + 1).last;
                        grown = true;
                    }
                }
                if (from > 0 && touches(tree, from - 1) && type != Type.PLACE && draft.country.isEmpty()) {
                    String before = tree.form(from - 1);
                    boolean adjective = type == Type.ORGANIZATION
                            && from - 1 > 0
                            && tree.isClass(from - 1, "ADJ", "NOUN", "PROPN")
                            && tree.isRelation(from - 1, "amod", "compound")
                            && !SECTS.contains(before.toLowerCase(Locale.ROOT));
                    if ((tree.isClass(from - 1, "PROPN") && tree.isRelation(from - 1, "compound", "flat") || adjective)
                            && Character.isUpperCase(before.codePointAt(0))
                            && !before.startsWith("#")
                            && (!covered(here, from - 1, draft) || isLooseWord(here, from - 1))
                            && linked(tree, from - 1, from)
                            && !vocabulary.titles.contains(before.toLowerCase(Locale.ROOT))
                            && !vocabulary.persons.contains(before.toLowerCase(Locale.ROOT))
                            && !vocabulary.glued.contains(before.toLowerCase(Locale.ROOT))
                            && !CALENDAR.contains(before.toLowerCase(Locale.ROOT))
                            && gazetteer.ofPeople(before).isEmpty()
                            && !(from - 1 == 0 && !tree.reading(0).name().equals("O"))) {
                        from--;
                        grown = true;
                    }
                }
            }
            if (from == draft.first && to == draft.last) {
                continue;
            }
            int begin = from;
            int end = to;
            boolean keepCountry = !draft.country.isEmpty();
            Draft whole = new Draft(tree, Kind.NAME, type, begin, end, head(tree, begin, end));
            whole.titles.addAll(draft.titles);
            settle(whole);
            here.removeIf(each -> each != draft && begin <= each.first && each.last <= end && each.country.isEmpty());
            int index = here.indexOf(draft);
            if (keepCountry) {
                here.add(index, whole);
                i = here.indexOf(draft);
            } else {
                here.set(index, whole);
                i = index;
            }
        }
    }

    /** "Harbour Street" that the model did not tag: capitals up to a word that ends names of bodies or places. */
    private void runs(Tree tree, List<Draft> here) {
        for (int i = 1; i < tree.size(); i++) {
            String form = tree.form(i);
            String lower = form.toLowerCase(Locale.ROOT);
            boolean body = vocabulary.bodyNames.contains(lower);
            boolean place = vocabulary.placeNames.contains(lower);
            if (!Character.isUpperCase(form.codePointAt(0))
                    || !body && !place
                    || !tree.isClass(i, "PROPN")
                    || covered(here, i)) {
                continue;
            }
            int from = i;
            while (from > 0
                    && tree.isClass(from - 1, "PROPN", "ADJ")
                    && Character.isUpperCase(tree.form(from - 1).codePointAt(0))
                    && touches(tree, from - 1)
                    && !covered(here, from - 1)
                    && !CALENDAR.contains(tree.lower(from - 1))
                    && i - from < 4) {
                from--;
            }
            boolean shouted = i + 1 < tree.size()
                    && tree.form(i + 1).equals(tree.form(i + 1).toUpperCase(Locale.ROOT))
                    && form.equals(form.toUpperCase(Locale.ROOT))
                    && form.length() > 3;
            if (from < i && !shouted) {
                Draft draft = new Draft(
                        tree, Kind.NAME, place ? Type.PLACE : Type.ORGANIZATION, from, i, head(tree, from, i));
                settle(draft);
                here.add(draft);
            }
        }
    }

    private static boolean linked(Tree tree, int one, int other) {
        return tree.head(one) == other
                || tree.head(other) == one
                || tree.head(one) >= 0 && tree.head(one) == tree.head(other);
    }

    /** A single word that the model took for a name of no sort: part of the name beside it. */
    private static boolean isLooseWord(List<Draft> here, int word) {
        Draft draft = at(here, word);
        return draft.first == draft.last && draft.type == Type.OTHER && draft.country.isEmpty();
    }

    private static boolean covered(List<Draft> here, int word) {
        return here.stream().anyMatch(each -> each.covers(word));
    }

    private static boolean covered(List<Draft> here, int word, Draft but) {
        return here.stream().anyMatch(each -> each != but && each.covers(word));
    }

    private static Draft at(List<Draft> here, int word) {
        return here.stream().filter(each -> each.covers(word)).findFirst().orElseThrow();
    }

    private static boolean sameType(List<Draft> here, int word, Type type) {
        return at(here, word).type == type;
    }

    private static boolean isCountry(List<Draft> here, int word) {
        return !at(here, word).country.isEmpty();
    }

    /** Whether only a blank, or nothing, stands between a word and the next. */
    private static boolean touches(Tree tree, int word) {
        String between = tree.report()
                .text()
                .substring(tree.span(word).end(), tree.span(word + 1).begin());
        return between.isEmpty() || between.equals(" ") || between.equals("\n");
    }

    private void hashtags(Tree tree, List<Draft> here) {
        for (int i = 0; i < tree.size(); i++) {
            String form = tree.form(i);
            boolean apart = form.equals("#")
                    && i + 1 < tree.size()
                    && touches(tree, i)
                    && Character.isLetter(tree.form(i + 1).codePointAt(0));
            int word = apart ? i + 1 : i;
            if (!apart && !(form.length() > 2 && form.charAt(0) == '#')) {
                continue;
            }
            String bare = apart ? tree.form(word) : form.substring(1);
            String split = Spelling.split(bare);
            List<Place> places = gazetteer.named(split);
            boolean place = !places.isEmpty()
                    && (places.get(0).kind() != Place.Kind.CITY || places.get(0).population() >= TOWN_PEOPLE_MIN);
            boolean acronym = Spelling.looksLikeAcronym(bare) && bare.length() >= 3;
            boolean camel = split.contains(" ");
            String tag = tree.reading(word).name();
            if (!place && !acronym && !camel && (tag.equals("O") || Character.isLowerCase(bare.codePointAt(0)))
                    || covered(here, word)) {
                continue;
            }
            Type type = place
                    ? Type.PLACE
                    : tag.equals("O") ? acronym ? Type.ORGANIZATION : Type.OTHER : type(tag.substring(2));
            Draft draft = new Draft(tree, Kind.NAME, type, word, word, word);
            if (!apart) {
                draft.span =
                        new Span(tree.span(word).begin() + 1, tree.span(word).end());
            }
            draft.noun = Spelling.fold(bare);
            draft.number = Draft.Number.ONE;
            if (place && places.get(0).kind() == Place.Kind.COUNTRY) {
                draft.country = places.get(0).country();
            }
            here.add(draft);
        }
    }

    /** Countries, their adjectives and large towns after "in" that the model did not tag. */
    private void countries(Tree tree, List<Draft> here) {
        for (int i = 0; i < tree.size(); i++) {
            if (!hasCapital(tree.form(i))
                    || tree.form(i).startsWith("#")
                    || tree.form(i).endsWith("$")
                    || tree.lower(i).equals("the")
                    || i + 1 < tree.size() && tree.form(i + 1).startsWith("$")) {
                continue;
            }
            for (int length = Math.min(6, tree.size() - i); length >= 1; length--) {
                int end = i + length - 1;
                int begin = i;
                if (!hasCapital(tree.form(end))) {
                    continue;
                }
                String words = tree.words(begin, end);
                List<Place> places = gazetteer.named(words);
                boolean known = length > 1
                        && !places.isEmpty()
                        && places.get(0).kind() == Place.Kind.COUNTRY
                        && here.stream()
                                .allMatch(each -> each.last < begin
                                        || each.first > end
                                        || each.first >= begin && each.last <= end);
                if (known) {
                    here.removeIf(each -> each.first >= begin && each.last <= end);
                }
                if (here.stream().anyMatch(each -> each.last >= begin && each.first <= end)) {
                    continue;
                }
                boolean country = !places.isEmpty()
                        && places.get(0).kind() == Place.Kind.COUNTRY
                        && !words.matches("\\p{Lu}\\p{Ll}{0,1}|IS|IT|NO|SO|Me");
                boolean people = length == 1
                        && gazetteer.ofPeople(words).isPresent()
                        && !words.matches("Polish|Turkey|Pole|Poles|Kiwi");
                boolean town = !country
                        && !places.isEmpty()
                        && tree.isClass(end, "PROPN")
                        && LOCATIVE.contains(tree.preposition(head(tree, begin, end)))
                        && (places.get(0).population() >= TOWN_PEOPLE_MIN
                                || places.get(0).kind() != Place.Kind.CITY);
                if (country || people || town) {
                    Draft draft = new Draft(tree, Kind.NAME, Type.PLACE, begin, end, head(tree, begin, end));
                    settle(draft);
                    here.add(draft);
                    i = end;
                    break;
                }
            }
        }
    }

    /** Names that the model saw in one sentence and missed in another. */
    private void again(List<Tree> trees, List<Draft> names) {
        Map<String, Draft> known = new LinkedHashMap<>();
        for (Draft draft : names) {
            String key = draft.words().toLowerCase(Locale.ROOT);
            if (key.length() >= 3 && !draft.adjective) {
                known.putIfAbsent(key, draft);
            }
        }
        for (Tree tree : trees) {
            List<Draft> here = names.stream().filter(each -> each.tree == tree).toList();
            for (int i = 0; i < tree.size(); i++) {
                if (!hasCapital(tree.form(i))
                        || tree.form(i).endsWith("$")
                        || i + 1 < tree.size() && tree.form(i + 1).startsWith("$")) {
                    continue;
                }
                for (int length = Math.min(6, tree.size() - i); length >= 1; length--) {
                    int begin = i;
                    int end = i + length - 1;
                    if (here.stream()
                            .anyMatch(each -> each.last >= begin
                                    && each.first <= end
                                    && !(each.first == begin && each.last < end))) {
                        continue;
                    }
                    Draft model =
                            known.get(Spelling.split(tree.words(begin, end)).toLowerCase(Locale.ROOT));
                    if (model != null && model.tree == tree && model.covers(begin)) {
                        model = null;
                    }
                    if (model != null) {
                        names.removeIf(
                                each -> each.tree == tree && each.first >= begin && each.last <= end && !each.author);
                    }
                    if (model != null
                            && (length > 1
                                    || tree.isClass(i, "PROPN", "X")
                                    || hasCapital(tree.form(i).substring(1)))) {
                        Draft draft = new Draft(tree, Kind.NAME, model.type, begin, end, head(tree, begin, end));
                        settle(draft);
                        names.add(draft);
                        i = end;
                        break;
                    }
                }
            }
        }
    }

    /** One name, one type: the one most of its mentions have; a surname alone follows the full name. */
    private void agree(List<Draft> names) {
        Map<String, int[]> votes = new LinkedHashMap<>();
        for (Draft draft : names) {
            if (!draft.adjective && draft.country.isEmpty()) {
                votes.computeIfAbsent(Spelling.fold(draft.words()), key -> new int[Type.values().length])[
                        draft.type.ordinal()]++;
            }
        }
        Map<String, Integer> surnames = new LinkedHashMap<>();
        for (Draft draft : names) {
            if (draft.type == Type.PERSON && draft.last > draft.first) {
                surnames.merge(Spelling.fold(draft.tree.form(draft.last)), 1, Integer::sum);
            }
        }
        for (Draft draft : names) {
            int[] votesHere = votes.get(Spelling.fold(draft.words()));
            if (draft.adjective || !draft.country.isEmpty() || votesHere == null) {
                continue;
            }
            int best = draft.type.ordinal();
            for (int i = 0; i < votesHere.length; i++) {
                if (votesHere[i] > votesHere[best]) {
                    best = i;
                }
            }
            draft.type = Type.values()[best];
            if (draft.type == Type.OTHER
                    && draft.first == draft.last
                    && surnames.containsKey(draft.noun)
                    && !locative(draft)) {
                draft.type = Type.PERSON;
                draft.number = Draft.Number.ONE;
            }
        }
        for (Draft draft : names) {
            if (draft.type == Type.PERSON && draft.titles.isEmpty() && draft.gender == Draft.Gender.UNKNOWN) {
                boolean body = names.stream()
                        .anyMatch(other -> other.type == Type.ORGANIZATION
                                && other.last > other.first
                                && Spelling.alikeNames(other.words(), draft.words()));
                draft.type = body ? Type.ORGANIZATION : draft.type;
            }
        }
    }

    private void authors(Segmented segmented, List<Tree> trees, List<Draft> names) {
        for (Layout.Post post : segmented.layout().posts()) {
            int at =
                    segmented.report().text().indexOf(post.author(), post.body().end());
            Tree last = null;
            for (Tree tree : trees) {
                if (tree.sentence().post().isPresent() && tree.sentence().post().getAsInt() == post.index()) {
                    last = tree;
                }
            }
            if (at < 0
                    || at + post.author().length() > post.span().end()
                    || last == null
                    || post.author().isBlank()) {
                continue;
            }
            String[] words = post.author().strip().split("\\s+");
            boolean body = vocabulary.bodyNames.contains(words[words.length - 1].toLowerCase(Locale.ROOT))
                    || post.author()
                            .matches(
                                    "(?i).*\\b(news|breaking|live|official|media|today|daily|times|the|updates?|alerts?)\\b.*")
                    || words.length == 1
                    || post.author().equals(post.author().toUpperCase(Locale.ROOT))
                            && post.author().length() <= 8;
            Draft draft = new Draft(
                    last,
                    Kind.NAME,
                    body ? Type.ORGANIZATION : Type.PERSON,
                    last.size() - 1,
                    last.size() - 1,
                    last.size() - 1);
            draft.span = new Span(at, at + post.author().length());
            draft.author = true;
            draft.number = Draft.Number.ONE;
            draft.noun = Spelling.fold(words[words.length - 1]);
            names.add(draft);
        }
    }

    /** The word of a stretch that hangs outside it; the last one when several do. */
    static int head(Tree tree, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (tree.head(i) < first || tree.head(i) > last) {
                if (!tree.isClass(i, "PUNCT", "ADP", "DET")) {
                    return i;
                }
            }
        }
        return last;
    }

    private static boolean isName(Tree tree, int word) {
        return tree.isClass(word, "PROPN");
    }

    private static boolean isHyphen(Tree tree, int word) {
        return tree.form(word).matches("[-‐‑–]");
    }

    private static boolean isGenitive(Tree tree, int word) {
        return tree.form(word).matches("['’]s?");
    }

    private static boolean isNumber(Tree tree, int word) {
        return tree.form(word).matches("\\d+|[IVX]+");
    }

    private static boolean hasCapital(String word) {
        return word.codePoints().anyMatch(Character::isUpperCase);
    }
}
