package dateline.analysis.attribution;

import dateline.analysis.Lexicon;
import dateline.analysis.attribution.Attribution.Stance;
import dateline.analysis.attribution.Attribution.Via;
import dateline.analysis.attribution.Quotations.Quotation;
import dateline.analysis.layout.Layout;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Sentence;
import dateline.analysis.text.Tree;
import dateline.report.Report;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds who is said to say what in one report. */
public final class AttributionFinder {
    private static final int SPEAKER_WORDS_MAX = 8;
    /** Shorter quoted stretches without a verb are names or borrowed words, no speech. */
    private static final int SPEECH_WORDS_MIN = 5;

    /** A quotation announced by the sentence before begins no further from the saying word than this; a long sentence's tail. */
    private static final int ANNOUNCED_CHARACTERS_MAX = 250;

    private final Cues cues;

    public AttributionFinder(Lexicon lexicon) {
        cues = new Cues(lexicon);
    }

    /** All attributions of a report in the order of the text, each embedded post being one. */
    public List<Attribution> find(
            Segmented segmented, List<Tree> trees, List<Mention> mentions, List<Referent> referents) {
        return new InReport(segmented, trees, mentions, referents).find();
    }

    private final class InReport {
        private final Segmented segmented;
        private final Report report;
        private final List<Tree> trees;
        private final List<Mention> mentions;
        private final List<Referent> referents;
        private final List<Quotation> quotations;
        private final List<Draft> drafts = new ArrayList<>();
        private final Map<Integer, List<Span>> loose = new LinkedHashMap<>();

        InReport(Segmented segmented, List<Tree> trees, List<Mention> mentions, List<Referent> referents) {
            this.segmented = segmented;
            this.report = segmented.report();
            this.trees = trees;
            this.mentions = mentions;
            this.referents = referents;
            this.quotations = Quotations.of(segmented);
        }

        List<Attribution> find() {
            for (Tree tree : trees) {
                SentenceSayings sayings = new SentenceSayings(tree, cues, quotations, speakers(tree));
                drafts.addAll(sayings.find());
                loose.put(tree.sentence().index(), sayings.loose());
            }
            joinQuotations();
            joinLoose();
            drafts.removeIf(draft -> draft.content.isEmpty());
            List<Attribution> found = new ArrayList<>();
            for (Draft draft : drafts) {
                tidy(draft);
            }
            drafts.removeIf(draft -> draft.content.isEmpty());
            // "I think", "you know": a thought that only the arcs propose is a turn of speech more often than an
            // attribution.
            drafts.removeIf(draft -> !draft.tagged && draft.stance == Attribution.Stance.HOLDS);
            dropEchoes();
            chain();
            for (Layout.Post post : segmented.layout().posts()) {
                found.add(post(post));
            }
            for (Draft draft : drafts) {
                found.add(attribution(draft));
            }
            found.sort(Comparator.comparing((Attribution each) -> begin(each))
                    .thenComparing(each -> -end(each))
                    .thenComparing(each -> each.cue().map(Span::begin).orElse(-1)));
            List<Attribution> numbered = new ArrayList<>();
            for (Attribution each : found) {
                numbered.add(new Attribution(
                        numbered.size(),
                        each.sentence(),
                        each.source(),
                        each.speaker(),
                        each.speakerAs(),
                        each.cue(),
                        each.content(),
                        each.quoted(),
                        each.stance(),
                        each.hedge(),
                        each.via(),
                        each.post()));
            }
            return List.copyOf(numbered);
        }

        private Set<Integer> speakers(Tree tree) {
            Set<Integer> heads = new LinkedHashSet<>();
            for (Mention mention : mentions) {
                if (mention.sentence() == tree.sentence().index() && mention.type() != Mention.Type.OTHER) {
                    heads.add(mention.head());
                }
            }
            return heads;
        }

        private int begin(Attribution each) {
            int begin = each.content().get(0).begin();
            begin = Math.min(begin, each.cue().map(Span::begin).orElse(begin));
            return Math.min(
                    begin,
                    each.post().isPresent()
                            ? begin
                            : each.source().map(Span::begin).orElse(begin));
        }

        private int end(Attribution each) {
            return each.content().get(each.content().size() - 1).end();
        }

        // ---- quotation marks

