package dateline.app;

import java.util.function.LongConsumer;

/** Says on a terminal, every thousand rows, how far a copy has come. */
final class Rows {
    private static final long STEP = 1000;

    private Rows() {}

    static LongConsumer on(Console console, String done) {
        return rows -> {
            if (console.progress() && rows % STEP == 0) {
                console.err().print("\r" + done + " " + rows + " rows");
                console.err().flush();
            }
        };
    }
}
