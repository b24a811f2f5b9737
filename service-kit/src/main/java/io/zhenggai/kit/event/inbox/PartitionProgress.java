package io.zhenggai.kit.event.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/** Since when each partition has stood still though records wait in it, by one answer of the brokers after another. */
final class PartitionProgress {

    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);

    private Map<TopicPartition, Stood> partitions = Map.of();

    /** @param sinceNanos when it was seen first to stand there with something to read */
    private record Stood(Standing standing, long sinceNanos) {}

    /** @param nanos the time of the answer, of any origin */
    void note(Map<TopicPartition, Standing> answer, long nanos) {
        Map<TopicPartition, Stood> noted = new HashMap<>();
        answer.forEach((partition, standing) -> {
            Stood before = partitions.get(partition);
            boolean stands = before != null
                    && before.standing().behind() > 0
                    && before.standing().passed() == standing.passed();
            noted.put(partition, new Stood(standing, stands ? before.sinceNanos() : nanos));
        });
        partitions = noted;
    }

    /** Begins anew: while nobody answered, nobody knows who moved. */
    void forget() {
        partitions = Map.of();
    }

    long behind() {
        return partitions.values().stream()
                .mapToLong(stood -> stood.standing().behind())
                .sum();
    }

    /** @return the partition that has stood still the longest, in words; empty when none has for more than a minute */
    Optional<String> standstill(long nanos) {
        return partitions.entrySet().stream()
                .filter(entry -> entry.getValue().standing().behind() > 0)
                .filter(entry -> nanos - entry.getValue().sinceNanos() > LONGEST_STANDSTILL.toNanos())
                .max((one, other) -> Long.compare(
                        nanos - one.getValue().sinceNanos(),
                        nanos - other.getValue().sinceNanos()))
                .map(entry -> "%s has not moved for %d s, and %d wait in it"
                        .formatted(
                                entry.getKey(),
                                TimeUnit.NANOSECONDS.toSeconds(
                                        nanos - entry.getValue().sinceNanos()),
                                entry.getValue().standing().behind()));
    }
}
