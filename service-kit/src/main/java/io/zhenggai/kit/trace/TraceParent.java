package io.zhenggai.kit.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The W3C header {@code traceparent}, version 00, as text and as what it says. */
public final class TraceParent {

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

    private TraceParent() {}

    /** @return what it says; an invalid context where it is not of that form */
    public static SpanContext parse(String traceparent) {
        Matcher matcher = FORM.matcher(traceparent);
        return matcher.matches()
                ? SpanContext.createFromRemoteParent(
                        matcher.group(1),
                        matcher.group(2),
                        TraceFlags.fromHex(matcher.group(3), 0),
                        TraceState.getDefault())
                : SpanContext.getInvalid();
    }

    /** @return the header for what is caused in that context; empty where it is none */
    public static Optional<String> of(SpanContext context) {
        return context.isValid()
                ? Optional.of("00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex())
                : Optional.empty();
    }
}
