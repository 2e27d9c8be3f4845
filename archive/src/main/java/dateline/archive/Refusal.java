package dateline.archive;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that came and was not taken in.
 *
 * @param origin the file, address or source
 * @param where the place in it; empty when it is the whole
 * @param why in words an editor understands, without a full stop
 * @param sha256 hash of the bytes refused, where there were any
 */
public record Refusal(String origin, String where, String why, Optional<String> sha256, Instant arrived) {}
