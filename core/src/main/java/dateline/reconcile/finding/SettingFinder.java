package dateline.reconcile.finding;

import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.claim.Claim;
import dateline.analysis.quantity.Quantity;
import dateline.analysis.text.Tree;
import dateline.reconcile.StoryReports;
import dateline.reconcile.event.Days;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Works out what stands around a number: what it counts, done by whom, where and when, and who gives it. */
final class SettingFinder {
    private final Set<String> people;
    private final Set<String> things;
    private final Map<String, String> harmOf = new LinkedHashMap<>();

    SettingFinder(Lexicon lexicon) {
        people = new LinkedHashSet<>(lexicon.words("finding/people.txt"));
        people.addAll(lexicon.words("quantity/people.txt"));
        things = lexicon.words("finding/things.txt");
        for (List<String> row : lexicon.rows("finding/harm.txt")) {
            harmOf.put(row.get(0), row.get(1));
        }
    }

    /** What stands around a figure. */
    Setting find(StoryReports story, Figure figure) {
        Analysis analysis = story.get(figure.report());
        Quantity quantity = figure.quantity();
        Tree tree = analysis.trees().get(quantity.sentence());
        Optional<Claim> claim = analysis.claims().stream()
                .filter(each -> each.quantities().contains(figure.index())
                        || Comparison.isLength(quantity)
                                && each.sentence() == quantity.sentence()
                                && each.word() == quantity.predicate())
                .findFirst();
        int noun = noun(tree, quantity);
        Set<String> modifiers = new TreeSet<>();
        if (noun >= 0) {
            for (int each : tree.children(noun)) {
                if (tree.isRelation(each, "amod", "compound", "nmod", "nmod:poss")
                        && !tree.span(each).equals(tree.span(Math.max(0, quantity.word())))) {
                    modifiers.add(tree.lemma(each));
                }
            }
        }
        int at = Math.max(0, quantity.word());
        Set<String> near = new TreeSet<>();
        Set<String> sentence = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        Set<String> places = places(tree, at);
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isClass(i, "NOUN", "PROPN", "VERB", "ADJ")
                    && !quantity.span().overlaps(tree.span(i))) {
                sentence.add(tree.lemma(i));
                if (Math.abs(i - at) <= 8) {
                    near.add(tree.lemma(i));
                }
            }
            if (tree.isClass(i, "PROPN")) {
                names.add(tree.lower(i));
            }
        }
        Optional<Days> days = claim.flatMap(each -> each.timexes().stream()
                        .map(timex -> Days.of(analysis.timexes().get(timex).value()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> oldDays(analysis, quantity.sentence()));
        String counted = noun >= 0 ? tree.lemma(noun) : "";
        return new Setting(
                figure,
                what(tree, noun, quantity, claim),
                counted,
                modifiers,
                agents(tree, quantity, false),
                agents(tree, quantity, true),
                quantity.predicate() >= 0 ? tree.lemma(quantity.predicate()) : "",
                claim.map(Claim::family).orElse(""),
                near,
                sentence,
                names,
                places,
                days,
                claim.map(Claim::background).orElse(false),
                story.report(figure.report()).published(),
                speaker(analysis, quantity),
                isSupposed(tree, quantity));
    }

    /** Days long before the report, when they are the only ones its sentence names: the number is of then. */
    private static Optional<Days> oldDays(Analysis analysis, int sentence) {
        List<Days> all = analysis.timexes().stream()
                .filter(timex -> timex.sentence() == sentence)
                .map(timex -> Days.of(timex.value()))
                .flatMap(Optional::stream)
                .toList();
        return all.size() == 1
                ? Optional.of(all.get(0))
                        .filter(days -> analysis.segmented()
                                .report()
                                .published()
                                .filter(day -> Comparison.isLongBefore(days, day))
                                .isPresent())
                : Optional.empty();
    }

    /** "A quake of magnitude 6 can cause damage" measures nothing that was. */
    private static boolean isSupposed(Tree tree, Quantity quantity) {
        int up = Math.max(0, quantity.word());
        for (int steps = 0; up >= 0 && steps < 8; steps++) {
            if (tree.isClass(up, "VERB")) {
                return tree.children(up).stream()
                        .anyMatch(each -> tree.isRelation(each, "aux")
                                && Set.of("can", "could", "may", "might").contains(tree.lower(each)));
            }
            up = tree.head(up);
        }
        return false;
    }

    private static Optional<String> speaker(Analysis analysis, Quantity quantity) {
        return analysis.attributions().stream()
                .filter(said -> said.content().stream().anyMatch(content -> content.contains(quantity.span())))
                .reduce((outer, inner) -> inner)
                .map(said -> said.speakerAs().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isBlank());
    }

    /** "including 22 in the city", "at least two Israelis" of a claim that kills: the happening says what the number lacks. */
    private String what(Tree tree, int noun, Quantity quantity, Optional<Claim> claim) {
        String what = quantity.what();
        String counted = noun >= 0 ? tree.lemma(noun) : "";
        boolean known = people.contains(counted) || isPeoples(tree, noun);
        if (Comparison.HARM.contains(what)) {
            // "Quake kills 10; 7 villages damaged": what is no person was not killed.
            boolean thing = noun >= 0 && !known && tree.isClass(noun, "NOUN") && things.contains(counted);
            return thing ? "other" : what;
        }
        if (!what.equals("other") && !what.equals("present")) {
            return what;
        }
        if (what.equals("other") && (counted.isEmpty() || known) && claim.isPresent()) {
            String harm = harmOf.get(claim.get().family());
            if (harm != null) {
                return harm;
            }
        }
        return known || what.equals("present") ? "present" : what;
    }

    /** "28 Latvians": a people by name. */
    private static boolean isPeoples(Tree tree, int noun) {
        return noun >= 0
                && tree.isClass(noun, "PROPN", "NOUN")
                && tree.form(noun).endsWith("s")
                && Character.isUpperCase(tree.form(noun).charAt(0))
                && !tree.reading(noun).name().equals("O");
    }

    /** The place that follows the number before the next number ("18 in New York City"), else all places of the sentence. */
    private static Set<String> places(Tree tree, int at) {
        Set<String> found = new TreeSet<>();
        for (int i = at + 1; i < Math.min(tree.size(), at + 9) && !tree.isClass(i, "NUM"); i++) {
            boolean place = tree.reading(i).name().endsWith("LOC");
            if (!place && !found.isEmpty()) {
                break;
            }
            if (place) {
                found.add(tree.lower(i));
            }
        }
        if (found.isEmpty()) {
            for (int i = 0; i < tree.size(); i++) {
                if (tree.reading(i).name().endsWith("LOC")) {
                    found.add(tree.lower(i));
                }
            }
        }
        return found;
    }

    private static int noun(Tree tree, Quantity quantity) {
        if (quantity.of().isEmpty()) {
            return -1;
        }
        String[] words = quantity.of().get().toLowerCase(Locale.ROOT).split("\\s+");
        String last = words[words.length - 1];
        int best = -1;
        for (int i = 0; i < tree.size(); i++) {
            if (tree.lower(i).equals(last)
                    && (best < 0 || Math.abs(i - quantity.word()) < Math.abs(best - quantity.word()))) {
                best = i;
            }
        }
        return best;
    }

    /** The named subject of the nearest verb above the number that has one; {@code persons} only when it is a person. */
    private static Set<String> agents(Tree tree, Quantity quantity, boolean persons) {
        Set<String> found = new TreeSet<>();
        int up = Math.max(0, quantity.word());
        for (int steps = 0; up >= 0 && steps < 8; steps++) {
            int subject = tree.child(up, "nsubj");
            if (subject >= 0 && !quantity.span().overlaps(tree.span(subject))) {
                boolean fits = tree.isClass(subject, "PROPN")
                        && (!persons || tree.reading(subject).name().endsWith("PER"));
                if (fits) {
                    found.add(tree.lower(subject));
                    tree.children(subject).stream()
                            .filter(each -> tree.isRelation(each, "flat", "compound") && tree.isClass(each, "PROPN"))
                            .forEach(each -> found.add(tree.lower(each)));
                }
                return found;
            }
            up = tree.head(up);
        }
        return found;
    }
}
