package io.zhenggai.kit.event.republish;

import io.smallrye.common.annotation.Blocking;
import io.zhenggai.kit.event.operation.Operator;
import io.zhenggai.kit.identity.Role.Claim;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Has this service tell again what it owns, for operators. Not routed by the gateway. */
@Path("/admin/republish")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Claim.SYSTEM)
@Blocking
public class RepublishResource {

    private final Operator operator;
    private final RepublishService service;

    RepublishResource(Operator operator, RepublishService service) {
        this.operator = operator;
        this.service = service;
    }

    /** Publishes snapshots of a range of aggregates, and answers where to go on. */
    @POST
    @Operation(hidden = true)
    public RepublishResult republish(@NotNull @Valid Republication asked) {
        return service.republish(operator.get(), asked);
    }
}
