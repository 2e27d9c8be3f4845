package dateline.ingest.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Takes the article's paragraphs out of a page. After the idea of Arc90's Readability (paragraphs vote for the elements
 * they stand in, links count against them), with the marks that news pages carry (articleBody, article) asked first.
 * Known weakness: an article broken over several columns of equal weight loses all but one.
 */
final class ArticleText {
    /** Paragraphs shorter than this do not vote. */
    private static final int VOTE_LENGTH_MIN = 25;

    /** An element marked as the article is believed when it holds at least this share of the text that the votes chose. */
    private static final double MARKED_RATIO_MIN = 0.7;

    /** A second element so marked with more than this share of the text makes the mark worthless. */
    private static final double MARKED_OTHER_RATIO_MAX = 0.3;

    /** Blocks with more of their text in links than this are lists of links. */
    private static final double LINK_RATIO_MAX = 0.5;

    /** An element named like furniture stays when it holds most of the page's text after all. */
    private static final double FURNITURE_RATIO_MAX = 0.5;

    private static final Set<String> BLOCKS = Set.of(
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
            "body");
    private static final String NEVER =
            "script, style, noscript, template, svg, iframe, object, embed, form, nav, button, select, input,"
                    + " textarea, canvas, audio, video, picture, source, figcaption, dialog, head, link, meta, [hidden],"
                    + " [aria-hidden=true]:not(:has(p)), [role=navigation], [role=banner], [role=complementary],"
                    + " [role=contentinfo], [role=dialog], [role=alertdialog], [role=menu], [role=search],"
                    + " [style~=(?i)display\\s*:\\s*none]";
    private static final Pattern NAME_PARTS = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

    private final Set<String> notArticle = new LinkedHashSet<>(WordLists.lines("not-article.txt"));
    private final List<String> article = WordLists.lines("article.txt");

    /** A result shorter than this was perhaps cut away with something only named like furniture. */
    private static final int RESULT_LENGTH_MIN = 300;

    String take(Document given, LinkedData data, Optional<String> title) {
        String strict = take(given, data, title, true);
        if (strict.length() >= RESULT_LENGTH_MIN) {
            return strict;
        }
        String lenient = take(given, data, title, false);
        return lenient.length() > strict.length() * 3 ? lenient : strict;
    }

    private String take(Document given, LinkedData data, Optional<String> title, boolean byNames) {
        Document document = given.clone();
        document.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
        posts(document);
        document.select(NEVER).remove();
        Element body = document.body();
        int all = Math.max(1, body.text().length());
        for (Element element : body.select("*")) {
            if (byNames
                    && element.parent() != null
                    && isFurniture(element)
                    && element.text().length() < all * FURNITURE_RATIO_MAX) {
                element.remove();
            }
        }
        Element chosen = choose(body);
        List<String> blocks = blocks(chosen, title);
        Optional<String> articleBody = data.body().map(ArticleText::plain).filter(words -> words.length() >= 200);
        if (articleBody.isPresent()) {
            blocks = withGiven(articleBody.get(), blocks, body, title);
        }
        return String.join("\n\n", blocks);
    }

    /** JSON-LD gives the words but mostly not the paragraphs: the page's own paragraphs are kept where they are the same words. */
    private List<String> withGiven(String given, List<String> blocks, Element body, Optional<String> title) {
        String words = squeeze(given);
        List<String> same = new ArrayList<>();
        int covered = 0;
        for (String block : blocks(body, title)) {
            String squeezed = squeeze(block);
            if (squeezed.length() > 1 && words.contains(squeezed)) {
                same.add(block);
                covered += squeezed.length();
            }
        }
        int chosen = blocks.stream().mapToInt(block -> squeeze(block).length()).sum();
        if (covered >= words.length() * 0.8) {
            // The page's text may go on where the given body was cut off.
            boolean cut = given.strip().endsWith("…") || given.strip().endsWith("...") || chosen > words.length() * 2;
            return cut && blocks.containsAll(same) ? blocks : same;
        }
        if (chosen >= words.length() * 0.8) {
            return blocks;
        }
        List<String> lines =
                given.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.isEmpty() ? blocks : lines;
    }

