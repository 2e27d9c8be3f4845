package dateline.reconcile.event;

import dateline.analysis.claim.Claim;
import dateline.analysis.text.Vector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One telling of a happening in one report: a claim with its parts and results, ready to be compared with other tellings.
 *
 * @param claims the claim first, then what is part of it
 * @param origin who is the origin of this telling: a report's root, or one of its posts
 * @param stems dictionary forms of its content words with how often they stand in it
 * @param entities entities that take part, or that its clause names
 * @param targets entities acted on; {@code places} entities given as place
 * @param date the day or days it is told for, when the words say
 * @param weak true when it can join an event but is too thin to found one ("the violence")
 */
public record Happening(
        int index,
        int report,
        List<Claim> claims,
        String origin,
        double weight,
        Set<String> families,
        Set<String> lemmas,
        Map<String, Integer> stems,
        Set<Integer> entities,
        Set<Integer> targets,
        Set<Integer> places,
        Vector vector,
        Optional<Days> date,
        boolean weak) {
    public Claim claim() {
        return claims.get(0);
    }
}
