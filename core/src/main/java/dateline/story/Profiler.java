package dateline.story;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.place.Place;
import dateline.analysis.place.ResolvedPlace;
import dateline.analysis.quantity.Quantity;
import dateline.analysis.text.Tree;
import dateline.analysis.text.Vector;
import dateline.analysis.timex.TimeValue;
import dateline.analysis.timex.Timex;
import dateline.report.Report;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes from an analysis what placement compares. */
public final class Profiler {
    /**
     * @param openingLength characters of prose that are compared: news puts first what it is about
     * @param leadLength characters of the lead
     * @param leadSentences sentences whose vectors speak for the lead
     * @param titleWeight how often a word of the headline counts
     * @param telling weight (see {@link WordWeights}) from which a word counts at all: 1.0 is a word in a third of all texts
     * @param keysMax by how many keys a report is looked up
     */
    public record Policy(
            int openingLength, int leadLength, int leadSentences, double titleWeight, double telling, int keysMax) {
        public static final Policy DEFAULT = new Policy(2500, 400, 3, 2, 1.0, 32);
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}\\p{N}]+)*");

    private final WordWeights weights;
    private final Policy policy;

    public Profiler(Lexicon lexicon, Policy policy) {
        this.weights = new WordWeights(lexicon);
        this.policy = policy;
    }

    public Profile profile(Analysis analysis) {
        Report report = analysis.segmented().report();
        String title = report.title()
                .or(() -> analysis.segmented().layout().headline().map(report::quote))
                .orElse("");
        Terms words = words(analysis, title, policy.titleWeight(), policy.openingLength());
        Terms places = places(analysis);
        List<LocalDate> days = days(analysis);
        return new Profile(
                report.id(),
                report.published(),
                report.publishedAt(),
                words,
                words(analysis, title, 1, policy.leadLength()),
                people(analysis),
                places,
                days,
                figures(analysis),
                mean(analysis.vectors(), analysis.vectors().size()),
                mean(analysis.vectors(), policy.leadSentences()),
                keys(words, places, days));
    }

    private Terms words(Analysis analysis, String title, double titleWeight, int length) {
        Map<String, Double> counts = new TreeMap<>();
        count(title, titleWeight, counts);
        int left = length;
        for (Tree tree : analysis.trees()) {
            Span span = tree.sentence().span();
            String text = analysis.segmented().report().quote(span);
            count(text.length() > left ? text.substring(0, left) : text, 1, counts);
            left -= text.length();
            if (left <= 0) {
                break;
            }
        }
        Map<String, Double> weighted = new TreeMap<>();
        counts.forEach((stem, count) -> {
            double weight = weights.of(stem);
            if (weight > policy.telling()) {
                weighted.put(stem, (1 + StrictMath.log(count)) * weight);
            }
        });
        return Terms.of(weighted);
    }

    private static void count(String text, double each, Map<String, Double> counts) {
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            counts.merge(Terms.stem(words.group()), each, Double::sum);
        }
    }

    /** Persons by the last word of their name; those of the lead count twice. */
    private Terms people(Analysis analysis) {
        Map<String, Double> found = new TreeMap<>();
        for (Referent referent : analysis.referents()) {
            if (!referent.named() || referent.type() != Mention.Type.PERSON) {
                continue;
            }
            String[] parts = referent.name().strip().split("\\s+");
            String last = Terms.stem(parts[parts.length - 1]);
            int first = analysis.mentions().get(referent.mentions().get(0)).sentence();
            double weight = (1 + StrictMath.log(referent.mentions().size())) * (first < 2 ? 2 : 1);
            found.merge(last, weight * weights.of(last), Double::sum);
        }
        return Terms.of(found);
    }

    /** A town tells more than a country. */
    private static Terms places(Analysis analysis) {
        Map<String, Double> found = new TreeMap<>();
        for (ResolvedPlace place : analysis.places()) {
            place.place().ifPresent(known -> found.put(known.id(), known.kind() == Place.Kind.COUNTRY ? 0.5 : 1.5));
        }
        return Terms.of(found);
    }

    private static List<LocalDate> days(Analysis analysis) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Timex timex : analysis.timexes()) {
            if (timex.value() instanceof TimeValue.Day day) {
                days.add(day.day());
            }
        }
        analysis.segmented().report().published().ifPresent(days::remove);
        return List.copyOf(days);
    }

    private static List<Profile.Figure> figures(Analysis analysis) {
        List<Profile.Figure> figures = new ArrayList<>();
        for (Quantity quantity : analysis.quantities()) {
            if (!quantity.what().equals("other")
                    && !quantity.what().equals("present")
                    && quantity.min().isPresent()) {
                figures.add(new Profile.Figure(
                        quantity.what(),
                        quantity.min().getAsDouble(),
                        quantity.max().orElse(Double.POSITIVE_INFINITY)));
            }
        }
        return figures;
    }

    private static Vector mean(List<Vector> vectors, int most) {
        float[] sum = new float[vectors.isEmpty() ? 1 : vectors.get(0).size()];
        for (Vector vector : vectors.subList(0, Math.min(most, vectors.size()))) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector.at(i);
            }
        }
        return new Vector(sum);
    }

    private List<String> keys(Terms words, Terms places, List<LocalDate> days) {
        List<String> keys = new ArrayList<>(words.heaviest(policy.keysMax()));
        places.heaviest(4).forEach(place -> keys.add("@" + place));
        days.stream().limit(4).forEach(day -> keys.add("#" + day));
        return keys;
    }
}
