package io.zhenggai.report.figures;

import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.text.RegionCodeText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Figures over HTTP. */
@Path("/api/v1/figures")
@Tag(name = "figures", description = "Figures of the ledger 统计分析")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "401", description = "no token, or one that is not good 未登录或登录已失效")
@APIResponse(responseCode = "403", description = "not for this role 无权进行此操作")
public class FiguresResource {

    private final FiguresService service;
    private final CurrentCaller caller;

    FiguresResource(FiguresService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Counts the issues that the caller may see. */
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
            operationId = "readFigures",
            summary = "Read figures of the ledger 查询统计数据",
            description =
                    "Counts the issues within the caller's region; departments and member units count what they lead."
                            + " 按登录人的地区范围统计；成员单位统计其牵头的问题。")
    @APIResponse(responseCode = "200", description = "the figures as they stand now 当前统计数据")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数格式有误")
    public FigureTable figures(
            @Parameter(description = "counts this campaign's issues only 只统计该整改行动") @QueryParam("campaignId") @Nullable
                    UUID campaignId,
            @Parameter(description = "six-digit code of a city 省辖市、示范区代码") @QueryParam("city") @RegionCodeText @Nullable
                    String city,
            @QueryParam("groupBy") @DefaultValue("NONE") GroupBy groupBy) {
        FigureFilter filter = new FigureFilter(Optional.ofNullable(campaignId), Optional.ofNullable(city), false);
        return service.figures(caller.get().scope(), filter, groupBy);
    }

    /** Ranks the offices. */
    @GET
    @Path("/ranking")
    @RolesAllowed(Claim.PROVINCE)
    @Operation(
            operationId = "readRanking",
            summary = "Rank the offices of a campaign 查询各地排名",
            description =
                    "By closing rate, then by overdue rate; issues found by self-inspection are left out unless asked for."
                            + " 按销号率、逾期率排序；自查发现的问题默认不参加排名。")
    @APIResponse(responseCode = "200", description = "the ranking as it stands now 当前排名")
    @APIResponse(responseCode = "400", description = "a parameter is missing or not of its form 缺少参数或参数格式有误")
    public RankingTable ranking(
            @QueryParam("campaignId") @NotNull UUID campaignId,
            @QueryParam("withSelfInspection") boolean withSelfInspection) {
        return service.ranking(caller.get().scope(), campaignId, withSelfInspection);
    }
}
