package dateline.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Reading and writing the links of the log. */
final class Log {
    private Log() {}

    static void insert(Handle handle, Entry entry) {
        handle.createUpdate("insert into log (number, what, digest, previous, hash) values (?, ?, ?, ?, ?)")
                .bind(0, entry.number())
                .bind(1, entry.what())
                .bind(2, entry.digest())
                .bind(3, entry.previous())
                .bind(4, entry.hash())
                .execute();
    }

    static Entry entry(ResultSet result) throws SQLException {
        return new Entry(
                result.getLong(1), result.getString(2), result.getString(3), result.getString(4), result.getString(5));
    }
}
