package io.zhenggai.gateway.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;

/** Leaves the query out of the spans of requests: it may name an address ({@code ?recipient=}), and no trace holds personal data. */
@Singleton
class QueriesLeftOut implements SpanProcessor {

    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    private static final AttributeKey<String> WHOLE = AttributeKey.stringKey("url.full");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getAttribute(QUERY) != null) {
            span.setAttribute(QUERY, "");
        }
        String whole = span.getAttribute(WHOLE);
        if (whole != null && whole.indexOf('?') >= 0) {
            span.setAttribute(WHOLE, whole.substring(0, whole.indexOf('?')));
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Nothing more: isEndRequired says so.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
