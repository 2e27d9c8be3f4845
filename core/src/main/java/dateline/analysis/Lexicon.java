package dateline.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Knowledge about one language as data: plain text lists, read by name from a source that the caller opens. A line that
 * starts with {@code #} is a comment; empty lines say nothing.
 */
public record Lexicon(Source source) {

    /** Gives the text of one list, e.g. {@code timex/months.txt}; throws IllegalArgumentException when there is none. */
    public interface Source {
        String read(String name);
    }

    /** The lines of a list, stripped, without comments and empty lines, in the order written. */
    public List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        for (String line : source.read(name).split("\n", -1)) {
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                lines.add(stripped);
            }
        }
        return List.copyOf(lines);
    }

    /** The lines as a set of lower-case words or phrases, in the order written. */
    public Set<String> words(String name) {
        Set<String> words = new LinkedHashSet<>();
        for (String line : lines(name)) {
            words.add(line.toLowerCase(Locale.ROOT));
        }
        return java.util.Collections.unmodifiableSet(words);
    }

    /** The lines cut at tabs, each part stripped. */
    public List<List<String>> rows(String name) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines(name)) {
            List<String> parts = new ArrayList<>();
            for (String part : line.split("\t")) {
                parts.add(part.strip());
            }
            rows.add(List.copyOf(parts));
        }
        return List.copyOf(rows);
    }
}
