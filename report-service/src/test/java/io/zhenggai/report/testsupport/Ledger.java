package io.zhenggai.report.testsupport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.zhenggai.embedded.test.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** The ledger of one campaign: issues told by the issue service, and asked for in figures. */
public final class Ledger implements AutoCloseable {

    private static final String FIGURES = "/api/v1/figures";

    private final UUID campaign = UUID.randomUUID();
    private final OtherServices others;

    /** A campaign of its own, without an issue. */
    public Ledger() throws ExecutionException, InterruptedException {
        others = new OtherServices();
    }

    /** The campaign's id. */
    public UUID campaign() {
        return campaign;
    }

    /** An issue of it, not told yet. */
    public IssueState issue(String city) {
        return IssueState.registered(campaign, city);
    }

    /** One event. */
    public void say(String type, long version, IssueState issue) throws ExecutionException, InterruptedException {
        others.say(type, issue.id(), version, issue);
    }

    /** Each as its first event. */
    public void tell(IssueState... issues) throws ExecutionException, InterruptedException {
        tell(List.of(issues));
    }

    /** Each as its first event. */
    public void tell(List<IssueState> issues) throws ExecutionException, InterruptedException {
        for (IssueState issue : issues) {
            say("issue.registered.v1", 1, issue);
        }
    }

    /** The figures once they count that many. */
    public JsonPath awaitTotal(int total) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> figures("province", ""), figures -> figures.getInt("total.total") == total);
    }

    /** The figures, with further parameters behind an ampersand. */
    public JsonPath figures(String account, String more) {
        return read(account, "", more);
    }

    /** What is beside the figures, such as {@code /trend}. */
    public JsonPath read(String account, String path, String more) {
        Response answer = get(account, path + "?campaignId=" + campaign + more);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    /** Any answer below the path of the figures. */
    public static Response get(String account, String rest) {
        return given().auth().oauth2(Infrastructure.current().token(account)).get(FIGURES + rest);
    }

    /** Asserts what a rate is of. */
    public static void assertFraction(JsonPath answer, String at, int numerator, int denominator) {
        assertThat(answer.getInt(at + ".numerator") + "/" + answer.getInt(at + ".denominator"))
                .as(at)
                .isEqualTo(numerator + "/" + denominator);
    }

    /** Asserts a whole rate. */
    public static void assertRate(JsonPath answer, String at, int numerator, int denominator, int permille) {
        assertFraction(answer, at, numerator, denominator);
        assertThat(answer.getInt(at + ".permille")).as(at).isEqualTo(permille);
    }

    @Override
    public void close() {
        others.close();
    }
}
