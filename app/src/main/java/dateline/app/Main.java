package dateline.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Dateline's front door. */
@Command(
        name = "dateline",
        description = {
            "Reads many dated reports of an unfolding event and gives one sourced account of it.",
            "Offline: nothing leaves this machine, unless ingest or watch is given an address."
        },
        footer = {"", "Example:", "  dateline account reports/", "  dateline demo"},
        exitCodeListHeading = "%nExit codes:%n",
        version = "dateline 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    @Override
    public void run() {
        throw new WrongUsage("a command is needed: account, read, why, eval or demo");
    }

    public static void main(String[] arguments) {
        // Java's own choice for a pipe is the platform's charset, which on a bare system loses every quotation mark.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        Path home = Path.of(
                Optional.ofNullable(System.getenv("DATELINE_HOME")).orElse(System.getProperty("dateline.home", ".")));
        System.exit(run(Console.ofProcess(), ReaderNewsroom::open, home, arguments));
    }

    static int run(Console console, Newsroom.Door door, Path home, String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new AccountCommand(console, door))
                .addSubcommand(new ReadCommand(console, door))
                .addSubcommand(new WhyCommand(console, door))
                .addSubcommand(new EvalCommand(console))
                .addSubcommand(new IngestCommand(console))
                .addSubcommand(new WatchCommand(console))
                .addSubcommand(new StoriesCommand(console, door))
                .addSubcommand(new DemoCommand(console, door, home))
                .addSubcommand(new VerifyCommand(console))
                .addSubcommand(new BackupCommand(console))
                .addSubcommand(new RestoreCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new CommandLine.HelpCommand());
        line.setOut(new java.io.PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new java.io.PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.terminal() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(Math.max(80, console.width()));
        withExitCodes(line);
        line.setParameterExceptionHandler(
                (wrong, args) -> wrong(console, wrong.getCommandLine(), String.valueOf(wrong.getMessage())));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof WrongUsage wrong) {
                return wrong(console, command, String.valueOf(wrong.getMessage()));
            }
            console.say("a promise of the program was broken: " + failure.getMessage() + " ("
                    + failure.getClass().getSimpleName() + ").");
            if (System.getenv("DATELINE_TRACE") != null) {
                failure.printStackTrace(console.err());
            }
            return Exit.NOT_RUNNABLE;
        });
        return line.execute(arguments);
    }

    /** The parser's own words for a value that is none of the allowed ones, which it shouts. */
    private static final Pattern NONE_OF = Pattern.compile(
            "Invalid value for option '([^']*)': expected one of \\[(.*)] \\(case-insensitive\\) but was '(.*)'");

    private static String plain(String message) {
        Matcher none = NONE_OF.matcher(message);
        return none.matches()
                ? none.group(1) + ": '" + none.group(3) + "' is none of "
                        + none.group(2).toLowerCase(Locale.ROOT)
                : message;
    }

    private static int wrong(Console console, CommandLine line, String message) {
        console.say(plain(message).replaceAll("\\s*\\R\\s*", "; ").replaceFirst("\\.$", "") + ".");
        console.err().println("  'dateline " + path(line) + "--help' tells how.");
        return Exit.USAGE;
    }

    private static String path(CommandLine line) {
        return line.getParent() == null ? "" : line.getCommandName() + " ";
    }

    private static void withExitCodes(CommandLine line) {
        line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
        java.util.Map<String, String> codes = new java.util.LinkedHashMap<>();
        for (String each : Exit.LIST) {
            codes.put(each.substring(0, 1), each.substring(2));
        }
        line.getCommandSpec().usageMessage().exitCodeList(codes);
        line.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        if (line.getParent() == null) {
            line.getCommandSpec()
                    .addOption(CommandLine.Model.OptionSpec.builder("-V", "--version")
                            .versionHelp(true)
                            .description("Show the version.")
                            .build());
        }
        line.getSubcommands().values().stream()
                .filter(each -> !(each.getCommand() instanceof CommandLine.HelpCommand))
                .forEach(Main::withExitCodes);
    }
}
