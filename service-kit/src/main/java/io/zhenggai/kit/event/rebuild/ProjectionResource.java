package io.zhenggai.kit.event.rebuild;

import io.smallrye.common.annotation.Blocking;
import io.zhenggai.kit.event.operation.OperationReason;
import io.zhenggai.kit.event.operation.Operator;
import io.zhenggai.kit.identity.Role.Claim;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Projections and their rebuilds, for operators. Not routed by the gateway. */
@Path("/admin/projections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Claim.SYSTEM)
@Blocking
public class ProjectionResource {

    private final Operator operator;
    private final RebuildService service;

    ProjectionResource(Operator operator, RebuildService service) {
        this.operator = operator;
        this.service = service;
    }

    /** All of them: a handful. */
    @GET
    @Operation(hidden = true)
    public Projections list() {
        operator.get();
        return new Projections(service.list());
    }

    /** Has one rebuilt. */
    @POST
    @Path("/{aggregateType}/rebuilds")
    @Operation(hidden = true)
    public RestResponse<Rebuild> start(
            @PathParam("aggregateType") String aggregateType, @NotNull @Valid OperationReason reason) {
        Rebuild started = service.start(operator.get(), aggregateType, reason.reason());
        // Relative to the host, by whatever name it was reached.
        return ResponseBuilder.accepted(started)
                .header(
                        HttpHeaders.LOCATION,
                        UriBuilder.fromPath("/admin/projections/{aggregateType}/rebuilds/{id}")
                                .build(aggregateType, started.id())
                                .toString())
                .build();
    }

    /** The latest one of a projection. */
    @GET
    @Path("/{aggregateType}/rebuilds/latest")
    @Operation(hidden = true)
    public Rebuild latest(@PathParam("aggregateType") String aggregateType) {
        operator.get();
        return service.latest(aggregateType);
    }

    /** One of a projection. */
    @GET
    @Path("/{aggregateType}/rebuilds/{id}")
    @Operation(hidden = true)
    public Rebuild read(@PathParam("aggregateType") String aggregateType, @PathParam("id") long id) {
        operator.get();
        return service.find(aggregateType, id);
    }

    /** Ends one, or puts a failed one aside. */
    @POST
    @Path("/{aggregateType}/rebuilds/{id}/cancellations")
    @Operation(hidden = true)
    public void cancel(
            @PathParam("aggregateType") String aggregateType,
            @PathParam("id") long id,
            @NotNull @Valid OperationReason reason) {
        service.cancel(operator.get(), aggregateType, id, reason.reason());
    }

    /** @param items by aggregate type */
    public record Projections(List<ProjectionView> items) {}
}
