package dateline.present.text;

import static dateline.present.Harmless.line;

import dateline.account.Account;
import dateline.present.Dates;
import dateline.present.Paths;
import dateline.present.text.Lines.Ink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The account as an editor reads it in a terminal: brief, timeline, disagreements, who is who, who says what, sources, what is open. */
public final class TextPage {
    private static final int CITES_MOST = 6;

    /** Round words that take "of" before what is counted. */
    private static final Pattern ROUND = Pattern.compile("(?i)(dozens|scores|hundreds|thousands|millions)$");

    private final Account account;
    private final Paths paths;
    private final TextStyle style;
    private final Lines page;

    private TextPage(Account account, TextStyle style) {
        this.account = account;
        this.paths = new Paths(account);
        this.style = style;
        this.page = new Lines(style);
    }

    public static String render(Account account, TextStyle style) {
        return new TextPage(account, style).set();
    }

    private String set() {
        head();
        brief();
        timeline();
        disagreements();
        agreements();
        numbers();
        entities();
        claims();
        sources();
        openQuestions();
        leftOut();
        decisions();
        return page.text();
    }

    private void head() {
        Account.Story story = account.story();
        List<String> counts = new ArrayList<>();
        counts.add(Paths.count(story.reports(), "report", "reports"));
        if (story.posts() > 0) {
            counts.add(Paths.count(story.posts(), "post", "posts"));
        }
        counts.add(Paths.count(story.independentSources(), "independent source", "independent sources"));
        page.paragraphAndNote(
                0, 0, line(story.headline()).toUpperCase(Locale.ROOT), Ink.BOLD, joined(" · ", counts), Ink.PLAIN);
        List<String> dates = new ArrayList<>();
        story.from()
                .ifPresent(from -> dates.add(story.to()
                        .filter(to -> !to.equals(from))
                        .map(to -> Dates.iso(from + "/" + to))
                        .orElseGet(() -> Dates.iso(from))));
        story.asOf().ifPresent(asOf -> dates.add("as known on " + Dates.instant(asOf)));
        if (!dates.isEmpty()) {
            page.paragraph(0, 0, joined(" · ", dates));
        }
    }

    private void brief() {
        if (account.brief().isEmpty()) {
            return;
        }
        page.heading("BRIEF");
        for (Account.BriefSentence sentence : account.brief()) {
            page.paragraph(2, 2, line(sentence.text()) + cites(sentence.cites()));
        }
    }

    private void timeline() {
        List<Account.Event> background =
                account.events().stream().filter(Account.Event::background).toList();
        page.heading("TIMELINE");
        if (account.events().size() == background.size()) {
            page.paragraph(2, 2, "The reports tell of nothing new that could be made out.");
        }
        String day = "";
        for (Account.Event event : account.events()) {
            if (event.background()) {
                continue;
            }
            String heading = heading(event.when());
            if (!heading.equals(day)) {
                if (!day.isEmpty()) {
                    page.gap();
                }
                page.paragraph(0, 2, heading, Ink.BOLD);
                day = heading;
            }
            event(event);
        }
        if (!background.isEmpty()) {
            page.gap();
            page.paragraph(0, 2, "What went before", Ink.BOLD);
            for (Account.Event event : background) {
                page.paragraphAndNote(
                        2,
                        4,
                        heading(event.when()) + ": " + line(event.label()) + cites(event.mentions()),
                        Ink.PLAIN,
                        standing(event.standing()),
                        ink(event.standing()));
                quotations(event);
            }
        }
    }

    private static String heading(Account.When when) {
        return when.edtf().map(Dates::iso).orElse("Date unknown")
                + when.part().map(part -> ", " + Dates.part(part)).orElse("");
    }

