package dateline.app;

import dateline.account.Account;
import dateline.codec.AccountJson;
import dateline.present.text.TextPage;
import dateline.present.text.TextStyle;
import dateline.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which an account can be had. */
enum Format {
    TEXT,
    JSON;

    String render(Account account, List<Report> reports, TextStyle style) {
        return switch (this) {
            case TEXT -> TextPage.render(account, style);
            case JSON -> AccountJson.write(account, reports);
        };
    }

    /** The form that a file's name asks for ("account.json"). */
    static Optional<Format> ofFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "json" -> Optional.of(JSON);
            case "txt" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
