package dateline.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes a result to standard output, or to a file that is whole or not there at all. */
final class Output {
    private Output() {}

    /** Why {@code file} could not be written, found out before the long work; empty when it can. */
    static Optional<String> obstacle(Path file) {
        Path folder = folder(file);
        if (Files.isDirectory(file)) {
            return Optional.of(file + " is a folder; name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of("there is no folder " + folder + " for the output " + file.getFileName());
        }
        if (isDevice(file)) {
            return Optional.empty();
        }
        if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
            return Optional.of(file + " cannot be written: permission denied");
        }
        return Optional.empty();
    }

    /** Prints the text, or writes it to {@code file}; gives back {@code done}, or that it could not be written. */
    static int deliver(String text, Optional<Path> file, Console console, int done) {
        String whole = text.endsWith("\n") ? text : text + "\n";
        if (file.isEmpty()) {
            console.out().print(whole);
            console.out().flush();
            return console.out().checkError() ? Exit.NOT_WRITTEN : done;
        }
        try {
            write(file.get(), whole);
            return done;
        } catch (IOException failure) {
            console.say(file.get() + " could not be written; nothing was left half-written.");
            return Exit.NOT_WRITTEN;
        }
    }

    static void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (isDevice(file)) {
            Files.write(file, bytes);
            return;
        }
        Path part = Files.createTempFile(folder(file), "." + file.getFileName(), ".part");
        try {
            Files.write(part, bytes);
            openToOthers(part, file);
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException otherwise) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Temporary files are private; the result gets the rights of the file it replaces, or the usual ones. */
    private static void openToOthers(Path part, Path file) throws IOException {
        try {
            Files.setPosixFilePermissions(
                    part,
                    Files.exists(file)
                            ? Files.getPosixFilePermissions(file)
                            : java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        } catch (UnsupportedOperationException notPosix) {
            // Other systems give a new file the rights of its folder.
            return;
        }
    }

    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
