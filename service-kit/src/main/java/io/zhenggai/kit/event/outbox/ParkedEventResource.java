package io.zhenggai.kit.event.outbox;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Events that could not be sent, for operators. Not routed by the gateway. */
@Path("/admin/parked-events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Claim.SYSTEM)
@Blocking
public class ParkedEventResource {

    private final Operator operator;
    private final ParkedEventService service;

    ParkedEventResource(Operator operator, ParkedEventService service) {
        this.operator = operator;
        this.service = service;
    }

    /** In the order in which they were appended. */
    @GET
    @Operation(hidden = true)
    public RestResponse<Page<ParkedEvent>> list(
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri)
            throws SQLException {
        operator.get();
        return Links.page(uri, service.list(new PageRequest(limit, Optional.ofNullable(cursor), false)));
    }

    /** Has it tried again. */
    @POST
    @Path("/{id}/retries")
    @Operation(hidden = true)
    public void retry(@PathParam("id") long id, @NotNull @Valid OperationReason reason) {
        service.retry(operator.get(), id, reason.reason());
    }

    /** Has it never sent. */
    @POST
    @Path("/{id}/discards")
    @Operation(hidden = true)
    public void discard(@PathParam("id") long id, @NotNull @Valid OperationReason reason) {
        service.discard(operator.get(), id, reason.reason());
    }
}
