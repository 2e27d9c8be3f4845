package dateline.account;

import dateline.analysis.Analysis;
import dateline.analysis.claim.Claim;
import dateline.analysis.mention.Mention;
import dateline.analysis.place.Place;
import dateline.analysis.place.ResolvedPlace;
import dateline.analysis.text.Tree;
import dateline.reconcile.Reconciled;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Where an event happened, as its tellings name it. A pin only where the words name one place that the gazetteer knows, and
 * never for a whole country: its middle is nowhere that anything happened.
 */
final class Places {
    private static final int SHOWN_MAX = 5;

    /** Kinds of happening that take place somewhere, and so where their sentence says. */
    private static final Set<String> PHYSICAL = Set.of(
            "ASSAULT", "PROTEST", "DISASTER", "ACCIDENT", "DEATH", "CRIME", "RETREAT", "AID", "COERCE", "MOBILIZE");

    private final Reconciled from;
    private final Citations citations;

    Places(Reconciled from, Citations citations) {
        this.from = from;
        this.citations = citations;
    }

    /** One place as named, and how often the tellings give it. */
    private record Named(Account.Where where, int times) {}

    List<Account.Where> of(Event event) {
        Map<String, Named> found = new LinkedHashMap<>();
        for (Happening telling : event.tellings()) {
            collect(telling, Claim.Role.PLACE, found);
        }
        if (found.isEmpty()) {
            for (Happening telling : event.tellings()) {
                collect(telling, Claim.Role.TARGET, found);
            }
        }
        if (found.values().stream().noneMatch(named -> named.where().lat().isPresent())) {
            event.tellings().stream()
                    .filter(telling -> PHYSICAL.contains(telling.claim().type()))
                    .limit(6)
                    .forEach(telling -> inSentence(telling, found));
        }
        List<Named> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparing(named -> -named.times()));
        return sorted.stream().limit(SHOWN_MAX).map(Named::where).toList();
    }

    /** A town or region named in the sentence, when no place is said of the happening itself. */
    private void inSentence(Happening telling, Map<String, Named> to) {
        Analysis analysis = from.story().get(telling.report());
        Claim claim = telling.claim();
        Tree tree = analysis.trees().get(claim.sentence());
        boolean main = claim.word() == tree.root()
                || tree.head(claim.word()) == tree.root() && tree.isRelation(claim.word(), "conj", "nsubj", "obj");
        if (!main) {
            return;
        }
        Span sentence = tree.sentence().span();
        List<ResolvedPlace> here = analysis.places().stream()
                .filter(place -> analysis.referents().get(place.referent()).mentions().stream()
                        .anyMatch(id ->
                                sentence.contains(analysis.mentions().get(id).span())
                                        && analysis.mentions().get(id).kind() == Mention.Kind.NAME))
                .filter(place -> Set.of("city", "site", "region").contains(place.precision())
                        && place.place().isPresent())
                .toList();
        if (here.size() == 1) {
            Account.Where where = where(telling, claim, here.get(0));
            to.merge(
                    where.name().toLowerCase(Locale.ROOT),
                    new Named(where, 1),
                    (a, b) -> new Named(a.where(), a.times() + 1));
        }
    }

    private void collect(Happening telling, Claim.Role role, Map<String, Named> to) {
        Analysis analysis = from.story().get(telling.report());
        for (Claim claim : telling.claims()) {
            for (Claim.Participant participant : claim.participants()) {
                if (participant.role() == role && participant.referent().isPresent()) {
                    for (ResolvedPlace resolved : analysis.places()) {
                        if (resolved.referent() == participant.referent().getAsInt()) {
                            Account.Where where = where(telling, claim, resolved);
                            to.merge(
                                    where.name().toLowerCase(Locale.ROOT),
                                    new Named(where, 1),
                                    (a, b) -> new Named(a.where(), a.times() + 1));
                        }
                    }
                }
            }
        }
    }

    private Account.Where where(Happening telling, Claim claim, ResolvedPlace resolved) {
        String mention = citations.cite(telling.report(), citations.words(telling.report(), claim, 58));
        Optional<Place> place = resolved.place();
        boolean pin = place.isPresent()
                && !resolved.precision().equals("country")
                && !resolved.precision().equals("unlocated");
        Optional<String> within = resolved.within()
                .or(() -> resolved.precision().equals("site") ? place.map(Place::name) : Optional.empty())
                .filter(outer -> !outer.equalsIgnoreCase(resolved.name()));
        return new Account.Where(
                resolved.name(),
                place.map(Place::country).filter(country -> !country.isBlank()),
                pin ? OptionalDouble.of(place.get().lat()) : OptionalDouble.empty(),
                pin ? OptionalDouble.of(place.get().lon()) : OptionalDouble.empty(),
                resolved.precision(),
                within,
                mention);
    }
}
