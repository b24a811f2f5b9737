package io.zhenggai.issue.ledger;

import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What may be the same, over HTTP. A POST since a description is too long for an address; it changes nothing. */
@Path("/api/v1/issues/duplicates")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
public class DuplicateResource {

    private final DuplicateService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;

    DuplicateResource(DuplicateService service, IdempotencyService idempotency, CurrentCaller caller) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** Offers likely duplicates. */
    @POST
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "findIssueDuplicates",
            summary = "Find likely duplicates 查找疑似重复问题",
            description =
                    "To be asked before an issue is registered: issues of the same region and campaign, of those that the caller may see, whose"
                            + " description has much in common with it (trigrams), or which come of the same document or item, the"
                            + " likeliest first and at most 10. Changes nothing. 登记前查找同一整改行动、同一地区内描述相近（按三字组比对）、"
                            + "文号或来源条目相同的问题，按相似程度排列，最多 10 条；只在本人可见范围内查找，不作任何更改。")
    @APIResponse(
            responseCode = "200",
            description = "what may be the same, with a score and why 疑似重复的问题、相似度和理由",
            content = @Content(schema = @Schema(implementation = DuplicateList.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    public Response find(@NotNull @Valid DuplicateQuestion body) {
        return idempotency.once(
                () -> Response.ok(service.like(caller.get(), body)).build());
    }
}
