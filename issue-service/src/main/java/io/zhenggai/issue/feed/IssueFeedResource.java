package io.zhenggai.issue.feed;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.identity.MachineScope;
import io.zhenggai.kit.identity.ProvinceWide;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
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

/** The change feed over HTTP. */
@Path("/api/v1/issues/changes")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
public class IssueFeedResource {

    private final IssueFeedService service;

    IssueFeedResource(IssueFeedService service) {
        this.service = service;
    }

    /** Reads on in the feed. */
    @GET
    @RolesAllowed(Claim.SYSTEM)
    @MachineScope("issues:sync")
    @ProvinceWide
    @Operation(
            operationId = "listIssueChanges",
            summary = "Read what changed 增量同步问题变更",
            description =
                    "For systems with the scope issues:sync, of the whole province: every change once and in the order of commits, none skipped"
                            + " and none repeated. Begin without a cursor, keep the one in next, and come back with it whenever you like."
                            + " The feed begins when the system is first run with it. Who keeps a copy of the whole ledger begins with"
                            + " copy=true: every issue as it stands comes first, as issue.snapshot.v1, then, by the same cursors, every"
                            + " change since; pass over what has no greater eventVersion than the issue that you have."
                            + " 供获准（issues:sync）的省级系统使用：全省问题的每次变更按提交先后各返回一次，不遗漏、不重复；首次不带游标，"
                            + "之后以上次返回的 next 继续。需要全量数据的，首次以 copy=true 开始：先逐页返回全部问题的现状（issue.snapshot.v1），"
                            + "再返回其后的每次变更；eventVersion 不大于已有版本的，请略过。")
    @APIResponse(responseCode = "200", description = "what happened behind the cursor; none where nothing has 游标之后的变更")
    @APIResponse(responseCode = "400", description = Said.INVALID)
    public RestResponse<IssueChangePage> changes(
            @QueryParam("limit") @DefaultValue("200") int limit,
            @Parameter(description = "next of the answer before; absent for the beginning 上次返回的 next")
                    @QueryParam("cursor")
                    @Nullable
                    String cursor,
            @Parameter(
                            description =
                                    "whether to begin with every issue as it stands; without meaning where there is a cursor 是否先返回全部问题的现状")
                    @QueryParam("copy")
                    boolean copy,
            @Context UriInfo uri) {
        IssueChangePage page = service.behind(new PageRequest(limit, Optional.ofNullable(cursor), false), copy);
        return Links.next(uri, page, page.next());
    }
}
