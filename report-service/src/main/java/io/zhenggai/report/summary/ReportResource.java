package io.zhenggai.report.summary;

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
import java.time.LocalDate;
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

/** The summary reports over HTTP. */
@Path("/api/v1/reports")
@Tag(name = "reports", description = "Summary reports 总结报告")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "no token, or one that is not good 未登录或登录已失效")
@APIResponse(responseCode = "403", description = "not for this role 无权进行此操作")
public class ReportResource {

    private final ReportService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    ReportResource(ReportService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Drafts a report. */
    @POST
    @RolesAllowed(Claim.OFFICE)
    @Operation(
            operationId = "draftReport",
            summary = "Draft the summary report of one's own office 起草总结报告",
            description = "For a regional office; one report for each campaign. Parts may still be empty."
                    + " 由省辖市、济源示范区工改办起草；每个整改行动一份，各部分可暂不填写。")
    @APIResponse(
            responseCode = "201",
            description = "drafted 已起草",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容格式有误")
    @APIResponse(responseCode = "409", description = "there is a report of this office and campaign 已有总结报告")
    @APIResponse(responseCode = "422", description = "no such campaign 没有这一整改行动")
    public Response draft(@NotNull @Valid NewReport report) {
        service.awaitCampaign(caller.get(), report.campaignId());
        return idempotency.once(() -> {
            ReportView view = service.draft(caller.get(), report);
            URI location = URI.create("/api/v1/reports/" + view.fields().id());
            return Answers.created(location, view, view.version(), today());
        });
    }

    /** Lists reports. */
    @GET
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.INDICATOR_LEAD, Claim.LEADER, Claim.AUDITOR})
    @Operation(
            operationId = "listReports",
            summary = "List summary reports 查询总结报告",
            description =
                    "The newest first, without their texts, within the caller's region. For the province, offices, indicator"
                            + " leads, leaders and auditors. 按登录人的地区范围列出，最新的在前，不含正文。")
    @APIResponse(responseCode = "200", description = "one page 一页")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数格式有误")
    public RestResponse<Page<ListedReport>> list(
            @Parameter(description = "of this campaign 所属整改行动") @QueryParam("campaignId") @Nullable UUID campaignId,
            @Parameter(description = "six-digit code of an office's region 地区代码")
                    @QueryParam("region")
                    @RegionCodeText
                    @Nullable
                    String region,
            @QueryParam("status") @Nullable ReportStatus status,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        ReportFilter filter = new ReportFilter(
                Optional.ofNullable(campaignId), Optional.ofNullable(region), Optional.ofNullable(status));
        PageRequest asked = new PageRequest(limit, Optional.ofNullable(cursor), total);
        Page<ListedReport> page = service.list(caller.get(), filter, asked);
        return Links.page(uri, page);
    }

