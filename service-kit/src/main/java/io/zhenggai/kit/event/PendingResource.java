package io.zhenggai.kit.event;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import io.zhenggai.kit.event.inbox.ConsumerLag;
import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.time.ClockSettings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells whoever steps the business clock what is still under way (decision 8); not there (404) where it may not be set. */
@Path("/internal/pending")
public class PendingResource {

    private final Backlog backlog;
    private final ConsumerLag lag;
    private final List<PendingWork> work;
    private final ClockSettings settings;

    PendingResource(Backlog backlog, ConsumerLag lag, @All List<PendingWork> work, ClockSettings settings) {
        this.backlog = backlog;
        this.lag = lag;
        this.work = work;
        this.settings = settings;
    }

    /** What is under way in this replica. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(hidden = true)
    public Pending read() throws SQLException {
        if (!settings.settable()) {
            throw new NotFoundException();
        }
        // A record that is read makes events and work due: counted in this order it shows up in a later count, never in
        // none.
        // What goes on to another service is for a moment in nobody's: whoever waits for all of them looks twice.
        long behind = behind();
        Backlog.Counts counts = backlog.count();
        long due = work.stream().mapToLong(PendingWork::due).sum();
        return new Pending(counts.outbox(), behind, due, counts.deadLetters());
    }

    private long behind() {
        try {
            return lag.events();
        } catch (KafkaException e) {
            throw new Refusal(
                    ProblemType.SERVICE_UNAVAILABLE, "消息服务暂无应答。", "The brokers do not answer: " + e.getMessage());
        }
    }

    /**
     * What is under way.
     *
     * @param outbox events not sent yet, those among them that can never be
     * @param lag records not read yet, transaction markers among them; at least one for each partition that is not read any more
     * @param due pieces of other work that are due
     * @param deadLetters events that wait for an operator
     */
    public record Pending(long outbox, long lag, long due, long deadLetters) {}
}
