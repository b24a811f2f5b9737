package io.zhenggai.gateway.proxy;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.zhenggai.gateway.trace.RequestIds;
import java.util.List;
import java.util.Locale;

/** What a service is told about a request: what the caller said, and from where it came as only we may say. */
final class RequestHeaders {

    private RequestHeaders() {}

    /**
     * @param headers the caller's fields, changed in place
     * @param incoming where they came from
     * @param ids the ids of this request
     */
    static void forward(MultiMap headers, HttpServerRequest incoming, RequestIds ids) {
        HopByHop.strip(headers);
        List.copyOf(headers.names()).stream()
                .filter(RequestHeaders::isOursToSay)
                .forEach(headers::remove);
        // Answered here: the service gets the body without being asked first.
        headers.remove("expect");
        if (!ids.traceparent().equals(headers.get(RequestIds.TRACEPARENT))) {
            headers.remove(RequestIds.TRACESTATE);
        }
        headers.remove(RequestIds.TRACEPARENT);
        if (!Span.current().getSpanContext().isValid()) {
            // Where traces are taken the client adds that of its own span, beside any that is there.
            headers.set(RequestIds.TRACEPARENT, ids.traceparent());
        }
        headers.set(RequestIds.REQUEST_ID, ids.requestId());
        headers.set("X-Forwarded-For", incoming.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", incoming.isSSL() ? "https" : "http");
        headers.set("X-Forwarded-Host", incoming.authority().toString());
        headers.add("Via", "1.1 zhenggai-gateway");
    }

    private static boolean isOursToSay(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("forwarded") || lower.equals("x-real-ip") || lower.startsWith("x-forwarded-");
    }
}
