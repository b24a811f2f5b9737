package io.zhenggai.kit.event;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** One topic per aggregate type, created by its owner, kept for ever (decision 5). */
public final class Topics {

    private static final String PREFIX = "zhenggai.";

    private Topics() {}

    /** @return the topic of an aggregate type */
    public static String of(String aggregateType) {
        return PREFIX + aggregateType;
    }

    /**
     * Creates what is missing; what is there stays as it is.
     *
     * @throws KafkaException when the brokers do not answer or refuse
     */
    public static void create(Admin admin, Set<String> aggregateTypes, int partitions) throws InterruptedException {
        Set<NewTopic> topics = aggregateTypes.stream()
                .map(type -> new NewTopic(of(type), Optional.of(partitions), Optional.empty())
                        .configs(Map.of(
                                TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1")))
                .collect(Collectors.toSet());
        for (var result : admin.createTopics(topics).values().entrySet()) {
            try {
                result.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException("topic " + result.getKey() + " could not be created", e.getCause());
                }
            }
        }
    }
}
