package io.zhenggai.issue.feed;

import static io.zhenggai.issue.testsupport.Api.ASSIGNMENT;
import static io.zhenggai.issue.testsupport.Api.act;
import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.Api.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The change feed over HTTP, as a system reads it that keeps a copy. */
@QuarkusTest
@OnRealServers
class IssueFeedResourceTest {

    private static final String CHANGES = "/api/v1/issues/changes";
    private static final String STATISTICS = "system:statistics";

    @Inject
    BusinessClock clock;

    @BeforeEach
    void campaignIsPublished() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
    }

    @Test
    void everyChangeIsReadOnceAndInOrder() {
        String start = end();
        Response first = register("province", "410100");
        Response second = register("province", "410200");
        act("province", first, "assignments", ASSIGNMENT);

        List<Map<String, Object>> changes = new ArrayList<>();
        String[] cursor = {start};
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            Response page = read(cursor[0], 2);
            changes.addAll(page.path("items"));
            cursor[0] = page.path("next");
            return changes.size() >= 3;
        });

        assertThat(changes)
                .extracting(change -> change.get("type"))
                .containsExactly("issue.registered.v1", "issue.registered.v1", "issue.assigned.v1");
        assertThat(changes)
                .extracting(change -> ((Map<?, ?>) change.get("issue")).get("id"))
                .containsExactly(first.path("id"), second.path("id"), first.path("id"));
        assertThat(changes).extracting(change -> change.get("eventVersion")).containsExactly(1, 1, 2);
        assertThat(changes.get(2).get("at")).isEqualTo("2021-10-20T01:00:00Z");
        assertThat(changes.get(2).toString())
                .contains("status=ASSIGNED", "deadline=2021-12-31")
                .doesNotContain("施工许可", "经办人");
        read(cursor[0], 200)
                .then()
                .body("items.size()", equalTo(0))
                .body("next", equalTo(cursor[0]))
                .header("Link", containsString("rel=\"next\""));
    }

    @Test
    void theSameCursorIsAnsweredTheSameAgain() {
        String start = end();
        register("province", "410100");
        await().atMost(Duration.ofSeconds(40))
                .until(() -> read(start, 200).<List<Object>>path("items").size() == 1);

        assertThat(read(start, 200).asString()).isEqualTo(read(start, 200).asString());
    }

    /** What is there already, what changes while it is copied, and what happens behind it: nothing is missing. */
    @Test
    void whoBeginsWithACopyHasTheWholeLedgerWithoutAGap() {
        Response old = register("province", "410100");
        Response changing = register("province", "410200");
        Map<String, Map<String, Object>> copy = new HashMap<>();
        String next = keep(
                as(STATISTICS).queryParam("copy", true).queryParam("limit", 2).get(CHANGES), copy);
        act("province", changing, "assignments", ASSIGNMENT).then().statusCode(200);
        Response late = register("province", "410300");

        String[] cursor = {next};
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            cursor[0] = keep(read(cursor[0], 200), copy);
            return copy.containsKey(late.path("id"))
                    && "ASSIGNED".equals(copy.get(changing.<String>path("id")).get("status"));
        });

        assertThat(copy).containsKey(old.path("id"));
        List<String> all = new ArrayList<>();
        String[] page = {"/api/v1/issues?limit=200"};
        while (page[0] != null) {
            Response found = as("province").get(page[0]);
            all.addAll(found.path("items.id"));
            page[0] = found.path("next") == null ? null : "/api/v1/issues?limit=200&cursor=" + found.path("next");
        }
        assertThat(copy.keySet()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void whatIsCopiedIsTheStateOfTheLastEvent() {
        Response issue = act("province", register("province", "410100"), "assignments", ASSIGNMENT);
        String id = issue.path("id");
        Map<String, Object> copied;
        String cursor = null;
        do {
            Response page = as(STATISTICS)
                    .queryParam("copy", true)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get(CHANGES);
            cursor = page.path("next");
            List<Map<String, Object>> items = page.path("items");
            copied = items.stream()
                    .filter(item -> id.equals(((Map<?, ?>) item.get("issue")).get("id")))
                    .findFirst()
                    .orElse(null);
        } while (copied == null);

        assertThat(copied)
                .containsEntry("type", "issue.snapshot.v1")
                .containsEntry("eventVersion", 2)
                .containsEntry("at", "2021-10-20T01:00:00Z")
                .containsEntry("change", Map.of());
    }

    /** Keeps of each issue what has the greatest version. @return the cursor to go on with */
    private static String keep(Response page, Map<String, Map<String, Object>> copy) {
        page.then().statusCode(200);
        List<Map<String, Object>> issues = page.path("items.issue");
        List<Integer> versions = page.path("items.eventVersion");
        for (int i = 0; i < issues.size(); i++) {
            Map<String, Object> issue = new HashMap<>(issues.get(i));
            issue.put("eventVersion", versions.get(i));
            copy.merge(
                    (String) issue.get("id"),
                    issue,
                    (one, other) -> (int) one.get("eventVersion") < (int) other.get("eventVersion") ? other : one);
        }
        return page.path("next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system:complaints", "system:approval-platform", "province", "office:410100", "auditor"})
    void nobodyElseReadsIt(String account) {
        as(account).get(CHANGES).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"cursor,nonsense", "cursor,MTIz", "limit,0", "limit,201", "city,410100"})
    void whatIsAskedWronglyIsNamed(String parameter, String value) {
        as(STATISTICS)
                .queryParam(parameter, value)
                .get(CHANGES)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(parameter));
    }

    /** @return the cursor behind all that has happened so far and is on its way by now */
    private static String end() {
        Response mark = register("province", "410100");
        String id = mark.path("id");
        String[] cursor = {null};
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            Response page = read(cursor[0], 200);
            cursor[0] = page.path("next");
            return page.<List<String>>path("items.issue.id").contains(id);
        });
        return cursor[0];
    }

    private static Response read(@Nullable String cursor, int limit) {
        var request = as(STATISTICS).queryParam("limit", limit);
        Optional.ofNullable(cursor).ifPresent(text -> request.queryParam("cursor", text));
        Response page = request.get(CHANGES);
        page.then().statusCode(200);
        return page;
    }
}
