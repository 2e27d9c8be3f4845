package dateline.present.html;

import dateline.account.Account;
import dateline.present.Countries;
import dateline.present.Dates;
import dateline.present.Paths;
import dateline.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The account as one page. Each citation is a link to {@code #m7}, where the exact words stand lit in the full text of their
 * report; below each paragraph there are links back to what was made of it. A script, where it runs, shows the words beside the statement.
 */
public final class HtmlPage {
    private static final int ENTITY_CITES_MOST = 12;
    /** Beside the brief there is room for so many lines of each kind; the sections have them all. */
    private static final int GLANCE_MOST = 3;

    private static final int GLANCE_LETTERS_MOST = 60;
    private static final int LEFT_OUT_LETTERS_MOST = 200;

    private static final String QUOTE_MARKS = "\"'“”„‘’«»";
    private static final Pattern ROUND = Pattern.compile("(?i)(dozens|scores|hundreds|thousands|millions)$");

    private final Account account;
    private final Paths paths;
    private final Html html = new Html();
    private final ReportTexts texts;
    private final TimeStrip strip;
    private final Countries countries = Countries.read();

    private HtmlPage(Account account, List<Report> reports) {
        this.account = account;
        this.paths = new Paths(account);
        this.texts = new ReportTexts(paths, reports, new Uses(paths));
        this.strip = new TimeStrip(account.events());
    }

    /** {@code reports} are those the account was made from, in any order. */
    public static String render(Account account, List<Report> reports) {
        return new HtmlPage(account, reports).page();
    }

    private String page() {
        Html full = new Html();
        texts.write(full);
        body(full);
        return Frame.page(account.story().headline(), html, List.of("page.css"), texts.styles(), List.of("page.js"));
    }

    private void body(Html full) {
        html.element("a", "Skip to the brief", "class", "skip", "href", "#brief");
        html.open("div", "class", "sheet");
        head();
        html.open("main");
        html.open("div", "class", "front");
        brief();
        glance();
        html.close();
        contents();
        timeline();
        map();
        disagreements();
        numbers();
        agreements();
        openQuestions();
        entities();
        claims();
        sources();
        leftOut();
        decisions();
        section(
                "reports",
                "The reports in full",
                "Quoted words are underlined. Below a paragraph stands what was made of it.");
        html.add(full);
        html.close();
        html.close();
        foot();
        html.close();
    }

    private void head() {
        Account.Story story = account.story();
        html.open("header", "class", "head");
        html.element("p", "Dateline", "class", "name");
        html.element("h1", story.headline(), "dir", "auto");
        html.open("p", "class", "counts");
        story.from().ifPresent(from -> {
            html.words(story.to()
                    .filter(to -> !to.equals(from))
                    .map(to -> Dates.words(from + "/" + to))
                    .orElseGet(() -> Dates.words(from)));
            html.words(" · ");
        });
        html.words(Paths.count(story.reports(), "report", "reports"));
        if (story.posts() > 0) {
            html.words(" · " + Paths.count(story.posts(), "post", "posts"));
        }
        html.words(" · " + Paths.count(story.independentSources(), "independent source", "independent sources"));
        story.asOf().ifPresent(asOf -> html.words(" · as known on " + Dates.instant(asOf)));
        html.close();
        html.close().line();
    }

    private void brief() {
        html.open("section", "class", "brief", "id", "brief", "aria-label", "Brief");
        int number = 0;
        for (Account.BriefSentence sentence : account.brief()) {
            number++;
            html.open("p", "id", "b" + number, "dir", "auto").text(sentence.text());
            cites(sentence.cites());
            html.close().line();
        }
        if (account.brief().isEmpty()) {
            html.element("p", "The reports carry no sentence that could stand as a brief.");
        }
        html.close();
    }

    /** What a reader should know before trusting the brief: what is disputed and what nobody says. */
    private void glance() {
        if (account.disagreements().isEmpty() && account.openQuestions().isEmpty()) {
            return;
        }
        html.open("aside", "class", "glance", "aria-label", "At a glance");
        if (!account.disagreements().isEmpty()) {
            html.element("h2", "Disputed or changed").open("ul");
            for (Account.Disagreement each : first(account.disagreements())) {
                html.open("li").open("a", "href", "#" + each.id(), "dir", "auto");
                html.text(each.question()).close();
                if (each.update()) {
                    html.aside("changed with time");
                }
                html.open("span", "class", "values", "dir", "auto");
                boolean more = false;
                for (Account.Position position : each.positions()) {
                    html.words(more ? " · " : "").text(shortened(position.value(), GLANCE_LETTERS_MOST));
                    more = true;
                }
                html.close().close();
            }
            html.close();
            theRest(account.disagreements(), "disagreements");
        }
        if (!account.openQuestions().isEmpty()) {
            html.element("h2", "Not known").open("ul");
            for (Account.OpenQuestion each : first(account.openQuestions())) {
                html.open("li").open("a", "href", "#" + each.about(), "dir", "auto");
                html.text(each.question()).close().close();
            }
            html.close();
            theRest(account.openQuestions(), "questions");
        }
        html.close();
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(GLANCE_MOST, all.size()));
    }

    private void theRest(List<?> all, String section) {
        if (all.size() > GLANCE_MOST) {
            html.open("p")
                    .element("a", "All " + all.size(), "href", "#" + section)
                    .close();
        }
    }

    private void contents() {
        html.open("nav", "class", "contents", "aria-label", "Contents").open("ul");
        entry("timeline", "Timeline");
        if (hasPlaces()) {
            entry("places", "Map");
        }
        entryIf(account.disagreements(), "disagreements", "Disagreements");
        entryIf(account.series(), "numbers", "Numbers");
        entryIf(account.agreements(), "agreements", "Agreements");
        entryIf(account.openQuestions(), "questions", "Open questions");
        entryIf(account.entities(), "who", "Who is who");
        entryIf(account.claims(), "claims", "Who says what");
        entry("sources", "Sources");
        entryIf(account.leftOut(), "left-out", "Left out");
        entryIf(account.decisions(), "decisions", "Decisions");
        entry("reports", "Reports");
        html.close().close().line();
    }

    private void entryIf(List<?> content, String id, String name) {
        if (!content.isEmpty()) {
            entry(id, name);
        }
    }

    private void entry(String id, String name) {
        html.open("li").element("a", name, "href", "#" + id).close();
    }

    private void section(String id, String title, String note) {
        html.open("section", "id", id, "aria-labelledby", "h-" + id).element("h2", title, "id", "h-" + id);
        if (!note.isEmpty()) {
            html.element("p", note, "class", "note");
        }
    }

    private void timeline() {
        section("timeline", "Timeline", "");
        howToRead();
        if (strip.isUseful()) {
            html.open("p", "class", "scale-ends", "aria-hidden", "true")
                    .element("span", strip.firstDay())
                    .element("span", strip.lastDay())
                    .close();
        }
        List<Account.Event> background = new ArrayList<>();
        String day = "";
        boolean open = false;
        for (Account.Event event : account.events()) {
            if (event.background()) {
                background.add(event);
                continue;
            }
            String heading = event.when().edtf().map(Dates::words).orElse("Date unknown");
            if (!heading.equals(day)) {
                if (open) {
                    html.close().close();
                }
                html.open("div", "class", "day-row").open("h3", "class", "day");
                event.when()
                        .edtf()
                        .filter(edtf -> edtf.matches("\\d{4}-\\d{2}(-\\d{2})?"))
                        .ifPresentOrElse(
                                edtf -> html.element("time", heading, "datetime", edtf), () -> html.text(heading));
                html.close().open("div", "class", "events");
                open = true;
                day = heading;
            }
            event(event);
        }
        if (open) {
            html.close().close();
        }
        if (account.events().size() == background.size()) {
            html.element("p", "The reports tell of nothing new that could be made out.");
        }
        if (!background.isEmpty()) {
            html.open("details", "class", "background")
                    .element("summary", "What went before: " + Paths.count(background.size(), "event", "events"));
            html.open("div", "class", "events");
            background.forEach(this::event);
            html.close().close();
        }
        html.close().line();
    }

    private void howToRead() {
        html.open("details", "class", "how").element("summary", "How to read this");
        html.open("dl", "class", "facts");
        for (Account.Standing standing : Account.Standing.values()) {
            html.open("div").open("dt");
            mark(standing);
            html.close().element("dd", meaning(standing)).close();
        }
        html.open("div")
                .open("dt")
                .element("span", "2\u00A0¶3", "class", "cite")
                .close();
        html.element("dd", "the words, in paragraph 3 of report 2: press to read them")
                .close();
        if (strip.isUseful()) {
            html.open("div").open("dt");
            strip.sample(html);
            html.close();
            html.element(
                            "dd",
                            "when, on the scale of the whole story; a pale bar is a stretch within which it happened, without an edge where the words leave its end open")
                    .close();
        }
        html.close().close();
    }

    private static String meaning(Account.Standing standing) {
        return switch (standing) {
            case CORROBORATED -> "two or more independent sources tell it and none contradicts";
            case REPORTED -> "one independent source tells it";
            case DISPUTED -> "sources contradict each other on whether or what";
            case UNVERIFIED -> "those who tell it doubt it";
            case DENIED -> "the one accused denies it and nobody else confirms it";
            case ANNOUNCED -> "it is said to be going to happen";
        };
    }

    private void event(Account.Event event) {
        html.open(
                "article",
                "class",
                "event" + (event.stageOf().isPresent() ? " stage" : "") + (event.rank() == 1 ? " lead" : ""),
                "id",
                event.id(),
                "aria-labelledby",
                "l-" + event.id());
        if (strip.isUseful() && !event.background()) {
            strip.draw(html, event.when());
        }
        String when = event.background()
                ? event.when().edtf().map(Dates::words).orElse("Date unknown")
                : event.when().part().map(Dates::part).orElse("");
        html.open("h4", "dir", "auto");
        if (!when.isEmpty()) {
            html.element("span", when, "class", "part").words(" ");
        }
        html.element("span", event.label(), "id", "l-" + event.id());
        html.close();
        html.open("p", "class", "standing");
        standing(event);
        cites(event.mentions());
        html.close();
        html.open("dl", "class", "facts");
        event.stageOf().ifPresent(whole -> fact("Part of", () -> eventLink(whole)));
        if (!event.where().isEmpty()) {
            fact("Where", () -> places(event));
        }
        quantities(event);
        for (Account.Follows follows : event.follows()) {
            fact(relation(follows.relation()), () -> {
                eventLink(follows.event());
                cites(List.of(follows.mention()));
            });
        }
        for (Account.Disagreement each : paths.disagreementsOn(event.id())) {
            fact(each.update() ? "Changed" : "Disputed", () -> disputed(each));
        }
        html.close();
        known(event);
        html.close().line();
    }

    private void standing(Account.Event event) {
        mark(event.standing());
        html.words(" · " + Paths.count(event.independentSources(), "independent source", "independent sources"));
        if (event.byDecision()) {
            html.words(" · ").element("a", "an analyst decided here", "href", "#decisions");
        }
    }

    private void mark(Account.Standing standing) {
        String sign = switch (standing) {
            case CORROBORATED -> "●";
            case REPORTED -> "○";
            case DISPUTED -> "◐";
            case UNVERIFIED -> "◌";
            case DENIED -> "⊘";
            case ANNOUNCED -> "▷";
        };
        String word = lower(standing);
        html.open("span", "class", "mark " + word)
                .element("span", sign, "class", "sign", "aria-hidden", "true")
                .words(" " + word)
                .close();
    }

    private void fact(String name, Runnable content) {
        html.open("div").element("dt", name).open("dd", "dir", "auto");
        content.run();
        html.close().close();
    }

    /** Each place once, in the words of the first who names it, with all who do. */
    private void places(Account.Event event) {
        Map<String, List<String>> cites = new LinkedHashMap<>();
        Map<String, Account.Where> named = new LinkedHashMap<>();
        for (Account.Where where : event.where()) {
            String words = words(where);
            named.putIfAbsent(words, where);
            cites.computeIfAbsent(words, key -> new ArrayList<>()).add(where.mention());
        }
        boolean first = true;
        for (Map.Entry<String, Account.Where> each : named.entrySet()) {
            Account.Where where = each.getValue();
            html.words(first ? "" : "; ").text(each.getKey());
            first = false;
            if (where.lat().isEmpty()) {
                html.aside("(not on the map)");
            } else if (where.precision().equals("region") || where.precision().equals("country")) {
                html.aside("(somewhere in the " + where.precision() + ")");
            }
            cites(cites.getOrDefault(each.getKey(), List.of()));
        }
    }

    /** The place, what it lies in and its country, none of them twice. */
    private String words(Account.Where where) {
        StringBuilder words = new StringBuilder(where.name());
        List<Optional<String>> around = List.of(
                where.within(),
                where.country()
                        .map(letters -> countries
                                .of(letters)
                                .map(Countries.Country::name)
                                .orElse(letters)));
        for (Optional<String> each : around) {
            each.filter(name -> words.indexOf(name) < 0)
                    .ifPresent(name -> words.append(", ").append(name));
        }
        return words.toString();
    }

    private void quantities(Account.Event event) {
        Map<String, List<Account.Quantity>> byWhat = new LinkedHashMap<>();
        for (Account.Quantity quantity : event.quantities()) {
            byWhat.computeIfAbsent(quantity.what(), what -> new ArrayList<>()).add(quantity);
        }
        byWhat.forEach((what, all) -> fact(what.equals("other") ? "Number" : capital(what), () -> {
            boolean first = true;
            for (Account.Quantity quantity : all) {
                html.words(first ? "" : "; ");
                first = false;
                quantity(quantity);
            }
        }));
    }

    private void quantity(Account.Quantity quantity) {
        html.element("b", quantity.said());
        quantity.of()
                .filter(of -> !quantity.said().endsWith(of))
                .ifPresent(of -> html.words(ROUND.matcher(quantity.said()).find() ? " of " : " ")
                        .text(of));
        quantity.subset().ifPresent(subset -> html.words(" (").text(subset).words(")"));
        quantity.speaker().ifPresent(speaker -> html.words(", according to ").text(paths.nameOf(speaker)));
        cites(List.of(quantity.mention()));
    }

    private void disputed(Account.Disagreement each) {
        html.open("a", "href", "#" + each.id()).text(each.question()).close().words(" ");
        boolean first = true;
        for (Account.Position position : each.positions()) {
            html.words(first ? "" : " · ").element("b", position.value());
            html.aside(String.join(", ", paths.namesOf(position.sources())));
            cites(position.mentions());
            first = false;
        }
    }

    private void known(Account.Event event) {
        html.open("details", "class", "known").element("summary", "How this is known");
        html.open("dl", "class", "facts");
        fact("Dated", () -> {
            html.words(lower(event.when().basis()));
            event.when().edtf().ifPresent(edtf -> html.words(", ").text(Dates.iso(edtf)));
            for (String said : event.when().said()) {
                html.words(", “").text(said).words("”");
            }
            if (!event.when().why().isBlank()) {
                html.words(": ").text(event.when().why());
            }
        });
        if (!event.standingWhy().isBlank()) {
            fact(capital(lower(event.standing())), () -> html.text(event.standingWhy()));
        }
        fact("Told by", () -> html.words(String.join(", ", paths.namesOf(event.sources()))));
        if (!event.participants().isEmpty()) {
            fact("Taking part", () -> {
                boolean first = true;
                for (Account.Participant participant : event.participants()) {
                    html.words(first ? "" : ", ");
                    first = false;
                    html.element("a", paths.nameOf(participant.entity()), "href", "#" + participant.entity());
                    html.aside("(" + participant.role() + ")");
                }
            });
        }
        html.close().close();
    }

    private void eventLink(String id) {
        html.element("a", paths.event(id).label(), "href", "#" + id);
    }

    private boolean hasPlaces() {
        return account.events().stream().anyMatch(event -> !event.where().isEmpty());
    }

    /** One numbered pin for each place; events without a pin are listed beside the map, with what is known. */
    private void map() {
        if (!hasPlaces()) {
            return;
        }
        Map<String, StoryMap.Pin> pins = new LinkedHashMap<>();
        Map<Integer, Set<String>> eventsAt = new LinkedHashMap<>();
        List<Account.Event> unlocated = new ArrayList<>();
        for (Account.Event event : account.events()) {
            boolean located = false;
            for (Account.Where where : event.where()) {
                if (where.lat().isPresent() && where.lon().isPresent()) {
                    boolean exact = !where.precision().equals("region")
                            && !where.precision().equals("country");
                    String spot = String.format(
                            Locale.ROOT,
                            "%.2f %.2f %s",
                            where.lat().getAsDouble(),
                            where.lon().getAsDouble(),
                            exact);
                    String name = exact
                                    && where.within().isPresent()
                                    && where.precision().equals("site")
                            ? where.within().get()
                            : where.name();
                    pins.computeIfAbsent(
                            spot,
                            key -> new StoryMap.Pin(
                                    pins.size() + 1,
                                    name,
                                    where.lat().getAsDouble(),
                                    where.lon().getAsDouble(),
                                    exact));
                    eventsAt.computeIfAbsent(pins.get(spot).number(), number -> new LinkedHashSet<>())
                            .add(event.id());
                    located = true;
                }
            }
            if (!located) {
                unlocated.add(event);
            }
        }
        section("places", "Where", "");
        html.open("div", "class", pins.isEmpty() ? "where" : "where with-map");
        if (!pins.isEmpty()) {
            html.open("figure");
            new StoryMap(List.copyOf(pins.values())).draw(html);
            html.element(
                    "figcaption",
                    "Outline: Natural Earth, public domain. Borders and names are that source's; where they are drawn is itself a political choice.");
            html.close();
        }
        html.open("div", "class", "spots");
        if (!pins.isEmpty()) {
            html.open("ol", "class", "pins");
            for (StoryMap.Pin pin : pins.values()) {
                html.open("li").element("b", pin.name(), "dir", "auto");
                if (!pin.exact()) {
                    html.aside("(an area, not a spot)");
                }
                html.open("ul");
                for (String event : eventsAt.getOrDefault(pin.number(), Set.of())) {
                    html.open("li");
                    eventLink(event);
                    html.close();
                }
                html.close().close();
            }
            html.close();
        }
        html.close();
        if (!unlocated.isEmpty()) {
            html.open("div", "class", "nowhere");
            html.element("h3", "Not on the map").open("ul", "class", "plain");
            for (Account.Event event : unlocated) {
                html.open("li");
                eventLink(event.id());
                html.aside(
                        event.where().isEmpty()
                                ? "no place is named"
                                : "“"
                                        + String.join(
                                                "”, “",
                                                event.where().stream()
                                                        .map(Account.Where::name)
                                                        .distinct()
                                                        .toList())
                                        + "”: no single spot");
                html.close();
            }
            html.close().close();
        }
        html.close().close().line();
    }

    private void disagreements() {
        if (account.disagreements().isEmpty()) {
            return;
        }
        section("disagreements", "Disagreements", "");
        for (Account.Disagreement each : account.disagreements()) {
            html.open("article", "class", "dispute", "id", each.id());
            html.open("h3", "dir", "auto").text(each.question());
            html.words(" ")
                    .element(
                            "span",
                            each.update() ? kind(each.kind()) + ", changed with time" : kind(each.kind()),
                            "class",
                            "tag")
                    .close();
            positions(each.positions());
            each.mayBothHold()
                    .ifPresent(why -> html.open("p", "class", "both", "dir", "auto")
                            .element("b", "May all hold:")
                            .words(" ")
                            .text(why)
                            .close());
            about(each.about());
            html.close().line();
        }
        html.close();
    }

    private void positions(List<Account.Position> positions) {
        html.open("ul", "class", "positions");
        for (Account.Position position : positions) {
            html.open("li").element("p", position.value(), "class", "value", "dir", "auto");
            html.open("p", "class", "by", "dir", "auto").words(String.join(", ", paths.namesOf(position.sources())));
            cites(position.mentions());
            html.close().close();
        }
        html.close();
    }

    private void about(List<String> events) {
        if (events.isEmpty()) {
            return;
        }
        html.open("p", "class", "about").words("On: ");
        boolean first = true;
        for (String event : events) {
            html.words(first ? "" : "; ");
            first = false;
            eventLink(event);
        }
        html.close();
    }

    private void agreements() {
        if (account.agreements().isEmpty()) {
            return;
        }
        section("agreements", "Agreements", "Said differently, but not in dispute.");
        for (Account.Agreement each : account.agreements()) {
            html.open("article", "class", "dispute agrees", "id", each.id());
            html.open("h3", "dir", "auto").text(each.question()).words(" ");
            String verdict = switch (each.verdict()) {
                case "same" -> "the same in other words";
                case "refines" -> "one more precise than the other";
                default -> each.verdict();
            };
            html.element("span", verdict, "class", "tag").close();
            positions(each.positions());
            html.close().line();
        }
        html.close();
    }

    private void numbers() {
        if (account.series().isEmpty()) {
            return;
        }
        section("numbers", "Numbers over time", "");
        for (Account.Series series : account.series()) {
            SeriesChart chart = new SeriesChart(series);
            String title =
                    capital(series.what()) + series.of().map(of -> ", " + of).orElse("");
            html.open("article", "class", "series", "id", series.id());
            html.open("h3", "dir", "auto").text(title).close();
            html.open("p", "class", "about").words("On: ");
            eventLink(series.event());
            html.close();
            html.open("div", "class", chart.isUseful() ? "charted" : "");
            if (chart.isUseful()) {
                chart.draw(html, title + ": the numbers are in the table");
            }
            html.open("table").open("thead").open("tr");
            for (String column : List.of("Published", "Who", "Said")) {
                html.element("th", column, "scope", "col");
            }
            html.close().close().open("tbody");
            for (Account.Point point : series.points()) {
                html.open("tr").element("td", point.published().map(Dates::iso).orElse("no date"));
                html.open("td", "dir", "auto");
                if (chart.isUseful()) {
                    SeriesChart.key(html, chart.shapeOf(point.source()));
                    html.words(" ");
                }
                html.words(paths.nameOf(point.source())).close();
                html.open("td", "dir", "auto").element("b", point.said());
                String bounds = Paths.bounds(point.min(), point.max());
                if (!bounds.isEmpty() && !point.min().equals(point.max())) {
                    html.aside("(" + bounds + ")");
                }
                cites(List.of(point.mention()));
                html.close().close();
            }
            html.close().close().close().close().line();
        }
        html.close();
    }

    private void openQuestions() {
        if (account.openQuestions().isEmpty()) {
            return;
        }
        section("questions", "Open questions", "");
        html.open("ul", "class", "plain");
        for (Account.OpenQuestion question : account.openQuestions()) {
            html.open("li", "dir", "auto").text(question.question());
            cites(question.grounds());
            html.words(" ")
                    .open("a", "class", "quiet", "href", "#" + question.about())
                    .words("on: ")
                    .text(paths.event(question.about()).label())
                    .close();
            html.close();
        }
        html.close().close().line();
    }

    private void entities() {
        if (account.entities().isEmpty()) {
            return;
        }
        section("who", "Who is who", "");
        Map<String, List<Account.Entity>> byType = new LinkedHashMap<>();
        for (String type : List.of("PERSON", "ORGANIZATION", "GROUP", "PLACE", "OTHER")) {
            byType.put(type, new ArrayList<>());
        }
        for (Account.Entity entity : account.entities()) {
            byType.computeIfAbsent(entity.type(), type -> new ArrayList<>()).add(entity);
        }
        byType.forEach((type, entities) -> {
            if (entities.isEmpty()) {
                return;
            }
            List<Account.Entity> named =
                    entities.stream().filter(HtmlPage::isNamed).toList();
            List<Account.Entity> described =
                    entities.stream().filter(each -> !isNamed(each)).toList();
            html.element("h3", plural(type));
            if (!named.isEmpty()) {
                html.open("ul", "class", "people");
                named.forEach(this::entity);
                html.close();
            }
            if (!described.isEmpty()) {
                html.open("ul", "class", "people described", "aria-label", plural(type) + " without a name");
                described.forEach(this::entity);
                html.close();
            }
        });
        html.close().line();
    }

    /** Only a name is written with a capital; what has none ("a nurse") is set smaller, side by side. */
    private static boolean isNamed(Account.Entity entity) {
        return entity.name().codePoints().skip(1).anyMatch(Character::isUpperCase)
                || entity.name().codePoints().noneMatch(Character::isLowerCase)
                || (Character.isUpperCase(entity.name().codePointAt(0))
                        && entity.name().indexOf(' ') < 0);
    }

    private void entity(Account.Entity entity) {
        html.open("li", "id", entity.id(), "dir", "auto").element("b", entity.name());
        List<String> also = entity.names().stream()
                .filter(name -> !name.equals(entity.name()))
                .distinct()
                .toList();
        if (!also.isEmpty()) {
            html.words(", also ");
            boolean first = true;
            for (String name : also) {
                html.words(first ? "“" : ", “").text(name).words("”");
                first = false;
            }
        }
        cites(entity.mentions()
                .subList(0, Math.min(ENTITY_CITES_MOST, entity.mentions().size())));
        if (entity.mentions().size() > ENTITY_CITES_MOST) {
            html.aside("and " + (entity.mentions().size() - ENTITY_CITES_MOST) + " more");
        }
        for (Account.NotSameAs other : entity.notSameAs()) {
            html.open("p", "class", "apart")
                    .words("Not the same as ")
                    .element("a", paths.nameOf(other.entity()), "href", "#" + other.entity());
            cites(List.of(other.mention()));
            html.close();
        }
        if (!entity.grounds().isEmpty()) {
            html.open("details").element("summary", "Why these names are one").open("ul", "class", "plain");
            entity.grounds().forEach(ground -> html.element("li", ground, "dir", "auto"));
            html.close().close();
        }
        html.close().line();
    }

    private void claims() {
        if (account.claims().isEmpty()) {
            return;
        }
        section("claims", "Who says what", "");
        html.open("div", "class", "speakers");
        paths.claimsBySpeaker().forEach((speaker, claims) -> {
            html.open("section", "class", "speaker", "aria-label", "Said by " + speaker)
                    .element("h3", speaker, "dir", "auto")
                    .open("ul", "class", "plain");
            claims.forEach(this::claim);
            html.close().close().line();
        });
        html.close().close();
    }

    private void claim(Account.ClaimEntry claim) {
        html.open("li", "id", claim.id(), "dir", "auto")
                .element("span", stance(claim.stance()), "class", "stance " + stanceClass(claim.stance()))
                .words(" ");
        if (claim.quoted()) {
            html.open("q", "class", QUOTE_MARKS.indexOf(claim.text().charAt(0)) >= 0 ? "own-marks" : "")
                    .text(claim.text())
                    .close();
        } else {
            html.text(claim.text());
        }
        claim.hedge().ifPresent(hedge -> html.words(" ").element("span", hedge, "class", "tag"));
        if (!claim.via().isEmpty()) {
            html.words(", by way of ");
            boolean first = true;
            for (Account.Via via : claim.via()) {
                html.words(first ? "" : ", ").text(via.name());
                first = false;
                via.hedge().ifPresent(hedge -> html.words(" (").text(hedge).words(")"));
            }
        }
        cites(List.of(claim.mention()));
        claim.original().ifPresent(original -> {
            html.open(
                    "p",
                    "class",
                    "original " + (original.verdict().equals("faithful") ? "quiet" : "bent"),
                    "dir",
                    "auto");
            html.words(
                    switch (original.verdict()) {
                        case "faithful" -> "Faithful to the original words";
                        case "shifted" -> "Shifted from the original words";
                        default -> "Contradicts the original words";
                    });
            cites(List.of(original.mention()));
            if (!original.why().isBlank()) {
                html.words(": ").text(original.why());
            }
            html.close();
        });
        html.close();
    }

    private void sources() {
        section("sources", "Sources", "");
        html.open("ol", "class", "sources");
        for (Account.ReportEntry report : account.reports()) {
            html.open("li", "value", Integer.toString(report.number()));
            html.open("p", "dir", "auto")
                    .open("a", "href", "#" + report.id())
                    .element("b", paths.outletOf(report))
                    .close();
            html.words(report.published()
                    .map(published -> ", " + Dates.words(published))
                    .orElse(", undated"));
            if (!report.credits().isEmpty()) {
                html.words(", credits ").text(String.join(", ", report.credits()));
            }
            html.close();
            report.title()
                    .filter(title -> report.outlet().isPresent())
                    .ifPresent(title -> html.element("p", title, "dir", "auto"));
            report.copyOf().ifPresent(other -> {
                html.open("p", "class", "copy").words("Repeats ");
                html.element("a", "report " + paths.report(other).number(), "href", "#" + other)
                        .words(", so no second witness");
                report.copyWhy().ifPresent(why -> html.words(": ").text(why));
                html.close();
            });
            for (Account.Caution caution : report.cautions()) {
                if (report.copyWhy().filter(caution.text()::equals).isPresent()) {
                    continue;
                }
                html.open("p", "class", "caution", "dir", "auto")
                        .element("b", "Caution, " + caution.kind() + ":")
                        .words(" ")
                        .text(caution.text())
                        .close();
            }
            if (!paths.outletOf(report).equals(report.file())) {
                html.open("p", "class", "quiet file").text(report.file()).close();
            }
            html.close().line();
        }
        html.close();
        if (!account.posts().isEmpty()) {
            html.element("h3", "Posts").open("ul", "class", "plain");
            for (Account.PostEntry post : account.posts()) {
                html.open("li", "dir", "auto")
                        .element("b", post.author())
                        .words(" ")
                        .element("span", "@" + post.handle(), "class", "quiet");
                html.words(post.date().map(date -> ", " + Dates.words(date)).orElse(", undated"));
                if (!post.media().isEmpty()) {
                    html.words(", with ").text(String.join(", ", post.media()));
                }
                cites(List.of(post.mention()));
                html.close();
            }
            html.close();
        }
        Map<String, List<Account.Source>> byKind = new LinkedHashMap<>();
        for (Account.Source source : account.sources()) {
            byKind.computeIfAbsent(source.kind(), kind -> new ArrayList<>()).add(source);
        }
        if (!byKind.isEmpty()) {
            html.element("h3", "Where the words come from").open("dl", "class", "facts origins");
            byKind.forEach((kind, sources) -> fact(capital(kind), () -> {
                boolean first = true;
                for (Account.Source source : sources) {
                    html.words(first ? "" : "; ").text(source.name());
                    first = false;
                    for (String report : source.reports()) {
                        String number = Integer.toString(paths.report(report).number());
                        html.words(" ")
                                .element(
                                        "a",
                                        number,
                                        "class",
                                        "ref",
                                        "href",
                                        "#" + report,
                                        "aria-label",
                                        "report " + number);
                    }
                }
            }));
            html.close();
        }
        html.close().line();
    }

    private void leftOut() {
        if (account.leftOut().isEmpty()) {
            return;
        }
        section("left-out", "Left out", "Kept in the full texts below, greyed; not read as news.");
        paths.leftOutByReason().forEach((why, all) -> {
            html.open("details")
                    .element("summary", capital(why) + ": " + all.size())
                    .open("ul", "class", "plain");
            for (Account.LeftOut each : all) {
                html.open("li", "dir", "auto")
                        .text(shortened(each.quote(), LEFT_OUT_LETTERS_MOST))
                        .words(" ");
                html.element(
                                "a",
                                "report " + paths.report(each.report()).number(),
                                "href",
                                "#" + each.report(),
                                "class",
                                "quiet")
                        .close();
            }
            html.close().close();
        });
        html.close().line();
    }

    private void decisions() {
        if (account.decisions().isEmpty()) {
            return;
        }
        section("decisions", "Decisions", "Made by people, applied as given.");
        html.open("ul", "class", "plain");
        for (Account.AppliedDecision decision : account.decisions()) {
            html.open("li", "dir", "auto")
                    .element("span", decision.kind(), "class", "tag")
                    .words(" ")
                    .text(decision.what())
                    .words(" ");
            html.open("span", "class", "quiet")
                    .words("by ")
                    .text(decision.author())
                    .words(": ")
                    .text(decision.reason());
            decision.machine()
                    .ifPresent(
                            had -> html.words(" (the program had: ").text(had).words(")"));
            html.close();
            if (!decision.applied()) {
                html.words(" ").element("b", "Not applied: nothing here fits it.");
            }
            html.close();
        }
        html.close().close().line();
    }

    private void foot() {
        html.open("footer").open("p", "class", "quiet");
        html.words(
                "Every statement leads to the exact words it rests on. An independent source is one origin: papers that carry one agency's copy count once.");
        html.close().close();
    }

    /** Links to words; two stretches of one paragraph are told apart by a letter. */
    private void cites(List<String> mentions) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (String mention : new LinkedHashSet<>(mentions)) {
            String cite = paths.cite(mention).replace("[", "").replace("]", "");
            int times = seen.merge(cite, 1, Integer::sum);
            String shown = cite + (times > 1 ? letter(times) : "");
            // The first citation never begins a line of its own.
            html.words(seen.size() == 1 && times == 1 ? "\u00A0" : " ")
                    .open("a", "class", "cite", "href", "#" + mention, "aria-label", "words in report " + shown);
            html.words(shown).close();
        }
    }

    private static String letter(int times) {
        return times <= 26 ? Character.toString((char) ('a' + times - 1)) : "+" + times;
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    static String stance(String stance) {
        return switch (stance) {
            case "asserts" -> "said";
            case "denies" -> "denied";
            case "accuses" -> "accused";
            case "vows" -> "vowed";
            case "questions" -> "asked";
            default -> stance;
        };
    }

    private static String stanceClass(String stance) {
        return switch (stance) {
            case "denies", "accuses", "vows", "questions" -> stance;
            default -> "asserts";
        };
    }

    private static String relation(String relation) {
        return switch (relation) {
            case "response" -> "Answers";
            case "cause" -> "Caused by";
            default -> "After";
        };
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "quantity" -> "number";
            case "actor" -> "who";
            default -> kind;
        };
    }

    private static String plural(String type) {
        return switch (type) {
            case "PERSON" -> "People";
            case "ORGANIZATION" -> "Organizations";
            case "GROUP" -> "Groups";
            case "PLACE" -> "Places";
            default -> "Other";
        };
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
