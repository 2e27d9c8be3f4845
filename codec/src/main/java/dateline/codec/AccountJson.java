package dateline.codec;

import dateline.account.Account;
import dateline.report.Report;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An account as the JSON text {@code dateline/account/1}, and back. The form is {@code account-1.schema.json} beside this class. */
public final class AccountJson {
    static final String SCHEMA = "dateline/account/1";

    private AccountJson() {}

    /**
     * Writes an account. {@code reports} are those it was made from, in any order; each quotation is compared with its
     * report once more. A report whose text is not the file itself (a page, another encoding) carries its text along.
     */
    public static String write(Account account, List<Report> reports) {
        Texts texts = Texts.of(account.reports(), reports);
        return new JsonText()
                .text("schema", SCHEMA)
                .object("story", story(account.story()))
                .lines("brief", account.brief(), AccountJson::sentence)
                .lines("events", account.events(), AccountJson::event)
                .lines("claims", account.claims(), AccountJson::claim)
                .lines("agreements", account.agreements(), AccountJson::agreement)
                .lines("openQuestions", account.openQuestions(), AccountJson::openQuestion)
                .lines("disagreements", account.disagreements(), AccountJson::disagreement)
                .lines("series", account.series(), AccountJson::series)
                .lines("entities", account.entities(), AccountJson::entity)
                .lines("mentions", account.mentions(), mention -> mention(mention, texts))
                .lines("reports", account.reports(), report -> report(report, texts))
                .lines("posts", account.posts(), AccountJson::post)
                .lines("sources", account.sources(), AccountJson::source)
                .lines("leftOut", account.leftOut(), leftOut -> leftOut(leftOut, texts))
                .lines("decisions", account.decisions(), AccountJson::decision)
                .onManyLines();
    }

    /**
     * Reads an account back. {@code reports} are those it was made from.
     *
     * @throws IllegalArgumentException when the text is not such an account, with the place where it is not
     */
    public static Account read(String json, List<Report> reports) {
        return AccountReader.read(json, reports);
    }

    private static String story(Account.Story story) {
        return new JsonText()
                .text("id", story.id())
                .text("headline", story.headline())
                .textOrNull("from", story.from())
                .textOrNull("to", story.to())
                .textOrNull("asOf", story.asOf())
                .number("reports", story.reports())
                .number("posts", story.posts())
                .number("independentSources", story.independentSources())
                .onOneLine();
    }

    private static String sentence(Account.BriefSentence sentence) {
        return new JsonText()
                .text("text", sentence.text())
                .texts("cites", sentence.cites())
                .onOneLine();
    }

    private static String event(Account.Event event) {
        return new JsonText()
                .text("id", event.id())
                .number("rank", event.rank())
                .text("label", event.label())
                .text("type", event.type())
                .textOrNull("mode", event.mode())
                .object("when", when(event.when()))
                .list("where", event.where(), AccountJson::where)
                .truth("background", event.background())
                .textOrNull("stageOf", event.stageOf())
                .list(
                        "participants",
                        event.participants(),
                        participant -> new JsonText()
                                .text("role", participant.role())
                                .text("entity", participant.entity())
                                .onOneLine())
                .list("quantities", event.quantities(), AccountJson::quantity)
                .text("standing", lower(event.standing()))
                .text("standingWhy", event.standingWhy())
                .number("independentSources", event.independentSources())
                .texts("sources", event.sources())
                .texts("mentions", event.mentions())
                .list(
                        "follows",
                        event.follows(),
                        follows -> new JsonText()
                                .text("event", follows.event())
                                .text("relation", follows.relation())
                                .text("mention", follows.mention())
                                .onOneLine())
                .truth("byDecision", event.byDecision())
                .onOneLine();
    }

    private static String when(Account.When when) {
        return new JsonText()
                .textIfAny("edtf", when.edtf())
                .textIfAny("part", when.part())
                .texts("said", when.said())
                .text("basis", lower(when.basis()))
                .text("why", when.why())
                .onOneLine();
    }

