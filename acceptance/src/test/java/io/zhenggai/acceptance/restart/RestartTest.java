package io.zhenggai.acceptance.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.zhenggai.acceptance.system.Filings;
import io.zhenggai.acceptance.system.Letter;
import io.zhenggai.acceptance.system.People;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.Thing;
import io.zhenggai.embedded.system.LocalService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGKILL and a new start, while commands and events stream through; counts of three services are held against each other. */
@ExtendWith(RunningSystem.class)
@Order(70)
class RestartTest {

    private static final String CITY = "410700";
    private static final String OFFICE = "office:" + CITY;
    private static final List<String> REMINDED = List.of("410800", "410900", "411700", "419001");

    private static final Map<LocalService, String> PATHS = Map.of(
            LocalService.ISSUE, "/api/v1/issues",
            LocalService.PLAN, "/api/v1/obligations",
            LocalService.REPORT, "/api/v1/reports",
            LocalService.NOTIFICATION, "/api/v1/dispatches");

    /** What is killed is the service itself, or one that only hears of it: the ledger and the figures agree all the same. */
    @ParameterizedTest
    @EnumSource(
            value = LocalService.class,
            names = {"ISSUE", "REPORT", "PLAN", "NOTIFICATION"})
    void losesNoRegistrationAndCountsNoneTwice(LocalService killed, Stage stage) {
        stage.campaign();
        long before = stage.total(OFFICE, "/api/v1/issues");
        assertThat(figures(stage)).isEqualTo(before);
        Registrations registrations = new Registrations(stage, CITY);
        try (registrations) {
            registrations.awaitAccepted(20);
            stage.system().kill(killed);
            assertAnsweredFor(stage, PATHS.get(killed));
            if (killed != LocalService.ISSUE) {
                registrations.awaitAccepted(20);
            }
            stage.system().restart(killed);
            assertThat(stage.as(OFFICE).get(PATHS.get(killed)).statusCode()).isEqualTo(200);
            registrations.awaitAccepted(20);
        }
        stage.settle();

        Set<String> ledger = stage.all(OFFICE, "/api/v1/issues").stream()
                .map(issue -> (String) issue.get("id"))
                .collect(Collectors.toSet());
        assertThat(ledger).containsAll(registrations.accepted());
        long unanswered = registrations.refused().stream()
                .filter(status -> status == 502 || status == 504)
                .count();
        assertThat(registrations.refused()).allMatch(status -> status >= 502 && status <= 504);
        assertThat(ledger.size() - before)
                .as(
                        "answered 201: %d, not known whether done: %d",
                        registrations.accepted().size(), unanswered)
                .isBetween(
                        (long) registrations.accepted().size(),
                        registrations.accepted().size() + unanswered);
        assertThat(figures(stage)).isEqualTo(ledger.size());
        assertThat(ledgerNumbers(stage)).doesNotHaveDuplicates();
        if (killed != LocalService.ISSUE) {
            assertThat(registrations.refused()).isEmpty();
        }
    }

    /** Filings and trainings move obligations by events from another service, which is down when they are told. */
    @Test
    void whatWasFiledWhileAServiceWasDownIsShownOnTheBoardOnce(Stage stage) {
        stage.campaign();
        List<Thing> reports = new ArrayList<>();
        stage.system().kill(LocalService.PLAN);
        for (String city : REMINDED) {
            Thing report = Filings.draftReport(stage, "office:" + city, "加强组织领导");
            report.act("office:" + city, "submissions", Filings.SUBMISSION);
            reports.add(report);
        }
        stage.system().restart(LocalService.PLAN);
        stage.settle();
        assertThat(summaryObligations(stage)).allSatisfy(obligation -> assertThat(obligation)
                .containsEntry("status", "SUBMITTED")
                .containsEntry("returns", 0));

        reports.forEach(report -> report.act("province", "returns", Filings.REPORT_RETURN));
        stage.system().kill(LocalService.REPORT);
        stage.system().restart(LocalService.REPORT);
        stage.settle();

        assertThat(summaryObligations(stage)).allSatisfy(obligation -> assertThat(obligation)
                .containsEntry("status", "RETURNED")
                .containsEntry("returns", 1));
    }

    /** The reminders of a morning, with the service killed as soon as the first of them has arrived. */
    @Test
    void remindsEverybodyOnceThoughItIsKilledWhileMailsLeave(Stage stage) {
        stage.campaign();
        stage.advanceTo("2021-10-27T18:00");
        for (String city : REMINDED) {
            for (String post : List.of("CONTACT", "HEAD")) {
                People.contact(stage, "office:" + city, city, post, address(city, post));
            }
        }
        int before = stage.letters().size();

        stage.moveClockTo("2021-10-28T09:00");
        await().atMost(RunningSystem.PATIENCE).until(() -> stage.letters().size() > before);
        stage.system().kill(LocalService.NOTIFICATION);
        stage.system().restart(LocalService.NOTIFICATION);
        stage.settle();

        List<Letter> letters = stage.letters().subList(before, stage.letters().size());
        for (String city : REMINDED) {
            assertThat(messageIds(letters, address(city, "CONTACT"))).as(city).hasSize(1);
            assertThat(messageIds(letters, address(city, "HEAD"))).as(city).isEmpty();
        }
        // Twice only if the process dies between the server's answer and our commit, and then with one Message-ID.
        assertThat(letters.size()
                        - letters.stream().map(Letter::messageId).distinct().count())
                .isLessThanOrEqualTo(1);
        assertThat(stage.all("province", "/api/v1/dispatches"))
                .allSatisfy(dispatch -> assertThat(dispatch).containsEntry("status", "SENT"));
    }

    private static void assertAnsweredFor(Stage stage, String path) {
        Response down = stage.as(OFFICE).get(path);

        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.<String>path("type")).isEqualTo("https://zhenggai.io/problems/service-unavailable");
        assertThat(down.header("Retry-After")).isNotBlank();
    }

    private static Set<String> messageIds(List<Letter> letters, String address) {
        return letters.stream()
                .filter(letter -> letter.to().contains(address))
                .map(Letter::messageId)
                .collect(Collectors.toSet());
    }

    private static String address(String city, String post) {
        return post.toLowerCase() + "-" + city + "@offices.example";
    }

    private static List<Map<String, Object>> summaryObligations(Stage stage) {
        List<Map<String, Object>> all = stage.all("province", "/api/v1/obligations?code=SUMMARY_REPORT").stream()
                .filter(obligation -> REMINDED.contains(obligation.get("region")))
                .toList();
        assertThat(all).hasSize(REMINDED.size());
        return all;
    }

    private static long figures(Stage stage) {
        return stage.as(OFFICE).get("/api/v1/figures").jsonPath().getLong("total.total");
    }

    private static List<Object> ledgerNumbers(Stage stage) {
        return stage.all(OFFICE, "/api/v1/issues").stream()
                .map(issue -> issue.get("ledgerNumber"))
                .toList();
    }
}
