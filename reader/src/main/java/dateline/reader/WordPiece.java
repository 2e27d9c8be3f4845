package dateline.reader;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts words into the pieces of the model's vocabulary: lower case, decomposed, accents dropped, punctuation and ideographs
 * apart, then greedy longest match (WordPiece; Schuster and Nakajima 2012, as BERT uses it). At most 24 pieces a word.
 */
final class WordPiece {
    static final int UNKNOWN = 100;
    static final int BEGIN = 101;
    static final int END = 102;
    private static final int PIECES_MAX = 24;
    private static final int CHUNK_MAX = 100;
    private static final int WORD_MAX = 2_000;
    private static final int CACHE_MAX = 50_000;

    private final Map<String, Integer> vocabulary;
    private final Map<String, int[]> cache = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, int[]> eldest) {
            return size() > CACHE_MAX;
        }
    };

    WordPiece(List<String> lines) {
        vocabulary = new HashMap<>(lines.size() * 2);
        for (int i = 0; i < lines.size(); i++) {
            vocabulary.putIfAbsent(lines.get(i), i);
        }
    }

    /** Piece ids of one word, at least one. */
    int[] pieces(String word) {
        String key = word.length() > WORD_MAX ? word.substring(0, WORD_MAX) : word;
        synchronized (cache) {
            int[] known = cache.get(key);
            if (known != null) {
                return known;
            }
        }
        int[] cut = cut(key);
        if (key.length() < 64) {
            synchronized (cache) {
                cache.put(key, cut);
            }
        }
        return cut;
    }

    private int[] cut(String word) {
        List<Integer> pieces = new ArrayList<>();
        for (String chunk : chunks(word)) {
            greedy(chunk, pieces);
            if (pieces.size() >= PIECES_MAX) {
                break;
            }
        }
        if (pieces.isEmpty()) {
            pieces.add(UNKNOWN);
        }
        return pieces.stream().limit(PIECES_MAX).mapToInt(Integer::intValue).toArray();
    }

    private void greedy(String chunk, List<Integer> to) {
        if (chunk.codePointCount(0, chunk.length()) > CHUNK_MAX) {
            to.add(UNKNOWN);
            return;
        }
        List<Integer> found = new ArrayList<>();
        int begin = 0;
        while (begin < chunk.length()) {
            int end = chunk.length();
            Integer id = null;
            while (end > begin) {
                id = vocabulary.get((begin > 0 ? "##" : "") + chunk.substring(begin, end));
                if (id != null) {
                    break;
                }
                end = chunk.offsetByCodePoints(end, -1);
            }
            if (id == null) {
                to.add(UNKNOWN);
                return;
            }
            found.add(id);
            begin = end;
        }
        to.addAll(found);
    }

    private static List<String> chunks(String word) {
        String plain = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        List<String> chunks = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            if (c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || type == Character.SPACE_SEPARATOR
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                flush(now, chunks);
            } else if (type == Character.NON_SPACING_MARK
                    || type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.PRIVATE_USE
                    || type == Character.UNASSIGNED) {
                continue;
            } else if (isPunctuation(c, type) || isIdeograph(c)) {
                flush(now, chunks);
                chunks.add(Character.toString(c));
            } else {
                now.appendCodePoint(c);
            }
        }
        flush(now, chunks);
        return chunks;
    }

    private static void flush(StringBuilder now, List<String> to) {
        if (now.length() > 0) {
            to.add(now.toString());
            now.setLength(0);
        }
    }

    private static boolean isPunctuation(int c, int type) {
        return c >= 33 && c <= 47
                || c >= 58 && c <= 64
                || c >= 91 && c <= 96
                || c >= 123 && c <= 126
                || type == Character.CONNECTOR_PUNCTUATION
                || type == Character.DASH_PUNCTUATION
                || type == Character.START_PUNCTUATION
                || type == Character.END_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION;
    }

    private static boolean isIdeograph(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x20000 && c <= 0x2CEAF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x2F800 && c <= 0x2FA1F;
    }
}
