package dateline.story;

import dateline.report.ReportId;
import java.util.List;

/**
 * Why a report stands where it stands.
 *
 * @param nearest the report of that story that is most like it
 * @param likelihood that the two tell of one story, 0 to 1
 * @param mean the same over the reports of the story that it was held against: this is what decides
 * @param reasons what speaks for and against, as parts of the logarithm of the odds
 * @param words they share, most telling first
 */
public record Grounds(ReportId nearest, double likelihood, double mean, List<Reason> reasons, List<String> words) {
    public Grounds {
        reasons = List.copyOf(reasons);
        words = List.copyOf(words);
    }

    /** One feature, its value for the pair, and what it adds to the logarithm of the odds. */
    public record Reason(Feature feature, double value, double adds) {}
}
