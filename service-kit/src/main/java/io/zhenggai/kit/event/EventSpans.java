package io.zhenggai.kit.event;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.zhenggai.kit.trace.TraceParent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The spans of an event's way, by OpenTelemetry's conventions for messaging: it is sent, as a child of what was current when it
 * was appended, and processed, as a child of that; what the effect appends goes on from there. Where no traces are taken there are
 * no spans, and the context that came is passed on as it is.
 */
@Singleton
public class EventSpans {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");
    private static final AttributeKey<String> KEY = AttributeKey.stringKey("messaging.kafka.message.key");
    private static final AttributeKey<String> GROUP = AttributeKey.stringKey("messaging.consumer.group.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<String> EVENT_TYPE = AttributeKey.stringKey("cloudevents.event_type");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final Optional<Tracer> tracer;
    private final String group;

    @Inject
    EventSpans(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this(disabled ? Optional.empty() : Optional.of(telemetry.getTracer("io.zhenggai.events")), group);
    }

    private EventSpans(Optional<Tracer> tracer, String group) {
        this.tracer = tracer;
        this.group = group;
    }

    /** @return what takes no spans */
    public static EventSpans off() {
        return new EventSpans(Optional.empty(), "");
    }

    /** @return the W3C trace context of what this thread is at; empty where it has none */
    public static Optional<String> current() {
        return TraceParent.of(Span.current().getSpanContext());
    }

    /** Begins the sending of an event; to be ended by whoever knows how it went. */
    public Span send(String aggregateType, UUID aggregateId, UUID eventId, String type, Optional<String> cause) {
        return tracer.map(one -> begin(one, "send", Topics.of(aggregateType), SpanKind.PRODUCER, cause(cause))
                        .setAttribute(MESSAGE_ID, eventId.toString())
                        .setAttribute(KEY, aggregateId.toString())
                        .setAttribute(EVENT_TYPE, type)
                        .startSpan())
                .orElseGet(Span::getInvalid);
    }

    /** Gives an event its effect within a span of its own; whatever it throws comes through. */
    public void process(Event event, ConsumerRecord<byte[], byte[]> place, Runnable effect) {
        SpanContext cause = cause(event.traceparent());
        Span span = tracer.map(one -> processing(one, cause, event, place)).orElseGet(() -> Span.wrap(cause));
        Scope scope = span.makeCurrent();
        try {
            effect.run();
        } catch (RuntimeException | Error e) {
            failed(span, e);
            throw e;
        } finally {
            scope.close();
            span.end();
        }
    }

    /** Gives events their effect together, each within a span of its own; whatever it throws comes through, as the failure of each. */
    public void process(List<Received> events, Runnable effect) {
        List<Span> spans = tracer.map(one -> events.stream()
                        .map(each -> processing(one, cause(each.event().traceparent()), each.event(), each.place()))
                        .toList())
                .orElse(List.of());
        try {
            effect.run();
        } catch (RuntimeException | Error e) {
            spans.forEach(span -> failed(span, e));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    /** An event and where it was read. */
    public record Received(Event event, ConsumerRecord<byte[], byte[]> place) {}

    private Span processing(Tracer one, SpanContext cause, Event event, ConsumerRecord<byte[], byte[]> place) {
        SpanBuilder span = begin(one, "process", place.topic(), SpanKind.CONSUMER, cause)
                .setAttribute(MESSAGE_ID, event.id().toString())
                .setAttribute(KEY, event.aggregateId().toString())
                .setAttribute(EVENT_TYPE, event.type())
                .setAttribute(GROUP, group)
                .setAttribute(PARTITION, Integer.toString(place.partition()))
                .setAttribute(OFFSET, place.offset());
        // An operator's request that has it replayed: not its cause, but who looks at one wants to find the other.
        SpanContext around = Span.current().getSpanContext();
        return around.isValid() ? span.addLink(around).startSpan() : span.startSpan();
    }

    private static SpanBuilder begin(Tracer one, String operation, String topic, SpanKind kind, SpanContext cause) {
        SpanBuilder span = one.spanBuilder(operation + " " + topic)
                .setSpanKind(kind)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(DESTINATION, topic)
                .setAttribute(OPERATION_NAME, operation)
                .setAttribute(OPERATION_TYPE, operation);
        return cause.isValid() ? span.setParent(Context.root().with(Span.wrap(cause))) : span.setNoParent();
    }

    private static SpanContext cause(Optional<String> traceparent) {
        return traceparent.map(TraceParent::parse).orElseGet(SpanContext::getInvalid);
    }

    /** Notes of what kind the failure is. Its message stays here: a database's quotes the row. */
    public static void failed(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR).setAttribute(ERROR, failure.getClass().getName());
    }
}
