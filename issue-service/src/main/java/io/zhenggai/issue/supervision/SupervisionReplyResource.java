package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Replies to supervisions over HTTP, and what becomes of them. */
@Path("/api/v1/supervisions/{id}")
@Tag(name = "supervisions", description = "The supervision ladder 督办")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "400", description = Said.INVALID)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@APIResponse(responseCode = "404", description = Said.NOT_FOUND)
@APIResponse(responseCode = "409", description = Said.ILLEGAL_MOVE)
@APIResponse(responseCode = "412", description = Said.STALE)
@APIResponse(responseCode = "413", description = Said.TOO_LARGE)
@APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
@APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
public class SupervisionReplyResource {

    private final SupervisionService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    SupervisionReplyResource(
            SupervisionService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** 回复. */
    @POST
    @Path("/replies")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "replyToSupervision",
            summary = "Reply to a supervision 回复",
            description = "For who is addressed, once while it is owed and anew when it is returned. 由主送单位回复，退回的重新回复。")
    @APIResponse(
            responseCode = "200",
            description = "as it is now 回复后的文书",
            content = @Content(schema = @Schema(implementation = SupervisionView.class)))
    public Response reply(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SupervisionReply body) {
        return idempotency.once(() -> changed(service.reply(caller.get(), id, ifMatch, body)));
    }

    /** 回复通过. */
    @POST
    @Path("/reply-acceptances")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "acceptSupervisionReply",
            summary = "Accept a reply 通过回复",
            description = "For who issues it; with the last one it is settled. 由签发单位审核通过，全部通过的即办结。")
    @APIResponse(
            responseCode = "200",
            description = "as it is now 审核后的文书",
            content = @Content(schema = @Schema(implementation = SupervisionView.class)))
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response accept(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid ReplyDecision body) {
        return idempotency.once(() -> changed(service.acceptReply(caller.get(), id, ifMatch, body)));
    }

    /** 退回重报. */
    @POST
    @Path("/reply-returns")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "returnSupervisionReply",
            summary = "Return a reply 退回回复",
            description = "For who issues it: given anew within three working days. 由签发单位退回，3个工作日内重新回复。")
    @APIResponse(
            responseCode = "200",
            description = "as it is now 退回后的文书",
            content = @Content(schema = @Schema(implementation = SupervisionView.class)))
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response returnReply(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid ReplyDecision body) {
        return idempotency.once(() -> changed(service.returnReply(caller.get(), id, ifMatch, body)));
    }

    private Response changed(SupervisionView view) {
        return Answers.changed(view, view.version(), BusinessTime.today(clock));
    }
}
