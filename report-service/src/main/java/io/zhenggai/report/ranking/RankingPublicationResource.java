package io.zhenggai.report.ranking;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.idempotency.IdempotencyService;
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

/** Published rankings over HTTP. */
@Path("/api/v1/figures/rankings")
@Tag(name = "figures", description = "Figures of the ledger 统计分析")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "no token, or one that is not good 未登录或登录已失效")
@APIResponse(responseCode = "403", description = "not for this role 无权进行此操作")
public class RankingPublicationResource {

    private final RankingPublicationService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    RankingPublicationResource(
            RankingPublicationService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Publishes the ranking of now. */
    @POST
    @RolesAllowed(Claim.PROVINCE)
    @Operation(
            operationId = "publishRanking",
            summary = "Publish the ranking of a campaign 发布排名",
            description =
                    "For the province: freezes the ranking as it stands now and shows it to the offices that are named, to all"
                            + " where none is. 由省工改办发布：固定当前排名，并向所列省辖市、示范区公开；未列明的，向全部地区公开。")
    @APIResponse(
            responseCode = "201",
            description = "published 已发布",
            content = @Content(schema = @Schema(implementation = PublishedRanking.class)))
    @APIResponse(responseCode = "400", description = "the body is not of its form 请求内容格式有误")
    @APIResponse(responseCode = "422", description = "no such campaign or office 没有这一整改行动或地区")
    public Response publish(@NotNull @Valid NewRanking ranking) {
        return idempotency.once(() -> {
            PublishedRanking published = service.publish(caller.get(), ranking);
            URI location = URI.create("/api/v1/figures/rankings/" + published.id());
            return Answers.created(location, published, 0, BusinessTime.today(clock));
        });
    }

    /** Lists published rankings. */
    @GET
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.INDICATOR_LEAD, Claim.LEADER, Claim.AUDITOR})
    @Operation(
            operationId = "listRankings",
            summary = "List published rankings 查询已发布的排名",
            description =
                    "The newest first, without the rankings themselves: those that were published to the caller's city, all for"
                            + " the province. For the province, offices, indicator leads, leaders and auditors."
                            + " 列出向本地区公开的排名，最新的在前，不含排名内容；省级可查看全部。")
    @APIResponse(responseCode = "200", description = "one page 一页")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数格式有误")
    public RestResponse<Page<ListedRanking>> list(
            @Parameter(description = "of this campaign 所属整改行动") @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        RankingFilter filter = new RankingFilter(Optional.ofNullable(campaignId));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, page));
    }

    /** Reads one. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.INDICATOR_LEAD, Claim.LEADER, Claim.AUDITOR})
    @Operation(
            operationId = "readPublishedRanking",
            summary = "Read a published ranking 查看已发布的排名",
            description =
                    "As it stood when it was published. For the province, and for offices, indicator leads, leaders and auditors"
                            + " of a city that it was published to. 查看向本地区公开的排名，内容以发布时为准。")
    @APIResponse(
            responseCode = "200",
            description = "the ranking 排名",
            content = @Content(schema = @Schema(implementation = PublishedRanking.class)))
    @APIResponse(responseCode = "304", description = "unchanged since the ETag in If-None-Match 未变化")
    @APIResponse(responseCode = "404", description = "there is none for this caller 未找到")
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Answers.read(service.find(caller.get(), id), 0, BusinessTime.today(clock), ifNoneMatch);
    }
}
