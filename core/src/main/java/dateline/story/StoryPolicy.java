package dateline.story;

/**
 * Limits of placement.
 *
 * @param windowDays days of publication within which dated reports are held against each other; a story may run on as long as
 *     reports come within this of one another. Undated reports know no window
 * @param keyDepth how many of the latest reports under one key are looked at: keeps the cost of a name in everybody's mouth bounded
 * @param candidatesMax how many of them, by shared keys, are compared in full
 * @param likelihoodMin pairs less likely than this count as {@code unlike}
 * @param unlike likelihood of a pair that was not compared or is below {@code likelihoodMin}; the mean over such pairs of the
 *     tuning streams
 * @param joinMin mean likelihood from which a report joins a story, or peers become one
 * @param joinMinUndated the same where reports without a date are placed
 * @param bridgeMin mean likelihood from which a second story is suggested to the analyst
 * @param nearMin mean likelihood from which the story a founder came nearest to is kept: it continues, or is a part of, that story
 * @param repeatMin cosine of wording, of the opening and of the lead, from which one report repeats another
 */
public record StoryPolicy(
        int windowDays,
        int keyDepth,
        int candidatesMax,
        double likelihoodMin,
        double unlike,
        double joinMin,
        double joinMinUndated,
        double bridgeMin,
        double nearMin,
        double repeatMin) {
    public static final StoryPolicy DEFAULT = new StoryPolicy(60, 256, 48, 0.01, 0.02, 0.35, 0.3, 0.25, 0.08, 0.9);

    /**
     * For reports that somebody hands over together for one account: that they were picked is evidence that they belong
     * together, so they are split only when they have next to nothing in common, however far apart they were published.
     */
    public static final StoryPolicy GIVEN_TOGETHER =
            new StoryPolicy(36_500, 256, 48, 0.0005, 0.002, 0.02, 0.02, 0.02, 0.005, 0.9);

    public StoryPolicy {
        if (windowDays < 0 || keyDepth < 1 || candidatesMax < 1) {
            throw new IllegalArgumentException("story policy: window, depth and candidates must be positive");
        }
    }
}
