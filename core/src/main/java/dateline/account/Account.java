package dateline.account;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One story's sourced account: what {@code present} lays out and {@code codec} writes as {@code dateline/account/1}. All
 * ids are unique within it and stable for the same input; ids that point elsewhere exist there.
 */
public record Account(
        Story story,
        List<BriefSentence> brief,
        List<Event> events,
        List<ClaimEntry> claims,
        List<Agreement> agreements,
        List<OpenQuestion> openQuestions,
        List<Disagreement> disagreements,
        List<Series> series,
        List<Entity> entities,
        List<Provenance> mentions,
        List<ReportEntry> reports,
        List<PostEntry> posts,
        List<Source> sources,
        List<LeftOut> leftOut,
        List<AppliedDecision> decisions) {
    public Account {
        brief = List.copyOf(brief);
        events = List.copyOf(events);
        claims = List.copyOf(claims);
        agreements = List.copyOf(agreements);
        openQuestions = List.copyOf(openQuestions);
        disagreements = List.copyOf(disagreements);
        series = List.copyOf(series);
        entities = List.copyOf(entities);
        mentions = List.copyOf(mentions);
        reports = List.copyOf(reports);
        posts = List.copyOf(posts);
        sources = List.copyOf(sources);
        leftOut = List.copyOf(leftOut);
        decisions = List.copyOf(decisions);
    }

    /** {@code from}, {@code to}: EDTF; {@code asOf}: the moment asked for, ISO instant. */
    public record Story(
            String id,
            String headline,
            Optional<String> from,
            Optional<String> to,
            Optional<String> asOf,
            int reports,
            int posts,
            int independentSources) {}

    /** One sentence of the brief; {@code cites} are provenance ids, never empty. */
    public record BriefSentence(String text, List<String> cites) {
        public BriefSentence {
            cites = List.copyOf(cites);
            if (cites.isEmpty()) {
                throw new IllegalArgumentException("brief: sentence without a citation: " + text);
            }
        }
    }

    /** One happening. {@code events} of an account stand in the order in which they happened; {@code rank} 1 is the most important. */
    public record Event(
            String id,
            int rank,
            String label,
            String type,
            Optional<String> mode,
            When when,
            List<Where> where,
            boolean background,
            Optional<String> stageOf,
            List<Participant> participants,
            List<Quantity> quantities,
            Standing standing,
            String standingWhy,
            int independentSources,
            List<String> sources,
            List<String> mentions,
            List<Follows> follows,
            boolean byDecision) {
        public Event {
            where = List.copyOf(where);
            participants = List.copyOf(participants);
            quantities = List.copyOf(quantities);
            sources = List.copyOf(sources);
            mentions = List.copyOf(mentions);
            follows = List.copyOf(follows);
            if (mentions.isEmpty()) {
                throw new IllegalArgumentException("event " + id + ": rests on no words");
            }
        }

        Event withLabel(String other) {
            return new Event(
                    id,
                    rank,
                    other,
                    type,
                    mode,
                    when,
                    where,
                    background,
                    stageOf,
                    participants,
                    quantities,
                    standing,
                    standingWhy,
                    independentSources,
                    sources,
                    mentions,
                    follows,
                    true);
        }

        Event withStanding(Standing other, String why) {
            return new Event(
                    id,
                    rank,
                    label,
                    type,
                    mode,
                    when,
                    where,
                    background,
                    stageOf,
                    participants,
                    quantities,
                    other,
                    why,
                    independentSources,
                    sources,
                    mentions,
                    follows,
                    true);
        }

        Event withWhere(List<Where> other) {
            return new Event(
                    id,
                    rank,
                    label,
                    type,
                    mode,
                    when,
                    other,
                    background,
                    stageOf,
                    participants,
                    quantities,
                    standing,
                    standingWhy,
                    independentSources,
                    sources,
                    mentions,
                    follows,
                    true);
        }

        Event withQuantities(List<Quantity> other) {
            return new Event(
                    id,
                    rank,
                    label,
                    type,
                    mode,
                    when,
                    where,
                    background,
                    stageOf,
                    participants,
                    other,
                    standing,
                    standingWhy,
                    independentSources,
                    sources,
                    mentions,
                    follows,
                    true);
        }

        Event decided() {
            return withLabel(label);
        }
    }

    /** When an event happened; {@code edtf} empty when unknown; {@code said} the words that say so; {@code why} the reckoning. */
    public record When(Optional<String> edtf, Optional<String> part, List<String> said, Basis basis, String why) {
        public When {
            said = List.copyOf(said);
        }
    }

    public enum Basis {
        STATED,
        RECKONED,
        AGREED,
        INFERRED,
        UNKNOWN
    }

    /** A place as named; {@code lat}/{@code lon} only where the words name one place that the gazetteer knows. Precision: site city region country unlocated. */
    public record Where(
            String name,
            Optional<String> country,
            OptionalDouble lat,
            OptionalDouble lon,
            String precision,
            Optional<String> within,
            String mention) {}

    /** Role: agent target place instrument other. */
    public record Participant(String role, String entity) {}

    public record Quantity(
            String what,
            Optional<String> of,
            Optional<String> subset,
            String said,
            OptionalDouble min,
            OptionalDouble max,
            Optional<String> unit,
            Optional<String> speaker,
            String mention) {}

    public enum Standing {
        CORROBORATED,
        REPORTED,
        DISPUTED,
        UNVERIFIED,
        DENIED,
        ANNOUNCED
    }

    /** Relation: response cause sequence. */
    public record Follows(String event, String relation, String mention) {}

    /** What somebody said. Stance: asserts denies accuses vows questions. Hedge: unverified alleged purported reportedly. */
    public record ClaimEntry(
            String id,
            Optional<String> speaker,
            Optional<String> speakerAs,
            List<Via> via,
            Optional<String> cue,
            String text,
            boolean quoted,
            String stance,
            Optional<String> hedge,
            List<String> about,
            String mention,
            Optional<Original> original,
            Optional<String> source) {
        public ClaimEntry {
            via = List.copyOf(via);
            about = List.copyOf(about);
        }
    }

    public record Via(String name, Optional<String> hedge) {}

    /** The primary words behind a quotation or paraphrase. Verdict: faithful shifted contradicted. */
    public record Original(String mention, String verdict, String why) {}

    /** Verdict: same compatible refines. */
    public record Agreement(String id, String question, List<String> about, String verdict, List<Position> positions) {
        public Agreement {
            about = List.copyOf(about);
            positions = List.copyOf(positions);
        }
    }

    public record Position(String value, List<String> sources, List<String> mentions) {
        public Position {
            sources = List.copyOf(sources);
            mentions = List.copyOf(mentions);
        }
    }

    /** Slot: agent time place quantity confirmation. */
    public record OpenQuestion(String about, String slot, String question, List<String> grounds) {
        public OpenQuestion {
            grounds = List.copyOf(grounds);
        }
    }

    /** Kind: quantity time place actor outcome. */
    public record Disagreement(
            String id,
            String kind,
            String question,
            List<String> about,
            boolean update,
            Optional<String> mayBothHold,
            List<Position> positions) {
        public Disagreement {
            about = List.copyOf(about);
            positions = List.copyOf(positions);
        }
    }

    /** How one number changed over time (a toll): points in order of publication. */
    public record Series(String id, String event, String what, Optional<String> of, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    public record Point(
            Optional<String> published,
            String source,
            String said,
            OptionalDouble min,
            OptionalDouble max,
            String mention) {}

    /** Type: PERSON ORGANIZATION PLACE GROUP OTHER. {@code grounds}: why these names are taken as one. */
    public record Entity(
            String id,
            String type,
            String name,
            List<String> names,
            List<NotSameAs> notSameAs,
            List<String> grounds,
            List<String> mentions) {
        public Entity {
            names = List.copyOf(names);
            notSameAs = List.copyOf(notSameAs);
            grounds = List.copyOf(grounds);
            mentions = List.copyOf(mentions);
        }
    }

    public record NotSameAs(String entity, String mention) {}

    /** Exact words of a report: {@code start}, {@code end} in UTF-16 units here; {@code codec} writes code points. */
    public record Provenance(String id, String report, int passage, int start, int end, String quote) {}

    public record ReportEntry(
            String id,
            int number,
            String file,
            String sha256,
            Optional<String> published,
            Optional<String> outlet,
            Optional<String> title,
            Optional<String> address,
            List<String> credits,
            Optional<String> copyOf,
            Optional<String> copyWhy,
            List<Caution> cautions,
            String source) {
        public ReportEntry {
            credits = List.copyOf(credits);
            cautions = List.copyOf(cautions);
        }
    }

    /** Kind: stamp copy one-sided garbled mixed other. */
    public record Caution(String kind, String text) {}

    public record PostEntry(
            String id,
            String report,
            String author,
            String handle,
            Optional<String> date,
            String mention,
            List<String> media) {
        public PostEntry {
            media = List.copyOf(media);
        }
    }

    /** Kind: outlet agency post official witness unnamed. */
    public record Source(String id, String kind, String name, List<String> reports) {
        public Source {
            reports = List.copyOf(reports);
        }
    }

    public record LeftOut(String report, int start, int end, String why, String quote) {}

    /** A person's decision as it was applied; {@code machine} what the program had, when it differs. */
    public record AppliedDecision(
            String kind, String what, String author, String reason, Optional<String> machine, boolean applied) {}
}
