package io.zhenggai.kit.event.inbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** What this replica reads: how far each partition is, which of them rest after a failure, which are stopped. */
final class AssignedPartitions {

    private static final int MOST_DOUBLINGS = 5;

    private final Duration backOff;
    private final Map<TopicPartition, Progress> progress = new ConcurrentHashMap<>();
    /** The record timestamps (epoch milliseconds) of the first records that are in hand and have not had their effect. */
    private final Map<TopicPartition, Long> inHand = new ConcurrentHashMap<>();

    private final Map<TopicPartition, Long> doneSince = new ConcurrentHashMap<>();

    AssignedPartitions(Duration backOff) {
        this.backOff = backOff;
    }

    /** One partition: what the database holds, the client's position, and what is wrong. */
    private record Progress(
            long stored, long position, int failures, long restsUntilNanos, Optional<String> trouble, boolean stopped) {
        Progress at(long storedNow) {
            return new Progress(storedNow, storedNow, 0, 0, Optional.empty(), false);
        }

        Progress atPosition(long positionNow) {
            return new Progress(stored, positionNow, failures, restsUntilNanos, trouble, stopped);
        }
    }

    void put(TopicPartition partition, long stored) {
        progress.put(partition, new Progress(stored, stored, 0, 0, Optional.empty(), false));
    }

    void remove(TopicPartition partition) {
        progress.remove(partition);
        inHand.remove(partition);
        doneSince.remove(partition);
    }

    void clear() {
        progress.clear();
        inHand.clear();
        doneSince.clear();
    }

    boolean isAtWork(TopicPartition partition) {
        Progress now = progress.get(partition);
        return now != null && !now.stopped();
    }

    boolean isStopped(TopicPartition partition) {
        Progress now = progress.get(partition);
        return now != null && now.stopped();
    }

    /** @return whether what came of it has failed, for now, and has not had its effect since */
    boolean isFailing(TopicPartition partition) {
        Progress now = progress.get(partition);
        return now != null && now.failures() > 0;
    }

    long stored(TopicPartition partition) {
        return progress.get(partition).stored();
    }

    /** Records of the partition have arrived and are about to have their effect. */
    void take(TopicPartition partition, long timestamp) {
        inHand.putIfAbsent(partition, timestamp);
    }

    /** All of them had it. */
    void done(TopicPartition partition) {
        Long timestamp = inHand.remove(partition);
        if (timestamp != null) {
            doneSince.merge(partition, timestamp, Math::max);
        }
    }

    /**
     * @return the record timestamp, epoch milliseconds, of the oldest record in hand, and of the last ones that had their effect
     *     since this was asked before; empty when there was none
     */
    OptionalLong oldestSinceLastAsked() {
        OptionalLong oldest = LongStream.concat(
                        inHand.values().stream().mapToLong(Long::longValue),
                        doneSince.values().stream().mapToLong(Long::longValue))
                .min();
        doneSince.clear();
        return oldest;
    }

    void advance(TopicPartition partition, long stored) {
        progress.computeIfPresent(partition, (key, now) -> now.at(stored));
    }

    /** @return whether the position has moved */
    boolean note(TopicPartition partition, long position) {
        Progress before = progress.get(partition);
        if (before == null || before.position() == position) {
            return false;
        }
        progress.computeIfPresent(partition, (key, now) -> now.atPosition(position));
        return true;
    }

    /** Lets a partition rest, longer each time; polling goes on for the others. */
    void rest(Consumer<byte[], byte[]> consumer, TopicPartition partition, String reason) {
        Progress now = progress.get(partition);
        int failures = now.failures() + 1;
        Duration pause = backOff.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        progress.put(
                partition,
                new Progress(
                        now.stored(),
                        now.stored(),
                        failures,
                        System.nanoTime() + pause.toNanos(),
                        Optional.of(reason),
                        false));
        consumer.seek(partition, now.stored());
        consumer.pause(Set.of(partition));
    }

    void resumeRested(Consumer<byte[], byte[]> consumer) {
        long nanos = System.nanoTime();
        for (TopicPartition partition : consumer.paused()) {
            Progress now = progress.get(partition);
            if (now != null && !now.stopped() && nanos - now.restsUntilNanos() >= 0) {
                consumer.resume(Set.of(partition));
            }
        }
    }

    /** Ends the reading of a partition until an operator has looked at it. */
    void stop(TopicPartition partition, String reason) {
        progress.put(partition, new Progress(0, 0, 0, 0, Optional.of(reason), true));
    }

    Set<TopicPartition> stopped() {
        return progress.entrySet().stream()
                .filter(entry -> entry.getValue().stopped())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Map<TopicPartition, Long> positions() {
        return progress.entrySet().stream()
                .filter(entry -> !entry.getValue().stopped())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().position()));
    }

    Optional<String> trouble() {
        return progress.entrySet().stream()
                .flatMap(entry -> entry.getValue().trouble().map(reason -> entry.getKey() + ": " + reason).stream())
                .sorted()
                .findFirst();
    }
}
