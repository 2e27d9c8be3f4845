package dateline.analysis.mention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The mentions taken for one referent so far. */
final class Chain {
    final List<Draft> members = new ArrayList<>();
    Mention.Type type;
    /** Nouns that it has been called by, or that its name ends in, or its titles. */
    final Set<String> nouns = new LinkedHashSet<>();

    final Set<String> modifiers = new LinkedHashSet<>();
    final Set<String> acronyms = new LinkedHashSet<>();
    /** Names it has been given by "known as" or brackets, folded. */
    final Set<String> aliases = new LinkedHashSet<>();

    Draft.Gender gender = Draft.Gender.UNKNOWN;
    Draft.Number number = Draft.Number.UNKNOWN;
    boolean named;
    String country = "";

    Chain(Draft first) {
        type = first.type;
        add(first);
    }

    void add(Draft draft) {
        members.add(draft);
        if (draft.kind == Mention.Kind.PRONOUN) {
            if (gender == Draft.Gender.UNKNOWN) {
                gender = draft.gender;
            }
            return;
        }
        if (draft.isName() && !named) {
            named = true;
            type = draft.type;
        }
        if (!draft.noun.isEmpty()) {
            nouns.add(draft.noun);
        }
        nouns.addAll(draft.titles);
        modifiers.addAll(draft.modifiers);
        if (gender == Draft.Gender.UNKNOWN) {
            gender = draft.gender;
        }
        if (number == Draft.Number.UNKNOWN || draft.isName()) {
            number = draft.number;
        }
        if (!draft.country.isEmpty()) {
            country = draft.country;
        }
    }

    void take(Chain other) {
        for (Draft draft : other.members) {
            add(draft);
        }
        nouns.addAll(other.nouns);
        acronyms.addAll(other.acronyms);
        aliases.addAll(other.aliases);
        members.sort(java.util.Comparator.comparing((Draft d) -> d.sentence()).thenComparing(d -> d.span));
    }

    /** A named one is what most of its names were taken for; a country stays a country. */
    void settleType() {
        if (!named || !country.isEmpty()) {
            return;
        }
        int[] votes = new int[Mention.Type.values().length];
        for (Draft draft : members) {
            if (draft.isName()) {
                votes[draft.type.ordinal()] += draft.type == Mention.Type.OTHER ? 1 : 2;
            }
        }
        int best = type.ordinal();
        for (int i = 0; i < votes.length; i++) {
            if (votes[i] > votes[best]) {
                best = i;
            }
        }
        type = Mention.Type.values()[best];
        if (foldedNames().stream().anyMatch(name -> !Spelling.withoutStorm(name).equals(name))) {
            type = Mention.Type.OTHER;
        }
        // Nobody is given letters in brackets behind his name.
        if (type == Mention.Type.PERSON && !acronyms.isEmpty()) {
            type = Mention.Type.ORGANIZATION;
        }
    }

    /** The names among its mentions, folded, each once. */
    Set<String> foldedNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Draft draft : members) {
            if (draft.isName() && !draft.adjective) {
                names.add(Spelling.fold(draft.words()));
            }
        }
        return names;
    }
}
