package dateline.analysis.mention;

import dateline.analysis.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists under {@code lexicon/en/mention}, read once. */
final class Vocabulary {
    final Set<String> persons = new LinkedHashSet<>();
    final Set<String> groups;
    final Map<String, String> bodies;
    final Map<String, String> sites;
    final Set<String> glued;
    final Set<String> bodyNames;
    final Set<String> placeNames;
    final Set<String> titles;
    final Set<String> female;
    final Set<String> male;
    final Set<String> saying;
    final List<List<String>> apart;
    final List<List<String>> alias;

    Vocabulary(Lexicon lexicon) {
        persons.addAll(lexicon.words("mention/persons.txt"));
        persons.addAll(lexicon.words("mention/people.txt"));
        groups = lexicon.words("mention/groups.txt");
        bodies = sorts(lexicon, "mention/bodies.txt");
        sites = sorts(lexicon, "mention/sites.txt");
        glued = lexicon.words("mention/glued.txt");
        bodyNames = lexicon.words("mention/orgwords.txt");
        placeNames = lexicon.words("mention/placewords.txt");
        titles = lexicon.words("mention/titles.txt");
        female = lexicon.words("mention/female.txt");
        male = lexicon.words("mention/male.txt");
        saying = lexicon.words("mention/saying.txt");
        apart = phrases(lexicon, "mention/apart.txt");
        alias = phrases(lexicon, "mention/alias.txt");
    }

    private static Map<String, String> sorts(Lexicon lexicon, String name) {
        Map<String, String> sorts = new LinkedHashMap<>();
        for (List<String> row : lexicon.rows(name)) {
            sorts.put(row.get(0), row.get(1));
        }
        return sorts;
    }

    private static List<List<String>> phrases(Lexicon lexicon, String name) {
        List<List<String>> phrases = new ArrayList<>();
        for (String line : lexicon.lines(name)) {
            phrases.add(List.of(line.split(" ")));
        }
        return List.copyOf(phrases);
    }
}
