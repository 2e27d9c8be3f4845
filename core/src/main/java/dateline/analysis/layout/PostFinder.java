package dateline.analysis.layout;

import dateline.analysis.Lexicon;
import dateline.report.Report;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds embedded posts from the signatures that sites leave below them, and works back to where each one begins: pages
 * mark only the end, and a post with an empty line in it looks as if its first half were the outlet's own prose.
 */
final class PostFinder {
    /** Longest text that the services show in an embedded post: 280 for X, 500 for Mastodon; links count 23 there, so a little more. */
    private static final int SHORT_POST_LENGTH_MAX = 300;

    private static final int LONG_POST_LENGTH_MAX = 520;

    /** Telegram channels write up to 4096 characters; such a post keeps to its own paragraph. */
    private static final int CHANNEL_POST_LENGTH_MAX = 4096;

    /** Signs needed before a paragraph above is taken to be the first half of the post. */
    private static final int JOIN_SIGNS_MIN = 3;

    /** Fewer words before a colon are a post's own label ("BREAKING VIDEO:"). */
    private static final int LEAD_WORDS_MIN = 3;

    private static final String HANDLE =
            "(?:@[\\w.-]{1,60}(?:@[\\w.-]{3,80})?|(?:https?://)?(?:t\\.me|telegram\\.me|bsky\\.app/profile|threads\\.net)/@?[\\w.-]{2,60}|[\\w-]+\\.bsky\\.social)";
    private static final String TIME = "(?:\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?)";
    private static final String DATE =
            "(?:(?i:" + Stamps.MONTH + ")\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?i:"
                    + Stamps.MONTH + "),?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2})";
    private static final Pattern SIGNATURE =
            Pattern.compile("(?:—|–|―|--|&mdash;|&#8212;|&#x2014;|(?<=\\s)-(?=\\s))\\s*"
                    + "([^()\\n\\r—–]{0,80}?(?:\\([^()@\\n\\r]{1,24}\\)[^()\\n\\r—–]{0,20}?)?)\\s*\\(\\s*(" + HANDLE
                    + ")\\s*\\)"
                    + "(?:\\s*[,·|]?\\s*(?:(?:on|at)\\s+)?(?:" + TIME + "\\s*[,·-]?\\s*)?(" + DATE
                    + ")(?:\\s*(?:at|,|·)?\\s*" + TIME + "(?:\\s?(?:UTC|GMT))?)?)?");

    private static final Pattern MEDIA = Pattern.compile(
            "(?:https?://)?(?:pic\\.(?:twitter|x)\\.com|t\\.co|youtu\\.be|(?:www\\.)?youtube\\.com|vimeo\\.com|(?:www\\.)?tiktok\\.com|(?:www\\.)?instagram\\.com|fb\\.watch|streamable\\.com|video\\.twimg\\.com|pbs\\.twimg\\.com|t\\.me)/[^\\s)\\]}>\"”—]+"
                    + "|https?://[^\\s)\\]}>\"”—]+");
    private static final Pattern SIGN_OF_POST = Pattern.compile(
            "(?:^|[\\s(\"“'‘.,:;!?-])#[\\p{L}\\p{N}_]{2,}|(?:^|[\\s(])@\\w{2,}|pic\\.(?:twitter|x)\\.com|t\\.co/|[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}]");
    private static final Pattern LEAD = Pattern.compile("(?s).*\\b(\\p{L}+)\\b[^.!?:]{0,60}:\\s*$");
    private static final Pattern ARTICLE_VOICE = Pattern.compile(
            "(?i)\\b(?:said|says|told|according to|reported|added|announced|wrote|tweeted|posted)\\b|\\bon"
                    + " (?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(?:had|has|have) been\\b|\\bwho"
                    + " (?:was|were|is|are|had)\\b|\\blast (?:week|month|year)\\b");
    private static final Pattern FRAGMENT = Pattern.compile(
            "(?:^|[.!?]\\s+)(?:No|More|Very|V\\.|So|Now|Still|Huge|Big|Massive|Just|Huge|Major|Several|Heavy|Loud|Smoke|Fire|Police|Crowds?)\\b|\\bw/|(?<=\\s)&(?=\\s)|\\b(?:rn|tbh|imo|wtf|omg)\\b|!{1,}|\\b(?:I|we|my|our|I'm|I’m|we're|we’re)\\b|(?:^|\\s)\\d+/\\d*(?:\\s|$)");

