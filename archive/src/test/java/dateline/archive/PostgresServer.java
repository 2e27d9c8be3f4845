package dateline.archive;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real PostgreSQL of the test's own: Debian's server, a new data folder, a free port, stopped at the end. PostgreSQL refuses to run as the
 * superuser, so as root it is started as the user {@code postgres} that its package makes.
 */
final class PostgresServer implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Process process;
    private int databases;

    private PostgresServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Empty when this machine has no PostgreSQL. */
    static Optional<PostgresServer> start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("dateline-postgres");
        boolean root = "root".equals(System.getProperty("user.name"));
        if (root) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        Path data = folder.resolve("data");
        run(as(
                root,
                programs.get().resolve("initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "dateline",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-N"));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(as(
                        root,
                        programs.get().resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        // A killed client is tested here, not a killed machine.
                        "fsync=off",
                        "-c",
                        "unix_socket_directories=" + folder))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        PostgresServer server = new PostgresServer(folder, port, process);
        for (int i = 0; i < 100; i++) {
            try {
                server.execute("postgres", "select 1");
                return Optional.of(server);
            } catch (java.sql.SQLException notYet) {
                Thread.sleep(100);
            }
        }
        server.close();
        throw new IOException("PostgreSQL did not start in ten seconds");
    }

    private static Optional<Path> programs() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(each -> each.resolve("bin"))
                    .filter(each ->
                            Files.isExecutable(each.resolve("initdb")) && Files.isExecutable(each.resolve("postgres")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static List<String> as(boolean root, String... command) {
        List<String> all = new ArrayList<>();
        if (root) {
            all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        }
        all.addAll(List.of(command));
        return all;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(new java.io.File("/tmp"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    void execute(String database, String sql) throws java.sql.SQLException {
        try (var connection = java.sql.DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=dateline");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The address of a new, empty database. */
    String newDatabase() throws java.sql.SQLException {
        String name = "archive" + ++databases;
        execute("postgres", "create database " + name);
        return "postgresql://dateline@127.0.0.1:" + port + "/" + name;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
