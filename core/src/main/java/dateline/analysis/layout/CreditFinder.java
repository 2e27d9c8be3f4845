package dateline.analysis.layout;

import dateline.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the agencies a paper credits with its words. An agency that somebody spoke to ("told AFP"), that is quoted in the
 * report or that made a picture is none of these.
 */
final class CreditFinder {
    private static final int CREDIT_LINE_LENGTH_MAX = 120;

    private final Agencies agencies;
    private final Pattern whole;
    private final Pattern bracket;
    private final Pattern signed;
    private final Pattern byline;
    private final Pattern contributed;
    private final Pattern copyright;
    private final Pattern agency;

    CreditFinder(Agencies agencies) {
        this.agencies = agencies;
        String one = agencies.pattern();
        String list = one + "(?:\\s*(?:,|/|;|\\||&|\\+|,?\\s+and|,?\\s+with)\\s*" + one + ")*";
        whole = Pattern.compile(
                "^(?:[a-z]{1,4}(?:[,/;]\\s?[a-z]{1,4})*\\s+)?(?i:[-–—(\\[]*\\s*(?:(?:source|sources|agencies|text|report|written"
                        + " by|with|from|by|via|with (?:reporting|material|inputs?|information|files|contributions)(?:"
                        + " from| by)?|additional reporting by)\\s*:?\\s*)?)(?-i:("
                        + list
                        + "))\\s*[)\\]]?(?:[-/ ]?\\s*[A-Za-z]{2,3}(?:/[A-Za-z]{2,3})*)?[.]?$");
        bracket = Pattern.compile("(?:^|\\s)(?:[a-z]{1,4}(?:[,/;]\\s?[a-z]{1,4})*\\s+)?[(\\[](?:with |via |source: ?|"
                + "with (?:inputs|reporting|material) from )?(" + list + ")[)\\]]\\.?$");
        signed = Pattern.compile(
                "(?:[—–―]|--)\\s*(?:[Ww]ith |[Vv]ia |[Bb]y )?(?:(?:files|reporting|inputs) from )?(" + list + ")\\.?$");
        byline = Pattern.compile("^By\\s(?:.{2,80}(?:,|\\||/|\\s[-–—]|\\sof|\\sfor)\\s*)?(?:the )?(" + list
                + ")(?:\\s+(?:[Ww]riters?|[Ss]taff|[Cc]orrespondents?|[A-Z][a-z]+ [Ww]riter))?\\.?$");
        agency = Pattern.compile("(?<![\\p{L}\\d])(" + one + ")(?![\\p{L}\\d])");
        contributed =
                Pattern.compile("(?i)\\b(?:contributed(?: to this (?:report|story|article))?|contributing|additional"
                        + " reporting|reporting (?:by|from)|with"
                        + " (?:reporting|material|inputs?|files|information|contributions) from|compiled from|used"
                        + " (?:material|information) from)\\b");
        copyright = Pattern.compile(
                "(?i)(?:copyright|©|\\(c\\)|&copy;)[^.]{0,20}?(?:\\d{4})?[^.]{0,12}?(?<![\\p{L}\\d])(?-i:(" + one
                        + "))(?![\\p{L}\\d])");
    }

    /** Credits in one paragraph. {@code closing}: only furniture comes after it, so a bracket at its end credits the text. */
    List<Layout.Credit> find(String text, Span block, boolean closing) {
        List<Layout.Credit> credits = new ArrayList<>();
        String words = block.in(text);
        if (words.length() <= CREDIT_LINE_LENGTH_MAX) {
            for (Pattern pattern : List.of(whole, byline)) {
                Matcher matcher = pattern.matcher(words);
                if (matcher.find()) {
                    addList(text, block, matcher, credits);
                }
            }
        }
        String tail = words.substring(Math.max(0, words.length() - 4 * CREDIT_LINE_LENGTH_MAX));
        int shift = words.length() - tail.length();
        Span tailSpan = new Span(block.begin() + shift, block.end());
        if (closing || words.length() <= CREDIT_LINE_LENGTH_MAX / 4) {
            Matcher matcher = bracket.matcher(tail);
            if (matcher.find()) {
                addList(text, tailSpan, matcher, credits);
            }
        }
        Matcher sign = signed.matcher(tail);
        if (sign.find()) {
            addList(text, tailSpan, sign, credits);
        }
        if (words.length() <= 12 * CREDIT_LINE_LENGTH_MAX) {
            contributions(text, block, credits);
            Matcher right = copyright.matcher(words);
            while (right.find()) {
                add(text, block, right.start(1), right.end(1), credits);
            }
        }
        return credits;
    }

