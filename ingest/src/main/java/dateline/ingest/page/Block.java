package dateline.ingest.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * A run of words between two breaks of the layout: a paragraph, a heading, an item, a cell.
 *
 * @param text single spaces, none at the ends; never empty
 * @param linked characters of it that stand in links
 * @param holder the innermost element that breaks the line around it
 * @param post whether it is an embedded post
 */
record Block(String text, int linked, Element holder, boolean post) {
    private static final Set<String> BREAKS = new LinkedHashSet<>(List.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "blockquote",
            "pre",
            "td",
            "th",
            "dd",
            "dt",
            "div",
            "section",
            "article",
            "main",
            "ul",
            "ol",
            "dl",
            "table",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "caption",
            "figure",
            "figcaption",
            "header",
            "footer",
            "aside",
            "nav",
            "address",
            "center",
            "hr",
            "details",
            "summary",
            "form",
            "fieldset",
            "body",
            "hgroup",
            "option",
            "legend"));

    /** Share of its characters in links, 0 to 1. */
    double linkRatio() {
        return Math.min(1, linked / (double) text.length());
    }

    boolean isHeading() {
        String tag = holder.normalName();
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }

    static boolean breaks(Element element) {
        return BREAKS.contains(element.normalName());
    }

    /** The blocks below {@code root}, in the order of the page; one walk, whatever the depth. */
    static List<Block> below(Element root) {
        List<Block> blocks = new ArrayList<>();
        NodeTraversor.traverse(new Walk(root, blocks), root);
        return blocks;
    }

    private static final class Walk implements NodeVisitor {
        private final Element root;
        private final List<Block> blocks;
        private final StringBuilder words = new StringBuilder();
        private final List<Element> holders = new ArrayList<>();
        private int links;
        private int linked;

        Walk(Element root, List<Block> blocks) {
            this.root = root;
            this.blocks = blocks;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                String given = text.getWholeText();
                words.append(given);
                if (links > 0) {
                    linked += given.strip().length();
                }
            } else if (node instanceof Element element) {
                if (element.normalName().equals("a")) {
                    links++;
                } else if (element.normalName().equals("br")) {
                    words.append('\uE000');
                } else if (breaks(element)) {
                    close();
                    holders.add(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.normalName().equals("a")) {
                    links--;
                } else if (breaks(element)) {
                    close();
                    holders.removeLast();
                }
            }
        }

        /** Two line breaks in a row are how old pages set paragraphs; one is how verse and addresses are set. */
        private void close() {
            if (words.isEmpty()) {
                return;
            }
            Element holder = holders.isEmpty() ? root : holders.getLast();
            String all = Spaces.single(words);
            int share = linked;
            words.setLength(0);
            linked = 0;
            List<String> pieces = pieces(all);
            for (String piece : pieces) {
                String text = Spaces.single(piece);
                if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    int part = pieces.size() == 1
                            ? share
                            : (int) ((long) share * text.length() / Math.max(1, all.length()));
                    blocks.add(new Block(text, Math.min(part, text.length()), holder, holder.hasAttr("data-post")));
                }
            }
        }

        private static List<String> pieces(String all) {
            List<String> pieces = new ArrayList<>();
            StringBuilder piece = new StringBuilder();
            int breaks = 0;
            for (int i = 0; i < all.length(); i++) {
                char c = all.charAt(i);
                if (c == '\uE000') {
                    breaks++;
                } else if (c != ' ' && breaks > 1) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                    breaks = 0;
                } else if (c != ' ') {
                    breaks = 0;
                }
                piece.append(c == '\uE000' ? ' ' : c);
            }
            pieces.add(piece.toString());
            return pieces;
        }
    }
}
