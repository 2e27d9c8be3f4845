package dateline.ingest.fetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of fetching an address. */
public sealed interface Fetched {
    /**
     * The document.
     *
     * @param address where it was found in the end
     * @param headers names in small letters
     * @param moved the address that lastingly replaces the one asked for, if the server said so at every hop
     */
    record Document(String address, byte[] bytes, Map<String, List<String>> headers, Optional<String> moved)
            implements Fetched {
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(List::getFirst);
        }
    }

    /** The server says that nothing has changed since. */
    record Unchanged() implements Fetched {}

    /**
     * Nothing came.
     *
     * @param why in words an editor understands, without a full stop
     * @param status the server's, 0 without one
     * @param retryAfterSeconds when the server asked to wait
     * @param lasting whether trying again is of no use: refused by policy, gone, no such address
     */
    record Failed(String address, String why, int status, Optional<Long> retryAfterSeconds, boolean lasting)
            implements Fetched {
        public String sentence() {
            return address + ": " + why + ".";
        }
    }
}
