package io.zhenggai.issue.lookback;

import io.zhenggai.issue.ledger.Relapse;
import io.zhenggai.issue.ledger.Said;
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

/** Look-backs over HTTP. */
@Path("/api/v1/look-backs")
@Tag(name = "look-backs", description = "Look-backs at what was closed 回头看")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@RolesAllowed({Claim.PROVINCE, Claim.OFFICE, Claim.INDICATOR_LEAD, Claim.COUNTY, Claim.LEADER, Claim.AUDITOR})
public class LookBackResource {

    private static final String SCOPE =
            " The province, its leaders and auditors see everything; offices, counties and zones see of their own what is told, and not"
                    + " before. 省工改办及省级领导、督查可查看全部；各市、县（市、区）和开发区只可查看本地区已登记结果的问题。";

    private final LookBackService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    LookBackResource(LookBackService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Draws a sample. */
    @POST
    @RolesAllowed(Claim.PROVINCE)
    @Operation(
            operationId = "drawLookBack",
            summary = "Draw a sample of closed issues 抽取回头看样本",
            description =
                    "For the province: a sample of what was closed between two days, of all or of each city; the same seed draws the same of"
                            + " the same issues (ascending SHA-256 of seed and id). 由省工改办在一定期间销号的问题中随机抽取，可分市抽取；抽取结果"
                            + "由种子唯一确定（按种子与问题标识的 SHA-256 升序），可复核。")
    @APIResponse(
            responseCode = "201",
            description = "drawn 已抽取",
            content = @Content(schema = @Schema(implementation = LookBackView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response draw(@NotNull @Valid NewLookBack body) {
        return idempotency.once(() -> {
            LookBackView view = service.draw(caller.get(), body);
            URI location = URI.create("/api/v1/look-backs/" + view.id());
            return Answers.created(location, view, view.version(), BusinessTime.today(clock));
        });
    }

    /** Lists look-backs. */
    @GET
    @Operation(
            operationId = "listLookBacks",
            summary = "List look-backs 查询回头看",
            description = "The newest first. 按抽取先后倒序。" + SCOPE)
    @APIResponse(responseCode = "200", description = "one page, with the link to the next 一页回头看")
    @APIResponse(responseCode = "400", description = Said.INVALID)
    public RestResponse<Page<LookBackView>> list(
            @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        LookBackFilter filter = new LookBackFilter(Optional.ofNullable(campaignId));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, page));
    }

    /** Reads one look-back. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readLookBack",
            summary = "Read a look-back 查看回头看",
            description = "With its progress, revocation rate and repeat rate. 含进度、撤销率和反弹率。" + SCOPE)
    @APIResponse(
            responseCode = "200",
            description = "the look-back 该次回头看",
            content = @Content(schema = @Schema(implementation = LookBackView.class)))
    @APIResponse(responseCode = "304", description = Said.NOT_MODIFIED)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        LookBackView view = service.find(caller.get(), id);
        return Answers.read(view, view.version(), BusinessTime.today(clock), ifNoneMatch);
    }

    /** Lists what was drawn. */
    @GET
    @Path("/{id}/issues")
    @Operation(
            operationId = "listLookBackIssues",
            summary = "List what a look-back drew 查询回头看样本",
            description = "In the order of the draw, with what was found. 按抽取顺序，含核查结果。" + SCOPE)
    @APIResponse(responseCode = "200", description = "one page, with the link to the next 一页样本")
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    public RestResponse<Page<DrawnIssue>> issues(
            UUID id,
            @Parameter(description = "code of a city or demonstration zone 省辖市、示范区代码")
                    @QueryParam("city")
                    @RegionCodeText
                    @Nullable
                    String city,
            @QueryParam("finding") @Nullable LookBackFinding finding,
            @Parameter(description = "whether the result is told 是否已登记结果") @QueryParam("told") @Nullable Boolean told,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        DrawnIssueFilter filter = new DrawnIssueFilter(
                true, Optional.ofNullable(city), Optional.ofNullable(finding), Optional.ofNullable(told));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.issues(caller.get(), id, filter, page));
    }

    /** Lists what was drawn from. */
    @GET
    @Path("/{id}/population")
    @RolesAllowed({Claim.PROVINCE, Claim.AUDITOR})
    @Operation(
            operationId = "listLookBackPopulation",
            summary = "List what a look-back drew from 查询抽样总体",
            description =
                    "For the province and its auditors: every issue in the order of the draw, each with its digest, so that the sample can be"
                            + " drawn again by hand. 供省工改办和省级督查复核：按抽取顺序列出全部问题及其摘要值。")
    @APIResponse(responseCode = "200", description = "one page, with the link to the next 一页抽样总体")
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    public RestResponse<Page<DrawnIssue>> population(
            UUID id,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.population(caller.get(), id, page));
    }

    /** Tells what was found of one issue. */
    @POST
    @Path("/{id}/results")
    @RolesAllowed(Claim.PROVINCE)
    @Operation(
            operationId = "tellLookBackResult",
            summary = "Tell what was found 登记回头看结果",
            description =
                    "For the province: what is incomplete or false is revoked at once, until another deadline; what has come back is"
                            + " registered, or names the issue that is registered already. 由省工改办登记：整改不到位、虚假整改的同时撤销销号并"
                            + "明确新的时限；问题反弹的同时登记或注明反弹后的问题。结果登记后不能更改。")
    @APIResponse(
            responseCode = "200",
            description = "the look-back as it is now, and the result 登记后的回头看及结果",
            content = @Content(schema = @Schema(implementation = ToldResult.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    @APIResponse(
            responseCode = "409",
            description = "told already, or the close-out was revoked meanwhile 结果已登记，或销号已被撤销")
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    public Response tell(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid LookBackResult body) {
        Optional.ofNullable(body.relapse()).map(Relapse::campaignId).ifPresent(service::await);
        return idempotency.once(() -> {
            ToldResult told = service.tell(caller.get(), id, ifMatch, body);
            return Answers.changed(told, told.lookBack().version(), BusinessTime.today(clock));
        });
    }
}
