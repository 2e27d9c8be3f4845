package dateline.reconcile.event;

import dateline.reconcile.entity.JoinedEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which entity of the story stands behind a referent of one of its reports. */
public interface EntityOf {
    /** Index of the entity, or -1 when the referent belongs to none. */
    int entity(int report, int referent);

    /** @param reports how many reports the story has */
    static EntityOf of(List<JoinedEntity> entities, int reports) {
        List<Map<Integer, Integer>> of = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            of.add(new HashMap<>());
        }
        for (JoinedEntity entity : entities) {
            for (JoinedEntity.Member member : entity.members()) {
                of.get(member.report()).put(member.referent(), entity.index());
            }
        }
        return (report, referent) -> of.get(report).getOrDefault(referent, -1);
    }
}