    private static String where(Account.Where where) {
        return new JsonText()
                .text("name", where.name())
                .textIfAny("country", where.country())
                .numberIfAny("lat", where.lat())
                .numberIfAny("lon", where.lon())
                .text("precision", where.precision())
                .textIfAny("within", where.within())
                .text("mention", where.mention())
                .onOneLine();
    }

    private static String quantity(Account.Quantity quantity) {
        return new JsonText()
                .text("what", quantity.what())
                .textOrNull("of", quantity.of())
                .textOrNull("subset", quantity.subset())
                .text("said", quantity.said())
                .numberOrNull("min", quantity.min())
                .numberOrNull("max", quantity.max())
                .textIfAny("unit", quantity.unit())
                .textOrNull("speaker", quantity.speaker())
                .text("mention", quantity.mention())
                .onOneLine();
    }

    private static String claim(Account.ClaimEntry claim) {
        return new JsonText()
                .text("id", claim.id())
                .textOrNull("speaker", claim.speaker())
                .textOrNull("speakerAs", claim.speakerAs())
                .list(
                        "via",
                        claim.via(),
                        via -> new JsonText()
                                .text("name", via.name())
                                .textOrNull("hedge", via.hedge())
                                .onOneLine())
                .textOrNull("cue", claim.cue())
                .text("text", claim.text())
                .truth("quoted", claim.quoted())
                .text("stance", claim.stance())
                .textOrNull("hedge", claim.hedge())
                .texts("about", claim.about())
                .text("mention", claim.mention())
                .object("original", claim.original().map(AccountJson::original).orElse("null"))
                .textIfAny("source", claim.source())
                .onOneLine();
    }

    private static String original(Account.Original original) {
        return new JsonText()
                .text("mention", original.mention())
                .text("verdict", original.verdict())
                .text("why", original.why())
                .onOneLine();
    }

    private static String agreement(Account.Agreement agreement) {
        return new JsonText()
                .text("id", agreement.id())
                .text("question", agreement.question())
                .texts("about", agreement.about())
                .text("verdict", agreement.verdict())
                .list("positions", agreement.positions(), AccountJson::position)
                .onOneLine();
    }

    private static String position(Account.Position position) {
        return new JsonText()
                .text("value", position.value())
                .texts("sources", position.sources())
                .texts("mentions", position.mentions())
                .onOneLine();
    }

    private static String openQuestion(Account.OpenQuestion question) {
        return new JsonText()
                .text("about", question.about())
                .text("slot", question.slot())
                .text("question", question.question())
                .texts("grounds", question.grounds())
                .onOneLine();
    }

    private static String disagreement(Account.Disagreement disagreement) {
        return new JsonText()
                .text("id", disagreement.id())
                .text("kind", disagreement.kind())
                .text("question", disagreement.question())
                .texts("about", disagreement.about())
                .truth("update", disagreement.update())
                .textOrNull("mayBothHold", disagreement.mayBothHold())
                .list("positions", disagreement.positions(), AccountJson::position)
                .onOneLine();
    }

    private static String series(Account.Series series) {
        return new JsonText()
                .text("id", series.id())
                .text("event", series.event())
                .text("what", series.what())
                .textOrNull("of", series.of())
                .list(
                        "points",
                        series.points(),
                        point -> new JsonText()
                                .textOrNull("published", point.published())
                                .text("source", point.source())
                                .text("said", point.said())
                                .numberOrNull("min", point.min())
                                .numberOrNull("max", point.max())
                                .text("mention", point.mention())
                                .onOneLine())
                .onOneLine();
    }

    private static String entity(Account.Entity entity) {
        return new JsonText()
                .text("id", entity.id())
                .text("type", entity.type())
                .text("name", entity.name())
                .texts("names", entity.names())
                .list(
                        "notSameAs",
                        entity.notSameAs(),
                        other -> new JsonText()
                                .text("entity", other.entity())
                                .text("mention", other.mention())
                                .onOneLine())
                .texts("grounds", entity.grounds())
                .texts("mentions", entity.mentions())
                .onOneLine();
    }

