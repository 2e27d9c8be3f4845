package dateline.present.html;

import dateline.analysis.Analysis;
import dateline.analysis.attribution.Attribution;
import dateline.analysis.claim.Claim;
import dateline.analysis.layout.Layout;
import dateline.analysis.mention.Mention;
import dateline.analysis.mention.Referent;
import dateline.analysis.place.ResolvedPlace;
import dateline.analysis.quantity.Quantity;
import dateline.analysis.timex.TimeValue;
import dateline.analysis.timex.Timex;
import dateline.present.Dates;
import dateline.present.Harmless;
import dateline.present.Paths;
import dateline.report.Report;
import dateline.report.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One report as it was read: its text with what was found in it coloured by kind, and beside it lists that say what each span was taken for. */
public final class ReadHtml {
    private final Analysis analysis;
    private final Report report;
    private final Layout layout;
    private final Html html = new Html();
    private final Map<Integer, Referent> referents = new LinkedHashMap<>();

    private ReadHtml(Analysis analysis) {
        this.analysis = analysis;
        this.report = analysis.segmented().report();
        this.layout = analysis.segmented().layout();
        for (Referent referent : analysis.referents()) {
            referent.mentions().forEach(mention -> referents.put(mention, referent));
        }
    }

    public static String render(Analysis analysis) {
        return new ReadHtml(analysis).page();
    }

    private String page() {
        html.open("div", "class", "sheet");
        head();
        html.open("main");
        legend();
        text();
        html.open("div", "class", "found");
        names();
        places();
        times();
        numbers();
        sayings();
        claims();
        leftOut();
        html.close().close().close();
        return Frame.page(report.file() + " as it was read", html, List.of("page.css", "read.css"), "", List.of());
    }

    private void head() {
        html.open("header", "class", "head").element("p", "Dateline: a report as it was read", "class", "name");
        html.element("h1", report.title().orElse(report.file()), "dir", "auto");
        html.open("p", "class", "counts");
        html.words(report.published()
                .map(day -> "Published " + Dates.words(day.toString()))
                .orElse("Undated"));
        report.outlet().or(layout::outlet).ifPresent(outlet -> html.words(" · ").text(outlet));
        layout.credits().forEach(credit -> html.words(" · credits ").text(credit.agency()));
        html.words(" · ").text(report.file());
        html.words(" · " + Paths.count(layout.passages().size(), "paragraph", "paragraphs"));
        html.close();
        report.notes().forEach(note -> html.element("p", note, "class", "caution"));
        html.close().line();
    }

    /** Boxes that hide a kind of span; the style sheet reads them, no script does. */
    private void legend() {
        html.open("fieldset", "class", "legend").element("legend", "Shown");
        for (String[] kind : new String[][] {
            {"names", "Names", "n PERSON"},
            {"times", "Times", "t"},
            {"numbers", "Numbers", "q"},
            {"sayings", "Who says what", "cue"},
            {"claims", "Claims", "c"},
            {"posts", "Posts", "post"},
            {"out", "Left out", "out"}
        }) {
            html.open("label");
            html.empty("input", "type", "checkbox", "id", "k-" + kind[0], "checked", "");
            html.words(" ").element("span", kind[1], "class", kind[2]).close().words(" ");
        }
        html.open("p", "class", "quiet").words("Names: ");
        for (Mention.Type type : Mention.Type.values()) {
            html.element("span", type.name().toLowerCase(Locale.ROOT), "class", "n " + type)
                    .words(" ");
        }
        html.words(" Sayings: ")
                .element("span", "speaker", "class", "speaker-words")
                .words(" ")
                .element("span", "cue", "class", "cue")
                .words(" ");
        html.element("span", "what was said", "class", "content")
                .close()
                .close()
                .line();
    }