    private void event(Account.Event event) {
        page.paragraphAndNote(
                2,
                4,
                line(event.label()) + cites(event.mentions()),
                Ink.PLAIN,
                standing(event.standing()) + " · " + Paths.count(event.independentSources(), "source", "sources"),
                ink(event.standing()));
        event.stageOf()
                .ifPresent(whole -> detail("part of", line(paths.event(whole).label())));
        if (!event.standingWhy().isBlank() && needsReason(event.standing())) {
            detail(standing(event.standing()), line(event.standingWhy()));
        }
        if (!event.where().isEmpty()) {
            detail(
                    "where",
                    joined("; ", event.where().stream().map(TextPage::place).toList()));
        }
        quantities(event);
        String said = joined(
                ", ",
                event.when().said().stream()
                        .map(words -> "“" + line(words) + "”")
                        .toList());
        String why = line(event.when().why());
        detail(
                "dated",
                lower(event.when().basis()) + (said.isEmpty() ? "" : ", " + said) + (why.isEmpty() ? "" : ": " + why));
        detail("told by", joined(", ", paths.namesOf(event.sources())));
        for (Account.Follows follows : event.follows()) {
            detail(
                    relation(follows.relation()),
                    line(paths.event(follows.event()).label()) + cites(List.of(follows.mention())));
        }
        for (Account.Disagreement each : paths.disagreementsOn(event.id())) {
            detail(
                    (each.update() ? "CHANGED" : "DISAGREE") + " on " + kind(each.kind()),
                    joined(
                            " · ",
                            each.positions().stream()
                                    .map(position -> line(position.value()) + cites(position.mentions()))
                                    .toList()));
        }
        if (event.byDecision()) {
            detail("decided", "an analyst's decision is applied here");
        }
        quotations(event);
    }

    /** Words for what is counted come once, then who says which number. */
    private void quantities(Account.Event event) {
        Map<String, List<String>> byWhat = new LinkedHashMap<>();
        for (Account.Quantity quantity : event.quantities()) {
            byWhat.computeIfAbsent(line(quantity.what()), what -> new ArrayList<>())
                    .add(number(quantity));
        }
        byWhat.forEach((what, numbers) -> detail(what.equals("other") ? "number" : what, joined("; ", numbers)));
    }

    private String number(Account.Quantity quantity) {
        String counted = quantity.of()
                .map(of -> line(of))
                .filter(of -> !line(quantity.said()).endsWith(of))
                .map(of -> " " + of)
                .orElse("");
        return line(quantity.said())
                + (counted.isEmpty() || !ROUND.matcher(line(quantity.said())).find() ? counted : " of" + counted)
                + quantity.subset().map(subset -> " (" + line(subset) + ")").orElse("")
                + quantity.unit()
                        .filter(unit -> !line(quantity.said()).contains(unit))
                        .map(unit -> " [" + line(unit) + "]")
                        .orElse("")
                + quantity.speaker()
                        .map(speaker -> ", according to " + paths.nameOf(speaker))
                        .orElse("")
                + cites(List.of(quantity.mention()));
    }

    private static String place(Account.Where where) {
        return line(where.name())
                + where.within().map(within -> ", " + line(within)).orElse("")
                + where.country()
                        .filter(country -> !where.precision().equals("country"))
                        .map(country -> ", " + line(country))
                        .orElse("")
                + (where.lat().isPresent()
                        ? switch (where.precision()) {
                            case "region", "country" -> " (somewhere in the " + where.precision() + ")";
                            default -> "";
                        }
                        : " (not on the map)");
    }

    private void quotations(Account.Event event) {
        if (!style.quotes()) {
            return;
        }
        for (String id : event.mentions()) {
            page.paragraphAndNote(
                    6,
                    8,
                    paths.cite(id) + " “" + line(paths.mention(id).quote()) + "”",
                    Ink.PLAIN,
                    paths.tellerOf(id),
                    Ink.FAINT);
        }
    }

    private void detail(String name, String text) {
        if (!text.isEmpty()) {
            page.paragraph(4, 6, name.replace(' ', '\u00A0') + ": " + text);
        }
    }

    private void disagreements() {
        if (account.disagreements().isEmpty()) {
            return;
        }
        page.heading("DISAGREEMENTS");
        boolean first = true;
        for (Account.Disagreement each : account.disagreements()) {
            if (!first) {
                page.gap();
            }
            first = false;
            page.paragraphAndNote(
                    2,
                    4,
                    line(each.question()),
                    Ink.BOLD,
                    each.update() ? kind(each.kind()) + ", changed with time" : kind(each.kind()),
                    Ink.PLAIN);
            page.sideBySide(
                    4,
                    each.positions().stream()
                            .map(position -> List.of(
                                    line(position.value()),
                                    joined(", ", paths.namesOf(position.sources())) + cites(position.mentions())))
                            .toList());
            each.mayBothHold().ifPresent(why -> page.paragraph(4, 6, "May all hold: " + line(why)));
        }
    }

