package io.zhenggai.plan.draft;

import static io.restassured.RestAssured.given;
import static io.zhenggai.plan.testsupport.Service.as;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.plan.notice.Notices;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the province does with drafts over HTTP. */
final class Drafts {

    static final String PROVINCE = "province";

    private static final RestAssuredConfig AS_SAID = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private Drafts() {}

    static String token() {
        return Infrastructure.current().token(PROVINCE);
    }

    /** The notice of 2021 under a number that no other test has. */
    static String noticeNumbered(String number) {
        return Notices.of2021().replace("〔2021〕7号", number);
    }

    /** A number of its own. */
    static String number() {
        return "〔2021〕" + (10_000 + Math.floorMod(UUID.randomUUID().hashCode(), 89_999)) + "号";
    }

    static Response read(String text) {
        return read(PROVINCE, text);
    }

    static Response read(String account, String text) {
        return send(account, "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Response send(String contentType, byte[] body) {
        return send(PROVINCE, contentType, body);
    }

    private static Response send(String account, String contentType, byte[] body) {
        return given().config(AS_SAID)
                .auth()
                .oauth2(Infrastructure.current().token(account))
                .contentType(contentType)
                .body(body)
                .post("/api/v1/campaign-drafts");
    }

    static String path(Response draft) {
        return "/api/v1/campaign-drafts/" + draft.path("id");
    }

    static Response get(Response draft) {
        return as(PROVINCE).get(path(draft));
    }

    /** Corrects the draft as it stands now. */
    static Response put(Response draft, Map<String, Object> campaign) {
        return as(PROVINCE)
                .header("If-Match", get(draft).header("ETag"))
                .body(campaign)
                .put(path(draft));
    }

    /** Publishes the draft as it was answered. */
    static Response publish(Response draft) {
        return as(PROVINCE).header("If-Match", draft.header("ETag")).post(path(draft) + "/publications");
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> thing, String field) {
        return (List<Map<String, Object>>) thing.get(field);
    }
}
