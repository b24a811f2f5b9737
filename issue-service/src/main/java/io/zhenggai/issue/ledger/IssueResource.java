package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger over HTTP. An issue is named by its id or its ledger number. */
@Path("/api/v1/issues")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IssueResource {

    private final IssueService service;
    private final CurrentCaller caller;
    private final Clock clock;

    IssueResource(IssueService service, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.caller = caller;
        this.clock = clock;
    }

    /** Registers an issue. */
    @POST
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(operationId = "registerIssue", summary = "Register an issue 登记问题")
    @APIResponse(responseCode = "201", description = "registered 已登记")
    public Response register(@NotNull @Valid NewIssue issue) {
        IssueView view = service.register(caller.get(), issue, Channel.API);
        URI location = URI.create("/api/v1/issues/" + view.fields().id());
        return Answers.created(location, view, view.version(), today());
    }

    /** Lists issues, the newest first. */
    @GET
    @RolesAllowed("**")
    @Operation(operationId = "listIssues", summary = "List issues 查询问题台账")
    public Response list(
            @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("city") @Nullable String city,
            @QueryParam("region") @Nullable String region,
            @QueryParam("status") @Nullable IssueStatus status,
            @QueryParam("source") @Nullable IssueSource source,
            @QueryParam("category") @Nullable Category category,
            @QueryParam("severity") @Nullable Severity severity,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        IssueFilter filter = new IssueFilter(
                Optional.ofNullable(campaignId),
                Optional.ofNullable(city),
                Optional.ofNullable(region),
                Optional.ofNullable(status),
                Optional.ofNullable(source),
                Optional.ofNullable(category),
                Optional.ofNullable(severity));
        Page<IssueView> page =
                service.list(caller.get(), filter, new PageRequest(limit, Optional.ofNullable(cursor), total));
        return Links.page(uri, page);
    }

    /** Reads one issue. */
    @GET
    @Path("/{reference}")
    @RolesAllowed("**")
    @Operation(operationId = "readIssue", summary = "Read an issue 查看问题")
    public Response read(String reference, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        IssueView view = service.find(caller.get(), reference);
        return Answers.read(view, view.version(), today(), ifNoneMatch);
    }

    /** Reads an issue's history, the oldest entry first. */
    @GET
    @Path("/{reference}/history")
    @RolesAllowed("**")
    @Operation(operationId = "readIssueHistory", summary = "Read an issue's history 查看办理过程")
    public List<HistoryEntry> history(String reference) {
        return service.history(caller.get(), reference);
    }

    /** 交办. */
    @POST
    @Path("/{reference}/assignments")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(operationId = "assignIssue", summary = "Assign an issue 交办问题")
    public Response assign(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Assignment body) {
        return changed(service.assign(caller.get(), reference, ifMatch, body));
    }

    /** 签收. */
    @POST
    @Path("/{reference}/acknowledgements")
    @RolesAllowed({Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(operationId = "acknowledgeIssue", summary = "Acknowledge an issue 签收问题")
    @Consumes(MediaType.WILDCARD)
    public Response acknowledge(String reference, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return changed(service.acknowledge(caller.get(), reference, ifMatch));
    }

    /** 原因分析. */
    @POST
    @Path("/{reference}/cause-analyses")
    @RolesAllowed({Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(operationId = "analyseIssueCause", summary = "Analyse the cause 填写原因分析")
    public Response analyseCause(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CauseAnalysis body) {
        return changed(service.analyseCause(caller.get(), reference, ifMatch, body));
    }

    /** 开展整改. */
    @POST
    @Path("/{reference}/rectifications")
    @RolesAllowed({Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(operationId = "rectifyIssue", summary = "Start the rectification 开展整改")
    @Consumes(MediaType.WILDCARD)
    public Response rectify(String reference, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return changed(service.rectify(caller.get(), reference, ifMatch));
    }

    /** 申请销号. */
    @POST
    @Path("/{reference}/close-out-requests")
    @RolesAllowed({Claim.OFFICE, Claim.COUNTY, Claim.DEPARTMENT})
    @Operation(operationId = "requestIssueCloseOut", summary = "Request the close-out 申请销号")
    public Response requestCloseOut(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CloseOutRequest body) {
        return changed(service.requestCloseOut(caller.get(), reference, ifMatch, body));
    }

    /** 初审. */
    @POST
    @Path("/{reference}/first-reviews")
    @RolesAllowed(Claim.OFFICE)
    @Operation(operationId = "firstReviewIssue", summary = "Pass the first review 初审通过")
    public Response firstReview(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Opinion body) {
        return changed(service.firstReview(caller.get(), reference, ifMatch, body));
    }

    /** 销号. */
    @POST
    @Path("/{reference}/close-outs")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(operationId = "closeIssue", summary = "Close an issue 销号")
    public Response close(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Opinion body) {
        return changed(service.close(caller.get(), reference, ifMatch, body));
    }

    /** 退回整改. */
    @POST
    @Path("/{reference}/returns")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(operationId = "returnIssue", summary = "Return an issue to rectification 退回整改")
    public Response returnToRectification(
            String reference,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Opinion body) {
        return changed(service.returnToRectification(caller.get(), reference, ifMatch, body));
    }

    private Response changed(IssueView view) {
        return Answers.changed(view, view.version(), today());
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
