package dateline.ingest.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote something, as far as a feed says.
 *
 * @param words as written, e.g. {@code Ann Holt (ann@coast.example)}
 */
public record Person(String words, Optional<String> name, Optional<String> email, Optional<String> address) {
    private static final Pattern MAIL = Pattern.compile("[\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

    /** Reads {@code name (mail)}, {@code mail (name)}, {@code name <mail>} or a bare name. */
    static Person of(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        Matcher mail = MAIL.matcher(line);
        if (!mail.find()) {
            return new Person(line, some(line), Optional.empty(), Optional.empty());
        }
        String name = line.replace(mail.group(), "")
                .replace("()", "")
                .replace("<>", "")
                .replace("&lt;&gt;", "")
                .strip()
                .replaceFirst("^\\((.*)\\)$", "$1")
                .strip();
        return new Person(line, some(name), Optional.of(mail.group()), Optional.empty());
    }

    static Person of(Optional<String> name, Optional<String> email, Optional<String> address) {
        String words = name.map(
                        each -> email.map(mail -> each + " (" + mail + ")").orElse(each))
                .or(() -> email)
                .or(() -> address)
                .orElse("");
        return new Person(words, name, email, address);
    }

    private static Optional<String> some(String words) {
        return words.isBlank() ? Optional.empty() : Optional.of(words);
    }
}
