package io.zhenggai.acceptance.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** One issue, plan, report or other versioned thing that several accounts act on, each on the version that it reads first. */
public final class Thing {

    private final Stage stage;
    private final String path;

    /** @param path of the thing */
    public Thing(Stage stage, String path) {
        this.stage = stage;
        this.path = path;
    }

    /** @return the thing that was created by that answer, which must be a 201 */
    public static Thing created(Stage stage, String collection, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Thing(stage, collection + "/" + answer.path("id"));
    }

    public String path() {
        return path;
    }

    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public Response read(String account) {
        return stage.as(account).get(path);
    }

    /** @return its history, the oldest entry first */
    public List<Map<String, Object>> history(String account) {
        return stage.as(account).get(path + "/history").jsonPath().getList("$");
    }

    /** Does something with it that must succeed, and sends the same request again: it is done once, and answered the same. */
    public Response act(String account, String action, Object body) {
        RequestSpecification request = repeatable(account).body(body);
        Response answer = request.post(path + "/" + action);
        assertThat(answer.statusCode())
                .as("%s %s by %s: %s", path, action, account, answer.asString())
                .isIn(200, 201);
        assertRepeated(answer, request.post(path + "/" + action));
        return answer;
    }

    /** Does something with it that needs no more words and must succeed, twice as well. */
    public Response act(String account, String action) {
        RequestSpecification request = repeatable(account);
        Response answer = request.post(path + "/" + action);
        assertThat(answer.statusCode())
                .as("%s %s by %s: %s", path, action, account, answer.asString())
                .isIn(200, 201);
        assertRepeated(answer, request.post(path + "/" + action));
        return answer;
    }

    /** Tries to do something with it. */
    public Response attempt(String account, String action, Object body) {
        return current(account).body(body).post(path + "/" + action);
    }

    /** Tries to do something with it that needs no more words. */
    public Response attempt(String account, String action) {
        return current(account).post(path + "/" + action);
    }

    /** Tries to replace a part of it. */
    public Response replace(String account, String part, Object body) {
        return current(account).body(body).put(path + "/" + part);
    }

    /** Tries to add a small text file to it. */
    public Response upload(String account, String fileName, String text) {
        return current(account)
                .contentType("text/plain")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post(path + "/evidence?fileName=" + fileName);
    }

    /** Tries to add a picture of one pixel to it. */
    public Response uploadPicture(String account, String fileName) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return current(account)
                .contentType("image/png")
                .body(png.toByteArray())
                .post(path + "/evidence?fileName=" + fileName);
    }

    private RequestSpecification repeatable(String account) {
        return current(account).header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static void assertRepeated(Response first, Response second) {
        assertThat(second.statusCode()).as(second.asString()).isEqualTo(first.statusCode());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    /** A request that names the version which the account sees now; any version where it sees none. */
    private RequestSpecification current(String account) {
        String tag = read(account).header("ETag");
        return stage.as(account).header("If-Match", tag == null ? "*" : tag);
    }
}
