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

/** What who handles an issue says about it, over HTTP. Each needs {@code If-Match} and answers the issue as it is then. */
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
public class RectificationResource extends ChangingResource {

    private final RectificationService service;

    RectificationResource(
            RectificationService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        super(idempotency, caller, clock);
        this.service = service;
    }

    /** 更正. */
    @POST
    @Path("/corrections")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "correctIssue",
            summary = "Correct an issue 更正问题",
            description =
                    "Description, category and severity, until the issue is over: by who registered it until it is assigned, by the"
                            + " province and the office at any time. 更正问题描述、类别、严重程度：交办前由登记人更正，此后由省工改办、省辖市工改办更"
                            + "正，须说明理由。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response correct(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid IssueCorrection body) {
        return changed(() -> service.correct(caller(), reference, ifMatch, body));
    }

    /** 原因分析. */
    @POST
    @Path("/cause-analyses")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "analyseIssueCause",
            summary = "Analyse the cause 填写原因分析",
            description =
                    "For who handles it; may be put right while the rectification is under way. A lead unit that is named already is"
                            + " changed by the office only. 由承办单位填写，整改期间可以修改；牵头单位明确后只能由工改办更换。")
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
        return changed(() -> service.analyseCause(caller(), reference, ifMatch, body));
    }

    /** 开展整改. */
    @POST
    @Path("/rectifications")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "rectifyIssue",
            summary = "Start the rectification 开展整改",
            description =
                    "For who handles it, once cause, lead unit, responsible person and deadline are known. 原因、牵头单位、责任人和时限明确"
                            + "后，由承办单位开展整改。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    @Consumes(MediaType.WILDCARD)
    public Response rectify(String reference, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return changed(() -> service.rectify(caller(), reference, ifMatch));
    }

    /** 整改进展. */
    @POST
    @Path("/progress-entries")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "reportIssueProgress",
            summary = "Report progress 报告整改进展",
            description =
                    "For who handles it or cooperates, while it is rectified or long-term; the history keeps the entries before. 整改期间或"
                            + "长期坚持期间，由承办单位、配合单位报告进展，历次进展见办理过程。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    public Response reportProgress(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ProgressEntry body) {
        return changed(() -> service.reportProgress(caller(), reference, ifMatch, body));
    }
}