        /** Gives every spoken quotation to the saying it belongs to, and that saying all of it. */
        private void joinQuotations() {
            Optional<Draft> last = Optional.empty();
            Optional<Quotation> before = Optional.empty();
            for (Quotation quotation : quotations) {
                Optional<Draft> owner = owner(quotation);
                if (owner.isEmpty() && !isSpeech(quotation)) {
                    continue;
                }
                if (owner.isEmpty()
                        && last.isPresent()
                        && before.isPresent()
                        && goesOn(before.get(), quotation, last.get())) {
                    owner = last;
                }
                if (owner.isEmpty()) {
                    owner = announced(quotation);
                }
                owner.ifPresent(draft -> give(draft, quotation));
                last = owner;
                before = Optional.of(quotation);
            }
        }

        private void give(Draft draft, Quotation quotation) {
            extend(draft, quotation.span());
            draft.quoted = true;
            if (draft.stance == Stance.HOLDS && isSpeech(quotation)) {
                draft.stance = Stance.ASSERTS;
            }
        }

        private boolean isSpeech(Quotation quotation) {
            int words = 0;
            boolean verb = false;
            for (Tree tree : trees) {
                if (tree.sentence().span().overlaps(quotation.span())) {
                    for (int i = 0; i < tree.size(); i++) {
                        if (quotation.span().contains(tree.span(i)) && !tree.isClass(i, "PUNCT")) {
                            words++;
                            verb |= tree.isClass(i, "VERB", "AUX");
                        }
                    }
                }
            }
            return words >= SPEECH_WORDS_MIN && verb || words > 2 * SPEECH_WORDS_MIN;
        }

        /** The saying whose content already holds part of the quotation; the outermost when several do. */
        private Optional<Draft> owner(Quotation quotation) {
            return drafts.stream()
                    .filter(draft -> draft.content.stream().anyMatch(span -> overlap(span, quotation.span()) > 2))
                    .filter(draft -> !quotation.span().contains(draft.cueSpan()))
                    .min(Comparator.comparing((Draft draft) -> draft.tagged ? 0 : 1)
                            .thenComparing(draft -> -size(draft)));
        }

        private int overlap(Span one, Span other) {
            return Math.min(one.end(), other.end()) - Math.max(one.begin(), other.begin());
        }

        private int size(Draft draft) {
            return draft.content.stream().mapToInt(Span::length).sum();
        }

        /** A speech goes on after "he said": in the same paragraph, or in the next one when it opens with quotation marks. */
        private boolean goesOn(Quotation before, Quotation quotation, Draft last) {
            if (quotation.passage() == before.passage()) {
                // Another saying in between has its own speaker.
                return drafts.stream()
                        .noneMatch(draft -> draft != last
                                && draft.stance != Stance.HOLDS
                                && draft.cueSpan().begin() >= before.span().end()
                                && draft.cueSpan().end() <= quotation.span().begin());
            }
            Optional<Layout.Passage> passage = segmented.layout().passages().stream()
                    .filter(each -> each.number() == quotation.passage())
                    .findFirst();
            if (passage.isEmpty() || quotation.passage() != before.passage() + 1) {
                return false;
            }
            boolean opens = report.text()
                    .substring(passage.get().span().begin(), quotation.span().begin())
                    .isBlank();
            boolean whole = report.text()
                    .substring(quotation.span().end(), passage.get().span().end())
                    .isBlank();
            return opens && (before.open() || whole);
        }

        /** "He put it like this: ..." or a saying without content in the same or the sentence before. */
        private Optional<Draft> announced(Quotation quotation) {
            return drafts.stream()
                    .filter(draft -> draft.content.isEmpty())
                    .filter(draft -> {
                        int gap = quotation.span().begin() - draft.cueSpan().end();
                        boolean same = draft.tree.sentence().span().overlaps(quotation.span());
                        return same
                                || gap >= 0
                                        && gap < ANNOUNCED_CHARACTERS_MAX
                                        && draft.passage() >= quotation.passage() - 1;
                    })
                    .min(Comparator.comparing((Draft draft) ->
                            Math.abs(quotation.span().begin() - draft.cueSpan().end())));
        }

        /** Adds what is missing of {@code whole} to the content, leaving out the cues and sources that break it. */
        private void extend(Draft draft, Span whole) {
            List<Span> merged = new ArrayList<>();
            Span grown = whole;
            for (Span span : draft.content) {
                if (span.overlaps(grown) || between(span, grown)) {
                    grown = grown.cover(span);
                } else {
                    merged.add(span);
                }
            }
            merged.add(grown);
            draft.content.clear();
            draft.content.addAll(merged);
        }

        /** Whether only blanks part the two. */
        private boolean between(Span one, Span other) {
            int from = Math.min(one.end(), other.end());
            int to = Math.max(one.begin(), other.begin());
            return from <= to && report.text().substring(from, to).isBlank();
        }

