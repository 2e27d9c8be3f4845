package dateline.present.markdown;

import dateline.account.Account;
import dateline.present.Dates;
import dateline.present.Harmless;
import dateline.present.Paths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** CommonMark with GitHub's footnotes and tables. */
public final class MarkdownPage {
    private final Account account;
    private final Paths paths;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> cited = new LinkedHashSet<>();

    private MarkdownPage(Account account) {
        this.account = account;
        this.paths = new Paths(account);
    }

    public static String render(Account account) {
        return new MarkdownPage(account).page();
    }

    private String page() {
        head();
        brief();
        timeline();
        disagreements();
        numbers();
        agreements();
        openQuestions();
        entities();
        claims();
        sources();
        leftOut();
        decisions();
        footnotes();
        return out.toString();
    }

    private void head() {
        Account.Story story = account.story();
        put("# " + text(story.headline()));
        List<String> parts = new ArrayList<>();
        story.from()
                .ifPresent(from -> parts.add(text(story.to()
                        .filter(to -> !to.equals(from))
                        .map(to -> Dates.words(from + "/" + to))
                        .orElseGet(() -> Dates.words(from)))));
        parts.add(Paths.count(story.reports(), "report", "reports"));
        if (story.posts() > 0) {
            parts.add(Paths.count(story.posts(), "post", "posts"));
        }
        parts.add(Paths.count(story.independentSources(), "independent source", "independent sources"));
        story.asOf().ifPresent(asOf -> parts.add("as known on " + text(Dates.instant(asOf))));
        put("");
        put(String.join(" · ", parts));
    }

    private void brief() {
        for (Account.BriefSentence sentence : account.brief()) {
            put("");
            put(text(sentence.text()) + notes(sentence.cites()));
        }
    }

    private void timeline() {
        heading("Timeline");
        String day = "";
        for (Account.Event event : account.events()) {
            if (event.background()) {
                continue;
            }
            String heading = event.when().edtf().map(Dates::words).orElse("Date unknown");
            if (!heading.equals(day)) {
                put("");
                put("### " + text(heading));
                put("");
                day = heading;
            }
            event(event, event.when().part().map(Dates::part).orElse(""));
        }
        List<Account.Event> background =
                account.events().stream().filter(Account.Event::background).toList();
        if (!background.isEmpty()) {
            put("");
            put("### What went before");
            put("");
            background.forEach(
                    event -> event(event, event.when().edtf().map(Dates::words).orElse("Date unknown")));
        }
    }

    private void event(Account.Event event, String when) {
        put("- " + (when.isEmpty() ? "" : text(when) + ": ") + "**" + text(event.label()) + "**"
                + notes(event.mentions()) + "  ");
        put("  *" + event.standing().name().toLowerCase(Locale.ROOT) + "*, "
                + Paths.count(event.independentSources(), "independent source", "independent sources")
                + (event.standingWhy().isBlank() ? "" : ": " + text(event.standingWhy())));
        event.stageOf()
                .ifPresent(
                        whole -> put("  - Part of: " + text(paths.event(whole).label())));
        if (!event.where().isEmpty()) {
            put("  - Where: "
                    + String.join(
                            "; ",
                            event.where().stream()
                                    .map(where -> text(where.name())
                                            + where.within()
                                                    .map(within -> ", " + text(within))
                                                    .orElse("")
                                            + where.country()
                                                    .map(country -> ", " + text(country))
                                                    .orElse("")
                                            + (where.lat().isPresent() ? "" : " (not located)")
                                            + notes(List.of(where.mention())))
                                    .toList()));
        }
        for (Account.Quantity quantity : event.quantities()) {
            put("  - " + (quantity.what().equals("other") ? "" : capital(text(quantity.what())) + ": ")
                    + text(quantity.said())
                    + quantity.of()
                            .filter(of -> !quantity.said().endsWith(of))
                            .map(of -> " (" + text(of) + ")")
                            .orElse("")
                    + quantity.subset().map(part -> " (" + text(part) + ")").orElse("")
                    + quantity.speaker()
                            .map(speaker -> ", according to " + text(paths.nameOf(speaker)))
                            .orElse("")
                    + notes(List.of(quantity.mention())));
        }
        for (Account.Follows follows : event.follows()) {
            String relation = switch (follows.relation()) {
                case "response" -> "Answers";
                case "cause" -> "Caused by";
                default -> "After";
            };
            put("  - " + relation + ": " + text(paths.event(follows.event()).label())
                    + notes(List.of(follows.mention())));
        }
        for (Account.Disagreement each : paths.disagreementsOn(event.id())) {
            put("  - " + (each.update() ? "Changed: " : "Disputed: ") + text(each.question()) + " "
                    + String.join(
                            " · ",
                            each.positions().stream()
                                    .map(position -> text(position.value()) + " ("
                                            + text(String.join(", ", paths.namesOf(position.sources()))) + ")"
                                            + notes(position.mentions()))
                                    .toList()));
        }
    }

