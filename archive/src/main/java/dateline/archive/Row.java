package dateline.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row of a table, as it is written, copied and checked.
 *
 * @param texts the text columns in order, with an empty one where the bytes stand
 */
record Row(Table table, long number, List<Optional<String>> texts, byte[] bytes) {
    private static final byte[] NONE = {};

    Row {
        texts = List.copyOf(texts);
        if (texts.size() != table.columns().size()) {
            throw new IllegalArgumentException(
                    "archive: a row of " + table.word() + " with " + texts.size() + " values");
        }
    }

    static Row of(Table table, long number, List<Optional<String>> texts) {
        return new Row(table, number, texts, NONE);
    }

    /** From columns {@code from} on of the result: number, then the table's columns. */
    static Row read(Table table, ResultSet result, int from) throws SQLException {
        List<Optional<String>> texts = new ArrayList<>();
        byte[] bytes = NONE;
        for (int i = 0; i < table.columns().size(); i++) {
            if (i == table.bytesAt()) {
                byte[] found = result.getBytes(from + 1 + i);
                bytes = found == null ? NONE : found;
                texts.add(Optional.empty());
            } else {
                texts.add(Optional.ofNullable(result.getString(from + 1 + i)));
            }
        }
        return new Row(table, result.getLong(from), texts, bytes);
    }

    /** Hash of everything in the row. The lengths keep the borders between values, bytes stand by their hash. */
    String digest() {
        StringBuilder all =
                new StringBuilder().append(table.word()).append('\n').append(number);
        for (int i = 0; i < texts.size(); i++) {
            all.append('\n');
            if (i == table.bytesAt()) {
                all.append(Sha256.of(bytes));
            } else {
                texts.get(i)
                        .ifPresent(text -> all.append(text.length()).append(' ').append(text));
            }
        }
        return Sha256.of(all.toString());
    }

    String text(String column) {
        return texts.get(table.columns().indexOf(column)).orElse("");
    }
}
