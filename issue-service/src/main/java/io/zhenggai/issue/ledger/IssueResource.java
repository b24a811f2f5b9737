package io.zhenggai.issue.ledger;

import io.zhenggai.kit.calendar.BusinessTime;
import io.zhenggai.kit.history.HistoryEntry;
import io.zhenggai.kit.http.Answers;
import io.zhenggai.kit.http.EntityTags;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One issue over HTTP, named by its id or its ledger number; what is done with it is the affair of other resources. */
@Path("/api/v1/issues/{reference}")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
@APIResponse(responseCode = "404", description = Said.NOT_FOUND)
public class IssueResource {

    private final IssueService service;
    private final CurrentCaller caller;
    private final Clock clock;

    IssueResource(IssueService service, CurrentCaller caller, Clock clock) {
        this.service = service;
        this.caller = caller;
        this.clock = clock;
    }

    /** Reads one issue. */
    @GET
    @RolesAllowed("**")
    @MachineScope("issues:read")
    @Operation(
            operationId = "readIssue",
            summary = "Read an issue 查看问题",
            description =
                    "By its id or ledger number, for everybody within whose region it lies; who only reads the ledger is not shown"
                            + " the text as received. 按编号查看；领导、督查等只读人员不显示来源原文。")
    @APIResponse(
            responseCode = "200",
            description = "the issue 该问题",
            content = @Content(schema = @Schema(implementation = IssueView.class)))
    @APIResponse(responseCode = "304", description = Said.NOT_MODIFIED)
    public Response read(String reference, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        IssueView view = service.find(caller.get(), reference);
        return Answers.read(view, tag(view), ifNoneMatch);
    }

    /** Reads an issue's history, the oldest entry first. */
    @GET
    @Path("/history")
    @RolesAllowed("**")
    @MachineScope("issues:read")
    @Operation(
            operationId = "readIssueHistory",
            summary = "Read an issue's history 查看办理过程",
            description =
                    "Who did what and when, field by field, for everybody within whose region the issue lies. 何人何时办理了什么，逐项列出变化。")
    @APIResponse(responseCode = "200", description = "the oldest entry first 按时间先后")
    public List<HistoryEntry> history(String reference) {
        return service.history(caller.get(), reference);
    }

    /** The source items of a merged issue are answered through the one that goes on, whose status is shown: its own version stays as it is. */
    private String tag(IssueView view) {
        return view.fields().status() == IssueStatus.MERGED
                ? EntityTags.of(view.version(), today(), view.goesOnAs() + " " + view.sourceItems())
                : EntityTags.of(view.version(), today());
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
