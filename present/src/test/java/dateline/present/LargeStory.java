package dateline.present;

import dateline.account.Account;
import dateline.codec.TerminalStory;
import dateline.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A story of a hundred reports, made by turning a few sentences: for the weight and speed of a page, not for its sense. */
public final class LargeStory {
    private static final int REPORTS = 100;
    private static final List<String> SENTENCES = List.of(
            "The river at Ostmere rose above the second mark on Monday night, the water board said.",
            "About 400 people spent the night in the sports hall, a spokeswoman for the town told reporters.",
            "“Nobody has seen the lower road since Sunday,” said Hanne Vogt, who keeps the ferry house.",
            "Three bridges were closed and trains between Ostmere and Kolding Junction stopped running.",
            "The mayor denied that the pumps had been switched off, as the farmers' league had claimed.",
            "Two barges broke loose and one of them struck a pillar of the old bridge, according to the river police.",
            "The harvest on the low fields is thought to be lost, though nobody has yet been able to walk them.",
            "Soldiers filled sandbags along the mill dike until the early hours and were relieved at dawn.");

    private LargeStory() {}

    public static List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        for (int r = 0; r < REPORTS; r++) {
            StringBuilder text =
                    new StringBuilder(" date 2031-04-" + (10 + r / 20) + " Report " + (r + 1) + " from the valley.");
            for (int p = 0; p < 9; p++) {
                text.append("\n\n");
                for (int s = 0; s < 3; s++) {
                    text.append(s == 0 ? "" : " ").append(SENTENCES.get((r + p * 3 + s) % SENTENCES.size()));
                }
            }
            reports.add(TerminalStory.report(
                    "valley-" + (r + 1) + ".txt",
                    text.append('\n').toString(),
                    "2031-04-" + (10 + r / 20),
                    Optional.of("Paper " + (r + 1))));
        }
        return reports;
    }

    public static Account account() {
        List<Report> reports = reports();
        List<Account.Provenance> mentions = new ArrayList<>();
        List<Account.ReportEntry> entries = new ArrayList<>();
        List<Account.Source> sources = new ArrayList<>();
        List<Account.ClaimEntry> claims = new ArrayList<>();
        List<List<String>> bySentence = new ArrayList<>();
        SENTENCES.forEach(sentence -> bySentence.add(new ArrayList<>()));
        List<Account.Entity> entities = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            entities.add(new Account.Entity(
                    "n" + n,
                    n % 2 == 0 ? "PERSON" : "ORGANIZATION",
                    "Body number " + n,
                    List.of("Body " + n, "No. " + n),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        for (int r = 0; r < REPORTS; r++) {
            Report report = reports.get(r);
            String id = "r" + (r + 1);
            sources.add(new Account.Source("s" + (r + 1), "outlet", "Paper " + (r + 1), List.of(id)));
            entries.add(new Account.ReportEntry(
                    id,
                    r + 1,
                    report.file(),
                    report.id().sha256(),
                    report.published().map(Object::toString),
                    report.outlet(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    "s" + (r + 1)));
            int at = 0;
            for (int p = 0; p < 9; p++) {
                for (int s = 0; s < 3; s++) {
                    int which = (r + p * 3 + s) % SENTENCES.size();
                    String sentence = SENTENCES.get(which);
                    at = report.text().indexOf(sentence, at);
                    String mention = "m" + mentions.size();
                    mentions.add(new Account.Provenance(mention, id, p + 2, at, at + sentence.length(), sentence));
                    bySentence.get(which).add(mention);
                    if (s != 1) {
                        claims.add(new Account.ClaimEntry(
                                "c" + claims.size(),
                                Optional.of("n" + (claims.size() % 60)),
                                Optional.empty(),
                                List.of(),
                                Optional.of("said"),
                                sentence.substring(0, sentence.length() - 1),
                                false,
                                "asserts",
                                Optional.empty(),
                                List.of("e" + which),
                                mention,
                                Optional.empty(),
                                Optional.empty()));
                    }
                    at += sentence.length();
                }
            }
        }
        List<Account.Event> events = new ArrayList<>();
        for (int e = 0; e < 60; e++) {
            int which = e % SENTENCES.size();
            List<String> all = bySentence.get(which);
            List<String> own = all.subList(e / 8 * all.size() / 8, (e / 8 + 1) * all.size() / 8);
            events.add(new Account.Event(
                    "e" + e,
                    e + 1,
                    SENTENCES.get(which).split(",")[0],
                    "DISASTER",
                    Optional.empty(),
                    new Account.When(
                            Optional.of("2031-04-" + (10 + e / 6)),
                            Optional.empty(),
                            List.of("Monday"),
                            Account.Basis.AGREED,
                            "many reports say so"),
                    List.of(new Account.Where(
                            "Ostmere",
                            Optional.of("DK"),
                            OptionalDouble.of(55 + e % 8 * 0.3),
                            OptionalDouble.of(9 + e % 8 * 0.2),
                            "city",
                            Optional.empty(),
                            own.get(0))),
                    e > 50,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Account.Standing.CORROBORATED,
                    "many",
                    40,
                    List.of("s1", "s2"),
                    own,
                    List.of(),
                    false));
        }
        return new Account(
                new Account.Story(
                        "valley",
                        "The river rises above the second mark at Ostmere",
                        Optional.of("2031-04-10"),
                        Optional.of("2031-04-18"),
                        Optional.empty(),
                        REPORTS,
                        0,
                        100),
                List.of(new Account.BriefSentence("The river rose above the second mark.", List.of("m0"))),
                events,
                claims,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                entities,
                mentions,
                entries,
                List.of(),
                sources,
                List.of(),
                List.of());
    }
}
