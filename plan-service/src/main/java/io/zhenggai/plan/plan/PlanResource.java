package io.zhenggai.plan.plan;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.HistoryEntry;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.text.RegionCodeText;
import io.zhenggai.plan.plan.content.PlanContent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Plans over HTTP. */
@Path("/api/v1/plans")
@Tag(name = "plans", description = "Rectification plans of the offices 整改方案")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "not signed in 未登录")
@APIResponse(responseCode = "403", description = "not for this role, or one's own submission 无权操作，或为本人报送")
@RolesAllowed({
    Claim.PROVINCE,
    Claim.OFFICE,
    Claim.INDICATOR_LEAD,
    Claim.COUNTY,
    Claim.DEPARTMENT,
    Claim.LEADER,
    Claim.AUDITOR
})
public class PlanResource {

    private final AwaitedIssues issues;
    private final PlanService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    PlanResource(
            AwaitedIssues issues,
            PlanService service,
            IdempotencyService idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.issues = issues;
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Drafts a plan. */
    @POST
    @RolesAllowed(Claim.OFFICE)
    @Operation(
            operationId = "draftPlan",
            summary = "Draft the office's plan 起草整改方案",
            description = "For an office, of its own region; one plan for each campaign. 由各市工改办起草，每次整改行动一份。")
    @APIResponse(
            responseCode = "201",
            description = "drafted 已起草",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容有误")
    @APIResponse(responseCode = "409", description = "the office has a plan in this campaign already 已有整改方案")
    @APIResponse(responseCode = "422", description = "no such campaign, or issues of no own 没有该行动或问题")
    public Response draft(@NotNull @Valid NewPlan plan) {
        issues.await(caller.get(), plan.content());
        return idempotency.once(() -> {
            PlanView view = service.draft(caller.get(), plan);
            URI location = URI.create("/api/v1/plans/" + view.fields().id());
            return Answers.created(location, view, view.fields().version(), BusinessTime.today(clock));
        });
    }

    /** Lists plans. */
    @GET
    @Operation(
            operationId = "listPlans",
            summary = "List plans 查询整改方案",
            description = "The province sees all, an office and everybody in its city that office's."
                    + " 省级可查看全部；各市及其县区、部门仅可查看本市的方案。")
    @APIResponse(responseCode = "200", description = "a page without contents, the newest first 一页整改方案，不含正文")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    public RestResponse<Page<PlanView>> list(
            @Parameter(description = "of this campaign only 所属整改行动") @QueryParam("campaignId") @Nullable
                    UUID campaignId,
            @Parameter(description = "an office's code 地区代码") @QueryParam("region") @RegionCodeText @Nullable
                    String region,
            @QueryParam("status") @Nullable PlanStatus status,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        PlanFilter filter = new PlanFilter(
                Optional.ofNullable(campaignId), Optional.ofNullable(region), Optional.ofNullable(status));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, page));
    }

