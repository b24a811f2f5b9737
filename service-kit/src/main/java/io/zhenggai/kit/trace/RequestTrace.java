package io.zhenggai.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Says of every request how it is found again: in its answer, and in each line of the log that it causes. */
@Singleton
public class RequestTrace {

    /** What the format of the log calls it. */
    static final String LOG_KEY = "request";

    static final String REQUEST_ID = "X-Request-Id";
    static final String TRACEPARENT = "traceparent";

    /** Before anything that may refuse. */
    private static final int PRIORITY = 1_000;

    /** A log line must not be forged or swollen through an id. */
    private static final Pattern GOOD_REQUEST_ID = Pattern.compile("[A-Za-z0-9._~:/+=@-]{1,128}");

    void accompany(@Observes Filters filters) {
        filters.register(RequestTrace::label, PRIORITY);
    }

    private static void label(RoutingContext context) {
        String traceId = TraceId.of(context);
        String requestId = Optional.ofNullable(context.request().getHeader(REQUEST_ID))
                .filter(sent -> GOOD_REQUEST_ID.matcher(sent).matches())
                .orElse(traceId);
        MDC.put(LOG_KEY, requestId.equals(traceId) ? traceId : requestId + " " + traceId);
        context.addHeadersEndHandler(ignored -> {
            MultiMap headers = context.response().headers();
            headers.set(REQUEST_ID, requestId);
            headers.set(TRACEPARENT, TraceId.traceparent(context));
        });
        context.next();
    }
}
