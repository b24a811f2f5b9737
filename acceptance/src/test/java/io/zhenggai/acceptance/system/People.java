package io.zhenggai.acceptance.system;

import io.restassured.response.Response;
import java.util.Map;

/** Who holds which post, as the tests name them. */
public final class People {

    private People() {}

    /** Names a contact or head of an office, once. */
    public static Response contact(Stage stage, String account, String region, String post, String email) {
        Response created = stage.as(account)
                .body(Map.of("region", region, "post", post, "name", "张联络", "email", email))
                .post("/api/v1/contacts");
        if (created.statusCode() != 201) {
            throw new AssertionError(created.statusCode() + " for a contact: " + created.asString());
        }
        return created;
    }
}
