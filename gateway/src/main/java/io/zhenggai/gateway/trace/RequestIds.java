package io.zhenggai.gateway.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The ids of one request.
 *
 * @param requestId for people: the caller's {@code X-Request-Id}, else the trace id
 * @param traceparent for machines: W3C Trace Context, version 00; that of the request's span where traces are taken, else the
 *     caller's where it is valid, else a new one
 */
public record RequestIds(String requestId, String traceparent) {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACEPARENT = "traceparent";
    public static final String TRACESTATE = "tracestate";

    /** What the format of the log calls them. */
    public static final String LOG_KEY = "request";

    private static final String KEY = RequestIds.class.getName();

    // A log line must not be forged or swollen through an id.
    private static final Pattern GOOD_REQUEST_ID = Pattern.compile("[A-Za-z0-9._~:/+=@-]{1,128}");
    private static final Pattern GOOD_TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /**
     * @param span of this request; invalid where no traces are taken
     * @return the ids of a request with these header fields; what is missing, malformed or sent twice is drawn anew
     */
    static RequestIds of(MultiMap headers, SpanContext span, RandomGenerator random) {
        String traceparent = traceparent(span)
                .or(() -> only(headers, TRACEPARENT, GOOD_TRACEPARENT))
                .orElseGet(() -> newTraceparent(random));
        String requestId = only(headers, REQUEST_ID, GOOD_REQUEST_ID).orElseGet(() -> traceId(traceparent));
        return new RequestIds(requestId, traceparent);
    }

    /** @return the ids of the request, the same at every call */
    public static RequestIds of(RoutingContext context) {
        RequestIds known = context.get(KEY);
        if (known != null) {
            return known;
        }
        RequestIds found =
                of(context.request().headers(), Span.current().getSpanContext(), ThreadLocalRandom.current());
        context.put(KEY, found);
        return found;
    }

    /** @return 32 hexadecimal digits */
    public String traceId() {
        return traceId(traceparent);
    }

    /** @return both ids for a line of the log; one where they are the same */
    public String inLog() {
        return requestId.equals(traceId()) ? requestId : requestId + " " + traceId();
    }

    private static String traceId(String traceparent) {
        return traceparent.substring(3, 35);
    }

    private static Optional<String> traceparent(SpanContext span) {
        return span.isValid()
                ? Optional.of("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex())
                : Optional.empty();
    }

    private static Optional<String> only(MultiMap headers, String name, Pattern good) {
        List<String> values = headers.getAll(name);
        return values.size() == 1 && good.matcher(values.get(0)).matches()
                ? Optional.of(values.get(0))
                : Optional.empty();
    }

    private static String newTraceparent(RandomGenerator random) {
        return "00-" + hex(random, 16) + "-" + hex(random, 8) + "-01";
    }

    private static String hex(RandomGenerator random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        drawn[0] |= 0x10; // all zeros is not an id
        return HexFormat.of().formatHex(drawn);
    }
}
