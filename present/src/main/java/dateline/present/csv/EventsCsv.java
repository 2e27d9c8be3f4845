package dateline.present.csv;

import static dateline.present.Harmless.line;

import dateline.account.Account;
import dateline.present.Countries;
import dateline.present.Dates;
import dateline.present.Paths;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** One row per event, in ACLED's 31 columns, lines ended as RFC 4180 says. */
public final class EventsCsv {
    private static final List<String> COLUMNS = List.of(
            "event_id_cnty",
            "event_date",
            "year",
            "time_precision",
            "disorder_type",
            "event_type",
            "sub_event_type",
            "actor1",
            "assoc_actor_1",
            "inter1",
            "actor2",
            "assoc_actor_2",
            "inter2",
            "interaction",
            "civilian_targeting",
            "iso",
            "region",
            "country",
            "admin1",
            "admin2",
            "admin3",
            "location",
            "latitude",
            "longitude",
            "geo_precision",
            "source",
            "source_scale",
            "notes",
            "fatalities",
            "tags",
            "timestamp");

    private final Paths paths;
    private final Countries countries = Countries.read();
    private final StringBuilder out = new StringBuilder();

    private EventsCsv(Account account) {
        this.paths = new Paths(account);
    }

    public static String render(Account account) {
        return new EventsCsv(account).table();
    }

    private String table() {
        out.append(String.join(",", COLUMNS)).append("\r\n");
        paths.account().events().forEach(this::row);
        return out.toString();
    }

    private void row(Account.Event event) {
        Optional<Dates.Range> range = event.when().edtf().flatMap(Dates::range);
        Optional<AcledKind> kind = AcledKind.of(event);
        List<String> agents = actors(event, "agent");
        List<String> targets = actors(event, "target");
        Optional<Account.Where> spot = onlySpot(event);
        Optional<Countries.Country> country = country(event);
        List<String> cells = new ArrayList<>();
        cells.add(text(paths.account().story().id() + "-" + event.id()));
        // A date wider than a month has no place in ACLED's precisions; the notes carry it.
        String precision = range.map(EventsCsv::precision).orElse("");
        cells.add(precision.isEmpty() ? "" : range.orElseThrow().first().toString());
        cells.add(range.filter(days -> days.first().getYear() == days.last().getYear())
                .map(days -> Integer.toString(days.first().getYear()))
                .orElse(""));
        cells.add(precision);
        cells.add(text(kind.map(AcledKind::disorder).orElse("")));
        cells.add(text(kind.map(AcledKind::event).orElse("")));
        cells.add(text(kind.map(AcledKind::subEvent).orElse("")));
        cells.add(text(agents.isEmpty() ? "" : agents.get(0)));
        cells.add(text(rest(agents)));
        cells.add("");
        cells.add(text(targets.isEmpty() ? "" : targets.get(0)));
        cells.add(text(rest(targets)));
        cells.add("");
        cells.add("");
        cells.add("");
        cells.add(country.map(Countries.Country::number).orElse(""));
        cells.add("");
        cells.add(text(country.map(Countries.Country::name).orElse("")));
        cells.add("");
        cells.add("");
        cells.add("");
        cells.add(text(spot.map(Account.Where::name).orElse("")));
        cells.add(spot.map(where -> degrees(where.lat())).orElse(""));
        cells.add(spot.map(where -> degrees(where.lon())).orElse(""));
        cells.add(spot.map(where -> where.precision().equals("region") ? "3" : "1")
                .orElse(""));
        cells.add(text(String.join("; ", paths.namesOf(event.sources()))));
        cells.add("");
        cells.add(text(notes(event)));
        cells.add(fatalities(event));
        cells.add(text(tags(event)));
        cells.add("");
        if (cells.size() != COLUMNS.size()) {
            throw new IllegalStateException("csv: a row of " + cells.size() + " cells, expected " + COLUMNS.size());
        }
        out.append(String.join(",", cells)).append("\r\n");
    }

    /** 1 a day, 2 a week, 3 a month; empty when it is wider. */
    private static String precision(Dates.Range range) {
        long days = ChronoUnit.DAYS.between(range.first(), range.last()) + 1;
        if (days == 1 && !range.looseFirst() && !range.looseLast()) {
            return "1";
        }
        return days <= 7 ? "2" : days <= 31 ? "3" : "";
    }

    private List<String> actors(Account.Event event, String role) {
        List<String> names = new ArrayList<>();
        for (Account.Participant participant : event.participants()) {
            if (participant.role().equals(role)) {
                names.add(paths.nameOf(participant.entity()));
            }
        }
        return names;
    }

    private static String rest(List<String> names) {
        return names.size() < 2 ? "" : String.join("; ", names.subList(1, names.size()));
    }

