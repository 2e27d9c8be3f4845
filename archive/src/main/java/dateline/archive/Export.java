package dateline.archive;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The archive in forms that outlive this program: {@code reports.warc.gz} holds every report's bytes as a {@code resource}
 * record, {@code archive.jsonl} one line for every other row, every link of the log and every state. From the two an equal
 * archive is rebuilt, with the same head.
 */
public final class Export {
    static final String SCHEMA = "dateline/export/1";
    static final String LINES = "archive.jsonl";
    static final String WARC = "reports.warc.gz";

    private static final String NUMBER = "X-Dateline-Number";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Export() {}

    /** Writes one moment of the archive into a new folder. {@code done} is told the number of rows written. */
    public static void write(Archive archive, Path folder, LongConsumer done) throws IOException {
        if (Files.exists(folder)) {
            throw new ArchiveTrouble(folder + " exists already; an export goes into a new folder");
        }
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        Copy.delete(part);
        boolean whole = false;
        try {
            Files.createDirectories(part);
            archive.database().snapshot(handle -> {
                long[] rows = {0};
                try (OutputStream warc = Files.newOutputStream(part.resolve(WARC));
                        BufferedWriter lines = Files.newBufferedWriter(part.resolve(LINES))) {
                    WarcWriter writer =
                            new WarcWriter(java.nio.channels.Channels.newChannel(warc), WarcCompression.GZIP);
                    lines.write(JSON.createObjectNode().put("schema", SCHEMA) + "\n");
                    for (Table table : Table.values()) {
                        Copy.rows(handle, table, row -> {
                            if (table == Table.CONTENT) {
                                writer.write(resource(row));
                            } else {
                                lines.write(line(row) + "\n");
                            }
                            done.accept(++rows[0]);
                        });
                    }
                    Copy.entries(handle, entry -> lines.write(line(entry) + "\n"));
                    for (Copy.State state : Copy.states(handle)) {
                        lines.write(JSON.createObjectNode()
                                        .put("what", "state")
                                        .put("name", state.name())
                                        .put("bytes", Base64.getEncoder().encodeToString(state.bytes()))
                                + "\n");
                    }
                }
                return rows[0];
            });
            Files.move(part, folder);
            whole = true;
        } finally {
            if (!whole) {
                Copy.delete(part);
            }
        }
    }

    private static WarcResource resource(Row row) throws IOException {
        // The addresses stand in the lines, as many as there are; here bytes are named by what they are.
        return new WarcResource.Builder(URI.create("urn:sha256:" + row.text("sha256")))
                .date(Instant.EPOCH)
                .setHeader("WARC-Payload-Digest", "sha256:" + row.text("sha256"))
                .setHeader(NUMBER, String.valueOf(row.number()))
                .body(MediaType.OCTET_STREAM, row.bytes())
                .build();
    }

    private static ObjectNode line(Row row) {
        ObjectNode line =
                JSON.createObjectNode().put("what", row.table().word()).put("number", row.number());
        for (int i = 0; i < row.texts().size(); i++) {
            String column = row.table().columns().get(i);
            if (i == row.table().bytesAt()) {
                line.put(column, Base64.getEncoder().encodeToString(row.bytes()));
            } else {
                row.texts().get(i).ifPresent(text -> line.put(column, text));
            }
        }
        return line;
    }

    private static ObjectNode line(Entry entry) {
        return JSON.createObjectNode()
                .put("what", "log")
                .put("number", entry.number())
                .put("of", entry.what())
                .put("digest", entry.digest())
                .put("previous", entry.previous())
                .put("hash", entry.hash());
    }

    /** Whether a folder holds an export. */
    public static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(LINES)) && Files.isRegularFile(folder.resolve(WARC));
    }

    /** Fills an empty archive from an export, in one transaction. A line that is none of ours stops it, and nothing is kept. */
    public static Verification rebuild(Path folder, Location into, LongConsumer done) throws IOException {
        try (Archive to = Archive.open(into)) {
            Copy.requireEmpty(to);
            to.database().write(handle -> {
                long rows = content(folder.resolve(WARC), handle, done);
                return lines(folder.resolve(LINES), handle, done, rows);
            });
            return Verification.of(to);
        }
    }

    private static long content(Path warc, Handle handle, LongConsumer done) throws IOException {
        long rows = 0;
        try (WarcReader reader = new WarcReader(warc)) {
            for (Optional<WarcRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                Optional<String> number = record.get().headers().first(NUMBER);
                Optional<String> sha256 =
                        record.get().headers().first("WARC-Payload-Digest").map(each -> each.replace("sha256:", ""));
                if (number.isEmpty() || sha256.isEmpty() || !number.get().matches("\\d{1,18}")) {
                    throw new ArchiveTrouble(
                            warc + ": a record after " + rows + " others is none of a Dateline export");
                }
                byte[] bytes = record.get().body().stream().readAllBytes();
                Archive.insert(
                        handle,
                        new Row(Table.CONTENT, Long.parseLong(number.get()), List.of(sha256, Optional.empty()), bytes));
                done.accept(++rows);
            }
        } catch (org.netpreserve.jwarc.ParsingException broken) {
            throw new ArchiveTrouble(warc + ": broken after " + rows + " records", broken);
        }
        return rows;
    }

    private static long lines(Path file, Handle handle, LongConsumer done, long before) throws IOException {
        long rows = before;
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                try {
                    JsonNode node = JSON.readTree(line);
                    if (number == 1) {
                        if (!node.path("schema").asString("").equals(SCHEMA)) {
                            throw new ArchiveTrouble(file + ": line 1 does not say " + SCHEMA);
                        }
                        continue;
                    }
                    keep(node, handle);
                } catch (JacksonException | IllegalArgumentException broken) {
                    throw new ArchiveTrouble(file + ": line " + number + " is none of a Dateline export", broken);
                }
                done.accept(++rows);
            }
        }
        return rows;
    }

    private static void keep(JsonNode node, Handle handle) {
        String what = node.path("what").asString("");
        long number = node.path("number").asLong(0);
        if (what.equals("log")) {
            Log.insert(
                    handle,
                    new Entry(
                            number,
                            node.path("of").asString(),
                            node.path("digest").asString(),
                            node.path("previous").asString(),
                            node.path("hash").asString()));
            return;
        }
        byte[] bytes = Base64.getDecoder().decode(node.path("bytes").asString(""));
        if (what.equals("state")) {
            Copy.state(handle, new Copy.State(node.path("name").asString(), bytes));
            return;
        }
        Table table = Table.of(what).orElseThrow(() -> new IllegalArgumentException("archive: no table " + what));
        List<Optional<String>> texts = new ArrayList<>();
        for (String column : table.columns()) {
            JsonNode value = node.get(column);
            texts.add(value == null || column.equals("bytes") ? Optional.empty() : Optional.of(value.asString()));
        }
        Archive.insert(handle, new Row(table, number, texts, bytes));
    }
}
