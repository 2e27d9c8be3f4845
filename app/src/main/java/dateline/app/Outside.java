package dateline.app;

import dateline.ingest.fetch.FetchPolicy;
import dateline.ingest.fetch.Fetcher;
import dateline.ingest.fetch.Network;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of the commands that go out to the network. */
final class Outside {
    @Option(
            names = "--contact",
            paramLabel = "ADDRESS",
            description = "Where a site's keeper can reach you; it is sent with every request.")
    private String contact = "";

    @Option(
            names = "--allow",
            paramLabel = "NETWORK",
            description = "A network that may be reached although it is not public, e.g. 10.1.0.0/16. May be repeated.")
    private List<String> allowed = List.of();

    Fetcher fetcher() {
        if (contact.isBlank()) {
            throw new WrongUsage(
                    "--contact is needed to fetch from the network: an address of yours for the sites' keepers");
        }
        List<Network> networks = new ArrayList<>();
        for (String each : allowed) {
            networks.add(Network.parse(each)
                    .orElseThrow(() -> new WrongUsage("--allow: '" + each + "' is no network (10.1.0.0/16)")));
        }
        FetchPolicy usual = FetchPolicy.usual(contact.replaceAll("[\\r\\n]", ""));
        return new Fetcher(new FetchPolicy(
                usual.agent(),
                usual.bytesMax(),
                usual.ratioMax(),
                usual.timeMax(),
                usual.redirectsMax(),
                usual.pause(),
                usual.robots(),
                networks));
    }
}