    /** Reads one report. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.INDICATOR_LEAD, Claim.LEADER, Claim.AUDITOR})
    @Operation(
            operationId = "readReport",
            summary = "Read a summary report 查看总结报告",
            description =
                    "With its figures: those of now, and texts proposed from them, while the office may write on it; those of the"
                            + " last submission after that. For the province, offices, indicator leads, leaders and auditors."
                            + " 草稿和退回修改期间附当前统计数据及代拟文字，报送后附报送时的统计数据。")
    @APIResponse(
            responseCode = "200",
            description = "the report 总结报告",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match 未变化")
    @APIResponse(responseCode = "404", description = "there is none for this caller 未找到")
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        ReportView view = service.find(caller.get(), id);
        return Answers.read(view, view.tag(today()), ifNoneMatch);
    }

    /** Replaces a report's content. */
    @PUT
    @Path("/{id}/content")
    @RolesAllowed(Claim.OFFICE)
    @Operation(
            operationId = "reviseReport",
            summary = "Revise the content 修改总结报告",
            description = "Replaces the whole content of a draft or a returned report. For its own office."
                    + " 由本地区工改办修改草稿或被退回的总结报告，整体替换。")
    @APIResponse(
            responseCode = "200",
            description = "revised 已修改",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容格式有误")
    @APIResponse(responseCode = "404", description = "there is none for this caller 未找到")
    @APIResponse(responseCode = "409", description = "submitted or accepted already 已报送或已审核通过")
    @APIResponse(responseCode = "412", description = "changed by somebody else meanwhile 已被他人更新")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match 请求头")
    public Response revise(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReportContent content) {
        return changed(service.revise(caller.get(), id, ifMatch, content));
    }

    /** 报送. */
    @POST
    @Path("/{id}/submissions")
    @RolesAllowed(Claim.OFFICE)
    @Operation(
            operationId = "submitReport",
            summary = "Submit a summary report 报送总结报告",
            description =
                    "Freezes the figures as they stand. Each of the five parts must say something. Too late is possible, and stays"
                            + " visible. For its own office. 由本地区工改办报送；五个部分均须填写，统计数据以报送时为准；逾期仍可报送并予标明。")
    @APIResponse(
            responseCode = "200",
            description = "submitted 已报送",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容格式有误")
    @APIResponse(responseCode = "404", description = "there is none for this caller 未找到")
    @APIResponse(responseCode = "409", description = "submitted or accepted already 已报送或已审核通过")
    @APIResponse(responseCode = "412", description = "changed by somebody else meanwhile 已被他人更新")
    @APIResponse(responseCode = "422", description = "a part is blank 有未填写的部分")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match 请求头")
    public Response submit(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReportSubmission body) {
        return idempotency.once(() -> changed(service.submit(caller.get(), id, ifMatch, body)));
    }

    /** What was submitted. */
    @GET
    @Path("/{id}/submissions")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.INDICATOR_LEAD, Claim.LEADER, Claim.AUDITOR})
    @Operation(
            operationId = "listReportSubmissions",
            summary = "Read what was submitted, each time 查看历次报送",
            description = "The oldest first, each with its content and its frozen figures. For who may read the report."
                    + " 历次报送的正文和当时的统计数据，最早的在前。")
    @APIResponse(responseCode = "200", description = "all submissions 历次报送")
    @APIResponse(responseCode = "404", description = "there is none for this caller 未找到")
    public List<FiledReport> submissions(UUID id) {
        return service.submissions(caller.get(), id);
    }

    /** 退回修改. */
    @POST
    @Path("/{id}/returns")
    @RolesAllowed(Claim.PROVINCE)
    @Operation(
            operationId = "returnReport",
            summary = "Return a summary report 退回总结报告",
            description =
                    "With reasons, part by part; to be submitted again within three working days unless another day is named. For the"
                            + " province, never for who submitted it. 由省工改办逐项说明理由后退回，默认三个工作日内重新报送；报送人本人不得审核。")
    @APIResponse(
            responseCode = "200",
            description = "returned 已退回",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容格式有误")
    @APIResponse(responseCode = "404", description = "there is none for this caller 未找到")
    @APIResponse(responseCode = "409", description = "not submitted 尚未报送")
    @APIResponse(responseCode = "412", description = "changed by somebody else meanwhile 已被他人更新")
    @APIResponse(responseCode = "422", description = "resubmitBy is out of bounds 重新报送期限超出范围")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match 请求头")
    public Response giveBack(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid ReportReturn body) {
        return idempotency.once(() -> changed(service.giveBack(caller.get(), id, ifMatch, body)));
    }

    /** 审核通过. */
    @POST
    @Path("/{id}/acceptances")
    @RolesAllowed(Claim.PROVINCE)
    @Operation(
            operationId = "acceptReport",
            summary = "Accept a summary report 审核通过总结报告",
            description = "For the province, never for who submitted it. 由省工改办审核；报送人本人不得审核。")
    @APIResponse(
            responseCode = "200",
            description = "accepted 已审核通过",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容格式有误")
    @APIResponse(responseCode = "404", description = "there is none for this caller 未找到")
    @APIResponse(responseCode = "409", description = "not submitted 尚未报送")
    @APIResponse(responseCode = "412", description = "changed by somebody else meanwhile 已被他人更新")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match 请求头")
    public Response accept(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReportAcceptance body) {
        return idempotency.once(() -> changed(service.accept(caller.get(), id, ifMatch, body)));
    }

    /** Reads a report's history. */
    @GET
    @Path("/{id}/history")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.INDICATOR_LEAD, Claim.LEADER, Claim.AUDITOR})
    @Operation(
            operationId = "readReportHistory",
            summary = "Read a summary report's history 查看总结报告办理过程",
            description = "The oldest entry first: who, when, why, field by field. For who may read the report. 最早的在前。")
    @APIResponse(responseCode = "200", description = "all entries 办理过程")
    @APIResponse(responseCode = "404", description = "there is none for this caller 未找到")
    public List<HistoryEntry> history(UUID id) {
        return service.history(caller.get(), id);
    }

    private Response changed(ReportView view) {
        return Answers.changed(view, view.version(), today());
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
