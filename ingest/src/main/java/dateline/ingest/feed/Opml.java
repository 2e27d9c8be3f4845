package dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Lists of feeds, as readers of feeds exchange them. */
public final class Opml {
    private Opml() {}

    /**
     * One feed of a list.
     *
     * @param folder what it is filed under, outermost first, parted by slashes; empty at the top
     */
    public record Listed(String address, Optional<String> title, String folder) {}

    private static final int DEPTH_MAX = 60;

    public static List<Listed> read(byte[] bytes) {
        if (!(XmlText.withoutDoctype(XmlText.decode(bytes, Optional.empty()).text())
                instanceof XmlText.Prolog.Plain plain)) {
            return List.of();
        }
        Document document = Parser.xmlParser().setMaxDepth(DEPTH_MAX).parseInput(plain.text(), "");
        List<Listed> listed = new ArrayList<>();
        for (Element outline : document.getAllElements()) {
            if (Names.local(outline).equals("outline")) {
                Words.attribute(outline, "xmlUrl")
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .ifPresent(address -> listed.add(new Listed(address, title(outline), folder(outline))));
            }
        }
        return listed;
    }

    private static Optional<String> title(Element outline) {
        return Words.attribute(outline, "title")
                .filter(each -> !each.isBlank())
                .or(() -> Words.attribute(outline, "text"))
                .map(String::strip)
                .filter(each -> !each.isEmpty());
    }

    private static String folder(Element outline) {
        List<String> names = new ArrayList<>();
        for (Element each = outline.parent(); each != null; each = each.parent()) {
            if (Names.local(each).equals("outline")) {
                title(each).ifPresent(names::addFirst);
            }
        }
        return String.join("/", names);
    }

    public static String write(String title, List<Listed> listed) {
        StringBuilder opml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>"
                        + escaped(title) + "</title></head>\n<body>\n");
        String folder = "";
        List<Listed> sorted = listed.stream()
                .sorted(java.util.Comparator.comparing(Listed::folder))
                .toList();
        for (Listed each : sorted) {
            if (!each.folder().equals(folder)) {
                opml.append(folder.isEmpty() ? "" : "</outline>\n".repeat(folder.split("/").length));
                for (String name : each.folder().split("/")) {
                    opml.append("<outline text=\"").append(escaped(name)).append("\">\n");
                }
                folder = each.folder();
            }
            String text = escaped(each.title().orElse(each.address()));
            opml.append("<outline type=\"rss\" text=\"")
                    .append(text)
                    .append("\" title=\"")
                    .append(text)
                    .append("\" xmlUrl=\"")
                    .append(escaped(each.address()))
                    .append("\"/>\n");
        }
        return opml.append(folder.isEmpty() ? "" : "</outline>\n".repeat(folder.split("/").length))
                .append("</body>\n</opml>\n")
                .toString();
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
