package dateline.analysis.attribution;

import dateline.analysis.attribution.Attribution.Stance;
import dateline.analysis.attribution.Attribution.Via;
import dateline.analysis.text.Tree;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sayings of one sentence: from the model's tags first, then from the arcs where the model saw nothing. */
final class SentenceSayings {
    private static final Set<String> RELATIVES = Set.of("who", "which", "that", "whom");
    private static final int CLIMB_MAX = 8;
    /** A shorter quotation with its marks is a word or two, no speech. */
    private static final int QUOTATION_LENGTH_MIN = 14;

    private final Tree tree;
    private final Cues cues;
    private final List<Quotations.Quotation> quotations;
    private final Set<Integer> speakers;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Range> sources;
    private final List<Range> contents;

    /** @param speakers head words of mentions in this sentence that can speak: people, bodies, groups */
    SentenceSayings(Tree tree, Cues cues, List<Quotations.Quotation> quotations, Set<Integer> speakers) {
        this.tree = tree;
        this.speakers = speakers;
        this.cues = cues;
        this.quotations = quotations;
        this.sources = runs("SOURCE");
        this.contents = runs("CONTENT");
    }

    /** What is said here; a draft may still lack content (it stands in the next sentence) or source. */
    List<Draft> find() {
        for (Range run : runs("CUE")) {
            drafts.add(new Draft(tree, widened(run), headOf(run), true));
        }
        for (int i = 0; i < tree.size(); i++) {
            byRule(i);
        }
        for (Draft draft : drafts) {
            if (draft.source.isEmpty()) {
                source(draft);
            }
        }
        assignContents();
        for (Draft draft : drafts) {
            if (draft.content.isEmpty()) {
                contentByArcs(draft.head).forEach(draft::add);
            }
            stance(draft);
            doubt(draft);
            relay(draft);
        }
        hearsay();
        return drafts;
    }

    /** Content tagged by the model that no cue of this sentence took: the sentence goes on with what somebody else began. */
    List<Span> loose() {
        List<Span> loose = new ArrayList<>();
        for (Range run : contents) {
            Span span = tree.span(run.from(), run.to());
            if (drafts.stream().noneMatch(draft -> draft.content.stream().anyMatch(span::overlaps))) {
                loose.add(span);
            }
        }
        return loose;
    }

    // ---- the model's tags

    private List<Range> runs(String role) {
        List<Range> runs = new ArrayList<>();
        for (int i = 0; i < tree.size(); i++) {
            String tag = tree.reading(i).attribution();
            if (tag.endsWith(role)) {
                int last = runs.size() - 1;
                if (last >= 0 && runs.get(last).to() == i - 1 && !tag.startsWith("B")) {
                    runs.set(last, new Range(runs.get(last).from(), i));
                } else {
                    runs.add(new Range(i, i));
                }
            }
        }
        return runs;
    }

    /** A cue with the auxiliaries and negation that stand directly before its verb, and the colon that ends it. */
    private Range widened(Range run) {
        int from = run.from();
        while (from > 0
                && tree.reading(from - 1).attribution().equals("O")
                && tree.isRelation(from - 1, "aux", "advmod")
                && run.holds(tree.head(from - 1))
                && (tree.isClass(from - 1, "AUX", "PART") || tree.isClass(from - 1, "ADV"))) {
            from--;
        }
        while (from < run.from() && !tree.isClass(from, "AUX", "ADV")) {
            from++;
        }
        int to = run.to();
        if (to + 1 < tree.size() && tree.form(to + 1).equals(":")) {
            to++;
        }
        return new Range(from, to);
    }

    private int headOf(Range run) {
        int best = -1;
        for (int i = run.to(); i >= run.from(); i--) {
            if (!run.holds(tree.head(i))) {
                best = best < 0 || tree.isClass(i, "VERB") && !tree.isClass(best, "VERB") ? i : best;
            }
        }
        for (int i = run.from(); i <= run.to(); i++) {
            // "according to": the source hangs on neither word.
            if (tree.lower(i).equals("according")) {
                return i;
            }
        }
        return Math.max(best, run.from());
    }

