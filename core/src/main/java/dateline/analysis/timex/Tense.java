package dateline.analysis.timex;

import dateline.analysis.Lexicon;
import dateline.analysis.text.Tree;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what hangs on a timex is told as over or as to come; from the tree where there is one, else from words nearby. */
enum Tense {
    PAST,
    FUTURE,
    UNKNOWN;

    /** Judges by the words of {@code timex/tense.txt}. */
    static final class Judge {
        private static final Pattern WORD = Pattern.compile("['’]?\\p{L}+(?:['’]\\p{L}+)?|[,;:()\"“”—]|--");
        // A cue on the far side of a comma or bracket belongs to another clause as a rule; eight words is longer than
        // most
        // stretches between a verb and its time.
        private static final int CLAUSE_BORDER_WORDS = 8;

        private final Map<String, Set<String>> words = new HashMap<>();
        private int longestCue = 1;

        Judge(Lexicon lexicon) {
            for (List<String> row : lexicon.rows("timex/tense.txt")) {
                Set<String> forms = words.computeIfAbsent(row.get(0), kind -> new HashSet<>());
                for (String form : row.get(1).split("\\|")) {
                    forms.add(form.strip());
                    longestCue = Math.max(longestCue, form.strip().split(" ").length);
                }
            }
        }

        Tense of(String sentence, Span words, Optional<Tree> tree, Span inReport) {
            List<String> before = list(sentence.substring(0, words.begin()));
            if (!before.isEmpty() && words("sincelike").contains(before.get(before.size() - 1))) {
                return PAST;
            }
            Tense read = tree.map(each -> fromTree(each, inReport)).orElse(UNKNOWN);
            return read == UNKNOWN ? fromWords(sentence, words) : read;
        }

        /** The nearest cue before or after, counted in words. */
        private Tense fromWords(String sentence, Span timex) {
            List<String> before = list(sentence.substring(0, timex.begin()));
            List<String> after = list(sentence.substring(timex.end()));
            int past = Integer.MAX_VALUE;
            int future = Integer.MAX_VALUE;
            int away = 0;
            for (int i = before.size() - 1; i >= 0; i--) {
                away += before.get(i).length() == 1
                                && !Character.isLetter(before.get(i).charAt(0))
                        ? CLAUSE_BORDER_WORDS
                        : 1;
                past = Math.min(past, isPast(before, i) ? away : past);
                future = Math.min(future, startsCue(before, i) ? away : future);
            }
            away = 0;
            for (int i = 0; i < after.size(); i++) {
                away += after.get(i).length() == 1
                                && !Character.isLetter(after.get(i).charAt(0))
                        ? CLAUSE_BORDER_WORDS
                        : 2;
                past = Math.min(past, isPast(after, i) ? away : past);
                future = Math.min(future, startsCue(after, i) ? away : future);
            }
            if (past == future) {
                return past == Integer.MAX_VALUE ? UNKNOWN : FUTURE;
            }
            return future < past ? FUTURE : PAST;
        }

        private boolean startsCue(List<String> list, int at) {
            StringBuilder cue = new StringBuilder();
            for (int i = at; i < Math.min(list.size(), at + longestCue); i++) {
                cue.append(i == at ? "" : " ").append(list.get(i));
                if (words("future").contains(cue.toString())) {
                    return true;
                }
            }
            return false;
        }

        /** A form of the past that is not the end of "will be held" or "to be named". */
        private boolean isPast(List<String> list, int at) {
            boolean afterBe = at > 0 && list.get(at - 1).equals("be");
            return isPast(list.get(at))
                    && !afterBe
                    && (at == 0 || !list.get(at - 1).equals("to"));
        }

        private boolean isPast(String word) {
            return words("past").contains(word)
                    || word.endsWith("ed")
                            && word.length() > 4
                            && !words("notpast").contains(word);
        }

        private static List<String> list(String text) {
            List<String> list = new ArrayList<>();
            Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
            while (word.find()) {
                String form = word.group();
                int cut = form.indexOf("'ll") >= 0 ? form.indexOf("'ll") : form.indexOf("’ll");
                if (cut > 0) {
                    list.add(form.substring(0, cut));
                    list.add(form.substring(cut));
                } else {
                    list.add(form);
                }
            }
            return list;
        }

        private Tense fromTree(Tree tree, Span timex) {
            int word = tree.wordAt(timex.begin());
            for (int steps = 0; word >= 0 && steps <= tree.size(); steps++) {
                if (tree.isClass(word, "VERB", "AUX") && !timex.contains(tree.span(word))) {
                    Tense tense = ofVerb(tree, word, timex);
                    if (tense != UNKNOWN) {
                        return tense;
                    }
                }
                word = tree.head(word);
            }
            return UNKNOWN;
        }

        private Tense ofVerb(Tree tree, int verb, Span timex) {
            boolean infinitive = false;
            boolean isTo = false;
            for (int child : tree.children(verb)) {
                // "is to be voted on Thursday"
                isTo |= tree.isRelation(child, "mark", "aux")
                        && tree.lower(child).equals("to")
                        && tree.children(verb).stream()
                                .anyMatch(aux -> tree.isRelation(aux, "aux")
                                        && aux < child
                                        && Set.of("is", "are", "'s", "’s", "'re", "’re")
                                                .contains(tree.lower(aux)));
                if (tree.isRelation(child, "aux", "cop")) {
                    String form = tree.lower(child);
                    if (words("modal").contains(form)) {
                        return FUTURE;
                    }
                    if (isPast(form)) {
                        return PAST;
                    }
                }
                infinitive |= tree.isRelation(child, "mark", "aux")
                        && tree.lower(child).equals("to");
            }
            if (isTo) {
                return FUTURE;
            }
            if (infinitive && tree.head(verb) >= 0) {
                int above = tree.head(verb);
                return words("intent").contains(tree.lemma(above)) ? FUTURE : UNKNOWN;
            }
            // "is scheduled to close Monday": the day may hang on "scheduled"; "vowed on Monday to close" has its own
            // day.
            int aim = tree.child(verb, "xcomp");
            boolean ownDay = aim >= 0
                    && timex.end() <= tree.span(aim).begin()
                    && isPast(tree.lower(verb))
                    && tree.child(verb, "aux") < 0;
            boolean ahead = words("intent").contains(tree.lemma(verb)) && aim >= 0 && !ownDay;
            return ahead ? FUTURE : isPast(tree.lower(verb)) ? PAST : UNKNOWN;
        }

        private Set<String> words(String kind) {
            return words.getOrDefault(kind, Set.of());
        }
    }
}