    private void text() {
        List<LitText.Mark> marks = new ArrayList<>();
        for (Layout.Post post : layout.posts()) {
            mark(
                    marks,
                    post.span(),
                    "post",
                    "p" + post.index(),
                    "post by " + post.author()
                            + post.date().map(day -> ", " + day).orElse(", undated"));
        }
        for (Layout.Furniture each : layout.furniture()) {
            mark(marks, each.span(), "out", "f" + each.span().begin(), "left out: " + each.why());
        }
        for (Claim claim : analysis.claims()) {
            mark(marks, claim.span(), "c", "c" + claim.id(), claim(claim));
        }
        for (Attribution saying : analysis.attributions()) {
            saying.source()
                    .ifPresent(span -> mark(
                            marks, span, "speaker-words", "w" + saying.id(), "speaker of saying " + (saying.id() + 1)));
            saying.cue().ifPresent(span -> mark(marks, span, "cue", "a" + saying.id(), saying(saying)));
            for (int i = 0; i < saying.content().size(); i++) {
                mark(
                        marks,
                        saying.content().get(i),
                        "content",
                        "s" + saying.id() + "-" + i,
                        "said by " + speaker(saying));
            }
        }
        for (int i = 0; i < analysis.timexes().size(); i++) {
            mark(
                    marks,
                    analysis.timexes().get(i).span(),
                    "t",
                    "t" + i,
                    time(analysis.timexes().get(i)));
        }
        for (int i = 0; i < analysis.quantities().size(); i++) {
            mark(
                    marks,
                    analysis.quantities().get(i).span(),
                    "q",
                    "q" + i,
                    number(analysis.quantities().get(i)));
        }
        for (Mention mention : analysis.mentions()) {
            Referent referent = referents.get(mention.id());
            mark(
                    marks,
                    mention.span(),
                    "n " + mention.type(),
                    "n" + mention.id(),
                    lower(mention.type()) + ", " + lower(mention.kind())
                            + (referent == null ? ", stands for nobody known" : ": " + referent.name()));
        }
        LitText lit = new LitText(report.text(), marks);
        html.open("section", "class", "text", "aria-label", "Text of the report");
        int at = 0;
        for (Layout.Passage passage : layout.passages()) {
            between(lit, at, passage.span().begin());
            html.open("div", "class", "passage")
                    .element("span", Integer.toString(passage.number()), "class", "paragraph-number");
            html.open(passage.kind() == Layout.Kind.HEADING ? "h2" : "p", "dir", "auto");
            lit.write(html, passage.span().begin(), passage.span().end());
            html.close().close().line();
            at = passage.span().end();
        }
        between(lit, at, report.text().length());
        html.close();
    }

    /** What stands outside all paragraphs (a header line) is shown too, smaller. */
    private void between(LitText lit, int from, int to) {
        if (from < to && !report.text().substring(from, to).isBlank()) {
            html.open("p", "class", "quiet between", "dir", "auto");
            lit.write(html, from, to);
            html.close().line();
        }
    }

    private static void mark(List<LitText.Mark> marks, Span span, String kind, String id, String what) {
        String said = Harmless.line(what);
        marks.add(new LitText.Mark(
                span.begin(),
                span.end(),
                "span",
                List.of("class", kind, "id", id, "title", said),
                List.of("class", kind, "title", said)));
    }

    private void names() {
        section("Names and descriptions", analysis.referents().isEmpty());
        for (Referent referent : analysis.referents()) {
            html.open("li", "dir", "auto").element("b", referent.name());
            referent.acronym()
                    .ifPresent(letters -> html.words(" (").text(letters).words(")"));
            html.aside(lower(referent.type()) + (referent.named() ? "" : ", described"));
            List<String> also = referent.names().stream()
                    .filter(name -> !name.equals(referent.name()))
                    .distinct()
                    .toList();
            if (!also.isEmpty()) {
                html.words(", also “").text(String.join("”, “", also)).words("”");
            }
            for (int mention : referent.mentions()) {
                link("n" + mention, analysis.mentions().get(mention).span());
            }
            html.close();
        }
        for (Analysis.Apart apart : analysis.apart()) {
            html.open("li", "dir", "auto")
                    .words("Not the same: ")
                    .text(analysis.referents().get(apart.one()).name())
                    .words(" and ");
            html.text(analysis.referents().get(apart.other()).name())
                    .aside("“" + words(apart.words()) + "”")
                    .close();
        }
        end();
    }

    private void places() {
        section("Places", analysis.places().isEmpty());
        for (ResolvedPlace place : analysis.places()) {
            html.open("li", "dir", "auto").element("b", words(place.words())).words(" ");
            html.text(place.place()
                    .map(found -> found.name()
                            + (found.country().isEmpty() ? "" : ", " + found.country())
                            + String.format(Locale.ROOT, ", %.2f %.2f", found.lat(), found.lon()))
                    .orElse("no spot"));
            html.aside(place.precision()
                            + place.within()
                                    .map(within -> ", in “" + within + "”")
                                    .orElse(""))
                    .close();
        }
        end();
    }

    private void times() {
        section("Times", analysis.timexes().isEmpty());
        for (int i = 0; i < analysis.timexes().size(); i++) {
            Timex timex = analysis.timexes().get(i);
            html.open("li", "dir", "auto")
                    .element("b", words(timex.span()))
                    .words(" ")
                    .text(time(timex));
            link("t" + i, timex.span());
            html.close();
        }
        end();
    }

    private void numbers() {
        section("Numbers", analysis.quantities().isEmpty());
        for (int i = 0; i < analysis.quantities().size(); i++) {
            Quantity quantity = analysis.quantities().get(i);
            html.open("li", "dir", "auto")
                    .element("b", words(quantity.span()))
                    .words(" ")
                    .text(number(quantity));
            link("q" + i, quantity.span());
            html.close();
        }
        end();
    }