    private final Set<String> openers;
    private final Set<String> continuers;
    private final Set<String> leads;

    PostFinder(Lexicon lexicon) {
        openers = lexicon.words("layout/post-openers.txt");
        continuers = lexicon.words("layout/post-continuers.txt");
        leads = lexicon.words("layout/post-leads.txt");
    }

    List<Layout.Post> find(Report report, List<Blocks.Block> blocks) {
        String text = report.text();
        List<Layout.Post> posts = new ArrayList<>();
        int usualGap = usualGap(blocks);
        int taken = report.body().begin();
        for (int i = 0; i < blocks.size(); i++) {
            Span block = blocks.get(i).span();
            Matcher signature =
                    SIGNATURE.matcher(text).region(block.begin(), block.end()).useTransparentBounds(true);
            while (signature.find()) {
                if (!isSignature(text, signature, block)) {
                    continue;
                }
                int begin = begin(text, blocks, i, Math.max(taken, block.begin()), taken, signature, usualGap);
                posts.add(post(text, posts.size(), begin, signature, report));
                taken = signature.end();
            }
        }
        return posts;
    }

    /** Without a day, brackets with a handle may also stand in prose ("the ministry - now Harbour Office (@harbour) - said"). */
    private static boolean isSignature(String text, Matcher signature, Span block) {
        boolean atEnd = Blocks.trim(text, signature.end(), block.end()).length() == 0;
        return signature.group(3) != null || atEnd;
    }

    private Layout.Post post(String text, int index, int begin, Matcher signature, Report report) {
        Span span = new Span(begin, signature.end());
        Span words = Blocks.trim(text, begin, Math.max(begin, signature.start()));
        List<String> media = new ArrayList<>();
        int wordsEnd = words.end();
        Matcher link = MEDIA.matcher(words.in(text));
        while (link.find()) {
            media.add(link.group());
            // Links at the very end are the post's pictures, not its words.
            if (Blocks.trim(text, words.begin() + link.end(), words.end()).length() == 0) {
                wordsEnd = words.begin() + link.start();
            }
        }
        Span body = Blocks.trim(text, words.begin(), wordsEnd);
        String handle = signature
                .group(2)
                .replaceFirst("^(?:https?://)?(?:t\\.me|telegram\\.me|bsky\\.app/profile|threads\\.net)/", "")
                .replaceFirst("^@", "");
        String author = signature.group(1).strip();
        Optional<String> date = Optional.ofNullable(signature.group(3));
        return new Layout.Post(
                index,
                span,
                body,
                author.isEmpty() ? handle : author,
                handle,
                date.flatMap(words2 -> Stamps.day(words2, report.published())),
                media);
    }

    /** The number of empty lines that usually part two paragraphs of this report. */
    private static int usualGap(List<Blocks.Block> blocks) {
        List<Integer> gaps =
                blocks.stream().skip(1).map(Blocks.Block::gap).sorted().toList();
        return gaps.isEmpty() ? 1 : gaps.get(gaps.size() / 2);
    }

    private int begin(
            String text, List<Blocks.Block> blocks, int index, int from, int taken, Matcher signature, int usualGap) {
        boolean channel =
                signature.group(2).contains("t.me/") || signature.group(2).contains("telegram");
        boolean federated = signature.group(2).indexOf('@', 1) > 0;
        int lengthMax = channel ? CHANNEL_POST_LENGTH_MAX : federated ? LONG_POST_LENGTH_MAX : SHORT_POST_LENGTH_MAX;
        int begin = beginInside(text, Blocks.trim(text, from, signature.start()), lengthMax);
        if (begin > Blocks.trim(text, from, signature.start()).begin()
                || from > blocks.get(index).span().begin()) {
            return begin;
        }
        for (int above = index - 1; above >= 0 && !channel; above--) {
            Span candidate = blocks.get(above).span();
            int gap = blocks.get(above + 1).gap();
            if (candidate.begin() < taken
                    || wordsLength(text, candidate.begin(), signature.start()) > lengthMax
                    || signs(text, candidate, begin, gap, usualGap, signature) < JOIN_SIGNS_MIN) {
                break;
            }
            begin = candidate.begin();
        }
        return begin;
    }

    /** Length as the services count it: a link is 23 characters, blanks in a row are one. */
    private static int wordsLength(String text, int begin, int end) {
        return MEDIA.matcher(text.substring(begin, end))
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .length();
    }

