package io.zhenggai.gateway.problem;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.zhenggai.gateway.trace.RequestIds;
import java.util.Map;
import java.util.Optional;

/** Writes a refusal as {@code application/problem+json} (RFC 9457) in the language of the request. */
public final class ProblemAnswer {

    /** The media type of every refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemAnswer() {}

    /** Ends the answer with this refusal. A caller that has gone is not written to; an answer that has begun is broken off. */
    public static void send(RoutingContext context, Problem problem) {
        send(context, problem, Map.of());
    }

    /** The same with header fields that belong to the refusal, such as {@code Retry-After}. */
    public static void send(RoutingContext context, Problem problem, Map<String, String> fields) {
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        Language language =
                Language.preferred(Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        Buffer body = body(context, problem, language);
        MultiMap headers = response.headers();
        fields.forEach(headers::set);
        headers.set(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        headers.set("Content-Language", language.tag());
        headers.add(HttpHeaders.VARY, "Accept-Language");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        response.setStatusCode(problem.status());
        if (context.request().method().name().equals("HEAD")) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static Buffer body(RoutingContext context, Problem problem, Language language) {
        return new JsonObject()
                .put("type", problem.type().uri())
                .put("title", language.of(problem.type().title()))
                .put("status", problem.status())
                .put("detail", language.of(problem.detail()))
                .put("instance", Optional.ofNullable(context.request().path()).orElse("/"))
                .put("traceId", RequestIds.of(context).traceId())
                .toBuffer();
    }
}
