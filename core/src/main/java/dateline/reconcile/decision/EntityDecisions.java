package dateline.reconcile.decision;

import dateline.reconcile.entity.JoinedEntity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;

/** Applies decisions about entities to the list that the machine made. */
public final class EntityDecisions {
    private EntityDecisions() {}

    /** @param nameOf the name of a referent in its report: (report, referent) → name, to tell which members a split takes away */
    public static List<JoinedEntity> apply(
            List<JoinedEntity> machine,
            List<Decision> decisions,
            BiFunction<Integer, Integer, String> nameOf,
            List<Decision.Applied> log) {
        List<JoinedEntity> entities = new ArrayList<>(machine);
        for (Decision decision : decisions) {
            switch (decision.kind()) {
                case MERGE_ENTITIES -> log.add(merge(entities, decision));
                case SPLIT_ENTITY -> log.add(split(entities, decision, nameOf));
                case RENAME_ENTITY -> log.add(rename(entities, decision));
                case MERGE_EVENTS, SPLIT_EVENT, RENAME_EVENT, CONFIRM, REJECT, DATE, PLACE, NUMBER -> {}
            }
        }
        return List.copyOf(entities);
    }

    private static OptionalInt find(List<JoinedEntity> entities, String name) {
        String wanted = Decision.plain(name);
        for (JoinedEntity entity : entities) {
            if (Decision.plain(entity.name()).equals(wanted)
                    || entity.names().stream()
                            .anyMatch(each -> Decision.plain(each).equals(wanted))) {
                return OptionalInt.of(entities.indexOf(entity));
            }
        }
        return OptionalInt.empty();
    }

    private static Decision.Applied merge(List<JoinedEntity> entities, Decision decision) {
        Set<Integer> found = new LinkedHashSet<>();
        for (String name : decision.of()) {
            find(entities, name).ifPresent(found::add);
        }
        if (found.size() < 2) {
            return new Decision.Applied(decision, Optional.empty(), false);
        }
        List<Integer> order = List.copyOf(found);
        JoinedEntity into = entities.get(order.get(0));
        Set<String> names = new LinkedHashSet<>(into.names());
        List<JoinedEntity.Member> members = new ArrayList<>(into.members());
        List<JoinedEntity.NotSame> notSame = new ArrayList<>(into.notSame());
        List<String> grounds = new ArrayList<>(into.grounds());
        for (int other : order.subList(1, order.size())) {
            JoinedEntity gone = entities.get(other);
            names.add(gone.name());
            names.addAll(gone.names());
            members.addAll(gone.members());
            entities.set(
                    other,
                    new JoinedEntity(
                            gone.index(),
                            gone.type(),
                            gone.named(),
                            gone.name(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()));
            notSame.removeIf(each -> each.entity() == other);
        }
        grounds.add("decided by " + decision.author() + ": " + decision.reason());
        entities.set(
                order.get(0),
                new JoinedEntity(
                        into.index(),
                        into.type(),
                        into.named(),
                        decision.value().orElse(into.name()),
                        List.copyOf(names),
                        members,
                        notSame,
                        grounds));
        return new Decision.Applied(decision, Optional.of("kept apart"), true);
    }

    private static Decision.Applied split(
            List<JoinedEntity> entities, Decision decision, BiFunction<Integer, Integer, String> nameOf) {
        OptionalInt at = find(entities, decision.of().get(0));
        if (at.isEmpty()) {
            return new Decision.Applied(decision, Optional.empty(), false);
        }
        JoinedEntity whole = entities.get(at.getAsInt());
        String off = Decision.plain(decision.value().orElseThrow());
        List<JoinedEntity.Member> stay = new ArrayList<>();
        List<JoinedEntity.Member> leave = new ArrayList<>();
        for (JoinedEntity.Member member : whole.members()) {
            (Decision.plain(nameOf.apply(member.report(), member.referent())).equals(off) ? leave : stay).add(member);
        }
        if (leave.isEmpty() || stay.isEmpty()) {
            return new Decision.Applied(decision, Optional.empty(), false);
        }
        List<String> names = whole.names().stream()
                .filter(name -> !Decision.plain(name).equals(off))
                .toList();
        String reason = "decided by " + decision.author() + ": " + decision.reason();
        entities.set(
                at.getAsInt(),
                new JoinedEntity(
                        whole.index(),
                        whole.type(),
                        whole.named(),
                        whole.name(),
                        names,
                        stay,
                        whole.notSame(),
                        List.of(reason)));
        entities.add(new JoinedEntity(
                entities.size(),
                whole.type(),
                whole.named(),
                decision.value().orElseThrow(),
                List.of(),
                leave,
                List.of(),
                List.of(reason)));
        return new Decision.Applied(decision, Optional.of("taken as one"), true);
    }

    private static Decision.Applied rename(List<JoinedEntity> entities, Decision decision) {
        OptionalInt at = find(entities, decision.of().get(0));
        if (at.isEmpty()) {
            return new Decision.Applied(decision, Optional.empty(), false);
        }
        JoinedEntity was = entities.get(at.getAsInt());
        Set<String> names = new LinkedHashSet<>(List.of(was.name()));
        names.addAll(was.names());
        String name = decision.value().orElseThrow();
        names.remove(name);
        entities.set(
                at.getAsInt(),
                new JoinedEntity(
                        was.index(),
                        was.type(),
                        was.named(),
                        name,
                        List.copyOf(names),
                        was.members(),
                        was.notSame(),
                        was.grounds()));
        return new Decision.Applied(decision, Optional.of(was.name()), true);
    }
}
