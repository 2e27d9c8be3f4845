package dateline.app;

import dateline.account.Account;
import dateline.codec.AccountJson;
import dateline.present.csv.EventsCsv;
import dateline.present.geojson.EventsGeoJson;
import dateline.present.html.HtmlPage;
import dateline.present.markdown.MarkdownPage;
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
    JSON,
    HTML,
    MD,
    CSV,
    GEOJSON;

    String render(Account account, List<Report> reports, TextStyle style) {
        return switch (this) {
            case TEXT -> TextPage.render(account, style);
            case JSON -> AccountJson.write(account, reports);
            case HTML -> HtmlPage.render(account, reports);
            case MD -> MarkdownPage.render(account);
            case CSV -> EventsCsv.render(account);
            case GEOJSON -> EventsGeoJson.render(account);
        };
    }

    /** The form that a file's name asks for ("account.json"). */
    static Optional<Format> ofFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "json" -> Optional.of(JSON);
            case "html", "htm" -> Optional.of(HTML);
            case "md", "markdown" -> Optional.of(MD);
            case "csv" -> Optional.of(CSV);
            case "geojson" -> Optional.of(GEOJSON);
            case "txt" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
