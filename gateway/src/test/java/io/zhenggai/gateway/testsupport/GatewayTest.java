package io.zhenggai.gateway.testsupport;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

/** What every test of the running gateway has: the stand around it, fresh, and ways to speak to it. */
@QuarkusTestResource(StandResource.class)
public abstract class GatewayTest {

    protected static final String PROBLEMS = "https://zhenggai.io/problems/";

    protected Stand stand;

    @TestHTTPResource("/")
    protected URI gateway;

    @BeforeEach
    void freshStand() {
        stand.reset();
        RestAssured.urlEncodingEnabled = false;
    }

    /** @return a request with a good token */
    protected RequestSpecification signedIn() {
        return given().header("Authorization", "Bearer " + stand.token());
    }

    protected Wire wire() throws java.io.IOException {
        return new Wire(gateway.getPort());
    }

    /** @return the head of a request with a good token, without its empty line */
    protected String head(String requestLine) {
        return requestLine + "\r\nHost: gateway.test\r\nAuthorization: Bearer " + stand.token() + "\r\n";
    }
}
