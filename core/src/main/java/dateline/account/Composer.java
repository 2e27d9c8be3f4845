package dateline.account;

import dateline.account.Account.Standing;
import dateline.analysis.Analysis;
import dateline.analysis.Lexicon;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.claim.Claim;
import dateline.analysis.layout.Layout;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.quantity.Quantity;
import dateline.analysis.text.Tree;
import dateline.reconcile.Reconciled;
import dateline.reconcile.StoryReports;
import dateline.reconcile.date.Stamps;
import dateline.reconcile.decision.Decision;
import dateline.reconcile.decision.EventDecisions;
import dateline.reconcile.entity.JoinedEntity;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import dateline.reconcile.finding.Figure;
import dateline.reconcile.finding.Link;
import dateline.reconcile.finding.NumberFinding;
import dateline.reconcile.finding.OutcomeFinding;
import dateline.reconcile.finding.PrimaryWords;
import dateline.reconcile.origin.Copies;
import dateline.report.Report;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Composes the account of one reconciled story. */
public final class Composer {
    /**
     * How much is shown.
     *
     * @param eventsMin events shown at least, when there are so many; {@code perReport} more for each report; {@code eventsMax} at most
     * @param quoteWordsMax longest quotation of an event; {@code positionWordsMax} of a position
     */
    public record Policy(
            int eventsMin, int perReport, int eventsMax, int quoteWordsMax, int positionWordsMax, int questionsMax) {
        public static final Policy DEFAULT = new Policy(15, 2, 36, 58, 40, 8);
    }

    /** Two tellings that share so many content words, or are so alike as sentences, say the same (chosen on the clusters with gold). */
    private static final int SAME_STEMS_MIN = 3;

    private static final double SAME_COSINE_MIN = 0.45;

    private final Policy policy;
    private final Lexicon lexicon;

    public Composer(Policy policy, Lexicon lexicon) {
        this.policy = policy;
        this.lexicon = lexicon;
    }

    public Account compose(Reconciled reconciled, Optional<String> asOf) {
        return new Composition(reconciled, asOf).account();
    }

    /** One account in the making. */
    private final class Composition {
        private final Reconciled from;
        private final StoryReports story;
        private final Optional<String> asOf;
        private final Citations citations;
        private final Labels labels;
        private final Sources sources;
        private final List<Event> shown = new ArrayList<>();
        private final Map<Integer, String> eventIds = new TreeMap<>();
        private final Map<Integer, Labels.Label> eventLabels = new TreeMap<>();
        private final Map<Integer, Integer> ranks = new TreeMap<>();
        private final Map<Integer, Integer> wholes = new TreeMap<>();
        private final Map<String, Integer> eventOfClaim = new TreeMap<>();
        private final List<Decision.Applied> applied = new ArrayList<>();

        Composition(Reconciled from, Optional<String> asOf) {
            this.from = from;
            this.story = from.story();
            this.asOf = asOf;
            this.citations = new Citations(story);
            this.labels = new Labels(story, lexicon);
            this.sources = new Sources(from);
        }

        Account account() {
            choose();
            List<Account.Event> events = new ArrayList<>();
            for (Event event : shown) {
                events.add(decided(event, event(event)));
            }
            List<Account.ClaimEntry> claims = claims();
            List<Account.Disagreement> disagreements = disagreements();
            List<Account.Agreement> agreements = agreements();
            List<Account.Entity> entities = entities();
            List<Account.BriefSentence> brief = new Brief(from, citations, ranks).write(shown, disagreements, eventIds);
            List<Account.ReportEntry> reports = reports();
            List<Account.PostEntry> posts = posts();
            List<Account.OpenQuestion> questions = questions(events, disagreements);
            List<Account.Series> series = series();
            List<Account.LeftOut> leftOut = leftOut();
            Set<String> origins = new TreeSet<>();
            for (Event event : from.events()) {
                event.tellings().forEach(telling -> origins.add(telling.origin()));
            }
            for (int i = 0; i < story.size(); i++) {
                origins.add("report:" + from.origins().root().get(i));
            }
            Account.Story head = new Account.Story(
                    story.report(0).id().sha256().substring(0, 16),
                    headline(),
                    bound(events, true),
                    bound(events, false),
                    asOf,
                    story.size(),
                    posts.size(),
                    origins.size());
            return new Account(
                    head,
                    brief,
                    events,
                    claims,
                    agreements,
                    questions,
                    disagreements,
                    series,
                    entities,
                    citations.all(),
                    reports,
                    posts,
                    sources.all(),
                    leftOut,
                    decisions());
        }

        private Labels.Label labelOf(int event) {
            return Objects.requireNonNull(eventLabels.get(event), "account: an event without a label");
        }

        private int rankOf(int event) {
            return ranks.getOrDefault(event, Integer.MAX_VALUE);
        }

        private String headline() {
            return shown.stream()
                    .min(Comparator.comparing(event -> rankOf(event.index())))
                    .map(event -> labelOf(event.index()).text())
                    .orElse("No happening could be read in these reports");
        }

