package io.zhenggai.issue.ledger;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.ISSUES;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static io.zhenggai.issue.testsupport.Api.registerOwnFinding;
import static io.zhenggai.issue.testsupport.Api.scorecardItem;
import static io.zhenggai.issue.testsupport.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when many do the same thing at the same moment. */
@QuarkusTest
@OnRealServers
class IssueConcurrencyTest {

    private static final int AT_ONCE = 20;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void ofTwentyChangesFromOneVersionOneWins() throws Exception {
        Response issue = register("province", "410600");
        // Read before: a response reads itself when it is first asked, and not for two who ask at once.
        issue.asByteArray();

        List<Integer> statuses =
                atOnce(() -> act("province", issue, "assignments", ASSIGNMENT).statusCode());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(AT_ONCE - 1);
        List<String> actions =
                as("province").get(ISSUES + issue.path("id") + "/history").path("action");
        assertThat(actions).containsExactly("REGISTER", "ASSIGN");
    }

    @Test
    void ofTwentyRegistrationsOfOneSourceItemOneSucceeds() throws Exception {
        String body = scorecardItem("410600", unique());

        List<Integer> statuses =
                atOnce(() -> as("province").body(body).post("/api/v1/issues").statusCode());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(AT_ONCE - 1);
    }

    @Test
    void twentyDifferentRegistrationsHaveNumbersWithoutGaps() throws Exception {
        int before = number(registerOwnFinding("office:410600", "410600"));

        List<Integer> numbers = atOnce(() -> number(registerOwnFinding("office:410600", "410600")));

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(before + 1, before + AT_ONCE)
                        .boxed()
                        .toList());
    }

    private static int number(Response registered) {
        return LedgerNumber.parse(registered.path("ledgerNumber")).orElseThrow().number();
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(callers.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get(1, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            callers.shutdownNow();
        }
    }
}
