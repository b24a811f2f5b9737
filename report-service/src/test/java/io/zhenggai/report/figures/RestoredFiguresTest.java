package io.zhenggai.report.figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.IssueState;
import io.zhenggai.report.testsupport.OnRealServers;
import io.zhenggai.report.testsupport.OtherServices;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The issues that figures are counted from, damaged, and made anew from what the issue service has told or tells again. */
@QuarkusTest
@OnRealServers
class RestoredFiguresTest {

    private static final LocalDate DUE = LocalDate.of(2021, 11, 10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    BusinessClock clock;

    @Inject
    AgroalDataSource dataSource;

    private final UUID campaign = UUID.randomUUID();
    private OtherServices others;

    @BeforeEach
    void connect() throws Exception {
        others = new OtherServices();
        clock.freezeAt(Instant.parse("2021-11-10T15:59:59Z"));
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    @Test
    void figuresFromACorruptTableAreRightAgainAfterARebuild() throws Exception {
        IssueState closed = IssueState.registered(campaign, "410100").dueOn(DUE);
        others.say("issue.registered.v1", closed.id(), 1, IssueState.registered(campaign, "410100"));
        others.say("issue.closed.v1", closed.id(), 2, closed.closedOn(DUE));
        IssueState open = IssueState.registered(campaign, "410200").dueOn(DUE);
        others.say("issue.registered.v1", open.id(), 1, open);
        IssueState another = IssueState.registered(campaign, "410200");
        others.say("issue.registered.v1", another.id(), 1, another);
        awaitTotal(3);
        String right = figures().prettify();

        execute("update issue set status = 'REGISTERED', closed_on = null where id = '" + closed.id() + "'");
        execute("delete from issue where id = '" + open.id() + "'");
        assertThat(figures().prettify()).isNotEqualTo(right);
        rebuild("issue");

        assertThat(figures().prettify()).isEqualTo(right);
        others.say("issue.closed.v1", open.id(), 2, open.closedOn(DUE));
        await().atMost(PATIENCE).until(() -> figures().getInt("total.closed") == 2);
    }

    @Test
    void whatWasLostIsCountedAgainOnceItIsToldAgain() throws Exception {
        IssueState issue = IssueState.registered(campaign, "410100").dueOn(DUE);
        others.say("issue.registered.v1", issue.id(), 1, issue);
        IssueState another = IssueState.registered(campaign, "410100");
        others.say("issue.registered.v1", another.id(), 1, another);
        awaitTotal(2);
        execute("delete from issue where id = '" + issue.id() + "'");
        assertThat(figures().getInt("total.total")).isEqualTo(1);

        others.say("issue.snapshot.v1", issue.id(), 1, issue);

        awaitTotal(2);
    }

    @Test
    void allThatThisServiceKeepsOfOthersCanBeRebuilt() {
        List<String> projections = operator().get("/admin/projections").path("items.aggregateType");

        assertThat(projections).containsExactly("campaign", "issue", "obligation", "plan", "training-session");
        projections.forEach(RestoredFiguresTest::rebuild);
    }

    private static void rebuild(String aggregateType) {
        String location = operator()
                .body(Map.of("reason", "the figures are wrong"))
                .post("/admin/projections/" + aggregateType + "/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(PATIENCE)
                .until(() -> operator().get(location).<String>path("state"), state -> !state.equals("RUNNING"));
        operator().get(location).then().statusCode(200).body("state", equalTo("SWITCHED"));
    }

    private void awaitTotal(int total) {
        await().atMost(PATIENCE).until(() -> figures().getInt("total.total") == total);
    }

    private JsonPath figures() {
        return given().auth()
                .oauth2(Infrastructure.current().token("province"))
                .get("/api/v1/figures?groupBy=CITY&campaignId=" + campaign)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification operator() {
        return given().auth()
                .oauth2(Infrastructure.current().token("system:operations"))
                .contentType(ContentType.JSON);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
