package dateline.ingest.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * Takes the article's paragraphs out of a page. After the idea of Arc90's Readability: blocks of prose vote for the elements
 * they stand in, links count against them; the marks that news pages carry (articleBody, article) are asked first, and what
 * stands in the page's JSON-LD decides which blocks belong to the article where it gives the text.
 * Known weakness: an article set in several columns of equal weight far apart in the tree loses all but one.
 */
final class ArticleText {
    /** Thresholds of the choice; ratios are shares of characters of prose. Chosen on the even half of article_extraction. */
    private record Policy(
            int voteLengthMin,
            int voteLevels,
            double markedRatioMin,
            double markedOtherRatioMax,
            double bodyRatioMin,
            double rivalRatioMin,
            double madeRatioMin,
            int thinLengthMax,
            double bulkRatioMin,
            double protectedRatioMin,
            int leftLengthMin,
            double leftRatioMin,
            double hiddenRatioMax,
            double siblingRatioMin,
            double boxRatioMax,
            double endRatioMax,
            int articleBodyLengthMin,
            double coveredRatioMin,
            int resultLengthMin) {
        static final Policy USUAL = new Policy(
                25, 5, 0.7, 0.3, 0.6, 0.75, 0.95, 150, 0.6, 0.5, 400, 0.12, 0.4, 0.2, 0.3, 0.6, 200, 0.8, 300);
    }

    private static final Policy POLICY = Policy.USUAL;

    private static final String NEVER =
            "script, style, noscript, template, svg, iframe, object, embed, button, select, input,"
                    + " textarea, canvas, audio, video, picture, source, figcaption, head, link, meta, math, datalist, progress, map";

    private static final String NEVER_UNLESS_LARGE = "form, nav, dialog, aside, footer, [hidden], [aria-hidden=true],"
            + " [role=navigation], [role=banner], [role=complementary], [role=contentinfo], [role=dialog],"
            + " [role=alertdialog], [role=menu], [role=menubar], [role=search], [style~=(?i)display\\s*:\\s*none]";

    private static final Set<String> PRUNED = new LinkedHashSet<>(List.of(
            "div",
            "section",
            "ul",
            "ol",
            "dl",
            "table",
            "header",
            "aside",
            "footer",
            "nav",
            "form",
            "fieldset",
            "details",
            "center",
            "figure",
            "tr",
            "tbody"));

    private final Furniture furniture = new Furniture();
    private final String embeds = String.join(", ", WordLists.lines("embeds.txt"));

    /** The article's blocks, in the order of the page. */
    record Taken(List<String> paragraphs, int posts) {
        int length() {
            return paragraphs.stream().mapToInt(String::length).sum();
        }
    }

    Taken take(Document given, LinkedData data, Optional<String> title) {
        Document document = given.clone();
        posts(document);
        document.select(NEVER).remove();
        Taken strict = take(document.clone(), data, title, true);
        if (strict.length() >= POLICY.resultLengthMin()) {
            return strict;
        }
        Taken best = strict;
        Taken lenient = take(document, data, title, false);
        if (lenient.length() > best.length() * 3) {
            best = lenient;
        }
        if (best.length() < POLICY.resultLengthMin()) {
            Optional<Document> inside = templates(given);
            if (inside.isPresent()) {
                posts(inside.get());
                inside.get().select(NEVER).remove();
                Taken hidden = take(inside.get(), data, title, true);
                if (hidden.length() > best.length() * 3) {
                    best = hidden;
                }
            }
        }
        if (best.length() < POLICY.thinLengthMax()) {
            Element body = document.body();
            Element bulk = bulk(body, new Measures(body, Block.below(body)));
            prune(bulk);
            Taken spread = taken(trimmed(Block.below(bulk), title));
            if (spread.length() > best.length() * 3) {
                best = spread;
            }
        }
        return best;
    }