    /** Where the post begins inside its own paragraph: after a lead-in, or where what goes before no longer fits a post. */
    private int beginInside(String text, Span block, int lengthMax) {
        int begin = block.begin();
        int at = begin;
        List<Integer> starts = new ArrayList<>();
        while (at < block.end()) {
            int end = sentenceEnd(text, at, block.end());
            int next = Blocks.trim(text, end, block.end()).begin();
            if (next < block.end() && isLead(text, begin, end)) {
                begin = next;
                starts.clear();
            } else if (next < block.end()) {
                starts.add(next);
            }
            at = Math.max(next, end);
        }
        for (int start : starts) {
            if (wordsLength(text, begin, block.end()) <= lengthMax
                    && !isProseThenPost(text, begin, start, block.end())) {
                break;
            }
            begin = start;
        }
        return begin;
    }

    private boolean isProseThenPost(String text, int begin, int start, int end) {
        String before = text.substring(begin, start);
        String after = text.substring(start, end);
        return ARTICLE_VOICE.matcher(before).find()
                && !SIGN_OF_POST.matcher(before).find()
                && FRAGMENT.matcher(before).results().count() == 0
                && (opensLikePost(after)
                        || SIGN_OF_POST
                                .matcher(MEDIA.matcher(after).replaceAll(""))
                                .find());
    }

    private static int sentenceEnd(String text, int begin, int end) {
        for (int i = begin; i < end - 1; i++) {
            char c = text.charAt(i);
            if (".!?:…".indexOf(c) >= 0 && Blocks.isBlank(text.charAt(i + 1)) && !(c == '.' && i - begin < 3)) {
                return i + 1;
            }
            if (".!?".indexOf(c) >= 0
                    && "\"”’".indexOf(text.charAt(i + 1)) >= 0
                    && i + 2 < end
                    && Blocks.isBlank(text.charAt(i + 2))) {
                return i + 2;
            }
        }
        return end;
    }

    /** True when the stretch ends by announcing a post ("the reporter wrote on Twitter:"). */
    private boolean isLead(String text, int begin, int end) {
        String words = text.substring(begin, end);
        Matcher matcher = LEAD.matcher(words);
        boolean label = words.strip().split("\\s+").length < LEAD_WORDS_MIN;
        if (label || !matcher.matches() || SIGN_OF_POST.matcher(words).find() || opensLikePost(words)) {
            return false;
        }
        String tail = words.substring(Math.max(0, words.length() - 90));
        for (String word : tail.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (leads.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private int signs(String text, Span above, int begin, int gap, int usualGap, Matcher signature) {
        String first = above.in(text);
        String second = text.substring(begin, signature.start());
        int signs = 0;
        if (isLead(text, above.begin(), above.end()) || first.length() < 4) {
            return -1;
        }
        if (gap == 0) {
            signs += 2;
        } else if (gap > usualGap) {
            signs += 2;
        }
        if (SIGN_OF_POST.matcher(first).find()) {
            signs += 2;
        }
        if (opensLikePost(first)) {
            signs += 2;
        }
        if (FRAGMENT.matcher(first).find()) {
            signs += 1;
        }
        if (continues(second)) {
            signs += 1;
        }
        if (first.endsWith("…") || first.endsWith("...") || first.matches("(?s).*\\d/\\d?$")) {
            signs += 1;
        }
        if (ARTICLE_VOICE.matcher(first).find()) {
            signs -= 2;
        }
        if (opensLikePost(second)) {
            signs -= 2;
        }
        // A second half that is whole in itself needs no first: long, and signed with its own tags.
        if (gap > 0
                && gap <= usualGap
                && !continues(second)
                && SIGN_OF_POST.matcher(second).find()) {
            signs -= 1;
        }
        return signs;
    }

    private boolean opensLikePost(String words) {
        String lower = words.strip().toLowerCase(Locale.ROOT);
        for (String opener : openers) {
            if (lower.startsWith(opener)
                    && lower.length() > opener.length()
                    && ":-–—!|,"
                                    .indexOf(lower.substring(opener.length())
                                            .strip()
                                            .charAt(0))
                            >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean continues(String words) {
        String[] parts = words.strip().split("[\\s,]+", 2);
        boolean small = !words.isBlank() && Character.isLowerCase(words.strip().charAt(0));
        return small || continuers.contains(parts[0].toLowerCase(Locale.ROOT));
    }
}
