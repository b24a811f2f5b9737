package io.zhenggai.issue.finding;

import io.zhenggai.issue.ledger.IssueView;
import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The list of issues over HTTP. */
@Path("/api/v1/issues")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
public class FindingResource {

    private final FindingService service;
    private final CurrentCaller caller;

    FindingResource(FindingService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Lists issues. */
    @GET
    @RolesAllowed("**")
    @MachineScope("issues:read")
    @Operation(
            operationId = "listIssues",
            summary = "List issues 查询问题台账",
            description =
                    "Within the caller's region; member units and departments see what they lead, help with or registered. The newest first"
                            + " unless sorted otherwise; what lacks the date that it is sorted by comes last. A filter may be given"
                            + " several times, an issue has one of its values then; different filters hold together. Days are those"
                            + " of Asia/Shanghai. 只列本地区的问题；成员单位、部门只列其牵头、配合或登记的问题。默认按登记先后倒序，没有排序所依日期的排在最后。"
                            + "同一筛选条件可给出多个值，符合其一即可；不同条件须同时符合。日期按北京时间，含首尾两日。")
    @APIResponse(responseCode = "200", description = "one page, with the link to the next 一页问题")
    @APIResponse(responseCode = "400", description = Said.INVALID)
    public RestResponse<Page<IssueView>> list(
            @BeanParam @Valid IssueFilter filter,
            @Parameter(description = "REGISTERED_AT unless asked otherwise 排序依据，默认登记时间") @QueryParam("sort") @Nullable
                    IssueSort sort,
            @Parameter(
                            description =
                                    "unless asked otherwise DESC, for DEADLINE and LEDGER_NUMBER ASC 排序方向，整改时限、台账编号默认升序，其余默认降序")
                    @QueryParam("direction")
                    @Nullable
                    SortDirection direction,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        PageRequest page = new PageRequest(limit, Optional.ofNullable(cursor), total);
        return Links.page(uri, service.list(caller.get(), filter, IssueOrder.of(sort, direction), page));
    }
}
