package io.zhenggai.issue.ledger;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How an issue comes to its end and what may follow it, over HTTP. Each needs {@code If-Match} and answers the issue as it is then. */
@Path("/api/v1/issues/{reference}")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@APIResponse(responseCode = "404", description = Said.NOT_FOUND)
@APIResponse(responseCode = "409", description = Said.ILLEGAL_MOVE)
@APIResponse(responseCode = "412", description = Said.STALE)
@APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
public class CloseOutResource extends ChangingResource {

    private final CloseOutService service;

    CloseOutResource(CloseOutService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        super(idempotency, caller, clock);
        this.service = service;
    }

    /** 申请销号. */
    @POST
    @Path("/close-out-requests")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "requestIssueCloseOut",
            summary = "Request the close-out 申请销号",
            description = "For who handles it; needs at least one piece of evidence. 由承办单位申请，须至少有一份佐证材料。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response requestCloseOut(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CloseOutRequest body) {
        return changed(() -> service.requestCloseOut(caller(), reference, ifMatch, body));
    }

    /** 初审. */
    @POST
    @Path("/first-reviews")
    @RolesAllowed(Claim.OFFICE)
    @Operation(
            operationId = "firstReviewIssue",
            summary = "Pass the first review 初审通过",
            description =
                    "For the office, of what the province verifies; nobody reviews their own request. 省级验收的问题由省辖市工改办初审，不"
                            + "得审核本人的申请。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    public Response firstReview(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Opinion body) {
        return changed(() -> service.firstReview(caller(), reference, ifMatch, body));
    }

    /** 销号. */
    @POST
    @Path("/close-outs")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "closeIssue",
            summary = "Close an issue 销号",
            description =
                    "For who verifies: the office, or the province after the first review; nobody verifies their own request. Whoever"
                            + " complained is called back before; where they are dissatisfied, it is explained. 由验收单位销号，不得验收本人的申请，"
                            + "初审人不得再验收；投诉类问题须先回访，不满意的须说明理由。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response close(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CloseOut body) {
        return changed(() -> service.close(caller(), reference, ifMatch, body));
    }

    /** 退回整改. */
    @POST
    @Path("/returns")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "returnIssue",
            summary = "Return an issue to rectification 退回整改",
            description = "For who reviews at this point; the opinion is the reason. 由当前审核单位退回，须说明理由。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    public Response returnToRectification(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Opinion body) {
        return changed(() -> service.returnToRectification(caller(), reference, ifMatch, body));
    }

    /** 撤销销号. */
    @POST
    @Path("/close-out-revocations")
    @RolesAllowed(Claim.PROVINCE)
    @Operation(
            operationId = "revokeIssueCloseOut",
            summary = "Revoke a close-out 撤销销号",
            description =
                    "For the province, where the rectification proves incomplete or false: the issue is rectified anew under its number"
                            + " until another deadline, within a year. 回头看发现整改不到位或虚假整改的，由省工改办撤销销号，编号不变，一年内重新整改"
                            + "到位。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response revoke(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Revocation body) {
        return changed(() -> service.revoke(caller(), reference, ifMatch, body));
    }

    /** 阶段评估. */
    @POST
    @Path("/stage-reviews")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "reviewIssueStage",
            summary = "Review a stage 阶段评估",
            description =
                    "For who verifies and the province, of what is long-term: names the next stage, or has it rectified until a deadline. 长期坚持的问题由验"
                            + "收单位评估：明确下一阶段目标，或恢复整改并明确时限。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response reviewStage(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StageReview body) {
        return changed(() -> service.reviewStage(caller(), reference, ifMatch, body));
    }

    /** 结转. */
    @POST
    @Path("/carry-overs")
    @RolesAllowed(Claim.PROVINCE)
    @Operation(
            operationId = "carryIssueOver",
            summary = "Carry an issue over 结转",
            description =
                    "For the province, once the campaign has ended: what is not over goes on in the next one under its number, with"
                            + " another deadline where it had one. 整改行动结束后，由省工改办将未销号的问题结转至下一次整改行动，编号不变，已交办的须"
                            + "重新明确时限。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response carryOver(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CarryOver body) {
        service.await(body.campaignId());
        return changed(() -> service.carryOver(caller(), reference, ifMatch, body));
    }
}
