package io.zhenggai.kit.event.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhenggai.kit.event.Event;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.EventJson;
import io.zhenggai.kit.event.EventSpans;
import io.zhenggai.kit.event.Projection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private final List<String> told = new ArrayList<>();

    @Test
    void aProjectionIsToldTogetherWhatIsAboutDifferentAggregates() {
        Effects effects = new Effects(new Telling(), EventSpans.off());

        give(effects, ONE, 1);
        give(effects, TWO, 1);
        give(effects, ONE, 2);
        give(effects, ONE, 3);
        effects.complete();

        assertThat(told).containsExactly("1.1 2.1", "1.2", "1.3");
    }

    @Test
    void aReactionIsToldAtOnce() {
        Effects effects = new Effects(new Reacting(), EventSpans.off());

        give(effects, ONE, 1);
        give(effects, TWO, 1);

        assertThat(told).containsExactly("1.1", "2.1");
        effects.complete();
        assertThat(told).hasSize(2);
    }

    @Test
    void whereNothingWasLetThroughNothingIsTold() {
        new Effects(new Telling(), EventSpans.off()).complete();

        assertThat(told).isEmpty();
    }

    private static void give(Effects effects, UUID aggregate, long version) {
        effects.give(event(aggregate, version), new ConsumerRecord<>("zhenggai.thing", 0, version, null, null));
    }

    private static Event event(UUID aggregate, long version) {
        return new Event(
                UUID.randomUUID(),
                "thing.changed.v1",
                "thing",
                aggregate,
                version,
                Instant.EPOCH,
                Optional.empty(),
                new EventJson().read("{}".getBytes(StandardCharsets.UTF_8)));
    }

    private static String name(Event event) {
        return event.aggregateId().getLeastSignificantBits() + "." + event.aggregateVersion();
    }

    private final class Telling implements Projection {
        @Override
        public String aggregateType() {
            return "thing";
        }

        @Override
        public List<String> tables() {
            return List.of("thing");
        }

        @Override
        public boolean reads(String type) {
            return true;
        }

        @Override
        public void keep(List<Event> events) {
            told.add(String.join(" ", events.stream().map(EffectsTest::name).toList()));
        }
    }

    private final class Reacting implements EventHandler {
        @Override
        public String aggregateType() {
            return "thing";
        }

        @Override
        public boolean reads(String type) {
            return true;
        }

        @Override
        public void on(Event event) {
            told.add(name(event));
        }
    }
}
