package io.zhenggai.kit.event;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import io.zhenggai.kit.event.inbox.ConsumerLag;
import io.zhenggai.kit.time.ClockSettings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells whoever steps the business clock what is still under way (decision 8); not there (404) where it may not be set. */
@Path("/internal/pending")
public class PendingResource {

    private static final String COUNT = """
            select (select count(*) from outbox where parked_at is null),
                   (select count(*) from dead_letter where discarded_at is null)
            """;

    private final AgroalDataSource dataSource;
    private final ConsumerLag lag;
    private final List<PendingWork> work;
    private final ClockSettings settings;

    PendingResource(AgroalDataSource dataSource, ConsumerLag lag, @All List<PendingWork> work, ClockSettings settings) {
        this.dataSource = dataSource;
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
        // In the order of causes: what leaves one count while this runs shows up in a later one, never in none.
        long due = work.stream().mapToLong(PendingWork::due).sum();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT);
                ResultSet counted = count.executeQuery()) {
            counted.next();
            return new Pending(counted.getLong(1), lag.events(), due, counted.getLong(2));
        }
    }

    /**
     * What is under way.
     *
     * @param outbox events not sent yet
     * @param lag records not read yet, transaction markers among them
     * @param due pieces of other work that are due
     * @param deadLetters events that wait for an operator
     */
    public record Pending(long outbox, long lag, long due, long deadLetters) {}
}
