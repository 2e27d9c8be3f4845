package dateline.archive;

import java.nio.file.Path;

/** Where an archive is: a folder of this machine, or a database that several share. */
public sealed interface Location {
    /** A folder that holds {@code archive.sqlite}. */
    record Folder(Path path) implements Location {
        Path file() {
            return path.resolve("archive.sqlite");
        }

        Path lock() {
            return path.resolve("archive.lock");
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A PostgreSQL database, by its address without password. */
    record Database(String jdbc, String shown) implements Location {
        @Override
        public String toString() {
            return shown;
        }
    }

    /** {@code postgresql://user:password@host:5432/name} (or the same behind {@code jdbc:}) is a database; anything else names a folder. */
    static Location of(String words) {
        String plain = words.startsWith("jdbc:") ? words.substring("jdbc:".length()) : words;
        if (!plain.matches("postgres(ql)?:.*")) {
            return new Folder(Path.of(words));
        }
        java.net.URI uri;
        try {
            uri = new java.net.URI(plain.replaceFirst("^postgres:", "postgresql:"));
        } catch (java.net.URISyntaxException wrong) {
            throw new IllegalArgumentException(
                    "the archive's address is not of the form postgresql://user:password@host:5432/name", wrong);
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "the archive's address names no host: postgresql://user:password@host:5432/name is expected");
        }
        StringBuilder jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            jdbc.append(':').append(uri.getPort());
        }
        jdbc.append(uri.getRawPath());
        String separator = "?";
        if (uri.getRawQuery() != null) {
            jdbc.append('?').append(uri.getRawQuery());
            separator = "&";
        }
        if (uri.getRawUserInfo() != null) {
            String[] parts = uri.getRawUserInfo().split(":", 2);
            jdbc.append(separator).append("user=").append(parts[0]);
            if (parts.length == 2) {
                jdbc.append("&password=").append(parts[1]);
            }
        }
        return new Database(jdbc.toString(), "postgresql://" + uri.getHost() + uri.getRawPath());
    }
}
