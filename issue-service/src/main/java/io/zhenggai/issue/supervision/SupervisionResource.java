package io.zhenggai.issue.supervision;

import io.zhenggai.issue.ledger.LedgerNumber;
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
import jakarta.validation.constraints.Pattern;
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

/** The supervision ladder over HTTP: drafting, reading, and what makes a document of a draft. */
@Path("/api/v1/supervisions")
@Tag(name = "supervisions", description = "The supervision ladder 督办")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@RolesAllowed({Claim.PROVINCE, Claim.OFFICE})
public class SupervisionResource {

    private static final String SCOPE =
            " Who issues sees its drafts and what it has signed, who is addressed what is signed; the province sees everything."
                    + " 签发单位可查看待签发件和已签发件，主送单位可查看已签发件，省工改办可查看全部。";

    private final SupervisionService service;
    private final SupervisionDraftService drafts;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    SupervisionResource(
            SupervisionService service,
            SupervisionDraftService drafts,
            IdempotencyService idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.service = service;
        this.drafts = drafts;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Drafts one by hand. */
    @POST
    @Operation(
            operationId = "draftSupervision",
            summary = "Draft a supervision 起草督办文书",
            description =
                    "For the province; for offices prompt letters and slips about what they assigned to counties, zones and departments."
                            + " Without a body it is drafted from the issues; proposals become part of it and lapse by that; only a circular"
                            + " goes to several addressees. 省工改办可起草提示函、督办单、约谈通知、通报，省辖市工改办可就其交办的问题起草提示函和督办单；不填正文的"
                            + "由系统代拟；可将多件待签发件并入；除通报外只能主送一个单位。")
    @APIResponse(
            responseCode = "201",
            description = "drafted, to be signed 已起草，待签发",
            content = @Content(schema = @Schema(implementation = SupervisionView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "409", description = "one of the proposals is decided on already 待签发件已办理")
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "422", description = Said.UNPROCESSABLE)
    public Response draft(@NotNull @Valid NewSupervision body) {
        return idempotency.once(() -> {
            SupervisionView view = drafts.draft(caller.get(), body);
            URI location = URI.create("/api/v1/supervisions/" + view.fields().id());
            return Answers.created(location, view, view.version(), BusinessTime.today(clock));
        });
    }

    /** Lists supervisions. */
    @GET
    @RolesAllowed({
        Claim.PROVINCE,
        Claim.MEMBER_UNIT,
        Claim.OFFICE,
        Claim.INDICATOR_LEAD,
        Claim.COUNTY,
        Claim.DEPARTMENT,
        Claim.LEADER,
        Claim.AUDITOR
    })
    @Operation(
            operationId = "listSupervisions",
            summary = "List supervisions 查询督办文书",
            description = "The newest first; status PROPOSED are those to sign. 按时间倒序，状态 PROPOSED 的为待签发件。" + SCOPE)
    @APIResponse(responseCode = "200", description = "one page, with the link to the next 一页督办文书")
    @APIResponse(responseCode = "400", description = Said.INVALID)
    public RestResponse<Page<SupervisionView>> list(
            @QueryParam("kind") @Nullable SupervisionKind kind,
            @QueryParam("status") @Nullable SupervisionStatus status,
            @Parameter(description = "410000, or the code of an office's city 签发单位地区代码")
                    @QueryParam("issuer")
                    @RegionCodeText
                    @Nullable
                    String issuer,
            @Parameter(description = "code of the city of an addressee 主送单位所在市代码")
                    @QueryParam("city")
                    @RegionCodeText
                    @Nullable
                    String city,
            @Parameter(description = "ledger number of an issue that it is about 台账编号")
                    @QueryParam("issue")
                    @Pattern(regexp = LedgerNumber.FORM)
                    @Nullable
                    String issue,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        SupervisionFilter filter = new SupervisionFilter(
                Optional.ofNullable(kind),
                Optional.ofNullable(status),
                Optional.ofNullable(issuer),
                Optional.ofNullable(city),
                Optional.ofNullable(issue));
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, page));
    }

    /** Reads one. */
    @GET
    @Path("/{id}")
    @RolesAllowed({
        Claim.PROVINCE,
        Claim.MEMBER_UNIT,
        Claim.OFFICE,
        Claim.INDICATOR_LEAD,
        Claim.COUNTY,
        Claim.DEPARTMENT,
        Claim.LEADER,
        Claim.AUDITOR
    })
    @Operation(
            operationId = "readSupervision",
            summary = "Read a supervision 查看督办文书",
            description = "With its text and replies. 含正文和回复。" + SCOPE)
    @APIResponse(
            responseCode = "200",
            description = "the supervision 该督办文书",
            content = @Content(schema = @Schema(implementation = SupervisionView.class)))
    @APIResponse(responseCode = "304", description = Said.NOT_MODIFIED)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        SupervisionView view = service.find(caller.get(), id);
        return Answers.read(view, view.version(), BusinessTime.today(clock), ifNoneMatch);
    }

    /** Changes the text of a draft. */
    @PUT
    @Path("/{id}/content")
    @Operation(
            operationId = "reviseSupervision",
            summary = "Revise a draft 修改待签发件",
            description =
                    "For who issues it, until it is signed; 【回复期限】 becomes the day at the signature. 由签发单位在签发前修改，正文中的【回复期限】"
                            + "在签发时替换为日期。")
    @APIResponse(
            responseCode = "200",
            description = "as it is now 修改后的待签发件",
            content = @Content(schema = @Schema(implementation = SupervisionView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    @APIResponse(responseCode = "409", description = Said.ILLEGAL_MOVE)
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    public Response revise(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SupervisionContent body) {
        SupervisionView view = service.revise(caller.get(), id, ifMatch, body);
        return Answers.changed(view, view.version(), BusinessTime.today(clock));
    }

    /** 签发. */
    @POST
    @Path("/{id}/signatures")
    @Operation(
            operationId = "signSupervision",
            summary = "Sign a supervision 签发",
            description =
                    "For who issues it: the signatory's name is on record, nobody signs about their own unit; only now it has a number and a"
                            + " day until which it is replied to, and is shown to who is addressed. 由签发单位签发，签发人留名，不得签发主送本单位的文书；"
                            + "签发时编号、确定回复期限并送达主送单位。")
    @APIResponse(
            responseCode = "200",
            description = "as it is now 已签发的文书",
            content = @Content(schema = @Schema(implementation = SupervisionView.class)))
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    @APIResponse(responseCode = "409", description = Said.ILLEGAL_MOVE)
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    public Response sign(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return idempotency.once(() -> {
            SupervisionView view = service.sign(caller.get(), id, ifMatch);
            return Answers.changed(view, view.version(), BusinessTime.today(clock));
        });
    }

    /** 不予采纳. */
    @POST
    @Path("/{id}/dismissals")
    @Operation(
            operationId = "dismissSupervision",
            summary = "Dismiss a draft 不予采纳",
            description =
                    "For who issues it: the same step is not proposed again unless the day is moved. 由签发单位说明理由；时限未调整的，不再重复提出。")
    @APIResponse(
            responseCode = "200",
            description = "as it is now 办理后的文书",
            content = @Content(schema = @Schema(implementation = SupervisionView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    @APIResponse(responseCode = "409", description = Said.ILLEGAL_MOVE)
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    public Response dismiss(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DismissalReason body) {
        return idempotency.once(() -> {
            SupervisionView view = service.dismiss(caller.get(), id, ifMatch, body);
            return Answers.changed(view, view.version(), BusinessTime.today(clock));
        });
    }
}
