package io.zhenggai.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.server.ReceivedMail;
import io.zhenggai.kit.region.Region;
import io.zhenggai.kit.region.Regions;
import io.zhenggai.notification.testsupport.Issue;
import io.zhenggai.notification.testsupport.MailDoor;
import io.zhenggai.notification.testsupport.OnRealServers;
import io.zhenggai.notification.testsupport.Stage;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnRealServers
class ReminderLoadTest {

    @Inject
    Stage stage;

    @Inject
    PlanningService planning;

    @Inject
    ReminderSettings settings;

    @Inject
    Regions regions;

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void thousandThingsOwedAreRemindedOfInRunsOfBoundedSize() {
        List<Region> everywhere = regions.all().stream()
                .filter(region -> !region.code().isProvince())
                .toList();
        nameEverybody(everywhere);
        stage.at("2021-10-20 10:00");
        for (int i = 0; i < 1_000; i++) {
            Region region = everywhere.get(i % everywhere.size());
            stage.tell(Issue.assigned(region.code().value(), i + 1, "2021-10-22", "2021-12-31"));
        }
        stage.awaitIdle();

        stage.at("2021-10-21 09:00");
        await().atMost(Duration.ofSeconds(30)).until(() -> stage.number("select count(*) from dispatch") > 0);
        long firstRun = stage.number("select count(*) from dispatch");
        stage.awaitIdle();

        assertThat(firstRun).isLessThanOrEqualTo(settings.messagesPerRun());
        int recipients = Math.min(1_000, everywhere.size());
        assertThat(stage.mails()).hasSize(recipients);
        assertThat(stage.mails()).extracting(ReceivedMail::recipients).doesNotHaveDuplicates();
        assertThat(stage.number("select count(*) from reminder")).isEqualTo(1_000);
        assertThat(stage.number("select count(*) from dispatch where status = 'SENT'"))
                .isEqualTo(recipients);
    }

    @Test
    void twoRunsAtOnceMakeEachMessageOnce() throws Exception {
        List<Region> offices = regions.offices();
        nameEverybody(offices);
        stage.at("2021-10-20 10:00");
        for (int i = 0; i < 180; i++) {
            Region office = offices.get(i % offices.size());
            stage.tell(Issue.assigned(office.code().value(), i + 1, "2021-10-22", "2021-12-31"));
        }
        stage.awaitIdle();
        MailDoor.shut();
        stage.at("2021-10-21 09:00");

        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            List<Future<RunResult>> runs = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                runs.add(replicas.submit(planning::run));
            }
            for (Future<RunResult> run : runs) {
                run.get();
            }
        } finally {
            replicas.shutdownNow();
        }
        MailDoor.open();
        stage.awaitIdle();

        assertThat(stage.number("select count(*) from dispatch")).isEqualTo(18);
        assertThat(stage.number("select count(*) from reminder")).isEqualTo(180);
        assertThat(stage.mails()).hasSize(18);
    }

    private void nameEverybody(List<Region> everywhere) {
        for (Region region : everywhere) {
            stage.nameContact(region.code().value());
        }
    }
}
