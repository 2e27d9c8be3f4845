package dateline.ingest.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A range of addresses.
 *
 * @param prefix bits of {@code base} that count
 */
public record Network(List<Byte> base, int prefix) {
    public Network {
        base = List.copyOf(base);
        if (prefix < 0 || prefix > base.size() * 8) {
            throw new IllegalArgumentException("network: a prefix of " + prefix + " bits in " + base.size() + " bytes");
        }
    }

    /** Networks that are nobody's public address: this host, private, link-local with the clouds' metadata, shared, test, many-to-many, reserved. */
    private static final List<Network> CLOSED = java.util.stream.Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "168.63.129.16/32",
                    "::/127",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .flatMap(each -> parse(each).stream())
            .toList();

    /** Reads {@code 10.0.0.0/8} or one address; names are not looked up. */
    public static Optional<Network> parse(String words) {
        String[] parts = words.strip().split("/", 2);
        if (!parts[0].matches("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.getByName(parts[0]).getAddress();
            int prefix = parts.length < 2 ? bytes.length * 8 : Integer.parseInt(parts[1]);
            return prefix < 0 || prefix > bytes.length * 8
                    ? Optional.empty()
                    : Optional.of(new Network(list(bytes), prefix));
        } catch (java.net.UnknownHostException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static List<Byte> list(byte[] bytes) {
        List<Byte> list = new java.util.ArrayList<>();
        for (byte each : bytes) {
            list.add(each);
        }
        return list;
    }

    public boolean holds(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != base.size()) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (base.get(bit / 8) & mask)) {
                return false;
            }
        }
        return true;
    }

    /** True when anybody may be at the address; one that wraps an IPv4 address is judged by that. */
    public static boolean isPublic(InetAddress address) {
        if (address instanceof Inet6Address) {
            Optional<InetAddress> inner = wrapped(address.getAddress());
            if (inner.isPresent()) {
                return isPublic(inner.get());
            }
        }
        return CLOSED.stream().noneMatch(each -> each.holds(address))
                && !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress();
    }

    /** The IPv4 address inside a mapped, compatible, translated (64:ff9b::/96) or 6to4 (2002::/16) address. */
    private static Optional<InetAddress> wrapped(byte[] bytes) {
        boolean zeros = true;
        for (int i = 0; i < 10; i++) {
            zeros &= bytes[i] == 0;
        }
        boolean mapped = zeros && bytes[10] == -1 && bytes[11] == -1;
        boolean compatible = zeros && bytes[10] == 0 && bytes[11] == 0 && (bytes[12] != 0 || bytes[13] != 0);
        boolean translated = bytes[0] == 0
                && bytes[1] == 0x64
                && bytes[2] == (byte) 0xff
                && bytes[3] == (byte) 0x9b
                && bytes[4] == 0
                && bytes[5] == 0;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        int from = sixToFour ? 2 : 12;
        if (!mapped && !compatible && !translated && !sixToFour) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByAddress(java.util.Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException("network: four bytes are an address", impossible);
        }
    }
}