        /** What the model took for said in a sentence without a cue: the speech of the saying next to it. */
        private void joinLoose() {
            for (Tree tree : trees) {
                for (Span span : loose.getOrDefault(tree.sentence().index(), List.of())) {
                    boolean taken = drafts.stream()
                            .anyMatch(draft -> draft.content.stream().anyMatch(span::overlaps));
                    if (!taken) {
                        neighbour(tree, span).ifPresent(draft -> {
                            draft.content.add(span);
                            draft.quoted |= quotations.stream()
                                    .anyMatch(each -> each.span().overlaps(span)
                                            && !each.span().contains(draft.cueSpan()));
                        });
                    }
                }
            }
        }

        private Optional<Draft> neighbour(Tree tree, Span span) {
            int passage = tree.sentence().passage();
            return drafts.stream()
                    .filter(draft -> draft.tagged
                            && draft.tree
                                    .sentence()
                                    .post()
                                    .equals(tree.sentence().post()))
                    .filter(draft -> Math.abs(draft.passage() - passage) <= 1
                            && Math.abs(draft.tree.sentence().index()
                                            - tree.sentence().index())
                                    <= 3)
                    .min(Comparator.comparing((Draft draft) -> Math.abs(draft.passage() - passage))
                            .thenComparing(draft -> draft.content.isEmpty() ? 0 : 1)
                            .thenComparing(
                                    draft -> Math.abs(draft.tree.sentence().index()
                                            - tree.sentence().index()))
                            .thenComparing(draft -> draft.tree.sentence().index()
                                            < tree.sentence().index()
                                    ? 0
                                    : 1));
        }

        /** Cuts cue and source out of the content, and blanks and stray punctuation off its ends. */
        private void tidy(Draft draft) {
            List<Span> pieces = new ArrayList<>(draft.content);
            List<Span> holes = new ArrayList<>(List.of(draft.cueSpan()));
            draft.sourceSpan().ifPresent(holes::add);
            for (Span hole : holes) {
                List<Span> cut = new ArrayList<>();
                for (Span piece : pieces) {
                    if (!piece.overlaps(hole)) {
                        cut.add(piece);
                    } else {
                        if (piece.begin() < hole.begin()) {
                            cut.add(new Span(piece.begin(), hole.begin()));
                        }
                        if (hole.end() < piece.end()) {
                            cut.add(new Span(hole.end(), piece.end()));
                        }
                    }
                }
                pieces = cut;
            }
            pieces.sort(Comparator.naturalOrder());
            draft.content.clear();
            for (Span piece : pieces) {
                Span trimmed = trimmed(piece);
                if (trimmed.length() > 1) {
                    draft.content.add(trimmed);
                }
            }
            draft.quoted |= draft.content.stream()
                    .anyMatch(span -> quotations.stream()
                            .anyMatch(each -> !each.span().contains(draft.cueSpan())
                                    && overlap(each.span(), span) > 2
                                    && (isSpeech(each) || 2 * each.span().length() > span.length())));
        }

        private Span trimmed(Span span) {
            String text = report.text();
            int begin = span.begin();
            int end = span.end();
            while (begin < end
                    && (Character.isWhitespace(text.charAt(begin)) || ",;:.".indexOf(text.charAt(begin)) >= 0)) {
                begin++;
            }
            while (end > begin
                    && (Character.isWhitespace(text.charAt(end - 1))
                            || ",;:".indexOf(text.charAt(end - 1)) >= 0
                            || text.charAt(end - 1) == '.' && !inQuotation(end - 1))) {
                end--;
            }
            return new Span(begin, end);
        }

        private boolean inQuotation(int position) {
            return quotations.stream()
                    .anyMatch(each -> each.span().begin() <= position
                            && position < each.span().end());
        }

        /** Two drafts of one cue word, or hearsay over a saying that already carries the doubt: the better stays. */
        private void dropEchoes() {
            List<Draft> kept = new ArrayList<>();
            for (Draft draft : drafts) {
                boolean echo = drafts.stream()
                        .anyMatch(other -> other != draft
                                && other.tree == draft.tree
                                && other.cue.overlaps(draft.cue)
                                && (other.tagged && !draft.tagged
                                        || other.tagged == draft.tagged
                                                && drafts.indexOf(other) < drafts.indexOf(draft)));
                if (!echo) {
                    kept.add(draft);
                }
            }
            drafts.clear();
            drafts.addAll(kept);
        }

        // ---- chains and speakers

