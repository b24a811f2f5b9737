package io.zhenggai.report.question;

import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.report.figures.FiguresService;
import io.zhenggai.report.figures.RankingTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Rankings over HTTP. */
@Path("/api/v1/figures")
@Tag(name = "figures", description = "Figures of the ledger 统计分析")
@Produces({MediaType.APPLICATION_JSON, FigureAnswers.CSV})
@APIResponse(responseCode = "401", description = "no token, or one that is not good 未登录或登录已失效")
@APIResponse(responseCode = "403", description = "not for this role 无权进行此操作")
public class RankingResource {

    private final FiguresService service;
    private final FigureAnswers answers;
    private final CurrentCaller caller;

    RankingResource(FiguresService service, FigureAnswers answers, CurrentCaller caller) {
        this.service = service;
        this.answers = answers;
        this.caller = caller;
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
    @APIResponse(
            responseCode = "200",
            description = "the ranking as it stands now 当前排名",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RankingTable.class)),
                @Content(mediaType = FigureAnswers.CSV, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "a parameter is missing or not of its form 缺少参数或参数格式有误")
    public RestResponse<Object> ranking(
            @QueryParam("campaignId") @NotNull UUID campaignId,
            @QueryParam("withSelfInspection") boolean withSelfInspection,
            @Parameter(description = "JSON for programs, CSV for office programs 返回 JSON 或 CSV 表格")
                    @QueryParam("format")
                    @DefaultValue("JSON")
                    AnswerFormat format) {
        RankingTable ranking = service.ranking(caller.get().scope(), campaignId, withSelfInspection);
        return answers.of(caller.get(), ranking, ranking.filter(), ranking.today(), FigureSheet::of, format);
    }
}
