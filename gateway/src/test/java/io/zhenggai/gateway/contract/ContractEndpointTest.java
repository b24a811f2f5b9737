package io.zhenggai.gateway.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.gateway.testsupport.GatewayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContractEndpointTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/openapi|*/*|json",
                "/openapi|application/json|json",
                "/openapi|application/yaml|yaml",
                "/openapi|application/vnd.oai.openapi+json|json",
                "/openapi|text/yaml, application/json;q=0.5|yaml",
                "/openapi|text/html|json",
                "/openapi?format=yaml|*/*|yaml",
                "/openapi?format=YAML|application/json|yaml",
                "/openapi?format=json|application/yaml|json",
                "/openapi.json|application/yaml|json",
                "/openapi.yaml|application/json|yaml"
            })
    void isServedWithoutTokenInTheNotationThatIsAskedFor(String path, String accept, String notation) {
        String body = given().header("Accept", accept)
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/" + notation + "; charset=utf-8")
                .extract()
                .asString();

        assertThat(body).startsWith(notation.equals("json") ? "{" : "openapi: \"3.1.0\"");
    }

    @Test
    void isThePublishedContractAndTheAddressesOfThisInstallation() throws IOException {
        String served = given().get("/openapi.yaml").asString();

        List<String> differences =
                ContractDifference.between(Files.readString(Path.of("../docs/openapi.yaml")), served);
        assertThat(differences)
                .extracting(difference -> difference.substring(0, difference.indexOf(": ")))
                .containsExactly("/components/securitySchemes/login", "/security");
    }

    @Test
    void namesTheServerAndWhereToSignIn() {
        given().get("/openapi")
                .then()
                .body("servers[0].url", equalTo("/"))
                .body(
                        "components.securitySchemes.login.flows.authorizationCode.authorizationUrl",
                        equalTo(stand.issuerUrl() + "/authorize"))
                .body(
                        "components.securitySchemes.login.flows.authorizationCode.tokenUrl",
                        equalTo(stand.issuerUrl() + "/token"))
                .body("security[0]", hasKey("login"))
                .body("security[1]", hasKey("token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi.json", "/openapi.yaml"})
    void isNotSentAgainToWhoHasIt(String path) {
        String etag = given().get(path)
                .then()
                .header("ETag", startsWith("\""))
                .extract()
                .header("ETag");

        for (String known : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
            given().header("If-None-Match", known)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", etag)
                    .body(equalTo(""));
        }
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void notationsHaveTagsOfTheirOwn() {
        assertThat(given().get("/openapi.json").header("ETag"))
                .isNotEqualTo(given().get("/openapi.yaml").header("ETag"));
        given().get("/openapi").then().header("Vary", containsString("accept"));
    }

    @Test
    void theAnswerToHeadHasItsLengthOnly() {
        String length = given().get("/openapi").header("Content-Length");

        given().head("/openapi")
                .then()
                .statusCode(200)
                .header("Content-Length", length)
                .body(equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi.yaml", "/swagger-ui/", "/q/health/live", "/"})
    void canOnlyBeRead(String path) {
        given().body("x")
                .post(path)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "GET, HEAD")
                .body("type", equalTo(PROBLEMS + "method-not-allowed"));
    }
}
