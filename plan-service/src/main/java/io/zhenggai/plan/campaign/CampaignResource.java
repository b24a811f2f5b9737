package io.zhenggai.plan.campaign;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.identity.ProvinceWide;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Campaigns over HTTP. They are published from a draft and do not change afterwards. */
@Path("/api/v1/campaigns")
@Tag(name = "campaigns", description = "Published campaigns 整改提升行动")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
@ProvinceWide
public class CampaignResource {

    /** A campaign does not change, so its version is that of its publication. */
    private static final long VERSION = 0;

    private final CampaignService service;
    private final Clock clock;

    CampaignResource(CampaignService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** Lists campaigns. */
    @GET
    @Operation(
            operationId = "listCampaigns",
            summary = "List campaigns 查询整改行动",
            description = "For everybody who is signed in: campaigns are the whole province's. 所有登录用户均可查看。")
    @APIResponse(responseCode = "200", description = "a page, the newest first 一页整改行动，最新的在前")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    @APIResponse(responseCode = "401", description = "not signed in 未登录")
    public RestResponse<Page<CampaignView>> list(
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        return Links.page(uri, service.list(new PageRequest(limit, Optional.ofNullable(cursor), total)));
    }

    /** Reads one campaign. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readCampaign",
            summary = "Read a campaign 查看整改行动",
            description = "For everybody who is signed in. 所有登录用户均可查看。")
    @APIResponse(
            responseCode = "200",
            description = "the campaign with its phases and what they demand 整改行动及其阶段和应办事项",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    @APIResponse(responseCode = "304", description = "as the caller knows it 未变化")
    @APIResponse(responseCode = "401", description = "not signed in 未登录")
    @APIResponse(responseCode = "404", description = "not there 未找到")
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        CampaignView view = service.find(id).orElseThrow(() -> Refusal.notFound("整改行动", "campaign"));
        return Answers.read(view, VERSION, BusinessTime.today(clock), ifNoneMatch);
    }
}