    private void assignContents() {
        Map<Range, Draft> owner = new LinkedHashMap<>();
        for (Range run : contents) {
            owner(run).ifPresent(draft -> owner.put(run, draft));
        }
        owner.forEach((run, draft) -> {
            Span span = trimmed(run);
            // A nested cue found by rule keeps what the arcs give it.
            if (!draft.content.contains(span)) {
                draft.content.add(span);
            }
        });
    }

    private Optional<Draft> owner(Range run) {
        List<Draft> tagged =
                drafts.stream().filter(draft -> !run.holds(draft.head)).toList();
        if (tagged.isEmpty()) {
            return Optional.empty();
        }
        int head = headOf(run);
        int up = head;
        for (int steps = 0; up >= 0 && steps <= tree.size(); steps++) {
            int at = up;
            Optional<Draft> over =
                    tagged.stream().filter(draft -> draft.cue.holds(at)).findFirst();
            if (over.isPresent()) {
                return over;
            }
            up = tree.head(up);
        }
        // "..., she said": the cue hangs on what is said.
        Optional<Draft> under = tagged.stream()
                .filter(draft -> tree.isUnder(draft.head, head)
                        && tree.isRelation(draft.head, "parataxis", "ccomp", "obl", "advcl", "case", "fixed", "nmod"))
                .min((a, b) -> Integer.compare(a.cue.distance(run), b.cue.distance(run)));
        if (under.isPresent()) {
            return under;
        }
        return tagged.stream().min((a, b) -> Integer.compare(a.cue.distance(run), b.cue.distance(run)));
    }

    // ---- the arcs

    private void byRule(int word) {
        if (drafts.stream().anyMatch(draft -> draft.cue.holds(word))) {
            return;
        }
        if (tree.lower(word).equals("according")
                && word + 1 < tree.size()
                && tree.lower(word + 1).equals("to")) {
            drafts.add(new Draft(tree, new Range(word, word + 1), word, false));
            return;
        }
        if (tree.isClass(word, "VERB")) {
            Optional<Cues.Cue> cue = cues.verb(tree, word);
            if (cue.isPresent() && speaks(word, cue.get())) {
                drafts.add(new Draft(tree, verbRange(word), word, false));
            }
        } else if (tree.isClass(word, "NOUN")) {
            Optional<Cues.Cue> cue = cues.noun(tree, word);
            boolean clause = tree.children(word).stream()
                    .anyMatch(c -> tree.isRelation(c, "ccomp", "acl")
                            && (hasMark(c, "that")
                                    || cue.isPresent() && cue.get().forms().contains("to") && hasMark(c, "to")));
            if (cue.isPresent() && clause && subject(word, 0) >= 0) {
                drafts.add(new Draft(tree, new Range(word, word), word, false));
            }
        }
    }

    /** Whether the verb, as it stands here, tells that somebody said something. */
    private boolean speaks(int verb, Cues.Cue cue) {
        int subject = subject(verb, 0);
        if (subject < 0) {
            return false;
        }
        boolean passive = passive(verb);
        for (int each : tree.children(verb)) {
            boolean infinitive = tree.isRelation(each, "xcomp", "ccomp", "advcl") && hasMark(each, "to");
            if (cue.forms().contains("that") && tree.isRelation(each, "ccomp") && !hasMark(each, "to")) {
                return true;
            }
            if (cue.forms().contains("to") && infinitive && !passive) {
                return true;
            }
            if (cue.forms().contains("thing")
                    && tree.isRelation(each, "obj")
                    && !passive
                    && cue.stance() != Stance.ASSERTS) {
                return true;
            }
            boolean of = tree.isRelation(each, "obl", "advcl")
                    && (List.of("of", "for").contains(tree.preposition(each))
                            || hasMark(each, "of")
                            || hasMark(each, "for"));
            if (cue.forms().contains("of") && of && tree.child(verb, "obj") >= 0) {
                return true;
            }
            if (tree.isRelation(each, "obj", "xcomp", "ccomp", "parataxis") && !passive && quotedRange(each)) {
                return true;
            }
            if (cues.isShowing(tree.lemma(subject))
                    && Set.of("show", "find", "purport").contains(tree.lemma(verb))
                    && tree.isRelation(each, "ccomp", "xcomp", "obj")
                    && !passive) {
                return true;
            }
        }
        // "The pier is shut, she said."
        return tree.isRelation(verb, "parataxis")
                && cue.forms().contains("that")
                && tree.child(verb, "nsubj") >= 0
                && !passive;
    }

