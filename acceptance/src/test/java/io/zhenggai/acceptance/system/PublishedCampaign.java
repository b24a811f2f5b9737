package io.zhenggai.acceptance.system;

import io.restassured.response.Response;
import io.zhenggai.acceptance.client.Notice2021;

/**
 * The 2021 campaign, read from the notice and published.
 *
 * @param draft how the notice was read
 * @param publication what was answered when the draft was published
 */
public record PublishedCampaign(Response draft, Response publication) {

    /** Where the province's own contact receives mail. */
    public static final String PROVINCE_ADDRESS = "contact-410000@offices.example";

    static PublishedCampaign publish(Stage stage) {
        People.contact(stage, "province", "410000", "CONTACT", PROVINCE_ADDRESS);
        Response draft = stage.as("province")
                .contentType("text/plain;charset=UTF-8")
                .body(Notice2021.text())
                .post("/api/v1/campaign-drafts");
        require(draft, 201);
        Response publication = stage.as("province")
                .header("If-Match", draft.header("ETag"))
                .post("/api/v1/campaign-drafts/" + draft.path("id") + "/publications");
        require(publication, 201);
        return new PublishedCampaign(draft, publication);
    }

    public String id() {
        return publication.path("id");
    }

    private static void require(Response response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.statusCode() + " instead of " + status + ": " + response.asString());
        }
    }
}
