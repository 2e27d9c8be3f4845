package dateline.analysis.mention;

import dateline.analysis.place.Gazetteer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How names are written, and when two ways of writing are one name: folding, transliteration, acronyms, hashtags. */
public final class Spelling {
    private static final Set<String> SMALL =
            Set.of("of", "the", "and", "for", "in", "on", "to", "de", "la", "del", "al", "el", "a", "at", "&");
    private static final Set<String> ARTICLES = Set.of("al", "el", "ul", "ad", "as", "ar", "an", "az", "ash", "at");

    private Spelling() {}

    /** Lower case without marks, points, apostrophes and a leading "the"; signs as blanks. */
    public static String fold(String name) {
        return Gazetteer.key(name);
    }

    /** A folded name without "hurricane", "tropical storm" and the like before it. */
    public static String withoutStorm(String folded) {
        return folded.replaceFirst("^(?:(?:tropical|super) ?)?(?:hurricane|typhoon|cyclone|storm|superstorm) ", "");
    }

    /** A name folded, run-together words apart, and the short forms of streets at its end in full: "Orlan Ave." -> "orlan avenue". */
    public static String full(String name) {
        String folded = fold(split(name));
        int last = folded.lastIndexOf(' ') + 1;
        if (last == 0) {
            return folded;
        }
        String end = switch (folded.substring(last)) {
            case "ave" -> "avenue";
            case "st", "saint" -> "street";
            case "rd" -> "road";
            case "blvd" -> "boulevard";
            case "dept" -> "department";
            case "assn" -> "association";
            case "corp" -> "corporation";
            case "univ" -> "university";
            default -> folded.substring(last);
        };
        return folded.substring(0, last) + end;
    }

    /** The folded words of a name; articles joined with a hyphen ("al-Masri") stand apart and are left out. */
    public static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        String[] parts = fold(name).split(" ");
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty() || i < parts.length - 1 && ARTICLES.contains(parts[i])) {
                continue;
            }
            words.add(parts[i]);
        }
        return List.copyOf(words);
    }

    /**
     * What stays of a word when vowels and letters that transcriptions exchange are taken out: "Husayn", "Hussein" -> "hsn".
     * The first letter stays even if it is a vowel, as "a".
     */
    public static String skeleton(String word) {
        String plain = fold(word)
                .replace("ou", "u")
                .replace("ph", "f")
                .replace("ck", "k")
                .replace("kh", "h")
                .replace("gh", "g")
                .replace("dh", "d")
                .replace("th", "t")
                .replace("sch", "sh")
                .replace("tch", "ch")
                .replace("ts", "z");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            char kept = switch (c) {
                case 'a', 'e', 'i', 'o', 'u' -> i == 0 ? 'a' : ' ';
                case 'y' -> i == 0 ? 'y' : ' ';
                case 'q', 'c' -> 'k';
                case 'z' -> 's';
                case 'w' -> 'v';
                default -> c;
            };
            if (kept != ' ' && (out.isEmpty() || out.charAt(out.length() - 1) != kept)) {
                out.append(kept);
            }
        }
        return out.toString();
    }

    /** Whether two words may be one word in two transcriptions or two spellings; equal words are. */
    public static boolean alike(String one, String other) {
        String a = fold(one);
        String b = fold(other);
        if (a.equals(b)) {
            return true;
        }
        if (Math.min(a.length(), b.length()) >= 7 && distance(a, b) <= 1) {
            return true;
        }
        String bones = skeleton(a);
        if (Math.min(a.length(), b.length()) < 4
                || bones.isEmpty()
                || !skeleton(b).startsWith(bones.substring(0, 1))) {
            return false;
        }
        if (bones.length() >= 2 && bones.equals(skeleton(b)) && distance(a, b) <= 3) {
            // Two consonants are few: only one letter may differ then.
            return bones.length() >= 3 || Math.abs(a.length() - b.length()) <= 1 && distance(a, b) <= 1;
        }
        return false;
    }

    /** Whether two names have the same number of words and each is alike its fellow, at least one of them equal or long. */
    public static boolean alikeNames(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        if (a.size() != b.size() || a.isEmpty()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!alike(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Levenshtein's distance. */
    public static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[other.length()];
    }

    /** Whether the letters are the first letters of the name's words ("UNHCR", small words left out or in). */
    public static boolean isAcronymOf(String letters, String name) {
        String wanted = letters.replaceAll("[.#\\s]", "").toLowerCase(Locale.ROOT);
        if (wanted.length() < 2 || !looksLikeAcronym(letters)) {
            return false;
        }
        StringBuilder all = new StringBuilder();
        StringBuilder big = new StringBuilder();
        String[] parts = split(name).split("[\\s-]+");
        if (parts.length < 2) {
            return false;
        }
        for (String part : parts) {
            String folded = fold(part);
            if (folded.isEmpty()) {
                continue;
            }
            all.append(folded.charAt(0));
            if (!SMALL.contains(folded)) {
                big.append(folded.charAt(0));
            }
        }
        return all.toString().equals(wanted) || big.toString().equals(wanted);
    }

    /** Capitals only, two to six, with points between or none; a leading # is not counted. */
    public static boolean looksLikeAcronym(String word) {
        return word.matches("#?(?:\\p{Lu}\\.?){2,6}s?");
    }

    /** A hashtag or run-together name as words: "#HarbourFront" -> "Harbour Front"; other words as they are. */
    public static String split(String word) {
        String bare = word.startsWith("#") ? word.substring(1) : word;
        return bare.replace('_', ' ').replaceAll("(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll})", " ");
    }
}
