package dateline.reconcile.finding;

import dateline.analysis.Analysis;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.claim.Claim;
import dateline.analysis.layout.Layout;
import dateline.analysis.text.Tree;
import dateline.reconcile.StoryReports;
import dateline.reconcile.entity.JoinedEntity;
import dateline.reconcile.event.EntityOf;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Holds what reports quote or paraphrase against the posts of the story, when the speaker's own post is among them. */
public final class PrimaryWordsFinder {
    /** @param sharedMin share of the quotation's content words that must stand in the post; {@code wordsMin} how many at least */
    public record Policy(double sharedMin, int wordsMin) {
        public static final Policy DEFAULT = new Policy(0.7, 3);
    }

    private final Policy policy;

    public PrimaryWordsFinder(Policy policy) {
        this.policy = policy;
    }

    public List<PrimaryWords> find(StoryReports story, EntityOf entityOf, List<JoinedEntity> entities) {
        List<PrimaryWords> found = new ArrayList<>();
        for (int report = 0; report < story.size(); report++) {
            for (Attribution attribution : story.get(report).attributions()) {
                if (attribution.post().isEmpty()) {
                    best(story, report, attribution, entityOf, entities).ifPresent(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    private Optional<PrimaryWords> best(
            StoryReports story, int report, Attribution attribution, EntityOf entityOf, List<JoinedEntity> entities) {
        Analysis analysis = story.get(report);
        Set<String> said = new LinkedHashSet<>();
        for (Span span : quotedParts(analysis, attribution)) {
            said.addAll(content(analysis, span));
        }
        if (said.size() < policy.wordsMin()) {
            return Optional.empty();
        }
        for (int other = 0; other < story.size(); other++) {
            Analysis theirs = story.get(other);
            for (Layout.Post post : theirs.segmented().layout().posts()) {
                if (!sameSpeaker(report, attribution, post, entityOf, entities)) {
                    continue;
                }
                Set<String> words = content(theirs, post.body());
                long shared = said.stream().filter(words::contains).count();
                if (shared >= policy.wordsMin() && shared >= policy.sharedMin() * said.size()) {
                    Optional<String> change = subjectChange(analysis, attribution, theirs, post);
                    return Optional.of(new PrimaryWords(
                            report,
                            attribution.id(),
                            other,
                            post.index(),
                            change.isPresent() ? "shifted" : "faithful",
                            change.orElse("the quoted words stand in the post")));
                }
            }
        }
        return Optional.empty();
    }

    /** The stretches in quotation marks, when there are any; else all that is said. */
    private static List<Span> quotedParts(Analysis analysis, Attribution attribution) {
        List<Span> parts = new ArrayList<>();
        for (Span span : attribution.content()) {
            String text = analysis.segmented().report().quote(span);
            int open = -1;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (open < 0 && (c == '“' || c == '"')) {
                    open = i + 1;
                } else if (open >= 0 && (c == '”' || c == '"')) {
                    parts.add(new Span(span.begin() + open, span.begin() + i));
                    open = -1;
                }
            }
        }
        return parts.isEmpty() ? attribution.content() : parts;
    }

    private static boolean sameSpeaker(
            int report, Attribution attribution, Layout.Post post, EntityOf entityOf, List<JoinedEntity> entities) {
        String author = post.author().toLowerCase(Locale.ROOT);
        String last = author.substring(author.lastIndexOf(' ') + 1);
        if (last.length() > 2
                && attribution.speakerAs().toLowerCase(Locale.ROOT).contains(last)) {
            return true;
        }
        OptionalInt speaker = attribution.speaker();
        if (speaker.isEmpty()) {
            return false;
        }
        int entity = entityOf.entity(report, speaker.getAsInt());
        if (entity < 0) {
            return false;
        }
        JoinedEntity joined = entities.get(entity);
        return joined.name().toLowerCase(Locale.ROOT).equals(author)
                || joined.names().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(author));
    }

    private static Set<String> content(Analysis analysis, Span span) {
        Set<String> words = new LinkedHashSet<>();
        for (Tree tree : analysis.trees()) {
            if (tree.sentence().span().overlaps(span)) {
                for (int i = 0; i < tree.size(); i++) {
                    if (span.contains(tree.span(i)) && tree.isClass(i, "NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV")) {
                        words.add(tree.lemma(i));
                    }
                }
            }
        }
        return words;
    }

    /** The predicate both tell of, with another subject in the report than in the post. */
    private static Optional<String> subjectChange(
            Analysis report, Attribution attribution, Analysis theirs, Layout.Post post) {
        for (Claim mine : report.claims()) {
            Tree tree = report.trees().get(mine.sentence());
            if (mine.nominal()
                    || quotedParts(report, attribution).stream()
                            .noneMatch(span -> span.contains(tree.span(mine.word())))) {
                continue;
            }
            for (Claim original : theirs.claims()) {
                Tree primary = theirs.trees().get(original.sentence());
                if (original.lemma().equals(mine.lemma()) && post.body().contains(primary.span(original.word()))) {
                    Optional<String> here = agent(report, mine);
                    Optional<String> there = agent(theirs, original);
                    if (here.isPresent() && there.isPresent() && !alike(here.get(), there.get())) {
                        return Optional.of("subject changed: " + there.get() + " → " + here.get());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> agent(Analysis analysis, Claim claim) {
        return claim.participants().stream()
                .filter(participant -> participant.role() == Claim.Role.AGENT)
                .filter(participant -> !analysis.trees().get(claim.sentence()).isClass(participant.head(), "PRON"))
                .findFirst()
                .map(participant ->
                        analysis.segmented().report().quote(participant.span()).replaceAll("\\s+", " "));
    }

    private static boolean alike(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        return a.contains(b) || b.contains(a);
    }
}