    private void agreements() {
        if (account.agreements().isEmpty()) {
            return;
        }
        page.heading("AGREEMENTS");
        for (Account.Agreement each : account.agreements()) {
            String verdict = switch (each.verdict()) {
                case "same" -> "the same in other words";
                case "refines" -> "one more precise than the other";
                default -> each.verdict();
            };
            page.paragraphAndNote(2, 4, line(each.question()), Ink.BOLD, verdict, Ink.PLAIN);
            for (Account.Position position : each.positions()) {
                page.paragraph(
                        4,
                        6,
                        line(position.value()) + " - " + joined(", ", paths.namesOf(position.sources()))
                                + cites(position.mentions()));
            }
        }
    }

    private void numbers() {
        if (account.series().isEmpty()) {
            return;
        }
        page.heading("NUMBERS OVER TIME");
        for (Account.Series series : account.series()) {
            page.paragraph(
                    2,
                    4,
                    line(series.what()) + series.of().map(of -> ", " + line(of)).orElse("") + ": "
                            + line(paths.event(series.event()).label()),
                    Ink.BOLD);
            for (Account.Point point : series.points()) {
                String bounds = Paths.bounds(point.min(), point.max());
                page.paragraph(
                        4,
                        16,
                        Columns.pad(point.published().map(Dates::iso).orElse("no date"), 11)
                                        .replace(' ', '\u00A0')
                                + " " + line(point.said())
                                + (bounds.isEmpty() || point.min().equals(point.max()) ? "" : " (" + bounds + ")")
                                + " - " + paths.nameOf(point.source())
                                + cites(List.of(point.mention())));
            }
        }
    }

    private void entities() {
        if (account.entities().isEmpty()) {
            return;
        }
        page.heading("WHO IS WHO");
        for (Account.Entity entity : account.entities()) {
            List<String> also = entity.names().stream()
                    .filter(name -> !name.equals(entity.name()))
                    .map(name -> "“" + line(name) + "”")
                    .toList();
            page.paragraphAndNote(
                    2,
                    4,
                    line(entity.name())
                            + (also.isEmpty() ? "" : ", also " + joined(", ", also))
                            + cites(entity.mentions()),
                    Ink.PLAIN,
                    lower(entity.type()),
                    Ink.FAINT);
            for (Account.NotSameAs other : entity.notSameAs()) {
                page.paragraph(
                        4, 6, "not the same as " + paths.nameOf(other.entity()) + cites(List.of(other.mention())));
            }
            for (String ground : entity.grounds()) {
                page.paragraph(4, 6, "because " + line(ground));
            }
        }
    }

    private void claims() {
        if (account.claims().isEmpty()) {
            return;
        }
        page.heading("WHO SAYS WHAT");
        paths.claimsBySpeaker().forEach((speaker, claims) -> {
            page.paragraph(2, 4, speaker, Ink.BOLD);
            for (Account.ClaimEntry claim : claims) {
                page.paragraph(4, 6, claim(claim));
                claim.original()
                        .filter(original -> !original.verdict().equals("faithful"))
                        .ifPresent(original -> page.paragraph(
                                6,
                                8,
                                original.verdict().toUpperCase(Locale.ROOT) + " from the original words"
                                        + cites(List.of(original.mention())) + ": " + line(original.why())));
            }
        });
    }

    private String claim(Account.ClaimEntry claim) {
        String text = line(claim.text());
        List<String> via = claim.via().stream()
                .map(hop -> line(hop.name())
                        + hop.hedge().map(hedge -> " (" + line(hedge) + ")").orElse(""))
                .toList();
        return stance(claim.stance())
                + claim.hedge().map(hedge -> " (" + line(hedge) + ")").orElse("")
                + ": "
                + (claim.quoted() ? "“" + text + "”" : text)
                + (via.isEmpty() ? "" : ", by way of " + joined(", ", via))
                + cites(List.of(claim.mention()));
    }