        private Optional<String> bound(List<Account.Event> events, boolean first) {
            List<String> days = new ArrayList<>();
            for (Account.Event event : events) {
                if (event.when().edtf().isPresent()
                        && !event.background()
                        && event.standing() != Standing.ANNOUNCED
                        && event.rank() <= 12) {
                    String edtf = event.when().edtf().get();
                    int slash = edtf.indexOf('/');
                    days.add(slash < 0 ? edtf : first ? edtf.substring(0, slash) : edtf.substring(slash + 1));
                }
            }
            return first
                    ? days.stream().min(Comparator.naturalOrder())
                    : days.stream().max(Comparator.naturalOrder());
        }

        // ---- which events, in which order

        private void choose() {
            List<Event> ranked = new ArrayList<>(from.events());
            Map<Integer, Double> scores = new TreeMap<>();
            for (Event event : ranked) {
                Labels.Label label = labels.label(event, Set.of());
                eventLabels.put(event.index(), label);
                scores.put(
                        event.index(),
                        Ranking.score(event, from, Ranking.Policy.DEFAULT) + Math.min(0, label.score() * 0.15));
                for (Happening telling : event.tellings()) {
                    telling.claims()
                            .forEach(claim -> eventOfClaim.put(telling.report() + "/" + claim.id(), event.index()));
                }
            }
            ranked.sort(Comparator.comparing((Event event) -> -scores.getOrDefault(event.index(), 0.0))
                    .thenComparing(Event::index));
            int limit = Math.min(policy.eventsMax(), policy.eventsMin() + policy.perReport() * story.size());
            Set<String> used = new TreeSet<>();
            for (Event event : ranked) {
                Labels.Label label = labelOf(event.index());
                if (used.contains(label.text())) {
                    label = labels.label(event, used);
                }
                if (shown.size() < limit && label.score() > Labels.Label.POOR && used.add(label.text())) {
                    eventLabels.put(event.index(), label);
                    shown.add(event);
                    ranks.put(event.index(), shown.size());
                }
            }
            wholes.putAll(Stages.of(shown));
            order();
            for (Event event : shown) {
                eventIds.put(event.index(), "e" + (eventIds.size() + 1));
            }
        }

        /** By day; on one day what the reports put first comes first; else as told. Undated after all dated of the past. */
        private void order() {
            Map<Integer, Set<Integer>> after = new TreeMap<>();
            for (Link link : from.links()) {
                after.computeIfAbsent(link.event(), k -> new TreeSet<>()).add(link.to());
            }
            shown.sort(Comparator.comparing((Event event) ->
                            event.days().map(days -> days.from()).orElse(LocalDate.MAX))
                    .thenComparing(event -> event.days().map(days -> days.to()).orElse(LocalDate.MAX))
                    .thenComparing(event -> rankOf(event.index())));
            // Within one first day, move an event behind those it is said to follow.
            boolean moved = true;
            for (int round = 0; moved && round < shown.size(); round++) {
                moved = false;
                for (int i = 0; i < shown.size(); i++) {
                    for (int j = i + 1; j < shown.size(); j++) {
                        Event one = shown.get(i);
                        Event other = shown.get(j);
                        boolean sameDay = one.days()
                                .map(d -> d.from())
                                .equals(other.days().map(d -> d.from()));
                        if (sameDay
                                && after.getOrDefault(one.index(), Set.of()).contains(other.index())
                                && !after.getOrDefault(other.index(), Set.of()).contains(one.index())) {
                            shown.remove(j);
                            shown.add(i, other);
                            moved = true;
                        }
                    }
                }
            }
        }

        // ---- one event

        private Account.Event event(Event event) {
            List<String> mentions = new ArrayList<>();
            Set<String> eventSources = new LinkedHashSet<>();
            Set<String> origins = new TreeSet<>();
            Set<Integer> sentences = new LinkedHashSet<>();
            Labels.Label label = labelOf(event.index());
            for (Happening telling : event.tellings()) {
                if (sentences.add(telling.report() * 100_000 + telling.claim().sentence())) {
                    mentions.add(citations.cite(
                            telling.report(),
                            citations.words(telling.report(), telling.claim(), policy.quoteWordsMax()),
                            policy.quoteWordsMax()));
                }
                eventSources.addAll(sources.of(telling));
                if (isSame(label.from(), telling)) {
                    origins.addAll(sources.origins(telling));
                }
            }
            Claim kind = kind(event, label.from().claim());
            List<Account.Where> where = new Places(from, citations).of(event);
            Standing standing = standing(event, origins);
            return new Account.Event(
                    eventIds.getOrDefault(event.index(), ""),
                    rankOf(event.index()),
                    label.text(),
                    kind.type(),
                    kind.mode().isEmpty() ? Optional.empty() : Optional.of(kind.mode()),
                    new Account.When(
                            event.days().map(days -> days.edtf()),
                            event.part(),
                            event.said(),
                            basis(event),
                            event.why()),
                    where,
                    background(event),
                    Stages.idOf(wholes, eventIds, event.index()),
                    participants(event),
                    quantities(event),
                    standing,
                    standingWhy(standing, origins),
                    origins.size(),
                    List.copyOf(eventSources),
                    mentions,
                    follows(event),
                    false);
        }