    private boolean quotedRange(int word) {
        Span span = tree.span(tree.firstOf(word), tree.lastOf(word));
        return quotations.stream()
                .anyMatch(each -> each.span().overlaps(span)
                        && each.span().begin() <= span.begin() + 12
                        && each.span().length() > 12);
    }

    private Range verbRange(int verb) {
        int from = verb;
        int to = verb;
        for (int each : tree.children(verb)) {
            if (tree.isRelation(each, "aux") && each < verb && verb - each <= 4 && between(each, verb)) {
                from = Math.min(from, each);
            }
            if (tree.isRelation(each, "compound") && each == verb + 1) {
                to = each;
            }
        }
        return new Range(from, to);
    }

    private boolean between(int from, int verb) {
        for (int i = from; i < verb; i++) {
            if (!tree.isClass(i, "AUX", "ADV", "PART")) {
                return false;
            }
        }
        return true;
    }

    private boolean hasMark(int word, String mark) {
        return tree.children(word).stream()
                .anyMatch(
                        c -> tree.isRelation(c, "mark", "case") && tree.lower(c).equals(mark));
    }

    private boolean passive(int verb) {
        return !tree.lower(verb).endsWith("ing")
                && tree.children(verb).stream()
                        .anyMatch(c -> tree.isRelation(c, "aux")
                                && tree.lower(c).matches("was|were|is|are|been|being|be|'s|’s|'re"));
    }

    /** The word for who speaks, -1 when nobody does. */
    int subject(int word, int steps) {
        if (word < 0 || steps > CLIMB_MAX) {
            return -1;
        }
        if (tree.lower(word).equals("according")) {
            int head = tree.head(word);
            return head >= 0 && tree.isRelation(word, "case", "fixed", "mark")
                    ? head
                    : tree.children(word).stream()
                            .filter(c -> tree.isRelation(c, "obl", "nmod", "obj"))
                            .findFirst()
                            .orElse(-1);
        }
        if (tree.isClass(word, "NOUN", "PROPN") && tree.child(word, "cop") < 0) {
            for (int each : tree.children(word)) {
                boolean possessor = tree.isRelation(each, "nmod") && each < word;
                boolean by = tree.isRelation(each, "nmod", "obl")
                        && tree.preposition(each).matches("by|from");
                if (possessor || by) {
                    return each;
                }
            }
            return tree.isRelation(word, "obj", "obl") && tree.head(word) >= 0 && tree.isClass(tree.head(word), "VERB")
                    ? subject(tree.head(word), steps + 1)
                    : -1;
        }
        if (passive(word)) {
            for (int each : tree.children(word)) {
                if (tree.isRelation(each, "obl") && tree.preposition(each).equals("by")) {
                    return each;
                }
            }
            return -1;
        }
        int subject = tree.child(word, "nsubj");
        if (subject >= 0) {
            if (RELATIVES.contains(tree.lower(subject)) && tree.isRelation(word, "acl") && tree.head(word) >= 0) {
                return tree.head(word);
            }
            return cues.isNoSpeaker(tree.form(subject)) ? -1 : subject;
        }
        int head = tree.head(word);
        return switch (tree.relation(word)) {
            case "acl" ->
                tree.lower(word).endsWith("ing") || tree.isClass(head, "NOUN", "PROPN") && hasMark(word, "to")
                        ? head
                        : byAgent(word);
            case "advcl", "xcomp" ->
                quotedAs(word, head) >= 0
                        ? quotedAs(word, head)
                        : !tree.isClass(head, "VERB")
                                ? -1
                                : passive(head) ? tree.child(head, "nsubj") : subject(head, steps + 1);
            case "conj" -> tree.isClass(head, "VERB") ? subject(head, steps + 1) : -1;
            case "ccomp" -> tree.isClass(head, "VERB") && hasMark(word, "to") ? subject(head, steps + 1) : -1;
            default -> -1;
        };
    }