    /** Some publishing systems deliver the article in a template or a noscript element and let a script unpack it. */
    private static Optional<Document> templates(Document given) {
        StringBuilder html = new StringBuilder();
        for (Element each :
                given.select("script[type=text/template], script[type=text/x-template], template, noscript")) {
            html.append("<div>")
                    .append(each.normalName().equals("script") ? each.data() : each.html())
                    .append("</div>");
        }
        return html.isEmpty() || Markup.tooMuch(html.toString()).isPresent()
                ? Optional.empty()
                : Optional.of(Markup.tree(html.toString()))
                        .filter(tree -> Markup.tooLarge(tree).isEmpty());
    }

    private Taken take(Document document, LinkedData data, Optional<String> title, boolean byNames) {
        Element body = document.body();
        removeUnlessLarge(body);
        Optional<String> given =
                data.body().map(ArticleText::plain).filter(words -> words.length() >= POLICY.articleBodyLengthMin());
        List<Block> all = given.isPresent() ? Block.below(body) : List.of();
        if (byNames) {
            removeFurniture(body, title);
        }
        List<Element> roots = choose(body, title);
        List<Block> chosen = new ArrayList<>();
        for (Element root : roots) {
            prune(root);
            chosen.addAll(Block.below(root));
        }
        List<Block> kept = trimmed(chosen, title);
        if (given.isPresent()) {
            return withGiven(given.get(), kept, all, title);
        }
        return taken(kept);
    }

