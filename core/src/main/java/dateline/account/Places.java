package dateline.account;

import dateline.analysis.claim.Claim;
import dateline.reconcile.Reconciled;
import dateline.reconcile.event.Event;
import dateline.reconcile.event.Happening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where an event happened, as its tellings name it; a pin only where the words name one place that the gazetteer knows. */
final class Places {
    private final Reconciled from;
    private final Citations citations;

    Places(Reconciled from, Citations citations) {
        this.from = from;
        this.citations = citations;
    }

    List<Account.Where> of(Event event) {
        Map<String, Account.Where> found = new LinkedHashMap<>();
        for (Happening telling : event.tellings()) {
            for (Claim claim : telling.claims()) {
                for (Claim.Participant participant : claim.participants()) {
                    if (participant.role() == Claim.Role.PLACE && participant.referent().isPresent()) {
                        int entity = from.entityOf().entity(telling.report(), participant.referent().getAsInt());
                        String name = entity >= 0 ? from.entities().get(entity).name() : from.story().report(telling.report()).quote(participant.span()).replaceAll("\\s+", " ");
                        found.putIfAbsent(name, new Account.Where(name, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "unlocated", Optional.empty(),
                                citations.cite(telling.report(), citations.words(telling.report(), claim, 58))));
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }
}
