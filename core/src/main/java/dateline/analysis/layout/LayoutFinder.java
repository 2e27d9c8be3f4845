package dateline.analysis.layout;

import dateline.analysis.Lexicon;
import dateline.report.Report;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the layout of a report. When in doubt a paragraph is reporting: what is left out must show a sign of not being it. */
public final class LayoutFinder {
    /** Longest sub-heading, in words; the longest between paragraphs of the stories has ten. */
    private static final int HEADING_WORDS_MAX = 11;

    private static final int QUESTION_HEADING_WORDS_MAX = 8;

    /** Longest sub-heading run into the end of a paragraph, in words. */
    private static final int TRAILING_HEADING_WORDS_MAX = 4;

    /** As many paragraphs ending in the same bracketed credit are a picture gallery. */
    private static final int GALLERY_CAPTIONS_MIN = 3;

    /** Readers' comments may be cut off only below this many paragraphs of report. */
    private static final int PROSE_BEFORE_COMMENTS_MIN = 3;

    private static final Pattern CAPITAL_HEADING =
            Pattern.compile("(?<=[.!?][\"”’)]{0,2}\\s)((?:[\\p{Lu}][\\p{Lu}'’\\-]+[,"
                    + " ]*){2,6})(?=$|\\s*[\"“'‘]?[\\p{Lu}][\\p{Ll}]|\\s*[\"“'‘]?[AI] [\\p{Ll}])");
    // What looks like a stop may close an initial or a title ("Thomas W. Lind", "Gov. Osei"): a real one follows a
    // word.
    private static final Pattern TRAILING_HEADING = Pattern.compile(
            "(?<=(?:\\p{Ll}{3}|\\d{2}|\\p{Lu}{2})[.!?][\"”’)]{0,2}\\s)(?<!\\b(?:Prof|Capt|Supt|Insp|Messrs|Revd)\\.\\s)([\"“'‘]?[\\p{Lu}][^.!?:;,\\n]{2,50}?[\"”'’]?)$");
    private static final Pattern BRACKET_END = Pattern.compile("\\(([A-Z][\\w.&’'/ -]{1,40})\\)$");
    private static final Pattern BULLET = Pattern.compile("^(?:[-–—•*·▪◦>]|\\d{1,2}[.)])\\s+\\S.*");
    private static final Pattern QUESTION = Pattern.compile(
            "(?i)^(?:who|what|when|where|why|how|which|is|are|can|could|will|did|does|do|was|were)\\b.*\\?$");
    private static final Pattern VERB_SIGN = Pattern.compile(
            "(?i)\\b(?:do|does|did|not|said|says|say|is|are|was|were|has|have|had|will|would|told|killed|died|dead|injured|wounded|arrested)\\b");
    private static final Pattern LIST_HEAD = Pattern.compile(
            "(?i)^(?:also|related|more|see also|read also|also read|more news|more stories|recommended|most"
                    + " read|related (?:stories|articles|links|coverage|content)|more (?:on this story|from .{2,40})|top"
                    + " stories|you may also like)\\s*:?$");

    private final PostFinder postFinder;
    private final HeadFinder headFinder;
    private final FurnitureRules furnitureRules;
    private final CreditFinder creditFinder;
    private final OutletFinder outletFinder;
    private final Stamps stamps;

    public LayoutFinder(Lexicon lexicon) {
        Agencies agencies = new Agencies(lexicon);
        stamps = new Stamps(lexicon);
        postFinder = new PostFinder(lexicon);
        headFinder = new HeadFinder(lexicon, stamps, agencies);
        furnitureRules = new FurnitureRules(lexicon);
        creditFinder = new CreditFinder(agencies);
        outletFinder = new OutletFinder(lexicon, agencies);
    }

    public Layout find(Report report) {
        String text = report.text();
        List<Blocks.Block> blocks = Blocks.cut(text, report.body());
        List<Layout.Post> posts = postFinder.find(report, blocks);
        List<Layout.Furniture> furniture = new ArrayList<>();

        List<Span> free = blocks.stream()
                .map(Blocks.Block::span)
                .filter(block -> posts.stream().noneMatch(post -> post.span().overlaps(block)))
                .toList();
        furniture.addAll(furniture(text, free));
        addPostRemains(text, blocks, posts, furniture);

        List<Span> open = free.stream()
                .filter(block ->
                        furniture.stream().noneMatch(each -> each.span().contains(block)))
                .toList();
        HeadFinder.Head head = headFinder.find(report, open);
        head.furniture().stream()
                .filter(each ->
                        furniture.stream().noneMatch(other -> other.span().overlaps(each.span())))
                .forEach(furniture::add);
        addInnerHeadings(text, open, furniture);

        List<Layout.Credit> credits = credits(text, free, furniture, head);
        Optional<Span> headline = head.headline();
        List<Layout.Passage> passages = passages(text, blocks, posts, furniture, headline);
        furniture.sort(Comparator.comparing(Layout.Furniture::span));
        return new Layout(
                passages, posts, furniture, credits, head.dateline(), outletFinder.find(text, furniture), headline);
    }

