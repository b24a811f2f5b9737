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

/** Issues merged and split, over HTTP. Each needs {@code If-Match} and answers the issue as it is then. */
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
public class MergeResource extends ChangingResource {

    private final MergeService service;

    MergeResource(MergeService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        super(idempotency, caller, clock);
        this.service = service;
    }

    /** 合并. */
    @POST
    @Path("/merges")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "mergeIssue",
            summary = "Merge an issue into another 合并问题",
            description =
                    "For the province and offices: the issue goes on as another one of the same region and campaign, which keeps all source"
                            + " items, evidence and answers owed; by an office into none of which less is asked: a lower level that"
                            + " verifies or assigned it, a later day. Together they have at most 50 source items and as many pieces of"
                            + " evidence. 由省工改办、省辖市工改办将重复问题并入同一整改行动、同一地区的另一问题，来源、"
                            + "佐证材料和待答复事项全部保留；省辖市工改办不得将要求较严的问题并入验收、交办层级较低或时限较晚的问题；"
                            + "合并后来源、佐证材料均不超过 50 个（份）。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response merge(
            String reference, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid Merge body) {
        return changed(() -> service.merge(caller(), reference, ifMatch, body));
    }

    /** 撤销合并. */
    @POST
    @Path("/unmerges")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "unmergeIssue",
            summary = "Undo a merge 撤销合并",
            description =
                    "For the province and offices: the issue goes on where it stood. 由省工改办、省辖市工改办撤销合并，问题恢复至合并前状态。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    public Response unmerge(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Reason body) {
        return changed(() -> service.unmerge(caller(), reference, ifMatch, body));
    }

    /** 拆分. */
    @POST
    @Path("/splits")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "splitIssue",
            summary = "Split an issue by regions 拆分问题",
            description =
                    "For the province and offices: registers the same source item once more for each further region that it names. 同一来源"
                            + "条目涉及多个地区的，由省工改办、省辖市工改办按地区拆分登记。")
    @APIResponse(
            responseCode = "200",
            description = "the issue as it is now, and those that were registered 办理后的问题和拆分登记的问题",
            content = @Content(schema = @Schema(implementation = SplitIssue.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response split(
            String reference, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid Split body) {
        return changed(() -> service.split(caller(), reference, ifMatch, body), SplitIssue::issue);
    }
}
