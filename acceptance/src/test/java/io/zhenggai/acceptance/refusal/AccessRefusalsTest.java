package io.zhenggai.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.contract.Operation;
import io.zhenggai.acceptance.contract.PublishedContract;
import io.zhenggai.acceptance.system.Issues;
import io.zhenggai.acceptance.system.Issues.Way;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import io.zhenggai.acceptance.system.Views;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may not act, and who acts on what they have not seen. */
@ExtendWith(RunningSystem.class)
@Order(51)
class AccessRefusalsTest {

    private static final String CITY = "410500";

    @Test
    void theRefusalIsInTheLanguageOfTheCaller(Stage stage) {
        assertThat(stage.anonymous().get(Issues.COLLECTION).<String>path("title"))
                .isEqualTo("未登录或登录已失效");
        assertThat(stage.anonymous()
                        .header("Accept-Language", "en-GB,en;q=0.9")
                        .get(Issues.COLLECTION)
                        .<String>path("title"))
                .isEqualTo("Not signed in, or no longer");
    }

    /** Leaders and auditors read and change nothing, whatever it is; but the views that they keep for themselves, which nobody else sees. */
    @ParameterizedTest
    @MethodSource("changesOfWhatIsShared")
    void whoOnlyReadsChangesNothing(Operation operation, Stage stage) {
        for (String account : new String[] {"leader", "auditor", "leader:" + CITY, "auditor:" + CITY}) {
            Response refused = operation.onNothing(stage.as(account).header("If-Match", "*"));
            assertThat(refused.statusCode())
                    .as("%s by %s: %s", operation, account, refused.asString())
                    .isEqualTo(403);
        }
    }

    @Test
    void changesNeedTheVersionThatWasRead(Stage stage) {
        Thing issue = Issues.at(stage, "REGISTERED", Way.BY_CITY, CITY);
        String seen = issue.read("province").header("ETag");

        Response without = stage.as("province").body(Issues.ASSIGNMENT).post(issue.path() + "/assignments");
        assertThat(without.statusCode()).isEqualTo(428);
        issue.act("province", "assignments", Issues.ASSIGNMENT);
        Response stale = stage.as("office:" + CITY).header("If-Match", seen).post(issue.path() + "/acknowledgements");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(issue.read("province").<String>path("status")).isEqualTo("ASSIGNED");
    }

    /**
     * Every operation that changes an existing thing asks for the version, wherever it stands in the contract. An import has none: what its file
     * says is checked once more, and asked for again nothing is done.
     */
    @ParameterizedTest
    @MethodSource("changesOfThings")
    void everyChangeOfAThingDeclaresIfMatch(Operation operation) {
        assertThat(operation.headers()).as(operation.name()).contains("If-Match");
    }

    @Test
    void whatWasReadIsNotSentAgain(Stage stage) {
        Thing issue = Issues.at(stage, "REGISTERED", Way.BY_CITY, CITY);
        String tag = issue.read("province").header("ETag");

        Response unchanged = stage.as("province").header("If-None-Match", tag).get(issue.path());
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.asByteArray()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(tag);
    }

    private static Stream<Operation> changes() {
        return PublishedContract.read().operations().stream()
                .filter(operation -> !operation.method().equals("GET"));
    }

    private static Stream<Operation> changesOfWhatIsShared() {
        return changes().filter(operation -> !operation.path().startsWith(Views.COLLECTION));
    }

    private static Stream<Operation> changesOfThings() {
        return changes()
                .filter(operation -> operation.parameters() > 0)
                .filter(operation -> !operation.name().equals("POST /api/v1/issue-imports/{}/registrations"));
    }
}
