package io.zhenggai.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.vertx.core.MultiMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final SpanContext NO_SPAN = SpanContext.getInvalid();

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void keepsWhatTheCallerSent() {
        headers.add("x-request-id", "counter-7/2021").add("Traceparent", TRACEPARENT);

        RequestIds ids = RequestIds.of(headers, NO_SPAN, new Random(1));

        assertThat(ids).isEqualTo(new RequestIds("counter-7/2021", TRACEPARENT));
        assertThat(ids.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void drawsWhatIsMissingAndUsesOneIdForBoth() {
        RequestIds ids = RequestIds.of(headers, NO_SPAN, new Random(1));

        assertThat(ids.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(ids.requestId()).isEqualTo(ids.traceId());
        assertThat(RequestIds.of(headers, NO_SPAN, new Random(2))).isNotEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                TRACEPARENT + "-x"
            })
    void aMalformedTraceIsBegunAnew(String sent) {
        headers.add("traceparent", sent);

        assertThat(RequestIds.of(headers, NO_SPAN, new Random(1)).traceparent())
                .isNotEqualTo(sent)
                .startsWith("00-");
    }

    @Test
    void anIdIsAtMost128CharactersAndOfHarmlessOnes() {
        assertThat(requestId("a".repeat(128))).isEqualTo("a".repeat(128));
        assertThat(requestId("a".repeat(129))).hasSize(32);
        assertThat(requestId("a b")).hasSize(32);
        assertThat(requestId("编号")).hasSize(32);
    }

    @Test
    void whereASpanIsTakenItsIdsCount() {
        headers.add("traceparent", TRACEPARENT);
        SpanContext span = SpanContext.create(
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "b7ad6b7169203331",
                TraceFlags.getDefault(),
                TraceState.getDefault());

        assertThat(RequestIds.of(headers, span, new Random(1)))
                .isEqualTo(new RequestIds(
                        "4bf92f3577b34da6a3ce929d0e0e4736", "00-4bf92f3577b34da6a3ce929d0e0e4736-b7ad6b7169203331-00"));
    }

    @Test
    void twoIdsAreNone() {
        headers.add("X-Request-Id", "one").add("X-Request-Id", "two");

        assertThat(RequestIds.of(headers, NO_SPAN, new Random(1)).requestId()).hasSize(32);
    }

    private static String requestId(String sent) {
        return RequestIds.of(MultiMap.caseInsensitiveMultiMap().add("X-Request-Id", sent), NO_SPAN, new Random(1))
                .requestId();
    }
}
