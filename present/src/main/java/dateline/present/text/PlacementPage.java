package dateline.present.text;

import dateline.report.Report;
import dateline.report.ReportId;
import dateline.story.Grounds;
import dateline.story.Placement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why a report stands where it stands, for a person to read. */
public final class PlacementPage {
    private PlacementPage() {}

    /** @param reports those that the placement may name; others are shown by the beginning of their hash */
    public static String render(Placement placement, Map<ReportId, Report> reports) {
        String own = name(placement.report(), reports);
        StringBuilder page = new StringBuilder();
        switch (placement) {
            case Placement.Founds founds -> {
                page.append(own).append(" founds a story.\n");
                founds.near()
                        .ifPresentOrElse(
                                near -> page.append("It came nearest to the story of ")
                                        .append(name(near.story(), reports))
                                        .append(".\n")
                                        .append(grounds(near.grounds(), reports)),
                                () -> page.append("No report before it is like it.\n"));
            }
            case Placement.Joins joins ->
                page.append(own)
                        .append(" joins the story of ")
                        .append(name(joins.story(), reports))
                        .append(".\n")
                        .append(grounds(joins.grounds(), reports));
            case Placement.Repeats repeats ->
                page.append(own)
                        .append(" repeats ")
                        .append(name(repeats.grounds().nearest(), reports))
                        .append(", in the story of ")
                        .append(name(repeats.story(), reports))
                        .append(".\n")
                        .append(grounds(repeats.grounds(), reports));
            case Placement.Bridges bridges ->
                page.append(own)
                        .append(" joins the story of ")
                        .append(name(bridges.story(), reports))
                        .append(".\n")
                        .append(grounds(bridges.grounds(), reports))
                        .append("It speaks for the story of ")
                        .append(name(bridges.other().story(), reports))
                        .append(" too; whether the two are one is for you to say.\n")
                        .append(grounds(bridges.other().grounds(), reports));
        }
        return page.toString();
    }

    private static String grounds(Grounds grounds, Map<ReportId, Report> reports) {
        StringBuilder lines = new StringBuilder();
        lines.append("  nearest report    ")
                .append(name(grounds.nearest(), reports))
                .append('\n')
                .append(String.format(Locale.ROOT, "  one story with it %.0f in 100%n", grounds.likelihood() * 100)
                        .replace("\r\n", "\n"))
                .append(String.format(
                                Locale.ROOT, "  with the story    %.0f in 100, on average%n", grounds.mean() * 100)
                        .replace("\r\n", "\n"));
        if (!grounds.words().isEmpty()) {
            lines.append("  words shared      ")
                    .append(String.join(", ", grounds.words()))
                    .append('\n');
        }
        for (Grounds.Reason reason : grounds.reasons()) {
            lines.append(String.format(
                            Locale.ROOT,
                            "  %s %-36s %6.2f   %+.2f%n",
                            reason.adds() > 0 ? "for    " : "against",
                            reason.feature().words(),
                            reason.value(),
                            reason.adds())
                    .replace("\r\n", "\n"));
        }
        return lines.toString();
    }

    private static String name(ReportId id, Map<ReportId, Report> reports) {
        Optional<Report> report = Optional.ofNullable(reports.get(id));
        Optional<LocalDate> day = report.flatMap(Report::published);
        return report.map(Report::file).orElse(id.sha256().substring(0, 12))
                + day.map(published -> " (" + published + ")").orElse("");
    }
}
