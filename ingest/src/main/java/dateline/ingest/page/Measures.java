package dateline.ingest.page;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** How much text of which kind stands below each element, summed in one walk. */
final class Measures {
    /** Shorter blocks are labels, credits and menu items more often than prose. */
    private static final int PROSE_LENGTH_MIN = 40;

    /** Blocks with more of their text in links are lists of links. */
    private static final double PROSE_LINK_RATIO_MAX = 0.4;

    /** Of one element and all below it. {@code first} and {@code last} are indexes of blocks; -1 when there is none. */
    static final class Sum {
        int chars;
        int linked;
        int prose;
        int proseBlocks;
        int blocks;
        int commas;
        int first = -1;
        int last = -1;

        double linkRatio() {
            return chars == 0 ? 0 : Math.min(1, linked / (double) chars);
        }

        private void add(Sum other) {
            chars += other.chars;
            linked += other.linked;
            prose += other.prose;
            proseBlocks += other.proseBlocks;
            blocks += other.blocks;
            commas += other.commas;
            first = first < 0 ? other.first : first;
            last = Math.max(last, other.last);
        }
    }

    private static final Sum NOTHING = new Sum();

    private final Map<Element, Sum> sums = new IdentityHashMap<>();

    Measures(Element root, List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Sum sum = sums.computeIfAbsent(block.holder(), key -> new Sum());
            sum.chars += block.text().length();
            sum.linked += block.linked();
            sum.blocks++;
            sum.commas += commas(block.text());
            if (isProse(block)) {
                sum.prose += block.text().length() - block.linked();
                sum.proseBlocks++;
            }
            sum.first = sum.first < 0 ? i : Math.min(sum.first, i);
            sum.last = Math.max(sum.last, i);
        }
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        // The sums are made on the way up.
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node != root && node instanceof Element element && element.parent() != null) {
                            Sum sum = sums.get(element);
                            if (sum != null) {
                                merge(element.parent(), sum);
                            }
                        }
                    }
                },
                root);
    }

    private void merge(Element parent, Sum sum) {
        Sum whole = sums.computeIfAbsent(parent, key -> new Sum());
        int first = sum.first >= 0 && whole.first >= 0 ? Math.min(sum.first, whole.first) : -1;
        whole.add(sum);
        whole.first = first >= 0 ? first : whole.first;
    }

    Sum of(Element element) {
        return sums.getOrDefault(element, NOTHING);
    }

    static boolean isProse(Block block) {
        return block.text().length() >= PROSE_LENGTH_MIN
                && block.linkRatio() < PROSE_LINK_RATIO_MAX
                && (block.text().indexOf(' ') > 0 || block.text().chars().anyMatch(c -> c > 0x7F));
    }

    static int commas(String text) {
        return (int) text.chars().filter(c -> c == ',' || c == '،' || c == '，').count();
    }
}
