package dateline.codec;

import dateline.account.Account;
import dateline.report.Report;
import dateline.report.ReportId;
import dateline.report.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An invented story in which every part of an account occurs: four reports (one a copy, one with a wrong stamp, one with an
 * emoji before quoted words) and a post about an explosion in a grain terminal. Made by hand; used to test all written forms.
 */
public final class TerminalStory {
    private static final String NONE = "";
    private static final int OPEN = -1;
    private static final String COAST_POST = """
             date 2031-03-05 An explosion tore through the grain terminal at Sarnholm on Tuesday evening, killing at least three dockers, the Sarnholm Port Company said.

            The blast followed a week of stoppages over night shifts called by the Northern Dockers' Union, a separate body from the Free Dockers.

            “We heard one bang, then nothing,” said Piet Aalto, who drives a crane. Unverified footage posted online purported to show a drone above the silos shortly before.

            No word from silo 4 since the bang. 🌊 Forty people were inside when the shift began. pic.example/ab12 — Ilse Marek (@ilsemarek) March 4, 2031

            The terminal had been empty since noon, the mayor, Ada Brenner, told Radio Sarn.

            Read more: Ten years of the Sarnholm terminal
            """;
    private static final String RADIO_SARN = """
             date 2031-03-03 Five people are dead after two explosions at the Sarnholm grain terminal late on Tuesday, police said.

            A second, larger explosion brought down silo 4 about ten minutes after the first, a police spokeswoman said. Dozens of people were hurt.

            The Free Dockers accused the company of filling the silos beyond their limit. SPC denied that any silo had been overfilled.

            About 500 residents of the Lantern Quarter were moved to a school on Wednesday morning because of the smoke.
            """;
    private static final String BALTIC_LEDGER = """
             date 2031-03-06 SARNHOLM, March 6 (NWA) - The number of dead in the Sarnholm terminal explosion has risen to nine, hospital officials said on Thursday.

            Eleven of the injured were flown to Halvik on Wednesday. The port company vowed to pay each family.

            Fires at three depots along the northern coast between Wednesday and Thursday were not connected, the fire service said.

            Forty people were trapped when the silos blew up, the docker Ilse Marek wrote. The inspectorate will open a hearing on Monday.

            In 2024 a dust explosion at the same terminal injured two men.

            (NWA, by telephone)
            """;
    private static final String EVENING_TIDE = """
             date 2031-03-06 SARNHOLM, March 6 (NWA) - The number of dead in the Sarnholm terminal explosion has risen to nine, hospital officials said on Thursday.

            Eleven of the injured were flown to Halvik on Wednesday. The port company vowed to pay each family.

            Share this page
            """;

    private final List<Report> reports = List.of(
            report("coast-post.txt", COAST_POST, "2031-03-05", Optional.of("Coast Post")),
            report("radio-sarn.txt", RADIO_SARN, "2031-03-03", Optional.of("Radio Sarn")),
            report("baltic-ledger.txt", BALTIC_LEDGER, "2031-03-06", Optional.of("Baltic Ledger")),
            report("evening-tide.txt", EVENING_TIDE, "2031-03-06", Optional.empty()));
    private final List<Account.Provenance> mentions = new ArrayList<>();

    private TerminalStory() {}

    public static List<Report> reports() {
        return new TerminalStory().reports;
    }

    public static Account account() {
        return new TerminalStory().compose();
    }

