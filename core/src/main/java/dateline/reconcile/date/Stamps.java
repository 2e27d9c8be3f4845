package dateline.reconcile.date;

import dateline.analysis.Analysis;
import dateline.analysis.layout.Layout;
import dateline.analysis.timex.TimeValue;
import dateline.analysis.timex.Timex;
import dateline.reconcile.StoryReports;
import dateline.reconcile.event.Days;
import dateline.reconcile.event.Happening;
import dateline.reconcile.event.Kinship;
import dateline.report.Span;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges the stamps of a story's reports. A stamp is moved only when the report's own words, reckoned from another day, agree
 * with what others say of the same happenings and do not when reckoned from the stamp. One stamp is judged at a time, the
 * clearest case first, so that two wrong stamps cannot convict a third.
 */
public final class Stamps {
    /**
     * When a stamp is doubted.
     *
     * @param daysMax how many days a stamp may be off
     * @param gainMin by how much the agreement must grow, counted in happenings told by another report
     * @param gainPerDay how much more for each further day that the stamp would be off
     * @param likenessMin how alike two tellings must be to be held against each other, 0 to 1
     */
    public record Policy(int daysMax, double gainMin, double gainPerDay, double likenessMin) {
        public static final Policy DEFAULT = new Policy(3, 0.9, 0.8, 0.42);
    }

    /** One report's stamp as printed, as taken, and why they differ when they do. */
    public record Stamp(int report, Optional<LocalDate> printed, Optional<LocalDate> taken, Optional<String> caution) {
        public boolean mended() {
            return caution.isPresent() && !printed.equals(taken);
        }
    }

    /** Works out a report's time expressions anew, as if it had been published on another day. */
    public interface Redate {
        /** @param sentences only time expressions of these sentences need be worked out; all when empty */
        Analysis from(Analysis analysis, LocalDate published, Set<Integer> sentences);
    }

    private static final DateTimeFormatter WORDED = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    private final Policy policy;
    private final Kinship kinship;
    private final Redate redate;

    public Stamps(Policy policy, Kinship kinship, Redate redate) {
        this.policy = policy;
        this.kinship = kinship;
        this.redate = redate;
    }

    public List<Stamp> judge(StoryReports story, List<Happening> happenings) {
        Map<Integer, Stamp> mended = new TreeMap<>();
        Map<Integer, Analysis> current = new HashMap<>();
        for (int report = 0; report < story.size(); report++) {
            int at = report;
            headed(story, report).ifPresent(stamp -> {
                mended.put(at, stamp);
                current.put(at, redate.from(story.get(at), stamp.taken().orElseThrow(), Set.of()));
            });
        }
        Map<Integer, Map<Integer, Analysis>> moved = new HashMap<>();
        Map<Integer, List<Pair>> pairs = pairs(story, happenings);
        for (int round = 0; round < story.size(); round++) {
            Optional<Move> best = Optional.empty();
            for (int report = 0; report < story.size(); report++) {
                if (!mended.containsKey(report)) {
                    Optional<Move> move =
                            bestMove(story, report, pairs.getOrDefault(report, List.of()), current, moved);
                    if (move.isPresent()
                            && (best.isEmpty() || move.get().gain() > best.get().gain())) {
                        best = move;
                    }
                }
            }
            if (best.isEmpty()) {
                break;
            }
            Move move = best.get();
            LocalDate printed = story.report(move.report()).published().orElseThrow();
            mended.put(
                    move.report(),
                    new Stamp(
                            move.report(),
                            Optional.of(printed),
                            Optional.of(printed.plusDays(move.days())),
                            Optional.of(move.why())));
            current.put(move.report(), redate.from(story.get(move.report()), printed.plusDays(move.days()), Set.of()));
        }
        List<Stamp> stamps = new ArrayList<>();
        for (int report = 0; report < story.size(); report++) {
            Optional<LocalDate> printed = story.report(report).published();
            stamps.add(mended.getOrDefault(report, new Stamp(report, printed, printed, Optional.empty())));
        }
        return List.copyOf(stamps);
    }

    /** Two tellings that may be of one happening; {@code day} is what the other is dated. */
    private record Pair(Happening mine, Happening other, Days day, double likeness) {}

    private record Move(int report, int days, double gain, String why) {}

    /** A full date printed in the head of the text, which is not the stamp's. */
    private Optional<Stamp> headed(StoryReports story, int report) {
        Optional<LocalDate> printed = story.report(report).published();
        if (printed.isEmpty()) {
            return Optional.empty();
        }
        Analysis analysis = story.get(report);
        Layout layout = analysis.segmented().layout();
        Optional<LocalDate> head = layout.dateline().flatMap(Layout.Dateline::day);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        long off = ChronoUnit.DAYS.between(printed.get(), head.get());
        if (off == 0 || Math.abs(off) > policy.daysMax() || !tellsOfToday(analysis)) {
            return Optional.empty();
        }
        return Optional.of(new Stamp(
                report,
                printed,
                head,
                Optional.of("dated " + WORDED.format(printed.get()) + ", but headed " + WORDED.format(head.get())
                        + " in its text")));
    }

