package io.zhenggai.kit.event.operation;

import io.smallrye.common.annotation.Blocking;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** What operators did, for whoever reviews it. Not routed by the gateway. */
@Path("/admin/event-operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Claim.SYSTEM)
@Blocking
public class EventOperationResource {

    private final Operator operator;
    private final EventOperations operations;

    EventOperationResource(Operator operator, EventOperations operations) {
        this.operator = operator;
        this.operations = operations;
    }

    /** The oldest first. */
    @GET
    @Operation(hidden = true)
    public RestResponse<Page<EventOperation>> list(
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri)
            throws SQLException {
        operator.get();
        return Links.page(uri, operations.list(new PageRequest(limit, Optional.ofNullable(cursor), false)));
    }
}
