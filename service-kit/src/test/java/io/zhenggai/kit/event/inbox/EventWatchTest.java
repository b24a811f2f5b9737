package io.zhenggai.kit.event.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.embedded.process.LoopbackPorts;
import io.zhenggai.embedded.server.KafkaBroker;
import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.CloudEventHeaders;
import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.EventSettings;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.testsupport.OnRealServers;
import io.zhenggai.kit.time.RealTime;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the watch says of brokers that go away and come back, and of a service that does not go on. */
@QuarkusTest
@OnRealServers
class EventWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    EventSettings settings;

    @Inject
    InboxBatch batch;

    @Inject
    PartitionStarts starts;

    @Inject
    TwoAtOnce twoAtOnce;

    @Inject
    RealTime time;

    @TempDir
    Path directory;

    private final String type = "watched-" + UUID.randomUUID();
    private final AtomicLong nanos = new AtomicLong();
    private volatile boolean stuck;
    private EventConsumer consumer;
    private ConsumerLag lag;
    private EventWatch watch;

    private void watch(String servers) {
        consumer = new EventConsumer(
                List.of(new Stubborn()), servers, "group-" + type, settings, batch, starts, twoAtOnce);
        lag = new ConsumerLag(consumer, servers);
        watch = new EventWatch(lag, consumer, time, nanos::get);
    }

    @AfterEach
    void close() {
        consumer.release();
        lag.close();
    }

    @Test
    void tellsThatTheBrokersAreAwayThoughThereIsNothingToSendOrRead() {
        int port = LoopbackPorts.free();
        KafkaBroker broker = KafkaBroker.start(directory, port);
        watch(broker.bootstrapServers());
        watch.run();
        assertThat(watch.silence()).isEmpty();
        assertThat(watch.behind()).isZero();

        broker.close();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));
        watch.run();
        assertThat(watch.silence()).as("a pause").isEmpty();
        nanos.incrementAndGet();
        watch.run();
        assertThat(watch.silence()).contains("have not answered for 5 s");
        assertThat(watch.behind()).isNaN();
        assertThat(watch.secondsBehind()).as("nobody knows").isNaN();
        assertThat(watch.trouble()).isEmpty();

        try (KafkaBroker again = KafkaBroker.start(directory, port)) {
            await().atMost(PATIENCE).pollInSameThread().until(() -> {
                watch.run();
                return watch.silence().isEmpty();
            });
            assertThat(watch.behind()).isZero();
        }
    }

    @Test
    void tellsThatWhatWasReadWasSentLongAgoWhileMoreIsToBeRead() throws Exception {
        watch(Infrastructure.current().bootstrapServers());
        stuck = true;
        createTopic();
        send(time.now().minusSeconds(50));
        stepUntilTaken();
        watch.run();
        assertThat(watch.trouble()).isEmpty();
        assertThat(watch.secondsBehind()).isBetween(50.0, 60.0);
        assertThat(watch.behind()).isEqualTo(1);

        stuck = false;
        await().atMost(PATIENCE).pollInSameThread().until(() -> {
            consumer.run();
            return lag.events() == 0;
        });
        watch.run();
        assertThat(watch.secondsBehind()).isZero();

        stuck = true;
        send(time.now().minusSeconds(61));
        stepUntilTaken();
        watch.run();
        assertThat(watch.trouble().orElseThrow()).contains("s behind, with 1 records to read");
    }

    @Test
    void tellsThatAPartitionDoesNotGoOn() throws Exception {
        watch(Infrastructure.current().bootstrapServers());
        createTopic();
        send(time.now());
        watch.run();

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
        watch.run();

        assertThat(watch.trouble()).contains(Topics.of(type) + "-0 has not moved for 61 s, and 1 wait in it");
        assertThat(watch.silence()).isEmpty();
    }

    /** A record is in hand, and rests. */
    private void stepUntilTaken() {
        await().atMost(PATIENCE).pollInSameThread().until(() -> {
            consumer.run();
            return consumer.trouble().isPresent();
        });
    }

    private void createTopic() throws InterruptedException {
        try (Admin admin = Admin.create(servers())) {
            Topics.create(admin, Set.of(type), 1);
        }
    }

    private void send(Instant at) throws Exception {
        UUID id = UUID.randomUUID();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(servers(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.of(type),
                            0,
                            at.toEpochMilli(),
                            id.toString().getBytes(StandardCharsets.US_ASCII),
                            "{\"state\": {}}".getBytes(StandardCharsets.UTF_8),
                            CloudEventHeaders.write("test", id, type + ".made.v1", id, at, 1, Optional.empty())))
                    .get();
        }
    }

    private static Map<String, Object> servers() {
        return Map.of("bootstrap.servers", Infrastructure.current().bootstrapServers());
    }

    /** Meets a lock that is not to be had, as long as it is told so. */
    private final class Stubborn implements EventHandler {
        @Override
        public String aggregateType() {
            return type;
        }

        @Override
        public boolean reads(String eventType) {
            return true;
        }

        @Override
        public void on(Event event) {
            if (stuck) {
                throw new LockTimeoutException("not now");
            }
        }
    }
}
