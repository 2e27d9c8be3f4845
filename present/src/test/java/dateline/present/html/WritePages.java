package dateline.present.html;

import dateline.codec.TerminalStory;
import dateline.present.HostileStory;
import dateline.present.LargeStory;
import dateline.present.ReadStory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes the pages that the browser checks look at. */
public final class WritePages {
    private WritePages() {}

    public static void main(String[] arguments) throws IOException {
        into(Path.of(arguments[0]));
    }

    static void into(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("terminal.html"), HtmlPage.render(TerminalStory.account(), TerminalStory.reports()));
        Files.writeString(
                folder.resolve("hostile.html"), HtmlPage.render(HostileStory.account(), HostileStory.reports()));
        Files.writeString(folder.resolve("payloads.json"), asJson(HostileStory.PAYLOADS));
        Files.writeString(folder.resolve("large.html"), HtmlPage.render(LargeStory.account(), LargeStory.reports()));
        Files.writeString(folder.resolve("read-hostile.html"), ReadHtml.render(ReadStory.hostile()));
        Files.writeString(folder.resolve("read.html"), ReadHtml.render(ReadStory.analysis()));
    }

    /** A list of texts in ASCII: halves of characters, which UTF-8 cannot hold, are among the attacks. */
    private static String asJson(List<String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() > 1 ? ",\"" : "\"");
            text.chars().forEach(unit -> json.append(String.format(Locale.ROOT, "\\u%04x", unit)));
            json.append('"');
        }
        return json.append("]").toString();
    }
}
