package io.zhenggai.bench.measure;

import io.zhenggai.bench.sample.SampleEvent;
import io.zhenggai.kit.event.CloudEventHeaders;
import io.zhenggai.kit.event.EventJson;
import io.zhenggai.kit.event.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sample events as they lie in a topic: key, headers and body as the relay sends them. */
final class Records {

    private static final int PARTITIONS = 6;

    private final SampleEvent sample = SampleEvent.ofContract();
    private final EventJson json = new EventJson();

    /** @return events of that version, one for each aggregate */
    List<ProducerRecord<byte[], byte[]>> of(String aggregateType, List<UUID> aggregates, long version) {
        return aggregates.stream()
                .map(aggregate -> of(aggregateType, aggregate, version))
                .toList();
    }

    private ProducerRecord<byte[], byte[]> of(String aggregateType, UUID aggregate, long version) {
        return new ProducerRecord<>(
                Topics.of(aggregateType),
                null,
                null,
                aggregate.toString().getBytes(StandardCharsets.US_ASCII),
                body(aggregate),
                CloudEventHeaders.write(
                        "bench",
                        UUID.randomUUID(),
                        sample.type(),
                        aggregate,
                        sample.occurredAt(),
                        version,
                        Optional.empty()));
    }

    byte[] body(UUID aggregate) {
        return json.write(sample.data(aggregate));
    }

    SampleEvent sample() {
        return sample;
    }

    static List<UUID> newAggregates(int count) {
        return IntStream.range(0, count).mapToObj(number -> UUID.randomUUID()).toList();
    }

    /** Creates a topic as those of the services are. */
    static void createTopic(String bootstrapServers, String aggregateType) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Topics.create(admin, Set.of(aggregateType), PARTITIONS);
        }
    }
}
