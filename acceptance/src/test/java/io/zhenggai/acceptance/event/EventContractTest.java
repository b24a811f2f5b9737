package io.zhenggai.acceptance.event;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.acceptance.event.EventContract.Message;
import io.zhenggai.acceptance.system.RunningSystem;
import io.zhenggai.acceptance.system.Stage;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.system.LocalService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The contract of the events is what the services really send and read. It comes after all others: what they made the system
 * send is held against the contract too. Its last step sends events of its own, which nobody else should meet.
 */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(95)
class EventContractTest {

    private static final int SHOWN = 20;

    private final EventContract contract = EventContract.published();
    private final EventSchemas schemas = new EventSchemas(contract);
    private final Map<String, SentEvent> samples = EventSamples.read();
    private EventLog log;
    private List<SentEvent> sent = List.of();

    @BeforeAll
    void everythingHasHappenedOnce(Stage stage) {
        log = new EventLog(LoopbackPorts.HOST + ":" + stage.system().ports().kafka());
        WholeLife.play(stage);
        sent = log.readAll(contract.channels().keySet(), SentEvent::of);
    }

    @Test
    @Order(1)
    void everyEventIsWhatTheContractSays() {
        List<String> violations = new ArrayList<>();
        for (SentEvent event : sent) {
            schemas.violations(event)
                    .forEach(violation -> violations.add(event.type() + ": " + violation + " in " + event.data()));
        }
        Map<String, Long> counts = sent.stream().collect(groupingBy(SentEvent::type, TreeMap::new, counting()));
        counts.forEach((type, count) -> System.out.printf("%6d %s%n", count, type));
        System.out.printf("events: %d of %d types, %d violations%n", sent.size(), counts.size(), violations.size());

        assertThat(violations.stream().limit(SHOWN)).isEmpty();
        assertThat(counts.keySet())
                .as("each type of the contract was met, and no other")
                .isEqualTo(contract.messages().keySet());
    }

    /** A batch that was sent twice repeats versions; none is skipped. */
    @Test
    @Order(2)
    void theVersionsOfAnAggregateHaveNoGaps() {
        Map<String, Long> highest = new HashMap<>();

        for (SentEvent event : sent) {
            String aggregate = event.topic() + " " + event.subject();
            long before = highest.getOrDefault(aggregate, 0L);
            assertThat(event.version()).as(aggregate).isBetween(1L, before + 1);
            highest.put(aggregate, Math.max(before, event.version()));
        }
    }

    @Test
    @Order(3)
    void theTopicsAreMadeAsTheContractSays() {
        Map<String, EventLog.Made> made = log.made(contract.channels().keySet());

        contract.channels().forEach((topic, channel) -> {
            var binding = contract.resolve(channel.path("bindings")).path("kafka");
            var settings = binding.path("topicConfiguration");
            assertThat(made.get(topic).partitions())
                    .as(topic)
                    .isEqualTo(binding.path("partitions").asInt());
            for (String setting : List.of("retention.ms", "retention.bytes")) {
                assertThat(made.get(topic).setting(setting))
                        .as("%s of %s", setting, topic)
                        .isEqualTo(settings.path(setting).asText());
            }
            assertThat(made.get(topic).setting("cleanup.policy"))
                    .as(topic)
                    .isEqualTo(settings.path("cleanup.policy").path(0).asText());
        });
    }

    @Test
    @Order(4)
    void everyTypeHasASampleThatIsWhatTheContractSays() {
        assertThat(samples.keySet()).isEqualTo(contract.messages().keySet());
        assertThat(samples).allSatisfy((name, sample) -> {
            assertThat(sample.type()).isEqualTo(name);
            assertThat(schemas.violations(sample)).as(name).isEmpty();
        });
    }

    @Test
    @Order(5)
    void everyConsumerReadsEverySample(Stage stage) {
        EventCounts counts = new EventCounts(stage);
        Map<String, Long> appliedBefore = applied(counts);
        Map<LocalService, Long> skippedBefore = skipped(counts);

        log.send(samples.values().stream()
                .map(SentEvent::ofNewAggregate)
                .map(SentEvent::toRecord)
                .toList());
        // Not idle while anything lags or is a dead letter.
        stage.settle();

        Map<String, Long> read = applied(counts);
        appliedBefore.forEach((what, before) -> read.merge(what, -before, Long::sum));
        System.out.println("samples read: " + read);
        // What was rolled back and tried again counts twice.
        expectedToBeRead()
                .forEach((what, count) ->
                        assertThat(read.get(what)).as(what).isBetween(count, count == 0 ? 0 : Long.MAX_VALUE));
        assertThat(skipped(counts)).isEqualTo(skippedBefore);
    }

    /** By the contract's operations: as many of each topic as there are samples for it, and none of another. */
    private Map<String, Long> expectedToBeRead() {
        Map<String, Long> byTopic =
                contract.messages().values().stream().collect(groupingBy(Message::topic, counting()));
        Map<String, Long> expected = new TreeMap<>();
        for (LocalService service : LocalService.behindGateway()) {
            Set<String> received = contract.topics("receive", service.module());
            byTopic.forEach((topic, types) ->
                    expected.put(service.module() + " " + topic, received.contains(topic) ? types : 0));
        }
        return expected;
    }

    private Map<String, Long> applied(EventCounts counts) {
        Map<String, Long> applied = new TreeMap<>();
        for (LocalService service : LocalService.behindGateway()) {
            for (String topic : contract.channels().keySet()) {
                String aggregateType = topic.substring(topic.indexOf('.') + 1);
                applied.put(service.module() + " " + topic, counts.applied(service, aggregateType));
            }
        }
        return applied;
    }

    private static Map<LocalService, Long> skipped(EventCounts counts) {
        return LocalService.behindGateway().stream().collect(toMap(service -> service, counts::skipped));
    }

    @Test
    @Order(6)
    void theTraceOfARequestGoesOnInWhatItCaused() {
        assertThat(sent.stream()
                        .filter(event ->
                                event.headers().path("traceparent").asText().startsWith("00-" + WholeLife.TRACE + "-"))
                        .map(SentEvent::type))
                .containsExactlyInAnyOrder("training-session.recorded.v1", "obligation.accepted.v1");
    }

    @Test
    @Order(7)
    void eachTopicHasOneSender() {
        Map<String, Set<String>> senders = contract.channels().keySet().stream()
                .collect(toMap(topic -> topic, topic -> LocalService.behindGateway().stream()
                        .map(LocalService::module)
                        .filter(service -> contract.topics("send", service).contains(topic))
                        .collect(toSet())));

        contract.messages().values().forEach(message -> assertThat(senders.get(message.topic()))
                .as(message.type())
                .containsExactly(message.declaration()
                        .at("/headers/allOf/1/properties/ce_source/const")
                        .asText()));
    }
}
