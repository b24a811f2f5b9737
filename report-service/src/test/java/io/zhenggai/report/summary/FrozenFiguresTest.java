package io.zhenggai.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.Caller;
import io.zhenggai.report.testsupport.IssueState;
import io.zhenggai.report.testsupport.OnRealServers;
import io.zhenggai.report.testsupport.OtherServices;
import io.zhenggai.report.testsupport.PlanServiceStates;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class FrozenFiguresTest {

    private static final LocalDate DUE = LocalDate.of(2021, 12, 20);
    private static final Caller OFFICE = new Caller("office:410300");
    private static final Caller PROVINCE = new Caller("province");

    @Inject
    BusinessClock clock;

    private final UUID campaign = UUID.randomUUID();
    private final IssueState issue = IssueState.registered(campaign, "410300").dueOn(DUE);
    private OtherServices others;

    @BeforeEach
    void oneIssueIsOpen() throws Exception {
        clock.freezeAt(Instant.parse("2021-12-20T07:00:00Z"));
        others = new OtherServices();
        others.say("campaign.published.v1", campaign, 1, PlanServiceStates.campaign(campaign));
        others.say("issue.registered.v1", issue.id(), 1, issue);
        await().until(() -> figures().getInt("total.total") == 1);
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    @Test
    void doNotMoveWhenLaterEventsArrive() throws Exception {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        JsonPath submitted = OFFICE.submit(id).jsonPath();
        assertThat(submitted.getInt("figures.ledger.closed")).isZero();
        assertThat(submitted.getInt("figures.ledger.overdue")).isZero();

        others.say("issue.closed.v1", issue.id(), 2, issue.closedOn(DUE));
        await().until(() -> figures().getInt("total.closed") == 1);
        clock.freezeAt(Instant.parse("2021-12-28T07:00:00Z"));

        JsonPath later = OFFICE.read(id).jsonPath();
        assertThat(figures().getInt("total.closed")).isEqualTo(1);
        assertThat(later.getBoolean("figuresFrozen")).isTrue();
        assertThat(later.getMap("figures")).isEqualTo(submitted.getMap("figures"));
        assertThat(later.getString("figures.at")).isEqualTo("2021-12-20T07:00:00Z");
        assertThat(later.getMap("")).doesNotContainKey("proposals");
    }

    @Test
    void areThoseOfNowOnceReturnedAndFrozenAnewByTheNextSubmission() throws Exception {
        String id = OFFICE.draft(campaign, Caller.FULL).path("id");
        Map<Object, Object> first = OFFICE.submit(id).jsonPath().getMap("figures");
        PROVINCE.giveBack(id);
        others.say("issue.closed.v1", issue.id(), 2, issue.closedOn(DUE));
        await().until(() -> OFFICE.read(id).<Integer>path("figures.ledger.closed") == 1);
        assertThat(OFFICE.read(id).<Boolean>path("figuresFrozen")).isFalse();
        assertThat(OFFICE.read(id).<String>path("proposals.problems")).contains("已全部销号");

        clock.freezeAt(Instant.parse("2021-12-22T07:00:00Z"));
        Map<Object, Object> second = OFFICE.submit(id).jsonPath().getMap("figures");
        others.say("issue.returned.v1", issue.id(), 3, issue.returned(1));
        await().until(() -> figures().getInt("total.closed") == 0);
        PROVINCE.accept(id);

        assertThat(PROVINCE.read(id).jsonPath().getMap("figures")).isEqualTo(second);
        JsonPath submissions = OFFICE.get("/" + id + "/submissions").jsonPath();
        assertThat(submissions.getList("ordinal")).containsExactly(1, 2);
        assertThat(submissions.getMap("[0].figures")).isEqualTo(first);
        assertThat(submissions.getMap("[1].figures")).isEqualTo(second);
        assertThat(submissions.getList("figures.ledger.closed")).containsExactly(0, 1);
        assertThat(submissions.getList("submittedAt")).containsExactly("2021-12-20T07:00:00Z", "2021-12-22T07:00:00Z");
        assertThat(submissions.getString("[0].content.practices")).isEqualTo(Caller.FULL.get("practices"));
        assertThat(submissions.getString("[0].name")).isEqualTo("洛阳市工改办经办人一");
    }

    private JsonPath figures() {
        return OFFICE.request().get("/api/v1/figures?campaignId=" + campaign).jsonPath();
    }
}
