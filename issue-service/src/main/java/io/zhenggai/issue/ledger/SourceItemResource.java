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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where else an issue was found, and what those who told of it were answered, over HTTP. Each needs {@code If-Match} and answers the issue as it is then. */
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
public class SourceItemResource extends ChangingResource {

    private final SourceItemService service;

    SourceItemResource(SourceItemService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        super(idempotency, caller, clock);
        this.service = service;
    }

    /** 增加问题来源. */
    @POST
    @Path("/source-items")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "addIssueSourceItem",
            summary = "Add a source item 增加问题来源",
            description =
                    "Of what was found again while it is not over: the next week's scorecard line, another complaint. By the rules of a"
                            + " registration; a source item is registered once, and an issue has at most 50. 未销号的问题再次被反映的，增加来源条目；规则与登记相同，同一来源条目"
                            + "只登记一次，每个问题最多 50 个。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response add(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SourceItem body) {
        return changed(() -> service.add(caller(), reference, ifMatch, body));
    }

    /** 答复. */
    @POST
    @Path("/source-items/{sourceItemId}/answers")
    @RolesAllowed({Claim.PROVINCE, Claim.MEMBER_UNIT, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(
            operationId = "answerIssueSourceItem",
            summary = "Answer a source item 答复",
            description =
                    "Puts on record what was answered to whom the source item names, for who handles the issue and the province; what was answered last stands. 由承办单位或省工改办记录对该来源的答复，以最近一次为准。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response answer(
            String reference,
            UUID sourceItemId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SourceItemAnswer body) {
        return changed(() -> service.answer(caller(), reference, ifMatch, sourceItemId, body));
    }

    /** 回访. */
    @POST
    @Path("/source-items/{sourceItemId}/call-backs")
    @RolesAllowed(Claim.OFFICE)
    @Operation(
            operationId = "callIssueComplainantBack",
            summary = "Call a complainant back 回访",
            description =
                    "For the office, of what enterprises and the public reported, while it is rectified and before it is closed: puts on"
                            + " record what who complained said. The latest counts, and none of before a return or a revocation."
                            + " 企业和群众反映的问题，由省辖市工改办在整改期间、销号前回访并记录结果，以最近一次为准；退回或撤销销号后须重新回访。")
    @APIResponse(
            responseCode = "200",
            description = Said.AS_IT_IS_NOW,
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response callBack(
            String reference,
            UUID sourceItemId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CallBack body) {
        return changed(() -> service.callBack(caller(), reference, ifMatch, sourceItemId, body));
    }
}
