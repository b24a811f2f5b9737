package io.zhenggai.plan.obligation;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.text.RegionCodeText;
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

/** Obligations over HTTP; they are changed by what is filed and done, never by themselves. */
@Path("/api/v1/obligations")
@Tag(name = "obligations", description = "Who owes what by when 应办事项")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Claim.PROVINCE,
    Claim.OFFICE,
    Claim.INDICATOR_LEAD,
    Claim.COUNTY,
    Claim.DEPARTMENT,
    Claim.LEADER,
    Claim.AUDITOR
})
public class ObligationResource {

    private final ObligationService service;
    private final CurrentCaller caller;
    private final Clock clock;

    ObligationResource(ObligationService service, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.caller = caller;
        this.clock = clock;
    }

    /** Lists obligations. */
    @GET
    @Operation(
            operationId = "listObligations",
            summary = "List obligations 查询应办事项",
            description = "The province sees all, an office and everybody in its city what that office owes."
                    + " 省级可查看全部；各市及其县区、部门仅可查看本市工改办的应办事项。")
    @APIResponse(responseCode = "200", description = "a page, in the order in which they were opened 一页应办事项")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    @APIResponse(responseCode = "401", description = "not signed in 未登录")
    @APIResponse(responseCode = "403", description = "not for this role 该角色无权查看")
    public RestResponse<Page<ObligationView>> list(
            @Parameter(description = "of this campaign only 所属整改行动") @QueryParam("campaignId") @Nullable
                    UUID campaignId,
            @Parameter(description = "who owes it: an office's code, or 410000 责任地区代码")
                    @QueryParam("region")
                    @RegionCodeText
                    @Nullable
                    String region,
            @QueryParam("status") @Nullable ObligationStatus status,
            @QueryParam("code") @Nullable ObligationCode code,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        ObligationFilter filter = new ObligationFilter(
                Optional.ofNullable(campaignId),
                Optional.ofNullable(region),
                Optional.ofNullable(status),
                Optional.ofNullable(code));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, page));
    }

    /** Reads one obligation. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readObligation",
            summary = "Read an obligation 查看应办事项",
            description = "For the same as the list. 查看范围与列表相同。")
    @APIResponse(
            responseCode = "200",
            description = "the obligation 应办事项",
            content = @Content(schema = @Schema(implementation = ObligationView.class)))
    @APIResponse(responseCode = "304", description = "as the caller knows it 未变化")
    @APIResponse(responseCode = "401", description = "not signed in 未登录")
    @APIResponse(responseCode = "403", description = "not for this role 该角色无权查看")
    @APIResponse(responseCode = "404", description = "not there, or another region's 未找到，或属于其他地区")
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        ObligationView view = service.find(caller.get(), id);
        return Answers.read(view, view.version(), BusinessTime.today(clock), ifNoneMatch);
    }
}