    /** Reads one plan. Never 304: the issues that are shown with it change without its version. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readPlan",
            summary = "Read a plan 查看整改方案",
            description =
                    "With its content, its filings, and the issues assigned since 后续纳入. For the same as the list.")
    @APIResponse(
            responseCode = "200",
            description = "the plan 整改方案",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    public Response read(UUID id) {
        PlanView view = service.find(caller.get(), id);
        return Answers.read(view, view.fields().version(), BusinessTime.today(clock), null);
    }

    /** Replaces the content. */
    @PUT
    @Path("/{id}/content")
    @RolesAllowed(Claim.OFFICE)
    @Operation(
            operationId = "revisePlan",
            summary = "Replace a plan's content 修改整改方案",
            description = "For the office, while the plan is a draft or returned; send measures' ids to keep them."
                    + " 由本地区工改办在草稿或退回状态下修改。")
    @APIResponse(
            responseCode = "200",
            description = "revised 已修改",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容有误")
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    @APIResponse(responseCode = "409", description = "submitted or accepted; with legalMoves 当前状态不能修改")
    @APIResponse(responseCode = "412", description = "changed meanwhile 已被他人更新")
    @APIResponse(responseCode = "422", description = "issues of no own, strange measures 没有该问题或措施")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match")
    public Response revise(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid PlanContent content) {
        issues.await(caller.get(), content);
        return changed(service.revise(caller.get(), id, ifMatch, content));
    }

    /** 报送. */
    @POST
    @Path("/{id}/submissions")
    @RolesAllowed(Claim.OFFICE)
    @Operation(
            operationId = "submitPlan",
            summary = "Submit a plan to the province 报送整改方案",
            description =
                    "For the office. Checked: goals, tasks, measures with deadline, lead unit and person, and that every"
                            + " open issue assigned at least 5 working days before is covered or left out with a reason. Late is"
                            + " possible and stays late. 由本地区工改办报送，逾期亦可报送。")
    @APIResponse(
            responseCode = "200",
            description = "submitted 已报送",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容有误")
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    @APIResponse(responseCode = "409", description = "submitted or accepted already; with legalMoves 当前状态不能报送")
    @APIResponse(responseCode = "412", description = "changed meanwhile 已被他人更新")
    @APIResponse(responseCode = "422", description = "every rule that the plan breaks 方案不符合要求之处")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match")
    public Response submit(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PlanSubmission submission) {
        return idempotency.once(() -> changed(service.submit(caller.get(), id, ifMatch, submission)));
    }

    /** Reads one filing with its content. */
    @GET
    @Path("/{id}/submissions/{number}")
    @Operation(
            operationId = "readPlanSubmission",
            summary = "Read one filing of a plan 查看某次报送",
            description = "As it was filed, with the review. For the same as the list. 查看范围与列表相同。")
    @APIResponse(
            responseCode = "200",
            description = "the filing 报送内容",
            content = @Content(schema = @Schema(implementation = SubmittedPlan.class)))
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    public SubmittedPlan readSubmission(UUID id, int number) {
        return service.findSubmission(caller.get(), id, number);
    }

    /** 退回. */
    @POST
    @Path("/{id}/returns")
    @RolesAllowed(Claim.PROVINCE)
    @Operation(
            operationId = "returnPlan",
            summary = "Return a plan for correction 退回整改方案",
            description = "For the province, not by who submitted; reasons section by section. 由省级退回，逐项说明理由。")
    @APIResponse(
            responseCode = "200",
            description = "returned 已退回",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容有误")
    @APIResponse(responseCode = "404", description = "not there 未找到")
    @APIResponse(responseCode = "409", description = "not submitted; with legalMoves 当前状态不能退回")
    @APIResponse(responseCode = "412", description = "changed meanwhile 已被他人更新")
    @APIResponse(responseCode = "422", description = "no such section, or a date out of bounds 没有该部分或日期不符")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match")
    public Response returnForCorrection(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid PlanReturn review) {
        return idempotency.once(() -> changed(service.returnForCorrection(caller.get(), id, ifMatch, review)));
    }

    /** 审核通过. */
    @POST
    @Path("/{id}/acceptances")
    @RolesAllowed(Claim.PROVINCE)
    @Operation(
            operationId = "acceptPlan",
            summary = "Accept a plan 审核通过整改方案",
            description = "For the province, not by who submitted. 由省级审核，不得审核本人报送的方案。")
    @APIResponse(
            responseCode = "200",
            description = "accepted 已审核通过",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容有误")
    @APIResponse(responseCode = "404", description = "not there 未找到")
    @APIResponse(responseCode = "409", description = "not submitted; with legalMoves 当前状态不能审核")
    @APIResponse(responseCode = "412", description = "changed meanwhile 已被他人更新")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match")
    public Response accept(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PlanAcceptance review) {
        return idempotency.once(() -> changed(service.accept(caller.get(), id, ifMatch, review)));
    }

    /** Reads a plan's history, the oldest entry first. */
    @GET
    @Path("/{id}/history")
    @Operation(
            operationId = "readPlanHistory",
            summary = "Read a plan's history 查看方案办理过程",
            description = "Who did what, when and why, field by field. For the same as the list. 查看范围与列表相同。")
    @APIResponse(responseCode = "200", description = "the entries, the oldest first 办理过程")
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    public List<HistoryEntry> history(UUID id) {
        return service.history(caller.get(), id);
    }

    private Response changed(PlanView view) {
        return Answers.changed(view, view.fields().version(), BusinessTime.today(clock));
    }
}