    private void sayings() {
        section("Who says what", analysis.attributions().isEmpty());
        for (Attribution saying : analysis.attributions()) {
            html.open("li", "dir", "auto")
                    .element("b", speaker(saying))
                    .words(" ")
                    .text(saying(saying))
                    .words(": ");
            String content = String.join(
                    " … ", saying.content().stream().map(this::words).toList());
            html.text(saying.quoted() ? "“" + content + "”" : content);
            saying.cue()
                    .ifPresentOrElse(
                            cue -> link("a" + saying.id(), cue),
                            () -> saying.content().stream()
                                    .findFirst()
                                    .ifPresent(span -> link("s" + saying.id() + "-0", span)));
            html.close();
        }
        end();
    }

    private void claims() {
        section("Claims", analysis.claims().isEmpty());
        for (Claim claim : analysis.claims()) {
            html.open("li", "dir", "auto")
                    .element("b", words(claim.span()))
                    .words(" ")
                    .text(claim(claim));
            link("c" + claim.id(), claim.span());
            html.close();
        }
        end();
    }

    private void leftOut() {
        section("Left out", layout.furniture().isEmpty());
        for (Layout.Furniture each : layout.furniture()) {
            html.open("li", "dir", "auto").text(words(each.span())).aside(each.why());
            link("f" + each.span().begin(), each.span());
            html.close();
        }
        end();
    }

    private void section(String title, boolean isEmpty) {
        html.open("section").element("h2", title).open("ul", "class", "plain");
        if (isEmpty) {
            html.element("li", "None found.", "class", "quiet");
        }
    }

    private void end() {
        html.close().close().line();
    }

    private void link(String id, Span span) {
        int number = layout.passages().stream()
                .filter(passage -> passage.span().overlaps(span))
                .findFirst()
                .map(Layout.Passage::number)
                .orElse(0);
        if (!span.equals(new Span(span.begin(), span.begin()))) {
            html.words(" ")
                    .open("a", "class", "cite", "href", "#" + id)
                    .words(number == 0 ? "in the text" : "¶" + number)
                    .close();
        }
    }

    private static String time(Timex timex) {
        String also = String.join(
                "",
                timex.alternatives().stream()
                        .map(value -> ", or " + value(value))
                        .toList());
        return value(timex.value()) + also + " (" + lower(timex.basis())
                + (timex.why().isBlank() ? "" : ": " + timex.why()) + ")";
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
                "a length of time, " + duration.iso()
                        + duration.modifier().map(each -> " " + each).orElse("");
            case TimeValue.Recurring recurring -> "repeated, " + recurring.iso();
            case TimeValue.Reference reference -> reference.iso();
            case TimeValue.Unresolved unresolved -> "no date: " + unresolved.why();
        };
    }

    private static String number(Quantity quantity) {
        String bounds = Paths.bounds(quantity.min(), quantity.max());
        return (quantity.what().equals("other") ? "" : quantity.what() + ", ")
                + (bounds.isEmpty() ? quantity.said() : bounds)
                + quantity.unit().map(unit -> " " + unit).orElse("")
                + quantity.of().map(of -> " " + of).orElse("")
                + quantity.subset().map(part -> " (" + part + ")").orElse("");
    }

    private static String speaker(Attribution saying) {
        return saying.speakerAs().isBlank() ? "not said by whom" : saying.speakerAs();
    }

    private static String saying(Attribution saying) {
        Optional<String> via = saying.via().stream()
                .map(hop -> hop.name()
                        + hop.hedge().map(hedge -> " (" + hedge + ")").orElse(""))
                .reduce((one, other) -> one + ", " + other);
        return lower(saying.stance())
                + saying.hedge().map(hedge -> ", " + hedge).orElse("")
                + via.map(hops -> ", by way of " + hops).orElse("");
    }

    private String claim(Claim claim) {
        List<String> parts = new ArrayList<>();
        parts.add(claim.type() + (claim.mode().isBlank() ? "" : " " + claim.mode()) + ", " + claim.lemma());
        for (Claim.Participant participant : claim.participants()) {
            parts.add(lower(participant.role()) + " “" + words(participant.span()) + "”");
        }
        claim.timexes()
                .forEach(timex ->
                        parts.add("time “" + words(analysis.timexes().get(timex).span()) + "”"));
        claim.quantities()
                .forEach(quantity -> parts.add(
                        "number “" + words(analysis.quantities().get(quantity).span()) + "”"));
        claim.attributions()
                .forEach(saying ->
                        parts.add("said by " + speaker(analysis.attributions().get(saying))));
        if (claim.polarity() == Claim.Polarity.NEGATED) {
            parts.add("said not to be so");
        }
        if (claim.modality() != Claim.Modality.ACTUAL) {
            parts.add(lower(claim.modality()));
        }
        if (claim.background()) {
            parts.add("background");
        }
        return String.join("; ", parts);
    }

    private String words(Span span) {
        return Harmless.line(report.quote(span));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
