package dateline.analysis.text;

import dateline.analysis.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a stretch of text into words as the English treebanks of Universal Dependencies do, since the model learned from
 * them: clitics apart ({@code do} + {@code n't}), hyphens apart except after prefixes ({@code pro-tax}, but {@code well} +
 * {@code -} + {@code known}), marks apart, abbreviations with their stop. A hashtag or handle is one word, as in most of
 * the training tweets. Every step looks at a bounded stretch ahead, so the time is linear in the text.
 */
final class Words {
    /** What a word is, as far as the end of a sentence depends on it. */
    enum Kind {
        PLAIN,
        /** One or more of . ! ? that may end a sentence. */
        STOP,
        /** Three stops in a row, or the sign for it. */
        ELLIPSIS,
        /** Keeps its stop and never ends a sentence. */
        NEVER_ENDS,
        /** Keeps its stop and ends a sentence before a word that starts one. */
        MAY_END,
        /** Keeps its stop and ends a sentence before any capital ("5 p.m."). */
        MAY_END_ANY,
        ADDRESS,
        TAG,
        EMOJI
    }

    /** One word: its stretch of the text and its kind. */
    record Word(int begin, int end, Kind kind) {}

    /** A host name longer than this is no address; also the bound that keeps the look ahead linear. */
    private static final int ADDRESS_LOOK_AHEAD = 255;

    private final Set<String> neverEnd;
    private final Map<String, Kind> mayEnd = new LinkedHashMap<>();
    private final Set<String> beforeNumber;
    private final Set<String> afterComma;
    private final Set<String> starters;
    private final Set<String> afterTime;
    private final Set<String> prefixes = new LinkedHashSet<>();
    private final Set<String> spacedPrefixes = new LinkedHashSet<>();
    private final Set<String> units;
    private final Set<String> clitics;
    private final Map<String, List<Integer>> contractions = new LinkedHashMap<>();
    private final Set<String> apostropheFirst;
    private final Set<String> emoticons;
    private final Set<String> domains = new LinkedHashSet<>();
    private final Set<String> pathDomains = new LinkedHashSet<>();

    Words(Lexicon lexicon) {
        neverEnd = new LinkedHashSet<>(lexicon.lines("text/never-end.txt"));
        for (List<String> row : lexicon.rows("text/may-end.txt")) {
            mayEnd.put(row.get(0), row.size() > 1 ? Kind.MAY_END_ANY : Kind.MAY_END);
        }
        beforeNumber = new LinkedHashSet<>(lexicon.lines("text/before-number.txt"));
        afterComma = new LinkedHashSet<>(lexicon.lines("text/after-comma.txt"));
        starters = new LinkedHashSet<>(lexicon.lines("text/starters.txt"));
        afterTime = new LinkedHashSet<>(lexicon.lines("text/after-time.txt"));
        for (List<String> row : lexicon.rows("text/prefixes.txt")) {
            prefixes.add(row.get(0));
            if (row.size() > 1) {
                spacedPrefixes.add(row.get(0));
            }
        }
        units = new LinkedHashSet<>(lexicon.lines("text/units.txt"));
        clitics = lexicon.words("text/clitics.txt");
        for (List<String> row : lexicon.rows("text/contractions.txt")) {
            List<Integer> cuts = new ArrayList<>();
            int at = 0;
            for (String part : row.get(1).split(" ")) {
                at += part.length();
                cuts.add(at);
            }
            contractions.put(row.get(0), List.copyOf(cuts));
        }
        apostropheFirst = lexicon.words("text/apostrophe-first.txt");
        emoticons = new LinkedHashSet<>(lexicon.lines("text/emoticons.txt"));
        for (List<String> row : lexicon.rows("text/domains.txt")) {
            (row.size() > 1 ? pathDomains : domains).add(row.get(0));
        }
    }

    boolean isStarter(String form) {
        return starters.contains(form);
    }

    boolean isAfterTime(String form) {
        return afterTime.contains(form);
    }

    /** The words of {@code text} from {@code begin} to {@code end}, in order. */
    List<Word> of(String text, int begin, int end) {
        return new Cut(text, begin, end).words();
    }

    /** The state of one run through one stretch. */
    private final class Cut {
        private final String text;
        private final int from;
        private final int to;
        private final List<Word> words = new ArrayList<>();
        private int addressTriedUntil;

        Cut(String text, int from, int to) {
            this.text = text;
            this.from = from;
            this.to = to;
        }

        List<Word> words() {
            int at = from;
            while (at < to) {
                if (isBlank(at)) {
                    at += width(at);
                    continue;
                }
                at = next(at);
            }
            return joinSpacedPrefixes();
        }

        /** Adds what stands at {@code at} and gives where it ends. */
        private int next(int at) {
            int address = addressEnd(at);
            if (address > at) {
                return add(at, address, Kind.ADDRESS);
            }
            int c = text.codePointAt(at);
            if (c == '@' && isWordPart(at + 1)) {
                return add(at, tagEnd(at + 1), Kind.TAG);
            }
            if (c == '#' && isWordPart(at + 1)) {
                return add(at, tagEnd(at + 1), Kind.TAG);
            }
            if (!isInner(at, from) && startsFace(c)) {
                int face = faceEnd(at);
                if (face > at) {
                    return add(at, face, Kind.EMOJI);
                }
            }
            if (isApostrophe(c)) {
                int elided = elidedEnd(at);
                if (elided > at) {
                    return add(at, elided, Kind.PLAIN);
                }
            }
            if (isWordChar(c)) {
                return word(at);
            }
            if (c == '.' && isDigit(at + 1) && (at == from || isBlank(at - 1))) {
                return add(at, tagEnd(at + 1), Kind.PLAIN);
            }
            if (isEmoji(c)) {
                return add(at, emojiEnd(at), Kind.EMOJI);
            }
            return mark(at, c);
        }

        private int mark(int at, int c) {
            int end = at + Character.charCount(c);
            if (c == '.' || c == '!' || c == '?') {
                boolean onlyDots = c == '.';
                while (end < to && (isChar(end, '.') || isChar(end, '!') || isChar(end, '?'))) {
                    if (onlyDots && !isChar(end, '.')) {
                        break;
                    }
                    if (!onlyDots && isChar(end, '.')) {
                        break;
                    }
                    end++;
                }
                return add(at, end, onlyDots && end - at > 1 ? Kind.ELLIPSIS : Kind.STOP);
            }
            if (c == '\u2026') {
                while (end < to && isChar(end, '\u2026')) {
                    end++;
                }
                return add(at, end, Kind.ELLIPSIS);
            }
            if (c == '`' || c == '\'') {
                return add(at, isChar(end, (char) c) ? end + 1 : end, Kind.PLAIN);
            }
            if ("-=*_~+#<>|$".indexOf(c) >= 0) {
                while (end < to && isChar(end, (char) c)) {
                    end++;
                }
                return add(at, end, Kind.PLAIN);
            }
            return add(at, end, c == '\u3002' || c == '\u061F' || c == '\u06D4' ? Kind.STOP : Kind.PLAIN);
        }

        /** A word that begins with a letter or digit. */
        private int word(int begin) {
            int at = begin;
            int lastStop = begin - 1;
            boolean onlyDigits = true;
            while (at < to) {
                if (at > begin && addressBegins(at)) {
                    break;
                }
                int c = text.codePointAt(at);
                if (isWordChar(c) || at > begin && isJoiner(c)) {
                    onlyDigits &= Character.isDigit(c);
                    at += Character.charCount(c);
                    continue;
                }
                if (at == begin) {
                    break;
                }
                boolean letterAfter = isLetter(at + 1);
                boolean digitAround = isDigit(at - 1) && isDigit(at + 1);
                if (c == '.') {
                    if (digitAround) {
                        at++;
                        continue;
                    }
                    Stop stop = stopAt(begin, lastStop, at, letterAfter);
                    if (stop == Stop.INSIDE) {
                        lastStop = at;
                        at++;
                        continue;
                    }
                    if (stop == Stop.KEPT) {
                        return abbreviation(begin, at + 1);
                    }
                    break;
                }
                if (isApostrophe(c) && letterAfter && isWordPart(at - 1)) {
                    at++;
                    continue;
                }
                if (c == ',' && digitAround && groupAfter(at + 1)) {
                    at++;
                    continue;
                }
                if (c == ':' && digitAround && isDigit(at + 2)) {
                    at++;
                    continue;
                }
                if (c == '/' && digitAround) {
                    at++;
                    continue;
                }
                if (c == '&' && isUpper(at - 1) && isUpper(at + 1)) {
                    at++;
                    continue;
                }
                if (c == '(' && text.startsWith("(s)", at) && at + 3 <= to) {
                    at += 3;
                    break;
                }
                if (c == '$' && onlyUpper(begin, at) && at - begin <= 3 && isDigit(at + 1)) {
                    at++;
                    break;
                }
                if (isHyphen(c)) {
                    if (isWordPart(at + 1) && at - begin <= 7 && prefixes.contains(lower(begin, at))) {
                        at++;
                        continue;
                    }
                    int number = hyphenedNumberEnd(begin, at, onlyDigits);
                    if (number > at) {
                        at = number;
                        break;
                    }
                }
                break;
            }
            return split(begin, at);
        }

        private enum Stop {
            INSIDE,
            KEPT,
            APART
        }

        /** What the full stop at {@code at} is to the word that began at {@code begin}. */
        private Stop stopAt(int begin, int lastStop, int at, boolean letterAfter) {
            boolean single = at - lastStop == 2 && isLetter(at - 1);
            boolean acronymSoFar = lastStop >= begin;
            if (single && letterAfter) {
                // "U.S." and "a.m." go on; "U.S.Embassy" and "J.Marsh" lack a blank.
                int after = at + 1 + width(at + 1);
                if (isChar(after, '.') || !isWordPart(after)) {
                    return Stop.INSIDE;
                }
                return acronymSoFar || isUpper(at - 1) ? Stop.KEPT : Stop.APART;
            }
            if (single && acronymSoFar) {
                return Stop.KEPT;
            }
            if (letterAfter && !isUpper(at + 1) && at - lastStop > 2 && at - begin > 2 && isLower(at - 1)) {
                // "ended.the": two words without a blank; addresses have been taken out before.
                return Stop.APART;
            }
            if (letterAfter && isUpper(at + 1) && isChar(at + 2, '.') && at - begin == 2 && isUpper(begin)) {
                return Stop.INSIDE; // "Ph.D."
            }
            String written = at + 1 - begin <= 12 ? text.substring(begin, at + 1) : "";
            if (!written.isEmpty() && kindOf(written) != Kind.PLAIN) {
                return Stop.KEPT;
            }
            if (beforeNumber.contains(written) && digitFollows(at + 1)) {
                return Stop.KEPT;
            }
            if (afterComma.contains(written) && commaBefore(begin)) {
                return Stop.KEPT;
            }
            // An initial: one capital, then a blank and a capitalised word ("J. Marsh"), or another initial.
            if (single && !acronymSoFar && isUpper(at - 1) && capitalFollows(at + 1)) {
                return text.charAt(at - 1) == 'I' && !initialBefore() ? Stop.APART : Stop.KEPT;
            }
            return Stop.APART;
        }

        private int abbreviation(int begin, int end) {
            String written = text.substring(begin, end);
            Kind kind = kindOf(written);
            if (kind == Kind.PLAIN) {
                boolean initial = end - begin == 2;
                boolean acronym = !initial && written.indexOf('.') < written.length() - 1;
                kind = initial || acronym || afterComma.contains(written) ? Kind.MAY_END : Kind.NEVER_ENDS;
            }
            return add(begin, end, kind);
        }

        /** The kind of a listed abbreviation; PLAIN when it is not listed. */
        private Kind kindOf(String written) {
            String lower = written.toLowerCase(Locale.ROOT);
            if (neverEnd.contains(written) || neverEnd.contains(lower) || neverEnd.contains(title(written))) {
                return Kind.NEVER_ENDS;
            }
            Kind kind = mayEnd.get(written);
            if (kind == null) {
                kind = mayEnd.get(lower);
            }
            if (kind == null) {
                kind = mayEnd.get(title(written));
            }
            return kind == null ? Kind.PLAIN : kind;
        }

        /** "GEN." counts as "Gen."; "gen." does not. */
        private String title(String written) {
            return Character.isUpperCase(written.charAt(0))
                    ? written.charAt(0) + written.substring(1).toLowerCase(Locale.ROOT)
                    : written;
        }

        /** Adds the word from {@code begin} to {@code end}, cut at clitics, contractions and units. */
        private int split(int begin, int end) {
            if (end - begin <= 12) {
                List<Integer> cuts = contractions.get(lower(begin, end));
                if (cuts != null) {
                    int at = begin;
                    for (int cut : cuts) {
                        add(at, begin + cut, Kind.PLAIN);
                        at = begin + cut;
                    }
                    return end;
                }
            }
            if (Character.isDigit(text.codePointAt(begin))) {
                int unit = begin;
                while (unit < end && (isDigit(unit) || isChar(unit, '.') || isChar(unit, ',') || isChar(unit, ':'))) {
                    unit++;
                }
                if (unit < end && end - unit <= 5 && units.contains(text.substring(unit, end))) {
                    add(begin, unit, Kind.PLAIN);
                    return add(unit, end, Kind.PLAIN);
                }
            }
            int cut = end;
            List<Integer> cuts = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                int clitic = cliticBegin(begin, cut);
                if (clitic <= begin) {
                    break;
                }
                cuts.add(0, clitic);
                cut = clitic;
            }
            int at = begin;
            for (int each : cuts) {
                add(at, each, Kind.PLAIN);
                at = each;
            }
            return add(at, end, Kind.PLAIN);
        }

        /** Where the clitic at the end of a word begins, or -1. */
        private int cliticBegin(int begin, int end) {
            for (int length = 1; length <= 2; length++) {
                int apostrophe = end - length - 1;
                if (apostrophe <= begin || !isApostrophe(text.charAt(apostrophe))) {
                    continue;
                }
                String tail = lower(apostrophe + 1, end);
                if (tail.equals("t") && lower(apostrophe - 1, apostrophe).equals("n") && apostrophe - 1 > begin) {
                    return apostrophe - 1;
                }
                // "the 1990's" is one word in the treebanks.
                if (clitics.contains(tail) && !isDigit(apostrophe - 1)) {
                    return apostrophe;
                }
            }
            return -1;
        }

        /** End of "'90s" or "'til" at an apostrophe, or -1. */
        private int elidedEnd(int at) {
            if (isInner(at, from)) {
                return -1;
            }
            if (isDigit(at + 1) && isDigit(at + 2) && !isDigit(at + 3)) {
                int end = isChar(at + 3, 's') ? at + 4 : at + 3;
                return isWordPart(end) ? -1 : end;
            }
            int end = at + 1;
            while (end < to && end - at <= 6 && isLetter(end)) {
                end++;
            }
            if (end == at + 1 || isWordPart(end)) {
                return -1;
            }
            String tail = lower(at + 1, end);
            // Text that was cut into words before has its clitics apart ("the crew 's").
            return apostropheFirst.contains(tail) || clitics.contains(tail) ? end : -1;
        }

        /** Three digits, or the two of an Indian hundred-thousand, and then no digit: thousands, not a list of numbers. */
        private boolean groupAfter(int at) {
            int digits = 0;
            while (digits < 4 && isDigit(at + digits)) {
                digits++;
            }
            return digits == 3 || digits == 2 && isChar(at + 2, ',') && isDigit(at + 3);
        }

        /** End of a telephone number or an ISO date whose first hyphen stands at {@code at}, or -1. */
        private int hyphenedNumberEnd(int begin, int at, boolean onlyDigits) {
            if (!onlyDigits || !isDigit(at + 1) || at - begin > 4) {
                return -1;
            }
            List<Integer> groups = new ArrayList<>();
            groups.add(at - begin);
            int end = at;
            while (end < to && isHyphen(text.charAt(end)) && isDigit(end + 1) && groups.size() < 5) {
                int digits = 0;
                while (digits < 6 && isDigit(end + 1 + digits)) {
                    digits++;
                }
                groups.add(digits);
                end += 1 + digits;
            }
            boolean date = groups.equals(List.of(4, 2, 2)) || groups.equals(List.of(2, 2, 4));
            boolean telephone = groups.size() >= 2
                    && groups.get(groups.size() - 1) == 4
                    && groups.subList(0, groups.size() - 1).stream().allMatch(size -> size == 3 || size == 1)
                    && groups.get(groups.size() - 2) == 3;
            return date || telephone ? end : -1;
        }

        /** "anti - tax" as one word, where scraping has set blanks around every hyphen. */
        private List<Word> joinSpacedPrefixes() {
            List<Word> joined = new ArrayList<>(words.size());
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                if (i + 2 < words.size() && isSpacedPrefix(word, words.get(i + 1), words.get(i + 2))) {
                    joined.add(new Word(
                            word.begin(),
                            words.get(i + 2).end(),
                            words.get(i + 2).kind()));
                    i += 2;
                } else {
                    joined.add(word);
                }
            }
            return joined;
        }

        private boolean isSpacedPrefix(Word prefix, Word hyphen, Word rest) {
            return prefix.end() - prefix.begin() <= 6
                    && hyphen.end() - hyphen.begin() == 1
                    && isHyphen(text.charAt(hyphen.begin()))
                    && hyphen.begin() == prefix.end() + 1
                    && rest.begin() == hyphen.end() + 1
                    && rest.kind() == Kind.PLAIN
                    && isWordPart(rest.begin())
                    && spacedPrefixes.contains(lower(prefix.begin(), prefix.end()));
        }

        // --- addresses -------------------------------------------------------------------------------------------

        /** Whether an address with a scheme begins here, so that a word written against it ends. */
        private boolean addressBegins(int at) {
            char c = text.charAt(at);
            return (c == 'h' || c == 'p' || c == 'H')
                    && (starts(at, "http://") || starts(at, "https://") || starts(at, "pic.twitter.com/"));
        }

        /** End of the address that begins here, or -1. */
        private int addressEnd(int at) {
            if (addressBegins(at) || starts(at, "ftp://")) {
                return trimmed(at, pathEnd(at));
            }
            if (isInner(at, from)) {
                return -1;
            }
            if (starts(at, "www.")) {
                int spaced = spacedHostEnd(at);
                return spaced > at ? spaced : trimmed(at, pathEnd(at));
            }
            if (at < addressTriedUntil || !isHostPart(at)) {
                return -1;
            }
            return bareAddressEnd(at);
        }

        /** "example.org/page" or "name@example.org". */
        private int bareAddressEnd(int begin) {
            int at = begin;
            int atSign = -1;
            int lastDot = -1;
            int dots = 0;
            while (at < to && at - begin < ADDRESS_LOOK_AHEAD) {
                if (at > begin && addressBegins(at)) {
                    break; // "lostpic.twitter.com/..."
                }
                char c = text.charAt(at);
                if (c == '@' && atSign < 0) {
                    atSign = at;
                    lastDot = -1;
                    dots = 0;
                } else if (c == '.' && isHostPart(at + 1)) {
                    lastDot = at;
                    dots++;
                } else if (!(isHostPart(at) || c == '-' || atSign < 0 && (c == '_' || c == '+'))) {
                    break;
                }
                at++;
            }
            if (lastDot < 0 || lastDot == begin) {
                addressTriedUntil = at;
                return -1;
            }
            String ending = text.substring(lastDot + 1, at);
            boolean path = isChar(at, '/') && at + 1 < to && !isBlank(at + 1);
            if (atSign > begin) {
                if (ending.length() >= 2 && isLetter(at - 1)) {
                    return at;
                }
            } else if (ending.equals(ending.toLowerCase(Locale.ROOT))
                    || ending.equals(ending.toUpperCase(Locale.ROOT)) && ending.length() > 2) {
                String known = ending.toLowerCase(Locale.ROOT);
                if (domains.contains(known) || pathDomains.contains(known) && path) {
                    return path ? trimmed(begin, pathEnd(at)) : at;
                }
            }
            addressTriedUntil = at;
            return -1;
        }

        /** "www. example. org", as some scrapers leave it. */
        private int spacedHostEnd(int begin) {
            int at = begin + 4;
            for (int part = 0; part < 6; part++) {
                if (!isChar(at, ' ') || !isHostPart(at + 1)) {
                    return -1;
                }
                int end = at + 1;
                while (end < to && end - at < 64 && (isHostPart(end) || isChar(end, '-'))) {
                    end++;
                }
                boolean known = domains.contains(text.substring(at + 1, end));
                if (isChar(end, '.') && isChar(end + 1, ' ') && isHostPart(end + 2) && !isUpper(end + 2)) {
                    int further = end + 2;
                    while (further < to && further - end < 64 && (isHostPart(further) || isChar(further, '-'))) {
                        further++;
                    }
                    if (!known || isChar(further, '.') || domains.contains(text.substring(end + 2, further))) {
                        at = end + 1;
                        continue;
                    }
                }
                return known ? trimmed(begin, isChar(end, '/') ? pathEnd(end) : end) : -1;
            }
            return -1;
        }

        /** Where an address that runs on from {@code at} is cut off by a blank, a quotation mark or a further address. */
        private int pathEnd(int at) {
            int end = at + 1;
            while (end < to && !isBlank(end)) {
                char c = text.charAt(end);
                if ("\"<>\u201C\u201D\u00AB\u00BB\u2014".indexOf(c) >= 0 || end > at + 4 && addressBegins(end)) {
                    break;
                }
                end++;
            }
            return end;
        }

        /** The address without the marks of the sentence it stands in. */
        private int trimmed(int begin, int end) {
            int unopened = 0;
            for (int i = begin; i < end; i++) {
                char c = text.charAt(i);
                unopened += c == ')' || c == ']' ? 1 : c == '(' || c == '[' ? -1 : 0;
            }
            while (end > begin + 1) {
                char c = text.charAt(end - 1);
                boolean bracket = (c == ')' || c == ']') && unopened > 0;
                if (".,;:!?'\u2019".indexOf(c) < 0 && !bracket) {
                    break;
                }
                unopened -= bracket ? 1 : 0;
                end--;
            }
            return end;
        }

        // --- faces and emoji --------------------------------------------------------------------------------------

        private boolean startsFace(int c) {
            return c == ':' || c == ';' || c == '=' || c == '<' || c == '^' || c == 'X' || c == 'x' || c == '-'
                    || c == '\\';
        }

        private int faceEnd(int at) {
            int end = at;
            while (end < to && end - at < 5 && !isBlank(end)) {
                end++;
            }
            for (int cut = end; cut > at + 1; cut--) {
                if (emoticons.contains(text.substring(at, cut)) && !isWordPart(cut)) {
                    return cut == to || isBlank(cut) || ".,!?".indexOf(text.charAt(cut)) >= 0 ? cut : -1;
                }
            }
            return -1;
        }

        /** A flag is two letters; other emoji take their skin, sex and family signs with them. */
        private int emojiEnd(int begin) {
            int at = begin + width(begin);
            if (isRegional(text.codePointAt(begin))) {
                return at < to && isRegional(text.codePointAt(at)) ? at + width(at) : at;
            }
            while (at < to) {
                int c = text.codePointAt(at);
                if (c == 0xFE0F
                        || c == 0xFE0E
                        || c == 0x20E3
                        || c >= 0x1F3FB && c <= 0x1F3FF
                        || c >= 0xE0020 && c <= 0xE007F) {
                    at += Character.charCount(c);
                } else if (c == 0x200D && at + 1 < to && isEmoji(text.codePointAt(at + 1))) {
                    at += 1 + width(at + 1);
                } else {
                    break;
                }
            }
            return at;
        }

        // --- what stands where ------------------------------------------------------------------------------------

        private int add(int begin, int end, Kind kind) {
            // A stretch may end between the two halves of a character.
            words.add(new Word(begin, Math.min(end, to), kind));
            return end;
        }

        private int tagEnd(int at) {
            while (at < to && (isWordPart(at) || isChar(at, '_'))) {
                at += width(at);
            }
            return at;
        }

        private boolean digitFollows(int at) {
            int after = skipBlanks(at);
            return isDigit(after) || isChar(after, '#') && isDigit(after + 1);
        }

        private boolean capitalFollows(int at) {
            int after = skipBlanks(at);
            return after > at && isUpper(after);
        }

        private boolean commaBefore(int begin) {
            return !words.isEmpty() && text.charAt(words.get(words.size() - 1).begin()) == ',';
        }

        private boolean initialBefore() {
            if (words.isEmpty()) {
                return false;
            }
            Word last = words.get(words.size() - 1);
            return last.end() - last.begin() == 2 && isChar(last.end() - 1, '.');
        }

        private int skipBlanks(int at) {
            int limit = Math.min(to, at + 4);
            while (at < limit && isBlank(at)) {
                at++;
            }
            return at;
        }

        private boolean isChar(int at, char c) {
            return at >= from && at < to && text.charAt(at) == c;
        }

        private boolean starts(int at, String words) {
            return at + words.length() <= to && text.regionMatches(true, at, words, 0, words.length());
        }

        private boolean isBlank(int at) {
            int c = text.codePointAt(at);
            return Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || c == 0xFEFF
                    || c == 0x200B
                    || c == 0x200E
                    || c == 0x200F
                    || c >= 0x202A && c <= 0x202E
                    || c >= 0x2066 && c <= 0x2069;
        }

        private int width(int at) {
            return at < to ? Math.min(Character.charCount(text.codePointAt(at)), to - at) : 0;
        }

        private boolean isWordPart(int at) {
            return at >= from && at < to && isWordChar(text.codePointAt(at));
        }

        private boolean isHostPart(int at) {
            if (at < from || at >= to) {
                return false;
            }
            char c = text.charAt(at);
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }

        private boolean isLetter(int at) {
            return at >= from && at < to && Character.isLetter(text.codePointAt(at));
        }

        private boolean isUpper(int at) {
            return at >= from && at < to && Character.isUpperCase(text.codePointAt(at));
        }

        private boolean isLower(int at) {
            return at >= from && at < to && Character.isLowerCase(text.codePointAt(at));
        }

        private boolean isDigit(int at) {
            return at >= from && at < to && Character.isDigit(text.codePointAt(at));
        }

        /** Whether a word goes on from before {@code at}: then nothing new, such as a decade, can begin here. */
        private boolean isInner(int at, int first) {
            return at > first && isWordChar(text.codePointBefore(at));
        }

        private boolean onlyUpper(int begin, int end) {
            for (int i = begin; i < end; i++) {
                if (!isUpper(i)) {
                    return false;
                }
            }
            return true;
        }

        private String lower(int begin, int end) {
            return text.substring(begin, end).toLowerCase(Locale.ROOT);
        }
    }

    static boolean isWordChar(int c) {
        if (Character.isLetterOrDigit(c) || c == '_') {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK && c != 0xFE0F && c != 0xFE0E && c != 0x20E3
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static boolean isJoiner(int c) {
        return c == 0x00AD || c == 0x200C || c == 0x200D || c == 0x2060;
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c == 0x2010 || c == 0x2011;
    }

    static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '\u2018' || c == '\u00B4' || c == '`';
    }

    private static boolean isRegional(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }

    private static boolean isEmoji(int c) {
        return isRegional(c)
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x2600 && c <= 0x27BF
                || c >= 0x2B00 && c <= 0x2BFF
                || c >= 0x2300 && c <= 0x23FF;
    }
}