        /**
         * Whether another telling says what the label says. An event gathers what belongs together; only who tells this very thing
         * bears it out.
         */
        private boolean isSame(Happening labelled, Happening other) {
            if (labelled == other) {
                return true;
            }
            boolean alike = labelled.families().stream().anyMatch(other.families()::contains)
                    || labelled.lemmas().stream().anyMatch(other.lemmas()::contains);
            boolean takesPart = labelled.entities().stream().anyMatch(other.entities()::contains);
            long shared = labelled.stems().keySet().stream()
                    .filter(other.stems()::containsKey)
                    .count();
            double cosine = labelled.vector().cosine(other.vector());
            return alike && (takesPart || shared >= 2) || shared >= SAME_STEMS_MIN || cosine >= SAME_COSINE_MIN;
        }

        /** A claim of the type that most tellings have: "beat" is a brawl to some lists and a vote to most tellings. */
        private Claim kind(Event event, Claim main) {
            Map<String, Integer> counts = new TreeMap<>();
            for (Happening telling : event.tellings()) {
                counts.merge(telling.claim().type(), telling.claim().isKnown() ? 2 : 1, Integer::sum);
            }
            int most = counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
            if (counts.getOrDefault(main.type(), 0) * 2 >= most) {
                return main;
            }
            return event.tellings().stream()
                    .map(Happening::claim)
                    .filter(claim -> counts.getOrDefault(claim.type(), 0) == most)
                    .findFirst()
                    .orElse(main);
        }

        private Account.Basis basis(Event event) {
            return switch (event.basis()) {
                case STATED -> Account.Basis.STATED;
                case RECKONED -> Account.Basis.RECKONED;
                case AGREED -> Account.Basis.AGREED;
                case INFERRED -> Account.Basis.INFERRED;
                case UNKNOWN -> Account.Basis.UNKNOWN;
            };
        }

        /** What went before the news: told as such by most, or dated well before the reports. */
        private boolean background(Event event) {
            long told = event.tellings().stream()
                    .filter(telling -> telling.claim().background())
                    .count();
            return told * 2 > event.tellings().size();
        }

        private Standing standing(Event event, Set<String> origins) {
            if (isAhead(event)) {
                return Standing.ANNOUNCED;
            }
            boolean doubted = event.tellings().stream().allMatch(telling -> hedged(telling));
            if (doubted) {
                return Standing.UNVERIFIED;
            }
            if (disputed(event)) {
                return Standing.DISPUTED;
            }
            return origins.size() > 1 ? Standing.CORROBORATED : Standing.REPORTED;
        }

        /** Told as to come by most, or dated later than every report that tells of it. */
        private boolean isAhead(Event event) {
            long future = event.tellings().stream()
                    .filter(telling -> telling.claim().modality() == Claim.Modality.FUTURE)
                    .count();
            boolean later = event.days().isPresent()
                    && event.tellings().stream()
                            .allMatch(telling -> from.stamps()
                                    .get(telling.report())
                                    .taken()
                                    .map(day -> event.days().get().from().isAfter(day))
                                    .orElse(false));
            return later || future * 5 > event.tellings().size() * 3;
        }

        private boolean hedged(Happening telling) {
            Analysis analysis = story.get(telling.report());
            return telling.claim().attributions().stream().anyMatch(id -> {
                Attribution attribution = analysis.attributions().get(id);
                return attribution.hedge().isPresent()
                        || attribution.via().stream()
                                .anyMatch(via -> via.hedge().isPresent());
            });
        }

        private boolean disputed(Event event) {
            for (OutcomeFinding finding : from.outcomes()) {
                List<OutcomeFinding.Told> told = new ArrayList<>(finding.one());
                told.addAll(finding.other());
                int inside = 0;
                for (OutcomeFinding.Told each : told) {
                    Claim claim = story.get(each.report()).claims().get(each.claim());
                    if (claim.polarity() == Claim.Polarity.AFFIRMED
                            && eventOfClaim.getOrDefault(each.report() + "/" + each.claim(), -1) == event.index()) {
                        inside++;
                    }
                }
                if (inside > 0 && inside * 3 >= event.tellings().size()) {
                    return true;
                }
            }
            return false;
        }

        private String standingWhy(Standing standing, Set<String> origins) {
            return switch (standing) {
                case CORROBORATED -> origins.size() + " independent sources tell it";
                case REPORTED -> "one independent source tells it";
                case DISPUTED -> "sources contradict each other on whether it was so";
                case UNVERIFIED -> "those who tell it doubt it";
                case DENIED -> "the one accused denies it";
                case ANNOUNCED -> "it is said to be going to happen";
            };
        }