    /** The place of the event when it has exactly one that lies somewhere finer than a country. */
    private static Optional<Account.Where> onlySpot(Account.Event event) {
        List<Account.Where> spots = event.where().stream()
                .filter(where -> where.lat().isPresent()
                        && where.lon().isPresent()
                        && !where.precision().equals("country"))
                .toList();
        return spots.size() == 1 ? Optional.of(spots.get(0)) : Optional.empty();
    }

    private Optional<Countries.Country> country(Account.Event event) {
        Set<String> letters = new LinkedHashSet<>();
        event.where().forEach(where -> where.country().ifPresent(letters::add));
        return letters.size() == 1 ? countries.of(letters.iterator().next()) : Optional.empty();
    }

    /** The least number of dead that all tellings allow; empty when they contradict each other or nobody gives one. */
    private static String fatalities(Account.Event event) {
        double least = 0;
        double most = Double.MAX_VALUE;
        boolean said = false;
        for (Account.Quantity quantity : event.quantities()) {
            if (quantity.what().equals("killed")
                    && quantity.subset().isEmpty()
                    && quantity.min().isPresent()) {
                said = true;
                least = Math.max(least, quantity.min().getAsDouble());
                most = Math.min(most, quantity.max().orElse(Double.MAX_VALUE));
            }
        }
        return said && least <= most ? Paths.number(least).replace(",", "") : "";
    }

    private String notes(Account.Event event) {
        List<String> notes = new ArrayList<>();
        notes.add(line(event.label()) + ".");
        String standing = event.standing().name().toLowerCase(Locale.ROOT);
        notes.add("Standing: " + standing + ", "
                + Paths.count(event.independentSources(), "independent source", "independent sources")
                + (event.standingWhy().isBlank() ? "" : " (" + line(event.standingWhy()) + ")") + ".");
        notes.add("Date: " + event.when().edtf().map(Dates::iso).orElse("unknown")
                + event.when().part().map(part -> ", " + Dates.part(part)).orElse("")
                + ", " + event.when().basis().name().toLowerCase(Locale.ROOT) + ".");
        for (Account.Quantity quantity : event.quantities()) {
            String bounds = Paths.bounds(quantity.min(), quantity.max());
            notes.add(line(quantity.what()) + ": " + line(quantity.said())
                    + quantity.of()
                            .filter(of -> !quantity.said().endsWith(of))
                            .map(of -> " " + line(of))
                            .orElse("")
                    + quantity.subset().map(part -> " (" + line(part) + ")").orElse("")
                    + (bounds.isEmpty() ? "" : " [" + bounds + "]")
                    + quantity.speaker()
                            .map(speaker -> " according to " + paths.nameOf(speaker))
                            .orElse("") + ".");
        }
        if (event.where().size() > 1
                || onlySpot(event).isEmpty() && !event.where().isEmpty()) {
            notes.add("Places: "
                    + String.join(
                            "; ",
                            event.where().stream()
                                    .map(where ->
                                            line(where.name()) + (where.lat().isPresent() ? "" : " (not located)"))
                                    .toList())
                    + ".");
        }
        for (Account.Disagreement each : paths.disagreementsOn(event.id())) {
            notes.add((each.update() ? "Changed: " : "Disputed: ") + line(each.question()) + " "
                    + String.join(
                            " / ",
                            each.positions().stream()
                                    .map(position -> line(position.value()) + " ("
                                            + String.join(", ", paths.namesOf(position.sources())) + ")")
                                    .toList())
                    + ".");
        }
        if (event.background()) {
            notes.add("Told as background.");
        }
        for (String mention : event.mentions()) {
            notes.add("“" + line(paths.mention(mention).quote()) + "” " + paths.tellerOf(mention) + " "
                    + paths.cite(mention).replace('\u00A0', ' '));
        }
        return String.join(" ", notes);
    }

    private static String tags(Account.Event event) {
        List<String> tags = new ArrayList<>();
        for (Account.Quantity quantity : event.quantities()) {
            if (quantity.what().equals("present")) {
                tags.add("crowd size=" + line(quantity.said()));
            }
        }
        tags.add("plover=" + event.type()
                + event.mode().map(mode -> "-" + line(mode)).orElse(""));
        return String.join("; ", tags);
    }

    private static String degrees(OptionalDouble value) {
        return String.format(Locale.ROOT, "%.4f", value.orElseThrow());
    }

    /** A quoted cell. A text that a spreadsheet would take for a formula is given an apostrophe, which makes it text. */
    static String text(String value) {
        String plain = line(value);
        if (plain.isEmpty()) {
            return "";
        }
        boolean formula = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20".indexOf(plain.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + plain.replace("\"", "\"\"") + "\"";
    }
}
