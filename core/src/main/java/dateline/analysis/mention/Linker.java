package dateline.analysis.mention;

import dateline.analysis.mention.Mention.Kind;
import dateline.analysis.mention.Mention.Type;
import dateline.analysis.place.Gazetteer;
import dateline.analysis.place.Place;
import dateline.analysis.text.Tree;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Links the mentions of one report into chains: names first, over the whole report; then descriptions and pronouns in the
 * order of the text, each to what stands before it.
 */
final class Linker {
    /** Last words that say what sort of firm a name is, so that a name may be used without them. */
    private static final Set<String> LEGAL = Set.of(
            "inc",
            "corp",
            "co",
            "ltd",
            "llc",
            "plc",
            "company",
            "corporation",
            "group",
            "holdings",
            "stores",
            "industries",
            "airlines",
            "organization",
            "organisation",
            "international",
            "news",
            "party",
            "ag",
            "sa",
            "bank");

    private static final Set<String> SPECIAL_COUNTRY = Set.of("america", "us", "usa", "uk", "britain");
    /** Bare plurals that mean other people each time they come. */
    private static final Set<String> LOOSE = Set.of(
            "official",
            "people",
            "man",
            "woman",
            "men",
            "women",
            "leader",
            "member",
            "expert",
            "analyst",
            "critic",
            "person",
            "other",
            "authority",
            "authorities",
            "officials",
            "source",
            "child",
            "children",
            "company",
            "country",
            "nation",
            "state",
            "group",
            "family",
            "worker");
    /** "The city of Arles" is Arles; "the gate of Arles" is not. */
    private static final Set<String> OF_ITSELF = Set.of(
            "city",
            "town",
            "village",
            "island",
            "province",
            "port",
            "state",
            "district",
            "region",
            "county",
            "republic",
            "kingdom",
            "suburb",
            "borough",
            "municipality",
            "nation",
            "territory");

    private static final Set<String> STATE_BODIES =
            Set.of("government", "parliament", "army", "military", "police", "court", "ministry");

    private final Vocabulary vocabulary;
    private final Gazetteer gazetteer;
    private final List<Tree> trees;
    private final List<Draft> drafts;
    private final List<Chain> chains = new ArrayList<>();
    private final Map<Draft, Chain> chainOf = new IdentityHashMap<>();
    private final Map<Draft, Integer> order = new IdentityHashMap<>();
    private final int[] ordinal;
    private final Quotes quotes;
    private final List<ApartNames> apart;

    /** Two mentions that the text holds apart, and the words that do so. */
    record ApartNames(Draft one, Draft other, Span words) {}

    Linker(Vocabulary vocabulary, Gazetteer gazetteer, List<Tree> trees, List<Draft> drafts, Quotes quotes) {
        this.vocabulary = vocabulary;
        this.gazetteer = gazetteer;
        this.trees = trees;
        this.drafts = drafts;
        this.quotes = quotes;
        for (int i = 0; i < drafts.size(); i++) {
            order.put(drafts.get(i), i);
        }
        ordinal = new int[trees.size()];
        int prose = 0;
        for (int i = 0; i < trees.size(); i++) {
            ordinal[i] = trees.get(i).sentence().post().isPresent() ? i : prose++;
        }
        apart = new Statements(vocabulary, trees, drafts).apart();
    }

    List<Chain> link() {
        for (Draft draft : drafts) {
            if (draft.isName()) {
                linkName(draft);
            }
        }
        for (Statements.Alias alias : new Statements(vocabulary, trees, drafts).aliases()) {
            linkAlias(alias);
        }
        for (Draft draft : drafts) {
            switch (draft.kind) {
                case NAME -> {}
                case DESCRIPTION -> linkDescription(draft);
                case PRONOUN -> linkPronoun(draft);
            }
        }
        sameWords();
        chains.removeIf(chain -> chain.members.isEmpty());
        return chains;
    }

    /** "the Chilean embassy" and "the Chilean Embassy": a description and a name of the same several words. */
    private void sameWords() {
        for (Chain named : List.copyOf(chains)) {
            if (!named.named || named.type == Type.PERSON || named.type == Type.GROUP) {
                continue;
            }
            for (Chain described : List.copyOf(chains)) {
                if (!described.named
                        && described.type == named.type
                        && described.members.stream()
                                .anyMatch(member -> member.kind == Kind.DESCRIPTION
                                        && member.number != Draft.Number.MANY
                                        && member.last > member.first
                                        && named.foldedNames()
                                                .contains(Spelling.fold(
                                                        member.words().replace("#", ""))))) {
                    merge(named, described);
                }
            }
        }
    }

