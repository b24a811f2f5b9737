package io.zhenggai.kit.event.inbox;

import io.zhenggai.embedded.test.Infrastructure;
import io.zhenggai.kit.event.EventHandler;
import io.zhenggai.kit.event.EventSettings;
import jakarta.inject.Singleton;
import java.util.List;

/** A live consumer for one handler, moved on by the test step by step. */
public final class SteppedConsumer {

    private final EventConsumer consumer;

    private SteppedConsumer(EventConsumer consumer) {
        this.consumer = consumer;
    }

    public void step() {
        consumer.run();
    }

    public void close() {
        consumer.release();
    }

    /** Makes them. */
    @Singleton
    public static class Factory {

        private final EventSettings settings;
        private final InboxBatch batch;
        private final PartitionStarts starts;
        private final TwoAtOnce twoAtOnce;

        Factory(EventSettings settings, InboxBatch batch, PartitionStarts starts, TwoAtOnce twoAtOnce) {
            this.settings = settings;
            this.batch = batch;
            this.starts = starts;
            this.twoAtOnce = twoAtOnce;
        }

        public SteppedConsumer of(EventHandler handler) {
            return new SteppedConsumer(new EventConsumer(
                    List.of(handler),
                    Infrastructure.current().bootstrapServers(),
                    "live-" + handler.aggregateType(),
                    settings,
                    batch,
                    starts,
                    twoAtOnce));
        }
    }
}