    private static String mention(Account.Provenance mention, Texts texts) {
        Texts.Text text = texts.of(mention.report());
        String held = text.report().text();
        if (mention.end() > held.length()
                || !held.substring(mention.start(), mention.end()).equals(mention.quote())) {
            throw new IllegalStateException("codec: " + mention.id() + " quotes words that "
                    + text.report().file() + " does not hold at " + mention.start() + "-" + mention.end());
        }
        return new JsonText()
                .text("id", mention.id())
                .text("report", mention.report())
                .number("passage", mention.passage())
                .number("start", text.points().fromUnits(mention.start()))
                .number("end", text.points().fromUnits(mention.end()))
                .text("quote", mention.quote())
                .onOneLine();
    }

    private static String report(Account.ReportEntry report, Texts texts) {
        return new JsonText()
                .text("id", report.id())
                .number("number", report.number())
                .text("file", report.file())
                .text("sha256", report.sha256())
                .textOrNull("published", report.published())
                .textOrNull("outlet", report.outlet())
                .textOrNull("title", report.title())
                .textOrNull("address", report.address())
                .texts("credits", report.credits())
                .textOrNull("copyOf", report.copyOf())
                .textIfAny("copyWhy", report.copyWhy())
                .list(
                        "cautions",
                        report.cautions(),
                        caution -> new JsonText()
                                .text("kind", caution.kind())
                                .text("text", caution.text())
                                .onOneLine())
                .text("source", report.source())
                .textIfAny("text", texts.of(report.id()).ifNotTheFile())
                .onOneLine();
    }

    private static String post(Account.PostEntry post) {
        return new JsonText()
                .text("id", post.id())
                .text("report", post.report())
                .text("author", post.author())
                .text("handle", post.handle())
                .textOrNull("date", post.date())
                .text("mention", post.mention())
                .texts("media", post.media())
                .onOneLine();
    }

    private static String source(Account.Source source) {
        return new JsonText()
                .text("id", source.id())
                .text("kind", source.kind())
                .text("name", source.name())
                .texts("reports", source.reports())
                .onOneLine();
    }

    private static String leftOut(Account.LeftOut leftOut, Texts texts) {
        CodePoints points = texts.of(leftOut.report()).points();
        return new JsonText()
                .text("report", leftOut.report())
                .number("start", points.fromUnits(leftOut.start()))
                .number("end", points.fromUnits(leftOut.end()))
                .text("why", leftOut.why())
                .text("quote", leftOut.quote())
                .onOneLine();
    }

    private static String decision(Account.AppliedDecision decision) {
        return new JsonText()
                .text("kind", decision.kind())
                .text("what", decision.what())
                .text("author", decision.author())
                .text("reason", decision.reason())
                .textOrNull("machine", decision.machine())
                .truth("applied", decision.applied())
                .onOneLine();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The texts of the account's reports by the ids that the account uses. */
    record Texts(Map<String, Text> byReport) {
        record Text(Report report, CodePoints points) {
            /** The text, unless the file holds exactly this text and nothing else, as its hash shows. */
            Optional<String> ifNotTheFile() {
                return sha256(report.text()).equals(report.id().sha256())
                        ? Optional.empty()
                        : Optional.of(report.text());
            }
        }

        static Texts of(List<Account.ReportEntry> entries, List<Report> reports) {
            Map<String, Report> byHash = new LinkedHashMap<>();
            for (Report report : reports) {
                byHash.put(report.id().sha256(), report);
            }
            Map<String, Text> byReport = new LinkedHashMap<>();
            for (Account.ReportEntry entry : entries) {
                Report report = byHash.get(entry.sha256());
                if (report == null) {
                    throw new IllegalArgumentException(
                            "codec: report " + entry.id() + " (" + entry.file() + ") was not handed over");
                }
                byReport.put(entry.id(), new Text(report, new CodePoints(report.text())));
            }
            return new Texts(byReport);
        }

        Text of(String report) {
            Text text = byReport.get(report);
            if (text == null) {
                throw new IllegalArgumentException("codec: the account names no report " + report);
            }
            return text;
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("codec: this Java has no SHA-256", absent);
        }
    }
}
