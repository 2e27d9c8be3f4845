package dateline.reconcile.finding;

import dateline.reconcile.event.Days;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A figure with what stands around it, worked out once so that it can be held against many others.
 *
 * @param what what is counted or done, with the kind of happening deciding where the number's own words do not
 * @param counted dictionary form of the noun that is counted, or empty
 * @param modifiers dictionary forms of what stands by that noun
 * @param agents names of who does what the number belongs to, in lower case; {@code persons} when it is a person
 * @param family kind of happening that the number belongs to, or empty
 * @param near content words within eight words of the number; {@code sentence} of its whole sentence
 * @param names proper nouns of the sentence, in lower case; {@code places} those that name a place
 * @param days when what it belongs to was, when the words say
 * @param speaker who gives the number, when somebody is named for it
 * @param supposed true when it is a number of what can or could be
 */
record Setting(
        Figure figure,
        String what,
        String counted,
        Set<String> modifiers,
        Set<String> agents,
        Set<String> persons,
        String predicate,
        String family,
        Set<String> near,
        Set<String> sentence,
        Set<String> names,
        Set<String> places,
        Optional<Days> days,
        boolean background,
        Optional<LocalDate> published,
        Optional<String> speaker,
        boolean supposed) {
    Setting {
        modifiers = Set.copyOf(modifiers);
        agents = Set.copyOf(agents);
        persons = Set.copyOf(persons);
        near = Set.copyOf(near);
        sentence = Set.copyOf(sentence);
        names = Set.copyOf(names);
        places = Set.copyOf(places);
    }
}
