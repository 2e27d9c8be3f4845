package dateline.eval;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/** One measure that can be taken with {@code dateline eval NAME --data DIR}. */
public interface Task {
    /** What it is called on the command line. */
    String name();

    /**
     * Scores Dateline on what lies below {@code data}.
     *
     * @param data a folder; files of the task's formats are found anywhere below it, or the file itself
     * @param predictions where to write the raw predictions, one JSON object a line, when asked to
     * @param progress for a line now and then; nothing printed there is a result
     * @throws IOException when a file cannot be read or written, or when nothing below {@code data} fits the task
     */
    Scores run(Path data, Optional<Path> predictions, PrintStream progress) throws IOException;
}
