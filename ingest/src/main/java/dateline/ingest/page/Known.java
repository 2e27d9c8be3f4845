package dateline.ingest.page;

/**
 * Something a page says about itself, and where it says so.
 *
 * @param how what kind of evidence it is
 * @param where the very place, e.g. {@code meta article:published_time}
 */
public record Known<T>(T value, How how, String where) {
    public Known {
        if (where.isBlank()) {
            throw new IllegalArgumentException("page: '" + value + "' is known from nowhere");
        }
    }
}
