package dateline.reconcile.finding;

/**
 * A quotation or paraphrase held against the speaker's own words, where the story has them.
 *
 * @param report and {@code attribution}: the quotation
 * @param postReport and {@code post}: the embedded post that holds the primary words
 * @param verdict {@code faithful}, {@code shifted} or {@code contradicted}
 */
public record PrimaryWords(int report, int attribution, int postReport, int post, String verdict, String why) {}
