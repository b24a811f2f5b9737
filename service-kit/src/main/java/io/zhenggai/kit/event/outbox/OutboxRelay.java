package io.zhenggai.kit.event.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.event.EventSettings;
import io.zhenggai.kit.event.EventSpans;
import io.zhenggai.kit.event.Topics;
import io.zhenggai.kit.loop.RunUntilStopped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Brings this service's outbox to Kafka while it owns it, and waits for the ownership while another replica does. */
@Singleton
public class OutboxRelay implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration REST_WITHOUT_OWNERSHIP = Duration.ofSeconds(1);
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);
    /** After a batch that was not full: what is committed in this time shares the next transaction of Kafka. */
    private static final Duration GATHERING = Duration.ofMillis(5);

    private static final Duration SHORTEST_REST = Duration.ofMillis(25);
    /**
     * What another replica commits is found by looking alone, and its effect is to be there within 250 ms. Far below the idle
     * time after which the server ends an owner's session.
     */
    private static final Duration LONGEST_REST = Duration.ofMillis(200);

    private final String url;
    private final String user;
    private final String password;
    private final String bootstrapServers;
    private final String source;
    private final EventSettings settings;
    private final MeterRegistry meters;
    private final EventSpans spans;
    private final BatchBounds bounds;
    private final Set<String> fed;
    private final RunUntilStopped loop;
    private volatile @Nullable RelayOwnership ownership;
    private @Nullable EventProducer producer;
    private Duration rest = SHORTEST_REST;
    private long gatheringUntil = System.nanoTime();
    private volatile Optional<String> trouble = Optional.of("not started yet");

    OutboxRelay(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "quarkus.application.name") String source,
            EventSettings settings,
            MeterRegistry meters,
            EventSpans spans) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.bootstrapServers = bootstrapServers;
        this.source = source;
        this.settings = settings;
        this.meters = meters;
        this.spans = spans;
        this.bounds = new BatchBounds(settings.batchRows(), settings.batchBytes());
        this.fed = settings.fed().orElse(Set.of());
        this.loop = new RunUntilStopped("outbox-relay", this);
    }

    void start(@Observes StartupEvent event) {
        if (!owned().isEmpty()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** Tells that rows were committed. Only an owner hears it: others would ask the database for the ownership at each commit. */
    public void wake() {
        if (ownership != null) {
            loop.wake();
        }
    }

    /** @return what keeps the relay from sending, in words; empty when nothing does or there is nothing to send by it */
    public Optional<String> trouble() {
        return owned().isEmpty() ? Optional.empty() : loop.trouble().or(() -> trouble);
    }

    @Override
    public Duration run() throws InterruptedException {
        try {
            if (!takeOver()) {
                trouble = Optional.empty();
                return REST_WITHOUT_OWNERSHIP;
            }
            TimeUnit.NANOSECONDS.sleep(gatheringUntil - System.nanoTime());
            int sent = sendBatch();
            gatheringUntil = System.nanoTime() + (sent < bounds.rows() ? GATHERING.toNanos() : 0);
            trouble = Optional.empty();
            rest = sent > 0 ? Duration.ZERO : longer(rest);
            return rest;
        } catch (SQLException | KafkaException e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
            LOG.warnf("the outbox cannot be sent now, next try in %s: %s", REST_AFTER_FAILURE, e.getMessage());
            release();
            return REST_AFTER_FAILURE;
        }
    }

    private int sendBatch() throws SQLException {
        try {
            int sent = new OutboxBatch(ownership.connection(), producer, bounds, fed, meters).send();
            if (sent > 0) {
                bounds.succeeded();
            }
            return sent;
        } catch (SQLException | KafkaException e) {
            bounds.failed();
            throw e;
        }
    }

    private static Duration longer(Duration rest) {
        Duration twice = rest.isZero() ? SHORTEST_REST : rest.multipliedBy(2);
        return twice.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : twice;
    }

    private boolean takeOver() throws SQLException, InterruptedException {
        if (ownership != null) {
            return true;
        }
        Optional<RelayOwnership> taken = RelayOwnership.tryTake(url, user, password);
        if (taken.isEmpty()) {
            return false;
        }
        ownership = taken.get();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Topics.create(admin, owned(), settings.partitions());
        }
        producer = new EventProducer(bootstrapServers, source + "-relay", source, spans);
        ownership.begin();
        LOG.infof("this process now sends the outbox of %s", source);
        return true;
    }

    private Set<String> owned() {
        return settings.owns().orElse(Set.of());
    }

    @Override
    public void release() {
        EventProducer oldProducer = producer;
        RelayOwnership oldOwnership = ownership;
        // Forgotten first: closing may fail, and what is closed is of no use to the next run.
        producer = null;
        ownership = null;
        try {
            if (oldProducer != null) {
                oldProducer.close();
            }
        } finally {
            close(oldOwnership);
        }
    }

    private static void close(@Nullable RelayOwnership ownership) {
        if (ownership == null) {
            return;
        }
        try {
            ownership.close();
        } catch (SQLException e) {
            LOG.debugf("the relay's connection was already gone: %s", e.getMessage());
        }
    }
}
