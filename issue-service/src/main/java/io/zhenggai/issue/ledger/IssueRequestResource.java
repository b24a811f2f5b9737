package io.zhenggai.issue.ledger;

import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/** What who handles an issue asks for, and what is decided, over HTTP. Each change needs {@code If-Match} and answers the issue as it is then. */
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
public class IssueRequestResource extends ChangingResource {

    private final IssueRequestService service;

    IssueRequestResource(
            IssueRequestService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        super(idempotency, caller, clock);
        this.service = service;
    }

    /** 申请延期. */
    @POST
    @Path("/extension-requests")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "requestIssueExtension",
            summary = "Ask for an extension 申请延期",
            description =
                    "For who handles it, at the latest on the day of the deadline; what the office asks for, and what the province"
                            + " assigned, the province decides, everything else the office. 由承办单位在整改时限前（含当日）申请；工改办申请的和省级"
                            + "交办的由省工改办审批，其余由省辖市工改办审批。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response askForExtension(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ExtensionRequest body) {
        return changed(() -> service.askForExtension(caller(), reference, ifMatch, body));
    }

    /** 申请改派. */
    @POST
    @Path("/reassignment-requests")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "requestIssueReassignment",
            summary = "Ask for a reassignment 申请改派",
            description =
                    "For who it was handed down to, before the rectification starts; whoever handed it down decides. 由承办单位在开展整改前"
                            + "申请，由上一级交办单位审批。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    public Response askForReassignment(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReassignmentRequest body) {
        return changed(() -> service.askForReassignment(caller(), reference, ifMatch, body));
    }

    /** 申请转为长期坚持. */
    @POST
    @Path("/long-term-requests")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "requestIssueLongTerm",
            summary = "Ask to make an issue long-term 申请转为长期坚持",
            description =
                    "For who handles it, while it is rectified; whoever verifies decides. 整改期间由承办单位申请，明确阶段目标和评估日期，由验收单位审批。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response askForLongTerm(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid LongTermRequest body) {
        return changed(() -> service.askForLongTerm(caller(), reference, ifMatch, body));
    }

    /** 同意. */
    @POST
    @Path("/requests/{requestId}/grants")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "grantIssueRequest",
            summary = "Grant a request 同意申请",
            description =
                    "For the level that decides, and the province; nobody decides their own request. 由审批层级或省工改办办理，不得审批本人的申请。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response grant(
            String reference,
            UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Opinion body) {
        return changed(() -> service.grant(caller(), reference, ifMatch, requestId, body));
    }

    /** 不同意. */
    @POST
    @Path("/requests/{requestId}/refusals")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "refuseIssueRequest",
            summary = "Refuse a request 不同意申请",
            description =
                    "For the level that decides, and the province; the opinion is the reason. 由审批层级或省工改办办理，须说明理由。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    public Response refuse(
            String reference,
            UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Opinion body) {
        return changed(() -> service.refuse(caller(), reference, ifMatch, requestId, body));
    }

    /** 撤回. */
    @POST
    @Path("/requests/{requestId}/withdrawals")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "withdrawIssueRequest",
            summary = "Withdraw a request 撤回申请",
            description = "For who asked, as long as it is not decided. 审批前由申请人本人撤回。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @Consumes(MediaType.WILDCARD)
    public Response withdraw(
            String reference, UUID requestId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return changed(() -> service.withdraw(caller(), reference, ifMatch, requestId));
    }

    /** Everything that was asked for of an issue, which is little, so there is one page. */
    @GET
    @Path("/requests")
    @RolesAllowed("**")
    @MachineScope("issues:read")
    @Operation(
            operationId = "listIssueRequests",
            summary = "List the requests of an issue 查看申请",
            description =
                    "The oldest first, with what was decided; for everybody within whose region the issue lies. 按申请先后列出延期、改派、"
                            + "长期坚持申请及审批结果。")
    @APIResponse(responseCode = "200", description = "all of them 全部申请")
    public Page<IssueRequest> list(String reference) {
        return new Page<>(service.of(caller(), reference), null, null);
    }
}
