package dateline.ingest.jsonl;

import dateline.report.Report;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of JSON Lines that reports are added to, each once; {@code account} reads it. A line cut off by a crash is left as it is. */
public final class ReportFile implements AutoCloseable {
    private final Set<String> kept = new LinkedHashSet<>();
    private final BufferedWriter out;

    public ReportFile(Path file) throws IOException {
        boolean cut = false;
        if (Files.exists(file)) {
            try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    id(line);
                }
            }
            cut = Files.size(file) > 0 && !endsWithNewline(file);
        }
        out = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (cut) {
            out.newLine();
        }
    }

    private static boolean endsWithNewline(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(channel.size() - 1);
            java.nio.ByteBuffer last = java.nio.ByteBuffer.allocate(1);
            return channel.read(last) == 1 && last.get(0) == '\n';
        }
    }

    private void id(String line) {
        try {
            JsonNode id = JsonMapper.shared().readTree(line).get("id");
            if (id != null && id.isString()) {
                kept.add(id.stringValue());
            }
        } catch (JacksonException cutOff) {
            // A line that was cut off holds no report; the report is added again.
            return;
        }
    }

    /** Adds the report and writes it through; false when it was there already. */
    public boolean add(Report report) throws IOException {
        if (!kept.add(report.id().sha256())) {
            return false;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", report.id().sha256());
        report.publishedAt()
                .map(Object::toString)
                .or(() -> report.published().map(Object::toString))
                .ifPresent(each -> fields.put("published", each));
        report.outlet().ifPresent(each -> fields.put("outlet", each));
        report.title().ifPresent(each -> fields.put("title", each));
        report.address().ifPresent(each -> fields.put("address", each));
        fields.put("origin", report.file());
        fields.put("notes", report.notes());
        fields.put("text", report.quote(report.body()));
        out.write(JsonMapper.shared().writeValueAsString(fields));
        out.newLine();
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