    private static String squeeze(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String plain(String words) {
        return words.contains("<p") || words.contains("</")
                ? org.jsoup.Jsoup.parse(words.replaceAll("(?i)<(?:/p|br\\s*/?)>", "\n"))
                        .wholeText()
                : words;
    }

    /** Embedded posts become one paragraph in the form of their signature, which the layout of reports knows. */
    private static void posts(Document document) {
        for (Element quote :
                document.select("blockquote.twitter-tweet, blockquote.twitter-video, blockquote.mastodon-embed,"
                        + " blockquote.bluesky-embed")) {
            Embedded parts = Embedded.of(quote);
            if (!parts.words().isEmpty()) {
                quote.replaceWith(new Element("p")
                        .attr("data-post", "1")
                        .text(parts.words() + (parts.signature().isEmpty() ? "" : " " + parts.signature())));
            }
        }
    }

    private record Embedded(String words, String signature) {
        private static final Pattern SIGNATURE = Pattern.compile("(?:—|–|--)\\s*[^—–]*\\([@\\w.]+\\).*$");

        static Embedded of(Element quote) {
            String all = quote.text().replaceAll("\\s+", " ").strip();
            Matcher signature = SIGNATURE.matcher(all);
            return signature.find()
                    ? new Embedded(
                            all.substring(0, signature.start()).strip(),
                            signature.group().strip())
                    : new Embedded(all, "");
        }
    }

    private boolean isFurniture(Element element) {
        String tag = element.normalName();
        if (tag.equals("body") || tag.equals("article") || tag.equals("main") || element.hasAttr("data-post")) {
            return false;
        }
        if (tag.equals("aside") || tag.equals("footer")) {
            return true;
        }
        return hasPart(element.className(), notArticle) || hasPart(element.id(), notArticle);
    }

    private static boolean hasPart(String names, Set<String> parts) {
        for (String name : names.split("\\s+")) {
            if (name.isEmpty()) {
                continue;
            }
            String[] cut = NAME_PARTS.split(name);
            for (int from = 0; from < cut.length; from++) {
                StringBuilder joined = new StringBuilder();
                for (int to = from; to < Math.min(cut.length, from + 3); to++) {
                    joined.append(to > from ? "-" : "").append(cut[to].toLowerCase(Locale.ROOT));
                    if (parts.contains(joined.toString())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Element choose(Element body) {
        Map<Element, Double> votes = new IdentityHashMap<>();
        List<Element> order = new ArrayList<>();
        for (Element paragraph : body.select("p, pre, blockquote, td, li, div")) {
            boolean leaf = !paragraph.normalName().equals("div")
                    || paragraph
                            .select("> p, > div, > section, > article, > ul, > table")
                            .isEmpty();
            String words = paragraph.normalName().equals("div") ? paragraph.ownText() : paragraph.text();
            if (!leaf || words.length() < VOTE_LENGTH_MIN) {
                continue;
            }
            double vote = (1 + words.chars().filter(c -> c == ',').count() + Math.min(words.length() / 100, 3))
                    * (1 - linkRatio(paragraph));
            double share = paragraph.normalName().equals("li") ? 0.3 : 1;
            Element up = paragraph.normalName().equals("div") ? paragraph : paragraph.parent();
            for (int level = 0; up != null && level < 4; level++, up = up.parent()) {
                if (!votes.containsKey(up)) {
                    order.add(up);
                    votes.put(up, nameWeight(up));
                }
                votes.merge(up, vote * share, Double::sum);
                share = level == 0 ? share * 0.6 : share * 0.5;
            }
        }
        Element best = body;
        double most = 0;
        for (Element each : order) {
            double vote = votes.getOrDefault(each, 0.0) * (1 - linkRatio(each));
            if (vote > most) {
                most = vote;
                best = each;
            }
        }
        best = widen(best, body);
        int bestLength = textLength(best);
        for (String query : List.of("[itemprop=articleBody]", "article", "[role=main]", "main")) {
            List<Element> marked = body.select(query).stream()
                    .filter(each -> textLength(each) > bestLength * MARKED_OTHER_RATIO_MAX)
                    .toList();
            // Several articles on one page are a front page or a list of teasers: the votes know better.
            if (marked.size() == 1
                    && textLength(marked.getFirst()) >= bestLength * MARKED_RATIO_MIN
                    && (query.startsWith("[item") || contains(marked.getFirst(), best))) {
                return marked.getFirst();
            }
        }
        return best;
    }

    private static boolean contains(Element outer, Element inner) {
        return inner == outer || inner.parents().contains(outer);
    }

    /** Goes up while the parent holds much more of the article than the chosen part does (text in several sections). */
    private static Element widen(Element best, Element body) {
        Element chosen = best;
        for (Element up = best.parent(); up != null && up != body.parent(); up = up.parent()) {
            if (textLength(up) > textLength(chosen) * 1.25
                    && linkRatio(up) < 0.25
                    && paragraphs(up) > paragraphs(chosen) * 1.25) {
                chosen = up;
            }
        }
        return chosen;
    }

    private static long paragraphs(Element element) {
        return element.select("p").stream()
                .filter(each -> each.text().length() >= VOTE_LENGTH_MIN * 2 && linkRatio(each) < LINK_RATIO_MAX)
                .count();
    }

    private static int textLength(Element element) {
        return element.select("p, pre, blockquote > :not(p), li").stream()
                .mapToInt(each -> each.text().length())
                .sum();
    }

    private double nameWeight(Element element) {
        String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
        double weight = switch (element.normalName()) {
            case "article" -> 10;
            case "div", "section", "main" -> 5;
            case "pre", "td", "blockquote" -> 3;
            case "ul", "ol", "dl", "form", "address", "th" -> -3;
            default -> 0;
        };
        return article.stream().anyMatch(names::contains) ? weight + 25 : weight;
    }

    private static double linkRatio(Element element) {
        int all = element.text().length();
        if (all == 0) {
            return 0;
        }
        int links = element.select("a").stream()
                .mapToInt(each -> each.text().length() * (each.attr("href").startsWith("#") ? 3 : 10) / 10)
                .sum();
        return Math.min(1, links / (double) all);
    }

    private static List<String> blocks(Element root, Optional<String> title) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        int[] links = {0};
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            block.append(text.getWholeText());
                            if (text.parent() instanceof Element parent && parent.closest("a") != null) {
                                links[0] += text.text().strip().length();
                            }
                        } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                            close(block, links, blocks, title);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                            close(block, links, blocks, title);
                        }
                    }
                },
                root);
        close(block, links, blocks, title);
        return blocks;
    }

    private static void close(StringBuilder block, int[] links, List<String> blocks, Optional<String> title) {
        String raw = block.toString();
        int linked = links[0];
        block.setLength(0);
        links[0] = 0;
        // Two line breaks in a row are how old pages set paragraphs; one is how verse and addresses are set.
        for (String piece : raw.split("[ \\t\\u00A0]*\\n[ \\t\\u00A0]*\\n\\s*")) {
            String words = piece.replaceAll("[\\s\\u00A0]+", " ").strip();
            boolean list = linked > words.length() * LINK_RATIO_MAX
                    && words.length() < 200
                    && !words.matches(".*[.!?][\"”’]?");
            boolean heading = blocks.isEmpty()
                    && title.isPresent()
                    && squeeze(title.get()).equals(squeeze(words));
            if (!words.isEmpty() && !list && !heading && words.codePoints().anyMatch(Character::isLetterOrDigit)) {
                blocks.add(words);
            }
        }
    }
}