        private List<Account.Participant> participants(Event event) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Happening telling : event.tellings()) {
                for (Claim claim : telling.claims()) {
                    for (Claim.Participant participant : claim.participants()) {
                        if (participant.referent().isPresent()) {
                            int entity = from.entityOf()
                                    .entity(
                                            telling.report(),
                                            participant.referent().getAsInt());
                            if (entity >= 0) {
                                counts.merge(
                                        participant.role().name().toLowerCase(Locale.ROOT) + ":n" + (entity + 1),
                                        1,
                                        Integer::sum);
                            }
                        }
                    }
                }
            }
            List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
            sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
            List<Account.Participant> found = new ArrayList<>();
            for (Map.Entry<String, Integer> entry : sorted.subList(0, Math.min(8, sorted.size()))) {
                String[] parts = entry.getKey().split(":");
                found.add(new Account.Participant(parts[0], parts[1]));
            }
            return found;
        }

        private List<Account.Quantity> quantities(Event event) {
            List<Account.Quantity> found = new ArrayList<>();
            Set<String> seen = new LinkedHashSet<>();
            for (Figure figure : from.figures()) {
                if (figure.event() != event.index()) {
                    continue;
                }
                Quantity quantity = figure.quantity();
                Optional<String> speaker = speakerOf(figure);
                if (seen.add(quantity.what() + "|" + quantity.said().toLowerCase(Locale.ROOT) + "|" + speaker)) {
                    found.add(quantity(figure, speaker));
                }
            }
            return found;
        }

        private Account.Quantity quantity(Figure figure, Optional<String> speaker) {
            Quantity quantity = figure.quantity();
            return new Account.Quantity(
                    quantity.what(),
                    quantity.of(),
                    quantity.subset(),
                    quantity.said(),
                    quantity.min(),
                    quantity.max(),
                    quantity.unit(),
                    speaker,
                    citeFigure(figure));
        }

        private String citeFigure(Figure figure) {
            Analysis analysis = story.get(figure.report());
            Tree tree = analysis.trees().get(figure.quantity().sentence());
            Span sentence = tree.sentence().span();
            if (Citations.count(analysis.segmented().report().quote(sentence)) <= policy.positionWordsMax()) {
                return citations.cite(figure.report(), sentence, policy.positionWordsMax());
            }
            int word = Math.max(0, tree.wordAt(figure.quantity().span().begin()));
            return citations.cite(
                    figure.report(),
                    Citations.around(tree, word, policy.positionWordsMax())
                            .cover(figure.quantity().span()),
                    policy.positionWordsMax());
        }

        private Optional<String> speakerOf(Figure figure) {
            Analysis analysis = story.get(figure.report());
            for (Attribution attribution : analysis.attributions()) {
                if (attribution.content().stream()
                                .anyMatch(content ->
                                        content.contains(figure.quantity().span()))
                        && attribution.speaker().isPresent()) {
                    int entity = from.entityOf()
                            .entity(figure.report(), attribution.speaker().getAsInt());
                    if (entity >= 0) {
                        return Optional.of("n" + (entity + 1));
                    }
                }
            }
            return Optional.empty();
        }

        private List<Account.Follows> follows(Event event) {
            List<Account.Follows> found = new ArrayList<>();
            for (Link link : from.links()) {
                if (link.event() == event.index() && eventIds.containsKey(link.to())) {
                    found.add(new Account.Follows(
                            eventIds.get(link.to()),
                            link.relation().name().toLowerCase(Locale.ROOT),
                            citations.cite(link.report(), link.words())));
                }
            }
            return found;
        }

        // ---- what a person decided

        private Account.Event decided(Event event, Account.Event machine) {
            Account.Event now = machine;
            for (Decision decision : from.decisions()) {
                if (!EventDecisions.tells(event.tellings(), story, decision.of().get(0))
                        && !machine.label().equalsIgnoreCase(decision.of().get(0))) {
                    continue;
                }
                switch (decision.kind()) {
                    case RENAME_EVENT -> {
                        applied.add(new Decision.Applied(decision, Optional.of(now.label()), true));
                        now = now.withLabel(decision.value().orElseThrow());
                    }
                    case CONFIRM -> {
                        applied.add(new Decision.Applied(
                                decision, Optional.of(now.standing().name().toLowerCase(Locale.ROOT)), true));
                        now = now.withStanding(
                                Standing.CORROBORATED, "confirmed by " + decision.author() + ": " + decision.reason());
                    }
                    case REJECT -> {
                        applied.add(new Decision.Applied(
                                decision, Optional.of(now.standing().name().toLowerCase(Locale.ROOT)), true));
                        now = now.withStanding(
                                Standing.DENIED, "rejected by " + decision.author() + ": " + decision.reason());
                    }
                    case PLACE -> {
                        applied.add(new Decision.Applied(
                                decision,
                                Optional.of(
                                        now.where().isEmpty()
                                                ? "none"
                                                : now.where().get(0).name()),
                                true));
                        now = now.withWhere(List.of(new Account.Where(
                                decision.value().orElseThrow(),
                                Optional.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                "unlocated",
                                Optional.empty(),
                                now.mentions().get(0))));
                    }
                    case NUMBER -> {
                        Optional<Account.Event> numbered = numbered(now, decision);
                        applied.add(new Decision.Applied(
                                decision,
                                numbered.isPresent()
                                        ? Optional.of(
                                                decision.of().get(decision.of().size() - 1))
                                        : Optional.empty(),
                                numbered.isPresent()));
                        now = numbered.orElse(now);
                    }
                    case DATE, MERGE_ENTITIES, SPLIT_ENTITY, RENAME_ENTITY, MERGE_EVENTS, SPLIT_EVENT ->
                        now = now.decided();
                }
            }
            return now;
        }

        /** Puts one number right: the one that stands as worded in the decision's last words. */
        private Optional<Account.Event> numbered(Account.Event event, Decision decision) {
            String words = decision.of().get(decision.of().size() - 1);
            double value = Double.parseDouble(decision.value().orElseThrow());
            List<Account.Quantity> quantities = new ArrayList<>();
            boolean found = false;
            for (Account.Quantity quantity : event.quantities()) {
                if (quantity.said().equalsIgnoreCase(words)) {
                    found = true;
                    quantities.add(new Account.Quantity(
                            quantity.what(),
                            quantity.of(),
                            quantity.subset(),
                            decision.value().orElseThrow(),
                            OptionalDouble.of(value),
                            OptionalDouble.of(value),
                            quantity.unit(),
                            quantity.speaker(),
                            quantity.mention()));
                } else {
                    quantities.add(quantity);
                }
            }
            return found ? Optional.of(event.withQuantities(quantities)) : Optional.empty();
        }

        private List<Account.AppliedDecision> decisions() {
            List<Account.AppliedDecision> found = new ArrayList<>();
            for (Decision decision : from.decisions()) {
                Optional<Decision.Applied> what = java.util.stream.Stream.concat(
                                from.applied().stream(), applied.stream())
                        .filter(each -> each.decision().equals(decision))
                        .findFirst();
                found.add(new Account.AppliedDecision(
                        decision.kind().word(),
                        String.join(" | ", decision.of())
                                + decision.value().map(value -> " → " + value).orElse(""),
                        decision.author(),
                        decision.reason(),
                        what.flatMap(Decision.Applied::machine),
                        what.map(Decision.Applied::applied).orElse(false)));
            }
            return found;
        }

        // ---- who says

        private List<Account.ClaimEntry> claims() {
            List<Account.ClaimEntry> found = new ArrayList<>();
            for (int report = 0; report < story.size(); report++) {
                Analysis analysis = story.get(report);
                for (Attribution attribution : analysis.attributions()) {
                    if (attribution.content().isEmpty() || attribution.stance() == Attribution.Stance.HOLDS) {
                        continue;
                    }
                    found.add(claim(found.size() + 1, report, analysis, attribution));
                }
            }
            return found;
        }

        private Account.ClaimEntry claim(int number, int report, Analysis analysis, Attribution attribution) {
            Report text = analysis.segmented().report();
            StringBuilder said = new StringBuilder();
            Span whole = attribution.content().get(0);
            for (Span span : attribution.content()) {
                said.append(said.length() == 0 ? "" : " … ")
                        .append(text.quote(span).replaceAll("\\s+", " "));
                whole = whole.cover(span);
            }
            if (attribution.cue().isPresent()) {
                whole = whole.cover(attribution.cue().get());
            }
            if (attribution.source().isPresent() && attribution.source().get().begin() >= whole.begin() - 200) {
                whole = whole.cover(attribution.source().get());
            }
            Optional<Tree> tree = analysis.trees().stream()
                    .filter(t -> t.sentence().index() == attribution.sentence())
                    .findFirst();
            if (attribution.post().isEmpty() && tree.isPresent()) {
                Span sentence = tree.get().sentence().span();
                if (Citations.count(text.quote(sentence.cover(whole))) <= Citations.WORDS_MAX) {
                    whole = sentence.cover(whole);
                } else if (Citations.count(text.quote(whole)) > Citations.WORDS_MAX) {
                    whole = attribution.content().get(0);
                }
            }
            Set<String> about = new LinkedHashSet<>();
            for (Claim claim : analysis.claims()) {
                if (claim.attributions().contains(attribution.id())) {
                    String id = eventIds.get(eventOfClaim.getOrDefault(report + "/" + claim.id(), -1));
                    if (id != null) {
                        about.add(id);
                    }
                }
            }
            Optional<String> speaker = Optional.empty();
            if (attribution.speaker().isPresent()) {
                int entity =
                        from.entityOf().entity(report, attribution.speaker().getAsInt());
                speaker = entity >= 0 ? Optional.of("n" + (entity + 1)) : Optional.empty();
            }
            String shortened = said.toString();
            if (Citations.count(shortened) > Citations.WORDS_MAX) {
                String[] words = shortened.split(" ");
                shortened = String.join(" ", List.of(words).subList(0, Citations.WORDS_MAX - 1)) + " …";
            }
            return new Account.ClaimEntry(
                    "c" + number,
                    speaker,
                    attribution.speakerAs().isEmpty() ? Optional.empty() : Optional.of(attribution.speakerAs()),
                    attribution.via().stream()
                            .map(via -> new Account.Via(via.name(), via.hedge()))
                            .toList(),
                    attribution.cue().map(cue -> text.quote(cue).replaceAll("\\s+", " ")),
                    shortened,
                    attribution.quoted(),
                    attribution.stance().name().toLowerCase(Locale.ROOT),
                    attribution.hedge(),
                    List.copyOf(about),
                    citations.cite(report, whole),
                    original(report, attribution),
                    Optional.of(sources.ofSpeaker(report, attribution)));
        }

        private Optional<Account.Original> original(int report, Attribution attribution) {
            for (PrimaryWords words : from.primaryWords()) {
                if (words.report() == report && words.attribution() == attribution.id()) {
                    Layout.Post post = story.get(words.postReport())
                            .segmented()
                            .layout()
                            .posts()
                            .get(words.post());
                    return Optional.of(new Account.Original(
                            citations.cite(words.postReport(), post.body()), words.verdict(), words.why()));
                }
            }
            return Optional.empty();
        }

        // ---- differences

        private List<Account.Disagreement> disagreements() {
            List<Account.Disagreement> found = new ArrayList<>();
            for (NumberFinding finding : from.numbers()) {
                if (finding.verdict() == NumberFinding.Verdict.CONTRADICTION
                        || finding.verdict() == NumberFinding.Verdict.UPDATE) {
                    found.add(new Account.Disagreement(
                            "d" + (found.size() + 1),
                            "quantity",
                            question(finding),
                            about(finding.event()),
                            finding.verdict() == NumberFinding.Verdict.UPDATE,
                            finding.mayBothHold(),
                            positions(finding)));
                }
            }
            for (OutcomeFinding finding : from.outcomes()) {
                List<Account.Position> positions = List.of(position(finding.one()), position(finding.other()));
                Set<String> about = new LinkedHashSet<>();
                List<OutcomeFinding.Told> told = new ArrayList<>(finding.one());
                told.addAll(finding.other());
                for (OutcomeFinding.Told each : told) {
                    String id = eventIds.get(eventOfClaim.getOrDefault(each.report() + "/" + each.claim(), -1));
                    if (id != null) {
                        about.add(id);
                    }
                }
                found.add(new Account.Disagreement(
                        "d" + (found.size() + 1),
                        "outcome",
                        "Was it so or not: “" + positions.get(1).value() + "”?",
                        List.copyOf(about),
                        false,
                        finding.mayBothHold(),
                        positions));
            }
            return found;
        }

        private List<Account.Agreement> agreements() {
            List<Account.Agreement> found = new ArrayList<>();
            for (NumberFinding finding : from.numbers()) {
                if (finding.verdict() == NumberFinding.Verdict.COMPATIBLE) {
                    found.add(new Account.Agreement(
                            "a" + (found.size() + 1),
                            question(finding),
                            about(finding.event()),
                            "compatible",
                            positions(finding)));
                }
            }
            return found;
        }

        private List<String> about(int event) {
            return eventIds.containsKey(event) ? List.of(eventIds.get(event)) : List.of();
        }

        private List<Account.Position> positions(NumberFinding finding) {
            List<Account.Position> found = new ArrayList<>();
            for (List<Figure> figures : finding.positions()) {
                Set<String> who = new LinkedHashSet<>();
                Set<String> mentions = new LinkedHashSet<>();
                for (Figure figure : plainFirst(figures, finding)) {
                    who.add(sources.ofReport(
                            figure.report(),
                            story.get(figure.report())
                                    .trees()
                                    .get(figure.quantity().sentence())
                                    .sentence()
                                    .post()));
                    mentions.add(citeFigure(figure));
                }
                found.add(new Account.Position(
                        figures.get(0).quantity().said(), List.copyOf(who), List.copyOf(mentions)));
            }
            return found;
        }

        /** Sentences that give this number alone come before those that also give another position's. */
        private List<Figure> plainFirst(List<Figure> figures, NumberFinding finding) {
            List<Figure> sorted = new ArrayList<>(figures);
            sorted.sort(Comparator.comparing((Figure figure) -> finding.positions().stream()
                    .filter(position -> !position.equals(figures))
                    .flatMap(List::stream)
                    .anyMatch(other -> other.report() == figure.report()
                            && other.quantity().sentence() == figure.quantity().sentence())));
            return sorted;
        }

        private Account.Position position(List<OutcomeFinding.Told> told) {
            Set<String> who = new LinkedHashSet<>();
            Set<String> mentions = new LinkedHashSet<>();
            String value = "";
            for (OutcomeFinding.Told each : told) {
                Analysis analysis = story.get(each.report());
                Claim claim = analysis.claims().get(each.claim());
                Tree tree = analysis.trees().get(claim.sentence());
                Span words = citations.words(each.report(), claim, policy.positionWordsMax());
                mentions.add(citations.cite(each.report(), words, policy.positionWordsMax()));
                who.add(sources.ofReport(each.report(), tree.sentence().post()));
                if (value.isEmpty()) {
                    Span clause = Citations.count(analysis.segmented().report().quote(claim.span())) <= 16
                            ? claim.span()
                            : Citations.around(tree, claim.word(), 16);
                    value = analysis.segmented().report().quote(clause).replaceAll("\\s+", " ");
                }
            }
            return new Account.Position(value, List.copyOf(who), List.copyOf(mentions));
        }

        private String question(NumberFinding finding) {
            String about = eventIds.containsKey(finding.event())
                    ? " (" + labelOf(finding.event()).text() + ")"
                    : "";
            String of = finding.of().map(each -> " " + each).orElse("");
            return switch (finding.what()) {
                case "killed" -> "How many were killed?" + about;
                case "wounded" -> "How many were wounded?" + about;
                case "arrested" -> "How many were arrested?" + about;
                case "evacuated" -> "How many were evacuated?" + about;
                case "missing" -> "How many are missing?" + about;
                case "displaced" -> "How many were displaced?" + about;
                case "present" -> "How many people were there?" + about;
                case "magnitude" -> "How strong was it?" + about;
                case "money" -> "How much money?" + about;
                case "votes", "percent" -> "What share or number?" + about;
                default -> "How many" + of + "?" + about;
            };
        }

        private List<Account.Series> series() {
            List<Account.Series> found = new ArrayList<>();
            for (NumberFinding finding : from.numbers()) {
                if (!eventIds.containsKey(finding.event()) || finding.verdict() != NumberFinding.Verdict.UPDATE) {
                    continue;
                }
                List<Figure> figures = new ArrayList<>();
                finding.positions().forEach(figures::addAll);
                figures.sort(Comparator.comparing(Figure::report).thenComparing(Figure::index));
                List<Account.Point> points = new ArrayList<>();
                for (Figure figure : figures) {
                    Quantity quantity = figure.quantity();
                    points.add(new Account.Point(
                            story.report(figure.report()).published().map(LocalDate::toString),
                            sources.ofReport(figure.report(), OptionalInt.empty()),
                            quantity.said(),
                            quantity.min(),
                            quantity.max(),
                            citeFigure(figure)));
                }
                found.add(new Account.Series(
                        "q" + (found.size() + 1), eventIds.get(finding.event()), finding.what(), finding.of(), points));
            }
            return found;
        }

        private List<Account.OpenQuestion> questions(
                List<Account.Event> events, List<Account.Disagreement> disagreements) {
            List<Account.OpenQuestion> found = new ArrayList<>();
            for (Account.Disagreement disagreement : disagreements) {
                if (found.size() < policy.questionsMax() / 2
                        && !disagreement.update()
                        && !disagreement.about().isEmpty()) {
                    Set<String> grounds = new LinkedHashSet<>();
                    disagreement
                            .positions()
                            .forEach(position -> grounds.add(position.mentions().get(0)));
                    found.add(new Account.OpenQuestion(
                            disagreement.about().get(0),
                            disagreement.kind().equals("quantity") ? "quantity" : "confirmation",
                            disagreement.question(),
                            List.copyOf(grounds)));
                }
            }
            List<Account.Event> ranked = new ArrayList<>(events);
            ranked.sort(Comparator.comparing(Account.Event::rank));
            for (Account.Event event : ranked) {
                if (found.size() == policy.questionsMax()) {
                    break;
                }
                if (event.standing() == Standing.UNVERIFIED) {
                    found.add(new Account.OpenQuestion(
                            event.id(),
                            "confirmation",
                            "Can it be confirmed: " + event.label() + "?",
                            List.of(event.mentions().get(0))));
                } else if (event.rank() <= 8
                        && Set.of("ASSAULT", "CRIME").contains(event.type())
                        && event.participants().stream().noneMatch(p -> p.role().equals("agent"))) {
                    found.add(new Account.OpenQuestion(
                            event.id(),
                            "agent",
                            "Who did it: " + event.label() + "?",
                            List.of(event.mentions().get(0))));
                } else if (event.rank() <= 5 && event.when().edtf().isEmpty()) {
                    found.add(new Account.OpenQuestion(
                            event.id(),
                            "time",
                            "When was it: " + event.label() + "?",
                            List.of(event.mentions().get(0))));
                }
            }
            return found;
        }

        // ---- who is who, sources, what was left out

        private List<Account.Entity> entities() {
            List<Account.Entity> found = new ArrayList<>();
            for (JoinedEntity entity : from.entities()) {
                if (entity.members().isEmpty()) {
                    continue;
                }
                List<String> mentions = new ArrayList<>();
                for (JoinedEntity.Member member : entity.members()) {
                    Analysis analysis = story.get(member.report());
                    Referent referent = analysis.referents().get(member.referent());
                    Mention first = analysis.mentions().get(referent.mentions().get(0));
                    if (mentions.size() < 3) {
                        mentions.add(citations.cite(member.report(), sentenceOr(analysis, first)));
                    }
                }
                List<Account.NotSameAs> apart = new ArrayList<>();
                for (JoinedEntity.NotSame notSame : entity.notSame()) {
                    apart.add(new Account.NotSameAs(
                            "n" + (notSame.entity() + 1), citations.cite(notSame.report(), notSame.words())));
                }
                found.add(new Account.Entity(
                        "n" + (entity.index() + 1),
                        entity.type().name(),
                        entity.name(),
                        entity.names(),
                        apart,
                        entity.grounds(),
                        mentions));
            }
            return found;
        }

        private Span sentenceOr(Analysis analysis, Mention mention) {
            Span sentence = analysis.trees().get(mention.sentence()).sentence().span();
            return Citations.count(analysis.segmented().report().quote(sentence)) <= policy.quoteWordsMax()
                    ? sentence
                    : mention.span();
        }

        private List<Account.ReportEntry> reports() {
            List<Account.ReportEntry> found = new ArrayList<>();
            for (int i = 0; i < story.size(); i++) {
                Report report = story.report(i);
                Layout layout = story.get(i).segmented().layout();
                List<Account.Caution> cautions = new ArrayList<>();
                Stamps.Stamp stamp = from.stamps().get(i);
                stamp.caution().ifPresent(text -> cautions.add(new Account.Caution("stamp", text)));
                Optional<Copies.Copy> copy = from.origins().copyOf(i);
                copy.ifPresent(each -> cautions.add(new Account.Caution("copy", each.why())));
                int at = i;
                from.origins().partial().stream()
                        .filter(each -> each.report() == at)
                        .forEach(each -> cautions.add(
                                new Account.Caution("copy", each.why() + " (report " + (each.of() + 1) + ")")));
                report.notes().forEach(note -> cautions.add(new Account.Caution("other", note)));
                if (report.text().indexOf('\uFFFD') >= 0) {
                    cautions.add(new Account.Caution("garbled", "holds damaged characters"));
                }
                Set<String> credits = new LinkedHashSet<>();
                layout.credits().forEach(credit -> credits.add(credit.agency()));
                found.add(new Account.ReportEntry(
                        Citations.reportId(i),
                        i + 1,
                        report.file(),
                        report.id().sha256(),
                        report.published().map(LocalDate::toString),
                        report.outlet().or(layout::outlet),
                        report.title()
                                .or(() -> layout.headline()
                                        .map(span -> report.quote(span).replaceAll("\\s+", " "))),
                        report.address(),
                        List.copyOf(credits),
                        copy.map(each -> Citations.reportId(each.of())),
                        copy.map(Copies.Copy::why),
                        cautions,
                        sources.ofReport(i, OptionalInt.empty())));
            }
            return found;
        }

        private List<Account.PostEntry> posts() {
            List<Account.PostEntry> found = new ArrayList<>();
            for (int i = 0; i < story.size(); i++) {
                for (Layout.Post post : story.get(i).segmented().layout().posts()) {
                    found.add(new Account.PostEntry(
                            "p" + (found.size() + 1),
                            Citations.reportId(i),
                            post.author(),
                            post.handle(),
                            post.date().map(LocalDate::toString),
                            citations.cite(i, post.body()),
                            post.media()));
                }
            }
            return found;
        }

        private List<Account.LeftOut> leftOut() {
            List<Account.LeftOut> found = new ArrayList<>();
            for (int i = 0; i < story.size(); i++) {
                Report report = story.report(i);
                for (Layout.Furniture furniture :
                        story.get(i).segmented().layout().furniture()) {
                    found.add(new Account.LeftOut(
                            Citations.reportId(i),
                            furniture.span().begin(),
                            furniture.span().end(),
                            furniture.why(),
                            report.quote(furniture.span())));
                }
            }
            for (Event event : from.events()) {
                if (!eventIds.containsKey(event.index())) {
                    Happening telling = event.tellings().get(0);
                    Span span = citations.words(telling.report(), telling.claim(), policy.quoteWordsMax());
                    found.add(new Account.LeftOut(
                            Citations.reportId(telling.report()),
                            span.begin(),
                            span.end(),
                            "told in passing; not among the main events",
                            story.report(telling.report()).quote(span)));
                }
            }
            found.sort(Comparator.comparing((Account.LeftOut each) ->
                            Integer.parseInt(each.report().substring(1)))
                    .thenComparing(Account.LeftOut::start));
            return found;
        }
    }
}
