package dateline.ingest.page;

/**
 * A page from which no article could be taken.
 *
 * @param where the place in the page, e.g. {@code character 1,048,576}; empty when it is the whole
 * @param why in words an editor understands, without a full stop
 */
public record PageRefused(String where, String why) implements PageReading {
    public PageRefused {
        if (why.isBlank()) {
            throw new IllegalArgumentException("page: refused without a reason");
        }
    }
}
