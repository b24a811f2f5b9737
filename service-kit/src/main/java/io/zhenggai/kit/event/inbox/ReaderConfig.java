package io.zhenggai.kit.event.inbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** How topics are read, by whoever keeps the offsets in its own database. */
final class ReaderConfig {

    private ReaderConfig() {}

    /** @return without a group */
    static Map<String, Object> of(String bootstrapServers) {
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 6_000);
        // As large as the system lets it become: what the broker sends while a batch has its effect waits there, and
        // not at the broker.
        config.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);
        // A topic that its owner has just created is seen within this time.
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        return config;
    }
}
