package io.zhenggai.kit.testsupport;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Operations that give back what they were given, for the rules that hold before any service's own. */
@Path("/api/v1/probes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProbeResource {

    /** Gives the body back. */
    @POST
    public Probe echo(@NotNull @Valid Probe probe) {
        return probe;
    }

    /** Gives the parameters back. */
    @GET
    public Given list(
            @QueryParam("colour") Probe.@Nullable Colour colour,
            @QueryParam("id") @Nullable UUID id,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("since") @Nullable Instant since,
            @QueryParam("limit") @DefaultValue("20") @Max(200) int most,
            @QueryParam("total") boolean total,
            @QueryParam("region") @Nullable String region,
            @QueryParam("name") List<String> names) {
        return new Given(colour, id, from, since, most, total, region, names);
    }

    /** Gives the id back. */
    @GET
    @Path("/{id}")
    public UUID read(UUID id) {
        return id;
    }

    /** For the province only. */
    @GET
    @Path("/guarded")
    @RolesAllowed("province")
    public String guarded(@QueryParam("limit") @DefaultValue("20") int limit) {
        return Integer.toString(limit);
    }

    /** Promises what it does not keep. */
    @GET
    @Path("/broken-promise")
    @NotNull
    public @Nullable String brokenPromise() {
        return null;
    }

    /** Stumbles over a rule of its own. */
    @GET
    @Path("/own-rule")
    public String ownRule() {
        throw new ConstraintViolationException("our own fault", Set.of());
    }

    /** What arrived. */
    public record Given(
            Probe.@Nullable Colour colour,
            @Nullable UUID id,
            @Nullable LocalDate from,
            @Nullable Instant since,
            int limit,
            boolean total,
            @Nullable String region,
            List<String> names) {}
}
