package dateline.reconcile.entity;

import dateline.analysis.mention.Mention;
import dateline.report.Span;
import java.util.List;

/**
 * One person, body, place or group of people behind referents in several reports of a story.
 *
 * @param index position in the story's list of entities, from 0; the same for the same set of reports
 * @param name the name to show: the fullest of the much used ones
 * @param names all other names and spellings, in order of use
 * @param members the referents that are it
 * @param notSame entities that a report says it is not, and the words that say so
 * @param grounds why these names are taken as one, in words an editor understands
 */
public record JoinedEntity(
        int index,
        Mention.Type type,
        boolean named,
        String name,
        List<String> names,
        List<Member> members,
        List<NotSame> notSame,
        List<String> grounds) {
    public JoinedEntity {
        names = List.copyOf(names);
        members = List.copyOf(members);
        notSame = List.copyOf(notSame);
        grounds = List.copyOf(grounds);
    }

    /** A referent of a report; {@code report} is its position in the list of analyses handed in. */
    public record Member(int report, int referent) {}

    public record NotSame(int entity, int report, Span words) {}
}
