package dateline.present;

import dateline.analysis.Analysis;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.claim.Claim;
import dateline.analysis.layout.Layout;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.place.Place;
import dateline.analysis.place.ResolvedPlace;
import dateline.analysis.quantity.Quantity;
import dateline.analysis.text.Segmented;
import dateline.analysis.timex.TimeValue;
import dateline.analysis.timex.Timex;
import dateline.codec.TerminalStory;
import dateline.report.Report;
import dateline.report.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One invented report as it might have been read, made by hand. */
public final class ReadStory {
    private static final Place SARNHOLM =
            new Place("1", "Sarnholm", "EE", Place.Kind.CITY, Optional.empty(), 59.4, 24.66, 41_000, false);

    private ReadStory() {}

    public static Analysis analysis() {
        Report report = TerminalStory.reports().get(0);
        List<Layout.Passage> passages = passages(report);
        Span post = span(
                report,
                "No word from silo 4 since the bang. 🌊 Forty people were inside when the shift began. pic.example/ab12 — Ilse Marek (@ilsemarek) March 4, 2031");
        Layout layout = new Layout(
                passages,
                List.of(new Layout.Post(
                        0,
                        post,
                        span(
                                report,
                                "No word from silo 4 since the bang. 🌊 Forty people were inside when the shift began."),
                        "Ilse Marek",
                        "ilsemarek",
                        Optional.of(LocalDate.of(2031, 3, 4)),
                        List.of("pic.example/ab12"))),
                List.of(new Layout.Furniture(
                        span(report, "Read more: Ten years of the Sarnholm terminal"), "link to another page")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Span port = span(report, "Sarnholm Port Company");
        Span union = span(report, "Northern Dockers' Union");
        Span free = span(report, "Free Dockers");
        List<Mention> mentions = List.of(
                new Mention(0, Mention.Kind.NAME, Mention.Type.ORGANIZATION, port, 0, 0, 0, 0),
                new Mention(1, Mention.Kind.NAME, Mention.Type.ORGANIZATION, union, 1, 0, 0, 0),
                new Mention(2, Mention.Kind.NAME, Mention.Type.ORGANIZATION, free, 1, 0, 0, 0),
                new Mention(3, Mention.Kind.NAME, Mention.Type.PERSON, span(report, "Piet Aalto"), 2, 0, 0, 0),
                new Mention(4, Mention.Kind.DESCRIPTION, Mention.Type.GROUP, span(report, "dockers"), 0, 0, 0, 0));
        List<Referent> referents = List.of(
                new Referent(
                        0,
                        Mention.Type.ORGANIZATION,
                        "Sarnholm Port Company",
                        true,
                        List.of("the company"),
                        List.of(0),
                        Optional.of("SPC")),
                new Referent(
                        1,
                        Mention.Type.ORGANIZATION,
                        "Northern Dockers' Union",
                        true,
                        List.of(),
                        List.of(1),
                        Optional.empty()),
                new Referent(
                        2, Mention.Type.ORGANIZATION, "Free Dockers", true, List.of(), List.of(2), Optional.empty()),
                new Referent(3, Mention.Type.PERSON, "Piet Aalto", true, List.of(), List.of(3), Optional.empty()),
                new Referent(4, Mention.Type.GROUP, "dockers", false, List.of(), List.of(4), Optional.empty()));
        List<Timex> timexes = List.of(
                new Timex(
                        span(report, "Tuesday evening"),
                        0,
                        new TimeValue.Day(LocalDate.of(2031, 3, 4), Optional.of("EV")),
                        List.of(new TimeValue.Day(LocalDate.of(2031, 3, 11), Optional.of("EV"))),
                        Timex.Basis.RECKONED,
                        Optional.of(LocalDate.of(2031, 3, 5)),
                        "2031-03-04TEV",
                        "the last Tuesday before Wednesday 5 March 2031"),
                new Timex(
                        span(report, "shortly before"),
                        2,
                        new TimeValue.Unresolved("before what is not said"),
                        List.of(),
                        Timex.Basis.NONE,
                        Optional.empty(),
                        "",
                        ""));
        List<Quantity> quantities = List.of(new Quantity(
                span(report, "at least three dockers"),
                0,
                0,
                "killed",
                Optional.of("dockers"),
                Optional.empty(),
                "at least three",
                OptionalDouble.of(3),
                OptionalDouble.empty(),
                Optional.empty(),
                0));
        List<Attribution> attributions = List.of(
                new Attribution(
                        0,
                        0,
                        Optional.of(port),
                        OptionalInt.of(0),
                        "the Sarnholm Port Company",
                        Optional.of(span(report, "said")),
                        List.of(
                                span(
                                        report,
                                        "An explosion tore through the grain terminal at Sarnholm on Tuesday evening, killing at least three dockers")),
                        false,
                        Attribution.Stance.ASSERTS,
                        Optional.empty(),
                        List.of(),
                        OptionalInt.empty()),
                new Attribution(
                        1,
                        2,
                        Optional.of(span(report, "Unverified footage posted online")),
                        OptionalInt.empty(),
                        "Unverified footage posted online",
                        Optional.of(span(report, "purported to show")),
                        List.of(span(report, "a drone above the silos shortly before")),
                        false,
                        Attribution.Stance.ASSERTS,
                        Optional.of("purported"),
                        List.of(new Attribution.Via("footage posted online", Optional.of("unverified"))),
                        OptionalInt.empty()));
        List<Claim> claims = List.of(
                new Claim(
                        0,
                        0,
                        2,
                        span(report, "An explosion tore through the grain terminal at Sarnholm on Tuesday evening"),
                        "tear through",
                        "explode",
                        OptionalInt.empty(),
                        false,
                        "ACCIDENT",
                        "",
                        List.of(new Claim.Participant(
                                Claim.Role.TARGET,
                                span(report, "the grain terminal"),
                                0,
                                OptionalInt.empty(),
                                "through")),
                        List.of(0),
                        List.of(0),
                        Claim.Polarity.AFFIRMED,
                        Claim.Modality.ACTUAL,
                        List.of(0),
                        false,
                        1),
                new Claim(
                        1,
                        1,
                        5,
                        span(report, "a week of stoppages over night shifts called by the Northern Dockers' Union"),
                        "stoppage",
                        "strike",
                        OptionalInt.empty(),
                        true,
                        "PROTEST",
                        "strike",
                        List.of(new Claim.Participant(Claim.Role.AGENT, union, 0, OptionalInt.of(1), "by")),
                        List.of(),
                        List.of(),
                        Claim.Polarity.AFFIRMED,
                        Claim.Modality.ACTUAL,
                        List.of(),
                        true,
                        0.2),
                new Claim(
                        2,
                        2,
                        5,
                        span(report, "a drone above the silos shortly before"),
                        "fly",
                        "fly",
                        OptionalInt.empty(),
                        false,
                        "OTHER",
                        "",
                        List.of(),
                        List.of(1),
                        List.of(),
                        Claim.Polarity.NEGATED,
                        Claim.Modality.POSSIBLE,
                        List.of(1),
                        false,
                        0.5));
        return new Analysis(
                new Segmented(report, layout, List.of()),
                List.of(),
                List.of(),
                mentions,
                referents,
                List.of(new Analysis.Apart(1, 2, span(report, "a separate body from the Free Dockers"))),
                timexes,
                quantities,
                attributions,
                claims,
                List.of(new ResolvedPlace(
                        5,
                        "the grain terminal",
                        Optional.of(SARNHOLM),
                        "site",
                        Optional.of("Sarnholm"),
                        span(report, "the grain terminal at Sarnholm"))));
    }

    /** The report of attacks, read as if each paragraph were a name. */
    public static Analysis hostile() {
        Report report = HostileStory.reports().get(0);
        List<Layout.Passage> passages = passages(report);
        List<Mention> mentions = new ArrayList<>();
        List<Referent> referents = new ArrayList<>();
        for (Layout.Passage passage : passages) {
            int id = mentions.size();
            mentions.add(new Mention(id, Mention.Kind.NAME, Mention.Type.OTHER, passage.span(), 0, 0, 0, 0));
            referents.add(new Referent(
                    id,
                    Mention.Type.OTHER,
                    report.quote(passage.span()),
                    true,
                    List.of(report.quote(passage.span()) + "!"),
                    List.of(id),
                    Optional.empty()));
        }
        return new Analysis(
                new Segmented(
                        report,
                        new Layout(
                                passages,
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        List.of()),
                List.of(),
                List.of(),
                mentions,
                referents,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Layout.Passage> passages(Report report) {
        List<Layout.Passage> passages = new ArrayList<>();
        int at = report.body().begin();
        for (String paragraph : report.text().substring(at).split("\n\n", -1)) {
            passages.add(new Layout.Passage(
                    passages.size() + 1,
                    paragraph.startsWith("Read more") ? Layout.Kind.FURNITURE : Layout.Kind.PROSE,
                    new Span(at, at + paragraph.stripTrailing().length())));
            at += paragraph.length() + 2;
        }
        return passages;
    }

    private static Span span(Report report, String words) {
        int at = report.text().indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("the report does not say: " + words);
        }
        return new Span(at, at + words.length());
    }
}