    /** "AFP quoted the harbour master as saying": the harbour master. */
    private int quotedAs(int word, int head) {
        if (head < 0
                || !hasMark(word, "as")
                || !Set.of("quote", "cite", "report").contains(tree.lemma(head))) {
            return -1;
        }
        return passive(head) ? tree.child(head, "nsubj") : tree.child(head, "obj");
    }

    private int byAgent(int word) {
        for (int each : tree.children(word)) {
            if (tree.isRelation(each, "obl") && tree.preposition(each).equals("by")) {
                return each;
            }
        }
        return -1;
    }

    private void source(Draft draft) {
        int subject = subject(draft.head, 0);
        draft.speaker = subject;
        if (subject >= 0) {
            Optional<Range> tagged =
                    sources.stream().filter(run -> run.holds(subject)).findFirst();
            Range whole = phrase(subject, draft);
            draft.source = Optional.of(tagged.orElse(whole));
        }
        boolean untagged =
                draft.source.isEmpty() || draft.tagged && draft.source.stream().noneMatch(sources::contains);
        if (draft.tagged && untagged) {
            Optional<Range> nearest = sources.stream()
                    .filter(run -> drafts.stream()
                            .noneMatch(other -> other != draft
                                    && other.source.filter(run::equals).isPresent()
                                    && other.cue.distance(run) < draft.cue.distance(run)))
                    .filter(run -> draft.source.isEmpty() || drafts.size() == 1)
                    .min((a, b) -> Integer.compare(a.distance(draft.cue), b.distance(draft.cue)));
            if (nearest.isPresent()) {
                draft.source = nearest;
                draft.speaker = headOf(nearest.get());
            }
        }
    }

    /** The source's words: its whole phrase, but not what comes after a comma, nor the cue. */
    private Range phrase(int head, Draft draft) {
        int from = tree.firstOf(head);
        int to = tree.lastOf(head);
        for (int each : tree.children(head)) {
            boolean ends = tree.isRelation(each, "acl", "appos", "parataxis", "conj", "advcl", "dep", "ccomp")
                    || tree.isRelation(each, "punct") && each > head;
            boolean joined = tree.isRelation(each, "conj") && tree.isClass(each, "NOUN", "PROPN") && each - head <= 6;
            if (each > head && ends && !joined) {
                to = Math.min(to, tree.firstOf(each) - 1);
            }
            if (each < head
                    && tree.isRelation(each, "case")
                    && !tree.lower(each).matches("'s|’s")) {
                from = Math.max(from, each + 1);
            }
        }
        if (draft.cue.from() > head) {
            to = Math.min(to, draft.cue.from() - 1);
        } else {
            from = Math.max(from, draft.cue.to() + 1);
        }
        while (to > head
                && (tree.isClass(to, "PUNCT", "ADP", "ADV", "AUX")
                        || tree.lower(to).matches("'s|’s|who|which|that"))) {
            to--;
        }
        return new Range(Math.min(from, head), Math.max(head, to));
    }

