package io.zhenggai.embedded.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhenggai.embedded.process.LoopbackPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {

    private static final String TOPIC = "zhenggai.issue";

    @TempDir
    private Path directory;

    @Test
    void keepsClusterAndRecordsWhenTheDirectoryIsOpenedAgain() throws Exception {
        String cluster;
        try (KafkaBroker broker = KafkaBroker.start(directory, LoopbackPorts.free())) {
            cluster = clusterId(broker);
            produceInTransaction(broker, "一");
        }

        try (KafkaBroker broker = KafkaBroker.start(directory, LoopbackPorts.free())) {
            assertThat(clusterId(broker)).isEqualTo(cluster);
            assertThat(consumeInAGroup(broker)).isEqualTo("一");
        }
    }

    @Test
    void makesNoTopicThatNobodyMade() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(directory, LoopbackPorts.free());
                Admin admin = Admin.create(client(broker))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("absent"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private static void produceInTransaction(KafkaBroker broker, String value) throws Exception {
        try (Admin admin = Admin.create(client(broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(6), Optional.empty())))
                    .all()
                    .get();
        }
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, 0, "key", value));
            producer.commitTransaction();
        }
    }

    private static String consumeInAGroup(KafkaBroker broker) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "group.id", "test",
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> row :
                        consumer.poll(Duration.ofMillis(200)).records(new TopicPartition(TOPIC, 0))) {
                    return row.value();
                }
            }
            return "nothing within 20 s";
        }
    }

    private static String clusterId(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(client(broker))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static Map<String, Object> client(KafkaBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
