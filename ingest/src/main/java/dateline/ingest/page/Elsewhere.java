package dateline.ingest.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Tells places of a page whose days and names belong to something else: comments, other articles, the foot. */
final class Elsewhere {
    /** Steps up from an element; farther up the names are those of the whole page. */
    private static final int LEVELS_MAX = 7;

    private static final int NAMES_LENGTH_MAX = 400;

    private static final Set<String> PARTS = new LinkedHashSet<>(WordLists.lines("elsewhere.txt"));

    boolean holds(Element element) {
        Element up = element;
        for (int level = 0; up != null && level < LEVELS_MAX; level++, up = up.parent()) {
            String tag = up.normalName();
            if (List.of("body", "main", "html").contains(tag)) {
                return false;
            }
            if (List.of("aside", "footer", "nav").contains(tag)) {
                return true;
            }
            String names = up.className() + " " + up.id();
            names = names.length() > NAMES_LENGTH_MAX ? names.substring(0, NAMES_LENGTH_MAX) : names;
            for (String part : names.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                    .toLowerCase(Locale.ROOT)
                    .split("[^a-z0-9]+")) {
                if (PARTS.contains(part)) {
                    return true;
                }
            }
        }
        return false;
    }
}