    private static boolean tellsOfToday(Analysis analysis) {
        for (Timex timex : analysis.timexes()) {
            Span span = timex.span();
            if (analysis.segmented()
                    .report()
                    .quote(span)
                    .toLowerCase(Locale.ROOT)
                    .matches(".*\\btoday\\b.*|.*\\bthis (morning|afternoon|evening)\\b.*|.*\\btonight\\b.*")) {
                return true;
            }
        }
        return false;
    }

    private Map<Integer, List<Pair>> pairs(StoryReports story, List<Happening> happenings) {
        Map<String, Integer> frequencies = dateline.reconcile.event.Happenings.documentFrequencies(happenings);
        Map<String, List<Happening>> byFamily = new TreeMap<>();
        for (Happening happening : happenings) {
            if (date(story, happening).isPresent()) {
                for (String family : happening.families()) {
                    byFamily.computeIfAbsent(family, k -> new ArrayList<>()).add(happening);
                }
            }
        }
        Map<Integer, List<Pair>> found = new TreeMap<>();
        for (Happening mine : happenings) {
            if (mine.date().isEmpty()
                    || mine.date().get().length() > 4
                    || mine.origin().startsWith("post:")) {
                continue;
            }
            List<Happening> candidates = new ArrayList<>();
            for (String family : mine.families()) {
                candidates.addAll(byFamily.getOrDefault(family, List.of()));
                for (String other : new TreeSet<>(kinship.of(family))) {
                    candidates.addAll(byFamily.getOrDefault(other, List.of()));
                }
            }
            for (Happening other : candidates) {
                if (other.report() == mine.report() && !other.origin().startsWith("post:")
                        || date(story, other).orElseThrow().length() > 4) {
                    continue;
                }
                double likeness = likeness(mine, other, frequencies, happenings.size());
                if (likeness >= policy.likenessMin()) {
                    found.computeIfAbsent(mine.report(), k -> new ArrayList<>())
                            .add(new Pair(
                                    mine,
                                    other,
                                    date(story, other).orElseThrow(),
                                    other.date().isPresent() ? likeness : likeness * 0.7));
                }
            }
        }
        return found;
    }

    private double likeness(Happening one, Happening other, Map<String, Integer> frequencies, int tellings) {
        double shared = 0;
        double mine = 0;
        double theirs = 0;
        for (String stem : one.stems().keySet()) {
            double weight = StrictMath.log(1 + tellings / (double) (1 + frequencies.getOrDefault(stem, 0)));
            mine += weight * weight;
            if (other.stems().containsKey(stem)) {
                shared += weight * weight;
            }
        }
        for (String stem : other.stems().keySet()) {
            double weight = StrictMath.log(1 + tellings / (double) (1 + frequencies.getOrDefault(stem, 0)));
            theirs += weight * weight;
        }
        double words = mine == 0 || theirs == 0 ? 0 : shared / StrictMath.sqrt(mine * theirs);
        long sharedEntities =
                one.entities().stream().filter(other.entities()::contains).count();
        double entities = one.entities().isEmpty() || other.entities().isEmpty()
                ? words
                : sharedEntities
                        / (double)
                                Math.min(one.entities().size(), other.entities().size());
        double kind = one.lemmas().stream().anyMatch(other.lemmas()::contains)
                ? 1
                : one.families().stream().anyMatch(other.families()::contains) ? 0.85 : 0.4;
        return 0.4 * words
                + 0.15 * entities
                + 0.3 * kind
                + 0.15 * Math.max(0, one.vector().cosine(other.vector()));
    }

    private Optional<Move> bestMove(
            StoryReports story,
            int report,
            List<Pair> pairs,
            Map<Integer, Analysis> current,
            Map<Integer, Map<Integer, Analysis>> moved) {
        Optional<LocalDate> printed = story.report(report).published();
        if (printed.isEmpty()) {
            return Optional.empty();
        }
        double still = agreement(story.get(report), pairs, current) + posts(story, report, printed.get());
        Optional<Move> best = Optional.empty();
        if (isContent(story.get(report), pairs, current) && still >= 0) {
            return best;
        }
        Set<Integer> sentences = new TreeSet<>();
        pairs.forEach(pair -> sentences.add(pair.mine().claim().sentence()));
        for (int size = 1; size <= policy.daysMax(); size++) {
            for (int days : new int[] {size, -size}) {
                Analysis shifted = moved.computeIfAbsent(report, k -> new HashMap<>())
                        .computeIfAbsent(
                                days,
                                k -> redate.from(
                                        story.get(report), printed.get().plusDays(days), sentences));
                double there = agreement(shifted, pairs, current)
                        + posts(story, report, printed.get().plusDays(days));
                double gain = there - still;
                if (gain >= policy.gainMin() + policy.gainPerDay() * (size - 1)
                        && (best.isEmpty() || gain > best.get().gain() + 0.2)) {
                    best = Optional.of(new Move(
                            report, days, gain, why(printed.get(), story.get(report), shifted, pairs, current)));
                }
            }
        }
        return best;
    }

