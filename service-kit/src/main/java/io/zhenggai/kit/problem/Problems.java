package io.zhenggai.kit.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.zhenggai.kit.trace.TraceId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Builds the answer to a refusal (RFC 9457) in the language of the request at hand. */
@Singleton
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    static final String MEDIA_TYPE = "application/problem+json";

    private final CurrentVertxRequest request;

    Problems(CurrentVertxRequest request) {
        this.request = request;
    }

    Response answer(Refusal refusal) {
        Locale locale = locale();
        Map<String, Object> body = start(refusal.type(), refusal.type().status());
        body.put("detail", refusal.detail().in(locale));
        if (!refusal.violations().isEmpty()) {
            body.put("violations", WrittenViolation.of(refusal.violations(), locale));
        }
        body.putAll(refusal.members());
        return finish(refusal.type(), Response.status(refusal.type().status()), body);
    }

    /** The same form for what the framework refuses; its own words are not shown, they name classes. */
    Response answer(int status, MultivaluedMap<String, Object> headers) {
        Response.ResponseBuilder answer = Response.status(status);
        headers.forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        ProblemType type = ProblemType.ofStatus(status);
        return finish(type, answer, general(type, status));
    }

    Response answer(ProblemType type) {
        return finish(type, Response.status(type.status()), general(type, type.status()));
    }

    /** @return 500 that says nothing but the trace id, by which the log has the rest */
    Response unexpected(Throwable failure) {
        LOG.error("a request failed", failure);
        return answer(ProblemType.INTERNAL);
    }

    /** Of a case of which nothing more is known than its kind. */
    private Map<String, Object> general(ProblemType type, int status) {
        Map<String, Object> body = start(type, status);
        body.put("detail", type.advice().in(locale()));
        return body;
    }

    private Map<String, Object> start(ProblemType type, int status) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type.uri().toString());
        body.put("title", type.title().in(locale()));
        body.put("status", status);
        return body;
    }

    private Response finish(ProblemType type, Response.ResponseBuilder answer, Map<String, Object> body) {
        type.retryAfterSeconds().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        Optional.ofNullable(request.getCurrent()).ifPresent(at -> {
            body.put("instance", at.request().path());
            body.put("traceId", TraceId.of(at));
        });
        return answer.entity(body)
                .type(MEDIA_TYPE)
                .language(locale())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private Locale locale() {
        return AcceptedLanguage.of(Optional.ofNullable(request.getCurrent())
                .map(at -> at.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse(null));
    }
}
