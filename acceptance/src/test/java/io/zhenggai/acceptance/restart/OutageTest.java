package io.zhenggai.acceptance.restart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.embedded.system.LocalServer;
import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.embedded.system.Replica;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the services stand on is away for ten seconds while commands stream through, or a service stands still for longer than
 * it may own its outbox. Afterwards the ledger, its numbers, and the figures and obligations that others made of its events
 * agree: what was answered is there, and everything counts once.
 */
@ExtendWith(RunningSystem.class)
@Order(75)
class OutageTest {

    private static final String CITY = "411000";
    private static final String OFFICE = "office:" + CITY;
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    /** Beyond the three seconds for which an owner of the outbox may be silent, and the thirty of a Kafka transaction. */
    private static final Duration STANDSTILL = Duration.ofSeconds(35);

    @Test
    void withoutKafkaEverythingIsRegisteredAndItsEffectsComeLater(Stage stage) {
        Counts before = Counts.of(stage);

        Registrations registrations = registeredThrough(stage, underWay -> {
            stage.system().kill(LocalServer.KAFKA);
            letPass(OUTAGE);
            underWay.awaitAccepted(20);
            LocalService.behindGateway().forEach(service -> assertTellsThatTheBrokersAreAway(stage, service));
            stage.system().restart(LocalServer.KAFKA);
        });

        assertThat(registrations.refused()).isEmpty();
        LocalService.behindGateway().forEach(service -> await().atMost(Duration.ofSeconds(30))
                .until(() -> health(stage, service, "group/events").statusCode() == 200));
        assertAllIsThereOnce(stage, before, registrations, 0);
    }

    @Test
    void withoutPostgresWhatIsAnsweredIsThereAndTheRestIsRefused(Stage stage) {
        Counts before = Counts.of(stage);

        Registrations registrations = registeredThrough(stage, underWay -> {
            stage.system().kill(LocalServer.POSTGRES);
            letPass(OUTAGE);
            underWay.awaitRefused(2);
            stage.system().restart(LocalServer.POSTGRES);
        });

        assertThat(registrations.refused()).allMatch(status -> status >= 502 && status <= 504);
        // Of the one that was under way when the power went nobody knows whether it was committed.
        assertAllIsThereOnce(stage, before, registrations, 1);
    }

    @Test
    void aServiceThatStoodStillGoesOnWithoutLosingOrRepeating(Stage stage) {
        Counts before = Counts.of(stage);

        Registrations registrations = registeredThrough(stage, underWay -> {
            stage.system().freeze(Replica.first(LocalService.ISSUE));
            letPass(STANDSTILL);
            stage.system().wake(Replica.first(LocalService.ISSUE));
        });

        long unanswered =
                registrations.refused().stream().filter(status -> status == 504).count();
        assertThat(registrations.refused()).allMatch(status -> status == 504 || status == 503);
        assertAllIsThereOnce(stage, before, registrations, unanswered);
    }

    /** Whether it has anything to send or not; and it is ready all the same. */
    private static void assertTellsThatTheBrokersAreAway(Stage stage, LocalService service) {
        Response events = health(stage, service, "group/events");
        assertThat(events.statusCode()).as(service.module()).isEqualTo(503);
        assertThat(events.<String>path("checks[0].data.brokers"))
                .as(service.module())
                .startsWith("have not answered for");
        assertThat(health(stage, service, "ready").statusCode()).isEqualTo(200);
        assertThat(health(stage, service, "live").statusCode()).isEqualTo(200);
    }

    private static Response health(Stage stage, LocalService service, String which) {
        return given().get(stage.system().serviceUrl(service) + "/q/health/" + which);
    }

    /** What was registered before, during and after the outage; returns when all of it has had its effects. */
    private static Registrations registeredThrough(Stage stage, Consumer<Registrations> outage) {
        Registrations registrations = new Registrations(stage, CITY);
        try (registrations) {
            registrations.awaitAccepted(20);
            outage.accept(registrations);
            registrations.awaitAccepted(20);
        }
        stage.settle();
        return registrations;
    }

    private static void letPass(Duration outage) {
        await().pollDelay(outage).atMost(outage.plusSeconds(30)).until(() -> true);
    }

    /** @param unknown of how many it is not known whether they were registered */
    private static void assertAllIsThereOnce(Stage stage, Counts before, Registrations registrations, long unknown) {
        Set<String> ledger = stage.all(OFFICE, "/api/v1/issues").stream()
                .map(issue -> (String) issue.get("id"))
                .collect(Collectors.toSet());
        Counts after = Counts.of(stage);
        int accepted = registrations.accepted().size();

        assertThat(ledger).containsAll(registrations.accepted()).hasSize((int) after.ledger());
        assertThat(after.ledger() - before.ledger())
                .as("registered while %d were answered", accepted)
                .isBetween((long) accepted, accepted + unknown);
        assertThat(after.figures() - before.figures()).isEqualTo(after.ledger() - before.ledger());
        List<Object> numbers = stage.all(OFFICE, "/api/v1/issues").stream()
                .map(issue -> issue.get("ledgerNumber"))
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(LocalService.behindGateway()).allSatisfy(service -> assertThat(
                        stage.system().pending(service).deadLetters())
                .as(service.module())
                .isZero());
        System.out.printf(
                "%d answered, %d in the ledger, %d in the figures%n",
                accepted, after.ledger() - before.ledger(), after.figures() - before.figures());
    }

    /** What two services count, each by itself. */
    private record Counts(long ledger, long figures) {
        static Counts of(Stage stage) {
            stage.campaign();
            return new Counts(
                    stage.total(OFFICE, "/api/v1/issues"),
                    stage.as(OFFICE).get("/api/v1/figures").jsonPath().getLong("total.total"));
        }
    }
}
