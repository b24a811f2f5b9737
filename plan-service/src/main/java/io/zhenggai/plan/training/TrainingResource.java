package io.zhenggai.plan.training;

import io.zhenggai.kit.calendar.BusinessTime;
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

/** Training sessions over HTTP. */
@Path("/api/v1/training-sessions")
@Tag(name = "training-sessions", description = "Training that was held 培训")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "not signed in 未登录")
@APIResponse(responseCode = "403", description = "not for this role 该角色无权操作")
@RolesAllowed({
    Claim.PROVINCE,
    Claim.OFFICE,
    Claim.INDICATOR_LEAD,
    Claim.COUNTY,
    Claim.DEPARTMENT,
    Claim.LEADER,
    Claim.AUDITOR
})
public class TrainingResource {

    /** A session does not change, so its version is that of its record. */
    private static final long VERSION = 0;

    private final TrainingService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    TrainingResource(TrainingService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Records a session. */
    @POST
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
    @Operation(
            operationId = "recordTrainingSession",
            summary = "Record a training session 登记培训",
            description =
                    "An office records its special training, the province the other four kinds. The first one fulfils the"
                            + " obligation, late when it is recorded late. 各市登记专题培训，省级登记其余四类；首次登记即完成相应事项。")
    @APIResponse(
            responseCode = "201",
            description = "recorded 已登记",
            content = @Content(schema = @Schema(implementation = TrainingView.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容有误")
    @APIResponse(responseCode = "422", description = "every rule that is broken 不符合要求之处")
    public Response record(@NotNull @Valid NewTrainingSession session) {
        return idempotency.once(() -> {
            TrainingView view = service.record(caller.get(), session);
            URI location =
                    URI.create("/api/v1/training-sessions/" + view.fields().id());
            return Answers.created(location, view, VERSION, BusinessTime.today(clock));
        });
    }

    /** Lists sessions. */
    @GET
    @Operation(
            operationId = "listTrainingSessions",
            summary = "List training sessions 查询培训",
            description = "The province sees all, an office and everybody in its city what that office held."
                    + " 省级可查看全部；各市及其县区、部门仅可查看本市组织的培训。")
    @APIResponse(responseCode = "200", description = "a page, the newest first 一页培训记录，最新的在前")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    public RestResponse<Page<TrainingView>> list(
            @Parameter(description = "of this campaign only 所属整改行动") @QueryParam("campaignId") @Nullable
                    UUID campaignId,
            @Parameter(description = "who held it: an office's code, or 410000 组织地区代码")
                    @QueryParam("region")
                    @RegionCodeText
                    @Nullable
                    String region,
            @QueryParam("kind") @Nullable TrainingKind kind,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        TrainingFilter filter = new TrainingFilter(
                Optional.ofNullable(campaignId), Optional.ofNullable(region), Optional.ofNullable(kind));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, page));
    }

    /** Reads one session. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readTrainingSession",
            summary = "Read a training session 查看培训",
            description = "For the same as the list. 查看范围与列表相同。")
    @APIResponse(
            responseCode = "200",
            description = "the session 培训记录",
            content = @Content(schema = @Schema(implementation = TrainingView.class)))
    @APIResponse(responseCode = "304", description = "as the caller knows it 未变化")
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        TrainingView view = service.find(caller.get(), id);
        return Answers.read(view, VERSION, BusinessTime.today(clock), ifNoneMatch);
    }
}
