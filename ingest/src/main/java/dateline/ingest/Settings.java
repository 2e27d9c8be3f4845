package dateline.ingest;

import dateline.ingest.text.Moment;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the caller knows about the inputs.
 *
 * @param today the day of reading: a report cannot come from after it
 * @param published the day or instant of publication of reports that carry none themselves
 * @param standardInput what the path {@code -} reads
 */
public record Settings(LocalDate today, Optional<Moment> published, InputStream standardInput) {
    public static Settings of(LocalDate today) {
        return new Settings(today, Optional.empty(), InputStream.nullInputStream());
    }
}