    private void disagreements() {
        if (account.disagreements().isEmpty()) {
            return;
        }
        heading("Disagreements");
        for (Account.Disagreement each : account.disagreements()) {
            put("");
            put("**" + text(each.question()) + "** " + (each.update() ? "(changed with time)" : ""));
            positions(each.positions());
            each.mayBothHold().ifPresent(why -> {
                put("");
                put("May all hold: " + text(why));
            });
        }
    }

    private void positions(List<Account.Position> positions) {
        put("");
        put("| Position | Who |");
        put("|---|---|");
        for (Account.Position position : positions) {
            put("| " + text(position.value()) + notes(position.mentions()) + " | "
                    + text(String.join(", ", paths.namesOf(position.sources()))) + " |");
        }
    }

    private void agreements() {
        if (account.agreements().isEmpty()) {
            return;
        }
        heading("Agreements");
        for (Account.Agreement each : account.agreements()) {
            put("");
            put("**" + text(each.question()) + "** (" + text(each.verdict()) + ")");
            positions(each.positions());
        }
    }

    private void numbers() {
        if (account.series().isEmpty()) {
            return;
        }
        heading("Numbers over time");
        for (Account.Series series : account.series()) {
            put("");
            put("**" + capital(text(series.what()))
                    + series.of().map(of -> ", " + text(of)).orElse("") + "**: "
                    + text(paths.event(series.event()).label()));
            put("");
            put("| Published | Who | Said |");
            put("|---|---|---|");
            for (Account.Point point : series.points()) {
                put("| " + text(point.published().map(Dates::iso).orElse("no date")) + " | "
                        + text(paths.nameOf(point.source())) + " | " + text(point.said())
                        + notes(List.of(point.mention())) + " |");
            }
        }
    }

    private void openQuestions() {
        if (account.openQuestions().isEmpty()) {
            return;
        }
        heading("Open questions");
        put("");
        account.openQuestions().forEach(each -> put("- " + text(each.question()) + notes(each.grounds())));
    }

    private void entities() {
        if (account.entities().isEmpty()) {
            return;
        }
        heading("Who is who");
        put("");
        for (Account.Entity entity : account.entities()) {
            List<String> also = entity.names().stream()
                    .filter(name -> !name.equals(entity.name()))
                    .map(name -> "“" + text(name) + "”")
                    .toList();
            put("- **" + text(entity.name()) + "** (" + text(entity.type().toLowerCase(Locale.ROOT)) + ")"
                    + (also.isEmpty() ? "" : ", also " + String.join(", ", also))
                    + notes(entity.mentions()
                            .subList(0, Math.min(3, entity.mentions().size()))));
            for (Account.NotSameAs other : entity.notSameAs()) {
                put("  - Not the same as " + text(paths.nameOf(other.entity())) + notes(List.of(other.mention())));
            }
        }
    }

