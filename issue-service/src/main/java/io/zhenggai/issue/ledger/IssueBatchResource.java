package io.zhenggai.issue.ledger;

import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.json.ItemChecks;
import io.zhenggai.kit.problem.AcceptedLanguage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same done to many issues at once, over HTTP: one result for each, and those that are refused keep nobody else back. */
@Path("/api/v1")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = Said.INVALID)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@APIResponse(responseCode = "413", description = Said.TOO_LARGE)
@APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
public class IssueBatchResource {

    private static final String RESULTS = "one result for each item, in their order 逐项结果，顺序与请求一致";

    private final IssueBatchService service;
    private final ItemChecks checks;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;

    IssueBatchResource(
            IssueBatchService service, ItemChecks checks, IdempotencyService idempotency, CurrentCaller caller) {
        this.service = service;
        this.checks = checks;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** 批量交办. */
    @POST
    @Path("/issue-assignments")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "assignIssues",
            summary = "Assign many issues 批量交办",
            description =
                    "Up to 200, each by the rules of a single assignment and with the version that it is done to; what is refused is"
                            + " named with its reason and keeps nobody else back. 一次最多 200 个问题，规则与单个交办相同，须注明版本；未办理的逐项说明原因，不影响其他问题。")
    @APIResponse(
            responseCode = "200",
            description = RESULTS,
            content = @Content(schema = @Schema(implementation = BatchResult.class)))
    public Response assign(@NotNull @Valid AssignmentBatch body, @Context HttpHeaders headers) {
        return idempotency.once(() -> answer(service.assign(caller.get(), checks.check(body.items())), headers));
    }

    /** 批量审核. */
    @POST
    @Path("/issue-verifications")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "verifyIssues",
            summary = "Verify many issues 批量审核",
            description =
                    "Up to 200, each first reviewed, closed or returned by the rules of the single step and with the version that it is"
                            + " done to; what is refused is named with its reason and keeps nobody else back."
                            + " 一次最多 200 个问题，逐项初审、销号或退回，规则与单个办理相同，须注明版本；未办理的逐项说明原因，不影响其他问题。")
    @APIResponse(
            responseCode = "200",
            description = RESULTS,
            content = @Content(schema = @Schema(implementation = BatchResult.class)))
    public Response verify(@NotNull @Valid VerificationBatch body, @Context HttpHeaders headers) {
        return idempotency.once(() -> answer(service.verify(caller.get(), checks.check(body.items())), headers));
    }

    private static Response answer(List<IssueBatchService.Outcome> outcomes, HttpHeaders headers) {
        Locale locale = AcceptedLanguage.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.ok(BatchResult.of(outcomes, locale)).build();
    }
}