    /** True when nobody dates any of the report's happenings otherwise: no other stamp can agree better. */
    private static boolean isContent(Analysis analysis, List<Pair> pairs, Map<Integer, Analysis> current) {
        for (Pair pair : pairs) {
            Optional<Days> mine = days(analysis, pair.mine());
            Optional<Days> other = day(pair, current);
            if (mine.isPresent() && other.isPresent() && !mine.get().overlaps(other.get())) {
                return false;
            }
        }
        return true;
    }

    /** A report cannot show a post that is younger than itself. */
    private static double posts(StoryReports story, int report, LocalDate published) {
        int later = 0;
        for (Layout.Post post : story.get(report).segmented().layout().posts()) {
            if (post.date().isPresent() && post.date().get().isAfter(published)) {
                later++;
            }
        }
        return later == 0 ? 0 : -1.5;
    }

    /** The day of a telling; what a report leads with and does not date happened on its stamp's day or the day before. */
    private static Optional<Days> date(StoryReports story, Happening happening) {
        if (happening.date().isPresent()) {
            return happening.date();
        }
        boolean lead = happening.claim().sentence() < 3
                && !happening.claim().background()
                && happening.claim().modality() == dateline.analysis.claim.Claim.Modality.ACTUAL;
        return lead
                ? story.report(happening.report()).published().map(day -> new Days(day.minusDays(1), day))
                : Optional.empty();
    }

    private static Optional<Days> day(Pair pair, Map<Integer, Analysis> current) {
        Analysis theirs = current.get(pair.other().report());
        if (theirs == null
                || pair.other().origin().startsWith("post:")
                || pair.other().date().isEmpty()) {
            return Optional.of(pair.day());
        }
        return days(theirs, pair.other());
    }

    private static Optional<Days> days(Analysis analysis, Happening happening) {
        for (var claim : happening.claims()) {
            for (int timex : claim.timexes()) {
                TimeValue value = analysis.timexes().get(timex).value();
                Optional<Days> days = Days.of(value);
                if (days.isPresent()) {
                    return days;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean reckoned(Analysis analysis, Happening happening) {
        for (var claim : happening.claims()) {
            for (int timex : claim.timexes()) {
                if (Days.of(analysis.timexes().get(timex).value()).isPresent()) {
                    return analysis.timexes().get(timex).basis() == Timex.Basis.RECKONED;
                }
            }
        }
        return false;
    }

    /** Over the report's datable tellings: how far others date the same happening alike, each telling from -1 to 1. */
    private static double agreement(Analysis analysis, List<Pair> pairs, Map<Integer, Analysis> current) {
        Map<Integer, double[]> perTelling = new TreeMap<>();
        for (Pair pair : pairs) {
            if (!reckoned(analysis, pair.mine())) {
                continue;
            }
            Optional<Days> mine = days(analysis, pair.mine());
            Optional<Days> other = day(pair, current);
            if (mine.isEmpty() || other.isEmpty()) {
                continue;
            }
            double[] sums = perTelling.computeIfAbsent(pair.mine().index(), k -> new double[2]);
            sums[0] += mine.get().overlaps(other.get()) ? pair.likeness() : -pair.likeness();
            sums[1] += pair.likeness();
        }
        double total = 0;
        for (double[] sums : perTelling.values()) {
            total += sums[1] == 0 ? 0 : sums[0] / sums[1];
        }
        return total;
    }

    private static String why(
            LocalDate printed, Analysis before, Analysis after, List<Pair> pairs, Map<Integer, Analysis> current) {
        String words = "dated " + WORDED.format(printed);
        for (Pair pair : pairs) {
            Optional<Days> was = days(before, pair.mine());
            Optional<Days> is = days(after, pair.mine());
            Optional<Days> other = day(pair, current);
            if (was.isPresent()
                    && is.isPresent()
                    && other.isPresent()
                    && !was.get().overlaps(other.get())
                    && is.get().overlaps(other.get())) {
                Timex timex = null;
                for (int each : pair.mine().claim().timexes()) {
                    if (Days.of(before.timexes().get(each).value()).isPresent()) {
                        timex = before.timexes().get(each);
                        break;
                    }
                }
                String said = timex == null
                        ? "what it tells"
                        : "“" + before.segmented().report().quote(timex.span()).replaceAll("\\s+", " ") + "”";
                return words + ", but the other reports and posts put the same happening on "
                        + WORDED.format(is.get().from()) + "; " + said + " is then "
                        + is.get().edtf() + ", as elsewhere";
            }
        }
        return words + ", but shows posts of a later day";
    }
}
