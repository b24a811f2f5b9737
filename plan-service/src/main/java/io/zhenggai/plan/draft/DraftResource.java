package io.zhenggai.plan.draft;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.HistoryEntry;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.plan.campaign.CampaignView;
import io.zhenggai.plan.notice.NoticeReading;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Campaign drafts over HTTP. */
@Path("/api/v1/campaign-drafts")
@Tag(name = "campaign-drafts", description = "Notices, read and corrected until they are published 通知草稿")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "not signed in 未登录")
@APIResponse(responseCode = "403", description = "for the provincial office only 仅限省工改办")
@RolesAllowed(Claim.PROVINCE)
public class DraftResource {

    /** A campaign does not change, so its version is that of its publication. */
    private static final long CAMPAIGN_VERSION = 0;

    private final DraftService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    DraftResource(DraftService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Reads a notice. */
    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(
            operationId = "readNotice",
            summary = "Read a notice into a draft 读取通知",
            description =
                    "For the provincial office. The text of a notice, UTF-8, at most 1 MiB and 200,000 characters."
                            + " What was not found is named in reading.notFound. 由省工改办提交通知全文；未找到的内容在 reading.notFound 中说明。")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(implementation = String.class),
                            example = "关于印发2021年河南省办理建筑许可整改提升工作方案的通知\n\n各省辖市…办公室：\n…"))
    @APIResponse(
            responseCode = "201",
            description = "read 已读取",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "400", description = "empty, not UTF-8, control characters, or HTML 为空、编码有误或不是纯文本")
    @APIResponse(responseCode = "413", description = "too long 过长")
    @APIResponse(responseCode = "415", description = "not text/plain in UTF-8 不是 UTF-8 纯文本")
    public Response readNotice(
            byte @Nullable [] body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type) {
        // Without the field every operation fits; without the parameter it is UTF-8, as what we write is.
        if (type == null
                || !type.getParameters().getOrDefault("charset", "UTF-8").equalsIgnoreCase("UTF-8")) {
            throw new NotSupportedException();
        }
        String text = NoticeText.of(body == null ? new byte[0] : body);
        NoticeReading reading = service.read(text);
        return idempotency.once(() -> {
            DraftView view = service.create(caller.get(), text, reading);
            URI location = URI.create("/api/v1/campaign-drafts/" + view.fields().id());
            return Answers.created(location, view, view.fields().version(), BusinessTime.today(clock));
        });
    }

    /** Lists drafts. */
    @GET
    @Operation(
            operationId = "listCampaignDrafts",
            summary = "List drafts 查询通知草稿",
            description = "For the provincial office; without readings and contents. 由省工改办查看，不含正文。")
    @APIResponse(responseCode = "200", description = "a page, the newest first 一页草稿，最新的在前")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    public RestResponse<Page<DraftFields>> list(
            @QueryParam("status") @Nullable DraftStatus status,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), Optional.ofNullable(status), page));
    }

    /** Reads one draft. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readCampaignDraft",
            summary = "Read a draft 查看通知草稿",
            description =
                    "For the provincial office: what would be published, what was read with each sentence, what a person"
                            + " corrected, and what stands in the way of publication. 由省工改办查看。")
    @APIResponse(
            responseCode = "200",
            description = "the draft 草稿",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "304", description = "as the caller knows it 未变化")
    @APIResponse(responseCode = "404", description = "not there 未找到")
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        DraftView view = service.find(caller.get(), id);
        return Answers.read(view, view.fields().version(), BusinessTime.today(clock), ifNoneMatch);
    }

    /** Reads the text as received. */
    @GET
    @Path("/{id}/text")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(
            operationId = "readCampaignDraftText",
            summary = "Read the notice as received 查看通知原文",
            description = "For the provincial office. 由省工改办查看。")
    @APIResponse(responseCode = "200", description = "the text 原文")
    @APIResponse(responseCode = "404", description = "not there 未找到")
    public String text(UUID id) {
        return service.text(caller.get(), id);
    }

    /** Reads a draft's history. */
    @GET
    @Path("/{id}/history")
    @Operation(
            operationId = "readCampaignDraftHistory",
            summary = "Read a draft's history 查看草稿的修改记录",
            description = "For the provincial office, the oldest entry first. 由省工改办查看，最早的在前。")
    @APIResponse(responseCode = "200", description = "who changed what, and when 修改记录")
    @APIResponse(responseCode = "404", description = "not there 未找到")
    public List<HistoryEntry> history(UUID id) {
        return service.history(caller.get(), id);
    }

    /** Replaces the content. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "correctCampaignDraft",
            summary = "Correct a draft 修改草稿",
            description =
                    "For the provincial office. The whole campaign in plain values; the reading stays for comparison and"
                            + " corrections shows what differs. It may still be incomplete. 由省工改办整体修改，读取结果保留以便对照。")
    @APIResponse(
            responseCode = "200",
            description = "corrected 已修改",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容有误")
    @APIResponse(responseCode = "404", description = "not there 未找到")
    @APIResponse(responseCode = "409", description = "published already 已经发布")
    @APIResponse(responseCode = "412", description = "changed meanwhile 已被他人修改")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match")
    public Response correct(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DraftContent content) {
        DraftView view = service.correct(caller.get(), id, ifMatch, content);
        return Answers.changed(view, view.fields().version(), BusinessTime.today(clock));
    }

    /** Publishes the draft. */
    @POST
    @Path("/{id}/publications")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "publishCampaignDraft",
            summary = "Publish a draft as a campaign 发布整改行动",
            description = "For the provincial office. Opens what the phases demand for every office and the province."
                    + " 由省工改办发布，同时为各地和省级生成应办事项。")
    @APIResponse(
            responseCode = "201",
            description = "published 已发布",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    @APIResponse(responseCode = "404", description = "not there 未找到")
    @APIResponse(responseCode = "409", description = "this draft, or its document number, is published already 已经发布")
    @APIResponse(responseCode = "412", description = "changed meanwhile 已被他人修改")
    @APIResponse(responseCode = "422", description = "something is missing or contradictory 内容缺失或相互矛盾")
    @APIResponse(responseCode = "428", description = "If-Match is missing 缺少 If-Match")
    public Response publish(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return idempotency.once(() -> {
            CampaignView campaign = service.publish(caller.get(), id, ifMatch);
            URI location = URI.create("/api/v1/campaigns/" + campaign.id());
            return Answers.created(location, campaign, CAMPAIGN_VERSION, BusinessTime.today(clock));
        });
    }
}
