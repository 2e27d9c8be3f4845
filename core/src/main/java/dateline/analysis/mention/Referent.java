package dateline.analysis.mention;

import java.util.List;
import java.util.Optional;

/**
 * One person, body, place or group of people behind mentions in one report.
 *
 * @param id position in the report's list of referents, from 0
 * @param name its fullest name in this report, or its description when it has no name
 * @param names other names and descriptions in this report, in order of appearance, each once
 * @param mentions ids of its mentions, in order
 * @param acronym the letters it is given in brackets or as "known as", when it is
 */
public record Referent(
        int id,
        Mention.Type type,
        String name,
        boolean named,
        List<String> names,
        List<Integer> mentions,
        Optional<String> acronym) {
    public Referent {
        names = List.copyOf(names);
        mentions = List.copyOf(mentions);
        if (mentions.isEmpty()) {
            throw new IllegalArgumentException("referent " + id + ": has no mention");
        }
    }
}