    private void sources() {
        page.heading("SOURCES");
        for (Account.ReportEntry report : account.reports()) {
            page.paragraphAndNote(
                    2,
                    6,
                    "[" + report.number() + "] " + paths.outletOf(report)
                            + report.published()
                                    .map(published -> ", " + Dates.iso(published))
                                    .orElse(", undated")
                            + (report.credits().isEmpty()
                                    ? ""
                                    : ", credits "
                                            + joined(
                                                    ", ",
                                                    report.credits().stream()
                                                            .map(each -> line(each))
                                                            .toList())),
                    Ink.PLAIN,
                    line(report.file()),
                    Ink.FAINT);
            report.copyOf()
                    .ifPresent(other -> page.paragraph(
                            6,
                            8,
                            "repeats [" + paths.report(other).number() + "]"
                                    + report.copyWhy()
                                            .map(why -> ": " + line(why))
                                            .orElse("")));
            for (Account.Caution caution : report.cautions()) {
                page.paragraph(6, 8, "CAUTION, " + caution.kind() + ": " + line(caution.text()));
            }
        }
        for (Account.PostEntry post : account.posts()) {
            page.paragraph(
                    2,
                    6,
                    "post by " + line(post.author()) + " (@" + line(post.handle()) + ")"
                            + post.date().map(date -> ", " + Dates.iso(date)).orElse(", undated")
                            + cites(List.of(post.mention()))
                            + (post.media().isEmpty()
                                    ? ""
                                    : ", with "
                                            + joined(
                                                    ", ",
                                                    post.media().stream()
                                                            .map(each -> line(each))
                                                            .toList())));
        }
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        for (Account.Source source : account.sources()) {
            byKind.computeIfAbsent(source.kind(), kind -> new ArrayList<>()).add(line(source.name()));
        }
        byKind.forEach((kind, names) -> page.paragraph(2, 6, kind + ": " + joined(", ", names)));
    }

    private void openQuestions() {
        if (account.openQuestions().isEmpty()) {
            return;
        }
        page.heading("OPEN QUESTIONS");
        for (Account.OpenQuestion question : account.openQuestions()) {
            page.paragraph(2, 4, line(question.question()) + cites(question.grounds()));
        }
    }

    private void leftOut() {
        if (account.leftOut().isEmpty()) {
            return;
        }
        page.heading("LEFT OUT");
        paths.leftOutByReason().forEach((why, all) -> {
            Set<String> reports = new LinkedHashSet<>();
            for (Account.LeftOut each : all) {
                reports.add("[" + paths.report(each.report()).number() + "]");
            }
            page.paragraph(2, 4, all.size() + " × " + why + " " + joined(" ", List.copyOf(reports)));
        });
    }

    private void decisions() {
        if (account.decisions().isEmpty()) {
            return;
        }
        page.heading("DECISIONS");
        for (Account.AppliedDecision decision : account.decisions()) {
            page.paragraph(
                    2,
                    4,
                    line(decision.kind()) + ": " + line(decision.what()) + " - " + line(decision.author()) + ": "
                            + line(decision.reason())
                            + decision.machine()
                                    .map(had -> " (the program had: " + line(had) + ")")
                                    .orElse("")
                            + (decision.applied() ? "" : " (NOT APPLIED: nothing here fits it)"));
        }
    }

    /** At most a few, so that a busy event stays readable; the rest are counted. */
    private String cites(List<String> mentions) {
        List<String> cites = paths.cites(mentions);
        if (cites.isEmpty()) {
            return "";
        }
        int shown = style.quotes() ? cites.size() : Math.min(CITES_MOST, cites.size());
        return " " + String.join(" ", cites.subList(0, shown))
                + (shown < cites.size() ? " and\u00A0" + (cites.size() - shown) + "\u00A0more" : "");
    }

    private static boolean needsReason(Account.Standing standing) {
        return switch (standing) {
            case DISPUTED, UNVERIFIED, DENIED -> true;
            case CORROBORATED, REPORTED, ANNOUNCED -> false;
        };
    }

    private static Ink ink(Account.Standing standing) {
        return switch (standing) {
            case CORROBORATED -> Ink.GREEN;
            case REPORTED -> Ink.PLAIN;
            case DISPUTED, UNVERIFIED -> Ink.YELLOW;
            case DENIED -> Ink.RED;
            case ANNOUNCED -> Ink.BLUE;
        };
    }

    private static String relation(String relation) {
        return switch (relation) {
            case "response" -> "answers";
            case "cause" -> "caused by";
            default -> "after";
        };
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "quantity" -> "number";
            case "actor" -> "who";
            default -> kind;
        };
    }

    private static String stance(String stance) {
        return switch (stance) {
            case "asserts" -> "said";
            case "denies" -> "denied";
            case "accuses" -> "accused";
            case "vows" -> "vowed";
            case "questions" -> "asked";
            default -> line(stance);
        };
    }

    private static String standing(Account.Standing standing) {
        return lower(standing);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String lower(String value) {
        return line(value).toLowerCase(Locale.ROOT);
    }

    private static String joined(String between, List<String> parts) {
        return String.join(between, parts);
    }
}
