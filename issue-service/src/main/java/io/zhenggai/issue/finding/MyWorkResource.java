package io.zhenggai.issue.finding;

import io.zhenggai.issue.ledger.Said;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller, over HTTP. */
@Path("/api/v1/my-work")
@Tag(name = "issues", description = "The ledger of problems 整改台账")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
@APIResponse(responseCode = "403", description = Said.FORBIDDEN)
public class MyWorkResource {

    private final FindingService service;
    private final CurrentCaller caller;

    MyWorkResource(FindingService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Counts what waits for the caller. */
    @GET
    @RolesAllowed("**")
    @MachineScope("issues:read")
    @Operation(
            operationId = "readMyWork",
            summary = "Count what waits for me 查看我的待办",
            description =
                    "Of the issues within the caller's region, how many wait for the caller and for what: by role, by whose turn it is, and"
                            + " never to decide or verify what the caller has asked for. The list of issues takes each as"
                            + " waitingForMe. Beside them what waits of proposed source items and of supervisions. Who only reads has nothing to do. 按角色和办理环节统计本地区等待本人办理的问题数，不含须由他人审核的本人申请；"
                            + "以 waitingForMe 查询台账可列出具体问题；另列待核定的来源建议和待签发、待回复、待审核的督办；只读人员没有待办。")
    @APIResponse(
            responseCode = "200",
            description = "counted by what is to be done, each up to 1,000 按事项统计，每项最多计 1000 件")
    public MyWork read() {
        return service.work(caller.get());
    }
}
