package io.zhenggai.kit.trace;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace id of a request (W3C Trace Context): the caller's where it sent one, else a new one. */
public final class TraceId {

    private static final String KEY = TraceId.class.getName();
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");

    private TraceId() {}

    /** @return 32 hexadecimal digits, the same for the whole request */
    public static String of(RoutingContext context) {
        String known = context.get(KEY);
        if (known != null) {
            return known;
        }
        String found = received(context)
                .map(matcher -> matcher.group(1))
                .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
        context.put(KEY, found);
        return found;
    }

    /** @return the W3C header for what this request causes elsewhere */
    public static String traceparent(RoutingContext context) {
        String parent = received(context).map(matcher -> matcher.group(2)).orElseGet(() -> of(context)
                .substring(16));
        return "00-" + of(context) + "-" + parent + "-01";
    }

    private static Optional<Matcher> received(RoutingContext context) {
        return Optional.ofNullable(context.request().getHeader("traceparent"))
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches);
    }
}
