package dateline.ingest.fetch;

import java.time.Duration;
import java.util.List;

/**
 * What a fetch may cost and where it may go.
 *
 * @param agent how Dateline names itself, with an address to complain to
 * @param bytesMax longest answer, in bytes once unpacked
 * @param ratioMax bytes that one packed byte may become
 * @param timeMax for one fetch with all its redirects
 * @param redirectsMax hops after the first
 * @param pause least time between two requests to one host
 * @param robots whether robots.txt is asked and obeyed
 * @param allowed networks that may be reached although they are not public, e.g. {@code 127.0.0.0/8}
 */
public record FetchPolicy(
        String agent,
        int bytesMax,
        int ratioMax,
        Duration timeMax,
        int redirectsMax,
        Duration pause,
        boolean robots,
        List<Network> allowed) {
    public FetchPolicy {
        allowed = List.copyOf(allowed);
    }

    /** Values for news sites: pages have up to some 10 MB, and two seconds between requests is what crawlers keep. */
    public static FetchPolicy usual(String contact) {
        return new FetchPolicy(
                "Dateline/0.1 (+" + contact + ")",
                24 << 20,
                200,
                Duration.ofSeconds(30),
                6,
                Duration.ofSeconds(2),
                true,
                List.of());
    }
}