    private void claims() {
        if (account.claims().isEmpty()) {
            return;
        }
        heading("Who says what");
        paths.claimsBySpeaker().forEach((speaker, claims) -> {
            put("");
            put("**" + text(speaker) + "**");
            put("");
            for (Account.ClaimEntry claim : claims) {
                String stance = switch (claim.stance()) {
                    case "asserts" -> "said";
                    case "denies" -> "denied";
                    case "accuses" -> "accused";
                    case "vows" -> "vowed";
                    case "questions" -> "asked";
                    default -> text(claim.stance());
                };
                put("- " + stance
                        + claim.hedge().map(hedge -> " (" + text(hedge) + ")").orElse("") + ": "
                        + (claim.quoted() ? "“" + text(claim.text()) + "”" : text(claim.text()))
                        + (claim.via().isEmpty()
                                ? ""
                                : ", by way of "
                                        + text(String.join(
                                                ", ",
                                                claim.via().stream()
                                                        .map(Account.Via::name)
                                                        .toList())))
                        + notes(List.of(claim.mention())));
                claim.original()
                        .ifPresent(original -> put("  - " + capital(text(original.verdict()))
                                + ", against the original words" + notes(List.of(original.mention()))
                                + (original.why().isBlank() ? "" : ": " + text(original.why()))));
            }
        });
    }

    private void sources() {
        heading("Sources");
        put("");
        for (Account.ReportEntry report : account.reports()) {
            put(report.number() + ". " + text(paths.outletOf(report)) + ", "
                    + text(report.published().map(Dates::words).orElse("undated"))
                    + (report.credits().isEmpty() ? "" : ", credits " + text(String.join(", ", report.credits())))
                    + report.copyOf()
                            .map(other -> ", repeats " + paths.report(other).number())
                            .orElse("") + " (" + text(report.file()) + ")");
            report.cautions()
                    .forEach(caution -> put("    - Caution, " + text(caution.kind()) + ": " + text(caution.text())));
        }
    }

    private void leftOut() {
        if (account.leftOut().isEmpty()) {
            return;
        }
        heading("Left out");
        put("");
        paths.leftOutByReason().forEach((why, all) -> put("- " + all.size() + " × " + text(why)));
    }

    private void decisions() {
        if (account.decisions().isEmpty()) {
            return;
        }
        heading("Decisions");
        put("");
        for (Account.AppliedDecision decision : account.decisions()) {
            put("- " + text(decision.kind()) + ": " + text(decision.what()) + ", by " + text(decision.author()) + ": "
                    + text(decision.reason())
                    + decision.machine()
                            .map(had -> " (the program had: " + text(had) + ")")
                            .orElse("") + (decision.applied() ? "" : " **not applied**"));
        }
    }

    private void footnotes() {
        put("");
        for (String mention : cited) {
            Account.ReportEntry report = paths.reportOf(mention);
            String teller = paths.tellerOf(mention);
            String outlet = paths.outletOf(report);
            put("[^" + mention + "]: " + text(teller.equals(outlet) ? outlet : teller + ", in " + outlet)
                    + report.published().map(day -> ", " + text(Dates.iso(day))).orElse("") + " "
                    + text(paths.cite(mention)) + ": “"
                    + text(paths.mention(mention).quote()) + "”");
        }
    }

    private String notes(List<String> mentions) {
        StringBuilder notes = new StringBuilder();
        for (String mention : new LinkedHashSet<>(mentions)) {
            cited.add(mention);
            notes.append("[^").append(mention).append(']');
        }
        return notes.toString();
    }

    private void heading(String title) {
        put("");
        put("## " + title);
    }

    private void put(String line) {
        out.append(line.isBlank() ? "" : line).append('\n');
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /**
     * Text on one line with every character escaped that Markdown, or GitHub's additions to it (tables, footnotes, bare
     * addresses, mentions, issue numbers, mathematics), could take for more than text.
     */
    static String text(String value) {
        String line = Harmless.line(value).replace('\u00A0', ' ');
        StringBuilder out = new StringBuilder(line.length() + 8);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean special = "\\`*_[]<>|~$^&#!{}@".indexOf(c) >= 0
                    || c == ':' && line.startsWith("//", i + 1)
                    || c == '.' && i >= 3 && line.regionMatches(true, i - 3, "www", 0, 3)
                    || i == 0 && "+-=".indexOf(c) >= 0
                    || (c == '.' || c == ')')
                            && i > 0
                            && i < 10
                            && line.substring(0, i).chars().allMatch(d -> d >= '0' && d <= '9');
            if (special) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
