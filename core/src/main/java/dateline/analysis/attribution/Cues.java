package dateline.analysis.attribution;

import dateline.analysis.Lexicon;
import dateline.analysis.attribution.Attribution.Stance;
import dateline.analysis.text.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lists about saying: which words carry it, which doubt it, who passes it on. */
final class Cues {
    /** A word that carries a saying, and the forms in which it does. */
    record Cue(Stance stance, Set<String> forms) {}

    private final Map<String, Cue> verbs = new LinkedHashMap<>();
    private final Map<String, Cue> nouns = new LinkedHashMap<>();
    private final Map<String, String> doubts = new LinkedHashMap<>();
    private final Set<String> hearsayWords = new LinkedHashSet<>();
    private final Map<String, String> passives = new LinkedHashMap<>();
    private final Map<String, String> rumours = new LinkedHashMap<>();
    private final Set<String> relays;
    private final Set<String> agencies = new LinkedHashSet<>();
    private final Set<String> notSpeakers;
    private final Set<String> showing;

    Cues(Lexicon lexicon) {
        for (List<String> row : lexicon.rows("attribution/cues.txt")) {
            Cue cue = new Cue(
                    Stance.valueOf(row.get(2)),
                    new LinkedHashSet<>(Arrays.asList(row.get(3).split(" "))));
            (row.get(0).equals("verb") ? verbs : nouns).put(row.get(1), cue);
        }
        for (List<String> row : lexicon.rows("attribution/hedges.txt")) {
            doubts.put(row.get(0), row.get(1));
            if (row.get(2).equals("self")) {
                hearsayWords.add(row.get(0));
            }
        }
        for (List<String> row : lexicon.rows("attribution/hearsay.txt")) {
            (row.get(0).equals("passive") ? passives : rumours).put(row.get(1), row.get(2));
        }
        relays = lexicon.words("attribution/relays.txt");
        for (List<String> row : lexicon.rows("layout/agencies.txt")) {
            for (String name : row.get(2).split("\\|")) {
                agencies.add(name.toLowerCase(Locale.ROOT));
            }
        }
        for (List<String> row : lexicon.rows("layout/outlets.txt")) {
            agencies.add(row.get(1).toLowerCase(Locale.ROOT));
        }
        notSpeakers = lexicon.words("attribution/not-speakers.txt");
        showing = lexicon.words("attribution/showing.txt");
    }

    /** The entry of a verb, its particle included when it has one. */
    Optional<Cue> verb(Tree tree, int word) {
        List<String> keys = new ArrayList<>();
        for (int each : tree.children(word)) {
            if (tree.isRelation(each, "compound", "advmod", "obj")) {
                keys.add(tree.lemma(word) + " " + tree.lemma(each));
            }
        }
        keys.add(tree.lemma(word));
        return keys.stream().filter(verbs::containsKey).findFirst().map(verbs::get);
    }

    Optional<Cue> noun(Tree tree, int word) {
        return Optional.ofNullable(nouns.get(tree.lemma(word)));
    }

    Optional<String> doubt(String word) {
        return Optional.ofNullable(doubts.get(word.toLowerCase(Locale.ROOT)));
    }

    boolean isHearsayWord(String word) {
        return hearsayWords.contains(word.toLowerCase(Locale.ROOT));
    }

    Optional<String> hearsayPassive(String lemma) {
        return Optional.ofNullable(passives.get(lemma));
    }

    Optional<String> rumour(String lemma) {
        return Optional.ofNullable(rumours.get(lemma));
    }

    boolean isShowing(String lemma) {
        return showing.contains(lemma);
    }

    boolean isNoSpeaker(String word) {
        return notSpeakers.contains(word.toLowerCase(Locale.ROOT));
    }

    /** True for a news agency, paper, station or one who works for it: one that passes on what others say. */
    boolean isRelay(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceAll("^the ", "");
        String last = lower.substring(lower.lastIndexOf(' ') + 1);
        return agencies.contains(lower)
                || relays.contains(last)
                || relays.stream()
                        .anyMatch(each ->
                                lower.startsWith(each + " ") && each.matches("correspondent|reporter|journalist"))
                || agencies.stream().anyMatch(each -> lower.startsWith(each + " ") || lower.endsWith(" " + each));
    }
}
