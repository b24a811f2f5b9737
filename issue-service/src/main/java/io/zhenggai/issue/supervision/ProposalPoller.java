package io.zhenggai.issue.supervision;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.loop.RunUntilStopped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Glances at the business clock five times a second, which costs nothing; at the database when a day begins, and else every ten seconds: to go
 * on with a run, also one that another replica has left, and to let lapse what has lost its ground.
 */
@Singleton
class ProposalPoller implements RunUntilStopped.Step {

    private static final Logger LOG = Logger.getLogger(ProposalPoller.class);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int GLANCES_PER_LOOK = 50;

    private final ProposalService service;
    private final Clock clock;
    private final RunUntilStopped loop;
    private Optional<LocalDate> lastSeen = Optional.empty();
    private int glances;

    ProposalPoller(ProposalService service, Clock clock) {
        this.service = service;
        this.clock = clock;
        this.loop = new RunUntilStopped("supervision-poller", this);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    @Override
    public Duration run() {
        Optional<LocalDate> today = Optional.of(BusinessTime.today(clock));
        glances++;
        boolean looks = !today.equals(lastSeen) || glances >= GLANCES_PER_LOOK;
        lastSeen = today;
        if (!looks) {
            return GLANCE;
        }
        glances = 0;
        if (!service.isRunNeeded()) {
            lapse();
            return GLANCE;
        }
        ProposalService.Portion portion = service.run();
        if (portion.proposed() > 0 || portion.lapsed() > 0) {
            LOG.infof("%d steps of supervision are proposed, %d have lapsed", portion.proposed(), portion.lapsed());
        }
        if (portion.capped()) {
            LOG.warn("more steps of supervision are due than are proposed in one day; the rest follows tomorrow");
        }
        if (portion.goesOn()) {
            glances = GLANCES_PER_LOOK;
            return Duration.ZERO;
        }
        return GLANCE;
    }

    private void lapse() {
        Optional<UUID> behind = Optional.of(ProposalRun.FIRST);
        while (behind.isPresent()) {
            behind = service.lapse(behind.get());
        }
    }

    @Override
    public void release() {
        // It holds nothing.
    }
}
