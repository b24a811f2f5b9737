package io.zhenggai.gateway.proxy;

import static io.restassured.RestAssured.given;
import static io.zhenggai.gateway.routing.Service.ISSUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.identity.DemonstrationAccount;
import io.zhenggai.embedded.identity.TokenMint;
import io.zhenggai.gateway.testsupport.GatewayTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AdmissionTest extends GatewayTest {

    private static final DemonstrationAccount OFFICE = DemonstrationAccount.parse("office:410100");

    @Test
    void aGoodTokenIsLetInAndPassedOn() {
        String token = stand.token();

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/issues")
                .then()
                .statusCode(200);

        assertThat(stand.upstream(ISSUE).onlyAsked().values("Authorization")).containsExactly("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/issues", "/api/v1/unknown", "/api/v1"})
    void withoutATokenNothingUnderTheApiIsTold(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"zhenggai\"")
                .body("type", equalTo(PROBLEMS + "unauthenticated"))
                .body("title", equalTo("未登录或登录已失效"))
                .body("status", equalTo(401))
                .body("instance", equalTo(path));
        assertThat(stand.upstream(ISSUE).asked()).isEmpty();
    }

    @Test
    void optionsNeedATokenToo() {
        given().options("/api/v1/issues").then().statusCode(401);
    }

    @Test
    void anotherSchemeIsNoToken() {
        given().header("Authorization", "Basic b2ZmaWNlOng=")
                .get("/api/v1/issues")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"zhenggai\"");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefused(BiFunction<TokenMint, DemonstrationAccount, String> token) {
        given().header("Authorization", "Bearer " + token.apply(stand.mint(), OFFICE))
                .get("/api/v1/issues")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"zhenggai\", error=\"invalid_token\"")
                .body("type", equalTo(PROBLEMS + "unauthenticated"))
                .body("detail", equalTo("访问令牌无效或已过期，请重新登录。"));
        assertThat(stand.upstream(ISSUE).asked()).isEmpty();
    }

    static Stream<Named<BiFunction<TokenMint, DemonstrationAccount, String>>> badTokens() {
        return Stream.of(
                Named.of("opaque", (mint, account) -> "garbage"),
                Named.of("three parts of nothing", (mint, account) -> "a.b.c"),
                Named.of("expired", TokenMint::expired),
                Named.of("of another issuer", TokenMint::wrongIssuer),
                Named.of("for another audience", TokenMint::wrongAudience),
                Named.of("signed with another key", TokenMint::otherKey),
                Named.of("not signed", (mint, account) -> withHeader(mint.token(account), "{\"alg\":\"none\"}", "")),
                Named.of(
                        "said not to be signed, signature kept",
                        (mint, account) ->
                                withHeader(mint.token(account), "{\"alg\":\"none\"}", signature(mint.token(account)))),
                Named.of(
                        "of a key that nobody knows",
                        (mint, account) -> withHeader(
                                mint.token(account),
                                "{\"alg\":\"RS256\",\"kid\":\"unknown\"}",
                                signature(mint.token(account)))),
                Named.of(
                        "signed by a shared secret",
                        (mint, account) ->
                                withHeader(mint.token(account), "{\"alg\":\"HS256\",\"kid\":\"zhenggai\"}", "c2ln")),
                Named.of("cut short", (mint, account) -> mint.token(account).substring(0, 400)),
                Named.of("with other claims than were signed", (mint, account) -> {
                    String[] good = mint.token(account).split("\\.");
                    String[] other =
                            mint.token(DemonstrationAccount.parse("province")).split("\\.");
                    return good[0] + "." + other[1] + "." + good[2];
                }));
    }

    @Test
    void whoIsRefusedIsToldSoBeforeTheBodyIsSent() throws IOException {
        try (var wire = wire()) {
            String answer = wire.say("""
                    POST /api/v1/issue-imports HTTP/1.1\r
                    Host: gateway.test\r
                    Content-Type: text/csv\r
                    Content-Length: 60000000\r
                    \r
                    """).hearToTheEnd();

            assertThat(answer)
                    .startsWith("HTTP/1.1 401 ")
                    .containsIgnoringCase("\r\nconnection: close\r\n")
                    .contains("unauthenticated");
        }
        assertThat(stand.upstream(ISSUE).asked()).isEmpty();
    }

    @Test
    void aConnectionSurvivesARefusalWithoutBody() throws IOException {
        try (var wire = wire()) {
            wire.say("GET /api/v1/issues HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.hearUntil("\"traceId\"")).startsWith("HTTP/1.1 401 ");

            wire.say(head("GET /api/v1/issues HTTP/1.1") + "\r\n");
            assertThat(wire.hearUntil("issue-service")).contains("HTTP/1.1 200 ");
        }
    }

    private static String withHeader(String token, String header, String signature) {
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        return encoded + "." + token.split("\\.")[1] + "." + signature;
    }

    private static String signature(String token) {
        return token.split("\\.")[2];
    }
}
