package io.zhenggai.notification.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.notification.testsupport.MailDoor;
import io.zhenggai.notification.testsupport.Obligation;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A mail on its way, and what can happen to it there. */
abstract class DispatchStage {

    static final String ZHENGZHOU = "410100";
    static final String CONTACT = Stage.addressOf(ZHENGZHOU);

    @Inject
    Stage stage;

    @BeforeEach
    void reset() {
        stage.reset();
    }

    Obligation plannedButNotSent() {
        stage.nameContact(ZHENGZHOU);
        Obligation plan = Obligation.plan(ZHENGZHOU);
        stage.tell(plan);
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-22 09:00");
        await().until(() -> stage.number("select count(*) from dispatch where status = 'PENDING'") == 1);
        return plan;
    }

    void moveTo(String address, String contact) {
        stage.as("province")
                .header("If-Match", "\"1\"")
                .body(Map.of("region", ZHENGZHOU, "post", "CONTACT", "name", "张联络", "email", address))
                .put("/api/v1/contacts/" + contact)
                .then()
                .statusCode(200);
    }

    void remove(String contact) {
        stage.as("province")
                .header("If-Match", "*")
                .delete("/api/v1/contacts/" + contact)
                .then()
                .statusCode(204);
    }

    /** Another process holds it, of which nobody will hear again. */
    void takenByWhoDied() {
        stage.execute("""
                update dispatch set status = 'SENDING', token = gen_random_uuid(), attempts = attempts + 1,
                                    leased_until = clock_timestamp() + interval '1 hour'
                where status <> 'SENT'
                """);
        stage.execute("""
                insert into dispatch_attempt (dispatch_id, number) select id, attempts from dispatch where status = 'SENDING'
                """);
    }

    void leaseRunsOut() {
        stage.execute("""
                update dispatch set leased_until = clock_timestamp() - interval '1 second' where status = 'SENDING'
                """);
    }

    static Object content(ReceivedMail mail) throws Exception {
        return mail.message().getContent();
    }

    JsonPath onlyDispatch() {
        JsonPath page = stage.ask("province", "/api/v1/dispatches?total=true");
        assertThat(page.getLong("total")).isEqualTo(1);
        return page;
    }

    JsonPath detail() {
        String id = stage.ask("province", "/api/v1/dispatches").getString("items[0].id");
        return stage.ask("province", "/api/v1/dispatches/" + id);
    }

    String messageId() {
        return detail().getString("messageId");
    }
}
