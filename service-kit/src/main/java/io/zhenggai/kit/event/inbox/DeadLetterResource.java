package io.zhenggai.kit.event.inbox;

import io.smallrye.common.annotation.Blocking;
import io.zhenggai.kit.event.operation.OperationReason;
import io.zhenggai.kit.event.operation.Operator;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Events that could not have their effect, for operators. Not routed by the gateway. */
@Path("/admin/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Claim.SYSTEM)
@Blocking
public class DeadLetterResource {

    private final Operator operator;
    private final DeadLetterService service;

    DeadLetterResource(Operator operator, DeadLetterService service) {
        this.operator = operator;
        this.service = service;
    }

    /** In the order in which they came. */
    @GET
    @Operation(hidden = true)
    public RestResponse<Page<DeadLetter>> list(
            @QueryParam("aggregateId") @Nullable UUID aggregateId,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri)
            throws SQLException {
        operator.get();
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), false);
        return Links.page(uri, service.list(Optional.ofNullable(aggregateId), page));
    }

    /** One of them with its body. */
    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public DeadLetter read(@PathParam("id") long id) throws SQLException {
        operator.get();
        return service.read(id);
    }

    /** Gives it its effect, and those behind it. */
    @POST
    @Path("/{id}/replays")
    @Operation(hidden = true)
    public ReplayResult replay(@PathParam("id") long id, @NotNull @Valid OperationReason reason) {
        return service.replay(operator.get(), id, reason.reason());
    }

    /** Has it never have its effect. */
    @POST
    @Path("/{id}/discards")
    @Operation(hidden = true)
    public void discard(@PathParam("id") long id, @NotNull @Valid OperationReason reason) {
        service.discard(operator.get(), id, reason.reason());
    }
}
