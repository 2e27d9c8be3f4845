package dateline.analysis;

import dateline.analysis.attribution.Attribution;
import dateline.analysis.claim.Claim;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.place.ResolvedPlace;
import dateline.analysis.quantity.Quantity;
import dateline.analysis.text.Segmented;
import dateline.analysis.text.Tree;
import dateline.analysis.timex.Timex;
import java.util.List;

/**
 * All that one report says, read alone.
 *
 * @param trees one per sentence of {@code segmented}, in order
 * @param places where the places of the report lie, by referent
 * @param apart pairs of names that this report says are not the same ("a separate force from the ..."), as referent ids
 */
public record Analysis(
        Segmented segmented,
        List<Tree> trees,
        List<dateline.analysis.text.Vector> vectors,
        List<Mention> mentions,
        List<Referent> referents,
        List<Apart> apart,
        List<Timex> timexes,
        List<Quantity> quantities,
        List<Attribution> attributions,
        List<Claim> claims,
        List<ResolvedPlace> places) {
    public Analysis {
        trees = List.copyOf(trees);
        vectors = List.copyOf(vectors);
        mentions = List.copyOf(mentions);
        referents = List.copyOf(referents);
        apart = List.copyOf(apart);
        timexes = List.copyOf(timexes);
        quantities = List.copyOf(quantities);
        attributions = List.copyOf(attributions);
        claims = List.copyOf(claims);
        places = List.copyOf(places);
    }

    /** The same analysis with its time expressions worked out anew, one for one. */
    public Analysis withTimexes(List<Timex> anew) {
        return new Analysis(
                segmented, trees, vectors, mentions, referents, apart, anew, quantities, attributions, claims, places);
    }

    /** The same analysis with other claims. */
    public Analysis withClaims(List<Claim> other) {
        return new Analysis(
                segmented,
                trees,
                vectors,
                mentions,
                referents,
                apart,
                timexes,
                quantities,
                attributions,
                other,
                places);
    }

    /** Two referents of this report that it says are different, and the words that say so. */
    public record Apart(int one, int other, dateline.report.Span words) {}
}
