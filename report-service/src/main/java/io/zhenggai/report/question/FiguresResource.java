package io.zhenggai.report.question;

import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.report.figures.ComparedWith;
import io.zhenggai.report.figures.DatedBy;
import io.zhenggai.report.figures.FigureComparison;
import io.zhenggai.report.figures.FigureFilter;
import io.zhenggai.report.figures.FigureTable;
import io.zhenggai.report.figures.FiguresService;
import io.zhenggai.report.figures.GroupBy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Figures over HTTP. */
@Path("/api/v1/figures")
@Tag(name = "figures", description = "Figures of the ledger 统计分析")
@Produces({MediaType.APPLICATION_JSON, FigureAnswers.CSV})
@APIResponse(responseCode = "401", description = "no token, or one that is not good 未登录或登录已失效")
@APIResponse(responseCode = "403", description = "not for this role 无权进行此操作")
public class FiguresResource {

    private final FiguresService service;
    private final FigureAnswers answers;
    private final CurrentCaller caller;

    FiguresResource(FiguresService service, FigureAnswers answers, CurrentCaller caller) {
        this.service = service;
        this.answers = answers;
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
    @APIResponse(
            responseCode = "200",
            description = "the figures as they stand now 当前统计数据",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FigureTable.class)),
                @Content(mediaType = FigureAnswers.CSV, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数格式有误")
    public RestResponse<Object> figures(
            @BeanParam @Valid CountedIssues issues,
            @Parameter(description = "the first day of a period 起始日期") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "its last day 截止日期") @QueryParam("to") @Nullable LocalDate to,
            @Parameter(description = "which day of an issue lies in the period 按登记日期还是销号日期")
                    @QueryParam("dated")
                    @DefaultValue("REGISTRATION")
                    DatedBy dated,
            @QueryParam("groupBy") @DefaultValue("NONE") GroupBy groupBy,
            @Parameter(description = "JSON for programs, CSV for office programs 返回 JSON 或 CSV 表格")
                    @QueryParam("format")
                    @DefaultValue("JSON")
                    AnswerFormat format) {
        FigureFilter filter = issues.within(from, to, dated);
        FigureTable table = service.figures(caller.get().scope(), filter, groupBy);
        return answers.of(caller.get(), table, filter, table.today(), FigureSheet::of, format);
    }

    /** Compares two periods. */
    @GET
    @Path("/comparison")
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
            operationId = "compareFigures",
            summary = "Compare the figures of two periods 同比、环比",
            description =
                    "The issues of a period of at most a year beside those of the period before or of the year before, each as"
                            + " they stood at the end of their period, with the difference; of the issues within the caller's region,"
                            + " departments and member units of what they lead. 与上一时段（环比）或上年同期（同比）比较，均以时段末的情况为准；"
                            + "按登录人的地区范围统计，成员单位统计其牵头的问题。")
    @APIResponse(
            responseCode = "200",
            description = "the figures of both periods 两个时段的统计数据",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = FigureComparison.class)),
                @Content(mediaType = FigureAnswers.CSV, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "a parameter is missing or not of its form 缺少参数或参数格式有误")
    public RestResponse<Object> comparison(
            @BeanParam @Valid CountedIssues issues,
            @Parameter(description = "the first day of the period 起始日期", required = true) @QueryParam("from") @NotNull
                    LocalDate from,
            @Parameter(description = "its last day 截止日期", required = true) @QueryParam("to") @NotNull LocalDate to,
            @Parameter(
                            description =
                                    "with the period before it, of whole months as many months, or with that of the year before 环比或同比")
                    @QueryParam("comparedWith")
                    @DefaultValue("PRECEDING")
                    ComparedWith comparedWith,
            @Parameter(description = "which day of an issue lies in the period 按登记日期还是销号日期")
                    @QueryParam("dated")
                    @DefaultValue("REGISTRATION")
                    DatedBy dated,
            @QueryParam("groupBy") @DefaultValue("NONE") GroupBy groupBy,
            @Parameter(description = "JSON for programs, CSV for office programs 返回 JSON 或 CSV 表格")
                    @QueryParam("format")
                    @DefaultValue("JSON")
                    AnswerFormat format) {
        FigureFilter filter = issues.within(from, to, dated);
        FigureComparison compared = service.comparison(caller.get().scope(), filter, comparedWith, groupBy);
        return answers.of(caller.get(), compared, filter, compared.today(), FigureSheet::of, format);
    }
}
