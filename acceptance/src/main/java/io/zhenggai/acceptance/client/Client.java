package io.zhenggai.acceptance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One account's calls to the gateway; whatever is not the expected status is an {@link UnexpectedAnswerException}. */
public final class Client {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String gatewayUrl;
    private final String token;

    /**
     * @param gatewayUrl without a trailing slash
     * @param token bearer token
     */
    public Client(String gatewayUrl, String token) {
        this.gatewayUrl = gatewayUrl;
        this.token = token;
    }

    /** Reads; 200. */
    public Answer get(String path) {
        return expect(200, call(request(path).GET()));
    }

    /** Creates with a JSON body; 201. */
    public Answer create(String path, Object body) {
        return expect(201, post(path, "application/json", json(body)));
    }

    /** Sends a text; answers with whichever of the statuses. */
    public Answer send(String path, String mediaType, String text, int status) {
        return expect(status, post(path, mediaType, BodyPublishers.ofString(text)));
    }

    /** Changes a thing that was read with that tag, by an imperative sub-resource; 200 or 201. */
    public Answer act(String path, String entityTag, Object body) {
        return acted(call(request(path)
                .header("If-Match", entityTag)
                .header("Content-Type", "application/json")
                .POST(json(body))));
    }

    /** Changes a thing without saying more; 200 or 201. */
    public Answer act(String path, String entityTag) {
        return acted(call(request(path).header("If-Match", entityTag).POST(BodyPublishers.noBody())));
    }

    /** Sends bytes to a thing that was read with that tag; 200 or 201. */
    public Answer upload(String path, String entityTag, String mediaType, byte[] bytes) {
        return acted(call(request(path)
                .header("If-Match", entityTag)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofByteArray(bytes))));
    }

    /** Replaces a part of a thing that was read with that tag; 200. */
    public Answer put(String path, String entityTag, Object body) {
        return expect(
                200,
                call(request(path)
                        .header("If-Match", entityTag)
                        .header("Content-Type", "application/json")
                        .PUT(json(body))));
    }

    /** Reads every page of a list. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            Answer page = get(path + separator + "limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.body().path("items").forEach(items::add);
            cursor = page.text("/next");
        } while (!cursor.isEmpty());
        return items;
    }

    private Sent post(String path, String mediaType, BodyPublisher body) {
        return call(request(path).header("Content-Type", mediaType).POST(body));
    }

    private static Answer acted(Sent sent) {
        return expect(sent.response().statusCode() == 201 ? 201 : 200, sent);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gatewayUrl + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private static Sent call(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            return new Sent(request, HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while calling " + request.uri(), e);
        }
    }

    private static Answer expect(int status, Sent sent) {
        HttpResponse<String> response = sent.response();
        if (response.statusCode() != status) {
            throw new UnexpectedAnswerException(
                    sent.request().method() + " " + sent.request().uri(), response.statusCode(), response.body());
        }
        return new Answer(status, response.headers().firstValue("ETag"), parse(response.body()));
    }

    private static JsonNode parse(String body) {
        try {
            return body.startsWith("{") || body.startsWith("[") ? MAPPER.readTree(body) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Sent(HttpRequest request, HttpResponse<String> response) {}
}
