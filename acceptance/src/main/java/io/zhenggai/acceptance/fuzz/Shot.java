package io.zhenggai.acceptance.fuzz;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param path as the thing is known, without query
 * @param query encoded; empty for none
 */
record Shot(
        Api.Operation operation,
        String account,
        String path,
        String query,
        Map<String, String> headers,
        Optional<byte[]> body) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int SHOWN = 300;

    HttpRequest request(String gatewayUrl) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gatewayUrl + path + query))
                .timeout(TIMEOUT)
                .method(
                        operation.method(),
                        body.map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
        headers.forEach(request::header);
        return request.build();
    }

    /** What was sent, without the token and shortened. */
    @Override
    public String toString() {
        String text =
                body.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        List<Map.Entry<String, String>> shownHeaders = headers.entrySet().stream()
                .filter(header -> !header.getKey().equals("Authorization"))
                .toList();
        return "%s %s%s by %s, %s, body of %d bytes: %s"
                .formatted(
                        operation.method(),
                        shown(path),
                        shown(query),
                        account,
                        shownHeaders,
                        body.map(bytes -> bytes.length).orElse(0),
                        shown(text));
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(SHOWN, text.length()));
    }
}
