package dateline.app;

import java.util.function.IntConsumer;

/** Says on a terminal how far the reading has come, once it has taken a while; elsewhere stays silent. */
final class Progress implements IntConsumer {
    private static final long SILENT_NANOS = 2_000_000_000L;

    private final Console console;
    private final int all;
    private final long start = System.nanoTime();

    Progress(Console console, int all) {
        this.console = console;
        this.all = all;
    }

    @Override
    public synchronized void accept(int done) {
        if (console.progress() && System.nanoTime() - start > SILENT_NANOS) {
            console.err().print("\rread " + done + " of " + all + " reports" + (done == all ? "\n" : ""));
            console.err().flush();
        }
    }
}
