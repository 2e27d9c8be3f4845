package dateline.reconcile.finding;

import dateline.analysis.Lexicon;
import dateline.analysis.quantity.Quantity;
import dateline.reconcile.StoryReports;
import dateline.reconcile.event.Days;
import dateline.reconcile.event.Kinship;
import dateline.reconcile.finding.NumberFinding.Verdict;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Holds one number against another: are they numbers of the same thing, and can both be so? What is counted, done to whom, by
 * whom and when must not speak against it; words around both must speak for it. Known weakness: two numbers of one sentence
 * pattern ("scored 20 points", "scored 14 points") whose subjects are only described.
 */
public final class Comparison {
    /**
     * @param alikeMin from this likeness on, 0 to 1, two numbers are of one thing
     * @param roundMax how far a round number may lie from the exact one, as a share of it: "600" and "612"
     * @param magnitudeMax how far two measurements of one quake lie apart at most; a larger gap is an aftershock or another quake
     * @param exchangeMax how many times a sum in one currency may be the same sum in another
     */
    public record Policy(double alikeMin, double roundMax, double magnitudeMax, double exchangeMax) {
        public static final Policy DEFAULT = new Policy(0.5, 0.04, 0.8, 2.5);
    }

    static final Set<String> HARM = Set.of("killed", "wounded", "arrested", "missing", "evacuated", "displaced");
    private static final Set<String> PRIOR = Set.of("prior", "previous", "earlier", "past", "former");
    private static final Set<String> LENGTHS = Set.of("duration", "ago", "age");
    private static final Pattern MORE = Pattern.compile("([\\w,.-]+ (more|other|others|additional)\\b|additional ).*");
    private static final Set<String> PRICES = Set.of("money", "percent", "votes", "distance");
    private static final Set<String> MEASURES = Set.of("magnitude", "money", "percent", "votes", "distance");
    private static final Map<String, Double> METRES = Map.of(
            "km", 1000.0, "mi", 1609.344, "m", 1.0, "ft", 0.3048, "yd", 0.9144, "in", 0.0254, "nmi", 1852.0, "cm",
            0.01);

    private final SettingFinder finder;
    private final Kinship kinship;
    private final Policy policy;
    private final Set<String> people;
    private final Set<String> growing;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> parts = new LinkedHashMap<>();
    private final Map<String, Double> lengths = new LinkedHashMap<>();

    public Comparison(Lexicon lexicon, Kinship kinship, Policy policy) {
        this.kinship = kinship;
        this.policy = policy;
        finder = new SettingFinder(lexicon);
        people = lexicon.words("finding/people.txt");
        growing = lexicon.words("finding/growing.txt");
        int kind = 0;
        for (List<String> row : lexicon.rows("finding/people-kinds.txt")) {
            Map<String, Integer> to = row.get(0).equals("part") ? parts : kinds;
            for (String noun : row.get(1).split(" +")) {
                to.put(noun, kind);
            }
            kind++;
        }
        for (List<String> row : lexicon.rows("quantity/time-units.txt")) {
            lengths.put(row.get(0), Double.parseDouble(row.get(1)));
        }
    }

    /** What stands around a figure. */
    Setting setting(StoryReports story, Figure figure) {
        return finder.find(story, figure);
    }

    /** How two numbers of one story stand to each other, {@code UNRELATED} when they are not of the same thing. */
    public Verdict compare(StoryReports story, Figure one, Figure other) {
        return compare(setting(story, one), setting(story, other));
    }

    /**
     * How two numbers of one story stand to each other. The same in both directions.
     *
     * @return {@code UNRELATED} when they are not of the same thing
     */
    Verdict compare(Setting one, Setting other) {
        return alike(one, other) < policy.alikeMin() ? Verdict.UNRELATED : verdict(one, other);
    }

