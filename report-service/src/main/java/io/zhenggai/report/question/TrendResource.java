package io.zhenggai.report.question;

import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.report.figures.DatedBy;
import io.zhenggai.report.figures.FigureFilter;
import io.zhenggai.report.trend.FigureTrend;
import io.zhenggai.report.trend.TrendInterval;
import io.zhenggai.report.trend.TrendService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Trends over HTTP. */
@Path("/api/v1/figures/trend")
@Tag(name = "figures", description = "Figures of the ledger 统计分析")
@Produces({MediaType.APPLICATION_JSON, FigureAnswers.CSV})
@APIResponse(responseCode = "401", description = "no token, or one that is not good 未登录或登录已失效")
@APIResponse(responseCode = "403", description = "not for this role 无权进行此操作")
public class TrendResource {

    private final TrendService service;
    private final FigureAnswers answers;
    private final CurrentCaller caller;

    TrendResource(TrendService service, FigureAnswers answers, CurrentCaller caller) {
        this.service = service;
        this.answers = answers;
        this.caller = caller;
    }

    /** Tells how the issues that the caller may see grew and were worked off. */
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
            operationId = "readTrend",
            summary = "Read the trend of the ledger 查询变化趋势",
            description =
                    "Registered and closed in each month or week and until its end, and what was open then, from the first"
                            + " registration until today; of the issues within the caller's region, departments and member units of what"
                            + " they lead. 按月或按周统计新增、销号和期末未销号、逾期数；按登录人的地区范围统计，成员单位统计其牵头的问题。")
    @APIResponse(
            responseCode = "200",
            description = "the trend until now 截至目前的趋势",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FigureTrend.class)),
                @Content(mediaType = FigureAnswers.CSV, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "400",
            description = "a parameter is not of its form, or there would be more than 400 intervals 参数格式有误或区间过多")
    public RestResponse<Object> trend(
            @BeanParam @Valid CountedIssues issues,
            @Parameter(description = "a day of the first interval 起始日期") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "the last day that counts, today at the latest 截止日期") @QueryParam("to") @Nullable
                    LocalDate to,
            @QueryParam("interval") @DefaultValue("MONTH") TrendInterval interval,
            @Parameter(description = "JSON for programs, CSV for office programs 返回 JSON 或 CSV 表格")
                    @QueryParam("format")
                    @DefaultValue("JSON")
                    AnswerFormat format) {
        FigureFilter filter = issues.within(from, to, DatedBy.REGISTRATION);
        FigureTrend trend = service.trend(caller.get().scope(), filter, interval);
        return answers.of(caller.get(), trend, filter, trend.today(), FigureSheet::of, format);
    }
}