    private static Taken taken(List<Block> blocks) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> paragraphs = new ArrayList<>();
        int posts = 0;
        for (Block block : blocks) {
            // The same paragraph again farther down is a copy for narrow screens or a pulled quotation.
            if (block.text().length() < 60
                    || seen.add(block.text())
                    || block.text().equals(paragraphs.getLast())) {
                paragraphs.add(block.text());
                posts += block.post() ? 1 : 0;
            }
        }
        return new Taken(paragraphs, posts);
    }

    // ---- what is no article whatever it says

    private static void removeUnlessLarge(Element body) {
        Measures measures = new Measures(body, Block.below(body));
        int all = measures.of(body).chars;
        for (Element element : body.select(NEVER_UNLESS_LARGE)) {
            if (element != body && measures.of(element).chars <= all * POLICY.hiddenRatioMax()) {
                element.remove();
            }
        }
    }

    private void removeFurniture(Element body, Optional<String> title) {
        List<Block> blocks = Block.below(body);
        Measures measures = new Measures(body, blocks);
        int all = measures.of(body).prose;
        int headline = headline(blocks, title);
        List<Element> unwanted = new ArrayList<>();
        NodeTraversor.traverse(
                (Node node, int depth) -> {
                    if (node instanceof Element element && element != body && !isKept(element)) {
                        Measures.Sum sum = measures.of(element);
                        // What readers say can be ten times as long as the article, but the headline does not stand in
                        // it.
                        boolean headed = sum.first >= 0 && sum.first <= headline && headline <= sum.last;
                        int left = all - sum.prose;
                        boolean enough = headed
                                ? sum.prose <= all * POLICY.protectedRatioMin()
                                : left >= Math.max(POLICY.leftLengthMin(), all * POLICY.leftRatioMin());
                        boolean small = sum.prose <= all * POLICY.protectedRatioMin();
                        if (enough && furniture.isApart(element) || small && furniture.isFurniture(element)) {
                            unwanted.add(element);
                        }
                    }
                },
                body);
        unwanted.forEach(Element::remove);
    }

    /** The block that prints the page's title; -1 when none does. */
    private static int headline(List<Block> blocks, Optional<String> title) {
        String wanted = Words.squeezed(title.orElse(""));
        int first = -1;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).isHeading()
                    && !wanted.isEmpty()
                    && blocks.get(i).text().length() <= title.orElse("").length() * 2
                    && Words.squeezed(blocks.get(i).text()).equals(wanted)) {
                return i;
            }
            if (first < 0 && blocks.get(i).holder().normalName().equals("h1")) {
                first = i;
            }
        }
        return first;
    }

    private static boolean isKept(Element element) {
        String tag = element.normalName();
        return tag.equals("article") || tag.equals("main") || element.hasAttr("data-post");
    }

    // ---- which elements hold the article

    private List<Element> choose(Element body, Optional<String> title) {
        List<Block> blocks = Block.below(body);
        Measures measures = new Measures(body, blocks);
        List<Element> roots = new ArrayList<>(roots(body, blocks, measures));
        Measures.Sum first = measures.of(roots.getFirst());
        int headline = headline(blocks, title);
        for (Element each : body.getAllElements()) {
            Measures.Sum sum = measures.of(each);
            // Some systems set the first paragraph apart from the body, between the headline and the picture.
            if (sum.proseBlocks == 1
                    && sum.blocks <= 2
                    && sum.first > headline
                    && sum.last < first.first
                    && sum.linkRatio() < 0.3
                    && furniture.isLead(each)) {
                roots.addFirst(each);
                break;
            }
        }
        return roots;
    }

    private List<Element> roots(Element body, List<Block> blocks, Measures measures) {
        Map<Element, Double> votes = new IdentityHashMap<>();
        List<Element> order = new ArrayList<>();
        for (Block block : blocks) {
            if (block.text().length() >= POLICY.voteLengthMin()) {
                vote(block, body, votes, order);
            }
        }
        votes.replaceAll((each, vote) -> vote * (1 - measures.of(each).linkRatio()));
        Element best = common(order, votes, body);
        for (Element up = best.parent(); up != null && up != body.parent(); up = up.parent()) {
            // A parent gets half of its children's votes: when it has more than one of them, others below it have as
            // many.
            if (votes.getOrDefault(up, 0.0) > votes.getOrDefault(best, 0.0)) {
                best = up;
            }
        }
        Make make = make(best, blocks, measures);
        best = widened(best, make, body, blocks, measures);
        Optional<Element> marked = marked(best, make, body, blocks, measures);
        if (marked.isPresent()) {
            return List.of(marked.get());
        }
        return withSiblings(best, body, votes, measures);
    }

    private void vote(Block block, Element body, Map<Element, Double> votes, List<Element> order) {
        double vote = (1 + Measures.commas(block.text()) + Math.min(block.text().length() / 100, 3))
                * (1 - block.linkRatio());
        Element holder = block.holder();
        if (holder.normalName().equals("li") || block.isHeading()) {
            vote *= 0.3;
        }
        boolean paragraph = holder != body && holder.children().stream().noneMatch(Block::breaks);
        Element up = paragraph && holder.parent() != null ? holder.parent() : holder;
        for (int level = 0;
                up != null && up != body.parent() && level < POLICY.voteLevels();
                level++, up = up.parent()) {
            if (!votes.containsKey(up)) {
                order.add(up);
                votes.put(up, tagWeight(up) + nameWeight(up));
            }
            double divider = level == 0 ? 1 : level == 1 ? 2 : level * 3;
            votes.merge(up, vote / divider, Double::sum);
        }
    }

    private static double tagWeight(Element element) {
        return switch (element.normalName()) {
            case "article" -> 10;
            case "div", "section", "main" -> 5;
            case "pre", "td", "blockquote" -> 3;
            case "ul", "ol", "dl", "form", "address" -> -3;
            case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
            default -> 0;
        };
    }

    private double nameWeight(Element element) {
        return furniture.isBody(element) ? 30 : furniture.isArticle(element) ? 20 : 0;
    }

    /** The smallest element that holds most of the page's prose: for pages whose text is spread thin over many sections. */
    private static Element bulk(Element body, Measures measures) {
        double least = measures.of(body).prose * POLICY.bulkRatioMin();
        Element bulk = body;
        Optional<Element> inner = Optional.of(body);
        while (inner.isPresent()) {
            bulk = inner.get();
            inner = bulk.children().stream()
                    .filter(each -> measures.of(each).prose >= least)
                    .findFirst();
        }
        return bulk;
    }

    /** The element with most votes; when three or more have nearly as many, what holds them together. */
    private static Element common(List<Element> order, Map<Element, Double> votes, Element body) {
        List<Element> ranked = new ArrayList<>(order);
        ranked.sort(Comparator.comparingDouble((Element each) -> -votes.getOrDefault(each, 0.0)));
        if (ranked.isEmpty()) {
            return body;
        }
        Element best = ranked.getFirst();
        double least = votes.getOrDefault(best, 0.0) * POLICY.rivalRatioMin();
        List<Element> rivals = ranked.stream()
                .limit(5)
                .filter(each -> votes.getOrDefault(each, 0.0) >= least)
                .toList();
        if (rivals.size() >= 3) {
            for (Element up = best; up != null && up != body; up = up.parent()) {
                Element outer = up;
                if (rivals.stream()
                                .filter(each -> each != outer && contains(outer, each))
                                .count()
                        >= 3) {
                    return up;
                }
            }
        }
        return best;
    }

    /**
     * How the paragraphs of an article are made: tag and class of most of its prose. Publishing systems that cut an article into
     * rows give all its paragraphs one class, and no other text of the page has it.
     *
     * @param name empty when they have no class in common
     */
    private record Make(String name) {
        boolean of(Block block) {
            return !name.isEmpty() && Measures.isProse(block) && name(block).equals(name);
        }

        static String name(Block block) {
            return block.holder().normalName() + "."
                    + block.holder().className().strip();
        }

        int below(Element root, List<Block> blocks, Measures measures) {
            Measures.Sum sum = measures.of(root);
            int length = 0;
            for (int i = Math.max(0, sum.first); i <= sum.last; i++) {
                length += of(blocks.get(i)) ? blocks.get(i).text().length() : 0;
            }
            return length;
        }
    }

    private static Make make(Element best, List<Block> blocks, Measures measures) {
        Map<String, Integer> makes = new LinkedHashMap<>();
        Measures.Sum sum = measures.of(best);
        for (int i = Math.max(0, sum.first); i <= sum.last; i++) {
            if (Measures.isProse(blocks.get(i))) {
                makes.merge(Make.name(blocks.get(i)), blocks.get(i).text().length(), Integer::sum);
            }
        }
        String name = "";
        int most = sum.prose / 2;
        for (Map.Entry<String, Integer> each : makes.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                name = each.getKey();
            }
        }
        return new Make(name.endsWith(".") ? "" : name);
    }

    /** Goes up to what holds the other paragraphs of the same make, unless that holds as much else. */
    private static Element widened(Element best, Make make, Element body, List<Block> blocks, Measures measures) {
        Element chosen = best;
        int own = 0;
        for (Block block : blocks) {
            if (make.of(block)) {
                own += block.text().length();
                while (chosen != body && chosen.parent() != null && !contains(chosen, block.holder())) {
                    chosen = chosen.parent();
                }
            }
        }
        return own >= measures.of(chosen).prose * 0.5 && measures.of(chosen).linkRatio() < 0.3 ? chosen : best;
    }

    /** An element that is marked as the article, when it agrees with the votes. */
    private Optional<Element> marked(Element best, Make make, Element body, List<Block> blocks, Measures measures) {
        int prose = measures.of(best).prose;
        double made = make.below(best, blocks, measures) * POLICY.madeRatioMin();
        for (String query : List.of("[itemprop=articleBody]", "[property=articleBody]")) {
            List<Element> marked = outermost(body.select(query), measures, prose * POLICY.markedOtherRatioMax());
            if (marked.size() == 1 && measures.of(marked.getFirst()).prose >= prose * POLICY.bodyRatioMin()) {
                return Optional.of(marked.getFirst());
            }
        }
        // Inside what the votes chose, the innermost element that is named for the body and holds nearly all of it.
        Element narrow = best;
        for (Element each : best.getAllElements()) {
            if (furniture.isBody(each)
                    && measures.of(each).prose >= prose * POLICY.markedRatioMin()
                    && measures.of(each).prose <= measures.of(narrow).prose
                    && make.below(each, blocks, measures) >= made) {
                narrow = each;
            }
        }
        if (furniture.isBody(narrow)) {
            return Optional.of(narrow);
        }
        for (String query : List.of("article", "[role=article]", "[role=main]", "main")) {
            List<Element> marked = outermost(body.select(query), measures, prose * POLICY.markedOtherRatioMax());
            // Several articles on one page are a front page or a list of teasers: the votes know better.
            if (marked.size() == 1
                    && measures.of(marked.getFirst()).prose >= prose * POLICY.markedRatioMin()
                    && related(marked.getFirst(), best)) {
                return Optional.of(marked.getFirst());
            }
        }
        return Optional.empty();
    }

    private static List<Element> outermost(List<Element> elements, Measures measures, double proseMin) {
        List<Element> outermost = new ArrayList<>();
        for (Element each : elements) {
            if (measures.of(each).prose > proseMin && (outermost.isEmpty() || !contains(outermost.getLast(), each))) {
                outermost.add(each);
            }
        }
        return outermost;
    }

    private static boolean related(Element one, Element other) {
        return contains(one, other) || contains(other, one);
    }

    private static boolean contains(Element outer, Element inner) {
        for (Element up = inner; up != null; up = up.parent()) {
            if (up == outer) {
                return true;
            }
        }
        return false;
    }

    /** Neighbours of the chosen element that carry votes of their own, or prose that stands loose beside it. */
    private static List<Element> withSiblings(
            Element best, Element body, Map<Element, Double> votes, Measures measures) {
        if (best == body || best.parent() == null) {
            return List.of(best);
        }
        double least = Math.max(10, votes.getOrDefault(best, 0.0) * POLICY.siblingRatioMin());
        List<Element> chosen = new ArrayList<>();
        for (Element each : best.parent().children()) {
            Measures.Sum sum = measures.of(each);
            double bonus = !best.className().isEmpty() && each.className().equals(best.className()) ? least : 0;
            boolean voted = votes.containsKey(each) && votes.get(each) + bonus >= least && sum.linkRatio() < 0.3;
            boolean loose = each.normalName().equals("p") && sum.prose > 80 && sum.linkRatio() < 0.25;
            boolean equal = sum.prose >= measures.of(best).prose * 0.5
                    && sum.linkRatio() < 0.1
                    && each.normalName().equals(best.normalName());
            if (each == best || voted || loose || equal) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    // ---- what stands inside the article without being of it

    private void prune(Element root) {
        List<Block> blocks = Block.below(root);
        Measures measures = new Measures(root, blocks);
        int prose = measures.of(root).prose;
        Set<Element> unwanted = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Element> order = new ArrayList<>();
        for (Element each : root.getAllElements()) {
            if (each != root
                    && PRUNED.contains(each.normalName())
                    && measures.of(each).prose <= prose * POLICY.protectedRatioMin()
                    && isLinks(each, measures.of(each))
                    && unwanted.add(each)) {
                order.add(each);
            }
        }
        for (Block block : blocks) {
            if (furniture
                    .label(block.text())
                    .filter(label -> label == Furniture.Label.BOX)
                    .isPresent()) {
                order.addAll(box(block, root, measures, prose));
            }
        }
        order.forEach(Element::remove);
    }

    private boolean isLinks(Element element, Measures.Sum sum) {
        if (sum.chars == 0 || sum.commas >= 10 && sum.linkRatio() < 0.5) {
            return false;
        }
        boolean list = element.normalName().equals("ul") || element.normalName().equals("ol");
        double most = list || furniture.isArticle(element) || sum.prose > 0 ? 0.5 : 0.3;
        return sum.linkRatio() > most;
    }

    /** The element that a label heads; where the label stands loose, what follows it up to the next prose or heading. */
    private static List<Element> box(Block label, Element root, Measures measures, int prose) {
        Element box = label.holder();
        if (box == root) {
            return List.of();
        }
        int first = measures.of(box).first;
        while (box.parent() != null
                && box.parent() != root
                && measures.of(box.parent()).first == first
                && measures.of(box.parent()).prose <= prose * POLICY.boxRatioMax()) {
            box = box.parent();
        }
        List<Element> unwanted = new ArrayList<>(List.of(box));
        boolean loose = measures.of(box).blocks == 1;
        for (Element next = box.nextElementSibling(); loose && next != null; next = next.nextElementSibling()) {
            Measures.Sum sum = measures.of(next);
            boolean links = sum.chars == 0 || sum.linkRatio() > 0.4;
            if (!links || next.normalName().matches("h[1-6]")) {
                break;
            }
            unwanted.add(next);
        }
        return unwanted;
    }

    private List<Block> trimmed(List<Block> blocks, Optional<String> title) {
        int prose = blocks.stream()
                .filter(Measures::isProse)
                .mapToInt(each -> each.text().length())
                .sum();
        String heading = Words.squeezed(title.orElse(""));
        int before = 0;
        List<Block> kept = new ArrayList<>();
        for (Block block : blocks) {
            Optional<Furniture.Label> label = furniture.label(block.text());
            if (label.filter(each -> each == Furniture.Label.END).isPresent()
                    && before >= POLICY.articleBodyLengthMin()
                    && prose - before <= prose * POLICY.endRatioMax()) {
                break;
            }
            if (label.isPresent() && !block.post()) {
                continue;
            }
            boolean headline = before == 0 && block.holder().normalName().equals("h1")
                    || (before == 0 || block.isHeading())
                            && block.text().length() <= title.orElse("").length() * 2
                            && Words.squeezed(block.text()).equals(heading);
            boolean credit = before == 0 && Words.isCredit(block.text());
            boolean links = block.linkRatio() > 0.5 && block.text().length() < 200 && !Words.endsSentence(block.text());
            if (!headline && !credit && (!links || block.post())) {
                kept.add(block);
                before += Measures.isProse(block) ? block.text().length() : 0;
            }
        }
        while (!kept.isEmpty() && kept.getLast().isHeading()) {
            kept.removeLast();
        }
        return kept;
    }

    // ---- the text that the page's JSON-LD gives

    /** JSON-LD gives the words but mostly not the paragraphs: the page's own paragraphs are kept where they are the same words. */
    private Taken withGiven(String given, List<Block> chosen, List<Block> all, Optional<String> title) {
        Words.Runs runs = new Words.Runs(given);
        List<Block> same = new ArrayList<>();
        int first = all.size();
        int last = -1;
        for (int i = 0; i < all.size(); i++) {
            if (Measures.isProse(all.get(i)) && runs.holds(all.get(i).text())) {
                first = Math.min(first, i);
                last = i;
            }
        }
        for (int i = first; i <= last; i++) {
            if (runs.holds(all.get(i).text())) {
                same.add(all.get(i));
            }
        }
        same = trimmed(same, title);
        int chosenLength =
                chosen.stream().mapToInt(each -> each.text().length()).sum();
        if (runs.covered(same) >= POLICY.coveredRatioMin()) {
            // The page's text may go on where the given body was cut off.
            boolean cut =
                    given.strip().endsWith("…") || given.strip().endsWith("...") || chosenLength > given.length() * 1.6;
            return taken(cut && runs.covered(chosen) >= POLICY.coveredRatioMin() ? chosen : same);
        }
        if (runs.covered(chosen) >= POLICY.coveredRatioMin()
                || chosenLength >= given.length() * POLICY.coveredRatioMin()) {
            return taken(chosen);
        }
        List<String> lines = given.lines()
                .map(Spaces::single)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? taken(chosen) : new Taken(lines, 0);
    }

    private static String plain(String words) {
        if (!words.contains("<p") && !words.contains("</") && !words.contains("<br")) {
            return words.contains("&") ? org.jsoup.parser.Parser.unescapeEntities(words, false) : words;
        }
        StringBuilder plain = new StringBuilder();
        Block.below(Jsoup.parse(words).body())
                .forEach(block -> plain.append(block.text()).append('\n'));
        return plain.toString();
    }

    // ---- embedded posts

    /** Embedded posts become one paragraph in the form of their signature, which the layout of reports knows. */
    private void posts(Document document) {
        for (Element quote : document.select(embeds)) {
            String words = Spaces.single(quote.text());
            if (!words.isEmpty()) {
                quote.replaceWith(new Element("p").attr("data-post", "1").appendChild(new TextNode(words)));
            }
        }
    }
}
