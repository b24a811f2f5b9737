package io.zhenggai.acceptance.isolation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.contract.Operation;
import io.zhenggai.acceptance.contract.PublishedContract;
import io.zhenggai.acceptance.isolation.Reading.Kind;
import io.zhenggai.acceptance.system.Letter;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.ValidRequests;
import io.zhenggai.acceptance.system.ValidRequests.Things;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Luoyang holds something in every service; nobody of Pingdingshan, and no unit that it does not concern, sees any of it. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(60)
class IsolationTest {

    private static final String LUOYANG = "410300";
    private static final String YANSHI = "410307";
    private static final String PINGDINGSHAN = "410400";
    private static final String BAOFENG = "410421";

    private static final List<String> ELSEWHERE = List.of(
            "office:" + PINGDINGSHAN,
            "indicator-lead:" + PINGDINGSHAN + ":发改委",
            "county:" + BAOFENG,
            "department:" + PINGDINGSHAN + ":住建局",
            "leader:" + PINGDINGSHAN,
            "auditor:" + BAOFENG);

    /** Of the same city or of the province, but neither its office nor the county or unit that the issue concerns. */
    private static final List<String> NOT_CONCERNED =
            List.of("county:410323", "department:" + LUOYANG + ":税务局", "member-unit:省自然资源厅", "system:complaints");

    private Holdings luoyang;
    private Holdings pingdingshan;

    @BeforeAll
    void bothHoldSomethingEverywhere(Stage stage) {
        List<Holdings> both = Holdings.of(stage, LUOYANG, YANSHI, PINGDINGSHAN, BAOFENG);
        luoyang = both.get(0);
        pingdingshan = both.get(1);
    }

    @Test
    void everyReadingOperationOfTheContractIsWalked() {
        Set<String> reading = readings().map(Operation::name).collect(toSet());

        assertThat(Reading.ALL.keySet()).isEqualTo(reading);
    }

    @ParameterizedTest
    @MethodSource("readingsByAccountsElsewhere")
    void showsNothingOfAnotherRegion(Operation operation, String account, Stage stage) {
        Reading reading = Reading.ALL.get(operation.name());
        for (String path : reading.paths().apply(luoyang)) {
            Response answer = stage.as(account).get(path);
            assertNothingShown(reading.kind(), account + " " + path, answer);
        }
    }

    /** Whoever owns it, and the province, do see it: otherwise the tests above would say nothing. */
    @ParameterizedTest
    @MethodSource("readings")
    void showsItToWhoOwnsItAndToTheProvince(Operation operation, Stage stage) {
        Reading reading = Reading.ALL.get(operation.name());
        List<String> owners = owners(reading.kind());
        for (String account : owners) {
            for (String path : reading.paths().apply(luoyang)) {
                Response answer = stage.as(account).get(path);
                assertThat(answer.statusCode())
                        .as("%s %s: %s", account, path, answer.asString())
                        .isEqualTo(200);
            }
            if (reading.kind() == Kind.LIST || reading.kind() == Kind.AUDIT) {
                String shown = reading.paths().apply(luoyang).stream()
                        .map(path -> stage.as(account).get(path).asString())
                        .reduce("", String::concat);
                assertThat(luoyang.marks())
                        .as("%s sees in %s", account, operation)
                        .anyMatch(shown::contains);
            }
        }
    }

    private static List<String> owners(Kind kind) {
        return switch (kind) {
            case LIST, THING, FORM, OPEN -> List.of("office:" + LUOYANG, "province");
            case OWN -> List.of("office:" + LUOYANG);
            case PROVINCE_ONLY -> List.of("province");
            case PROVINCE_WIDE -> List.of("province", "auditor");
            case AUDIT, SEALS -> List.of("auditor:" + LUOYANG, "auditor");
            case SYNC -> List.of("system:statistics");
        };
    }

    @ParameterizedTest
    @MethodSource("issuesByAccountsNotConcerned")
    void showsAnIssueToNobodyWhomItDoesNotConcern(Operation operation, String account, Stage stage) {
        Reading reading = Reading.ALL.get(operation.name());
        for (String path : reading.paths().apply(luoyang)) {
            Response answer = stage.as(account).get(path);
            if (answer.statusCode() != 403) {
                assertThat(answer.statusCode())
                        .as("%s %s: %s", account, path, answer.asString())
                        .isEqualTo(reading.kind() == Kind.LIST ? 200 : 404);
                assertThat(shown(answer))
                        .doesNotContain(luoyang.ledgerNumber(), luoyang.issue().id());
            }
        }
    }

    /** What would be right where the thing is, is sent by everybody elsewhere: to them the thing is not there, and it stays as it was. */
    @Test
    void changesNothingOfAnotherRegion(Stage stage) {
        List<String> before = luoyang.versions();
        ValidRequests.on(stage, luoyang.things()).forEach((operation, valid) -> {
            if (operation.contains("{}")) {
                Map<String, Integer> statuses = new LinkedHashMap<>();
                for (String account : ELSEWHERE) {
                    Response refused = valid.send(stage, account, request -> request);
                    statuses.put(account, refused.statusCode());
                    assertThat(shown(refused))
                            .as("%s by %s", operation, account)
                            .isEmpty();
                }
                assertThat(statuses.values()).as("%s: %s", operation, statuses).isSubsetOf(403, 404);
                if (valid.account().startsWith("office:")) {
                    assertThat(statuses).as(operation).containsEntry("office:" + PINGDINGSHAN, 404);
                }
            }
        });

        assertThat(luoyang.versions()).isEqualTo(before);
    }

