package io.zhenggai.kit.time;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The door by which a local stack sets the business clock; not there (404) where the clock may not be set. */
@Path("/internal/clock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClockResource {

    private final BusinessClock clock;
    private final ClockSettings settings;

    ClockResource(BusinessClock clock, ClockSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** What the clock says. */
    @GET
    @Operation(hidden = true)
    public ClockReading read() {
        refuseUnlessSettable();
        return new ClockReading(clock.instant(), clock.isFrozen());
    }

    /** Freezes the clock. */
    @PUT
    @Operation(hidden = true)
    public ClockReading freeze(@NotNull @Valid Moment moment) {
        refuseUnlessSettable();
        clock.freezeAt(moment.now());
        return read();
    }

    /** Lets the clock follow real time again. */
    @DELETE
    @Operation(hidden = true)
    public ClockReading release() {
        refuseUnlessSettable();
        clock.release();
        return read();
    }

    private void refuseUnlessSettable() {
        if (!settings.settable()) {
            throw new NotFoundException();
        }
    }

    /** A moment to stand at. */
    public record Moment(@NotNull Instant now) {}

    /** What the clock says, and whether it stands. */
    public record ClockReading(Instant now, boolean frozen) {}
}
