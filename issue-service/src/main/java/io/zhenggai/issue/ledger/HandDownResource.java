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

/** How issues are handed down, over HTTP. Each needs {@code If-Match} and answers the issue as it is then. */
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
public class HandDownResource extends ChangingResource {

    private final HandDownService service;

    HandDownResource(HandDownService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        super(idempotency, caller, clock);
        this.service = service;
    }

    /** 交办. */
    @POST
    @Path("/assignments")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "assignIssue",
            summary = "Assign an issue 交办问题",
            description =
                    "For the province and offices, until the campaign ends: names the deadline and who verifies; it is acknowledged at the"
                            + " latest by the deadline. Where the lead unit hosts the office itself, the province verifies. 整改行动结束前由省工改办"
                            + "、省辖市工改办交办，明确时限和验收层级；签收期限不晚于整改时限；工改办所在单位自身牵头的，由省级验收。")
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
        return changed(() -> service.assign(caller(), reference, ifMatch, body));
    }

    /** 不予受理. */
    @POST
    @Path("/rejections")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "rejectIssue",
            summary = "Reject an issue 不予受理",
            description =
                    "For the province, and for offices of what the city verifies, as long as it is not assigned; the reason stays on record, and"
                            + " an assignment accepts it after all. 尚未交办的问题，由省工改办决定不予受理，市级验收的也可由省辖市工改办决定，须说明理由；"
                            + "重新受理的直接交办。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    public Response reject(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reason body) {
        return changed(() -> service.reject(caller(), reference, ifMatch, body));
    }

    /** 签收. */
    @POST
    @Path("/acknowledgements")
    @RolesAllowed({Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "acknowledgeIssue",
            summary = "Acknowledge an issue 签收问题",
            description =
                    "For who handles it: office, county, zone, the lead department or member unit; what was handed on by the office is not"
                            + " acknowledged by the office, and what the province has assigned not by the county before the office has handed it"
                            + " on. 由承办的工改办、县（市、区）、开发区或牵头部门、省级成员单位签收；省级交办的，先由省辖市、济源示范区工改办签收、分办；已分办的由承办单位签收。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @Consumes(MediaType.WILDCARD)
    public Response acknowledge(String reference, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return changed(() -> service.acknowledge(caller(), reference, ifMatch));
    }

    /** 分办. */
    @POST
    @Path("/allotments")
    @RolesAllowed(Claim.OFFICE)
    @Operation(
            operationId = "allotIssue",
            summary = "Hand an issue on 分办问题",
            description =
                    "For the office, of what is acknowledged: names lead unit and cooperating units; the lead unit acknowledges in its"
                            + " turn. 由省辖市工改办将已签收的问题分办，明确牵头单位和配合单位，由牵头单位签收。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response allot(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Allotment body) {
        return changed(() -> service.allot(caller(), reference, ifMatch, body));
    }
}
