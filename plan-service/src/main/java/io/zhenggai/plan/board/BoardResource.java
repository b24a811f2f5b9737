package io.zhenggai.plan.board;

import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The board over HTTP. */
@Path("/api/v1/board")
@Tag(name = "board", description = "The board of a campaign 进度表")
@Produces(MediaType.APPLICATION_JSON)
public class BoardResource {

    private final BoardService service;
    private final CurrentCaller caller;

    BoardResource(BoardService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Reads the board. */
    @GET
    @RolesAllowed({
        Claim.PROVINCE,
        Claim.OFFICE,
        Claim.INDICATOR_LEAD,
        Claim.COUNTY,
        Claim.DEPARTMENT,
        Claim.LEADER,
        Claim.AUDITOR
    })
    @Operation(
            operationId = "readBoard",
            summary = "Read the board of a campaign 查看进度表",
            description = "The province sees every row, an office and everybody in its city that office's row alone."
                    + " 省级可查看全部；各市及其县区、部门仅可查看本市一行。")
    @APIResponse(
            responseCode = "200",
            description = "the board as it stands now 当前进度",
            content = @Content(schema = @Schema(implementation = Board.class)))
    @APIResponse(responseCode = "400", description = "campaignId is missing or no UUID 缺少整改行动或其标识有误")
    @APIResponse(responseCode = "401", description = "not signed in 未登录")
    @APIResponse(responseCode = "403", description = "not for this role 该角色无权查看")
    @APIResponse(responseCode = "404", description = "no such campaign 没有该整改行动")
    public Board board(@QueryParam("campaignId") @NotNull UUID campaignId) {
        return service.board(caller.get(), campaignId);
    }
}
