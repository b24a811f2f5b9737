package io.zhenggai.acceptance.permission;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.zhenggai.acceptance.contract.Operation;
import io.zhenggai.acceptance.contract.PublishedContract;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.acceptance.system.ValidRequests;
import io.zhenggai.acceptance.system.ValidRequests.Things;
import io.zhenggai.acceptance.system.ValidRequests.Valid;
import io.zhenggai.embedded.identity.DemonstrationAccount;
import io.zhenggai.embedded.identity.TokenMint;
import io.zhenggai.embedded.system.LocalService;
import io.zhenggai.gateway.routing.RequestPath;
import io.zhenggai.gateway.routing.RoutingTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation is called by every role, and with every token that is none: through the gateway, and at the service itself. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(53)
class PermissionsTest {

    private static final PermissionPage PAGE = PermissionPage.read();

    /** Of each role somebody of this city or the province, then somebody elsewhere: the role alone decides whether one may call. */
    private static final Map<String, List<String>> ACCOUNTS = Map.of(
            "province", List.of("province"),
            "member-unit", List.of("member-unit:省自然资源厅"),
            "office", List.of("office:411200", "office:411400"),
            "indicator-lead", List.of("indicator-lead:411200:发改委", "indicator-lead:411400:发改委"),
            "county", List.of("county:411221", "county:411421"),
            "department", List.of("department:411200:住建局", "department:411400:住建局"),
            "leader", List.of("leader", "leader:411200"),
            "auditor", List.of("auditor", "auditor:411400"),
            "system", List.of("system:complaints", "system:approval-platform", "system:statistics"));

    /** Of the same city, and none of them there. */
    private static final Things NOTHING = new Things("411200", id(), id(), id(), id(), id(), id(), id(), id(), id());

    /** Who may call the operation, and not for what these requests ask: other sources of problems, other kinds of training. */
    private static final Map<String, String> FOR_OTHERS =
            Map.of("POST /api/v1/issues", "system", "POST /api/v1/training-sessions", "province");

    private Map<String, String> badTokens = Map.of();

    @BeforeAll
    void makeBadTokens(Stage stage) {
        badTokens = badTokens(stage.system().mint());
    }

    @Test
    void everyOperationOfTheContractIsInTheTable() {
        assertThat(PAGE.operations().keySet())
                .isEqualTo(operations().map(Operation::name).collect(toSet()));
        assertThat(PAGE.operations().values())
                .allSatisfy(marks -> assertThat(marks.keySet()).isNotEmpty().isSubsetOf(ACCOUNTS.keySet()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isCalledByWhomTheTableNamesAndByNobodyElse(Operation operation, Stage stage) {
        ACCOUNTS.forEach((role, accounts) -> accounts.forEach(account -> {
            Response throughGateway = operation.onNothing(stage.as(account).header("If-Match", "*"));
            Response atService = operation.onNothing(given().baseUri(service(operation, stage))
                    .header("Authorization", "Bearer " + stage.token(account))
                    .header("If-Match", "*"));
            for (Response answer : List.of(throughGateway, atService)) {
                assertThat(answer.statusCode())
                        .as("%s by %s: %s", operation, account, answer.asString())
                        .satisfies(status -> {
                            if (mayCall(operation, role, account)) {
                                assertThat(status).isNotIn(401, 403).isLessThan(500);
                            } else {
                                assertThat(status).isEqualTo(403);
                            }
                        });
            }
        }));
    }

    /** Whoever may change things gets past the form of the request: to where the thing is looked for, and new ones are made. */
    @ParameterizedTest
    @MethodSource("operations")
    void whatIsInOrderIsTakenFromWhomTheTableNames(Operation operation, Stage stage) {
        Optional<Valid> valid =
                Optional.ofNullable(ValidRequests.on(stage, NOTHING).get(operation.name()));
        assertThat(operation.method().equals("GET")).isNotEqualTo(valid.isPresent());

        valid.ifPresent(request -> ACCOUNTS.forEach((role, accounts) -> accounts.forEach(account -> {
            Response answer = request.send(stage, account, sent -> sent);
            assertThat(answer.statusCode())
                    .as("%s by %s: %s", operation, account, answer.asString())
                    .isIn(expected(operation, role, account));
        })));
    }

    /** By its role, and as a machine client by its scopes, too. */
    private static boolean mayCall(Operation operation, String role, String account) {
        boolean inScope = !role.equals("system")
                || operation.machineScope().isEmpty()
                || DemonstrationAccount.parse(account).scopes().contains(operation.machineScope());
        return inScope && PAGE.operations().get(operation.name()).containsKey(role);
    }

    private static List<Integer> expected(Operation operation, String role, String account) {
        if (!mayCall(operation, role, account)) {
            return List.of(403);
        }
        return role.equals(FOR_OTHERS.get(operation.name()))
                ? List.of(403, 422)
                : List.of(200, 201, 202, 404, 409, 422);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isCalledByNobodyWithoutAGoodToken(Operation operation, Stage stage) {
        Map<String, Response> answers = new LinkedHashMap<>();
        answers.put("none", operation.onNothing(stage.anonymous()));
        answers.put("none, at the service", operation.onNothing(given().baseUri(service(operation, stage))));
        badTokens.forEach((name, token) -> {
            answers.put(name, operation.onNothing(stage.withToken(token)));
            answers.put(
                    name + ", at the service",
                    operation.onNothing(
                            given().baseUri(service(operation, stage)).header("Authorization", "Bearer " + token)));
        });

        assertThat(answers).allSatisfy((name, answer) -> {
            assertThat(answer.statusCode()).as(name).isEqualTo(401);
            assertThat(answer.<String>path("type")).isEqualTo("https://zhenggai.io/problems/unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).as(name).startsWith("Bearer");
        });
    }

    @Test
    void theSameTokenWithoutTheFaultIsGood(Stage stage) {
        String token = stage.system().mint().token(DemonstrationAccount.parse("province"));

        assertThat(stage.withToken(token).get("/api/v1/issues").statusCode()).isEqualTo(200);
    }

    private static Map<String, String> badTokens(TokenMint mint) {
        DemonstrationAccount province = DemonstrationAccount.parse("province");
        return Map.of(
                "expired", mint.expired(province),
                "issuer", mint.wrongIssuer(province),
                "audience", mint.wrongAudience(province),
                "signature", mint.otherKey(province),
                "algorithm", mint.wrongAlgorithm(province),
                "unsigned", mint.unsigned(province),
                "no token at all", "no-token");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** The door of the service itself, which whoever is in the inner network could call. */
    private static String service(Operation operation, Stage stage) {
        String id = RequestPath.parse(operation.pathTo("any"))
                .flatMap(RoutingTable.standard()::find)
                .orElseThrow()
                .service()
                .id();
        return stage.system()
                .serviceUrl(Stream.of(LocalService.values())
                        .filter(one -> one.module().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    private static Stream<Operation> operations() {
        return PublishedContract.read().operations().stream();
    }
}
