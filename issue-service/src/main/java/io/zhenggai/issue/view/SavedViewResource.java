package io.zhenggai.issue.view;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.idempotency.IdempotencyService;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Saved views over HTTP, for everybody who is a person and lists issues. */
@Path(SavedViewResource.PATH)
@Tag(name = "issue-views", description = "Saved views of the list of issues 常用查询")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
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
public class SavedViewResource {

    static final String PATH = "/api/v1/issue-views";

    private static final String WHOSE = " One's own only; machine clients have none. 仅限本人；系统账号不适用。";

    private final SavedViewService service;
    private final IdempotencyService idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    SavedViewResource(SavedViewService service, IdempotencyService idempotency, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Keeps a view. */
    @POST
    @Operation(
            operationId = "keepIssueView",
            summary = "Keep a view of the list of issues 保存常用查询",
            description =
                    "Filters and order of GET /issues, by the same names, under a name of one's own; at most 50, each name once. The answer's"
                            + " query is what stands behind the question mark of GET /issues. 将 GET /issues 的筛选条件和排序以自定名称保存，"
                            + "参数名称与其一致；每人最多 50 个，名称不得重复。应答中的 query 即为 GET /issues 问号之后的内容。" + WHOSE)
    @APIResponse(
            responseCode = "201",
            description = "kept 已保存",
            content = @Content(schema = @Schema(implementation = SavedView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(
            responseCode = "409",
            description = "a view of the caller's has that name, or there are 50 名称重复，或已满 50 个")
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    public Response keep(@NotNull @Valid NewSavedView body) {
        return idempotency.once(() -> {
            SavedView view = service.keep(caller.get(), body);
            return Answers.created(URI.create(PATH + "/" + view.id()), view, view.version(), today());
        });
    }

    /** Lists the caller's views. */
    @GET
    @Operation(
            operationId = "listIssueViews",
            summary = "List my views 查询我的常用查询",
            description =
                    "All of them, in the order of their names. What a release no longer knows of one is named in outdated: filter is without"
                            + " it, query with it, which the list refuses then. 按名称列出全部常用查询；参数因系统升级而失效的列在 outdated 中，filter 不再含该参数，"
                            + "query 仍含该参数，以之查询将被拒绝。" + WHOSE)
    @APIResponse(responseCode = "200", description = "all of them 全部常用查询")
    public Page<SavedView> list() {
        return new Page<>(service.list(caller.get()), null, null);
    }

    /** Reads one. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "readIssueView",
            summary = "Read a view of mine 查看常用查询",
            description = "With its filters, its order and the query. 含筛选条件、排序和 query。" + WHOSE)
    @APIResponse(
            responseCode = "200",
            description = "the view 该常用查询",
            content = @Content(schema = @Schema(implementation = SavedView.class)))
    @APIResponse(responseCode = "304", description = Said.NOT_MODIFIED)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    public Response read(UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        SavedView view = service.find(caller.get(), id);
        return Answers.read(view, view.version(), today(), ifNoneMatch);
    }

    /** Changes one. */
    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "changeIssueView",
            summary = "Change a view of mine 修改常用查询",
            description = "Name, filters and order as they are to be, all of them. 名称、筛选条件和排序须全部给出。" + WHOSE)
    @APIResponse(
            responseCode = "200",
            description = "as it is now 修改后的常用查询",
            content = @Content(schema = @Schema(implementation = SavedView.class)))
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    @APIResponse(responseCode = "409", description = "another view of the caller's has that name 名称重复")
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "413", description = Said.TOO_LARGE)
    @APIResponse(responseCode = "415", description = Said.UNSUPPORTED)
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    public Response change(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid NewSavedView body) {
        SavedView view = service.change(caller.get(), id, ifMatch, body);
        return Answers.changed(view, view.version(), today());
    }

    /** Removes one. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "removeIssueView",
            summary = "Remove a view of mine 删除常用查询",
            description = "The issues stay as they are. 不影响台账中的问题。" + WHOSE)
    @APIResponse(responseCode = "204", description = "removed 已删除")
    @APIResponse(responseCode = "404", description = Said.NOT_FOUND)
    @APIResponse(responseCode = "412", description = Said.STALE)
    @APIResponse(responseCode = "428", description = Said.PRECONDITION_REQUIRED)
    public void remove(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.remove(caller.get(), id, ifMatch);
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
