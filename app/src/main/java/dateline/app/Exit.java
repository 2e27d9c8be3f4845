package dateline.app;

/** What the program's exit code says. */
final class Exit {
    static final int FINE = 0;
    static final int NOTHING_READ = 1;
    static final int USAGE = 2;
    static final int SOME_LEFT_OUT = 3;
    static final int NOT_WRITTEN = 4;
    static final int NOT_RUNNABLE = 5;
    static final int BROKEN = 6;

    static final String[] LIST = {
        "0:Fine.",
        "1:Nothing could be read.",
        "2:The command line, or a file it names such as the decisions, is not right.",
        "3:Done, but some inputs were left out; standard error says which and why.",
        "4:The output could not be written.",
        "5:The program cannot run: no Java, no model, or the build failed.",
        "6:The archive does not hold what its log says; standard error names the first entry."
    };

    private Exit() {}
}
