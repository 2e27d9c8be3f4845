package dateline.present.text;

import static dateline.present.Harmless.line;

import dateline.analysis.Analysis;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.claim.Claim;
import dateline.analysis.layout.Layout;
import dateline.analysis.mention.Referent;
import dateline.analysis.place.Place;
import dateline.analysis.place.ResolvedPlace;
import dateline.analysis.quantity.Quantity;
import dateline.analysis.timex.TimeValue;
import dateline.analysis.timex.Timex;
import dateline.present.Dates;
import dateline.present.Paths;
import dateline.present.text.Lines.Ink;
import dateline.report.Report;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One report as it was read, before any other report is looked at: the view in which a wrong account is explained. */
public final class ReadPage {
    private final Analysis analysis;
    private final Report report;
    private final Layout layout;
    private final Lines page;

    private ReadPage(Analysis analysis, TextStyle style) {
        this.analysis = analysis;
        this.report = analysis.segmented().report();
        this.layout = analysis.segmented().layout();
        this.page = new Lines(style);
    }

    public static String render(Analysis analysis) {
        return render(analysis, TextStyle.plain());
    }

    public static String render(Analysis analysis, TextStyle style) {
        return new ReadPage(analysis, style).set();
    }

    private String set() {
        head();
        text();
        posts();
        names();
        places();
        times();
        quantities();
        sayings();
        claims();
        leftOut();
        return page.text();
    }

    private void head() {
        page.paragraphAndNote(
                0,
                0,
                line(report.file()),
                Ink.BOLD,
                report.published().map(day -> "published " + day).orElse("undated"),
                Ink.PLAIN);
        List<String> known = new ArrayList<>();
        report.title().ifPresent(title -> known.add("“" + line(title) + "”"));
        report.outlet().or(layout::outlet).ifPresent(outlet -> known.add(line(outlet)));
        report.address().ifPresent(address -> known.add(line(address)));
        layout.dateline().ifPresent(dateline -> known.add("dateline “" + words(dateline.span()) + "”"));
        for (Layout.Credit credit : layout.credits()) {
            known.add("credits " + line(credit.agency()) + place(credit.span()));
        }
        known.add(Paths.count(analysis.segmented().sentences().size(), "sentence", "sentences"));
        page.paragraph(0, 0, String.join(" · ", known));
        for (String note : report.notes()) {
            page.paragraph(0, 2, line(note));
        }
        page.paragraph(0, 0, "sha256 " + report.id().sha256(), Ink.FAINT);
    }

    private void text() {
        page.heading("TEXT");
        for (Layout.Passage passage : layout.passages()) {
            String kind = passage.kind() == Layout.Kind.PROSE ? "" : lower(passage.kind()) + ": ";
            page.paragraph(
                    2,
                    7,
                    Columns.pad("¶" + passage.number(), 4).replace(' ', '\u00A0') + " " + kind + words(passage.span()),
                    passage.kind() == Layout.Kind.FURNITURE ? Ink.FAINT : Ink.PLAIN);
        }
    }

    private void posts() {
        if (layout.posts().isEmpty()) {
            return;
        }
        page.heading("POSTS");
        for (Layout.Post post : layout.posts()) {
            page.paragraph(
                    2,
                    4,
                    line(post.author()) + " (@" + line(post.handle()) + ")"
                            + post.date().map(day -> ", " + day).orElse(", undated")
                            + place(post.span()) + ": “" + words(post.body()) + "”"
                            + (post.media().isEmpty()
                                    ? ""
                                    : ", with "
                                            + String.join(
                                                    ", ",
                                                    post.media().stream()
                                                            .map(each -> line(each))
                                                            .toList())));
        }
    }

    private void names() {
        page.heading("NAMES AND DESCRIPTIONS");
        for (Referent referent : analysis.referents()) {
            Set<String> also = new LinkedHashSet<>();
            for (String name : referent.names()) {
                if (!name.equals(referent.name())) {
                    also.add("“" + line(name) + "”");
                }
            }
            Set<String> places = new LinkedHashSet<>();
            for (int id : referent.mentions()) {
                places.add(place(analysis.mentions().get(id).span()).strip());
            }
            page.paragraphAndNote(
                    2,
                    4,
                    line(referent.name())
                            + referent.acronym()
                                    .map(letters -> " (" + line(letters) + ")")
                                    .orElse("")
                            + (also.isEmpty() ? "" : ", also " + String.join(", ", also))
                            + " " + String.join(" ", places),
                    Ink.PLAIN,
                    lower(referent.type()) + (referent.named() ? "" : ", described"),
                    Ink.FAINT);
        }
        for (Analysis.Apart apart : analysis.apart()) {
            page.paragraph(
                    2,
                    4,
                    "not the same: " + name(apart.one()) + " and " + name(apart.other()) + ", “" + words(apart.words())
                            + "”" + place(apart.words()));
        }
    }

    private void places() {
        if (analysis.places().isEmpty()) {
            return;
        }
        page.heading("PLACES");
        for (ResolvedPlace each : analysis.places()) {
            page.paragraph(
                    2,
                    4,
                    "“" + words(each.words()) + "”" + place(each.words()) + " = "
                            + each.place().map(ReadPage::spot).orElse("no spot") + " (" + line(each.precision())
                            + each.within()
                                    .map(within -> ", in “" + line(within) + "”")
                                    .orElse("") + ")");
        }
    }

    private static String spot(Place place) {
        return line(place.name())
                + (place.country().isEmpty() ? "" : ", " + line(place.country()))
                + String.format(Locale.ROOT, ", %.2f %.2f", place.lat(), place.lon());
    }

