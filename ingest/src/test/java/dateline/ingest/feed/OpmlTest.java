package dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpmlTest {
    @Test
    void whatIsWrittenIsReadBack() {
        List<Opml.Listed> listed = List.of(
                new Opml.Listed("https://coast.example/rss?a=1&b=2", Optional.of("Coast \"Post\""), ""),
                new Opml.Listed("https://wire.example/rss", Optional.of("Wire"), "Agencies/Home"),
                new Opml.Listed("https://radio.example/rss", Optional.of("Radio"), "Broadcast"));
        byte[] opml = Opml.write("My <feeds>", listed).getBytes(StandardCharsets.UTF_8);
        assertThat(Opml.read(opml)).containsExactlyElementsOf(listed);
    }

    @Test
    void aListWithEntitiesOfItsOwnIsNotRead() {
        String opml =
                "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body><outline xmlUrl=\"&x;\"/></body></opml>";
        assertThat(Opml.read(opml.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
