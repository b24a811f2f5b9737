package io.zhenggai.issue.paper;

import io.zhenggai.issue.finding.IssueFilter;
import io.zhenggai.issue.ledger.Said;
import io.zhenggai.issue.upload.Turnstile;
import io.zhenggai.kit.identity.Caller;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.MachineScope;
import io.zhenggai.kit.problem.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sheets of the ledger over HTTP. */
@Path("/api/v1/issue-ledgers")
@Tag(name = "papers", description = "The ledger and its issues as files 台账和文书")
public class LedgerPaperResource extends FileResource {

    /** Each holds a connection to the database while it is read. */
    private static final Turnstile EXPORTS = new Turnstile(
            4, Duration.ofSeconds(20), new Words("正在导出的较多，请稍后重试。", "Many exports are under way; try again later."));

    private final LedgerPaperService service;
    private final CurrentCaller caller;

    LedgerPaperResource(LedgerPaperService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    /** Exports the ledger, or one of its lists. */
    @GET
    @RolesAllowed("**")
    @MachineScope("issues:read")
    @Produces({PaperFormat.WORKBOOK, PaperFormat.TEXT})
    @Operation(
            operationId = "exportIssueLedger",
            summary = "Export the ledger 导出整改台账",
            description =
                    "What the caller's list of issues shows, city by city in the order of registration, as the official ledger or one of"
                            + " its three lists: XLSX to be printed across the page, or CSV; at most 100,000 rows. Who exported what is on record;"
                            + " complainants, texts as received and telephone numbers are in none of them. 按查询台账的范围和条件导出整改台账或问题清单、任务清单、责任清单，"
                            + "分地区按登记先后排列，最多 100000 行；导出操作留有记录；不含投诉人信息、来源原文和联系电话。")
    @APIResponse(
            responseCode = "200",
            description = "the file 文件",
            content = {
                @Content(
                        mediaType = PaperFormat.WORKBOOK,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = PaperFormat.TEXT, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = Said.INVALID)
    @APIResponse(responseCode = "401", description = Said.UNAUTHENTICATED)
    @APIResponse(responseCode = "403", description = Said.FORBIDDEN)
    @APIResponse(
            responseCode = "422",
            description = "more than 100,000 rows; violations names the filter to narrow 超过 100000 行，请缩小范围")
    @APIResponse(responseCode = "503", description = "too many exports at once 导出过多，请稍后重试")
    public Response export(
            @Parameter(description = "which columns 台账或清单") @QueryParam("list") @DefaultValue("LEDGER") SheetList list,
            @Parameter(description = "as what 文件格式") @QueryParam("format") @DefaultValue("XLSX") PaperFormat format,
            @BeanParam @Valid IssueFilter filter) {
        Caller exporting = caller.get();
        LedgerQuestion question = new LedgerQuestion(list, format, filter);
        PaperHead head = service.head(exporting, question);
        StreamingOutput sheet = target -> EXPORTS.pass(() -> {
            service.write(exporting, question, head, target);
            return true;
        });
        return file(sheet, format.mediaType(), PaperName.of(head.title(), head.day(), format.ending()));
    }
}
