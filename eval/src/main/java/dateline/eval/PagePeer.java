package dateline.eval;

import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** The peer of the extraction measure, run on the same pages in the same process: readability4j. */
final class PagePeer {
    static final String NAME = "readability4j 1.0.8";

    private PagePeer() {}

    /** The text that readability4j takes out of the page, blocks parted by line breaks; empty when it takes none. */
    static String text(String html) {
        String content =
                new Readability4J("https://page.example/a", html).parse().getContent();
        return content == null ? "" : plain(content);
    }

    /** The words of an HTML fragment, blocks parted by line breaks: read apart from our extractor, so that its faults show. */
    static String plain(String html) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                (Node node, int depth) -> {
                    if (node instanceof TextNode words) {
                        text.append(words.getWholeText());
                    } else if (node instanceof Element element
                            && (element.isBlock() || element.normalName().equals("br"))) {
                        text.append('\n');
                    }
                },
                Jsoup.parse(html).body());
        return text.toString();
    }
}
