package io.zhenggai.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.zhenggai.notification.dispatch.DispatchSender;
import io.zhenggai.notification.testsupport.MailDoor;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class RemindersHealthTest {

    private static final String ZHENGZHOU = "410100";

    @Inject
    Stage stage;

    @Inject
    DispatchSender sender;

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void saysAsLongAsRunsFailThatNothingIsPlanned() {
        stage.stepTo("2021-10-22 09:00");
        stage.execute("alter table planning rename to planning_away");
        try {
            await().until(() -> isDownBecauseOf("planning"));
            // Two looks further it still fails, and between them nobody says that all is well.
            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> isDownBecauseOf("planning"));
        } finally {
            stage.execute("alter table planning_away rename to planning");
        }
        await().until(() -> health().getString("status").equals("UP"));
        assertThat(data("planning")).isEqualTo("in order");
    }

    @Test
    void saysThatNothingLeavesWhenTheSenderFails() {
        stage.nameContact(ZHENGZHOU);
        stage.tell(Obligation.plan(ZHENGZHOU));
        stage.awaitIdle();
        stage.execute("alter table dispatch_attempt rename to dispatch_attempt_away");
        try {
            stage.at("2021-10-22 09:00");
            await().until(() -> isDownBecauseOf("sending"));
        } finally {
            stage.execute("alter table dispatch_attempt_away rename to dispatch_attempt");
        }
        stage.awaitIdle();
        await().until(() -> health().getString("status").equals("UP"));
        assertThat(stage.mails()).hasSize(1);
    }

    @Test
    void serverThatIsBackIsInOrderWithoutAMail() {
        stage.nameContact(ZHENGZHOU);
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan);
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> data("sending").equals("the mail server cannot be reached"));
        stage.tell(plan.submitted());
        stage.awaitIdle();
        assertThat(health().getString("status")).isEqualTo("DOWN");

        MailDoor.open();
        sender.wake();

        await().until(() -> health().getString("status").equals("UP"));
        assertThat(stage.mails()).isEmpty();
    }

    private boolean isDownBecauseOf(String part) {
        return health().getString("status").equals("DOWN") && data(part).startsWith("unexpected failure");
    }

    private String data(String part) {
        return String.valueOf(health().getString("checks[0].data." + part));
    }

    private static JsonPath health() {
        return RestAssured.get("/q/health/group/reminders").jsonPath();
    }
}
