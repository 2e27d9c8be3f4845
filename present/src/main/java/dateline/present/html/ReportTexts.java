package dateline.present.html;

import dateline.account.Account;
import dateline.present.Dates;
import dateline.present.Harmless;
import dateline.present.Paths;
import dateline.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The full text of each report with the quoted stretches lit, and below each paragraph what was made of it. */
final class ReportTexts {
    private static final Pattern BREAK = Pattern.compile("\\R[\\h]*\\R\\s*");

    private final Paths paths;
    private final Map<String, Report> byHash = new LinkedHashMap<>();
    private final Uses uses;
    private final List<String> cut = new ArrayList<>();

    ReportTexts(Paths paths, List<Report> reports, Uses uses) {
        this.paths = paths;
        this.uses = uses;
        for (Report report : reports) {
            byHash.put(report.id().sha256(), report);
        }
    }

    void write(Html html) {
        for (Account.ReportEntry entry : paths.account().reports()) {
            Report report = byHash.get(entry.sha256());
            if (report == null) {
                throw new IllegalArgumentException(
                        "html: report " + entry.id() + " (" + entry.file() + ") was not handed over");
            }
            write(html, entry, report);
        }
    }

    /** Rules that light all pieces of a stretch that had to be cut, without a script. */
    String styles() {
        StringBuilder rules = new StringBuilder();
        for (String id : cut) {
            rules.append("body:has(#")
                    .append(id)
                    .append(":target) .p-")
                    .append(id)
                    .append(",");
        }
        return rules.isEmpty()
                ? ""
                : rules.substring(0, rules.length() - 1) + "{background:var(--lit);outline:2px solid var(--lit-edge)}";
    }

    private void write(Html html, Account.ReportEntry entry, Report report) {
        html.open("article", "class", "report", "id", entry.id(), "aria-labelledby", "t-" + entry.id());
        html.open("h3", "id", "t-" + entry.id(), "dir", "auto")
                .element("span", Integer.toString(entry.number()), "class", "number")
                .words(" ");
        html.words(paths.outletOf(entry)).close();
        html.open("p", "class", "quiet", "dir", "auto");
        html.words(entry.published().map(Dates::words).orElse("undated"));
        entry.title()
                .filter(title -> entry.outlet().isPresent())
                .ifPresent(title -> html.words(" · ").text(title));
        entry.address().ifPresent(address -> html.words(" · ").text(address));
        html.close();
        for (Account.Caution caution : entry.cautions()) {
            html.open("p", "class", "caution", "dir", "auto")
                    .element("b", "Caution, " + caution.kind() + ":")
                    .words(" ")
                    .text(caution.text())
                    .close();
        }
        text(html, entry, report.text());
        html.close().line();
    }

    private void text(Html html, Account.ReportEntry entry, String text) {
        List<Account.Provenance> here = new ArrayList<>();
        List<LitText.Mark> marks = new ArrayList<>();
        Map<LitText.Mark, String> ids = new LinkedHashMap<>();
        for (Account.Provenance mention : paths.account().mentions()) {
            if (!mention.report().equals(entry.id())) {
                continue;
            }
            if (mention.end() > text.length()
                    || !text.substring(mention.start(), mention.end()).equals(mention.quote())) {
                throw new IllegalStateException("html: " + mention.id() + " quotes words that " + entry.file()
                        + " does not hold at " + mention.start() + "-" + mention.end());
            }
            here.add(mention);
            LitText.Mark mark = new LitText.Mark(
                    mention.start(),
                    mention.end(),
                    "mark",
                    List.of("id", mention.id(), "class", "p-" + mention.id()),
                    List.of("class", "p-" + mention.id()));
            marks.add(mark);
            ids.put(mark, mention.id());
        }
        for (Account.LeftOut each : paths.account().leftOut()) {
            if (each.report().equals(entry.id())) {
                List<String> attributes = List.of("class", "out", "title", "left out: " + each.why());
                marks.add(new LitText.Mark(
                        each.start(), Math.min(each.end(), text.length()), "span", attributes, attributes));
            }
        }
        LitText lit = new LitText(text, marks);
        int at = 0;
        int number = 0;
        Matcher matcher = BREAK.matcher(text);
        while (at < text.length()) {
            boolean found = matcher.find(at);
            int end = found ? matcher.start() : text.length();
            if (!text.substring(at, end).isBlank()) {
                number++;
                html.open("div", "class", "para").open("p", "dir", "auto");
                lit.write(html, at, end);
                html.close();
                made(html, here, at, found ? matcher.end() : text.length(), number);
                html.close();
            }
            at = found ? matcher.end() : text.length();
        }
        for (LitText.Mark mark : lit.cut()) {
            String id = ids.get(mark);
            if (id != null && !cut.contains(id)) {
                cut.add(id);
            }
        }
    }

    private void made(Html html, List<Account.Provenance> mentions, int from, int to, int paragraph) {
        List<Account.Provenance> begun = new ArrayList<>();
        for (Account.Provenance mention : mentions) {
            if (mention.start() >= from
                    && mention.start() < to
                    && !uses.of(mention.id()).isEmpty()) {
                begun.add(mention);
            }
        }
        if (begun.isEmpty()) {
            return;
        }
        html.open("ul", "class", "made", "aria-label", "Made of paragraph " + paragraph);
        for (Account.Provenance mention : begun) {
            html.open("li", "id", "u-" + mention.id())
                    .open("a", "class", "words", "href", "#" + mention.id(), "dir", "auto");
            html.words("“" + opening(mention.quote()) + "”").close();
            List<Uses.Use> all = uses.of(mention.id());
            for (Uses.Use use : all) {
                if (!use.isName()) {
                    html.words(" ").element("a", use.what(), "class", "use", "href", "#" + use.target(), "dir", "auto");
                }
            }
            List<Uses.Use> names = all.stream().filter(Uses.Use::isName).toList();
            if (!names.isEmpty()) {
                html.words(" ").open("span", "class", "names").words(names.size() == 1 ? "Name:" : "Names:");
                names.forEach(
                        use -> html.words(" ").element("a", use.name(), "href", "#" + use.target(), "dir", "auto"));
                html.close();
            }
            html.close();
        }
        html.close();
    }

    /** The first words of a stretch, enough to know it by. */
    private static String opening(String quote) {
        String line = Harmless.line(quote).replaceFirst("^[\"“”‘’'«»]+", "");
        if (line.codePointCount(0, line.length()) <= 34) {
            return line;
        }
        int end = line.offsetByCodePoints(0, 32);
        int blank = line.lastIndexOf(' ', end);
        return line.substring(0, blank > 12 ? blank : end) + " …";
    }
}
