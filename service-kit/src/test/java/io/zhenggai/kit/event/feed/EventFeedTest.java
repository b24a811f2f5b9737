package io.zhenggai.kit.event.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import io.zhenggai.kit.testsupport.OnRealServers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the relay sends, as somebody reads it who goes on where they stopped. */
@QuarkusTest
@OnRealServers
class EventFeedTest {

    private static final Instant NOON = Instant.parse("2021-10-20T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int WRITERS = 8;
    private static final int OF_EACH = 40;

    @Inject
    Outbox outbox;

    @Inject
    EventFeed feed;

    private long start;

    @BeforeEach
    void beginAtTheEnd() {
        UUID mark = UUID.randomUUID();
        happened(mark, 1);
        Reader reader = new Reader(0);
        await().atMost(PATIENCE).until(() -> reader.read(200).stream()
                .anyMatch(event -> event.aggregateId().equals(mark)));
        start = reader.position;
    }

    @Test
    void tellsWhatHappenedInTheOrderOfTheVersions() {
        UUID id = UUID.randomUUID();
        happened(id, 1);
        happened(id, 2);

        List<FedEvent> events = readAll(2);

        assertThat(events).extracting(FedEvent::aggregateId).containsOnly(id);
        assertThat(events).extracting(FedEvent::aggregateVersion).containsExactly(1L, 2L);
        assertThat(events).extracting(FedEvent::type).containsOnly("reel.turned.v1");
        assertThat(events).extracting(FedEvent::occurredAt).containsOnly(NOON);
        assertThat(events.get(1).data()).contains("\"number\":2");
    }

    @Test
    void leavesOutSnapshotsAndTypesThatAreNotFed() {
        UUID id = UUID.randomUUID();
        happened(id, 1);
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(
                        new NewEvent("unfed", id, 1, "unfed.written.v1", NOON, EventData.of(Map.of("id", id))))));
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.appendSnapshots(List.of(NewEvent.snapshot("reel", id, 1, NOON, Map.of("id", id)))));
        happened(id, 2);

        assertThat(readAll(2)).extracting(FedEvent::aggregateVersion).containsExactly(1L, 2L);
        assertThat(feed.behind("unfed", 0, 200)).isEmpty();
    }

    @Test
    void whoFollowsWhileManyCommitSkipsNothingAndMeetsNothingTwice() throws Exception {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(WRITERS).toList();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            ids.forEach(id -> writers.submit(
                    () -> IntStream.rangeClosed(1, OF_EACH).forEach(number -> happenedSlowly(id, number))));
            Reader reader = new Reader(start);
            List<FedEvent> read = new ArrayList<>();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> {
                read.addAll(reader.read(7));
                return read.size() >= WRITERS * OF_EACH;
            });

            Map<UUID, List<Long>> versions = read.stream()
                    .collect(Collectors.groupingBy(
                            FedEvent::aggregateId,
                            HashMap::new,
                            Collectors.mapping(FedEvent::aggregateVersion, Collectors.toList())));
            List<Long> all =
                    IntStream.rangeClosed(1, OF_EACH).mapToObj(Long::valueOf).toList();
            Set<UUID> eventIds = new HashSet<>();
            assertThat(versions).containsOnlyKeys(ids);
            versions.values().forEach(of -> assertThat(of).isEqualTo(all));
            assertThat(read).allMatch(event -> eventIds.add(event.eventId()));
        } finally {
            writers.shutdown();
            assertThat(writers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private List<FedEvent> readAll(int count) {
        Reader reader = new Reader(start);
        List<FedEvent> read = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            read.addAll(reader.read(200));
            return read.size() >= count;
        });
        return read;
    }

    private void happened(UUID id, int number) {
        QuarkusTransaction.requiringNew().run(() -> append(id, number));
    }

    /** Takes its place in the outbox long before others that commit at once. */
    private void happenedSlowly(UUID id, int number) {
        QuarkusTransaction.requiringNew().run(() -> {
            append(id, number);
            if (number % 5 == 0) {
                await().pollDelay(Duration.ofMillis(20)).until(() -> true);
            }
        });
    }

    private void append(UUID id, int number) {
        outbox.append(List.of(new NewEvent(
                "reel", id, number, "reel.turned.v1", NOON, EventData.of(Map.of("id", id, "number", number)))));
    }

    /** Somebody who remembers where they stopped. */
    private final class Reader {
        private long position;

        private Reader(long position) {
            this.position = position;
        }

        private List<FedEvent> read(int limit) {
            List<FedEvent> events = feed.behind("reel", position, limit);
            if (!events.isEmpty()) {
                position = events.get(events.size() - 1).position();
            }
            return events;
        }
    }
}