    private List<Layout.Furniture> furniture(String text, List<Span> free) {
        List<Layout.Furniture> furniture = new ArrayList<>();
        Map<String, Integer> galleries = galleries(text, free);
        int prose = 0;
        boolean rest = false;
        boolean list = false;
        for (Span block : free) {
            if (rest) {
                furniture.add(new Layout.Furniture(block, "readers' comments"));
                continue;
            }
            List<FurnitureRules.Hit> hits = furnitureRules.find(text, block);
            boolean whole = hits.size() == 1 && hits.getFirst().span().equals(block);
            boolean credit = creditFinder.isCreditLine(text, block) || creditFinder.isContributionNote(text, block);
            Matcher bracket = BRACKET_END.matcher(block.in(text));
            if (credit) {
                furniture.add(new Layout.Furniture(block, "credit line"));
            } else if (bracket.find() && galleries.getOrDefault(bracket.group(1), 0) >= GALLERY_CAPTIONS_MIN) {
                furniture.add(new Layout.Furniture(block, "picture caption"));
            } else if (!hits.isEmpty()) {
                for (FurnitureRules.Hit hit : hits) {
                    furniture.add(new Layout.Furniture(hit.span(), hit.why()));
                    rest |= hit.rest() && prose >= PROSE_BEFORE_COMMENTS_MIN;
                }
                whole |= hits.getFirst().span().equals(block);
            } else if (list && !Blocks.endsSentence(text, block)) {
                furniture.add(new Layout.Furniture(block, "pointer to other pages"));
                continue;
            } else if (stamps.at(text, block.begin(), block.end())
                    .filter(stamp -> stamp.span().end() == block.end())
                    .isPresent()) {
                furniture.add(new Layout.Furniture(block, "date line of the page"));
            } else {
                prose += Blocks.endsSentence(text, block) ? 1 : 0;
            }
            list = LIST_HEAD.matcher(block.in(text)).matches();
            if (list && !whole) {
                furniture.add(new Layout.Furniture(block, "pointer to other pages"));
            }
        }
        return furniture;
    }

    private static Map<String, Integer> galleries(String text, List<Span> free) {
        Map<String, Integer> galleries = new LinkedHashMap<>();
        for (Span block : free) {
            Matcher bracket = BRACKET_END.matcher(block.in(text));
            if (bracket.find()) {
                galleries.merge(bracket.group(1), 1, Integer::sum);
            }
        }
        return galleries;
    }

    /** What is left of a paragraph around its posts is prose, unless it is furniture like any other. */
    private void addPostRemains(
            String text, List<Blocks.Block> blocks, List<Layout.Post> posts, List<Layout.Furniture> furniture) {
        for (Blocks.Block block : blocks) {
            List<Span> taken = posts.stream()
                    .map(Layout.Post::span)
                    .filter(block.span()::overlaps)
                    .toList();
            if (!taken.isEmpty()) {
                for (Span left : Layout.without(text, block.span(), taken)) {
                    furnitureRules
                            .find(text, left)
                            .forEach(hit -> furniture.add(new Layout.Furniture(hit.span(), hit.why())));
                }
            }
        }
    }

    /** Sub-headings that a scraper ran into the paragraph above or around them. */
    private static void addInnerHeadings(String text, List<Span> open, List<Layout.Furniture> furniture) {
        for (int i = 0; i < open.size(); i++) {
            Span block = open.get(i);
            String words = block.in(text);
            List<Span> found = new ArrayList<>();
            Matcher capitals = CAPITAL_HEADING.matcher(words);
            while (capitals.find()) {
                Span span = Blocks.trim(text, block.begin() + capitals.start(1), block.begin() + capitals.end(1));
                if (span.in(text).split("\\s+").length >= 2) {
                    found.add(span);
                }
            }
            Matcher trailing = TRAILING_HEADING.matcher(words);
            if (found.isEmpty() && i + 1 < open.size() && trailing.find() && isTrailingHeading(trailing.group(1))) {
                found.add(new Span(block.begin() + trailing.start(1), block.begin() + trailing.end(1)));
            }
            for (Span span : found) {
                if (furniture.stream().noneMatch(each -> each.span().overlaps(span))) {
                    furniture.add(new Layout.Furniture(span, "sub-heading"));
                }
            }
        }
    }

