package io.zhenggai.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.notification.testsupport.Issue;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@OnRealServers
class RehearsalTest {

    private static final List<String> REGIONS =
            List.of("410100", "410181", "410200", "410300", "410323", "410500", "419001");

    @Inject
    Stage stage;

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void whatIsRehearsedIsWhatIsThenSent() throws Exception {
        // Always the same chance, so that a failure can be found again.
        Random chance = new Random(20211019);
        somebodyOwesSomething(chance);
        stage.awaitIdle();
        JsonPath rehearsal = stage.ask("province", "/api/v1/reminders/rehearsal?from=2021-10-19&to=2021-11-20");
        assertThat(stage.number("select count(*) from reminder")).isZero();

        LocalDate.of(2021, 10, 19).datesUntil(LocalDate.of(2021, 11, 21)).forEach(day -> stage.stepTo(day + " 09:00"));

        List<Map<String, String>> rehearsed = rehearsal.getList("messages");
        List<String> expected = new ArrayList<>();
        rehearsed.forEach(message ->
                expected.add(message.get("recipient") + "\n" + message.get("subject") + "\n" + message.get("text")));
        List<String> sent = new ArrayList<>();
        for (ReceivedMail mail : stage.mails()) {
            sent.add(mail.recipients().get(0) + "\n" + mail.subject() + "\n"
                    + mail.message().getContent().toString().replace("\r\n", "\n"));
        }
        assertThat(expected).hasSizeGreaterThan(40);
        assertThat(sent).containsExactlyElementsOf(expected);
    }

    private void somebodyOwesSomething(Random chance) {
        stage.nameContact("410000");
        for (String region : REGIONS) {
            if (chance.nextInt(4) > 0) {
                stage.nameContact(region);
            }
            if (chance.nextBoolean()) {
                stage.name(region, "HEAD", "head-" + region + "@offices.example");
            }
        }
        stage.name("410100", "INDICATOR_LEAD", "lead-410100@offices.example");
        // Holds two posts, of two regions.
        stage.name(Map.of(
                "region", "410100", "unit", "住建局", "post", "CONTACT", "name", "赵", "email", "zjj@offices.example"));
        stage.name(Map.of(
                "region", "410300", "unit", "住建局", "post", "CONTACT", "name", "赵", "email", "zjj@offices.example"));
        stage.at("2021-10-19 08:30");
        for (int i = 0; i < 40; i++) {
            String region = REGIONS.get(chance.nextInt(REGIONS.size()));
            String due = LocalDate.of(2021, 10, 21).plusDays(chance.nextInt(35)).toString();
            switch (chance.nextInt(4)) {
                case 0 -> stage.tell(Obligation.plan(region).dueOn(due));
                case 1 -> stage.tell(Obligation.training(region).dueOn(due));
                case 2 -> stage.tell(Issue.assigned(region, i + 1, due, "2021-12-31"));
                default ->
                    stage.tell(Issue.assigned(region, i + 1, due, due).ledBy(chance.nextBoolean() ? "住建局" : "政务服务局"));
            }
        }
    }

    @Test
    void tellsWhyAndWithWhatDeadline() {
        stage.nameContact("410100");
        stage.tell(Obligation.plan("410100"));
        stage.awaitIdle();

        JsonPath rehearsal = stage.ask("office:410100", "/api/v1/reminders/rehearsal?from=2021-10-22&to=2021-10-22");

        assertThat(rehearsal.getString("asOf")).isEqualTo("2021-10-19T00:00:00Z");
        assertThat(rehearsal.getList("messages")).hasSize(1);
        assertThat(rehearsal.getString("messages[0].day")).isEqualTo("2021-10-22");
        assertThat(rehearsal.getString("messages[0].recipient")).isEqualTo("contact-410100@offices.example");
        assertThat(rehearsal.getString("messages[0].regionName")).isEqualTo("郑州市");
        assertThat(rehearsal.getString("messages[0].items[0].label")).isEqualTo("整改方案");
        assertThat(rehearsal.getString("messages[0].items[0].reason")).isEqualTo("截止前7天（遇休息日提前）提醒");
        assertThat(rehearsal.getString("messages[0].items[0].deadline")).isEqualTo("2021-10-31");
        assertThat(rehearsal.getInt("messages[0].items[0].deadlineVersion")).isEqualTo(1);
        assertThat(rehearsal.getInt("messages[0].items[0].offset")).isEqualTo(-7);
        assertThat(rehearsal.getBoolean("messages[0].items[0].standIn")).isFalse();
    }

    @Test
    void daysThatHavePassedHaveNoMessages() {
        stage.nameContact("410100");
        stage.tell(Obligation.plan("410100"));
        stage.stepTo("2021-10-22 09:00");

        assertThat(stage.ask("province", "/api/v1/reminders/rehearsal?from=2021-10-19&to=2021-10-22")
                        .getList("messages"))
                .isEmpty();
        assertThat(stage.ask("province", "/api/v1/reminders/rehearsal?from=2021-10-19&to=2021-10-28")
                        .getList("messages.day"))
                .containsExactly("2021-10-28");
    }

    @Test
    void showsAnOfficeItsOwnRegionOnly() {
        stage.nameContact("410100");
        stage.nameContact("410200");
        stage.nameContact("410181");
        stage.at("2021-10-19 08:30");
        stage.tell(Obligation.plan("410100"), Obligation.plan("410200"));
        stage.tell(Issue.assigned("410181", 1, "2021-10-21", "2021-12-31"));
        stage.awaitIdle();
        String range = "/api/v1/reminders/rehearsal?from=2021-10-19&to=2021-10-25";

        assertThat(stage.ask("office:410100", range).getList("messages.region"))
                .contains("410100", "410181")
                .doesNotContain("410200");
        assertThat(stage.ask("county:410181", range).getList("messages.region")).containsOnly("410181");
        assertThat(stage.ask("county:410181", range).getList("messages.recipient"))
                .containsOnly("c***@offices.example");
        assertThat(stage.ask("office:419001", range).getList("messages")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "to=2021-10-22, from",
        "from=2021-10-22, to",
        "from=2021-10-22&to=2021-10-21, to",
        "from=2021-10-19&to=2022-10-20, to",
        "from=2022-10-20&to=2022-10-21, to",
        "from=2021-10-22&to=tomorrow, to",
        "from=2021-10-22&to=2021-10-22&until=2021-10-23, until",
    })
    void refusesWhatIsNoRangeOrTooLong(String query, String field) {
        stage.as("province")
                .get("/api/v1/reminders/rehearsal?" + query)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void takesTheLongestRange() {
        assertThat(stage.ask("province", "/api/v1/reminders/rehearsal?from=2021-10-20&to=2022-10-20")
                        .getList("messages"))
                .isEmpty();
    }
}
