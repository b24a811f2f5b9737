package io.zhenggai.issue.ledger;

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
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The moves of an issue over HTTP. Each needs {@code If-Match} and answers the issue as it is then. */
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
public class IssueMoveResource {

    private final IssueService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    IssueMoveResource(IssueService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** 交办. */
    @POST
    @Path("/assignments")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "assignIssue",
            summary = "Assign an issue 交办问题",
            description =
                    "For the province and offices, until the campaign ends: names the deadline and who verifies; it is acknowledged"
                            + " at the latest by the deadline. 整改行动结束前由省工改办、省辖市工改办交办，明确时限和验收层级；签收期限不晚于整改时限。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response assign(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Assignment body) {
        return changed(() -> service.assign(caller.get(), reference, ifMatch, body));
    }

    /** 签收. */
    @POST
    @Path("/acknowledgements")
    @RolesAllowed({Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "acknowledgeIssue",
            summary = "Acknowledge an issue 签收问题",
            description = "For who handles it: office, county, zone or department. 由承办的工改办、县（市、区）、开发区或部门签收。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @Consumes(MediaType.WILDCARD)
    public Response acknowledge(String reference, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return changed(() -> service.acknowledge(caller.get(), reference, ifMatch));
    }

    /** 原因分析. */
    @POST
    @Path("/cause-analyses")
    @RolesAllowed({Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "analyseIssueCause",
            summary = "Analyse the cause 填写原因分析",
            description =
                    "For who handles it; may be put right while the rectification is under way. A lead unit that is named already"
                            + " is changed by the office only. 由承办单位填写，整改期间可以修改；牵头单位明确后只能由工改办更换。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response analyseCause(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CauseAnalysis body) {
        return changed(() -> service.analyseCause(caller.get(), reference, ifMatch, body));
    }

    /** 开展整改. */
    @POST
    @Path("/rectifications")
    @RolesAllowed({Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "rectifyIssue",
            summary = "Start the rectification 开展整改",
            description =
                    "For who handles it, once cause, lead unit, responsible person and deadline are known. 原因、牵头单位、责任人和时限明确后，由承办单位开展整改。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    @Consumes(MediaType.WILDCARD)
    public Response rectify(String reference, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return changed(() -> service.rectify(caller.get(), reference, ifMatch));
    }

    /** 申请销号. */
    @POST
    @Path("/close-out-requests")
    @RolesAllowed({Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
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
        return changed(() -> service.requestCloseOut(caller.get(), reference, ifMatch, body));
    }

    /** 初审. */
    @POST
    @Path("/first-reviews")
    @RolesAllowed(Claim.OFFICE)
    @Operation(
            operationId = "firstReviewIssue",
            summary = "Pass the first review 初审通过",
            description =
                    "For the office, of what the province verifies; nobody reviews their own request. 省级验收的问题由省辖市工改办初审，不得审核本人的申请。")
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
        return changed(() -> service.firstReview(caller.get(), reference, ifMatch, body));
    }

    /** 销号. */
    @POST
    @Path("/close-outs")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "closeIssue",
            summary = "Close an issue 销号",
            description =
                    "For who verifies: the office, or the province after the first review; nobody verifies their own request. 由验收单位销号，不得验收本人的申请，初审人不得再验收。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    public Response close(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Opinion body) {
        return changed(() -> service.close(caller.get(), reference, ifMatch, body));
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
        return changed(() -> service.returnToRectification(caller.get(), reference, ifMatch, body));
    }

    private Response changed(Supplier<IssueView> move) {
        return idempotency.once(() -> {
            IssueView view = move.get();
            return Answers.changed(view, view.version(), BusinessTime.today(clock));
        });
    }
}
