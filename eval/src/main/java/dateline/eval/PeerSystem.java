package dateline.eval;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Another system, measured beside Dateline on the same input in the same run. None is part of the program: the module
 * {@code eval/peers} holds them, and they are found here when {@code eval/peers.sh} has put them on the class path.
 */
public interface PeerSystem {
    /** As it is printed, with version and configuration, e.g. {@code CoreNLP 4.5.10}. */
    String name();

    /** Short word behind the keys of its figures, e.g. {@code corenlp}. */
    String key();

    /** Tags names on given words; loads its models now. */
    default Optional<NameTagger> names() {
        return Optional.empty();
    }

    /** Parses given words; loads its models now. */
    default Optional<Parser> parser() {
        return Optional.empty();
    }

    /** Finds time expressions in a text; loads its models now. */
    default Optional<TimexTagger> timexes() {
        return Optional.empty();
    }

    /** Programs that read raw texts as {@link ReadingProbe} does, one for each configuration. */
    default List<Probe> probes() {
        return List.of();
    }

    /** Every peer on the class path. */
    static List<PeerSystem> present() {
        return ServiceLoader.load(PeerSystem.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Words of a sentence to BIO tags of PER, ORG, LOC and MISC. */
    interface NameTagger {
        List<String> tags(List<String> words);
    }

    /** Words of a sentence to a dependency tree. */
    interface Parser {
        Arcs parse(List<String> words);
    }

    /**
     * A tree.
     *
     * @param heads counted from 1, 0 for the root, -1 where the system gives none
     * @param relations without subtypes
     */
    record Arcs(List<Integer> heads, List<String> relations) {
        public Arcs {
            heads = List.copyOf(heads);
            relations = List.copyOf(relations);
            if (heads.size() != relations.size()) {
                throw new IllegalArgumentException(
                        "eval: " + heads.size() + " heads but " + relations.size() + " relations");
            }
        }
    }

    /** A text and the day it was written to its time expressions. */
    interface TimexTagger {
        List<Found> find(String text, Optional<LocalDate> created);
    }

    /**
     * A time expression.
     *
     * @param begin UTF-16 index of its first character
     * @param end behind its last
     * @param value as in TIMEX3
     */
    record Found(int begin, int end, String value) {}

    /**
     * A program to measure.
     *
     * @param key short word behind the keys of its figures, e.g. {@code full}
     * @param main the class to start, which calls {@link ReadingProbe#measure}
     * @param heap for {@code -Xmx}
     * @param options before the files on the command line
     * @param files what it needs on disk, its models included
     */
    record Probe(String key, String main, String heap, List<String> options, List<Path> files) {
        public Probe {
            options = List.copyOf(options);
            files = List.copyOf(files);
        }
    }
}
