package io.zhenggai.acceptance.event;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics themselves, seen by a plain client that shares no code with the services. */
public final class EventLog {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String bootstrap;

    /** @param bootstrap host and port of the broker */
    public EventLog(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * Reads every committed record that is in the topics now.
     *
     * @param as what is kept of each
     * @return in the order of each partition
     * @throws IllegalStateException when that takes more than a minute without an end
     */
    public <T> List<T> readAll(Set<String> topics, Function<ConsumerRecord<byte[], byte[]>, T> as) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readUntil(consumer, consumer.endOffsets(partitions), as);
        }
    }

    private static <T> List<T> readUntil(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Function<ConsumerRecord<byte[], byte[]>, T> as) {
        List<T> events = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the topics could not be read to their end; read: " + events.size());
            }
            consumer.poll(POLL).forEach(record -> events.add(as.apply(record)));
        }
        return events;
    }

    /** Sends the records and returns when the broker has all of them. */
    public void send(Collection<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var sent = records.stream().map(producer::send).toList();
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused an event", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    /**
     * Enters a group of consumers for a while and leaves it again, without taking note of anything.
     *
     * @param group whose partitions are divided anew when it enters and when it leaves
     * @param least how long it stays
     * @param patience how long it stays beyond that as long as it is given no partition
     * @return whether it was given any
     */
    public boolean visit(String group, Set<String> topics, Duration least, Duration patience) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (KafkaConsumer<byte[], byte[]> visitor =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            visitor.subscribe(topics);
            long start = System.nanoTime();
            long most = least.plus(patience).toNanos();
            boolean given = false;
            while (System.nanoTime() - start < (given ? least.toNanos() : most)) {
                visitor.poll(POLL);
                given |= !visitor.assignment().isEmpty();
            }
            return given;
        }
    }

    /** @return how each topic was made: its partitions and its settings */
    public Map<String, Made> made(Set<String> topics) {
        try (Admin admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            Map<String, TopicDescription> described =
                    admin.describeTopics(topics).allTopicNames().get();
            Map<ConfigResource, Config> configs = admin.describeConfigs(topics.stream()
                            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                            .toList())
                    .all()
                    .get();
            return configs.entrySet().stream()
                    .collect(toMap(
                            one -> one.getKey().name(),
                            one -> new Made(
                                    described
                                            .get(one.getKey().name())
                                            .partitions()
                                            .size(),
                                    one.getValue())));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not describe the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", e);
        }
    }

    /** How a topic was made. */
    public record Made(int partitions, Config config) {

        public String setting(String name) {
            return config.get(name).value();
        }
    }
}
