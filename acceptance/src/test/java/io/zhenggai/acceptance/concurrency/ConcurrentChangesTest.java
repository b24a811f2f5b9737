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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fifty people of one office revise one plan, each on the version that they read last: no sentence of anybody is lost. */
@ExtendWith(RunningSystem.class)
@Order(54)
class ConcurrentChangesTest {

    private static final String OFFICE = "office:411300";
    private static final int WRITERS = 50;

    /** Far more than the 49 times that others can be faster; where a change of theirs is under way one may be refused twice for it. */
    private static final int MOST_ATTEMPTS = 10 * WRITERS;

    @Test
    void noUpdateIsLost(Stage stage) throws Exception {
        Thing plan = Filings.draftPlan(stage, OFFICE, "推行联合审图", List.of());
        String token = stage.system().token(OFFICE);
        int entriesBefore = plan.history(OFFICE).size();

        List<Integer> refusals = all(IntStream.range(0, WRITERS)
                .<Callable<Integer>>mapToObj(writer ->
                        () -> append("第" + writer + "人补充。", stage.system().gatewayUrl() + plan.path(), token))
                .toList());

        String text = text(plan.read(OFFICE));
        assertThat(text).hasSize("推行联合审图".length() + 10 * "第0人补充。".length() + 40 * "第10人补充。".length());
        assertThat(IntStream.range(0, WRITERS).mapToObj(writer -> "第" + writer + "人补充。"))
                .allSatisfy(sentence -> assertThat(text).containsOnlyOnce(sentence));
        assertThat(plan.history(OFFICE)).hasSize(entriesBefore + WRITERS);
        assertThat(refusals.stream().mapToInt(Integer::intValue).sum())
                .as("somebody was too late, otherwise this shows nothing")
                .isPositive();
    }

    @Test
    void ofManyWhoReadTheSameVersionOneChangesIt(Stage stage) throws Exception {
        Thing plan = Filings.draftPlan(stage, "office:411400", "推行联合验收", List.of());
        String seen = plan.read("office:411400").header("ETag");
        String token = stage.system().token("office:411400");
        String url = stage.system().gatewayUrl() + plan.path();

        List<Integer> statuses = all(IntStream.range(0, WRITERS)
                .<Callable<Integer>>mapToObj(writer -> () -> as(token)
                        .header("If-Match", seen)
                        .body(Filings.planContent("第" + writer + "人的方案", List.of()))
                        .put(url + "/content")
                        .statusCode())
                .toList());

        assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 409, 412);
        assertThat(text(plan.read("office:411400"))).matches("第\\d+人的方案");
    }

    /** @return how often somebody else was faster */
    private static int append(String sentence, String url, String token) {
        for (int refusals = 0; refusals < MOST_ATTEMPTS; refusals++) {
            Response read = as(token).get(url);
            Response written = as(token)
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

    private static RequestSpecification as(String token) {
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
