package io.zhenggai.kit.testsupport;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Commands that may be repeated, each with an effect that can be counted: a row of the table {@code entry}. */
@Path("/api/v1/entries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
public class EntryResource {

    /** Who enters {@code wait} goes on when somebody gives a permit. */
    public static final Semaphore PERMITS = new Semaphore(0);

    private final AgroalDataSource dataSource;
    private final IdempotencyService idempotency;

    EntryResource(AgroalDataSource dataSource, IdempotencyService idempotency) {
        this.dataSource = dataSource;
        this.idempotency = idempotency;
    }

    /** What is to be entered. */
    public record Entry(@NotBlank String text) {}

    /** Enters a text; {@code refused} and {@code broken} fail behind the effect. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enter(@NotNull @Valid Entry entry) {
        return idempotency.once(() -> entered(entry.text()));
    }

    /** As {@link #enter}, for the province only. */
    @POST
    @Path("/of-the-province")
    @RolesAllowed("province")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enterForTheProvince(@NotNull @Valid Entry entry) {
        return enter(entry);
    }

    /** Enters what is sent as it is. */
    @POST
    @Path("/files")
    @Consumes(MediaType.WILDCARD)
    public Response enterFile(InputStream body) throws IOException {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        return idempotency.once(() -> entered(text));
    }

    /** Enters {@code nothing}, and says nothing. */
    @POST
    @Path("/nothings")
    @Consumes(MediaType.WILDCARD)
    public Response enterNothing() {
        return idempotency.once(() -> {
            entered("nothing");
            return Response.noContent().build();
        });
    }

    private Response entered(String text) {
        Sql.execute(dataSource, "insert into entry (text) values ('" + text + "')");
        switch (text) {
            case "refused" -> throw Refusal.unprocessable("text", "不行", "is refused");
            case "broken" -> throw new UncheckedIOException(new IOException("broken on purpose"));
            case "wait" -> PERMITS.acquireUninterruptibly();
            default -> {}
        }
        String id = Sql.texts(dataSource, "select max(id) from entry").get(0);
        return Response.status(201)
                .header("Location", "/api/v1/entries/" + id)
                .header("ETag", "\"" + id + ".2021-10-20\"")
                .entity(Map.of("id", id, "text", text))
                .build();
    }
}
