package io.zhenggai.kit.event.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotedPositionsTest {

    private static final TopicPartition PARTITION = new TopicPartition("zhenggai.thing", 0);

    private final AssignedPartitions assigned = new AssignedPartitions(Duration.ofMillis(1));
    private final NotedPositions noted = new NotedPositions(assigned);
    private final Client client = new Client();

    @BeforeEach
    void standAtTheBeginning() {
        client.assign(Set.of(PARTITION));
        client.seek(PARTITION, 0);
        assigned.put(PARTITION, 0);
    }

    @Test
    void isToldOnceWhereItHasMoved() {
        noted.note(client);
        client.seek(PARTITION, 5);
        noted.note(client);
        noted.note(client);

        assertThat(client.told).containsExactly(5L);
    }

    @Test
    void whatCouldNotBeNotedIsNotedTheNextTimeThoughNothingHasMoved() {
        client.seek(PARTITION, 5);
        client.fails = true;
        noted.note(client);
        client.fails = false;
        noted.note(client);
        noted.note(client);

        assertThat(client.told).containsExactly(5L, 5L);
    }

    /** Kafka's own stand-in for a client; this one fails where it is told to. */
    private static final class Client extends MockConsumer<byte[], byte[]> {
        private final List<Long> told = new ArrayList<>();
        private boolean fails;

        Client() {
            super("none");
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            told.add(offsets.get(PARTITION).offset());
            callback.onComplete(offsets, fails ? new RetriableCommitFailedException("not now") : null);
        }
    }
}