        /** A saying inside what another says came through that other. */
        private void chain() {
            for (Draft draft : drafts) {
                if (draft.source.isEmpty()) {
                    continue;
                }
                List<Draft> outer = new ArrayList<>();
                for (Draft other : drafts) {
                    if (other != draft
                            && other.stance != Stance.HOLDS
                            && other.source.isPresent()
                            && other.content.stream().anyMatch(span -> span.contains(draft.cueSpan()))
                            && size(other) > size(draft)) {
                        outer.add(other);
                    }
                }
                outer.sort(Comparator.comparing((Draft each) -> -size(each)));
                List<Via> hops = new ArrayList<>();
                for (Draft each : outer) {
                    hops.add(new Via(speakerAs(each), each.hedge));
                }
                draft.via.addAll(0, hops);
                for (Layout.Post post : segmented.layout().posts()) {
                    if (post.body().contains(draft.cueSpan())) {
                        draft.via.add(0, new Via(post.author(), Optional.empty()));
                    }
                }
            }
        }

        private Attribution attribution(Draft draft) {
            return new Attribution(
                    0,
                    draft.tree.sentence().index(),
                    draft.sourceSpan(),
                    referent(draft).map(each -> OptionalInt.of(each.id())).orElse(OptionalInt.empty()),
                    speakerAs(draft),
                    Optional.of(draft.cueSpan()),
                    draft.content,
                    draft.quoted,
                    draft.stance,
                    draft.hedge,
                    draft.via.stream().distinct().toList(),
                    OptionalInt.empty());
        }

        /** The mention that the source is: the one with its head word; not one inside it. */
        private Optional<Mention> mention(Draft draft) {
            if (draft.source.isEmpty()) {
                return Optional.empty();
            }
            Span source = draft.sourceSpan().get();
            return mentions.stream()
                    .filter(each -> each.sentence() == draft.tree.sentence().index()
                            && each.span().overlaps(source))
                    .filter(each -> each.head() == draft.speaker
                            || each.first() <= draft.speaker && draft.speaker <= each.last())
                    .min(Comparator.comparing((Mention each) -> each.head() == draft.speaker ? 0 : 1)
                            .thenComparing(each -> -each.span().length()));
        }

        private Optional<Referent> referent(Draft draft) {
            return mention(draft)
                    .flatMap(mention -> referents.stream()
                            .filter(each -> each.mentions().contains(mention.id()))
                            .findFirst());
        }

        private String speakerAs(Draft draft) {
            if (draft.source.isEmpty()) {
                return "";
            }
            Optional<Mention> mention = mention(draft);
            if (mention.isPresent() && mention.get().kind() == Mention.Kind.PRONOUN) {
                Optional<Referent> referent = referent(draft);
                if (referent.isPresent()) {
                    return first(referent.get().name());
                }
            }
            Range range = draft.source.get();
            String all = draft.tree.words(range.from(), range.to());
            if (words(all) <= SPEAKER_WORDS_MAX) {
                return all;
            }
            if (mention.isPresent() && words(report.quote(mention.get().span())) <= SPEAKER_WORDS_MAX) {
                return report.quote(mention.get().span()).replaceAll("\\s+", " ");
            }
            return first(all);
        }

        private int words(String text) {
            return text.strip().split("\\s+").length;
        }

        private String first(String text) {
            String[] words = text.strip().split("\\s+");
            return String.join(
                            " ", java.util.Arrays.asList(words).subList(0, Math.min(words.length, SPEAKER_WORDS_MAX)))
                    .replaceAll("[,;:]$", "");
        }

        private Attribution post(Layout.Post post) {
            int at = report.text().indexOf(post.author(), post.body().end());
            Optional<Span> source =
                    at >= 0 && at + post.author().length() <= post.span().end()
                            ? Optional.of(new Span(at, at + post.author().length()))
                            : Optional.empty();
            int sentence = segmented.sentences().stream()
                    .filter(each -> each.post().isPresent() && each.post().getAsInt() == post.index())
                    .findFirst()
                    .map(Sentence::index)
                    .orElse(0);
            OptionalInt speaker = OptionalInt.empty();
            for (Referent referent : referents) {
                boolean same = referent.name().equalsIgnoreCase(post.author())
                        || referent.names().stream().anyMatch(each -> each.equalsIgnoreCase(post.author()));
                if (same && speaker.isEmpty()) {
                    speaker = OptionalInt.of(referent.id());
                }
            }
            return new Attribution(
                    0,
                    sentence,
                    source,
                    speaker,
                    first(post.author()),
                    Optional.empty(),
                    List.of(post.body()),
                    true,
                    Stance.ASSERTS,
                    Optional.empty(),
                    List.of(),
                    OptionalInt.of(post.index()));
        }
    }
}
