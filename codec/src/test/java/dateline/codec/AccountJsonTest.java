package dateline.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.account.Account;
import dateline.report.Report;
import dateline.report.ReportId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountJsonTest {
    private final Account account = TerminalStory.account();
    private final List<Report> reports = TerminalStory.reports();
    private final String json = AccountJson.write(account, reports);

    @Test
    void keepsItsSchema() {
        assertThat(AccountSchema.problems(json)).isEmpty();
    }

    @Test
    void comesBackAsItWas() {
        assertThat(AccountJson.read(json, reports)).isEqualTo(account);
    }

    @Test
    void theOrderInWhichReportsAreHandedOverDoesNotMatter() {
        List<Report> turned = new ArrayList<>(reports);
        Collections.reverse(turned);
        assertThat(AccountJson.write(account, turned)).isEqualTo(json);
    }

    @Test
    void offsetsAreCodePointsSoThatOtherLanguagesCanCutTheQuotation() {
        JsonNode root = JsonMapper.builder().build().readTree(json);
        int moved = 0;
        for (JsonNode mention : root.path("mentions")) {
            Report report = reports.get(mention.path("report").stringValue().charAt(1) - '1');
            int[] points = report.text().codePoints().toArray();
            int start = mention.path("start").intValue();
            int end = mention.path("end").intValue();
            assertThat(new String(points, start, end - start))
                    .isEqualTo(mention.path("quote").stringValue());
            moved += start
                            == account.mentions().stream()
                                    .filter(each ->
                                            each.id().equals(mention.path("id").stringValue()))
                                    .findFirst()
                                    .orElseThrow()
                                    .start()
                    ? 0
                    : 1;
        }
        assertThat(moved).as("mentions after the emoji of report 1").isEqualTo(2);
    }

    @Test
    void everyEventAndEveryMentionIsOneLine() {
        assertThat(json.lines()
                        .filter(line -> line.startsWith("  {\"id\": \"e"))
                        .count())
                .isEqualTo(account.events().size());
        assertThat(json).startsWith("{\n \"schema\": \"dateline/account/1\",\n \"story\": {\"id\": ");
    }

    @Test
    void anOpenEndIsNullAndAWholeNumberHasNoPoint() {
        assertThat(json).contains("\"said\": \"at least three\", \"min\": 3, \"max\": null, \"speaker\": \"n2\"");
        assertThat(json).contains("\"lat\": 59.4, \"lon\": 24.66");
    }

    @Test
    void aTextThatIsNotTheFileItselfIsCarriedAlong() {
        assertThat(json).doesNotContain("\"text\": \" date 2031");
        Report page = reports.get(3);
        String otherBytes = "0".repeat(64);
        Report taken = new Report(
                new ReportId(otherBytes),
                page.file(),
                page.text(),
                page.body(),
                page.published(),
                page.publishedAt(),
                page.outlet(),
                page.title(),
                page.address(),
                page.notes());
        String written = AccountJson.write(
                AccountJson.read(
                        json.replace(page.id().sha256(), otherBytes),
                        List.of(reports.get(0), reports.get(1), reports.get(2), taken)),
                List.of(reports.get(0), reports.get(1), reports.get(2), taken));
        assertThat(written).contains("\"source\": \"s3\", \"text\": \" date 2031-03-06 SARNHOLM");
        assertThat(AccountSchema.problems(written)).isEmpty();
    }

    @Test
    void aQuotationThatItsReportDoesNotHoldIsNotWritten() {
        List<Account.Provenance> mentions = new ArrayList<>(account.mentions());
        Account.Provenance first = mentions.get(0);
        mentions.set(
                0,
                new Account.Provenance(
                        first.id(),
                        first.report(),
                        first.passage(),
                        first.start() + 1,
                        first.end() + 1,
                        first.quote()));
        Account bent = new Account(
                account.story(),
                account.brief(),
                account.events(),
                account.claims(),
                account.agreements(),
                account.openQuestions(),
                account.disagreements(),
                account.series(),
                account.entities(),
                mentions,
                account.reports(),
                account.posts(),
                account.sources(),
                account.leftOut(),
                account.decisions());
        assertThatThrownBy(() -> AccountJson.write(bent, reports))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("m1 quotes words that coast-post.txt does not hold");
    }

    @Test
    void whatIsNotAnAccountIsRefusedWithThePlace() {
        assertThatThrownBy(() -> AccountJson.read("{\"schema\": ", reports)).hasMessageContaining("this is not JSON");
        assertThatThrownBy(() -> AccountJson.read(json.replace("dateline/account/1", "dateline/account/9"), reports))
                .hasMessageContaining("schema is 'dateline/account/9'");
        assertThatThrownBy(() ->
                        AccountJson.read(json.replace("\"standing\": \"denied\"", "\"standing\": \"sure\""), reports))
                .hasMessageContaining("account.events[9].standing is 'sure'");
        assertThatThrownBy(() -> AccountJson.read(json.replace("\"rank\": 9", "\"rank\": \"9\""), reports))
                .hasMessageContaining("account.events[0].rank is no whole number");
        assertThatThrownBy(() -> AccountJson.read(json, reports.subList(0, 2)))
                .hasMessageContaining("r3 (baltic-ledger.txt) was not handed over");
    }

    @Test
    void theSchemaCheckSeesWhatIsWrong() {
        assertThat(AccountSchema.problems(json.replace("\"standing\": \"denied\"", "\"standing\": \"sure\"")))
                .anyMatch(problem -> problem.contains("/events/9/standing"));
        assertThat(AccountSchema.problems(json.replace("\"cites\": [\"m1\", \"m2\"]", "\"cites\": []")))
                .isNotEmpty();
        assertThat(AccountSchema.problems(json.replace("\"cites\": [\"m1\", \"m2\"]", "\"cites\": [\"m1\", \"m99\"]")))
                .containsExactly("/brief/0/cites/1: there is no m99");
        assertThat(AccountSchema.problems(json.replace("\"edtf\": \"2024\"", "\"edtf\": \"last year\"")))
                .isNotEmpty();
        assertThat(AccountSchema.problems(json.replace("{\"id\": \"m2\"", "{\"id\": \"m1\"")))
                .isNotEmpty();
    }

    @Test
    void charactersThatCouldTurnATerminalAreWrittenAsEscapes() {
        assertThat(JsonText.quoted("a\u202Eb\u0007\u009Bc\uD800 \uD83C\uDF0A\u200D"))
                .isEqualTo("\"a\\u202eb\\u0007\\u009bc\\ud800 \uD83C\uDF0A\u200D\"");
    }
}