    /** A region that is not the caller's is as good as one that is not at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/issues",
                "POST /api/v1/issues/on-the-spot",
                "POST /api/v1/issue-imports",
                "POST /api/v1/contacts"
            })
    void registersNothingInAnotherRegion(String operation, Stage stage) {
        String office = "office:" + PINGDINGSHAN;
        List<Long> before = registered(stage);
        Response foreign =
                ValidRequests.on(stage, luoyang.things()).get(operation).send(stage, office, request -> request);
        Response unknown = ValidRequests.on(stage, nowhere()).get(operation).send(stage, office, request -> request);

        assertThat(foreign.statusCode()).as(foreign.asString()).isEqualTo(422);
        assertThat(unknown.statusCode()).as(unknown.asString()).isEqualTo(422);
        // Apart from what the caller sent themselves.
        assertThat(foreign.<Object>path("violations").toString().replace(LUOYANG, "419900"))
                .isEqualTo(unknown.<Object>path("violations").toString());
        assertThat(registered(stage)).isEqualTo(before);
    }

    /** How many issues and contacts the whole province has. */
    private static List<Long> registered(Stage stage) {
        return List.of(stage.total("province", "/api/v1/issues"), stage.total("province", "/api/v1/contacts"));
    }

    /** Things of a city that Henan does not have. */
    private Things nowhere() {
        Things there = luoyang.things();
        return new Things(
                "419900",
                there.issue(),
                there.evidence(),
                there.plan(),
                there.report(),
                there.contact(),
                there.draft(),
                there.lookBack(),
                there.supervision(),
                there.view());
    }

    @Test
    void countsOnlyWhatTheCallerSees(Stage stage) {
        String office = "office:" + PINGDINGSHAN;
        long own = stage.total(office, "/api/v1/issues?city=" + PINGDINGSHAN);

        assertThat(own).isPositive();
        assertThat(stage.total(office, "/api/v1/issues")).isEqualTo(own);
        assertThat(stage.as(office).get("/api/v1/figures").jsonPath().getLong("total.total"))
                .isEqualTo(own);
        assertThat(stage.total(office, "/api/v1/issues?city=" + LUOYANG)).isZero();
        assertThat(stage.as(office)
                        .get("/api/v1/figures?city=" + LUOYANG)
                        .jsonPath()
                        .getLong("total.total"))
                .isZero();
        assertThat(stage.as(office)
                        .get("/api/v1/board?campaignId=" + luoyang.campaign())
                        .<List<String>>path("rows.region"))
                .containsExactly(PINGDINGSHAN);
    }

    @Test
    void noMailNamesAnotherRegionsThing(Stage stage) {
        List<Letter> toPingdingshan = stage.lettersTo(Holdings.addressOf(PINGDINGSHAN), letter -> true);
        List<Letter> toLuoyang = stage.lettersTo(Holdings.addressOf(LUOYANG), letter -> true);

        assertThat(toPingdingshan).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.to()).containsExactly(Holdings.addressOf(PINGDINGSHAN));
            assertThat(letter.subject() + letter.text())
                    .contains("平顶山市")
                    .doesNotContain("洛阳")
                    .doesNotContain(luoyang.marks());
        });
        assertThat(toLuoyang).isNotEmpty().allSatisfy(letter -> assertThat(letter.text())
                .doesNotContain("平顶山")
                .doesNotContain(pingdingshan.marks()));
    }

    private void assertNothingShown(Kind kind, String request, Response answer) {
        int status = answer.statusCode();
        switch (kind) {
            case LIST, AUDIT, SEALS, FORM ->
                assertThat(status).as("%s: %s", request, answer.asString()).isIn(200, 403);
            case THING, OWN, PROVINCE_WIDE ->
                assertThat(status).as("%s: %s", request, answer.asString()).isIn(404, 403);
            case OPEN -> assertThat(status).as(request).isEqualTo(200);
            case PROVINCE_ONLY, SYNC -> assertThat(status).as(request).isEqualTo(403);
        }
        if (kind != Kind.OPEN) {
            assertThat(luoyang.marks())
                    .as("%s shows: %s", request, answer.asString())
                    .noneMatch(shown(answer)::contains);
        }
        if (status == 200 && request.matches(".*(region|city)=" + LUOYANG + ".*") && answer.path("items") != null) {
            assertThat(answer.<List<Object>>path("items")).as(request).isEmpty();
            assertThat(answer.<Integer>path("total")).as(request).isZero();
        }
    }

    /** A refusal repeats the address that was asked for, and figures repeat what they were narrowed to: that says nothing. */
    private static String shown(Response answer) {
        return answer.statusCode() == 200 ? answer.asString().replaceAll("\"filter\":\\{[^}]*}", "") : "";
    }

    private static Stream<Operation> readings() {
        return PublishedContract.read().operations().stream()
                .filter(operation -> operation.method().equals("GET"));
    }

    private static Stream<Arguments> readingsByAccountsElsewhere() {
        return readings().flatMap(operation -> ELSEWHERE.stream().map(account -> Arguments.of(operation, account)));
    }

    private static Stream<Arguments> issuesByAccountsNotConcerned() {
        return readings()
                .filter(operation -> operation.path().startsWith("/api/v1/issues"))
                .flatMap(operation -> NOT_CONCERNED.stream().map(account -> Arguments.of(operation, account)));
    }
}
