package dateline.archive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tables whose rows are entries in the log. The first column is always {@code number}, the entry's place.
 *
 * @see Row
 */
enum Table {
    CONTENT("sha256", "bytes!"),
    SIGHTING("sha256", "address", "arrived", "captured", "headers", "extractor", "taken", "published"),
    REJECTION("origin", "place", "reason", "sha256", "arrived"),
    MADE("sha256", "kind", "version", "bytes!", "arrived"),
    DOCUMENT("kind", "name", "bytes!", "arrived");

    private final List<String> columns;
    private final int bytesAt;

    Table(String... columns) {
        this.columns =
                List.of(columns).stream().map(each -> each.replace("!", "")).toList();
        this.bytesAt = this.columns.indexOf("bytes");
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Table> of(String word) {
        for (Table table : values()) {
            if (table.word().equals(word)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** Its columns behind {@code number}. */
    List<String> columns() {
        return columns;
    }

    /** The place in {@link #columns} of the one that holds bytes, -1 when none does. */
    int bytesAt() {
        return bytesAt;
    }

    String insert() {
        return "insert into " + word() + " (number, " + String.join(", ", columns) + ") values (?"
                + ", ?".repeat(columns.size()) + ")";
    }

    String select() {
        return columns.stream().map(each -> "t." + each).collect(Collectors.joining(", ", "t.number, ", ""));
    }
}
