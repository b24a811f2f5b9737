package io.zhenggai.report.figures;

import static io.zhenggai.report.testsupport.Ledger.assertFraction;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhenggai.kit.time.BusinessClock;
import io.zhenggai.report.testsupport.IssueState;
import io.zhenggai.report.testsupport.Ledger;
import io.zhenggai.report.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures by group, held against a count by hand. */
@QuarkusTest
@OnRealServers
class FigureGroupsTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 11, 10);

    @Inject
    BusinessClock clock;

    private Ledger ledger;

    @BeforeEach
    void connect() throws Exception {
        ledger = new Ledger();
        clock.freezeAt(Instant.parse("2021-11-10T15:59:59Z"));
    }

    @AfterEach
    void disconnect() {
        ledger.close();
    }

    @Test
    void agreesWithAHandCountInEveryGrouping() throws Exception {
        List<IssueState> all = randomIssues(120);
        ledger.tell(all);
        ledger.awaitTotal(120);

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
    void whatIsNotClosedIsInNoClosingMonth() throws Exception {
        LocalDate last = LocalDate.of(2021, 10, 31);
        ledger.tell(
                ledger.issue("410100"),
                ledger.issue("410100").dueOn(TODAY).closedOn(last),
                ledger.issue("410100").dueOn(TODAY).closedOn(last.plusDays(1)),
                ledger.issue("410100").dueOn(TODAY).closedOn(TODAY));
        ledger.awaitTotal(4);

        JsonPath figures = ledger.figures("province", "&groupBy=CLOSING_MONTH");

        assertThat(figures.getInt("total.total")).isEqualTo(4);
        assertThat(figures.getList("groups.key")).containsExactly("2021-10", "2021-11");
        assertThat(figures.getList("groups.closed")).containsExactly(1, 2);
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws Exception {
        IssueState issue = ledger.issue("410100").from("A_SOURCE_OF_2030");
        ledger.say("issue.seen-by-somebody.v1", 1, issue);

        ledger.awaitTotal(1);

        JsonPath figures = ledger.figures("province", "&groupBy=SOURCE");
        assertThat(figures.getString("groups[0].key")).isEqualTo("A_SOURCE_OF_2030");
        assertThat(figures.getMap("groups[0]")).doesNotContainKey("name");
    }

    /** Counts by hand, from the states that were told, without any code of the service. */
    private void assertGroups(
            String account, String groupBy, List<IssueState> expected, Function<IssueState, String> key) {
        JsonPath answer = ledger.figures(account, "&groupBy=" + groupBy);
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
        int due = 0;
        int overdue = 0;
        int returned = 0;
        int requested = 0;
        List<Long> days = new ArrayList<>();
        for (IssueState issue : issues) {
            boolean isClosed = issue.status().equals("CLOSED");
            if (isClosed) {
                days.add(issue.closedOn().toEpochDay() - issue.registeredOn().toEpochDay());
            }
            if (issue.deadline() != null) {
                due++;
                LocalDate judged = isClosed ? issue.closedOn() : TODAY;
                overdue += judged.isAfter(issue.deadline()) ? 1 : 0;
            }
            returned += issue.returns() > 0 ? 1 : 0;
            requested += issue.returns() > 0 || issue.closeOutRequestedOn() != null ? 1 : 0;
        }
        assertThat(answer.getInt(at + ".total")).as(at).isEqualTo(issues.size());
        assertFraction(answer, at + ".closingRate", days.size(), issues.size());
        assertFraction(answer, at + ".overdueRate", overdue, due);
        assertFraction(answer, at + ".returnRate", returned, requested);
        assertFraction(answer, at + ".repeatRate", 0, days.size());
        assertThat(answer.getLong(at + ".daysToClose.totalDays"))
                .as(at)
                .isEqualTo(days.stream().mapToLong(Long::longValue).sum());
        if (!days.isEmpty()) {
            List<Long> sorted = days.stream().sorted().toList();
            long twiceMedian = sorted.get(sorted.size() / 2) + sorted.get((sorted.size() - 1) / 2);
            assertThat(answer.getLong(at + ".daysToClose.medianTenthsOfDay"))
                    .as(at)
                    .isEqualTo(5 * twiceMedian);
        }
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
            LocalDate later = registered.plusDays(chance.nextInt(20));
            LocalDate done = later.isAfter(TODAY) ? TODAY : later;
            IssueState issue = ledger.issue(city)
                    .inCounty(region)
                    .from(sources.get(chance.nextInt(sources.size())))
                    .ofCategory(List.of("TIME", "COST", "OTHER").get(chance.nextInt(3)))
                    .ofSeverity(List.of("GENERAL", "MAJOR").get(chance.nextInt(2)))
                    .registeredOn(registered);
            if (chance.nextInt(5) > 0) {
                IssueState assigned =
                        issue.dueOn(registered.plusDays(chance.nextInt(15))).returned(chance.nextInt(3));
                issue = switch (chance.nextInt(3)) {
                    case 0 -> assigned;
                    case 1 -> assigned.requestedOn(done);
                    default -> assigned.closedOn(done);
                };
            }
            issues.add(issue);
        }
        return issues;
    }
}
