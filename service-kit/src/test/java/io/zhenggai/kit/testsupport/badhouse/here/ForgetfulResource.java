package io.zhenggai.kit.testsupport.badhouse.here;

import io.zhenggai.kit.idempotency.IdempotencyService;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** One of its commands may be repeated, the other only says so. */
@Path("/api/v1/forgetful")
public class ForgetfulResource {

    private final IdempotencyService idempotency;

    ForgetfulResource(IdempotencyService idempotency) {
        this.idempotency = idempotency;
    }

    /** Remembers. */
    @POST
    public Response remember() {
        return helped();
    }

    /** Forgets. */
    @POST
    @Path("/forget")
    public Response forget() {
        return Response.ok().build();
    }

    private Response helped() {
        return idempotency.once(() -> Response.ok().build());
    }
}
