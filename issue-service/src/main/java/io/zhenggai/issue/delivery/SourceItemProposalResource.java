package io.zhenggai.issue.delivery;

import io.zhenggai.issue.ledger.Reason;
import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.text.RegionCodeText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What waits to be decided on of deliveries, over HTTP. */
@Path("/api/v1/source-item-proposals")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
public class SourceItemProposalResource {

    private static final String SETTLED =
            "the proposal is decided already, or the issue takes no more source items 该建议已办理，或原问题不能再增加来源";

    private final SourceItemProposalService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    SourceItemProposalResource(
            SourceItemProposalService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Lists proposals. */
    @GET
    @Operation(
            operationId = "listSourceItemProposals",
            summary = "List proposals of source items 查询来源建议",
            description =
                    "What other systems have delivered and what is likely the same matter as an open issue of the same region; those to"
                            + " decide on where no status is asked for, the oldest first, without texts received and complainants."
                            + " 省级系统报送的、与本地区未销号问题疑似同一事项的条目，默认列出待核的，先到的在前；不显示来源原文和投诉人。")
    @APIResponse(responseCode = "200", description = "one page, with the link to the next 一页来源建议")
    @APIResponse(responseCode = "400", description = Said.INVALID)
    public RestResponse<Page<SourceItemProposalView>> list(
            @QueryParam("status") @DefaultValue("PENDING") SourceItemProposalStatus status,
            @Parameter(description = "code of the city 市代码") @QueryParam("city") @RegionCodeText @Nullable String city,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        SourceItemProposalFilter filter = new SourceItemProposalFilter(status, Optional.ofNullable(city));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, page));
    }

    /** Reads one. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readSourceItemProposal",
            summary = "Read a proposal of a source item 查看来源建议",
            description =
                    "With the text as received while it is to be decided on, and the issue as it stands now; who complained is shown to the"
                            + " office, masked to the province. 待核期间显示来源原文和原问题当前状态；投诉人信息向工改办显示，对省级脱敏。")
    @APIResponse(
            responseCode = "200",
            description = "the proposal 该来源建议",
            content = @Content(schema = @Schema(implementation = SourceItemProposalView.class)))
    @APIResponse(responseCode = "304", description = Said.NOT_MODIFIED)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        SourceItemProposalView view = service.find(caller.get(), id);
        // The issue beside it changes without a version of the proposal.
        String tag = EntityTags.of(
                view.version(), BusinessTime.today(clock), view.issue().toString());
        return Answers.read(view, tag, ifNoneMatch);
    }

    /** 采纳. */
    @POST
    @Path("/{id}/acceptances")
    @Operation(
            operationId = "acceptSourceItemProposal",
            summary = "Accept a proposal of a source item 采纳来源建议",
            description =
                    "What was delivered becomes another source item of the issue, or of the one that goes on in its place, by the rules of"
                            + " adding one; 409 where that is over: refuse it then. 该条目增加为原问题的来源，原问题已合并的，增加到并入的问题；原问题已办结的不能采纳，请不予采纳。")
    @APIResponse(
            responseCode = "200",
            description = "as it is now 办理后的来源建议",
            content = @Content(schema = @Schema(implementation = SourceItemProposalView.class)))
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    @APIResponse(responseCode = "409", description = SETTLED)
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    @Consumes(MediaType.WILDCARD)
    public Response accept(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return settled(() -> service.accept(caller.get(), id, ifMatch));
    }

    /** 不予采纳. */
    @POST
    @Path("/{id}/refusals")
    @Operation(
            operationId = "refuseSourceItemProposal",
            summary = "Refuse a proposal of a source item 不予采纳来源建议",
            description =
                    "It is another matter: what was delivered is registered as an issue of its own, under the name of the system that"
                            + " delivered it. 不是同一事项的，说明理由，该条目以报送系统的名义登记为新问题。")
    @APIResponse(
            responseCode = "200",
            description = "as it is now 办理后的来源建议",
            content = @Content(schema = @Schema(implementation = SourceItemProposalView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    @APIResponse(responseCode = "409", description = SETTLED)
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    public Response refuse(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid Reason body) {
        return settled(() -> service.refuse(caller.get(), id, ifMatch, body.reason()));
    }

    private Response settled(Supplier<SourceItemProposalView> decision) {
        return idempotency.once(() -> {
            SourceItemProposalView view = decision.get();
            return Answers.changed(view, view.version(), BusinessTime.today(clock));
        });
    }
}
