package io.zhenggai.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.gateway.testsupport.GatewayTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SwaggerUiTest extends GatewayTest {

    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL);

    @ConfigProperty(name = "zhenggai.gateway.swagger-ui.script-hashes")
    String allowed;

    @Test
    void theRootLeadsThere() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(302)
                .header("Location", "/swagger-ui/")
                .header("X-Content-Type-Options", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui", "/swagger-ui/"})
    void showsTheContractWithALogin(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("url: '/openapi'"))
                .body(containsString("zhenggai-swagger-ui"))
                .body(containsString("usePkceWithAuthorizationCodeGrant: true"));
    }

    @Test
    void itsScriptsAreServedToBrowsersThatAreTold() {
        given().get("/swagger-ui/swagger-ui-bundle.js")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff");
        given().get("/swagger-ui/missing.js")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "not-found"));
    }

    @Test
    void itsInlineScriptsAndNoOthersAreAllowed() {
        List<String> hashes = Stream.of("/swagger-ui/", "/swagger-ui/oauth2-redirect.html")
                .map(page -> given().get(page).asString())
                .flatMap(html -> INLINE_SCRIPT.matcher(html).results())
                .map(script -> "'sha256-" + sha256(script.group(1)) + "'")
                .toList();

        assertThat(String.join(" ", hashes)).isEqualTo(allowed);
        given().get("/swagger-ui/")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self' " + allowed + ";"))
                .header("Content-Security-Policy", containsString("connect-src 'self' http://127.0.0.1:"));
    }

    private static String sha256(String script) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