    Optional<Chain> chain(Draft draft) {
        return Optional.ofNullable(chainOf.get(draft));
    }

    List<ApartNames> apart() {
        return apart;
    }

    private void put(Draft draft, Chain chain) {
        chain.add(draft);
        chainOf.put(draft, chain);
    }

    private Chain found(Draft draft) {
        Chain chain = new Chain(draft);
        chains.add(chain);
        chainOf.put(draft, chain);
        return chain;
    }

    private void merge(Chain into, Chain from) {
        if (into == from || isApart(into, from)) {
            return;
        }
        into.take(from);
        from.members.forEach(draft -> chainOf.put(draft, into));
        from.members.clear();
        chains.remove(from);
    }

    private boolean isApart(Chain one, Chain other) {
        for (ApartNames pair : apart) {
            Chain a = chainOf.get(pair.one());
            Chain b = chainOf.get(pair.other());
            if (a != null && b != null && (a == one && b == other || a == other && b == one)) {
                return true;
            }
        }
        return false;
    }

    // ---- names

    private void linkName(Draft draft) {
        Chain best = null;
        for (Chain chain : chains) {
            if (chain.named && sameName(draft, chain) && (best == null || lastOrder(chain) > lastOrder(best))) {
                best = chain;
            }
        }
        Chain chain;
        if (best == null) {
            chain = found(draft);
        } else {
            put(draft, best);
            chain = best;
        }
        kinds(draft, chain);
    }

    private int lastOrder(Chain chain) {
        int last = -1;
        for (Draft member : chain.members) {
            last = Math.max(last, at(member));
        }
        return last;
    }

    /** Words beside a name that say what it is: "the militant group Orlan", "Orlan, a retailer". */
    private void kinds(Draft draft, Chain chain) {
        Tree tree = draft.tree;
        if (draft.author) {
            return;
        }
        for (int each : tree.children(draft.head)) {
            if (each < draft.first
                    && tree.isRelation(each, "compound", "flat", "appos", "amod")
                    && tree.isClass(each, "NOUN")) {
                chain.nouns.add(tree.lemma(each));
            }
        }
        if (draft.type == Type.PLACE) {
            List<Place> places = gazetteer.named(draft.words());
            if (!draft.country.isEmpty()) {
                chain.nouns.add("country");
                chain.nouns.add("nation");
            } else if (!places.isEmpty()) {
                switch (places.get(0).kind()) {
                    case CITY -> {
                        if (places.get(0).population() >= 20_000) {
                            chain.nouns.add("city");
                        }
                        if (places.get(0).population() < 100_000) {
                            chain.nouns.add("town");
                            chain.nouns.add("village");
                        }
                        if (places.get(0).capital()) {
                            chain.nouns.add("capital");
                        }
                    }
                    case REGION -> {
                        chain.nouns.add("region");
                        chain.nouns.add(places.get(0).country().equals("US") ? "state" : "province");
                    }
                    case ISLAND -> chain.nouns.add("island");
                    default -> {}
                }
            }
        }
    }

