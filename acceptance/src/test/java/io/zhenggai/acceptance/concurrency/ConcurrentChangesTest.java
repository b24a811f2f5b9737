package io.zhenggai.acceptance.concurrency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhenggai.acceptance.system.Filings;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fifty people of one office revise one plan, each on the version that they read last: no sentence of anybody is lost. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(54)
class ConcurrentChangesTest {

    private static final String OFFICE = "office:410500";
    private static final int WRITERS = 50;

    /** Far more than the 49 times that others can be faster; where a change of theirs is under way one may be refused twice for it. */
    private static final int MOST_ATTEMPTS = 10 * WRITERS;

    private Thing plan;
    private String url;
    private String token;

    /** An office has one plan in a campaign. */
    @BeforeAll
    void draftThePlan(Stage stage) {
        plan = Filings.draftPlan(stage, OFFICE, "推行联合审图", List.of());
        url = stage.system().gatewayUrl() + plan.path();
        token = stage.token(OFFICE);
    }

    @BeforeEach
    void beginWithOneSentence() {
        Response begun = plan.replace(OFFICE, "content", Filings.planContent("推行联合审图。", List.of()));
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(200);
    }

    @Test
    void noUpdateIsLost() throws Exception {
        int entriesBefore = plan.history(OFFICE).size();

        List<Integer> refusals = all(IntStream.range(0, WRITERS)
                .<Callable<Integer>>mapToObj(writer -> () -> append("第" + writer + "人补充。"))
                .toList());

        String text = text(plan.read(OFFICE));
        assertThat(text).hasSize("推行联合审图。".length() + 10 * "第0人补充。".length() + 40 * "第10人补充。".length());
        assertThat(IntStream.range(0, WRITERS).mapToObj(writer -> "第" + writer + "人补充。"))
                .allSatisfy(sentence -> assertThat(text).containsOnlyOnce(sentence));
        assertThat(plan.history(OFFICE)).hasSize(entriesBefore + WRITERS);
        assertThat(refusals.stream().mapToInt(Integer::intValue).sum())
                .as("somebody was too late, otherwise this shows nothing")
                .isPositive();
    }

    @Test
    void ofManyWhoReadTheSameVersionOneChangesIt() throws Exception {
        String seen = plan.read(OFFICE).header("ETag");

        List<Integer> statuses = all(IntStream.range(0, WRITERS)
                .<Callable<Integer>>mapToObj(writer -> () -> asTheOffice()
                        .header("If-Match", seen)
                        .body(Filings.planContent("第" + writer + "人的方案", List.of()))
                        .put(url + "/content")
                        .statusCode())
                .toList());

        assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 409, 412);
        assertThat(text(plan.read(OFFICE))).matches("第\\d+人的方案");
    }

    /** @return how often somebody else was faster */
    private int append(String sentence) {
        for (int refusals = 0; refusals < MOST_ATTEMPTS; refusals++) {
            Response read = asTheOffice().get(url);
            Response written = asTheOffice()
                    .header("If-Match", read.header("ETag"))
                    .body(Filings.planContent(text(read) + sentence, List.of()))
                    .put(url + "/content");
            if (written.statusCode() == 200) {
                return refusals;
            }
            assertThat(written.statusCode()).as(written.asString()).isIn(409, 412);
        }
        throw new AssertionError("others were faster " + MOST_ATTEMPTS + " times");
    }

    private RequestSpecification asTheOffice() {
        return given().header("Authorization", "Bearer " + token).contentType("application/json; charset=UTF-8");
    }

    private static String text(Response plan) {
        return plan.path("content.goals[0].tasks[0].measures[0].text");
    }

    /** @return what came of them, all started at once */
    private static List<Integer> all(List<Callable<Integer>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> done : people.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } finally {
            people.shutdownNow();
        }
    }
}
