package dateline.analysis.place;

import dateline.report.Span;
import java.util.Optional;

/**
 * Where one place referent of a report lies.
 *
 * @param referent id in the report's list of referents
 * @param name the place as the report names or describes it
 * @param place what the gazetteer knows, when the words settle it: the place itself, or for a site the town, region or
 *     country that the words put it in; empty when nothing settles it
 * @param precision {@code site}: a building, base or street in {@code place}, a town; {@code city}, {@code region},
 *     {@code country}: no finer than that; {@code unlocated}: no pin
 * @param within the larger place that the text puts it in, in its own words ("Kirkuk" of "the base in Kirkuk")
 * @param words the words that name it, with the larger place where that stands beside it
 */
public record ResolvedPlace(
        int referent, String name, Optional<Place> place, String precision, Optional<String> within, Span words) {}
