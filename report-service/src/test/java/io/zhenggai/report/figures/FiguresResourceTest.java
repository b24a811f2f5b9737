package io.zhenggai.report.figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.IssueState;
import io.zhenggai.report.testsupport.OnRealServers;
import io.zhenggai.report.testsupport.OtherServices;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class FiguresResourceTest {

    private static final LocalDate DUE = LocalDate.of(2021, 11, 10);

    @Inject
    BusinessClock clock;

    private final UUID campaign = UUID.randomUUID();
    private OtherServices others;

    @BeforeEach
    void connect() throws Exception {
        others = new OtherServices();
        // 2021-11-10, 23:59 in Henan.
        clock.freezeAt(Instant.parse("2021-11-10T15:59:59Z"));
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    @Test
    void countsByTheDefinitions() throws Exception {
        IssueState issue = IssueState.registered(campaign, "410100");
        tell(List.of(
                issue,
                IssueState.registered(campaign, "410100").dueOn(DUE),
                IssueState.registered(campaign, "410100")
                        .dueOn(DUE.minusDays(1))
                        .returned(2),
                IssueState.registered(campaign, "410100").dueOn(DUE).requestedOn(DUE),
                IssueState.registered(campaign, "410100")
                        .dueOn(DUE.minusDays(5))
                        .closedOn(DUE.minusDays(5)),
                IssueState.registered(campaign, "410100")
                        .dueOn(DUE.minusDays(5))
                        .closedOn(DUE.minusDays(4)),
                IssueState.registered(campaign, "410100").from("SELF_INSPECTION")));

        JsonPath figures = awaitTotal("province", 7);

        assertThat(figures.getInt("total.closed")).isEqualTo(2);
        assertRate(figures, "total.closingRate", 2, 7, 286);
        assertThat(figures.getInt("total.openOverdue")).isEqualTo(1);
        assertThat(figures.getInt("total.closedLate")).isEqualTo(1);
        assertThat(figures.getInt("total.overdue")).isEqualTo(2);
        assertRate(figures, "total.overdueRate", 2, 5, 400);
        assertRate(figures, "total.returnRate", 1, 4, 250);
        assertThat(figures.getInt("total.daysToClose.totalDays")).isEqualTo(16 + 17);
        assertThat(figures.getInt("total.daysToClose.tenthsOfDay")).isEqualTo(165);
        assertThat(figures.getInt("total.outOfRanking")).isEqualTo(1);
        assertThat(figures.getString("today")).isEqualTo("2021-11-10");
        assertThat(figures.getMap("standing.next")).isNotEmpty();
    }

    @Test
    void isOverdueFromTheDayAfterTheDeadline() throws Exception {
        tell(List.of(IssueState.registered(campaign, "410100").dueOn(DUE)));
        assertThat(awaitTotal("province", 1).getInt("total.overdue")).isZero();

        clock.freezeAt(Instant.parse("2021-11-10T16:00:00Z"));

        assertThat(figures("province", "").getInt("total.overdue")).isEqualTo(1);
    }

    @Test
    void whatWasRejectedOrMergedIsNoIssueAndWhatIsLongTermIsNotOverdue() throws Exception {
        tell(List.of(
                IssueState.registered(campaign, "410100").in("REJECTED"),
                IssueState.registered(campaign, "410100")
                        .dueOn(DUE.minusDays(1))
                        .in("MERGED"),
                IssueState.registered(campaign, "410100")
                        .dueOn(DUE.minusDays(1))
                        .in("LONG_TERM"),
                IssueState.registered(campaign, "410100").dueOn(DUE.minusDays(1))));

        JsonPath figures = awaitTotal("province", 2);

        assertThat(figures.getInt("total.openOverdue")).isEqualTo(1);
        assertRate(figures, "total.closingRate", 0, 2, 0);
        assertRate(figures, "total.overdueRate", 1, 1, 1000);
    }

    @Test
    void nothingCountedHasNoRates() {
        JsonPath figures = figures("province", "");

        assertThat(figures.getInt("total.total")).isZero();
        assertThat(figures.getInt("total.closingRate.denominator")).isZero();
        assertThat(figures.getMap("total.closingRate")).doesNotContainKey("permille");
        assertThat(figures.getMap("total.daysToClose")).doesNotContainKey("tenthsOfDay");
        assertThat(figures.getList("groups")).isEmpty();
    }

    @Test
    void agreesWithAHandCountInEveryGrouping() throws Exception {
        List<IssueState> all = randomIssues(120);
        tell(all);
        awaitTotal("province", 120);

        assertGroups("province", "CITY", all, IssueState::city);
        assertGroups("province", "REGION", all, IssueState::region);
        assertGroups("province", "SOURCE", all, IssueState::source);
        assertGroups("leader", "CATEGORY", all, IssueState::category);
        assertGroups("auditor", "SEVERITY", all, IssueState::severity);
        assertGroups("province", "MONTH", all, issue -> issue.registeredOn()
                .toString()
                .substring(0, 7));
        List<IssueState> kaifeng =
                all.stream().filter(issue -> issue.city().equals("410200")).toList();
        assertGroups("office:410200", "CATEGORY", kaifeng, IssueState::category);
        assertGroups("province", "SOURCE&city=410200", kaifeng, IssueState::source);
    }

    @Test
    void anotherRegionsIssuesAreInNoCount() throws Exception {
        tell(List.of(
                IssueState.registered(campaign, "410100").dueOn(DUE),
                IssueState.registered(campaign, "410100"),
                IssueState.registered(campaign, "410200")));
        awaitTotal("province", 3);

        assertThat(figures("office:410100", "").getInt("total.total")).isEqualTo(2);
        assertThat(figures("office:410200", "").getInt("total.total")).isEqualTo(1);
        assertThat(figures("office:410200", "&groupBy=CITY").getList("groups.key"))
                .containsExactly("410200");
        assertThat(figures("office:410200", "&city=410100").getInt("total.total"))
                .isZero();
        assertThat(figures("county:410181", "").getInt("total.total")).isZero();
        assertThat(figures("department:410100:住建局", "").getInt("total.total")).isEqualTo(1);
        assertThat(figures("department:410100:发改委", "").getInt("total.total")).isZero();
    }

    @Test
    void unitsCountWhatTheyLeadWhereTheyAre() throws Exception {
        IssueState inCounty =
                IssueState.registered(campaign, "410100").inCounty("410181").dueOn(DUE);
        tell(List.of(
                inCounty,
                IssueState.registered(campaign, "410100").dueOn(DUE),
                IssueState.registered(campaign, "410200").dueOn(DUE).ledBy("省自然资源厅"),
                IssueState.registered(campaign, "410300").dueOn(DUE).ledBy("省自然资源厅"),
                IssueState.registered(campaign, "410200")));
        awaitTotal("province", 5);

        assertThat(figures("member-unit:省自然资源厅", "").getInt("total.total")).isEqualTo(2);
        assertThat(figures("member-unit:省通信管理局", "").getInt("total.total")).isZero();
        assertThat(figures("department:410100:住建局", "").getInt("total.total")).isEqualTo(2);
        assertThat(figures("department:410181:住建局", "").getInt("total.total")).isEqualTo(1);
        assertThat(figures("leader:410181", "").getInt("total.total")).isEqualTo(1);
        assertThat(figures("indicator-lead:410100:发改委", "").getInt("total.total"))
                .isEqualTo(2);
        assertThat(figures("county:410181", "&groupBy=REGION").getList("groups.name"))
                .containsExactly("巩义市");
    }

    @Test
    void anUnknownCityReadsLikeAForeignOne() throws Exception {
        tell(List.of(IssueState.registered(campaign, "410100")));
        awaitTotal("province", 1);

        JsonPath unknown = figures("office:410200", "&city=419999");
        JsonPath foreign = figures("office:410200", "&city=410100");

        assertThat(unknown.getMap("total")).isEqualTo(foreign.getMap("total"));
        assertThat(unknown.getInt("total.total")).isZero();
    }

    @Test
    void anEventThatCannotBeCountedIsPutAsideAndBreaksNoFigure() throws Exception {
        IssueState good = IssueState.registered(campaign, "410100");
        for (LocalDate day : List.of(LocalDate.MAX, LocalDate.MIN, LocalDate.of(5_874_898, 1, 1))) {
            IssueState bad = inSamePartition(good).registeredOn(day);
            others.say("issue.registered.v1", bad.id(), 1, bad.dueOn(day).closedOn(day));
        }
        tell(List.of(good));

        JsonPath figures = awaitTotal("province", 1);

        assertThat(figures.getInt("total.closed")).isZero();
        assertThat(figures("province", "&groupBy=MONTH").getList("groups.key")).containsExactly("2021-10");
    }

    @Test
    void repeatedAndOldVersionsChangeNothing() throws Exception {
        IssueState registered = IssueState.registered(campaign, "410100");
        IssueState closed = registered.dueOn(DUE).closedOn(DUE);
        others.say("issue.registered.v1", registered.id(), 1, registered);
        others.say("issue.closed.v1", registered.id(), 2, closed);
        others.say("issue.registered.v1", registered.id(), 1, registered);
        others.say("issue.closed.v1", registered.id(), 2, registered.returned(9));
        others.say("issue.assigned.v1", registered.id(), 1, registered.dueOn(DUE));
        IssueState last = inSamePartition(registered);
        others.say("issue.registered.v1", last.id(), 1, last);

        JsonPath figures = awaitTotal("province", 2);

        assertThat(figures.getInt("total.closed")).isEqualTo(1);
        assertThat(figures.getInt("total.returnRate.numerator")).isZero();
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws Exception {
        IssueState issue = IssueState.registered(campaign, "410100").from("A_SOURCE_OF_2030");
        others.say("issue.seen-by-somebody.v1", issue.id(), 1, issue);

        awaitTotal("province", 1);

        JsonPath figures = figures("province", "&groupBy=SOURCE");
        assertThat(figures.getString("groups[0].key")).isEqualTo("A_SOURCE_OF_2030");
        assertThat(figures.getMap("groups[0]")).doesNotContainKey("name");
    }

    @Test
    void ranksWithoutSelfInspectionUnlessAskedFor() throws Exception {
        tell(List.of(
                IssueState.registered(campaign, "410100").dueOn(DUE).closedOn(DUE),
                IssueState.registered(campaign, "410100").from("SELF_INSPECTION"),
                IssueState.registered(campaign, "410200").dueOn(DUE).closedOn(DUE),
                IssueState.registered(campaign, "410200")));
        awaitTotal("province", 4);

        JsonPath ranking = get("province", "/api/v1/figures/ranking?campaignId=" + campaign)
                .jsonPath();
        JsonPath withSelfInspection = get(
                        "province", "/api/v1/figures/ranking?withSelfInspection=true&campaignId=" + campaign)
                .jsonPath();

        assertThat(ranking.getList("offices")).hasSize(18);
        assertThat(ranking.getString("offices[0].key")).isEqualTo("410100");
        assertThat(ranking.getString("offices[0].name")).isEqualTo("郑州市");
        assertThat(ranking.getInt("offices[1].rank")).isEqualTo(2);
        assertThat(ranking.getMap("offices[2]")).doesNotContainKey("rank");
        assertThat(withSelfInspection.getInt("offices[1].rank")).isEqualTo(1);
        assertThat(get("office:410100", "/api/v1/figures/ranking?campaignId=" + campaign)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesWhatIsNotOfItsForm() {
        given().get("/api/v1/figures").then().statusCode(401);
        assertThat(get("system:complaints", "/api/v1/figures").statusCode()).isEqualTo(403);
        as("province", "/api/v1/figures?groupBy=colour", 400, "groupBy");
        as("province", "/api/v1/figures?campaignId=2021", 400, "campaignId");
        as("province", "/api/v1/figures?city=Zhengzhou", 400, "city");
        as("province", "/api/v1/figures/ranking", 400, "campaignId");
    }

    private void as(String account, String path, int status, String field) {
        get(account, path).then().statusCode(status).body("violations[0].field", equalTo(field));
    }

    /** Counts by hand, from the states that were told, without any code of the service. */
    private void assertGroups(
            String account, String groupBy, List<IssueState> expected, Function<IssueState, String> key) {
        JsonPath answer = figures(account, "&groupBy=" + groupBy);
        var byKey = expected.stream().collect(Collectors.groupingBy(key));
        assertThat(answer.getList("groups.key", String.class))
                .containsExactlyElementsOf(byKey.keySet().stream().sorted().toList());
        assertCounts(answer, "total", expected);
        List<String> keys = answer.getList("groups.key");
        for (int i = 0; i < keys.size(); i++) {
            assertCounts(answer, "groups[" + i + "]", byKey.get(keys.get(i)));
        }
    }

    private static void assertCounts(JsonPath answer, String at, List<IssueState> issues) {
        LocalDate today = LocalDate.of(2021, 11, 10);
        int closed = 0;
        int due = 0;
        int overdue = 0;
        int returned = 0;
        int requested = 0;
        long days = 0;
        for (IssueState issue : issues) {
            boolean isClosed = issue.status().equals("CLOSED");
            if (isClosed) {
                closed++;
                days += issue.closedOn().toEpochDay() - issue.registeredOn().toEpochDay();
            }
            if (issue.deadline() != null) {
                due++;
                LocalDate judged = isClosed ? issue.closedOn() : today;
                overdue += judged.isAfter(issue.deadline()) ? 1 : 0;
            }
            returned += issue.returns() > 0 ? 1 : 0;
            requested += issue.returns() > 0 || issue.closeOutRequestedOn() != null ? 1 : 0;
        }
        assertThat(answer.getInt(at + ".total")).as(at).isEqualTo(issues.size());
        assertFraction(answer, at + ".closingRate", closed, issues.size());
        assertFraction(answer, at + ".overdueRate", overdue, due);
        assertFraction(answer, at + ".returnRate", returned, requested);
        assertThat(answer.getLong(at + ".daysToClose.totalDays")).as(at).isEqualTo(days);
    }

    private static void assertRate(JsonPath answer, String at, int numerator, int denominator, int permille) {
        assertFraction(answer, at, numerator, denominator);
        assertThat(answer.getInt(at + ".permille")).as(at).isEqualTo(permille);
    }

    private static void assertFraction(JsonPath answer, String at, int numerator, int denominator) {
        assertThat(answer.getInt(at + ".numerator") + "/" + answer.getInt(at + ".denominator"))
                .as(at)
                .isEqualTo(numerator + "/" + denominator);
    }

    private List<IssueState> randomIssues(int count) {
        Random chance = new Random(20211019);
        List<String> regions = List.of("410100", "410181", "410200", "410221", "419001");
        List<String> sources = List.of("EVALUATION", "MINI_PROGRAM", "SELF_INSPECTION");
        List<IssueState> issues = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String region = regions.get(chance.nextInt(regions.size()));
            String city = region.equals("419001") ? region : region.substring(0, 4) + "00";
            LocalDate registered = LocalDate.of(2021, 10, 19).plusDays(chance.nextInt(20));
            LocalDate deadline = chance.nextInt(5) == 0 ? null : registered.plusDays(chance.nextInt(15));
            int state = deadline == null ? 0 : chance.nextInt(4);
            LocalDate done = registered.plusDays(chance.nextInt(20));
            issues.add(new IssueState(
                    UUID.randomUUID(),
                    "ZG2021-%s-%04d".formatted(city, i + 1),
                    campaign,
                    city,
                    region,
                    sources.get(chance.nextInt(sources.size())),
                    List.of("TIME", "COST", "OTHER").get(chance.nextInt(3)),
                    List.of("GENERAL", "MAJOR").get(chance.nextInt(2)),
                    List.of("REGISTERED", "IN_RECTIFICATION", "CLOSE_OUT_REQUESTED", "CLOSED")
                            .get(state),
                    state == 0 ? null : "住建局",
                    registered,
                    deadline,
                    state >= 2 ? done : null,
                    state == 3 ? done : null,
                    state == 0 ? 0 : chance.nextInt(3)));
        }
        return issues;
    }

    /** An issue whose events come behind those of the other one: its id falls on the same of six partitions. */
    private IssueState inSamePartition(IssueState other) {
        IssueState candidate = IssueState.registered(campaign, other.city());
        while (partition(candidate) != partition(other)) {
            candidate = IssueState.registered(campaign, other.city());
        }
        return candidate;
    }

    private static int partition(IssueState issue) {
        return org.apache.kafka.clients.producer.internals.BuiltInPartitioner.partitionForKey(
                issue.id().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII), 6);
    }

    private void tell(List<IssueState> issues) throws Exception {
        for (IssueState issue : issues) {
            others.say("issue.registered.v1", issue.id(), 1, issue);
        }
    }

    private JsonPath awaitTotal(String account, int total) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> figures(account, ""), figures -> figures.getInt("total.total") == total);
    }

    private JsonPath figures(String account, String more) {
        Response answer = get(account, "/api/v1/figures?campaignId=" + campaign + more);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static Response get(String account, String path) {
        return given().auth().oauth2(Infrastructure.current().token(account)).get(path);
    }
}