    /** What is said, as the arcs have it. */
    List<Range> contentByArcs(int head) {
        List<Range> found = new ArrayList<>();
        if (tree.lower(head).equals("according")) {
            int source = subject(head, 0);
            if (source >= 0 && tree.head(source) >= 0) {
                without(tree.head(source), source).forEach(found::add);
            }
            return found;
        }
        for (int each : tree.children(head)) {
            boolean of = tree.isRelation(each, "obl", "advcl")
                    && tree.child(head, "obj") >= 0
                    && (List.of("of", "for").contains(tree.preposition(each))
                            || hasMark(each, "of")
                            || hasMark(each, "for"));
            if (tree.isRelation(each, "ccomp")
                    || tree.isRelation(each, "xcomp", "acl") && (tree.isClass(head, "VERB", "NOUN"))
                    || of) {
                found.add(new Range(tree.firstOf(each), tree.lastOf(each)));
            } else if (tree.isRelation(each, "parataxis") && each > head && quotedRange(each)) {
                found.add(new Range(tree.firstOf(each), tree.lastOf(each)));
            } else if (tree.isRelation(each, "obj")
                    && (tree.isClass(head, "VERB")
                            && tree.child(head, "ccomp") < 0
                            && (cues.verb(tree, head)
                                            .map(c -> c.forms().contains("thing")
                                                    || c.forms().contains("of"))
                                            .orElse(false)
                                    || quotedRange(each)
                                    || Set.of("show", "find", "purport").contains(tree.lemma(head))))) {
                found.add(new Range(tree.firstOf(each), tree.lastOf(each)));
            }
        }
        if (found.isEmpty() && tree.isRelation(head, "parataxis") && tree.head(head) >= 0) {
            found.addAll(without(tree.head(head), head));
        }
        if (found.isEmpty()
                && tree.isClass(head, "VERB")
                && tree.isRelation(head, "advcl")
                && Set.of("cite", "quote").contains(tree.lemma(head))
                && tree.head(head) >= 0) {
            found.addAll(without(tree.head(head), head));
        }
        found.sort((a, b) -> Integer.compare(a.from(), b.from()));
        List<Range> kept = new ArrayList<>();
        for (Range each : found) {
            Range trimmed = cut(each, head);
            if (trimmed.from() <= trimmed.to()) {
                kept.add(trimmed);
            }
        }
        return kept;
    }

    private Range cut(Range range, int head) {
        int from = range.from();
        int to = range.to();
        while (from < to && (tree.form(from).matches("[,:;]"))) {
            from++;
        }
        while (to > from && tree.form(to).matches("[,:;.]")) {
            to--;
        }
        if (range.holds(head)) {
            return head - from > to - head ? new Range(from, head - 1) : new Range(head + 1, to);
        }
        return new Range(from, to);
    }

    /** All that hangs on {@code whole} but not on {@code part}, as one stretch before and one after. */
    private List<Range> without(int whole, int part) {
        int from = tree.firstOf(whole);
        int to = tree.lastOf(whole);
        int begin = tree.firstOf(part);
        int end = tree.lastOf(part);
        List<Range> left = new ArrayList<>();
        if (begin > from) {
            left.add(cut(new Range(from, begin - 1), part));
        }
        if (end < to && to - end > 1) {
            left.add(cut(new Range(end + 1, to), part));
        }
        left.removeIf(range -> range.from() > range.to()
                || range.to() == range.from() && tree.isClass(range.from(), "PUNCT", "CCONJ"));
        return left;
    }

    private Span trimmed(Range run) {
        int from = run.from();
        int to = run.to();
        while (from < to && tree.form(from).matches("[,:;]")) {
            from++;
        }
        return tree.span(from, to);
    }

    // ---- what the saying does, and how sure it is

    private void stance(Draft draft) {
        Optional<Cues.Cue> cue = Optional.empty();
        int at = draft.head;
        for (int i = draft.cue.from(); i <= draft.cue.to() && cue.isEmpty(); i++) {
            int word = i == draft.cue.from() ? draft.head : i;
            cue = tree.isClass(word, "VERB", "AUX")
                    ? cues.verb(tree, word)
                    : tree.isClass(word, "NOUN") ? cues.noun(tree, word) : Optional.empty();
            at = word;
        }
        boolean quoted = draft.content.stream().anyMatch(span -> isSpeech(span, draft.cueSpan()));
        boolean plain = tree.lower(draft.head).equals("according")
                || tree.form(draft.cue.to()).equals(":")
                || tree.isClass(draft.head, "PUNCT")
                || tree.lower(draft.head).matches("per|via");
        boolean listed = cue.isPresent()
                && (!draft.tagged || quoted || cue.get().stance() == Stance.HOLDS || hangs(at, cue.get()));
        draft.stance = listed ? cue.get().stance() : plain || quoted ? Stance.ASSERTS : Stance.HOLDS;
        if (draft.stance == Stance.HOLDS && quoted) {
            draft.stance = Stance.ASSERTS;
        }
        // "The surge threatened to flood the yard": things do not vow. "Their vows of revenge": nobody in particular.
        boolean thing = draft.speaker >= 0 && tree.isClass(draft.speaker, "NOUN") && !speakers.contains(draft.speaker);
        boolean nobody = draft.source.isEmpty() && tree.isClass(draft.head, "NOUN");
        if (!quoted && (nobody || thing && draft.stance == Stance.VOWS)) {
            draft.stance = Stance.HOLDS;
        }
    }

