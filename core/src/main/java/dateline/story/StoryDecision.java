package dateline.story;

import dateline.report.ReportId;

/**
 * What an analyst has decided about two reports: they tell of one story, or of two. Holds whatever else arrives.
 *
 * @param together true: the later of the two goes where the earlier is; false: they are never in one story
 */
public record StoryDecision(ReportId one, ReportId other, boolean together, String author, String reason) {
    public StoryDecision {
        if (one.equals(other)) {
            throw new IllegalArgumentException("story decision: names one report twice, " + one.sha256());
        }
    }
}
