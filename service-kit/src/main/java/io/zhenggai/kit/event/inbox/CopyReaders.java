package io.zhenggai.kit.event.inbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.zhenggai.kit.event.EventJson;
import io.zhenggai.kit.event.EventSettings;
import io.zhenggai.kit.event.EventSpans;
import io.zhenggai.kit.event.Projection;
import io.zhenggai.kit.event.Topics;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens readers that feed copies of projections, each by the very classes that feed the live ones. */
@Singleton
public class CopyReaders {

    private static final String METERS = "zhenggai.rebuild.";

    private final AgroalDataSource dataSource;
    private final EventJson json;
    private final MeterRegistry meters;
    private final EventSettings settings;
    private final String bootstrapServers;
    private final TwoAtOnce twoAtOnce;

    CopyReaders(
            AgroalDataSource dataSource,
            EventJson json,
            MeterRegistry meters,
            EventSettings settings,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            TwoAtOnce twoAtOnce) {
        this.dataSource = dataSource;
        this.json = json;
        this.meters = meters;
        this.settings = settings;
        this.bootstrapServers = bootstrapServers;
        this.twoAtOnce = twoAtOnce;
    }

    /**
     * @param schema that holds the copy: the projection's tables and {@code consumer_offset}, {@code consumed_version},
     *     {@code dead_letter}
     * @param opening has the transaction of each batch work on that schema
     * @throws KafkaException when the brokers do not answer or the topic is not there
     */
    public CopyReader open(Projection projection, String schema, Opening opening) {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                ReaderConfig.of(bootstrapServers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        boolean opened = false;
        try {
            CopyReader reader = open(projection, schema, opening, consumer);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                consumer.close();
            }
        }
    }

    private CopyReader open(Projection projection, String schema, Opening opening, Consumer<byte[], byte[]> consumer) {
        String topic = Topics.of(projection.aggregateType());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("the topic " + topic + " is not there yet");
        }
        consumer.assign(partitions);
        ConsumerOffsets offsets = new ConsumerOffsets(dataSource, schema + ".consumer_offset");
        PartitionStarts starts = new PartitionStarts(offsets, bootstrapServers);
        AssignedPartitions assigned = new AssignedPartitions(settings.backOff());
        starts.seek(consumer, partitions, assigned);
        // What happened long ago is no news to those who look at traces.
        InboxBatch batch = new InboxBatch(dataSource, offsets, json, meters, EventSpans.off(), opening, METERS);
        RecordReader reader = new RecordReader(
                Map.of(topic, projection), new CopyBatch(dataSource, batch), starts, assigned, twoAtOnce);
        return new CopyReader(consumer, partitions, assigned, reader);
    }
}