    /** A listed word counts as a saying when its content hangs on it in a listed form, or the model says so and it is a plain saying word. */
    private boolean hangs(int word, Cues.Cue cue) {
        return !cue.forms().equals(Set.of("quote")) || tree.child(word, "ccomp") >= 0;
    }

    /** Whether the span is in quotation marks that do not also hold the cue: a saying inside a speech is not quoted by that. */
    private boolean isSpeech(Span span, Span cue) {
        return quotations.stream()
                .anyMatch(each -> each.span().overlaps(span)
                        && each.span().length() > QUOTATION_LENGTH_MIN
                        && !each.span().contains(cue));
    }

    private void doubt(Draft draft) {
        Optional<String> found = Optional.empty();
        if (draft.source.isPresent()) {
            for (int i = draft.source.get().from(); i <= draft.source.get().to() && found.isEmpty(); i++) {
                found = cues.doubt(tree.lower(i));
            }
        }
        for (int i = Math.max(0, draft.cue.from() - 1);
                i <= Math.min(tree.size() - 1, draft.cue.to() + 1) && found.isEmpty();
                i++) {
            boolean own = draft.cue.holds(i) && !tree.isClass(i, "VERB")
                    || tree.head(i) == draft.head && tree.isRelation(i, "advmod", "amod");
            found = own ? cues.doubt(tree.lower(i)) : found;
            if (draft.cue.holds(i) && found.isEmpty() && tree.isClass(i, "VERB")) {
                found = tree.lemma(i).equals("purport")
                        ? Optional.of("purported")
                        : tree.lemma(i).equals("allege") ? Optional.of("alleged") : found;
            }
        }
        draft.hedge = found;
    }

    /** "told the AFP news agency", "was quoted by AFP as saying", "AFP quoted him as saying". */
    private void relay(Draft draft) {
        int verb = draft.head;
        if (!tree.isClass(verb, "VERB")) {
            return;
        }
        for (int each : tree.children(verb)) {
            boolean told = tree.isRelation(each, "obj", "iobj")
                    && Set.of("tell", "inform").contains(tree.lemma(verb));
            boolean to = tree.isRelation(each, "obl") && tree.preposition(each).equals("to") && !told;
            if ((told || to) && each != draft.speaker) {
                String name = name(each);
                if (cues.isRelay(name)) {
                    draft.via.add(new Via(name, Optional.empty()));
                }
            }
            // "said in an interview with the Herald", "in a statement carried by AFP"
            if (tree.isRelation(each, "obl")
                    && tree.preposition(each).equals("in")
                    && Set.of("interview", "statement", "remark", "comment").contains(tree.lemma(each))) {
                for (int inner : tree.children(each)) {
                    int media = tree.isRelation(inner, "nmod")
                                    && tree.preposition(inner).matches("with|to|for")
                            ? inner
                            : tree.isRelation(inner, "acl") ? byAgent(inner) : -1;
                    if (media >= 0 && cues.isRelay(name(media))) {
                        draft.via.add(new Via(name(media), Optional.empty()));
                    }
                }
            }
        }
        int quoting = Set.of("quote", "cite", "report").contains(tree.lemma(verb)) ? verb : tree.head(verb);
        if (quoting >= 0 && Set.of("quote", "cite").contains(tree.lemma(quoting))) {
            int media = passive(quoting) ? byAgent(quoting) : tree.child(quoting, "nsubj");
            int quoted = passive(quoting) ? tree.child(quoting, "nsubj") : tree.child(quoting, "obj");
            if (media >= 0 && quoted >= 0 && (quoting != verb || tree.child(quoting, "advcl", "xcomp") >= 0)) {
                draft.via.add(new Via(name(media), Optional.empty()));
                draft.speaker = quoted;
                draft.source = Optional.of(phrase(quoted, draft));
            }
        }
    }