    /** How sure it is that both are numbers of the same thing, 0 to 1; 0 when something speaks against it. */
    double alike(Setting one, Setting other) {
        if (!sameKind(one, other)
                || !sameNoun(one, other)
                || againstTime(one, other)
                || otherPerson(one, other)
                || otherPart(one, other)
                || besides(one, other)
                || one.supposed() != other.supposed()) {
            return 0;
        }
        boolean sameEvent = one.figure().event() >= 0
                && one.figure().event() == other.figure().event();
        boolean otherEvent = one.figure().event() >= 0 && other.figure().event() >= 0 && !sameEvent;
        boolean otherSubject =
                !one.agents().isEmpty() && !other.agents().isEmpty() && !shared(one.agents(), other.agents());
        boolean near = meets(one, other) || rounded(one, other) || rounded(other, one);
        // Logistic weights; the first nine fitted on the tuning part of eval/gold/pairs.jsonl and rounded, the rest set
        // by
        // reading what else joined in the accounts of the clusters.
        double score = 1.3
                + (HARM.contains(one.what()) ? 0.6 : 0)
                - (PRICES.contains(one.what()) ? 0.7 : 0)
                + (sameEvent ? 0.7 : otherEvent ? -0.4 : 0)
                + (likePredicates(one, other) ? 0.4 : 0)
                + (near ? 0.8 : 0)
                + 0.2 * cosine(one.modifiers(), other.modifiers())
                + 0.3 * cosine(one.names(), other.names())
                - 1.4 * farness(one, other)
                - (one.background() != other.background() ? 0.3 : 0)
                - (otherSubject ? 0.2 : 0)
                - (otherKind(one, other) ? 1.5 : 0)
                - (otherToll(one, other) ? 3.5 : 0)
                - (otherPlace(one, other) ? 1 : 0)
                - ((isBare(one) || isBare(other)) && !meets(one, other) ? 1 : 0)
                - (otherCrowd(one, other) ? 2.5 : 0);
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** How far numbers of things and measures lie apart, as a logarithm up to 1.5; tolls and crowds may lie far apart. */
    private static double farness(Setting one, Setting other) {
        boolean people = HARM.contains(one.what()) || one.what().equals("present");
        return people || meets(one, other) ? 0 : Math.min(1.5, StrictMath.log(ratio(one, other)));
    }

    /** Tolls too unlike to be of one happening: a common name lets them differ more. */
    private static boolean otherToll(Setting one, Setting other) {
        return HARM.contains(one.what())
                && one.figure().high() > 0
                && other.figure().high() > 0
                && !isVague(one)
                && !isVague(other)
                && ratio(one, other) > (shared(one.names(), other.names()) ? 50 : 5);
    }

    private static boolean otherPlace(Setting one, Setting other) {
        return !one.places().isEmpty()
                && !other.places().isEmpty()
                && !shared(one.places(), other.places())
                && !one.what().equals("money")
                && !one.what().equals("magnitude");
    }

    private static boolean shared(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    static boolean isLength(Quantity quantity) {
        return LENGTHS.contains(quantity.what());
    }

    private boolean otherKind(Setting one, Setting other) {
        Integer a = kinds.get(one.counted());
        Integer b = kinds.get(other.counted());
        return a != null && b != null && !a.equals(b) && !one.figure().same(other.figure());
    }

    private static boolean isBare(Setting setting) {
        return setting.what().equals("other")
                && setting.counted().isEmpty()
                && setting.figure().quantity().unit().isEmpty();
    }

    /** People that do unlike things in unlike numbers: "one protester threw a bottle", "20,000 people marched". */
    private boolean otherCrowd(Setting one, Setting other) {
        if (!one.what().equals("present")
                || !other.what().equals("present")
                || one.figure().same(other.figure())) {
            return false;
        }
        boolean few = Math.min(one.figure().middle(), other.figure().middle()) < 10;
        if (isCrowd(one) && isCrowd(other) && !few) {
            return ratio(one, other) > 150;
        }
        return ratio(one, other) > 2.5 || few && !likePredicates(one, other) && !meets(one, other);
    }

    private static boolean isCrowd(Setting setting) {
        return setting.figure().quantity().what().equals("present");
    }

    /** Numbers that are part and whole, or one victim and a toll: "three clerks, one of them pregnant". */
    private boolean otherPart(Setting one, Setting other) {
        boolean equal = one.figure().same(other.figure());
        if (!Objects.equals(parts.get(one.counted()), parts.get(other.counted())) && !equal) {
            return true;
        }
        boolean single = one.figure().high() == 1 || other.figure().high() == 1;
        return HARM.contains(one.what())
                && !equal
                && single
                && !one.counted().equals(other.counted())
                && !(isAnyone(one) && isAnyone(other))
                && ratio(one, other) > 2.5;
    }

    /** True when the noun says nothing of what kind of people it counts. */
    private static boolean isAnyone(Setting setting) {
        return setting.counted().isEmpty()
                || Set.of("people", "person", "life", "victim", "body", "dead", "other")
                        .contains(setting.counted());
    }

    /** Two numbers of one sentence count two things, unless two people give them; "two more" comes on top of another number. */
    private static boolean besides(Setting one, Setting other) {
        Quantity p = one.figure().quantity();
        Quantity q = other.figure().quantity();
        boolean sameSentence = one.figure().report() == other.figure().report() && p.sentence() == q.sentence();
        if (sameSentence && !p.what().equals("magnitude") && one.speaker().equals(other.speaker())) {
            return !one.figure().same(other.figure());
        }
        if (shared(one.modifiers(), PRIOR) != shared(other.modifiers(), PRIOR)) {
            return true;
        }
        return isMore(p) != isMore(q) && !one.figure().same(other.figure());
    }

    private static boolean isMore(Quantity quantity) {
        return MORE.matcher(quantity.said().toLowerCase(Locale.ROOT)).matches();
    }

    /** "Berg scored 20 points", "Holm scored 14 points". */
    private boolean otherPerson(Setting one, Setting other) {
        return !one.persons().isEmpty()
                && !other.persons().isEmpty()
                && !shared(one.persons(), other.persons())
                && !HARM.contains(one.what())
                && (one.predicate().equals(other.predicate()) || !one.figure().same(other.figure()))
                && !meets(one, other) | one.predicate().equals(other.predicate());
    }

    private static String subset(Setting setting) {
        return setting.figure()
                .quantity()
                .subset()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private boolean sameKind(Setting one, Setting other) {
        if (isWhole(one) != isWhole(other)
                && (one.counted().isEmpty() || other.counted().isEmpty())
                && one.what().equals("other")
                && other.what().equals("other")) {
            return false;
        }
        if (one.what().equals("magnitude")
                && other.what().equals("magnitude")
                && Math.abs(middle(one) - middle(other)) > policy.magnitudeMax()) {
            return false;
        }
        String a = one.what();
        String b = other.what();
        if (!a.equals(b)) {
            Set<String> both = new TreeSet<>(List.of(a, b));
            boolean bare = one.counted().isEmpty() && a.equals("other")
                    || other.counted().isEmpty() && b.equals("other");
            // A bare "22.4bn" may be the money that the other has with its sign.
            boolean measured =
                    bare && (both.contains("money") || both.contains("magnitude")) && ratio(one, other) < 1.5;
            boolean crowd = both.equals(Set.of("present", "other"))
                    && (bare && (likePredicates(one, other) || ratio(one, other) < 3)
                            || one.counted().equals(other.counted())
                                    && !one.counted().isEmpty());
            // "24 bodies were found", "24 deaths": the same number of people in other words.
            boolean sameToll = both.contains("killed")
                    && (both.contains("present") || both.contains("other"))
                    && one.figure().same(other.figure())
                    && one.figure().middle() >= 4;
            return measured || crowd || sameToll;
        }
        if (a.equals("percent") || a.equals("other")) {
            return one.figure()
                    .quantity()
                    .unit()
                    .equals(other.figure().quantity().unit());
        }
        return true;
    }

    /** Nouns that count the same: equal, both people, one standing by the other ("state attorneys", "states"), or equal numbers. */
    private boolean sameNoun(Setting one, Setting other) {
        if (MEASURES.contains(one.what()) || MEASURES.contains(other.what())) {
            return true;
        }
        String a = one.counted();
        String b = other.counted();
        if (one.what().equals("age") && !sameName(one, other)) {
            return false;
        }
        if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
            return true;
        }
        if (isLength(one.figure().quantity())) {
            return !one.what().equals("age");
        }
        if (HARM.contains(one.what()) || one.what().equals("present")) {
            return true;
        }
        return one.modifiers().contains(b)
                || other.modifiers().contains(a)
                || people.contains(a) && people.contains(b)
                || one.figure().same(other.figure());
    }

    /** "Maria Holm" and "Holm", but not "Jan Holm". */
    private static boolean sameName(Setting one, Setting other) {
        List<String> a = List.of(one.figure().quantity().of().orElse("").split(" "));
        List<String> b = List.of(other.figure().quantity().of().orElse("").split(" "));
        return a.get(a.size() - 1).equals(b.get(b.size() - 1))
                && (a.size() == 1 || b.size() == 1 || a.get(0).equals(b.get(0)));
    }

    /** Told of days that do not meet: a toll of February is not one of November, a rise of May not one of June. */
    private boolean againstTime(Setting one, Setting other) {
        Optional<Days> first = one.days();
        Optional<Days> second = other.days();
        if (first.isEmpty() || second.isEmpty()) {
            // What is told without a day is of the days before its report, unless it is told as background.
            return isOld(first, other) || isOld(second, one);
        }
        Days a = first.get();
        Days b = second.get();
        if (a.overlaps(b)) {
            return false;
        }
        boolean months = one.what().equals("percent") || a.length() > 20 || b.length() > 20;
        long gap = a.to().isBefore(b.from())
                ? java.time.temporal.ChronoUnit.DAYS.between(a.to(), b.from())
                : java.time.temporal.ChronoUnit.DAYS.between(b.to(), a.from());
        boolean sameEvent = one.figure().event() >= 0
                && one.figure().event() == other.figure().event();
        return months || gap > (sameEvent ? 7 : 2) || one.what().equals("present") && !sameEvent;
    }

    private boolean likePredicates(Setting one, Setting other) {
        return !one.predicate().isEmpty() && one.predicate().equals(other.predicate())
                || !one.family().isEmpty()
                        && (one.family().equals(other.family()) || kinship.related(one.family(), other.family()));
    }

    static boolean isLongBefore(Days days, LocalDate day) {
        return days.to().plusDays(20).isBefore(day);
    }

    private static boolean isOld(Optional<Days> days, Setting undated) {
        return days.isPresent()
                && undated.published().isPresent()
                && !undated.background()
                && isLongBefore(days.get(), undated.published().get());
    }

    private static boolean isWhole(Setting setting) {
        double middle = setting.figure().middle();
        return middle == StrictMath.rint(middle);
    }

    private static double ratio(Setting one, Setting other) {
        double a = Math.max(0.01, Math.abs(middle(one)));
        double b = Math.max(0.01, Math.abs(middle(other)));
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double middle(Setting setting) {
        return setting.figure().middle() * scale(setting);
    }

    private static double scale(Setting setting) {
        return setting.figure().quantity().what().equals("distance")
                ? METRES.getOrDefault(setting.figure().quantity().unit().orElse("m"), 1.0)
                : 1;
    }

    private static boolean meets(Setting one, Setting other) {
        return one.figure().low() * scale(one) <= other.figure().high() * scale(other)
                && other.figure().low() * scale(other) <= one.figure().high() * scale(one);
    }

    /** What two numbers of one thing do to each other. */
    Verdict verdict(Setting one, Setting other) {
        Figure a = one.figure();
        Figure b = other.figure();
        if (a.same(b) && scale(one) == scale(other)) {
            return Verdict.SAME;
        }
        Optional<String> unit = a.quantity().unit();
        if (one.what().equals("money")
                && unit.isPresent()
                && b.quantity().unit().isPresent()
                && !unit.equals(b.quantity().unit())) {
            return ratio(one, other) <= policy.exchangeMax() ? Verdict.COMPATIBLE : Verdict.UNRELATED;
        }
        boolean grows = grows(one) && grows(other) && !isSettled(one) && !isSettled(other);
        boolean zero = a.high() == 0 || b.high() == 0;
        if (meets(one, other)) {
            boolean rises = grows
                    && a.low() != b.low()
                    && a.quantity().min().isPresent()
                    && b.quantity().min().isPresent()
                    && ratio(one, other) > 1 + policy.roundMax()
                    && later(one, other)
                    && !isVague(one)
                    && !isVague(other);
            boolean bothOver =
                    a.quantity().max().isEmpty() && b.quantity().max().isEmpty() && !isVague(one) && !isVague(other);
            boolean settled = grows(one) && isSettled(one) && isSettled(other);
            if (bothOver && settled && ratio(one, other) > 1 + policy.roundMax()) {
                // "More than 26,000" and "more than 31,000" long after are two counts, though the one could be the
                // other.
                return Verdict.CONTRADICTION;
            }
            return rises ? Verdict.UPDATE : Verdict.COMPATIBLE;
        }
        if (rounded(one, other) || rounded(other, one)) {
            return Verdict.COMPATIBLE;
        }
        return grows && !zero ? Verdict.UPDATE : Verdict.CONTRADICTION;
    }

    /** True when two numbers of one event count the same there, not two things of it: the same noun, or harm, or a crowd. */
    boolean isTelling(Setting one, Setting other) {
        return HARM.contains(one.what())
                || one.what().equals("present")
                || one.what().equals("magnitude")
                || !one.counted().isEmpty() && one.counted().equals(other.counted());
    }

    /** The same number, however hedged: "46", "at least 46", "about 46". */
    static boolean sameNumber(Setting one, Setting other) {
        if (one.figure().same(other.figure())) {
            return true;
        }
        Optional<String> unit = one.figure().quantity().unit();
        return unit.equals(other.figure().quantity().unit())
                && !isVague(one)
                && !isVague(other)
                && core(one) == core(other);
    }

    /** The number that the words name, without what they say about its bounds. */
    private static double core(Setting setting) {
        Quantity quantity = setting.figure().quantity();
        if (quantity.min().isEmpty() || quantity.max().isEmpty()) {
            double bound = quantity.min().orElse(quantity.max().orElse(0));
            boolean above = quantity.min().isPresent()
                    && quantity.said()
                            .toLowerCase(Locale.ROOT)
                            .matches("(just |slightly |well )?(more than|over|above|greater than|upwards? of) .*");
            return above ? bound - 1 : bound;
        }
        double low = quantity.min().getAsDouble();
        double high = quantity.max().getAsDouble();
        boolean nearly = Math.abs(low - high * 7 / 8) < 0.01 * high;
        return nearly ? high : StrictMath.rint((low + high) / 2 * 1000) / 1000;
    }

    /** "dozens", "hundreds", "many": says of no day how many there were. */
    static boolean isVague(Setting setting) {
        Quantity quantity = setting.figure().quantity();
        return quantity.min().isEmpty() && quantity.max().isEmpty()
                || quantity.said()
                        .toLowerCase(Locale.ROOT)
                        .matches("(.*\\s)?(dozens|scores|hundreds|thousands|millions|several|many|few|some)(\\s.*)?");
    }

    private boolean grows(Setting setting) {
        return growing.contains(setting.what())
                || growing.contains(setting.counted())
                || growing.contains(setting.predicate());
    }

    /** Told as background, or of long before the report: nobody counts on. */
    private static boolean isSettled(Setting setting) {
        return setting.background()
                || setting.days().isPresent()
                        && setting.published().isPresent()
                        && isLongBefore(
                                setting.days().get(), setting.published().get());
    }

    /** From reports of two days. */
    private static boolean later(Setting one, Setting other) {
        return one.published().isPresent()
                && other.published().isPresent()
                && !one.published().equals(other.published());
    }

    /** True when {@code round} is what remains of {@code exact} in round numbers or in another unit. */
    private boolean rounded(Setting round, Setting exact) {
        double a = middle(round);
        double b = middle(exact);
        if (isLength(round.figure().quantity())) {
            // "three decades" of 32 years, "two weeks" of 12 days.
            String unit = round.figure().quantity().unit().orElse("");
            return !unit.equals(exact.figure().quantity().unit().orElse(""))
                    && Math.abs(a - b) <= lengths.getOrDefault(unit, 0.0) / 2;
        }
        boolean converted = scale(round) != scale(exact);
        boolean isRound =
                converted || significant(round) < significant(exact) && Math.abs(a) >= 20 || isDecimalOf(round, exact);
        return isRound && Math.abs(a - b) <= policy.roundMax() * Math.max(Math.abs(a), Math.abs(b));
    }

    /** "22 billion" of "22.4 billion", "6" of "5.9". */
    private static boolean isDecimalOf(Setting round, Setting exact) {
        return significant(round) < significant(exact);
    }

    /** How many digits stand before the closing zeros. */
    private static int significant(Setting setting) {
        Figure figure = setting.figure();
        double value =
                figure.quantity().min().isPresent() && figure.quantity().max().isEmpty()
                        ? figure.low() - (figure.low() % 10 == 1 ? 1 : 0)
                        : figure.middle();
        String digits = new java.math.BigDecimal(value)
                .round(new java.math.MathContext(10))
                .stripTrailingZeros()
                .unscaledValue()
                .toString();
        return digits.replace("-", "").length();
    }

    static double cosine(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return shared / StrictMath.sqrt((double) one.size() * other.size());
    }
}