    private static boolean isTrailingHeading(String words) {
        boolean quoted = words.matches("[\"“'‘].*[\"”'’]");
        int count = words.split("\\s+").length;
        return count <= TRAILING_HEADING_WORDS_MAX
                && (quoted
                        || !words.matches(".*[\"“”].*")
                                && !VERB_SIGN.matcher(words).find()
                                && !words.matches(".*\\p{Ll}ed\\b.*"));
    }

    private List<Layout.Credit> credits(
            String text, List<Span> free, List<Layout.Furniture> furniture, HeadFinder.Head head) {
        Map<String, Layout.Credit> credits = new LinkedHashMap<>();
        head.brackets()
                .ifPresent(span -> creditFinder
                        .inBrackets(text, span)
                        .forEach(credit -> credits.putIfAbsent(credit.agency(), credit)));
        int last = free.size() - 1;
        while (last >= 0 && isWholly(free.get(last), furniture)) {
            last--;
        }
        for (int i = 0; i < free.size(); i++) {
            Span block = free.get(i);
            boolean picture = furniture.stream()
                    .anyMatch(each -> each.span().contains(block) && each.why().startsWith("picture"));
            if (!picture) {
                creditFinder
                        .find(text, block, i >= last)
                        .forEach(credit -> credits.putIfAbsent(credit.agency(), credit));
            }
        }
        return credits.values().stream()
                .sorted(Comparator.comparing(Layout.Credit::span))
                .toList();
    }

    private static boolean isWholly(Span block, List<Layout.Furniture> furniture) {
        return furniture.stream().anyMatch(each -> each.span().contains(block));
    }

    private static List<Layout.Passage> passages(
            String text,
            List<Blocks.Block> blocks,
            List<Layout.Post> posts,
            List<Layout.Furniture> furniture,
            Optional<Span> headline) {
        List<Layout.Kind> kinds = new ArrayList<>();
        long sentences = blocks.stream()
                .filter(block -> Blocks.endsSentence(text, block.span()))
                .count();
        boolean listed = false;
        for (int i = 0; i < blocks.size(); i++) {
            Span block = blocks.get(i).span();
            List<Span> postSpans = posts.stream()
                    .map(Layout.Post::span)
                    .filter(block::overlaps)
                    .toList();
            List<Span> gone = new ArrayList<>();
            furniture.stream()
                    .map(Layout.Furniture::span)
                    .filter(block::overlaps)
                    .forEach(gone::add);
            Layout.Kind kind;
            if (!postSpans.isEmpty()) {
                gone.addAll(postSpans);
                kind = Layout.without(text, block, gone).isEmpty() ? Layout.Kind.POST : Layout.Kind.PROSE;
            } else if (Layout.without(text, block, gone).isEmpty()) {
                kind = Layout.Kind.FURNITURE;
            } else {
                headline.filter(block::overlaps).ifPresent(gone::add);
                boolean onlyHeadline = Layout.without(text, block, gone).isEmpty();
                // A report written without full stops is not made of headings.
                boolean heading =
                        onlyHeadline || (sentences * 2 >= blocks.size() && !listed && isHeading(text, block, i));
                kind = heading ? Layout.Kind.HEADING : Layout.Kind.PROSE;
            }
            if (!block.in(text).isEmpty()) {
                listed = block.in(text).endsWith(":")
                        || listed && BULLET.matcher(block.in(text)).matches();
            }
            kinds.add(kind);
        }
        List<Layout.Passage> passages = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            passages.add(new Layout.Passage(i + 1, kinds.get(i), blocks.get(i).span()));
        }
        return passages;
    }

    private static boolean isHeading(String text, Span block, int index) {
        String words = block.in(text);
        int count = words.split("\\s+").length;
        if (BULLET.matcher(words).matches() || words.contains("\n") || words.endsWith("...") || words.endsWith("…")) {
            return false;
        }
        // Items of a list without bullets begin small; headings do not.
        if (Character.isLowerCase(words.codePointAt(0))) {
            return false;
        }
        if (QUESTION.matcher(words).matches()) {
            return index > 0 && count <= QUESTION_HEADING_WORDS_MAX;
        }
        boolean quoted = words.matches("[\"“'‘][^\"“”]*[^.!?,\"”'’][\"”'’]");
        boolean stops = Blocks.endsSentence(text, block) || words.matches("(?s).*[,:;\"”—–-]") && !quoted;
        return count <= HEADING_WORDS_MAX && !stops && !words.matches("(?s).*[.!?]\\s+[\\p{Lu}].*");
    }
}
