package io.zhenggai.kit.testsupport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.zhenggai.kit.event.EventData;
import io.zhenggai.kit.event.NewEvent;
import io.zhenggai.kit.event.outbox.Outbox;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A command that tells something. */
@Path("/api/v1/calls")
public class CallResource {

    private final Outbox outbox;

    CallResource(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Calls a thing by a name. */
    @POST
    @Path("/{id}")
    public void call(@PathParam("id") UUID id, @QueryParam("name") String name) {
        NewEvent made = new NewEvent("call", id, 1, "call.made.v1", Instant.EPOCH, EventData.of(new Called(name)));
        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(made)));
    }

    record Called(String name) {}
}
