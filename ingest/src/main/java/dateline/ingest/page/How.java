package dateline.ingest.page;

/** Where something about a page is known from, best evidence first. */
public enum How {
    /** JSON-LD in the page. */
    LINKED_DATA("its JSON-LD", false),
    /** Elements marked with {@code itemprop}, or the older marks of hNews and RDFa. */
    MICRODATA("its marked elements", false),
    /** {@code meta} and {@code link} elements of the head. */
    METADATA("its metadata", false),
    /** A {@code time} element. */
    TIME_ELEMENT("a time element", false),
    /** The page's own address. */
    ADDRESS("its address", true),
    /** Words that a reader sees. */
    VISIBLE_TEXT("words printed on it", true);

    private final String words;
    private final boolean guess;

    How(String words, boolean guess) {
        this.words = words;
        this.guess = guess;
    }

    /** In words that fit behind "known from". */
    public String words() {
        return words;
    }

    /** True where the page does not say what the thing is and we read it so. */
    public boolean isGuess() {
        return guess;
    }
}
