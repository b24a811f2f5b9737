package io.zhenggai.report.figures;

import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.problem.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Figures over HTTP. */
@Path("/api/v1/figures")
@Tag(name = "figures", description = "Figures of the ledger 统计分析")
@Produces(MediaType.APPLICATION_JSON)
public class FiguresResource {

    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

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
            @Parameter(description = "counts this campaign's issues only 只统计该整改行动")
                    @QueryParam("campaignId")
                    @Pattern(regexp = UUID_FORM)
                    @Nullable
                    String campaignId,
            @Parameter(description = "six-digit code of a city 省辖市、示范区代码")
                    @QueryParam("city")
                    @Pattern(regexp = "\\d{6}")
                    @Nullable
                    String city,
            @Parameter(schema = @Schema(implementation = GroupBy.class, defaultValue = "NONE"))
                    @QueryParam("groupBy")
                    @Nullable
                    String groupBy) {
        FigureFilter filter = new FigureFilter(
                Optional.ofNullable(campaignId).map(UUID::fromString), Optional.ofNullable(city), false);
        return service.figures(caller.get().scope(), filter, GroupBy.parse(Optional.ofNullable(groupBy)));
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
            @Parameter(required = true) @QueryParam("campaignId") @Pattern(regexp = UUID_FORM) @Nullable
                    String campaignId,
            @QueryParam("withSelfInspection") boolean withSelfInspection) {
        UUID campaign = Optional.ofNullable(campaignId)
                .map(UUID::fromString)
                .orElseThrow(() -> Refusal.invalid("campaignId", "请指定整改行动", "is required"));
        return service.ranking(caller.get().scope(), campaign, withSelfInspection);
    }
}
