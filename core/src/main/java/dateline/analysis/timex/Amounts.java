package dateline.analysis.timex;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Reads numbers in words and figures: {@code twenty-four}, {@code 2 1/2}, {@code a couple of}, {@code one hundred}. */
final class Amounts {
    private final Words words;

    Amounts(Words words) {
        this.words = words;
    }

    /** The number, or nothing when it is no number ("several"). */
    Optional<BigDecimal> read(String text) {
        String said = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        Optional<String> couple = words.value("couple", said);
        if (couple.isPresent()) {
            return couple.map(BigDecimal::new);
        }
        if (words.value("few", said).isPresent()) {
            return Optional.empty();
        }
        if (said.startsWith("half a")) {
            return Optional.of(new BigDecimal("0.5"));
        }
        BigDecimal half = BigDecimal.ZERO;
        String whole = said;
        for (String end : new String[] {" and a half", " 1/2", "½", " ½", " a half"}) {
            if (said.endsWith(end)) {
                half = new BigDecimal("0.5");
                whole = said.substring(0, said.length() - end.length()).strip();
                if (whole.endsWith(" and")) {
                    whole = whole.substring(0, whole.length() - 4);
                }
                break;
            }
        }
        String figures = whole.replace(",", "");
        if (figures.matches("[0-9]+(\\.[0-9]+)?")) {
            return Optional.of(new BigDecimal(figures).add(half));
        }
        int total = 0;
        boolean any = false;
        for (String part : whole.split("[ -]+")) {
            if (part.equals("and")) {
                continue;
            }
            Optional<String> value =
                    words.value("one", part).or(() -> words.value("teen", part)).or(() -> words.value("ten", part));
            Optional<String> times = words.value("hundred", part);
            if (times.isPresent()) {
                total = Math.max(1, total) * Integer.parseInt(times.get());
            } else if (value.isPresent()) {
                total += Integer.parseInt(value.get());
            } else if (words.value("single", part).isPresent() || part.equals("another")) {
                total += 1;
                any = true;
                continue;
            } else if (part.matches("additional|full|whole|more")) {
                continue;
            } else {
                return Optional.empty();
            }
            any = true;
        }
        // "a hundred": the article is no one of its own
        if (whole.matches("an? hundred.*|an? thousand.*")) {
            total = total - (total % 100 == 1 ? 1 : 0);
        }
        return any ? Optional.of(new BigDecimal(total).add(half)) : Optional.empty();
    }
}
