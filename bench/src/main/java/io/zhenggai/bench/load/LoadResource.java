package io.zhenggai.bench.load;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** The door through which the measuring program has events appended. */
@Path("/internal/loads")
public class LoadResource {

    private final LoadService loads;

    LoadResource(LoadService loads) {
        this.loads = loads;
    }

    /** Answers when the last command is committed. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public void append(Load load) throws InterruptedException {
        loads.append(load);
    }
}
