package io.zhenggai.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * The trace id of a request (W3C Trace Context): that of its span where traces are taken, else the caller's where it sent one,
 * else a new one.
 */
public final class TraceId {

    private static final String KEY = TraceId.class.getName();

    private TraceId() {}

    /** @return 32 hexadecimal digits, the same for the whole request */
    public static String of(RoutingContext context) {
        String known = context.get(KEY);
        if (known != null) {
            return known;
        }
        SpanContext span = Span.current().getSpanContext();
        String found = Optional.of(span)
                .filter(SpanContext::isValid)
                .or(() -> received(context))
                .map(SpanContext::getTraceId)
                .orElseGet(IdGenerator.random()::generateTraceId);
        context.put(KEY, found);
        return found;
    }

    /** @return the W3C header for what this request causes elsewhere */
    public static String traceparent(RoutingContext context) {
        String parent = received(context).map(SpanContext::getSpanId).orElseGet(() -> of(context)
                .substring(16));
        String flags = received(context)
                .map(SpanContext::getTraceFlags)
                .orElse(TraceFlags.getSampled())
                .asHex();
        return "00-" + of(context) + "-" + parent + "-" + flags;
    }

    private static Optional<SpanContext> received(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader(RequestTrace.TRACEPARENT))
                .map(TraceParent::parse)
                .filter(SpanContext::isValid);
    }
}