    /** A report made from its text as a file would be; the hash is that of the text. */
    public static Report report(String file, String text, String published, Optional<String> outlet) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            int body = text.startsWith(" date ") ? 17 : 0;
            return new Report(
                    new ReportId(HexFormat.of().formatHex(digest)),
                    file,
                    text,
                    new Span(body, text.stripTrailing().length()),
                    Optional.of(LocalDate.parse(published)),
                    Optional.empty(),
                    outlet,
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private Account compose() {
        String blast1 = words(
                1,
                "An explosion tore through the grain terminal at Sarnholm on Tuesday evening, killing at least three dockers, the Sarnholm Port Company said.");
        String blast2 = words(
                2,
                "Five people are dead after two explosions at the Sarnholm grain terminal late on Tuesday, police said.");
        String blast3 = words(
                3,
                "The number of dead in the Sarnholm terminal explosion has risen to nine, hospital officials said on Thursday.");
        String stoppages = words(
                1,
                "The blast followed a week of stoppages over night shifts called by the Northern Dockers' Union, a separate body from the Free Dockers.");
        String separate = words(1, "a separate body from the Free Dockers");
        String bang = words(1, "“We heard one bang, then nothing,” said Piet Aalto, who drives a crane.");
        String drone =
                words(1, "Unverified footage posted online purported to show a drone above the silos shortly before.");
        String post = words(
                1,
                "No word from silo 4 since the bang. 🌊 Forty people were inside when the shift began. pic.example/ab12 — Ilse Marek (@ilsemarek) March 4, 2031");
        String forty = words(1, "Forty people were inside when the shift began.");
        String noon = words(1, "The terminal had been empty since noon, the mayor, Ada Brenner, told Radio Sarn.");
        String second = words(
                2,
                "A second, larger explosion brought down silo 4 about ten minutes after the first, a police spokeswoman said.");
        String hurt = words(2, "Dozens of people were hurt.");
        String accused = words(2, "The Free Dockers accused the company of filling the silos beyond their limit.");
        String denied = words(2, "SPC denied that any silo had been overfilled.");
        String moved = words(
                2,
                "About 500 residents of the Lantern Quarter were moved to a school on Wednesday morning because of the smoke.");
        String flown = words(3, "Eleven of the injured were flown to Halvik on Wednesday.");
        String vowed = words(3, "The port company vowed to pay each family.");
        String depots = words(
                3,
                "Fires at three depots along the northern coast between Wednesday and Thursday were not connected, the fire service said.");
        String trapped = words(3, "Forty people were trapped when the silos blew up, the docker Ilse Marek wrote.");
        String hearing = words(3, "The inspectorate will open a hearing on Monday.");
        String dust = words(3, "In 2024 a dust explosion at the same terminal injured two men.");
        String copied = words(
                4,
                "The number of dead in the Sarnholm terminal explosion has risen to nine, hospital officials said on Thursday.");

        List<Account.BriefSentence> brief = List.of(
                new Account.BriefSentence(
                        "An explosion tore through the grain terminal at Sarnholm on the evening of Tuesday 4 March.",
                        List.of(blast1, blast2)),
                new Account.BriefSentence(
                        "The number of dead has risen to nine, hospital officials said, from at least three and five before.",
                        List.of(blast3, blast1, blast2)),
                new Account.BriefSentence(
                        "A witness heard one bang; police speak of a second, larger explosion.",
                        List.of(bang, second)));

        List<Account.Event> events = List.of(
                event("e1", 9, "Dust explosion at the Sarnholm terminal injures two", "ACCIDENT", NONE)
                        .when("2024", NONE, "In 2024", Account.Basis.STATED, "a year in the words")
                        .at(new Account.Where(
                                "Sarnholm",
                                Optional.of("EE"),
                                OptionalDouble.of(59.4),
                                OptionalDouble.of(24.66),
                                "city",
                                Optional.empty(),
                                dust))
                        .background()
                        .number("wounded", "men", "two men", 2, 2, NONE, NONE, dust)
                        .standing(Account.Standing.REPORTED, "told by NWA alone", 1)
                        .from("s3")
                        .resting(dust)
                        .build(),
                event("e2", 8, "Dockers stop work over night shifts", "PROTEST", "strike")
                        .when(
                                "2031-02-25/2031-03-04~",
                                NONE,
                                "a week of stoppages",
                                Account.Basis.RECKONED,
                                "the week before Tuesday 4 March 2031; its ends are not said")
                        .background()
                        .with("agent", "n3")
                        .standing(Account.Standing.REPORTED, "told by Coast Post alone", 1)
                        .from("s1")
                        .resting(stoppages)
                        .build(),
                event("e3", 6, "A drone is said to have flown above the silos", "OTHER", NONE)
                        .when("2031-03-04", "EV", "shortly before", Account.Basis.INFERRED, "just before the explosion")
                        .at(new Account.Where(
                                "above the silos",
                                Optional.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                "unlocated",
                                Optional.empty(),
                                drone))
                        .standing(
                                Account.Standing.UNVERIFIED,
                                "the footage is called unverified by the only report that tells of it",
                                1)
                        .from("s7")
                        .resting(drone)
                        .build(),
                event("e4", 1, "Explosion tears through the grain terminal at Sarnholm", "ACCIDENT", NONE)
                        .when(
                                "2031-03-04",
                                "EV",
                                "Tuesday evening",
                                Account.Basis.AGREED,
                                "Tuesday before Wednesday 5 March 2031; the post is dated 4 March; Radio Sarn's own stamp of 3 March cannot be right")
                        .said("late on Tuesday")
                        .at(new Account.Where(
                                "grain terminal",
                                Optional.of("EE"),
                                OptionalDouble.of(59.4),
                                OptionalDouble.of(24.66),
                                "site",
                                Optional.of("Sarnholm"),
                                blast1))
                        .with("place", "n1")
                        .with("target", "n7")
                        .number("killed", "dockers", "at least three", 3, OPEN, NONE, "n2", blast1)
                        .number("killed", "people", "five", 5, 5, NONE, "n6", blast2)
                        .number("killed", NONE, "nine", 9, 9, NONE, "n8", blast3)
                        .number("wounded", "people", "dozens", 24, OPEN, NONE, NONE, hurt)
                        .standing(
                                Account.Standing.CORROBORATED,
                                "three independent origins tell it and none contradicts",
                                3)
                        .from("s1", "s2", "s3")
                        .resting(blast1, blast2, blast3, copied)
                        .follows("e2", "sequence", stoppages)
                        .build(),
                event("e5", 3, "A second, larger explosion brings down silo 4", "ACCIDENT", NONE)
                        .when(
                                "2031-03-04",
                                "22:10",
                                "about ten minutes after the first",
                                Account.Basis.RECKONED,
                                "ten minutes after the first")
                        .at(new Account.Where(
                                "silo 4",
                                Optional.of("EE"),
                                OptionalDouble.of(59.4),
                                OptionalDouble.of(24.66),
                                "site",
                                Optional.of("grain terminal"),
                                second))
                        .stageOf("e4")
                        .standing(
                                Account.Standing.DISPUTED, "police tell of two explosions, a witness heard one bang", 2)
                        .from("s2", "s5")
                        .resting(second, bang)
                        .follows("e4", "sequence", second)
                        .build(),
                event("e6", 4, "Residents of the Lantern Quarter are moved because of the smoke", "DISASTER", NONE)
                        .when(
                                "2031-03-05",
                                "MO",
                                "Wednesday morning",
                                Account.Basis.RECKONED,
                                "the day after Tuesday 4 March 2031")
                        .at(new Account.Where(
                                "Lantern Quarter",
                                Optional.of("EE"),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                "site",
                                Optional.of("Sarnholm"),
                                moved))
                        .number("evacuated", "residents", "about 500", 450, 550, NONE, NONE, moved)
                        .standing(Account.Standing.REPORTED, "told by Radio Sarn alone", 1)
                        .from("s2")
                        .resting(moved)
                        .follows("e4", "cause", moved)
                        .build(),
                event("e7", 5, "Eleven of the injured are flown to Halvik", "AID", NONE)
                        .when(
                                "2031-03-05",
                                NONE,
                                "on Wednesday",
                                Account.Basis.RECKONED,
                                "the Wednesday before Thursday 6 March 2031")
                        .at(new Account.Where(
                                "Halvik",
                                Optional.of("FI"),
                                OptionalDouble.of(60.17),
                                OptionalDouble.of(24.94),
                                "city",
                                Optional.empty(),
                                flown))
                        .number("other", "injured", "eleven", 11, 11, NONE, NONE, flown)
                        .standing(Account.Standing.REPORTED, "one agency's copy in two reports", 1)
                        .from("s3")
                        .resting(flown)
                        .follows("e4", "response", flown)
                        .build(),
                event("e8", 7, "Fires at three depots along the northern coast", "ACCIDENT", NONE)
                        .when(
                                "2031-03-05/2031-03-06",
                                NONE,
                                "between Wednesday and Thursday",
                                Account.Basis.RECKONED,
                                "reckoned from Thursday 6 March 2031")
                        .at(new Account.Where(
                                "northern coast",
                                Optional.of("EE"),
                                OptionalDouble.of(59.3),
                                OptionalDouble.of(26.0),
                                "region",
                                Optional.empty(),
                                depots))
                        .at(new Account.Where(
                                "three depots",
                                Optional.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                "unlocated",
                                Optional.of("northern coast"),
                                depots))
                        .standing(Account.Standing.REPORTED, "told by NWA alone", 1)
                        .from("s3")
                        .resting(depots)
                        .build(),
                event("e9", 10, "The inspectorate opens a hearing", "COURT", NONE)
                        .when(
                                "2031-03-10",
                                NONE,
                                "on Monday",
                                Account.Basis.RECKONED,
                                "the Monday after Thursday 6 March 2031")
                        .standing(Account.Standing.ANNOUNCED, "it is said to be going to happen", 1)
                        .from("s3")
                        .resting(hearing)
                        .byDecision()
                        .build(),
                event("e10", 2, "The port company is accused of overfilling the silos", "ACCUSE", "allege")
                        .when(NONE, NONE, "", Account.Basis.UNKNOWN, "no words say when")
                        .with("agent", "n4")
                        .with("target", "n2")
                        .standing(Account.Standing.DENIED, "the company denies it and nobody else confirms it", 2)
                        .from("s6", "s4")
                        .resting(accused, denied)
                        .build());

        List<Account.ClaimEntry> claims = List.of(
                claim(
                        "c1",
                        "n2",
                        "the Sarnholm Port Company",
                        "said",
                        "at least three dockers were killed",
                        false,
                        "asserts",
                        NONE,
                        blast1,
                        "e4"),
                claim(
                        "c2",
                        "n6",
                        "police",
                        "said",
                        "five people are dead after two explosions",
                        false,
                        "asserts",
                        NONE,
                        blast2,
                        "e4"),
                claim(
                        "c3",
                        "n8",
                        "hospital officials",
                        "said",
                        "the number of dead has risen to nine",
                        false,
                        "asserts",
                        NONE,
                        blast3,
                        "e4"),
                claim(
                        "c4",
                        "n5",
                        "Piet Aalto",
                        "said",
                        "We heard one bang, then nothing",
                        true,
                        "asserts",
                        NONE,
                        bang,
                        "e5"),
                claim(
                        "c5",
                        "n4",
                        "The Free Dockers",
                        "accused",
                        "the company filled the silos beyond their limit",
                        false,
                        "accuses",
                        NONE,
                        accused,
                        "e10"),
                claim(
                        "c6",
                        "n2",
                        "SPC",
                        "denied",
                        "any silo had been overfilled",
                        false,
                        "denies",
                        NONE,
                        denied,
                        "e10"),
                claim("c7", "n2", "The port company", "vowed", "to pay each family", false, "vows", NONE, vowed),
                new Account.ClaimEntry(
                        "c8",
                        Optional.empty(),
                        Optional.of("Unverified footage posted online"),
                        List.of(new Account.Via("footage posted online", Optional.of("unverified"))),
                        Optional.of("purported to show"),
                        "a drone above the silos",
                        false,
                        "asserts",
                        Optional.of("purported"),
                        List.of("e3"),
                        drone,
                        Optional.empty(),
                        Optional.of("s7")),
                new Account.ClaimEntry(
                        "c9",
                        Optional.of("n9"),
                        Optional.of("the docker Ilse Marek"),
                        List.of(),
                        Optional.of("wrote"),
                        "forty people were trapped when the silos blew up",
                        false,
                        "asserts",
                        Optional.empty(),
                        List.of("e4"),
                        trapped,
                        Optional.of(new Account.Original(
                                forty,
                                "shifted",
                                "were inside when the shift began → were trapped when the silos blew up")),
                        Optional.of("s8")),
                new Account.ClaimEntry(
                        "c10",
                        Optional.of("n10"),
                        Optional.of("the mayor, Ada Brenner"),
                        List.of(new Account.Via("Radio Sarn", Optional.empty())),
                        Optional.of("told"),
                        "the terminal had been empty since noon",
                        false,
                        "asserts",
                        Optional.empty(),
                        List.of("e4"),
                        noon,
                        Optional.empty(),
                        Optional.of("s9")));

        List<Account.Agreement> agreements = List.of(new Account.Agreement(
                "a1",
                "When did it happen?",
                List.of("e4"),
                "refines",
                List.of(position("late on Tuesday", "s2", blast2), position("Tuesday evening", "s1", blast1))));
        List<Account.OpenQuestion> questions = List.of(
                new Account.OpenQuestion("e4", "agent", "What set off the explosion?", List.of(drone, accused)),
                new Account.OpenQuestion("e5", "confirmation", "Was there a second explosion?", List.of(second, bang)));
        List<Account.Disagreement> disagreements = List.of(
                new Account.Disagreement(
                        "d1",
                        "quantity",
                        "How many people were killed?",
                        List.of("e4"),
                        true,
                        Optional.empty(),
                        List.of(
                                position("at least three", "s4", blast1),
                                position("five", "s2", blast2),
                                position("nine", "s3", blast3))),
                new Account.Disagreement(
                        "d2",
                        "outcome",
                        "Was there a second explosion?",
                        List.of("e5"),
                        false,
                        Optional.empty(),
                        List.of(
                                position("a second, larger explosion ten minutes later", "s2", second),
                                position("one bang, then nothing", "s5", bang))),
                new Account.Disagreement(
                        "d3",
                        "quantity",
                        "Was anybody inside?",
                        List.of("e4"),
                        false,
                        Optional.of("the mayor speaks of noon, the post of the beginning of the shift"),
                        List.of(
                                position("empty since noon", "s9", noon),
                                position("forty people inside", "s8", forty))));
        List<Account.Series> series = List.of(new Account.Series(
                "q1",
                "e4",
                "killed",
                Optional.of("people"),
                List.of(
                        new Account.Point(
                                Optional.of("2031-03-05"),
                                "s4",
                                "at least three",
                                OptionalDouble.of(3),
                                OptionalDouble.empty(),
                                blast1),
                        new Account.Point(
                                Optional.of("2031-03-05"),
                                "s2",
                                "five",
                                OptionalDouble.of(5),
                                OptionalDouble.of(5),
                                blast2),
                        new Account.Point(
                                Optional.of("2031-03-06"),
                                "s3",
                                "nine",
                                OptionalDouble.of(9),
                                OptionalDouble.of(9),
                                blast3))));
        List<Account.Entity> entities = List.of(
                entity("n1", "PLACE", "Sarnholm", List.of(), blast1),
                new Account.Entity(
                        "n2",
                        "ORGANIZATION",
                        "Sarnholm Port Company",
                        List.of("SPC", "the port company"),
                        List.of(),
                        List.of("SPC are its initials", "“the port company” stands for it in reports 1 and 3"),
                        List.of(blast1, denied, vowed)),
                new Account.Entity(
                        "n3",
                        "ORGANIZATION",
                        "Northern Dockers' Union",
                        List.of(),
                        List.of(new Account.NotSameAs("n4", separate)),
                        List.of(),
                        List.of(stoppages)),
                new Account.Entity(
                        "n4",
                        "ORGANIZATION",
                        "Free Dockers",
                        List.of(),
                        List.of(new Account.NotSameAs("n3", separate)),
                        List.of(),
                        List.of(stoppages, accused)),
                entity("n5", "PERSON", "Piet Aalto", List.of(), bang),
                entity("n6", "GROUP", "police", List.of("a police spokeswoman"), blast2),
                entity("n7", "GROUP", "dockers", List.of(), blast1),
                entity("n8", "GROUP", "hospital officials", List.of(), blast3),
                entity("n9", "PERSON", "Ilse Marek", List.of(), post),
                entity("n10", "PERSON", "Ada Brenner", List.of("the mayor"), noon),
                entity("n11", "OTHER", "silo 4", List.of(), second));
        List<Account.ReportEntry> entries = List.of(
                entry(
                        1,
                        "s1",
                        List.of(),
                        List.of(new Account.Caution("one-sided", "the toll rests on the company alone"))),
                entry(
                        2,
                        "s2",
                        List.of(),
                        List.of(new Account.Caution(
                                "stamp", "dated Monday 3 March, but tells of Tuesday and Wednesday as past"))),
                entry(3, "s3", List.of("NWA"), List.of()),
                new Account.ReportEntry(
                        "r4",
                        4,
                        "evening-tide.txt",
                        reports.get(3).id().sha256(),
                        Optional.of("2031-03-06"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("NWA"),
                        Optional.of("r3"),
                        Optional.of("the same agency copy, 38 of 41 words"),
                        List.of(new Account.Caution("copy", "repeats report 3")),
                        "s3"));
        List<Account.Source> sources = List.of(
                new Account.Source("s1", "outlet", "Coast Post", List.of("r1")),
                new Account.Source("s2", "official", "Sarnholm police", List.of("r2")),
                new Account.Source("s3", "agency", "NWA", List.of("r3", "r4")),
                new Account.Source("s4", "official", "Sarnholm Port Company", List.of("r1", "r2")),
                new Account.Source("s5", "witness", "Piet Aalto", List.of("r1")),
                new Account.Source("s6", "outlet", "Radio Sarn", List.of("r2")),
                new Account.Source("s7", "unnamed", "unverified footage", List.of("r1")),
                new Account.Source("s8", "post", "Ilse Marek", List.of("r1", "r3")),
                new Account.Source("s9", "official", "Ada Brenner", List.of("r1")));
        List<Account.LeftOut> leftOut = List.of(
                leftOut(1, "Read more: Ten years of the Sarnholm terminal", "link to another page"),
                leftOut(3, "(NWA, by telephone)", "agency credit"),
                leftOut(4, "Share this page", "share bar"));
        return new Account(
                new Account.Story(
                        "sarnholm-5f2a",
                        "Explosion tears through the grain terminal at Sarnholm",
                        Optional.of("2031-03-04"),
                        Optional.of("2031-03-10"),
                        Optional.of("2031-03-06T18:00:00Z"),
                        4,
                        1,
                        3),
                brief,
                events,
                claims,
                agreements,
                questions,
                disagreements,
                series,
                entities,
                mentions,
                entries,
                List.of(new Account.PostEntry(
                        "p1",
                        "r1",
                        "Ilse Marek",
                        "ilsemarek",
                        Optional.of("2031-03-04"),
                        post,
                        List.of("pic.example/ab12"))),
                sources,
                leftOut,
                List.of(new Account.AppliedDecision(
                        "date",
                        "e9 is on 2031-03-10",
                        "J. Okoro",
                        "the inspectorate's notice says so",
                        Optional.of("2031-03-17"),
                        true)));
    }

    /** Ids run from m1 in the order of asking; the words must stand in the report. */
    private String words(int number, String quote) {
        String text = reports.get(number - 1).text();
        int start = text.indexOf(quote);
        if (start < 0) {
            throw new IllegalArgumentException("report " + number + " does not say: " + quote);
        }
        int passage = text.substring(0, start).split("\n\n", -1).length;
        String id = "m" + (mentions.size() + 1);
        mentions.add(new Account.Provenance(id, "r" + number, passage, start, start + quote.length(), quote));
        return id;
    }

    private Account.LeftOut leftOut(int number, String quote, String why) {
        int start = reports.get(number - 1).text().indexOf(quote);
        return new Account.LeftOut("r" + number, start, start + quote.length(), why, quote);
    }

    private Account.ReportEntry entry(int number, String source, List<String> credits, List<Account.Caution> cautions) {
        Report report = reports.get(number - 1);
        return new Account.ReportEntry(
                "r" + number,
                number,
                report.file(),
                report.id().sha256(),
                report.published().map(LocalDate::toString),
                report.outlet(),
                Optional.empty(),
                Optional.empty(),
                credits,
                Optional.empty(),
                Optional.empty(),
                cautions,
                source);
    }

    private static Account.Entity entity(String id, String type, String name, List<String> names, String mention) {
        return new Account.Entity(id, type, name, names, List.of(), List.of(), List.of(mention));
    }

    private static Account.Position position(String value, String source, String mention) {
        return new Account.Position(value, List.of(source), List.of(mention));
    }

    private static Account.ClaimEntry claim(
            String id,
            String speaker,
            String as,
            String cue,
            String text,
            boolean quoted,
            String stance,
            String hedge,
            String mention,
            String... about) {
        return new Account.ClaimEntry(
                id,
                Optional.of(speaker),
                Optional.of(as),
                List.of(),
                Optional.of(cue),
                text,
                quoted,
                stance,
                maybe(hedge),
                List.of(about),
                mention,
                Optional.empty(),
                Optional.empty());
    }

    private static EventMaker event(String id, int rank, String label, String type, String mode) {
        return new EventMaker(id, rank, label, type, maybe(mode));
    }

    private static Optional<String> maybe(String value) {
        return value.equals(NONE) ? Optional.empty() : Optional.of(value);
    }

    private static OptionalDouble end(int value) {
        return value == OPEN ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Keeps the nineteen parts of an event apart while a test writes it down. */
    private static final class EventMaker {
        private final String id;
        private final int rank;
        private final String label;
        private final String type;
        private final Optional<String> mode;
        private Optional<String> edtf = Optional.empty();
        private Optional<String> part = Optional.empty();
        private final List<String> said = new ArrayList<>();
        private Account.Basis basis = Account.Basis.UNKNOWN;
        private String why = "";
        private final List<Account.Where> where = new ArrayList<>();
        private boolean background;
        private Optional<String> stageOf = Optional.empty();
        private final List<Account.Participant> participants = new ArrayList<>();
        private final List<Account.Quantity> quantities = new ArrayList<>();
        private Account.Standing standing = Account.Standing.REPORTED;
        private String standingWhy = "";
        private int independent = 1;
        private List<String> sources = List.of();
        private List<String> mentions = List.of();
        private final List<Account.Follows> follows = new ArrayList<>();
        private boolean byDecision;

        EventMaker(String id, int rank, String label, String type, Optional<String> mode) {
            this.id = id;
            this.rank = rank;
            this.label = label;
            this.type = type;
            this.mode = mode;
        }

        EventMaker when(String edtf, String part, String said, Account.Basis basis, String why) {
            this.edtf = maybe(edtf);
            this.part = maybe(part);
            this.basis = basis;
            this.why = why;
            return said.isEmpty() ? this : said(said);
        }

        EventMaker said(String words) {
            said.add(words);
            return this;
        }

        EventMaker at(Account.Where place) {
            where.add(place);
            return this;
        }

        EventMaker background() {
            background = true;
            return this;
        }

        EventMaker stageOf(String event) {
            stageOf = Optional.of(event);
            return this;
        }

        EventMaker with(String role, String entity) {
            participants.add(new Account.Participant(role, entity));
            return this;
        }

        EventMaker number(
                String what, String of, String said, int min, int max, String unit, String speaker, String mention) {
            quantities.add(new Account.Quantity(
                    what, maybe(of), Optional.empty(), said, end(min), end(max), maybe(unit), maybe(speaker), mention));
            return this;
        }

        EventMaker standing(Account.Standing standing, String why, int independent) {
            this.standing = standing;
            this.standingWhy = why;
            this.independent = independent;
            return this;
        }

        EventMaker from(String... sources) {
            this.sources = List.of(sources);
            return this;
        }

        EventMaker resting(String... mentions) {
            this.mentions = List.of(mentions);
            return this;
        }

        EventMaker follows(String event, String relation, String mention) {
            follows.add(new Account.Follows(event, relation, mention));
            return this;
        }

        EventMaker byDecision() {
            byDecision = true;
            return this;
        }

        Account.Event build() {
            return new Account.Event(
                    id,
                    rank,
                    label,
                    type,
                    mode,
                    new Account.When(edtf, part, said, basis, why),
                    where,
                    background,
                    stageOf,
                    participants,
                    quantities,
                    standing,
                    standingWhy,
                    independent,
                    sources,
                    mentions,
                    follows,
                    byDecision);
        }
    }
}
