package dateline.analysis.place;

import dateline.analysis.Lexicon;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.MentionFinder.Mentions;
import dateline.analysis.mention.Referent;
import dateline.analysis.mention.Spelling;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Tree;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which place on the globe each place name of a report means: by what the text puts it in ("Ashton, Ohio", "the
 * base in Kirkuk"), by the countries and places the report names otherwise, by distance to them, by people living there. A
 * site is located at the town that the words put it in, never at the country whose adjective it bears.
 */
public final class PlaceResolver {
    /** How much a country that the report names counts for a town in it, in powers of ten of people. */
    private static final double COUNTRY_NAMED = 1.6;
    /** How much each further resolved place of the same country counts, and of the same region. */
    private static final double COUNTRY_SHARED = 0.5;

    private static final double REGION_SHARED = 0.8;
    /** How much a power of ten of kilometres to the nearest other place counts against a candidate. */
    private static final double FAR = 0.35;
    /** A bare town name that nothing supports must have so many people to be pinned. */
    private static final long ALONE_PEOPLE_MIN = 3_000;

    private static final Set<String> INSIDE = Set.of("in", "at", "near", "outside", "of", "inside", "within");

    private static final Set<String> DIRECTIONS = Set.of(
            "north",
            "south",
            "east",
            "west",
            "northern",
            "southern",
            "eastern",
            "western",
            "central",
            "upper",
            "lower",
            "northeastern",
            "northwestern",
            "southeastern",
            "southwestern",
            "northeast",
            "northwest",
            "southeast",
            "southwest");

    private final Gazetteer gazetteer;
    private final Set<String> siteNames;
    private final Map<String, String> sites = new LinkedHashMap<>();

    public PlaceResolver(Lexicon lexicon) {
        this(lexicon, Gazetteer.bundled());
    }

    public PlaceResolver(Lexicon lexicon, Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        siteNames = lexicon.words("place/site-names.txt");
        lexicon.rows("mention/sites.txt").forEach(row -> sites.put(row.get(0), row.get(1)));
    }

    /** One entry for each referent that is a place, in the order of the referents. */
    public List<ResolvedPlace> resolve(Segmented segmented, List<Tree> trees, Mentions mentions) {
        return new InReport(segmented, trees, mentions).resolve();
    }

    /** Whether a name is that of a building, base or street by its last word, and no place that the gazetteer knows. */
    public boolean isSite(String words) {
        String[] parts = words.strip().split("\\s+");
        return parts.length > 1
                && siteNames.contains(parts[parts.length - 1].toLowerCase(java.util.Locale.ROOT))
                && gazetteer.named(words).stream()
                        .noneMatch(place -> place.kind() == Place.Kind.AREA || place.population() > 50_000);
    }

    private final class InReport {
        private final Segmented segmented;
        private final List<Tree> trees;
        private final List<Mention> mentions;
        private final List<Referent> referents;
        private final Map<Integer, Integer> referentOf = new LinkedHashMap<>();
        private final Map<Integer, List<Place>> candidates = new LinkedHashMap<>();
        private final Map<Integer, Integer> withinOf = new LinkedHashMap<>();
        private final Map<Integer, Span> withinWords = new LinkedHashMap<>();
        private final Map<Integer, Place> chosen = new LinkedHashMap<>();
        private final Set<String> countriesNamed = new LinkedHashSet<>();

        InReport(Segmented segmented, List<Tree> trees, Mentions mentions) {
            this.segmented = segmented;
            this.trees = trees;
            this.mentions = mentions.mentions();
            this.referents = mentions.referents();
            for (Referent referent : referents) {
                referent.mentions().forEach(id -> referentOf.put(id, referent.id()));
            }
        }

        List<ResolvedPlace> resolve() {
            for (Referent referent : referents) {
                if (referent.type() == Mention.Type.PLACE && referent.named()) {
                    List<Place> named = candidates(referent);
                    candidates.put(referent.id(), named);
                    if (!named.isEmpty() && named.get(0).kind() == Place.Kind.COUNTRY) {
                        countriesNamed.add(named.get(0).country());
                    }
                }
                if (referent.type() == Mention.Type.GROUP && referent.named()) {
                    gazetteer.ofPeople(referent.name()).ifPresent(country -> countriesNamed.add(country.country()));
                }
            }
            for (Mention mention : mentions) {
                if (mention.type() == Mention.Type.PLACE && mention.kind() != Mention.Kind.PRONOUN) {
                    contain(mention);
                }
            }
            choose();
            List<ResolvedPlace> places = new ArrayList<>();
            for (Referent referent : referents) {
                if (referent.type() == Mention.Type.PLACE) {
                    places.add(place(referent));
                }
            }
            return List.copyOf(places);
        }

        /** Every place that the names of a referent may mean; a country's adjective means the country. */
        private List<Place> candidates(Referent referent) {
            for (int id : referent.mentions()) {
                if (mentions.get(id).kind() == Mention.Kind.NAME) {
                    String words = words(mentions.get(id));
                    List<Place> found = gazetteer.named(words);
                    boolean country = !found.isEmpty() && found.get(0).kind() == Place.Kind.COUNTRY;
                    if (!country && gazetteer.ofPeople(words).isPresent()) {
                        return List.of(gazetteer.ofPeople(words).get());
                    }
                }
            }
            for (int id : referent.mentions()) {
                Mention mention = mentions.get(id);
                if (mention.kind() != Mention.Kind.NAME) {
                    continue;
                }
                String words = words(mention);
                List<Place> found = gazetteer.named(Spelling.split(words));
                if (words.matches("\\p{Lu}{2,4}") || DIRECTIONS.contains(words.toLowerCase(java.util.Locale.ROOT))) {
                    // Letters are no town: "EU" is not Eu in Normandy, nor "East" a region of that name.
                    found = found.stream()
                            .filter(place -> place.kind() != Place.Kind.CITY && place.kind() != Place.Kind.DISTRICT
                                    || place.population() > 500_000)
                            .filter(place -> !DIRECTIONS.contains(words.toLowerCase(java.util.Locale.ROOT)))
                            .toList();
                }
                if (!found.isEmpty() && !isSite(words)) {
                    return prefer(mention, found);
                }
                for (String lesser : lesser(words)) {
                    List<Place> without = gazetteer.named(lesser);
                    if (!without.isEmpty()) {
                        return without;
                    }
                }
            }
            return List.of();
        }

        /** "Kirkuk province" means the region before the town; "the city of Kirkuk" the town before the region. */
        private List<Place> prefer(Mention mention, List<Place> found) {
            Tree tree = trees.get(mention.sentence());
            String next = mention.last() + 1 < tree.size() ? tree.lower(mention.last() + 1) : "";
            boolean region = next.matches("province|region|state|district|governorate|county|prefecture|oblast");
            boolean cityBefore = mention.first() >= 2
                    && tree.lower(mention.first() - 1).equals("of")
                    && tree.lower(mention.first() - 2).matches("city|town|village|port|capital|suburb");
            boolean regionBefore = mention.first() >= 2
                    && tree.lower(mention.first() - 1).equals("of")
                    && tree.lower(mention.first() - 2).matches("province|region|state|governorate|county|island");
            if (!region && !cityBefore && !regionBefore) {
                return found;
            }
            List<Place> wanted = found.stream()
                    .filter(place -> cityBefore
                            ? place.kind() == Place.Kind.CITY
                            : place.kind() != Place.Kind.CITY && place.kind() != Place.Kind.COUNTRY)
                    .toList();
            return wanted.isEmpty() ? found : wanted;
        }

        private List<String> lesser(String words) {
            String plain = words.replaceFirst(
                    "^(?i)(?:northern|southern|eastern|western|central|north|south|east|west|upper|lower|greater|downtown|the|city of|state of|province of)\\s+",
                    "");
            String bare = plain.replaceFirst(
                    "(?i)\\s+(?:province|state|city|region|district|governorate|prefecture|oblast|town|village|area|metropolitan area)$",
                    "");
            List<String> tried = new ArrayList<>();
            for (String each : List.of(plain, bare)) {
                String first = each.split(" ")[0].toLowerCase(java.util.Locale.ROOT);
                if (!each.equals(words) && !each.isBlank() && !isSite(each) && !DIRECTIONS.contains(first)) {
                    tried.add(each);
                }
            }
            return tried;
        }

        private String words(Mention mention) {
            return segmented.report().quote(mention.span()).replaceAll("\\s+", " ");
        }

        /** Finds the larger place beside a mention: behind a comma, behind "in", before as a genitive or adjective. */
        private void contain(Mention mention) {
            Integer self = referentOf.get(mention.id());
            if (self == null || withinOf.containsKey(self)) {
                return;
            }
            boolean site = mention.kind() == Mention.Kind.DESCRIPTION
                    || isSite(words(mention))
                    || candidates.getOrDefault(self, List.of()).isEmpty();
            Optional<Mention> larger = behindComma(mention, self)
                    .or(() -> behindIn(mention, site))
                    .or(() -> site ? besideNoun(mention) : adjectiveBefore(mention));
            if (larger.isPresent()) {
                Integer other = referentOf.get(larger.get().id());
                if (other != null && !other.equals(self)) {
                    withinOf.put(self, other);
                    withinWords.put(self, mention.span().cover(larger.get().span()));
                }
            }
        }

        /** "Ashton, Ohio", "Ashton (Ohio)". */
        private Optional<Mention> behindComma(Mention mention, int self) {
            Tree tree = trees.get(mention.sentence());
            int next = mention.last() + 1;
            if (next + 1 >= tree.size() || !tree.form(next).matches(",|\\(") || mention.kind() != Mention.Kind.NAME) {
                return Optional.empty();
            }
            List<Place> own = candidates.getOrDefault(self, List.of());
            boolean country = !own.isEmpty() && own.get(0).kind() == Place.Kind.COUNTRY && own.size() < 5;
            return nameAt(mention, next + 1)
                    .filter(larger -> !(country && isCountry(larger)))
                    .filter(larger -> contains(larger, mention) || bears(tree, mention, larger));
        }

        /** "the base in Ashton", "Ashton in the north of Ohio". */
        private Optional<Mention> behindIn(Mention mention, boolean site) {
            Tree tree = trees.get(mention.sentence());
            int next = mention.last() + 1;
            if (next + 1 >= tree.size()
                    || !INSIDE.contains(tree.lower(next))
                    || !site && !tree.lower(next).equals("in")) {
                return Optional.empty();
            }
            int at = next + 1;
            while (at + 1 < tree.size()
                    && tree.isClass(at, "DET", "ADJ", "NOUN", "ADP")
                    && at - next < 5
                    && nameAt(mention, at).isEmpty()) {
                at++;
            }
            return nameAt(mention, at).filter(larger -> site || contains(larger, mention));
        }

        /** "Ashton's market", "the Ashton market", "the market across the river in Ashton". */
        private Optional<Mention> besideNoun(Mention mention) {
            Tree tree = trees.get(mention.sentence());
            Optional<Mention> larger = Optional.empty();
            for (int each : tree.children(mention.head())) {
                boolean genitive = each < mention.head()
                        && tree.isRelation(each, "nmod")
                        && tree.children(each).stream()
                                .anyMatch(child -> tree.form(child).matches("['’]s?"));
                boolean inside = each > mention.head()
                        && tree.isRelation(each, "nmod")
                        && INSIDE.contains(tree.preposition(each));
                boolean compound = each < mention.head() && tree.isRelation(each, "compound", "nmod", "amod");
                if (!genitive && !inside && !compound) {
                    continue;
                }
                // "The Chilean embassy" is not in Chile; "the Santiago embassy" is in Santiago.
                Optional<Mention> found =
                        nameAt(mention, each).filter(name -> inside || !isCountry(name) || !isForeign(mention));
                if (found.isPresent() && inside) {
                    return found;
                }
                larger = found.isPresent() ? found : larger;
            }
            return larger;
        }

        /** "The Iraqi city of Kirkuk": the country whose adjective or genitive stands before "city of". */
        private Optional<Mention> adjectiveBefore(Mention mention) {
            Tree tree = trees.get(mention.sentence());
            if (mention.kind() != Mention.Kind.NAME
                    || mention.first() < 3
                    || !tree.lower(mention.first() - 1).equals("of")
                    || !tree.lower(mention.first() - 2)
                            .matches("city|town|village|port|capital|province|region|state|district|island|suburb")) {
                return Optional.empty();
            }
            for (int i = mention.first() - 3; i >= Math.max(0, mention.first() - 6); i--) {
                Optional<Mention> found = nameAt(mention, i).filter(this::isCountry);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        /** "Stroud, Ontario court": a town unknown there is still put there, when the two stand alone and not in a list. */
        private boolean bears(Tree tree, Mention mention, Mention larger) {
            Integer outer = referentOf.get(larger.id());
            List<Place> outers = outer == null ? List.of() : candidates.getOrDefault(outer, List.of());
            if (outers.isEmpty()
                    || outers.get(0).kind() != Place.Kind.REGION
                            && outers.get(0).kind() != Place.Kind.COUNTRY) {
                return false;
            }
            Integer inner = referentOf.get(mention.id());
            List<Place> inners = inner == null ? List.of() : candidates.getOrDefault(inner, List.of());
            if (inners.stream()
                    .limit(1)
                    .anyMatch(place -> place.kind() != Place.Kind.CITY && place.kind() != Place.Kind.DISTRICT)) {
                return false;
            }
            boolean list = mention.first() > 0 && tree.form(mention.first() - 1).matches(",|and|or");
            String next = larger.last() + 1 < tree.size() ? tree.lower(larger.last() + 1) : ".";
            boolean wordBefore = mention.first() > 0 && INSIDE.contains(tree.lower(mention.first() - 1))
                    || mention.first() > 0 && tree.lower(mention.first() - 1).matches("from|a|the|to|into");
            return !list
                    && wordBefore
                    && !next.matches("and|or|&")
                    && outers.get(0).kind() == Place.Kind.REGION;
        }

        private boolean isForeign(Mention mention) {
            Tree tree = trees.get(mention.sentence());
            String noun = tree.lower(mention.head());
            return noun.matches("embass(y|ies)|consulates?|mission|base|bases|outpost|compound|camp|flag");
        }

        private boolean isCountry(Mention mention) {
            Integer referent = referentOf.get(mention.id());
            List<Place> found = referent == null ? List.of() : candidates.getOrDefault(referent, List.of());
            return !found.isEmpty() && found.get(0).kind() == Place.Kind.COUNTRY;
        }

        private Optional<Mention> nameAt(Mention but, int word) {
            return mentions.stream()
                    .filter(mention -> mention.sentence() == but.sentence()
                            && mention.id() != but.id()
                            && mention.kind() == Mention.Kind.NAME
                            && mention.type() == Mention.Type.PLACE
                            && mention.first() <= word
                            && word <= mention.last())
                    .findFirst();
        }

        /** Whether some place of the larger name may hold some place of the smaller. */
        private boolean contains(Mention larger, Mention smaller) {
            Integer outer = referentOf.get(larger.id());
            Integer inner = referentOf.get(smaller.id());
            if (outer == null || inner == null) {
                return false;
            }
            List<Place> outers = candidates.getOrDefault(outer, List.of());
            List<Place> inners = candidates.getOrDefault(inner, List.of());
            if (inners.isEmpty()) {
                return !outers.isEmpty();
            }
            return outers.stream().anyMatch(out -> inners.stream().anyMatch(in -> holds(out, in)));
        }

        private static boolean holds(Place outer, Place inner) {
            if (outer.id().equals(inner.id())) {
                return false;
            }
            return switch (outer.kind()) {
                case COUNTRY -> outer.country().equals(inner.country()) && inner.kind() != Place.Kind.COUNTRY;
                case REGION ->
                    inner.region().filter(outer.id()::equals).isPresent()
                            || outer.id().startsWith("w.")
                                    && inner.kind() != Place.Kind.COUNTRY
                                    && outer.kilometresTo(inner) < 400;
                case DISTRICT ->
                    inner.kind() == Place.Kind.CITY
                            && outer.country().equals(inner.country())
                            && outer.kilometresTo(inner) < 100;
                case CITY, ISLAND, AREA ->
                    inner.kind() != Place.Kind.COUNTRY
                            && inner.kind() != Place.Kind.REGION
                            && outer.kilometresTo(inner) < 60;
                default -> false;
            };
        }

        // ---- choosing

        private void choose() {
            for (int round = 0; round < 3; round++) {
                Map<Integer, Place> before = new LinkedHashMap<>(chosen);
                for (Map.Entry<Integer, List<Place>> entry : candidates.entrySet()) {
                    Place best = null;
                    double bestScore = Double.NEGATIVE_INFINITY;
                    for (Place place : entry.getValue()) {
                        double score = score(entry.getKey(), place, before, round);
                        if (score > bestScore) {
                            best = place;
                            bestScore = score;
                        }
                    }
                    if (best != null) {
                        chosen.put(entry.getKey(), best);
                    }
                }
            }
        }

        private double score(int referent, Place place, Map<Integer, Place> others, int round) {
            double score = StrictMath.log10(place.population() + 300.0);
            score += switch (place.kind()) {
                case COUNTRY -> 2.5;
                case CONTINENT -> 8;
                case REGION -> place.id().startsWith("w.") ? 4.4 : 0.2;
                case DISTRICT -> 0.6;
                case SEA -> 5;
                case RIVER, MOUNTAIN -> 4;
                case ISLAND -> 4.4;
                case AREA -> 3.5;
                case CITY -> place.capital() ? 1.3 : 0;
            };
            Integer outer = withinOf.get(referent);
            if (outer != null) {
                Place larger = others.get(outer);
                boolean inside = larger != null && holds(larger, place)
                        || candidates.getOrDefault(outer, List.of()).stream().anyMatch(each -> holds(each, place));
                score += inside ? 6 : 0;
            }
            for (Map.Entry<Integer, Integer> entry : withinOf.entrySet()) {
                if (entry.getValue() == referent) {
                    List<Place> inner = candidates.getOrDefault(entry.getKey(), List.of());
                    score += inner.stream().anyMatch(each -> holds(place, each)) ? 3 : 0;
                }
            }
            if (place.kind() == Place.Kind.COUNTRY || place.kind() == Place.Kind.CONTINENT) {
                return score;
            }
            if (place.kind() == Place.Kind.CITY && place.region().isPresent() && outer == null) {
                // A big town and the region named after it: the bare name is the town.
                for (Place other : candidates.getOrDefault(referent, List.of())) {
                    if (other.kind() == Place.Kind.REGION
                            && place.region().get().equals(other.id())
                            && place.population() * 5 > other.population()) {
                        score += 1.2;
                    }
                }
            }
            if (countriesNamed.contains(place.country()) && !place.country().isEmpty()) {
                score += COUNTRY_NAMED;
            }
            if (round == 0) {
                return score;
            }
            int sameCountry = 0;
            int sameRegion = 0;
            double nearest = 20_000;
            for (Map.Entry<Integer, Place> entry : others.entrySet()) {
                Place other = entry.getValue();
                if (entry.getKey() == referent || other.id().equals(place.id())) {
                    continue;
                }
                sameCountry += !place.country().isEmpty()
                                && other.country().equals(place.country())
                                && other.kind() != Place.Kind.COUNTRY
                        ? 1
                        : 0;
                boolean region = place.region().isPresent()
                                && (place.region().equals(other.region())
                                        || place.region().get().equals(other.id()))
                        || other.region().filter(place.id()::equals).isPresent();
                sameRegion += region ? 1 : 0;
                if (other.kind() == Place.Kind.CITY
                        || other.kind() == Place.Kind.REGION
                        || other.kind() == Place.Kind.DISTRICT) {
                    nearest = Math.min(nearest, place.kilometresTo(other));
                }
            }
            score += COUNTRY_SHARED * StrictMath.log(1 + sameCountry) + REGION_SHARED * StrictMath.log(1 + sameRegion);
            return score - FAR * StrictMath.log10(1 + nearest);
        }

        // ---- the result

        private ResolvedPlace place(Referent referent) {
            Mention main = mentions.get(referent.mentions().get(0));
            for (int id : referent.mentions()) {
                if (mentions.get(id).kind() == Mention.Kind.NAME) {
                    main = mentions.get(id);
                    break;
                }
            }
            Optional<String> within = Optional.ofNullable(withinOf.get(referent.id()))
                    .map(outer -> referents.get(outer).name());
            Span words = withinWords.getOrDefault(referent.id(), main.span());
            Place own = chosen.get(referent.id());
            Place larger = withinOf.containsKey(referent.id()) ? chosen.get(withinOf.get(referent.id())) : null;
            boolean supported = own != null
                    && (own.kind() != Place.Kind.CITY
                            || own.population() >= ALONE_PEOPLE_MIN
                            || larger != null
                            || countriesNamed.contains(own.country())
                            || chosen.values().stream()
                                            .filter(each -> each != own
                                                    && each.country().equals(own.country()))
                                            .count()
                                    > 0);
            if (own != null
                    && supported
                    && (larger == null || holds(larger, own) || own.kind() == Place.Kind.COUNTRY)) {
                return new ResolvedPlace(
                        referent.id(), referent.name(), Optional.of(own), precision(own), within, words);
            }
            if (larger != null) {
                // A site in a town is a site; a place that only a region or country is known for is no finer than that.
                boolean town = larger.kind() == Place.Kind.CITY || larger.kind() == Place.Kind.AREA;
                return new ResolvedPlace(
                        referent.id(),
                        referent.name(),
                        Optional.of(larger),
                        town ? "site" : precision(larger),
                        within,
                        words);
            }
            if (own != null && supported) {
                return new ResolvedPlace(
                        referent.id(), referent.name(), Optional.of(own), precision(own), within, words);
            }
            return new ResolvedPlace(referent.id(), referent.name(), Optional.empty(), "unlocated", within, words);
        }

        private static String precision(Place place) {
            return switch (place.kind()) {
                case COUNTRY -> "country";
                case REGION, DISTRICT, ISLAND, MOUNTAIN, SEA, RIVER, CONTINENT -> "region";
                case CITY -> "city";
                case AREA -> "site";
            };
        }
    }
}
