package io.zhenggai.gateway.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.gateway.testsupport.GatewayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ProblemPagesTest extends GatewayTest {

    @ParameterizedTest
    @EnumSource
    void everyKindIsExplainedAtItsAddressWithoutToken(ProblemType type) {
        Response page = given().get(type.uri().replace("https://zhenggai.io", ""));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(page.asString())
                .startsWith("## " + type.uri().replace("https://zhenggai.io/problems/", ""))
                .contains("\n" + type.status() + " " + type.title().zh() + " · "
                        + type.title().en() + "\n");
    }

    @Test
    void allOfThemTogetherAreTheFile() throws IOException {
        assertThat(given().get("/problems").asString()).isEqualTo(Files.readString(Path.of("../docs/problems.md")));
    }

    @Test
    void aKindThatIsNoneIsNotThere() {
        Response nothing = given().get("/problems/misspelt");

        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.contentType()).startsWith("application/problem+json");
    }

    @Test
    void itIsOnlyToBeRead() {
        assertThat(given().post("/problems").statusCode()).isEqualTo(405);
        assertThat(given().head("/problems/not-found").statusCode()).isEqualTo(200);
    }
}