    /** True when the paragraph says who wrote it and nothing else. */
    boolean isCreditLine(String text, Span block) {
        String words = block.in(text);
        if (words.length() > CREDIT_LINE_LENGTH_MAX) {
            return false;
        }
        Matcher matcher = whole.matcher(words);
        return matcher.find() && !agencies.list(matcher.group(1)).isEmpty();
    }

    /** True when the paragraph is a note on who worked on the report ("... contributed to this report"). */
    boolean isContributionNote(String text, Span block) {
        String words = block.in(text);
        return words.length() <= 6 * CREDIT_LINE_LENGTH_MAX
                && CONTRIBUTION_NOTE.matcher(words).find();
    }

    private static final Pattern CONTRIBUTION_NOTE = Pattern.compile(
            "(?i)(?:\\bcontributed(?: reporting)?(?: (?:to|for) (?:this|the) (?:report|story|article|dispatch))?(?:"
                    + " from [^.]{2,80})?\\.?$|\\bcontributed to this (?:report|story|article)\\b|^\\(?(?:additional |with"
                    + " )?reporting (?:by|from) [^.]{3,}|^\\(?(?:edited|editing|written|writing|compiled) by"
                    + " [^.]{3,80}|^\\W?with (?:reporting|material|inputs?|files|information|contributions) from )");

    private void contributions(String text, Span block, List<Layout.Credit> credits) {
        String words = block.in(text);
        int begin = 0;
        while (begin < words.length()) {
            int end = sentenceEnd(words, begin);
            String sentence = words.substring(begin, end);
            if (contributed.matcher(sentence).find()) {
                Matcher matcher = agency.matcher(sentence);
                while (matcher.find()) {
                    add(text, block, begin + matcher.start(1), begin + matcher.end(1), credits);
                }
            }
            begin = end;
        }
    }

    private static int sentenceEnd(String words, int begin) {
        for (int i = begin; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean stop = (c == '.' || c == ';' || c == '!' || c == '?')
                    && i + 1 < words.length()
                    && Blocks.isBlank(words.charAt(i + 1));
            // An initial ("Emery P. Lind") ends no sentence.
            if (stop
                    && !(c == '.'
                            && i >= 2
                            && Character.isUpperCase(words.charAt(i - 1))
                            && words.charAt(i - 2) == ' ')) {
                return i + 1;
            }
        }
        return words.length();
    }

    /** The agencies in the brackets of a dateline. */
    List<Layout.Credit> inBrackets(String text, Span brackets) {
        List<Layout.Credit> credits = new ArrayList<>();
        if (!agencies.list(brackets.in(text)).isEmpty()) {
            Matcher matcher = agency.matcher(brackets.in(text));
            while (matcher.find()) {
                credits.add(credit(text, brackets.begin() + matcher.start(1), brackets.begin() + matcher.end(1)));
            }
        }
        return credits;
    }

    private void addList(String text, Span block, Matcher matcher, List<Layout.Credit> credits) {
        if (agencies.list(matcher.group(1)).isEmpty()) {
            return;
        }
        Span list = new Span(block.begin() + matcher.start(1), block.begin() + matcher.end(1));
        Matcher each = agency.matcher(list.in(text));
        while (each.find()) {
            credits.add(credit(text, list.begin() + each.start(1), list.begin() + each.end(1)));
        }
    }

    private void add(String text, Span block, int begin, int end, List<Layout.Credit> credits) {
        Layout.Credit credit = credit(text, block.begin() + begin, block.begin() + end);
        if (agencies.find(credit.span().in(text)).filter(found -> !found.weak()).isPresent()) {
            credits.add(credit);
        }
    }

    private Layout.Credit credit(String text, int begin, int end) {
        Span span = new Span(begin, end);
        String name = agencies.find(span.in(text)).map(Agencies.Agency::name).orElse(span.in(text));
        return new Layout.Credit(name, span);
    }
}