    /** A noun phrase as one would name it: "the AFP news agency" is "AFP news agency". */
    String name(int head) {
        int from = head;
        int to = head;
        while (from > 0
                && tree.isUnder(from - 1, head)
                && tree.isRelation(from - 1, "compound", "amod", "flat", "nmod", "punct", "nummod")
                && !tree.isClass(from - 1, "ADP", "DET", "PRON", "PUNCT")) {
            from--;
        }
        while (to + 1 < tree.size()
                && tree.isUnder(to + 1, head)
                && tree.isRelation(to + 1, "flat", "compound")
                && !tree.isClass(to + 1, "ADP")) {
            to++;
        }
        return tree.words(from, to);
    }

    // ---- hearsay

    private void hearsay() {
        for (int i = 0; i < tree.size(); i++) {
            int word = i;
            if (drafts.stream()
                    .anyMatch(draft -> draft.cue.holds(word) && !draft.content.isEmpty() && draft.source.isPresent())) {
                continue;
            }
            if (cues.isHearsayWord(tree.lower(i)) && tree.head(i) >= 0) {
                int clause = tree.head(i);
                while (tree.isRelation(clause, "amod", "advmod", "aux") && tree.head(clause) >= 0) {
                    clause = tree.head(clause);
                }
                unspoken(
                        new Range(i, i),
                        i,
                        cues.doubt(tree.lower(i)),
                        List.of(new Range(tree.firstOf(clause), tree.lastOf(clause))));
            } else if (tree.isClass(i, "VERB")
                    && passive(i)
                    && cues.hearsayPassive(tree.lemma(i)).isPresent()
                    && byAgent(i) < 0) {
                boolean infinitive = tree.children(i).stream()
                        .anyMatch(c -> tree.isRelation(c, "xcomp", "ccomp", "advcl") && hasMark(c, "to"));
                int subject = tree.child(i, "nsubj");
                boolean it = subject >= 0 && tree.lower(subject).equals("it") && tree.child(i, "ccomp") >= 0;
                if (infinitive || it) {
                    unspoken(
                            verbRange(i),
                            i,
                            cues.hearsayPassive(tree.lemma(i)),
                            List.of(new Range(tree.firstOf(i), tree.lastOf(i))));
                }
            } else if (tree.isClass(i, "NOUN") && cues.rumour(tree.lemma(i)).isPresent() && subject(i, 0) < 0) {
                boolean many = !tree.lemma(i).equals("report")
                        || tree.lower(i).equals("reports") && tree.child(i, "compound") < 0;
                int said = tree.children(i).stream()
                        .filter(c -> tree.isRelation(c, "ccomp", "acl") && hasMark(c, "that")
                                || tree.isRelation(c, "nmod", "acl")
                                        && (tree.preposition(c).matches("of|about") || hasMark(c, "of")))
                        .findFirst()
                        .orElse(-1);
                if (many && said >= 0) {
                    unspoken(
                            new Range(i, i),
                            i,
                            cues.rumour(tree.lemma(i)),
                            List.of(new Range(tree.firstOf(said), tree.lastOf(said))));
                }
            }
        }
    }

    private void unspoken(Range cue, int head, Optional<String> hedge, List<Range> content) {
        drafts.removeIf(draft -> draft.cue.overlaps(cue) && draft.source.isEmpty());
        Draft draft = new Draft(tree, cue, head, false);
        draft.hedge = hedge;
        for (Range range : content) {
            Range cut = cut(range, -1);
            if (cut.from() <= cut.to()) {
                draft.add(cut);
            }
        }
        if (!draft.content.isEmpty()) {
            drafts.add(draft);
        }
    }
}
