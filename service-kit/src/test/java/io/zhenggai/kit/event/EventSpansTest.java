package io.zhenggai.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.opentelemetry.api.trace.Span;
import io.zhenggai.kit.trace.TraceParent;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventSpansTest {

    private static final int EVENTS = 20_000;

    @Test
    void sendingCostsNothingWhereNoTracesAreTaken() {
        EventSpans off = EventSpans.off();
        UUID id = UUID.randomUUID();
        Optional<String> cause = Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        send(off, id, cause);

        long before = threads.getCurrentThreadAllocatedBytes();
        send(off, id, cause);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated / EVENTS).isLessThanOrEqualTo(64);
    }

    private static void send(EventSpans spans, UUID id, Optional<String> cause) {
        for (int event = 0; event < EVENTS; event++) {
            Span span = spans.send("thing", id, id, "thing.changed.v1", cause);
            if (TraceParent.of(span.getSpanContext()).isPresent()) {
                throw new IllegalStateException("a span though none is taken");
            }
            span.end();
        }
    }

    @Test
    void aTraceParentIsReadAndWrittenToTheLetter() {
        String sampled = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        String unsampled = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

        assertThat(TraceParent.of(TraceParent.parse(sampled))).contains(sampled);
        assertThat(TraceParent.of(TraceParent.parse(unsampled))).contains(unsampled);
        assertThat(TraceParent.parse(sampled).isRemote()).isTrue();
        assertThat(TraceParent.of(TraceParent.parse("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")))
                .isEmpty();
        assertThat(TraceParent.of(TraceParent.parse("00-" + "0".repeat(32) + "-00f067aa0ba902b7-01")))
                .isEmpty();
        assertThat(TraceParent.of(TraceParent.parse(""))).isEmpty();
    }
}