    private boolean sameName(Draft draft, Chain chain) {
        if (!mayBe(draft.type, chain.type)) {
            return false;
        }
        if (!draft.country.isEmpty() || !chain.country.isEmpty()) {
            return draft.type != Type.GROUP && chain.type != Type.GROUP
                    ? draft.country.equals(chain.country) && !draft.country.isEmpty()
                    : draft.type == chain.type && draft.country.equals(chain.country);
        }
        String name = draft.words();
        List<String> mine = Spelling.words(name);
        if (draft.type == Type.PERSON && mine.size() > 1) {
            for (Draft member : chain.members) {
                List<String> theirs = Spelling.words(member.words());
                if (member.isName()
                        && member.type == Type.PERSON
                        && theirs.size() > 1
                        && !samePersonNames(mine, theirs)) {
                    return false;
                }
            }
        }
        for (Draft member : chain.members) {
            if (!member.isName() || member.adjective) {
                continue;
            }
            if (draft.type == Type.PERSON && chain.type == Type.PERSON) {
                if (samePerson(draft, member)) {
                    return true;
                }
            } else if (sameBody(name, member.words(), draft, member)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBe(Type one, Type other) {
        return one == other
                || one == Type.OTHER && other != Type.GROUP
                || other == Type.OTHER && one != Type.GROUP
                || one == Type.ORGANIZATION && other == Type.PLACE
                || one == Type.PLACE && other == Type.ORGANIZATION;
    }

    private boolean samePerson(Draft draft, Draft member) {
        List<String> mine = Spelling.words(draft.words());
        List<String> theirs = Spelling.words(member.words());
        if (mine.isEmpty() || theirs.isEmpty() || differentSex(draft, member)) {
            return false;
        }
        if (mine.equals(theirs)) {
            return true;
        }
        if (mine.size() == 1 || theirs.size() == 1) {
            List<String> full = mine.size() == 1 ? theirs : mine;
            String only = mine.size() == 1 ? mine.get(0) : theirs.get(0);
            boolean last = full.get(full.size() - 1).equals(only)
                    || Spelling.alike(full.get(full.size() - 1), only) && only.length() > 5;
            boolean given = full.get(0).equals(only) && full.size() > 1 && mine.size() == 1;
            if (last || given && !otherBearer(only, member)) {
                return true;
            }
            return full.size() > 2 && full.contains(only) && only.length() > 3;
        }
        return samePersonNames(mine, theirs);
    }

    private boolean otherBearer(String name, Draft but) {
        return drafts.stream()
                .anyMatch(each -> each.isName()
                        && each.type == Type.PERSON
                        && !Spelling.fold(each.words()).equals(Spelling.fold(but.words()))
                        && Spelling.words(each.words()).size() > 1
                        && Spelling.words(each.words()).contains(name));
    }

    private static boolean differentSex(Draft one, Draft other) {
        return one.gender != Draft.Gender.UNKNOWN && other.gender != Draft.Gender.UNKNOWN && one.gender != other.gender;
    }

    /** Two names of several words each: given names and surnames agree; middle names and initials may be left out. */
    static boolean samePersonNames(List<String> one, List<String> other) {
        String a = one.get(0);
        String b = other.get(0);
        boolean last = Spelling.alike(one.get(one.size() - 1), other.get(other.size() - 1));
        boolean given =
                Spelling.alike(a, b) || a.length() == 1 && b.startsWith(a) || b.length() == 1 && a.startsWith(b);
        if (last && given) {
            return true;
        }
        List<String> longer = one.size() >= other.size() ? one : other;
        List<String> shorter = longer == one ? other : one;
        return shorter.size() >= 2
                && longer.size() > shorter.size()
                && (longer.subList(0, shorter.size()).equals(shorter)
                        || longer.subList(longer.size() - shorter.size(), longer.size())
                                .equals(shorter));
    }

    private boolean sameBody(String one, String other, Draft draft, Draft member) {
        String a = Spelling.full(one);
        String b = Spelling.full(other);
        if (a.equals(b) || a.replace(" ", "").equals(b.replace(" ", "")) && a.length() > 3) {
            return true;
        }
        if (draft.type == Type.PLACE && member.type == Type.PLACE) {
            return samePlace(one, other);
        }
        if (Spelling.isAcronymOf(one, other) || Spelling.isAcronymOf(other, one)) {
            return true;
        }
        if (Spelling.alikeNames(a, b)) {
            return true;
        }
        return shortened(a, b) || shortened(b, a) || inSamePost(draft, member, a, b);
    }

    private boolean samePlace(String one, String other) {
        if (Spelling.alikeNames(one, other) && Spelling.fold(one).length() >= 6) {
            return true;
        }
        List<Place> mine = gazetteer.named(one);
        List<Place> theirs = gazetteer.named(other);
        return !mine.isEmpty()
                && !theirs.isEmpty()
                && mine.get(0).id().equals(theirs.get(0).id());
    }

    /** Whether the short name is the long one without a legal form at its end or a country at its beginning. */
    private boolean shortened(String brief, String full) {
        if (brief.length() >= full.length() || brief.length() < 3) {
            return false;
        }
        if (Spelling.withoutStorm(full).equals(brief)) {
            return true;
        }
        if (full.startsWith(brief + " of ")
                && vocabulary.bodyNames.contains(brief.substring(brief.lastIndexOf(' ') + 1))) {
            return gazetteer.named(full.substring(brief.length() + 4)).stream()
                    .anyMatch(place -> place.kind() == Place.Kind.COUNTRY);
        }
        if (full.startsWith(brief + " ")) {
            for (String word : full.substring(brief.length() + 1).split(" ")) {
                if (!LEGAL.contains(word)) {
                    return false;
                }
            }
            return true;
        }
        if (full.endsWith(" " + brief) && (brief.contains(" ") || vocabulary.bodyNames.contains(brief))) {
            String before = full.substring(0, full.length() - brief.length() - 1);
            return gazetteer.ofPeople(before).isPresent()
                    || gazetteer.named(before).stream()
                            .anyMatch(place -> place.kind() == Place.Kind.COUNTRY || place.kind() == Place.Kind.REGION)
                    || SPECIAL_COUNTRY.contains(before);
        }
        return false;
    }

    /** Inside one post, a name's last word alone is short for the name that the post has just given in full. */
    private boolean inSamePost(Draft draft, Draft member, String brief, String full) {
        return draft.inPost()
                && !draft.author
                && !member.author
                && draft.post() == member.post()
                && !brief.contains(" ")
                && full.endsWith(" " + brief);
    }

    private void linkAlias(Statements.Alias alias) {
        Chain one = chainOf.get(alias.one());
        Chain other = chainOf.get(alias.other());
        if (one == null && alias.one().kind == Kind.DESCRIPTION && other != null) {
            put(alias.one(), other);
            return;
        }
        if (one == null || other == null) {
            return;
        }
        if (one == other) {
            if (alias.bracket()) {
                one.acronyms.add(alias.other().words());
            }
            return;
        }
        boolean fits = one.type == other.type
                || one.type == Type.OTHER
                || other.type == Type.OTHER
                || alias.bracket() && one.type != Type.PERSON && other.type != Type.PLACE
                || !alias.bracket() && one.type != Type.PLACE && other.type != Type.PLACE;
        if (!fits) {
            return;
        }
        if (alias.bracket()) {
            one.acronyms.add(alias.other().words());
        }
        one.aliases.add(Spelling.fold(alias.other().words()));
        if (one.type == Type.PERSON && Spelling.looksLikeAcronym(alias.other().words())
                || one.type == Type.OTHER && other.type != Type.OTHER) {
            one.type = other.type;
        }
        merge(one, other);
    }

    // ---- descriptions

    private void linkDescription(Draft draft) {
        if (chainOf.containsKey(draft)) {
            return;
        }
        Optional<Draft> beside = beside(draft);
        if (beside.isPresent() && chainOf.get(beside.get()) != null) {
            put(draft, chainOf.get(beside.get()));
            return;
        }
        Chain best = null;
        double bestScore = 0;
        if (draft.definite && !draft.part
                || !draft.indefinite && !draft.owned && draft.number == Draft.Number.MANY && !LOOSE.contains(draft.noun)
                || !draft.indefinite && draft.definite) {
            for (Chain chain : chains) {
                double score = describes(draft, chain);
                if (score >= 1 && (best == null || score > bestScore)) {
                    best = chain;
                    bestScore = score;
                }
            }
        }
        if (best == null) {
            found(draft);
        } else {
            put(draft, best);
        }
    }

    /** What stands in apposition to a description, is called it by "is", or is the name right beside its noun. */
    private Optional<Draft> beside(Draft draft) {
        Tree tree = draft.tree;
        if (tree.isRelation(draft.head, "appos")) {
            Optional<Draft> main = at(tree, tree.head(draft.head), draft);
            if (main.isPresent() && fits(draft, main.get())) {
                return main;
            }
        }
        for (int each : tree.children(draft.head)) {
            if (each > draft.head && tree.isRelation(each, "appos", "flat", "compound", "dep")) {
                Optional<Draft> name = at(tree, each, draft);
                if (name.isPresent() && name.get().isName() && !name.get().adjective && fits(draft, name.get())) {
                    return name;
                }
            }
        }
        if (draft.type == Type.PLACE && OF_ITSELF.contains(draft.noun) && draft.number != Draft.Number.MANY) {
            for (int each : tree.children(draft.head)) {
                if (each > draft.head
                        && tree.isRelation(each, "nmod")
                        && tree.preposition(each).equals("of")) {
                    Optional<Draft> name = at(tree, each, draft);
                    if (name.isPresent()
                            && name.get().isName()
                            && !name.get().adjective
                            && name.get().type == Type.PLACE) {
                        return name;
                    }
                }
            }
        }
        for (Draft name : drafts) {
            if (name.tree != tree || !name.isName() || name.adjective || name.author) {
                continue;
            }
            boolean right = (name.last + 1 == draft.head
                            || name.last + 2 == draft.head
                                    && tree.form(name.last + 1).matches("[\"”’']"))
                    && vocabulary.glued.contains(draft.noun)
                    && name.country.isEmpty()
                    && name.type != Type.PLACE
                    && tree.isUnder(name.head, draft.head)
                    && draft.number != Draft.Number.MANY;
            boolean left = name.first == draft.head + 1
                    && draft.type != Type.PLACE
                    && fits(draft, name)
                    && (vocabulary.glued.contains(draft.noun) || name.type == Type.PERSON)
                    && (tree.head(draft.head) == name.head || tree.head(name.head) == draft.head);
            if (right || left) {
                return Optional.of(name);
            }
        }
        int subject = tree.child(draft.head, "nsubj");
        if (subject >= 0 && tree.child(draft.head, "cop") >= 0 && !isNegated(tree, draft.head)) {
            Optional<Draft> who = at(tree, subject, draft);
            if (who.isPresent()
                    && chainOf.get(who.get()) != null
                    && fits(draft, who.get())
                    && who.get().kind != Kind.PRONOUN) {
                return who;
            }
        }
        return Optional.empty();
    }

    private static boolean isNegated(Tree tree, int word) {
        return tree.children(word).stream().anyMatch(each -> tree.lower(each).matches("not|n't|n’t|no|never"));
    }

    private boolean fits(Draft draft, Draft other) {
        Type type = chainOf.get(other) == null ? other.type : chainOf.get(other).type;
        if (type == draft.type) {
            return draft.type != Type.PERSON
                    || draft.gender == Draft.Gender.UNKNOWN
                    || other.gender == Draft.Gender.UNKNOWN
                    || draft.gender == other.gender;
        }
        return type == Type.OTHER && draft.type != Type.PLACE
                || draft.type == Type.GROUP && type == Type.ORGANIZATION
                || draft.type == Type.ORGANIZATION && type == Type.GROUP;
    }

    private Optional<Draft> at(Tree tree, int word, Draft but) {
        Draft best = null;
        for (Draft draft : drafts) {
            if (draft.tree == tree
                    && draft != but
                    && !draft.author
                    && (draft.head == word || draft.isName() && draft.covers(word))) {
                if (best == null || draft.head == word && best.head != word || draft.isName() && !best.isName()) {
                    best = draft;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How well a description fits a chain that stands before it; 1 and more is good enough. */
    private double describes(Draft draft, Chain chain) {
        Optional<Draft> latest = lastBefore(chain, draft, true);
        if (latest.isEmpty()) {
            return 0;
        }
        Draft last = latest.get();
        boolean bare = !draft.definite;
        if (!typeFits(draft, chain)) {
            return 0;
        }
        if (draft.gender != Draft.Gender.UNKNOWN
                && chain.gender != Draft.Gender.UNKNOWN
                && draft.gender != chain.gender) {
            return 0;
        }
        double score = 0;
        if (chain.nouns.contains(draft.noun)) {
            score = 2.2;
        } else if (bare) {
            return 0;
        } else if (draft.type == Type.ORGANIZATION) {
            String sort = vocabulary.bodies.getOrDefault(draft.noun, "");
            boolean sameSort = chain.nouns.stream().anyMatch(noun -> sort.equals(vocabulary.bodies.get(noun)));
            boolean open = chain.named && chain.type == Type.ORGANIZATION && !known(chain);
            score = switch (sort) {
                case "any", "armed" -> sameSort ? 1.6 : open || armed(chain) && !sort.isEmpty() ? 1.5 : 0;
                case "firm" -> sameSort ? 1.6 : open ? 1.4 : 0;
                case "party", "team" -> sameSort ? 1.5 : open ? 1.2 : 0;
                case "media" ->
                    sameSort
                                    || chain.nouns.stream()
                                            .anyMatch(
                                                    noun -> noun.matches(
                                                            "times|post|news|herald|tribune|journal|gazette|press|tv|radio|telegraph|guardian|mail|globe|star|sun|channel"))
                            ? 1.5
                            : 0;
                default -> 0;
            };
        } else if (draft.type == Type.PERSON) {
            boolean plain = Set.of("man", "woman", "boy", "girl", "teen", "teenager", "suspect", "defendant", "victim")
                    .contains(draft.noun);
            score = plain && chain.type == Type.PERSON ? 1.3 : 0;
        }
        if (score == 0) {
            return 0;
        }
        for (String modifier : draft.modifiers) {
            if (!chain.modifiers.contains(modifier) && !nameHas(chain, modifier)) {
                boolean telling = draft.compounds.contains(modifier) && !vocabulary.glued.contains(modifier)
                        || modifier.matches(
                                "\\d.*|two|three|four|five|six|first|second|third|other|another|new|next|last|former|northern|southern|eastern|western|local|main|old|young(er)?|older")
                        || gazetteer.ofPeople(modifier).isPresent()
                        || gazetteer.knows(modifier) && modifier.length() <= 3;
                score -= modifier.matches("same|whole|entire|very|now|militant|armed|own")
                        ? 0
                        : telling ? 1.3 : chain.modifiers.isEmpty() ? 0.4 : 0.6;
            }
        }
        if (bare
                && !chain.modifiers.isEmpty()
                && draft.modifiers.isEmpty()
                && last.modifiers.stream()
                        .anyMatch(each -> each.matches("\\d.*|two|three|four|five|six|seven|eight|nine|ten"))) {
            score -= 1.5;
        }
        int far = far(last, draft);
        if (draft.type == Type.PLACE
                && Set.of("country", "nation", "city", "town", "village", "province", "state", "island", "capital")
                        .contains(draft.noun)) {
            Draft named = null;
            for (Draft member : chain.members) {
                if (before(member, draft)
                        && member.isName()
                        && !member.adjective
                        && !member.tree.isRelation(member.head, "compound")
                        && (named == null || before(named, member))) {
                    named = member;
                }
            }
            if (named == null) {
                return 0;
            }
            return score - Math.min(0.25 * far(named, draft), 1.1) - 0.004 * Math.min(100, at(draft) - at(named));
        }
        return score
                - Math.min(0.08 * far, 0.7)
                + (last.isSubject() ? 0.15 : 0)
                + (last.post() == draft.post() ? 0.1 : -0.1);
    }

    private boolean known(Chain chain) {
        return chain.nouns.stream()
                        .anyMatch(noun ->
                                vocabulary.bodies.containsKey(noun) && !"any".equals(vocabulary.bodies.get(noun)))
                || chain.nouns.stream().anyMatch(STATE_BODIES::contains);
    }

    private boolean armed(Chain chain) {
        return chain.nouns.stream()
                .anyMatch(noun ->
                        "armed".equals(vocabulary.bodies.get(noun)) || noun.matches("brigades?|front|guards?|forces"));
    }

    private static boolean nameHas(Chain chain, String word) {
        String folded = Spelling.fold(word);
        return chain.members.stream()
                .anyMatch(member -> member.kind != Kind.PRONOUN
                        && Spelling.words(member.words()).contains(folded));
    }

    private static boolean typeFits(Draft draft, Chain chain) {
        if (draft.number == Draft.Number.MANY && chain.number == Draft.Number.ONE) {
            return false;
        }
        if (draft.number == Draft.Number.ONE && chain.number == Draft.Number.MANY) {
            return chain.type == Type.GROUP && draft.type == Type.GROUP;
        }
        return draft.type == chain.type || chain.type == Type.OTHER && draft.type != Type.GROUP;
    }

    // ---- pronouns

    private void linkPronoun(Draft draft) {
        if (draft.noun.matches("who|whom|whose|which|that")) {
            int head = DescriptionFinder.antecedent(draft.tree, draft.head);
            if (head >= 0) {
                at(draft.tree, head, draft).map(chainOf::get).ifPresent(chain -> put(draft, chain));
            }
            return;
        }
        if (draft.noun.matches("i|me|my|mine|myself")) {
            speaker(draft)
                    .filter(chain -> chain.type == Type.PERSON || draft.inPost())
                    .ifPresent(chain -> put(draft, chain));
            return;
        }
        if (draft.noun.matches("we|us|our|ours|ourselves")) {
            // A body that speaks says "we"; a person who does may mean anybody.
            speaker(draft)
                    .filter(chain -> chain.type == Type.ORGANIZATION || chain.type == Type.GROUP)
                    .ifPresent(chain -> put(draft, chain));
            return;
        }
        Chain best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (Chain chain : chains) {
            double score = refers(draft, chain);
            if (score > bestScore) {
                second = bestScore;
                bestScore = score;
                best = chain;
            } else if (score > second) {
                second = score;
            }
        }
        double needed = draft.noun.matches("its?|itself") ? 0.6 : draft.noun.matches("the.*") ? 0.1 : -0.6;
        if (best != null && bestScore >= needed && bestScore - second >= 0.02) {
            put(draft, best);
        }
    }

    private Optional<Chain> speaker(Draft draft) {
        if (draft.inPost()) {
            return drafts.stream()
                    .filter(each -> each.author && each.post() == draft.post())
                    .findFirst()
                    .map(chainOf::get);
        }
        if (!quotes.inside(draft.span.begin())) {
            return Optional.empty();
        }
        for (int step : new int[] {0, 1, -1, -2, -3}) {
            int sentence = draft.sentence() + step;
            if (sentence < 0
                    || sentence >= trees.size()
                    || trees.get(sentence).sentence().post().isPresent()
                    || trees.get(sentence).sentence().passage()
                                    != draft.tree.sentence().passage()
                            && step > 0) {
                continue;
            }
            Tree tree = trees.get(sentence);
            for (int i = 0; i < tree.size(); i++) {
                if (tree.isClass(i, "VERB")
                        && vocabulary.saying.contains(tree.lemma(i))
                        && !quotes.inside(tree.span(i).begin())) {
                    int subject = tree.child(i, "nsubj");
                    if (subject >= 0) {
                        Optional<Chain> chain = at(tree, subject, draft).map(chainOf::get);
                        if (chain.isPresent() && chain.get().type != Type.PLACE) {
                            return chain;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private double refers(Draft draft, Chain chain) {
        Optional<Draft> latest = lastBefore(chain, draft, false);
        if (latest.isEmpty() || !agrees(draft, chain)) {
            return Double.NEGATIVE_INFINITY;
        }
        Draft last = latest.get();
        int far = far(last, draft);
        int reach = draft.noun.matches("he|him|his|himself|she|her|hers|herself") ? 4 : 2;
        if (far > reach) {
            return Double.NEGATIVE_INFINITY;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (Draft member : chain.members) {
            if (!before(member, draft)
                    || member.author
                    || member.post() != draft.post()
                    || far(member, draft) > reach) {
                continue;
            }
            if (forbidden(draft, member)) {
                if (member.tree == draft.tree) {
                    best = Double.NEGATIVE_INFINITY;
                    if (isCoArgument(draft, member)) {
                        return Double.NEGATIVE_INFINITY;
                    }
                }
                continue;
            }
            best = Math.max(best, salience(draft, member, chain));
        }
        if (best == Double.NEGATIVE_INFINITY) {
            return best;
        }
        boolean inQuote = quotes.inside(draft.span.begin());
        if (inQuote && isSpeakerNear(draft, chain)) {
            return Double.NEGATIVE_INFINITY;
        }
        return best + Math.min(0.15 * (chain.members.size() - 1), 0.6) + (chain.named ? 0.15 : 0);
    }

    private boolean isSpeakerNear(Draft draft, Chain chain) {
        Tree tree = draft.tree;
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isClass(i, "VERB")
                    && vocabulary.saying.contains(tree.lemma(i))
                    && !quotes.inside(tree.span(i).begin())) {
                int subject = tree.child(i, "nsubj");
                if (subject >= 0
                        && at(tree, subject, draft)
                                .map(chainOf::get)
                                .filter(each -> each == chain)
                                .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private double salience(Draft draft, Draft member, Chain chain) {
        int far = far(member, draft);
        double score = 1 - 0.75 * far;
        if (member.isSubject()) {
            score += 0.7;
        } else if (!member.author && member.tree.isRelation(member.head, "obj", "iobj")) {
            score += 0.25;
        } else if (!member.author && member.tree.isRelation(member.head, "compound")) {
            score -= 0.8;
        } else if (!member.author && member.tree.isRelation(member.head, "nmod")) {
            score -= 0.3;
        }
        if (member.adjective) {
            score -= 1.5;
        }
        if (member.kind == Kind.PRONOUN) {
            score += 0.2;
        }
        if (quotes.inside(member.span.begin()) != quotes.inside(draft.span.begin())) {
            score -= 0.3;
        }
        if (member.tree == draft.tree) {
            // Nearer names win within one sentence only when the parse does not lift another one up as its subject.
            score += 0.2 - 0.01 * Math.min(20, draft.first - member.first);
        }
        if (chain.type == Type.PLACE) {
            score -= draft.noun.equals("its") ? chain.country.isEmpty() ? 0.9 : 0.1 : 0.8;
        }
        if (draft.noun.matches("it|its") && member.isSubject() && saysOrActs(draft)) {
            score += 0.2;
        }
        if (draft.noun.matches("the.*") && chain.type == Type.ORGANIZATION) {
            score -= 0.35;
        }
        if (draft.isSubject() && member.isSubject()) {
            score += 0.2;
        }
        return score;
    }

    private boolean saysOrActs(Draft draft) {
        int verb = draft.tree.head(draft.head);
        return verb >= 0 && draft.isSubject() && vocabulary.saying.contains(draft.tree.lemma(verb));
    }

    private static boolean agrees(Draft draft, Chain chain) {
        return switch (draft.noun) {
            case "he", "him", "his", "himself", "she", "her", "hers", "herself" ->
                chain.type == Type.PERSON
                        && chain.number != Draft.Number.MANY
                        && (chain.gender == Draft.Gender.UNKNOWN || chain.gender == draft.gender);
            case "they", "them", "their", "theirs", "themselves" ->
                chain.type == Type.GROUP
                        || chain.type == Type.ORGANIZATION
                        || chain.type == Type.OTHER && chain.number == Draft.Number.MANY;
            default ->
                (chain.type == Type.ORGANIZATION || chain.type == Type.PLACE || chain.type == Type.OTHER)
                        && chain.number != Draft.Number.MANY;
        };
    }

    /** What grammar forbids: object and subject of one verb, and the phrase that a possessive stands in. */
    private static boolean forbidden(Draft draft, Draft member) {
        if (draft.tree != member.tree) {
            return false;
        }
        if (member.covers(draft.first)
                || draft.tree.isUnder(draft.head, member.head)
                        && draft.tree.isRelation(draft.head, "nmod")
                        && draft.tree.head(draft.head) == member.head) {
            return true;
        }
        return isCoArgument(draft, member);
    }

    private static boolean isCoArgument(Draft draft, Draft member) {
        Tree tree = draft.tree;
        return tree == member.tree
                && !member.author
                && !draft.noun.endsWith("self")
                && !draft.noun.endsWith("selves")
                && tree.head(draft.head) >= 0
                && tree.head(draft.head) == tree.head(member.head)
                && tree.isRelation(draft.head, "obj", "iobj", "obl", "nsubj")
                && tree.isRelation(member.head, "nsubj", "obj", "iobj", "obl");
    }

    // ---- where things stand

    private int at(Draft draft) {
        return order.getOrDefault(draft, -1);
    }

    private boolean before(Draft one, Draft other) {
        return at(one) < at(other) && one != other;
    }

    /** The last mention of a chain before a draft; in the same post or prose, or for a description anywhere. */
    private Optional<Draft> lastBefore(Chain chain, Draft draft, boolean anywhere) {
        Draft last = null;
        Draft other = null;
        for (Draft member : chain.members) {
            if (before(member, draft) && !member.author) {
                if (member.post() == draft.post()) {
                    last = last == null || before(last, member) ? member : last;
                } else {
                    other = other == null || before(other, member) ? member : other;
                }
            }
        }
        return Optional.ofNullable(last != null || !anywhere ? last : other);
    }

    private int far(Draft one, Draft other) {
        if (one.post() != other.post()) {
            return Math.abs(one.sentence() - other.sentence());
        }
        return Math.abs(ordinal[one.sentence()] - ordinal[other.sentence()]);
    }
}