    private void times() {
        if (analysis.timexes().isEmpty()) {
            return;
        }
        page.heading("TIMES");
        for (Timex timex : analysis.timexes()) {
            String also = timex.alternatives().isEmpty()
                    ? ""
                    : ", or "
                            + String.join(
                                    ", or ",
                                    timex.alternatives().stream()
                                            .map(ReadPage::value)
                                            .toList());
            page.paragraph(
                    2,
                    4,
                    "“" + words(timex.span()) + "”" + place(timex.span()) + " = " + value(timex.value()) + also + " ("
                            + lower(timex.basis()) + (timex.why().isBlank() ? "" : ": " + line(timex.why())) + ")");
        }
    }

    private static String value(TimeValue value) {
        return switch (value) {
            case TimeValue.Day day ->
                day.day() + day.part().map(part -> ", " + Dates.part(part)).orElse("");
            case TimeValue.Month month -> month.month().toString();
            case TimeValue.Year year -> Integer.toString(year.year());
            case TimeValue.Interval interval ->
                (interval.approximate() ? "about " : "") + interval.from() + " to " + interval.to();
            case TimeValue.Duration duration ->
                "a length of time, " + line(duration.iso())
                        + duration.modifier().map(each -> " " + line(each)).orElse("");
            case TimeValue.Recurring recurring -> "repeated, " + line(recurring.iso());
            case TimeValue.Reference reference -> line(reference.iso());
            case TimeValue.Unresolved unresolved -> "no date: " + line(unresolved.why());
        };
    }

    private void quantities() {
        if (analysis.quantities().isEmpty()) {
            return;
        }
        page.heading("NUMBERS");
        for (Quantity quantity : analysis.quantities()) {
            String bounds = Paths.bounds(quantity.min(), quantity.max());
            page.paragraph(
                    2,
                    4,
                    "“" + words(quantity.span()) + "”" + place(quantity.span()) + " = "
                            + (quantity.what().equals("other") ? "" : line(quantity.what()) + ", ")
                            + (bounds.isEmpty() ? line(quantity.said()) : bounds)
                            + quantity.unit().map(unit -> " " + line(unit)).orElse("")
                            + quantity.of().map(of -> " " + line(of)).orElse("")
                            + quantity.subset()
                                    .map(part -> " (" + line(part) + ")")
                                    .orElse(""));
        }
    }

    private void sayings() {
        if (analysis.attributions().isEmpty()) {
            return;
        }
        page.heading("WHO SAYS WHAT");
        for (Attribution saying : analysis.attributions()) {
            String speaker = saying.speakerAs().isBlank() ? "not said by whom" : line(saying.speakerAs());
            String via = String.join(
                    ", ",
                    saying.via().stream()
                            .map(hop -> line(hop.name())
                                    + hop.hedge()
                                            .map(hedge -> " (" + line(hedge) + ")")
                                            .orElse(""))
                            .toList());
            String content = String.join(
                    " … ", saying.content().stream().map(this::words).toList());
            page.paragraph(
                    2,
                    4,
                    speaker
                            + saying.cue().map(cue -> " | " + words(cue)).orElse("")
                            + " | " + (saying.quoted() ? "“" + content + "”" : content)
                            + (saying.content().isEmpty()
                                    ? ""
                                    : place(saying.content().get(0)))
                            + " (" + lower(saying.stance())
                            + saying.hedge().map(hedge -> ", " + line(hedge)).orElse("")
                            + (via.isEmpty() ? "" : ", by way of " + via) + ")");
        }
    }

    private void claims() {
        page.heading("CLAIMS");
        for (Claim claim : analysis.claims()) {
            List<String> parts = new ArrayList<>();
            for (Claim.Participant participant : claim.participants()) {
                parts.add(lower(participant.role()) + " “" + words(participant.span()) + "”");
            }
            for (int timex : claim.timexes()) {
                parts.add("time “" + words(analysis.timexes().get(timex).span()) + "”");
            }
            for (int quantity : claim.quantities()) {
                parts.add("number “" + words(analysis.quantities().get(quantity).span()) + "”");
            }
            for (int saying : claim.attributions()) {
                parts.add("said by " + line(analysis.attributions().get(saying).speakerAs()));
            }
            if (claim.polarity() == Claim.Polarity.NEGATED) {
                parts.add("said not to be so");
            }
            if (claim.modality() != Claim.Modality.ACTUAL) {
                parts.add(lower(claim.modality()));
            }
            if (claim.background()) {
                parts.add("background");
            }
            page.paragraphAndNote(
                    2,
                    4,
                    "“" + words(claim.span()) + "”" + place(claim.span()),
                    Ink.PLAIN,
                    line(claim.type()) + (claim.mode().isBlank() ? "" : " " + line(claim.mode())) + " · "
                            + line(claim.lemma()),
                    Ink.FAINT);
            if (!parts.isEmpty()) {
                page.paragraph(6, 8, String.join("; ", parts));
            }
        }
    }

    private void leftOut() {
        if (layout.furniture().isEmpty()) {
            return;
        }
        page.heading("LEFT OUT");
        for (Layout.Furniture each : layout.furniture()) {
            page.paragraph(2, 4, "“" + words(each.span()) + "”: " + line(each.why()));
        }
    }

    private String name(int referent) {
        return line(analysis.referents().get(referent).name());
    }

    private String words(Span span) {
        return line(report.quote(span));
    }

    /** Where a span stands, as {@code [¶3]}; empty for words outside every paragraph. */
    private String place(Span span) {
        for (Layout.Passage passage : layout.passages()) {
            if (passage.span().overlaps(span)) {
                return " [¶" + passage.number() + "]";
            }
        }
        return "";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
