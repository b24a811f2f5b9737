package io.zhenggai.embedded.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.zhenggai.embedded.process.LoopbackPorts;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {

    private static final String SWAGGER_UI = "http://127.0.0.1:8080/q/swagger-ui/oauth2-redirect.html";

    private static TokenIssuer issuer;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        issuer = TokenIssuer.start(LoopbackPorts.free(), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void describesItselfUnderTheUrlThatServicesAreGiven() throws Exception {
        Map<String, Object> description = json(get("/.well-known/openid-configuration"));

        assertThat(description)
                .containsEntry("issuer", issuer.issuerUrl())
                .containsEntry("jwks_uri", issuer.issuerUrl() + "/jwks")
                .containsEntry("token_endpoint", issuer.issuerUrl() + "/token");
    }

    @Test
    void givesTestsATokenThatItsPublishedKeyVerifies() throws Exception {
        SignedJWT token = verified(issuer.token("office:410100:2"));

        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(claims.getIssuer()).isEqualTo(issuer.issuerUrl());
        assertThat(claims.getAudience()).containsExactly("zhenggai");
        assertThat(claims.getSubject()).isEqualTo("office:410100:2");
        assertThat(claims.getStringListClaim("roles")).containsExactly("office");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(3_600_000);
    }

    @Test
    void passwordGrantGivesTheClaimsOfTheAccount() throws Exception {
        HttpResponse<String> answer = post(
                "/token",
                Map.of(
                        "grant_type", "password",
                        "client_id", "command-line",
                        "username", "department:410100:住建局",
                        "password", "x"));

        JWTClaimsSet claims = accessToken(answer);
        assertThat(claims.getClaims())
                .containsAllEntriesOf(
                        DemonstrationAccount.parse("department:410100:住建局").claims());
        assertThat(claims.getAudience()).containsExactly("zhenggai");
    }

    @Test
    void clientCredentialsGiveASystemItsScopes() throws Exception {
        HttpResponse<String> answer = post(
                "/token",
                Map.of("grant_type", "client_credentials", "client_id", "system:complaints", "client_secret", "x"));

        assertThat(accessToken(answer).getClaims())
                .containsAllEntriesOf(
                        DemonstrationAccount.parse("system:complaints").claims());
    }

    @Test
    void anUnknownAccountIsRefusedWithTheReason() throws Exception {
        HttpResponse<String> answer = post(
                "/token",
                Map.of("grant_type", "password", "client_id", "c", "username", "office:410181", "password", "x"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant").contains("is not the code of a city in henan");
    }

    @Test
    void authorizationCodeWithPkceGivesTheClaimsOfTheAccountChosenOnTheLoginPage() throws Exception {
        String verifier = "a-verifier-of-at-least-forty-three-characters-0";
        String authorize = authorizeUrl(verifier);

        HttpResponse<String> page = get(authorize);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("演示账号").contains("value=\"office:410100\"");

        HttpResponse<String> redirect = post(authorize, Map.of("username", "office:410100"));
        assertThat(redirect.statusCode()).isEqualTo(302);
        String location = redirect.headers().firstValue("location").orElseThrow();
        assertThat(location).startsWith(SWAGGER_UI + "?").contains("state=s1");
        String code = location.replaceFirst(".*[?&]code=([^&]*).*", "$1");

        HttpResponse<String> tokens = post(
                "/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "swagger-ui",
                        "code", code,
                        "redirect_uri", SWAGGER_UI,
                        "code_verifier", verifier));
        assertThat(accessToken(tokens).getClaims())
                .containsAllEntriesOf(
                        DemonstrationAccount.parse("office:410100").claims());
        assertThat(tokens.headers().firstValue("access-control-allow-origin")).contains("http://127.0.0.1:8080");
    }

    @Test
    void theLoginPageRefusesAnUnknownAccountAndShowsItHarmless() throws Exception {
        HttpResponse<String> answer =
                post(authorizeUrl("a-verifier-of-at-least-forty-three-characters-0"), Map.of("username", "<b>x"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("没有“&lt;b&gt;x”这个演示账号");
    }

    @Test
    void thereIsNoOtherIssuerBesideOurs() throws Exception {
        URI other = URI.create(issuer.issuerUrl().replace("/zhenggai", "/other/.well-known/openid-configuration"));

        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(other).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void mintsTokensThatEachFailInOneRespect() throws Exception {
        DemonstrationAccount account = DemonstrationAccount.parse("province");
        TokenMint mint = issuer.mint();

        assertThat(verified(mint.expired(account)).getJWTClaimsSet().getExpirationTime())
                .isBefore(Instant.now());
        assertThat(verified(mint.wrongIssuer(account)).getJWTClaimsSet().getIssuer())
                .isNotEqualTo(issuer.issuerUrl());
        assertThat(verified(mint.wrongAudience(account)).getJWTClaimsSet().getAudience())
                .doesNotContain("zhenggai");
        assertThat(isSignedByIssuer(SignedJWT.parse(mint.otherKey(account)))).isFalse();
    }

    @Test
    void anExportedKeySignsTokensOfTheSameIssuer() throws Exception {
        TokenMint copy =
                TokenMint.ofExportedKey(issuer.issuerUrl(), issuer.mint().exportKey(), Clock.systemUTC());

        verified(copy.token(DemonstrationAccount.parse("auditor")));
    }

    private JWTClaimsSet accessToken(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return verified((String) json(answer).get("access_token")).getJWTClaimsSet();
    }

    private SignedJWT verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        assertThat(isSignedByIssuer(jwt)).isTrue();
        return jwt;
    }

    private boolean isSignedByIssuer(SignedJWT token) throws Exception {
        JWKSet keys = JWKSet.parse(get("/jwks").body());
        return token.verify(new RSASSAVerifier(
                keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey()));
    }

    private static String authorizeUrl(String verifier) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return "/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", "swagger-ui",
                        "redirect_uri", SWAGGER_UI,
                        "scope", "openid",
                        "state", "s1",
                        "code_challenge",
                                Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                        "code_challenge_method", "S256"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(issuer.issuerUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> parameters) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer.issuerUrl() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://127.0.0.1:8080")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, Object> json(HttpResponse<String> answer) throws Exception {
        return JSONObjectUtils.parse(answer.body());
    }
}
