package dateline.app;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The program's surroundings, handed in so that tests can bring their own.
 *
 * @param terminal whether {@code out} is a terminal
 * @param progress whether {@code err} is a terminal, so that a line may be rewritten there
 * @param width columns of the terminal
 */
record Console(
        InputStream in, PrintStream out, PrintStream err, Clock clock, boolean terminal, boolean progress, int width) {
    private static final int WIDTH_DEFAULT = 80;
    private static final int WIDTH_MIN = 40;
    private static final int WIDTH_MAX = 120;

    /** The launcher knows what is a terminal; Java of before 22 cannot tell one stream from the other. */
    static Console ofProcess() {
        return new Console(
                System.in,
                System.out,
                System.err,
                Clock.systemDefaultZone(),
                Boolean.getBoolean("dateline.terminal.out"),
                Boolean.getBoolean("dateline.terminal.err"),
                width(System.getProperty("dateline.columns", "")));
    }

    static int width(String columns) {
        return columns.matches("\\d{1,4}")
                ? Math.clamp(Integer.parseInt(columns), WIDTH_MIN, WIDTH_MAX)
                : WIDTH_DEFAULT;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    void say(String sentence) {
        err.println("dateline: " + sentence);
    }
}
