package dateline.present.geojson;

import dateline.account.Account;
import dateline.present.Harmless;
import dateline.present.Paths;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One feature per event, one line per feature. */
public final class EventsGeoJson {
    private final Paths paths;

    private EventsGeoJson(Account account) {
        this.paths = new Paths(account);
    }

    public static String render(Account account) {
        EventsGeoJson writer = new EventsGeoJson(account);
        List<String> features = account.events().stream().map(writer::feature).toList();
        return "{\"type\": \"FeatureCollection\", \"features\": ["
                + (features.isEmpty() ? "" : "\n " + String.join(",\n ", features) + "\n") + "]}\n";
    }

    private String feature(Account.Event event) {
        List<String> properties = new ArrayList<>();
        properties.add(field("label", event.label()));
        properties.add(field("type", event.type()));
        properties.add(field("mode", event.mode()));
        properties.add(field("when", event.when().edtf()));
        properties.add(field("part", event.when().part()));
        properties.add("\"rank\": " + event.rank());
        properties.add("\"background\": " + event.background());
        properties.add(field("standing", event.standing().name().toLowerCase(Locale.ROOT)));
        properties.add("\"independentSources\": " + event.independentSources());
        properties.add("\"sources\": " + texts(paths.namesOf(event.sources())));
        properties.add("\"places\": ["
                + String.join(
                        ", ", event.where().stream().map(EventsGeoJson::place).toList()) + "]");
        properties.add("\"words\": "
                + texts(event.mentions().stream()
                        .map(mention -> "“" + paths.mention(mention).quote() + "” " + paths.tellerOf(mention) + " "
                                + paths.cite(mention))
                        .toList()));
        return "{\"type\": \"Feature\", " + field("id", event.id()) + ", \"geometry\": " + geometry(event)
                + ", \"properties\": {" + String.join(", ", properties) + "}}";
    }

    /** A region or country keeps its middle as a point; {@code properties.places} says how fine each is. */
    private static String geometry(Account.Event event) {
        Set<String> points = new LinkedHashSet<>();
        for (Account.Where where : event.where()) {
            if (where.lat().isPresent() && where.lon().isPresent()) {
                points.add("[" + degrees(where.lon().getAsDouble()) + ", "
                        + degrees(where.lat().getAsDouble()) + "]");
            }
        }
        return switch (points.size()) {
            case 0 -> "null";
            case 1 ->
                "{\"type\": \"Point\", \"coordinates\": " + points.iterator().next() + "}";
            default -> "{\"type\": \"MultiPoint\", \"coordinates\": [" + String.join(", ", points) + "]}";
        };
    }

    private static String place(Account.Where where) {
        return "{" + field("name", where.name()) + ", " + field("within", where.within()) + ", "
                + field("country", where.country()) + ", " + field("precision", where.precision()) + "}";
    }

    private static String degrees(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String field(String name, Optional<String> value) {
        return value.map(text -> field(name, text)).orElse(quoted(name) + ": null");
    }

    private static String field(String name, String value) {
        return quoted(name) + ": " + quoted(value);
    }

    private static String texts(List<String> values) {
        return "["
                + String.join(", ", values.stream().map(EventsGeoJson::quoted).toList()) + "]";
    }

    /** Without unfit characters only these two need an escape. */
    private static String quoted(String text) {
        return "\"" + Harmless.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
